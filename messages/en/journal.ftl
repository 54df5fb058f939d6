### The page Journal: the list of entries, one entry, its day, the calendar, its earlier states.

journal_back = Back to the entries
journal_blank_entry = No words yet

journal_day_change = Change the day
journal_day_field = Day

journal_day_title = Which day does this belong to?
journal_delete = Delete this entry
journal_unkept = What you wrote is still on this page, and is tried again. You might also save it as a file somewhere else. That file is not encrypted.
journal_keep_elsewhere = Save the text as a file
journal_deleted = The entry is in the bin for 30 days.
journal_empty_text = Anything counts, a single word too. Nobody else reads it.
journal_empty_title = Your entries will stand here
journal_entries = Entries
journal_entry = Entry
journal_gone_text = It may have been deleted in another window.
journal_gone_title = This entry is no longer here
journal_has_attachments = With something attached
journal_kept = Kept

# $question (text): the question that the entry answers
journal_label_question = Journal entry, from the question “{ $question }”

journal_new = New entry
journal_question_drop = Leave the question out
journal_search = Search the journal
journal_search_nothing = Nothing in the journal holds these words.
journal_today = Today
journal_without_words = Without words
journal_yesterday = Yesterday
journal_alone = The page alone
journal_bin = Bin
journal_calendar = Calendar
journal_sides = What to look at
journal_star = Star
journal_starred = Starred
journal_tags = Tags

earlier_all = All earlier states

# $day (text): a day, 3 November 2026
# $time (text): the time of day, 09:05
earlier_at = { $day }, { $time }

earlier_bring_back = Bring this back
earlier_done = The earlier words stand in the entry again.
earlier_lead = Kept when you leave an entry or pause. What stands in it now is kept as well.
earlier_none = There are none yet. One is kept when you change an entry after a while.
earlier_text = The words as they were
earlier_title = Earlier states

calendar_after = The month after
calendar_before = The month before

# $day (text): a day, 3 November 2026
calendar_day_with = { $day }, with entries

# $month (text): a month, November 2026
calendar_days = Days of { $month }

calendar_now = This month
calendar_year = The whole year
calendar_year_after = The year after
calendar_year_before = The year before

day_context_title = What else this day holds

# $time (text): the time of day, 09:05
day_context_check_in = Check-in, { $time }
