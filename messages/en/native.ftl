### Outside the window: the tray and its menu, notices of reminders and their buttons, window titles.
### The notices and the tray may be seen by others, so they say nothing about feelings.

native_title = Pilot Light
native_check_in_title = Pilot Light
native_notice_title = Pilot Light
native_notice_body = A moment?
native_answer_open = Open
native_answer_not_now = Not now
native_answer_same_as_last = Same as last time
native_answer_doing = Doing it
native_answer_smaller = Smaller
native_answer_stay_quiet = Yes, stay quiet
native_answer_keep_on = No, as before
native_notice_ask_quiet = Would you rather I stayed quiet?
native_notice_no_buttons = A moment? You might answer in Pilot Light.
native_test_title = Pilot Light
native_test_body = This is a test. You might press the button.
native_test_button = Seen
native_tray_check_in = Check in
native_tray_pause = Pause reminders
native_tray_pause_hour = For an hour
native_tray_pause_evening = Until this evening
native_tray_pause_tomorrow = Until tomorrow
native_tray_pause_back = Until I come back
native_tray_resume = Start reminders again
native_tray_open = Open Pilot Light
native_tray_help = Help
native_tray_quit = Quit
native_tooltip = Pilot Light
native_tooltip_paused = Pilot Light, reminders paused
