### The page Today: one small thing, one line for the journal, reminders that wait. Also with one thing at a time.

small_thing_title = One small thing
small_thing_why_yours_and_fits = You put it on your own list, and it fits the energy there is.
small_thing_why_fits = It fits the energy there is.
small_thing_why_asks_little = It asks very little.

# $n (number): how many minutes
small_thing_minutes =
    { $n ->
        [one] About { $n } minute.
       *[other] About { $n } minutes.
    }

small_thing_open = Have a look
small_thing_another = Another one
small_thing_not_today = Not today
small_thing_put_away = Nothing more today. That is a full answer.
small_thing_show_again = Show it again

line_title = One line for the journal
line_placeholder = A few words are enough.
line_open = Open it in the journal
line_another = Another line

today_less = One thing at a time
today_another = Another check-in
today_waiting_check_in = A moment for a check-in, if it fits.
today_waiting_write = A moment to write, if it fits.
today_waiting_activity = A moment for an activity, if it fits.
today_waiting_routine = A moment for a routine, if it fits.
today_waiting_practice = A moment for something from the library, if it fits.
today_waiting_wind_down = A moment to wind down, if it fits.
today_waiting_own_words = A moment for what you had in mind, if it fits.
today_waiting_low = Something waits, and can go on waiting.

# $smaller (text): the smaller version of the activity
today_waiting_smaller = Smaller: { $smaller }

# Before what the reminder says.
today_waiting_quiet_about = This is about

today_answer_seen = Seen

# $answer (choice): what was pressed (native_answer_…)
today_answered =
    { $answer ->
        [open] Answered: opened.
        [seen] Answered: seen.
        [not_now] Answered: not now.
        [same_as_last] Answered: same as last time.
        [doing] Answered: doing it.
        [smaller] Answered: the smaller one.
        [stay_quiet] Answered: stay quiet.
       *[keep_on] Answered: as before.
    }

# $answer (choice): what was pressed (native_answer_…)
# $time (text): the time of day, 09:05
today_answered_at =
    { $answer ->
        [open] Answered at { $time }: opened.
        [seen] Answered at { $time }: seen.
        [not_now] Answered at { $time }: not now.
        [same_as_last] Answered at { $time }: same as last time.
        [doing] Answered at { $time }: doing it.
        [smaller] Answered at { $time }: the smaller one.
        [stay_quiet] Answered at { $time }: stay quiet.
       *[keep_on] Answered at { $time }: as before.
    }

low_words = Is there a word for it?
low_thing = Here is one small thing, if it fits.
low_enough = That is enough for now.
low_enough_text = What you gave is kept. Nothing more is needed.
low_next = Next
low_show_everything = Show everything
