### A check-in, on Today and in its own small window, and the words for it in Settings.

check_in_title = Check-in
check_in_question = How much can you feel right now?
check_in_feel_low = Nothing
check_in_feel_high = A lot
check_in_cant_tell = Can’t tell
check_in_energy = Energy
check_in_energy_question = How much energy is there?
check_in_energy_low = None
check_in_energy_high = A lot
check_in_comfort = Comfort
check_in_comfort_low = Uncomfortable
check_in_comfort_high = Comfortable
check_in_words = Words for it
check_in_words_absence = Little or nothing
check_in_words_flicker = Something faint
check_in_words_zones = Other feelings
check_in_zone_high_energy_comfortable = Lively and comfortable
check_in_zone_low_energy_comfortable = Quiet and comfortable
check_in_zone_high_energy_uncomfortable = Tense and uncomfortable
check_in_zone_low_energy_uncomfortable = Low and uncomfortable
check_in_zone_mixed = Mixed
check_in_more_words = More words

# $label (text): the heading of the words
check_in_more_words_of = More words of “{ $label }”

check_in_fewer_words = Fewer words

# $label (text): the heading of the words
check_in_fewer_words_of = Fewer words of “{ $label }”

check_in_own_word = A word of your own
check_in_own_word_add = Add
check_in_own_words = Your own words

words_title = Words for check-ins
words_hint = Words of your own stay for the next time. You might leave out words that you would rather not meet.
words_none = There are no words of your own yet. A check-in has a field for one.

# $word (text): a word of one’s own
words_remove = Remove “{ $word }”

# $word (text): a word of one’s own
words_removed = “{ $word }” is no longer offered. Check-ins keep it.

words_leave_out = A pressed word is left out.

check_in_body = Body
check_in_note = A line

check_in_kept = Kept.

# $problem (text): a whole sentence that says why (error_…)
check_in_not_kept = Not kept yet. { $problem }

check_in_latest = Latest check-ins
check_in_deleted = The check-in is deleted.

# $when (text): when it was given (check_in_when, check_in_when_today)
check_in_delete = Delete the check-in of “{ $when }”

# $date (text): a day, Tue 3 Nov
# $time (text): the time of day, 09:05
check_in_when = { $date }, { $time }

# $time (text): the time of day, 09:05
check_in_when_today = Today, { $time }

# $level (number): from 0 to 10
check_in_feel_line = could feel { $level }

check_in_cant_tell_line = couldn’t tell

# $level (number): from 0 to 10
check_in_energy_line = energy { $level }

# $level (number): from 0 to 10
check_in_comfort_line = comfort { $level }

check_in_nothing_given = nothing in words

# $line (text): the last check-in on one line, its parts between dots
check_in_last_time = Last time: { $line }

check_in_same_as_last = Same as last time
check_in_not_now = Not now
check_in_done = Done
check_in_comfort_question = How comfortable is it to be you right now?
check_in_note_label = A line, if you like
