### A reminder in words: on which days, at what times, what it is about, when it comes next, what became of it. What it is
### about, its days and its times stand beside each other: “A check-in · On weekdays · At 10:00”.

reminder_on_every_day = Every day
reminder_on_weekdays = On weekdays
reminder_on_weekends = On Saturday and Sunday

# $days (text): a list of weekdays or days, such as “Tuesday and Friday”
reminder_on_days = On { $days }

# $days (text): the first of them, between commas
reminder_on_days_and_later = On { $days } and later days

reminder_on_no_day = On no day yet
reminder_on_past_days = On days that are over

# $n (number): how many days lie between
reminder_on_nth_day =
    { $n ->
        [1] Every day
        [2] Every second day
       *[other] Every { $n } days
    }

# $n (number): how many days lie between
# $date (text): a day, 24 November
reminder_on_nth_day_from =
    { $n ->
        [1] Every day from { $date }
        [2] Every second day from { $date }
       *[other] Every { $n } days from { $date }
    }

reminder_midnight = midnight

# $times (text): a list of times of day, such as “10:00 and 18:00”
reminder_at = At { $times }

reminder_at_no_time = At no time yet

# $from (text): the time of day at which it begins, 10:00
# $until (text): the time of day at which it ends, 12:00
reminder_some_time = Some time between { $from } and { $until }

# $count (number): how many moments, from 2
# $from (text): the time of day at which it begins, 10:00
# $until (text): the time of day at which it ends, 12:00
# $unit (choice): what the time between them is counted in
# $apart (number): how many of them lie between at least
reminder_moments =
    { $unit ->
        [hours]
            { $apart ->
                [one] { $count } times between { $from } and { $until }, at least { $apart } hour apart
               *[other] { $count } times between { $from } and { $until }, at least { $apart } hours apart
            }
       *[minutes]
            { $apart ->
                [one] { $count } times between { $from } and { $until }, at least { $apart } minute apart
               *[other] { $count } times between { $from } and { $until }, at least { $apart } minutes apart
            }
    }

# $n (number): how many hours
reminder_hours =
    { $n ->
        [one] { $n } hour
       *[other] { $n } hours
    }

reminder_is_check_in = A check-in
reminder_is_write = A few lines in the journal

# $prompt (text): a question
reminder_is_write_from = A few lines, beginning from “{ $prompt }”

# $title (text): the name of the routine
reminder_is_routine = The routine “{ $title }”

# $title (text): the title of the item
reminder_is_practice = “{ $title }” from the library

reminder_is_wind_down = Winding down for the night
reminder_is_own_words = A moment of your own

# $words (text): a person’s own words
reminder_is_words = “{ $words }”

reminder_is_no_activity = An activity, not chosen yet
reminder_is_no_routine = A routine, not chosen yet
reminder_is_no_practice = Something from the library, not chosen yet
# $when (choice): which day it is; soon: within a week
# $day (text): a weekday, Friday; if it is later, a day, 24 December
# $from (text): the time of day at which it begins, 10:00
# $until (text): the time of day at which it ends, 12:00
reminder_next =
    { $when ->
        [today] Next: today, between { $from } and { $until }.
        [tomorrow] Next: tomorrow, between { $from } and { $until }.
        [soon] Next: on { $day }, between { $from } and { $until }.
        [next_week] Next: on { $day } next week, between { $from } and { $until }.
       *[later] Next: on { $day }, between { $from } and { $until }.
    }

# $when (choice): which day it is; soon: within a week
# $day (text): a weekday, Friday; if it is later, a day, 24 December
# $time (text): the time of day, 10:00
reminder_next_at =
    { $when ->
        [today] Next: today at { $time }.
        [tomorrow] Next: tomorrow at { $time }.
        [soon] Next: on { $day } at { $time }.
        [next_week] Next: on { $day } next week at { $time }.
       *[later] Next: on { $day } at { $time }.
    }

reminder_no_next = Nothing is ahead: its days are over, or days off and quiet hours leave it no time.
reminder_is_off = It is off.
reminder_all_off = All reminders are off.
reminder_asleep = It sleeps until you wake it.

# $n (number): how many were left alone
reminder_halved =
    { $n ->
        [2] Quieter now: the last two were left alone, so every second one stays away.
        [3] Quieter now: the last three were left alone, so every second one stays away.
        [4] Quieter now: the last four were left alone, so every second one stays away.
       *[other] Quieter now: the last few were left alone, so every second one stays away.
    }

reminder_asks_next = Quieter now: the next one asks whether you would rather it stayed quiet.
reminder_paused_open = Quiet until you start them again.

# $when (text): the time of day, or a day
reminder_paused_until = Quiet until { $when }.

reminder_paused_until_tomorrow = Quiet until tomorrow.

# $time (text): the time of day, 08:00
reminder_paused_until_tomorrow_at = Quiet until tomorrow, { $time }.

# $reason (choice): why it did not come; none: nothing else is known
reminder_status_held =
    { $reason ->
        [locked] It waits, since the screen was locked.
        [full_screen] It waits, since something filled the screen.
        [do_not_disturb] It waits, since notices were switched off.
        [away] It waits, since nobody was at the computer.
        [no_notices] It waits, since nothing here shows notices.
        [asleep] It waits, since the computer slept or the program was closed.
        [paused] It waits, since reminders were paused.
        [quiet_hours] It waits, since it was a quiet hour.
        [enough_today] It waits, since enough had come that day.
        [too_close] It waits, since another one had come shortly before.
        [already_done] It waits, since you had done it by yourself.
        [quieter] It waits, since it had become quieter.
       *[none] It waits, since its time was over.
    }

# $reason (choice): why it did not come; none: nothing else is known
reminder_status_passed =
    { $reason ->
        [locked] It stayed away, since the screen was locked.
        [full_screen] It stayed away, since something filled the screen.
        [do_not_disturb] It stayed away, since notices were switched off.
        [away] It stayed away, since nobody was at the computer.
        [no_notices] It stayed away, since nothing here shows notices.
        [asleep] It stayed away, since the computer slept or the program was closed.
        [paused] It stayed away, since reminders were paused.
        [quiet_hours] It stayed away, since it was a quiet hour.
        [enough_today] It stayed away, since enough had come that day.
        [too_close] It stayed away, since another one had come shortly before.
        [already_done] It stayed away, since you had done it by yourself.
        [quieter] It stayed away, since it had become quieter.
       *[none] It stayed away, since its time was over.
    }

# $time (text): the time of day, 10:40
reminder_status_shown = It came at { $time }.

# $time (text): the time of day, 10:40
reminder_status_asked = It came at { $time } and asked whether to stay quiet.

reminder_status_done = You did it by yourself.
reminder_status_opened = You opened it.
reminder_status_not_now = You said: not now.
reminder_status_same_as_last = You said: same as last time.
reminder_status_doing = You began.
reminder_status_smaller = You began the smaller version.
reminder_status_stay_quiet = You said yes.
reminder_status_keep_on = You said: as before.
