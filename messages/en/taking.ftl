### A page to take along, and entries as a file. What is on the page is read by a doctor or someone close, on paper too.

taking_title = A page to take along
taking_lead = One page for an appointment, from what you gave here. You choose what is on it. It stays on this computer until you hand it over.
taking_days = Which days
taking_reach_two_weeks = The last two weeks
taking_reach_month = The last 30 days
taking_reach_days = Other days
taking_from = From
taking_until = Until
taking_parts = What is on it
taking_parts_hint = What you write in the journal is not on it, unless you pick an entry.
taking_part_factors = What might be around it

taking_part_words = Words I used most
taking_part_body = What I noticed in the body
taking_part_doings = What I did
taking_part_levels = Check-ins
taking_part_entries = From my journal

# Before a list of the parts.
taking_empty = These parts are still empty, and leave no gap on the page.

taking_change_lines = Change my lines
taking_pick = Pick something from the journal
taking_pick_hint = The whole entry goes on the page, in your words.
taking_pick_none = No entry belongs to these days.
taking_sheet_title = The page
taking_sheet_hint = What you see here is what is saved.
taking_sheet = The page as it will be saved
taking_size = Paper
taking_size_a4 = A4
taking_size_letter = US Letter
taking_fits = All of it fits on one page.
taking_fits_not = Not all of it fits on one page. What does not fit is shown below the page.
taking_left_off = This does not fit, and will not be saved. You might take a part off, or choose fewer days.

# $signs (text): signs that no font has, with blanks between
taking_unset = No font on this computer has these signs: { $signs }. Each of them stands as [?].

taking_save_as_is = Save it as it is
taking_save_title = Save it
taking_save_page = Save the page (PDF)
taking_save_csv = Save the check-ins (CSV)
taking_csv_lines = With the line I wrote at each check-in
taking_csv_lines_hint = Only in the CSV file, for a spreadsheet.
taking_not_encrypted = This file is not encrypted. Anyone who has it can read it. It goes only where you put it.
taking_saved = Saved.
taking_page_title = For my appointment

# $days (text): from which day until which, 21 October – 3 November 2026
taking_page_lead = { $days }. Self-reported. Not an assessment.

# $what (text): a word or an activity
# $n (number): how many times
taking_times = { $what } ({ $n })

taking_cant_tell = can’t tell
taking_levels_when = When
taking_levels_felt = How much I could feel

# $n (number): how many check-ins
taking_levels_basis =
    { $n ->
        [one] From { $n } check-in. Each number is my own answer: 0 is the least, 10 the most.
       *[other] From { $n } check-ins. Each number is my own answer: 0 is the least, 10 the most. Two numbers are the lowest and the highest.
    }

taking_csv_day = Day
taking_csv_time = Time
taking_csv_zone = Time zone
taking_csv_felt = How much I could feel (0–10)
taking_csv_energy = Energy (0–10)
taking_csv_comfort = Comfort (0–10)
taking_csv_words = Words
taking_csv_body = Body
taking_csv_line = Line

# $day (text): a day, 2026-11-03; the whole is the name of a file
# $ending (text): what kind of file it is, pdf
taking_file_page = page-{ $day }.{ $ending }

# $day (text): a day, 2026-11-03; the whole is the name of a file
# $ending (text): what kind of file it is, pdf
taking_file_plan = plan-{ $day }.{ $ending }

# $day (text): a day, 2026-11-03; the whole is the name of a file
# $ending (text): what kind of file it is, pdf
taking_file_entries = entries-{ $day }.{ $ending }

taking_entries = Take along
taking_entries_found = Take these along
taking_entries_title = Journal
taking_what = What
taking_what_entry = This entry
taking_what_found = All that the search finds
taking_what_days = Some days
taking_what_all = Every entry
taking_one_by_one = Choose one by one
taking_none_of_them = None of them
taking_all_of_them = All of them
taking_more_of_them = Show more
taking_pictures = With pictures
taking_pictures_hint = As copies that fit a page, without what a camera wrote into them.
taking_as = In which form
taking_as_pdf = PDF
taking_as_pdf_hint = To print, or to hand over.
taking_as_html = A page for a browser (HTML)
taking_as_html_hint = One file, to read on any screen.
taking_as_markdown = Plain text (Markdown)
taking_as_markdown_hint = With day, time zone and tags, for other programs.

# $n (number): how many entries
taking_count =
    { $n ->
        [one] { $n } entry.
       *[other] { $n } entries.
    }

# $done (number): how many entries were read
# $all (number): how many entries there are
taking_reading = Reading { $done } of { $all }.

taking_setting = Making the file.
taking_held = A file to take along
taking_held_entries = The file with entries of your journal is ready.
taking_held_plan = The file with your plan is ready.
taking_discard = Discard it
taking_stop = Stop
taking_save = Save

# $tags (text): the tags of the entry, between commas
taking_tags = Tags: { $tags }
