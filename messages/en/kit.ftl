### The frame around every page: the rail of places, buttons, fields and timers that stand in many places.

kit_busy = One moment

# Beside a text that is not translated, in other languages than English.
kit_in_english = This is in English.

kit_close = Close

# $example (text): a day in the form that is asked for, 2026-11-03
kit_date_hint = Year, month and day, such as { $example }.

kit_scale_clear = Clear

# $label (text): what the scale asks, such as “Energy”
kit_scale_clear_label = Clear the answer to “{ $label }”

kit_scale_not_set = Not set

kit_undo = Undo

# $time (text): how long it runs, as a clock shows it, 5:00
kit_timer_start = Start the timer ({ $time })

kit_timer_pause = Pause
kit_timer_go_on = Go on

nav_back = Back
nav_doing = Doing
nav_help = Help
nav_journal = Journal
nav_label = Places
nav_library = Library
nav_settings = Settings
nav_skip = Skip to the page
nav_today = Today

shell_unreachable_text = The part that keeps your journal does not answer. Nothing is lost. You might close the program and open it again.
shell_unreachable_title = Pilot Light could not start
shell_try_again = Try again

copy_do = Copy
copy_done = Copied

# $what (text): what would be copied: a number, an address
copy_label = Copy “{ $what }”

copy_refused = Copying did not work here. You can select the text instead.
