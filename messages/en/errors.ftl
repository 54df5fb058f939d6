### What went wrong, one sentence for each code of the core: what is so, and what one can do. Shown beside what was
### tried, or at the foot of the window.

error_not_open = The journal is not open at the moment.
error_not_found = This is no longer here. It may have been deleted in another window.
error_wrong_passphrase = That does not open the journal. Nothing has changed.
error_already_set_up = This has already been set up. You might close the program and open it again.
error_no_check_in_yet = There is no earlier check-in to repeat.
error_nothing_to_undo = There is nothing left here to take back.
error_changed_since = Something newer has changed the same thing, so it stays as it is.
error_busy = Something else that takes long is still being done.
error_stopped = This was stopped before it was done. Nothing of it is kept.
error_newer = This was written by a newer version of this program. It stays as it is, and that version can open it.
error_pages_not_made = The pages could not be made. Your journal is as it was.
error_file_not_saved = The file could not be saved there. You might choose another place.
error_unknown_command = This part of the program does not fit the rest. Your journal is as it was.
error_bad_input = This could not be kept in this form. Your journal is as it was.
error_unreachable = The part that keeps your journal does not answer. What you wrote is still on the screen.
error_file_unreadable = This could not be read. It may be a folder, or it may have moved.

# $min (number): the least
# $max (number): the most
# $value (number): what was given
error_invalid_out_of_range = This can be from { $min } to { $max }; { $value } is outside.

# $max (number): how many characters fit
error_invalid_text_too_long = This is longer than the { $max } characters that fit here.

# $max (number): how many fit
error_invalid_too_many = More than { $max } of these do not fit here.

error_invalid_tag_missing = A tag needs at least one letter.
error_invalid_title_missing = It needs a few words to be called by.
error_invalid_nothing_to_save = There is nothing here to keep yet.
error_invalid_window_ends_before_it_starts = The end comes before the start.
error_invalid_no_day_chosen = It needs at least one day.
error_invalid_no_time_chosen = It needs at least one time.
error_invalid_moments_do_not_fit = So many moments, so far apart, do not fit between the start and the end.
error_invalid_date_in_the_past = A day that is over cannot be chosen.
error_invalid_quiet_all_day = These quiet hours would take the whole day.
error_invalid_window_in_quiet_hours = Quiet hours leave nothing of this time.
error_invalid_nothing_to_remind_of = What it is about is no longer here. You might choose something else.

# $min (number): the fewest characters
error_invalid_passphrase_too_short = A passphrase needs at least { $min } characters. Blanks are not counted.

error_invalid_impossible_date = This date cannot be used.
error_invalid_no_such_country = This country is not in the list. You might choose another.
error_invalid_no_such_language = This language is not in the list. You might choose another.
error_invalid_file_empty = This file is empty, so there is nothing to keep.
error_invalid_not_a_picture = This file is not a picture that can be shown here.
error_invalid_not_a_sound = This file is not a sound that can be played here.

# $megabytes (number): how many megabytes fit
error_invalid_file_too_large = This file is larger than the { $megabytes } MB that fit here.

error_trouble_damaged = A part of the journal file is damaged and cannot be read.
error_trouble_newer_version = The journal was written by a newer version of this program.
error_trouble_in_use = The journal is open in another program right now.
error_trouble_read_only = The journal’s folder does not allow writing.
error_trouble_disk_full = The disk is full, so this could not be kept.
error_trouble_quota_reached = This account may not keep more on the disk, so this could not be kept.
error_trouble_no_locks = The disk of the journal’s folder cannot keep a second program out.
error_trouble_gone = The journal’s folder was moved, replaced or unplugged, so this could not be kept.
error_trouble_data_missing = The journal file is not where it should be.
error_trouble_key_file_missing = The key file beside the journal is not there.
error_trouble_key_file_damaged = The key file beside the journal is damaged.
error_trouble_keychain = The system keychain does not answer.
error_trouble_other = Something on this computer got in the way. Your journal is as it was.
