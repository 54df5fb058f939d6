### The page Settings.

settings_look = Look
settings_theme = Theme
settings_theme_hint = Dim gives off very little light, for nights.
settings_theme_system = As the system
settings_theme_light = Light
settings_theme_dark = Dark
settings_theme_dim = Dim
settings_theme_contrast = High contrast
settings_text = Text size
settings_text_100 = Normal
settings_text_125 = A little larger
settings_text_150 = Larger
settings_text_175 = Much larger
settings_text_200 = Twice as large
settings_language = Language

# The first of the choices, before the names of the languages.
settings_language_system = As the system

settings_reminder = Reminders
settings_start = Starting and closing
settings_login = Start when I sign in to this computer
settings_login_hint = It starts quietly, without a window.
settings_tray = An icon in the tray
settings_tray_hint = Where the system has one. From there you can check in, pause, open or quit.
settings_closing_ends = Closing the window closes the program.
settings_closing_locks = Closing the window locks your journal and closes the program. Reminders rest until you open it again.
settings_closing_stays = Closing the window leaves the program in the background, so that reminders can come.
settings_lock = Lock and recovery
settings_lock_question = How the journal is locked
settings_lock_changed = The lock is changed.
settings_lock_same = The lock stays as it was.
settings_lock_now = Lock now
settings_anew = Encrypt everything anew
settings_anew_too = Encrypt everything anew as well
settings_anew_hint = For when somebody may know an old passphrase or have an old copy of the folder. What you write from now on stays closed to them. You can go on writing meanwhile. Closing the window stops it, and everything stays as it was.
settings_anew_key = Your recovery key stops working. You get a new one at the end.
settings_anew_done = Everything is encrypted anew.
settings_anew_done_key = Everything is encrypted anew. The old recovery key no longer opens it.
settings_passphrase_change = Change the passphrase
settings_passphrase_new = New passphrase
settings_passphrase_hint = At least 8 characters. A forgotten passphrase cannot be recovered without a recovery key.
settings_key_none = A recovery key opens the journal when a passphrase is forgotten or the keychain is lost. There is none yet.
settings_key_there = There is a recovery key. A new one takes its place, and the old one stops working.
settings_key_make = Make a recovery key
settings_key_make_new = Make a new recovery key
settings_key_title = Your recovery key
settings_key_lead = It is shown only now. You might write it on paper and keep it away from this computer. Whoever has it can open the journal.
settings_key_copy = Copy the recovery key
settings_key_written = I have written it down
settings_country = Country
settings_data = Where the data is
settings_data_hint = Everything is in this one folder, encrypted. You might copy it while the program is closed, to keep a second one.
settings_data_demo = This is the demonstration. Nothing in it is kept.
settings_about = About
settings_about_what = What it is
settings_about_is = Pilot Light is a private journal with small self-care for days when you can’t feel much.
settings_about_private = There is no account and no network. Nobody is watching, and it cannot call anyone.
settings_about_what_not = What it is not
settings_about_not_medical = It is not a medical service and cannot take the place of one.
settings_about_general = What it says is general. It does not know you, and it does not say what you have.
settings_about_advice = Please do not put off seeing a professional, or change what one has advised, because of something you read here.
settings_about_review = No clinician has reviewed it yet. Each text says so: not clinically reviewed.
settings_about_sources = How sources are chosen
settings_about_sources_first = Where there is a review of many studies, it comes before a single one.
settings_about_sources_size = An effect is told with its size and its limits, also when it is small or there is none.
settings_about_sources_shown = Each text with a figure names its source. You can copy the address; nothing opens by itself.
settings_about_lines = A helpline is here only if its number was seen on a public page. The page and the month stand beside it. We called none of them.
settings_about_no_ads = No company or service can pay for a place here.
settings_log = What went wrong lately
settings_log_holds = It holds times, names of what the program was doing, and codes. No word of yours is in it.
settings_log_stays = It stays on this computer, in a small file beside the journal. The file is not encrypted, and nothing is sent.
settings_log_text = What went wrong lately, line by line
settings_log_copy = Copy what went wrong lately
settings_log_delete = Delete it
settings_log_ask = Delete what was noted?
settings_log_ask_lead = Your journal stays as it is.
settings_log_empty = Nothing has gone wrong that was noted.

# $version (text): the version, 0.1.0
settings_about_version = Version { $version }

settings_lock_change = Change the lock
settings_lock_leave = Leave it as it is
