### Reminders: their list and editor, the sentence that says when one comes, the week ahead, what became of earlier ones.

reminder_title = Reminders
reminder_lead = They are off until you ask for one. Left alone, they get quieter by themselves.
reminder_empty_title = No reminder is set

# $from (text): the time of day at which it begins, 10:00
# $until (text): the time of day at which it ends, 12:00
reminder_empty_text = You might begin with a gentle one: a check-in on weekdays, some time between { $from } and { $until }.

reminder_begin_first = Begin with this one
reminder_begin_other = Choose something else
reminder_begun = It is on. You can change it or stop it whenever you like.
reminder_add = Another reminder
reminder_list = Your reminders

# $what (text): what the reminder is about (reminder_is_…)
reminder_change = Change “{ $what }”

# $what (text): what the reminder is about (reminder_is_…)
reminder_delete = Delete “{ $what }”

reminder_quieter = Quieter
reminder_other_time = Another time
reminder_stop = Stop
reminder_start = Start again
reminder_as_before = As before
reminder_wake = Wake it
reminder_said_quieter = It comes about half as often now.
reminder_said_quietest = It could not come more rarely, so it is off now.
reminder_said_stopped = It is off.
reminder_said_started = It is on again.
reminder_said_woken = It comes again as it was set.
reminder_said_deleted = The reminder is deleted.
reminder_zone_unknown = This computer’s time zone is not known, so times are taken as UTC.
reminder_week = The next seven days

# $days (text): a list of weekdays, such as “Monday and Friday”
reminder_week_some = Something may come on { $days }.

reminder_week_none = Nothing comes in these days.

# $n (number): how many
reminder_week_cap =
    { $n ->
        [one] At most one comes on one day, whatever is drawn here.
       *[other] At most { $n } come on one day, whatever is drawn here.
    }

reminder_week_off = A day off
reminder_week_day = Day
reminder_week_when = What may come, and when
reminder_week_nothing = Nothing

# Before the hours (reminder_from_until).
reminder_week_quiet = Quiet hours

# $from (text): the time of day at which it begins, 10:00
# $until (text): the time of day at which it ends, 12:00
reminder_from_until = { $from } to { $until }

reminder_pause = Keep them quiet for a while
reminder_pause_one_hour = For an hour
reminder_pause_this_evening = Until this evening
reminder_pause_until_tomorrow = Until tomorrow
reminder_pause_until_resumed = Until I come back
reminder_pause_date = Until a day
reminder_pause_to_date = Quiet until then
reminder_resume = Start them again
reminder_rules = For all of them
reminder_rules_switch = Reminders may come
reminder_rules_switch_hint = Off: nothing comes, whatever each one says.
reminder_rules_most = How many on one day, at most
reminder_rules_waits = Wait for a better moment
reminder_rules_waits_hint = While the screen is locked or full, notices are switched off, or nobody is there. If its time passes meanwhile, it stays away.
reminder_rules_quiet = Quiet hours
reminder_rules_quiet_hint = Nothing comes in them. They may run over midnight.
reminder_rules_quiet_add = Add quiet hours

# $from (text): the time of day at which it begins, 10:00
# $until (text): the time of day at which it ends, 12:00
reminder_rules_quiet_remove = Remove quiet hours: { $from } to { $until }

reminder_rules_days_off = Days off
reminder_rules_dates_off = Single days off
reminder_rules_unchanged = What was set before still holds.
reminder_from = From
reminder_until = Until
reminder_date_add = Add this day
reminder_date_field = Day

# $date (text): a day, 24 November
reminder_date_remove = Remove: { $date }

reminder_edit_new = A new reminder
reminder_edit = A reminder
reminder_edit_new_hint = It begins once you keep it, or change something in it.
reminder_edit_on = This reminder is on
reminder_edit_done = Done
reminder_edit_keep = Keep this reminder
reminder_edit_delete = Delete this reminder
reminder_edit_gone = This reminder is no longer here
reminder_unchanged = The reminder stays as it was.
reminder_not_kept_yet = It is not kept yet.
reminder_to_all = All reminders
reminder_about = What it is about
reminder_about_check_in = A check-in
reminder_about_write = Writing
reminder_about_activity = An activity
reminder_about_routine = A routine
reminder_about_practice = Something from the library
reminder_about_wind_down = Winding down
reminder_about_own_words = My own words
reminder_prompt = A question to begin from
reminder_prompt_hint = It can stay empty.
reminder_choose_activity = Which activity
reminder_choose_routine = Which routine
reminder_choose_practice = Which one
reminder_choose = Not chosen yet
reminder_choose_first = It is kept once you have chosen one.
reminder_no_activities = There is nothing on your shelves yet. You might put something there first.
reminder_no_routines = There is no routine yet.
reminder_to_doing = Open Doing
reminder_timing = At what time
reminder_timing_follow = Times are those of the place where you are.
reminder_timing_at = At fixed times
reminder_timing_at_hint = Each stays open for an hour.
reminder_timing_window = Some time in a window
reminder_timing_window_hint = Once, at a moment that differs from day to day.
reminder_timing_moments = Several moments in a window
reminder_timing_moments_hint = Drawn anew each day.
reminder_time = Time

