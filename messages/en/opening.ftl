### Before and around the journal: the welcome, the lock screen, a journal that does not open or is damaged, work that
### takes long, and what is said when the window closes.

first_run_title = Welcome

lock_title = Locked

damage_title = A part of the journal’s file is damaged

# $n (number): how many pages of the file
damage_text =
    { $n ->
        [one] { $n } page of the file is not as it was written. What stands on it cannot be read. Everything else can.
       *[other] { $n } pages of the file are not as they were written. What stands on them cannot be read. Everything else can.
    }

damage_keep_text = Pilot Light can put all that can be read into a new file. The damaged one is kept beside it, as it is.
damage_copy = A copy of the folder from an earlier day may hold what is missing.
damage_keep = Keep what can be read
damage_see = See what can be done

lost_title = Some of the latest changes cannot be read
lost_text = The journal is open as it was a little earlier. What was kept before that is there.
lost_look = You might look at what you wrote last, and write again what is missing.
lost_copy = A copy of all files as they were is in
lost_copy_text = It stays there until you remove it. Someone who knows such files may find more in it.
lost_see = See what this means
lost_seen = Put this note away

long_work_rotate_key = Encrypting everything anew
long_work_recover_readable = Copying what can be read

# $percent (number): how much is done, from 0 to 100
long_work_part = { $percent } % done

# $n (number): how many rows of the file were copied
long_work_rows =
    { $n ->
        [one] { $n } row copied
       *[other] { $n } rows copied
    }

long_work_stop = Stop

damage_kept_title = What could be read is in a new file

# Before what was kept: 3 entries, 1 check-in.
damage_kept = Kept

# Before what may be lost: 3 entries, 1 check-in.
damage_lost = Could not be read, at most

damage_lost_nothing = Nothing was missing.

# $n (number): how many entries; stands in a list within “It holds …” and “At most … could not be read”
damage_entries =
    { $n ->
        [one] { $n } entry
       *[other] { $n } entries
    }

# $n (number): how many check-ins; stands in a list within “It holds …” and “At most … could not be read”
damage_check_ins =
    { $n ->
        [one] { $n } check-in
       *[other] { $n } check-ins
    }

# $n (number): how many; stands in a list within “It holds …” and “At most … could not be read”
damage_attachments =
    { $n ->
        [one] { $n } picture, sound or file
       *[other] { $n } pictures, sounds and files
    }

# $n (number): how many things
newer_rows =
    { $n ->
        [one] { $n } thing here was written by a newer version of this program. It is kept as it is, and that version can show it.
       *[other] { $n } things here were written by a newer version of this program. They are kept as they are, and that version can show them.
    }

# $n (number): how many; stands in a list within “It holds …” and “At most … could not be read”
damage_rest =
    { $n ->
        [one] { $n } small note around these
       *[other] { $n } small notes around these
    }

trouble_title = The journal did not open

closing_title = Your reminder stays on
closing_lead = The window closes and Pilot Light waits quietly for your reminder. You can open it from the tray, or by starting it again. To stop it for good, turn the reminder off or choose Quit in the tray. This is said only once.
closing_rests_title = Closing the window locks your journal
closing_rests_lead = Your reminders rest while it is locked. They come again once you have opened it. This is said only once.
closing_stay = Stay here
closing_close = Close the window

access_set_aside_to = The damaged file is in
access_folder = The folder of the journal:
access_folder_looked = The program looked for pilot-light.db and keys.json in this folder:
access_folder_earlier = The journal was kept in this folder before:
access_hide = Hide what is typed
access_show = Show what is typed
access_begin_anew_text = Nothing is deleted. What is left in the folder is kept apart. A new, empty journal begins here.
access_set_aside = Begin with a new journal
access_set_aside_text = The old files are moved into a folder of their own and kept. Nothing in them is changed. A new, empty journal begins.

first_run_lead = Pilot Light is a private journal for days when you can’t feel much. You do not have to feel anything to use it.
first_run_private = There is no account and no network: what you enter stays on this computer. Nobody is watching, and the program cannot call for help.
first_run_question = How would you like to lock it?
first_run_keychain = With this computer’s keychain
first_run_keychain_hint = It opens by itself when you are signed in to this computer.
first_run_passphrase = With a passphrase
first_run_passphrase_hint = You type it each time. Fits a computer that others use too.
first_run_passphrase_rule = At least 8 characters. A forgotten passphrase cannot be recovered without a recovery key. You can make one in Settings.
first_run_no_lock = No lock on this computer
first_run_no_lock_hint = Anyone who can use this account on the computer can read it.
first_run_begin = Begin

# $folder (text): the path of a folder
first_run_set_aside = The old files are kept here: { $folder }

first_run_your_passphrase = Your passphrase
first_run_help = It is not a medical service. What it says is general and has not been clinically reviewed. It cannot take the place of someone who knows you.
first_run_help_below = Help is always there, below, also before you choose anything here.

lock_passphrase = Passphrase
lock_recovery_key = Recovery key
lock_passphrase_or_key = Passphrase or recovery key
lock_open = Open
lock_opening = Opening
lock_keychain_failed = This computer’s keychain did not open the journal. It may be locked itself.
lock_keychain_again = Try the keychain again
lock_cannot_open = If it cannot be opened any more

trouble_unchanged = Nothing in it was changed.
trouble_try_again = Try again
trouble_begin_anew = If it cannot be brought back
trouble_what_damaged = If you have a copy of the folder from an earlier day, you might put it back and try again.
trouble_what_newer_version = You might install the newest version of this program, then open the journal with it.
trouble_what_in_use = Pilot Light may be open in another window or under another account. You might close it there and try again.
trouble_what_read_only = You might allow this account to write in the folder, then try again.
trouble_what_disk_full = You might make some room on the disk, then try again.
trouble_what_quota_reached = You might let go of some other files, then try again.
trouble_what_no_locks = Two programs could write into one journal there. You might keep the folder on a disk of this computer, then try again.
trouble_what_gone = You might put the folder back where it was, or connect its disk, then try again.
trouble_what_data_missing = It may have been moved, or its disk is not connected. You might put it back and try again.
trouble_what_key_file_missing = The journal cannot be read without it. You might put it back from a copy and try again.
trouble_what_key_file_damaged = The journal cannot be read without it. You might put it back from a copy and try again.
trouble_what_keychain = You might unlock the keychain of this computer and try again.
trouble_what_other = You might try again in a moment, or start the computer anew.