# $n (number): which one, from 1
reminder_time_nth = Time { $n }

reminder_time_add = Add a time

# $time (text): the time of day, 10:00
reminder_time_remove = Remove the time { $time }

reminder_count = How many
reminder_apart = At least this far apart

# $n (number): how many
reminder_over_cap =
    { $n ->
        [one] At most one comes on one day, as set for all reminders.
       *[other] At most { $n } come on one day, as set for all reminders.
    }

# $n (number): how many
reminder_raise_cap = Allow { $n } on one day

reminder_days = On which days
reminder_days_weekdays = Days of the week
reminder_days_every_n_days = Every so many days
reminder_days_dates = Dates
reminder_weekdays = Weekdays
reminder_every_day = Every day
reminder_every = How often
reminder_first_day = Beginning on
reminder_says = What it says
reminder_words = Words for the notice
reminder_words_hint = They can stay empty.
reminder_hides = Neutral words only
reminder_hides_hint = On: the notice shows none of your words. Others who see this screen learn nothing.
reminder_goes_on = How it goes on
reminder_asks_again = Ask once more after Not now
reminder_asks_again_hint = Half an hour later or more, while its time is still open. It counts toward the day’s limit.
reminder_keeps_on = Keep coming, even if left alone
reminder_keeps_on_hint = Off: left alone twice, every second one stays away. Later it asks whether to stay quiet.
reminder_looks = What it looks like

# $about (choice): what the reminder is about
reminder_answer_open =
    { $about ->
        [check_in] A small check-in window opens.
        [write] A new entry opens.
        [activity] The activity opens.
        [routine] The routine opens.
        [practice] The page in the library opens.
        [wind_down] A page on winding down opens.
       *[own_words] Today opens.
    }

reminder_answer_not_now = It goes away until its next time.
reminder_answer_again = It goes away, and may ask once more later.
reminder_answer_same = Your latest check-in is kept once more, with the time of now.
reminder_answer_doing = The activity counts as begun.
reminder_answer_smaller = Its smaller version counts as begun.
reminder_alone = You can leave it alone. That is an answer, too.
reminder_history = What became of them
reminder_history_show = Look back
reminder_history_none = Nothing has come yet.
reminder_history_more = Earlier ones
reminder_history_gone = A reminder that is deleted
reminder_test = What this computer can do
reminder_test_hint = A test shows how notices look here and what comes back from them.
reminder_test_send = Send me a test
reminder_test_asked = The test is on its way.
reminder_test_no_server = Nothing on this computer shows notices now. Reminders wait on Today and in the tray instead.

# $server (text): the name of the program that shows notices
reminder_test_server = Notices are shown by { $server }.

reminder_test_server_unsaid = This system does not say what shows its notices.
reminder_test_buttons_yes = They can have buttons, so you can answer where they appear.
reminder_test_buttons_no = They have no buttons here. You can answer on Today and in the tray.
reminder_test_buttons_unsaid = This system does not say whether they can have buttons.
reminder_test_sound_yes = They could make a sound. Pilot Light asks for silence.
reminder_test_sound_no = They make no sound here.
reminder_test_sound_unsaid = This system does not say whether they make a sound. Pilot Light asks for none.
reminder_test_heard_nothing = Nothing has come back from the test yet. You might press it.
reminder_test_heard_button = You pressed its button, and that came back.
reminder_test_heard_click = You pressed the notice, and that came back.
reminder_test_heard_expired = The test went away by itself.
reminder_test_heard_dismissed = You put the test away, and that came back.
reminder_test_heard_closed = The test was closed.

# $hold (choice): why it would wait
reminder_test_hold =
    { $hold ->
        [locked] A reminder would wait at this moment: the screen was locked.
        [full_screen] A reminder would wait at this moment: something filled the screen.
        [do_not_disturb] A reminder would wait at this moment: notices were switched off.
        [away] A reminder would wait at this moment: nobody was at the computer.
       *[no_notices] A reminder would wait at this moment: nothing here shows notices.
    }

reminder_test_no_hold = As far as this system says, nothing would hold a reminder back at this moment.
reminder_summary_none = They are off until you ask for one.
reminder_summary_all_off = None of them is on.

# $n (number): how many are on
reminder_summary_on =
    { $n ->
        [one] One reminder is on.
       *[other] { $n } reminders are on.
    }

reminder_open = Open reminders
