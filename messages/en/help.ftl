### The page Help: emergency number and lines, one’s people, the safety plan, lines for an appointment.
### Read by people in danger. Keep every sentence short and plain; promise nothing.

plan_picture = A picture of my own
plan_picture_hint = Someone, an animal or a place that matters to you. It is shown above the plan, and kept inside your encrypted file.
plan_picture_words_hint = What it shows. It is read aloud in place of the picture.
plan_picture_choose = Choose a picture
plan_picture_other = Choose another picture
plan_picture_remove = Take the picture away
plan_picture_added = The picture is part of your plan. Place, time and camera notes were taken out where they were found.

help_emergency = In immediate danger, call

# $numbers (text): the emergency number, or several
help_emergency_on_paper = In immediate danger, call { $numbers }


# Before the name of a country.
help_emergency_place = Emergency number

help_emergency_unchecked = Emergency numbers come from general knowledge. We have not checked them ourselves.
help_country = Country for the numbers
help_country_guess = This is a guess from the language of this computer. You can choose another.
help_country_visit = You are looking at this country for now. It is kept only if you ask for it.
help_country_keep = Keep as my country

# $country (text): the name of the country
help_country_back = Back to { $country }

help_nobody = This program cannot call anyone. Nobody is watching, and nobody is told that you opened this page.
help_larger = Larger print
help_pages = Pages in Help
help_wish = Show lines for
help_way_phone = Calling
help_way_sms = Texting
help_way_chat = Chat
help_wish_open = Open now
help_wish_open_hint = Lines known to be closed now are left out. Those with unknown hours stay, further down.
help_wish_need = For whom
help_wish_language = Language
help_wish_none = Show all lines
help_need_any = Anyone
help_need_young_people = Young people
help_need_substances = Alcohol and other drugs
help_need_veterans = Veterans and service members
help_need_families = Those close to someone
help_need_violence = Violence or abuse
help_need_deaf = Deaf or hard of hearing people
help_need_lgbtq = LGBTQ+ people
help_need_indigenous = Indigenous people
help_language_any = Any language

# $n (number): how many lines
help_found =
    { $n ->
        [one] { $n } line is shown.
       *[other] { $n } lines are shown.
    }

help_none_fits = No line here fits all of that. You might show all lines, or look further below.
help_no_lines = We have no line for this country yet whose number we could check. The emergency number is above. findahelpline.com lists lines by country.
help_open_always = Open day and night

# $time (text): the time of day, 22:00
help_open_until = Open now, until { $time } your time

# $time (text): the time of day, 09:00
help_closed = Closed now. Opens at { $time } your time

help_open_unknown = We do not know for sure when it is open.
help_shelf_urgent = When it cannot wait
help_shelf_talk = Someone to talk to
help_shelf_find = Where to look further
plan_line_text = By text
help_line_chat = By chat
help_line_page = Their own page

# Beside the hours.
help_line_hours = Hours as seen

# Beside the languages.
help_line_languages = Language

# Beside whom the line is for.
help_line_audience = For

# $month (text): a month, November 2026
help_line_seen = Seen on a public page in { $month }.

help_line_recheck = This one is older: worth checking on their own page.
help_line_old = Nobody has looked at its page for more than a year. It may have changed.
help_people = My people
help_people_hint = Someone you might write to or sit with. Only you see this list.
help_people_closed = They are in the locked file, and shown here once the journal is open.
help_person_add = Add someone

# $name (text): the person’s name
help_person_edit = Change { $name }

# $name (text): the person’s name
help_person_delete = Delete { $name }

help_person_gone = Deleted.
help_person_name = Name
help_person_reach = How to reach them
help_person_reach_hint = A number, or words such as “knock next door”. It can stay empty.
help_person_cancel = Cancel
help_person_keep = Keep
help_signs = Signs that say: today
help_signs_hint = With any of these, it is right to call the emergency number or a crisis line, or to have someone stay with you.
help_sign_plan = Thoughts of ending your life, with a plan or the wish to act on them
help_sign_safe = You cannot keep yourself safe, or you are hurt
help_sign_others = Thoughts of harming someone else
help_sign_voices = Seeing or hearing things that tell you to act, or that put you in danger
help_sign_awake = Hardly any sleep for days, and racing energy
help_sign_took = You took too much of something, or you shake, have fits or feel confused after stopping
help_sign_body = A face, arm or leg that is suddenly weak or numb, slurred speech, chest pain, a first fit
help_sign_eating = You have stopped eating or drinking
help_sign_home = Someone at home is hurting you
help_sign_birth = After a birth: confused, very high, very low, or afraid of harming the baby
help_signs_unsure = You do not have to be sure. Calling to ask is allowed.
help_soon = Signs that say: soon
help_soon_hint = With any of these, it is worth talking to a doctor or another professional within days, two weeks at most.
help_soon_weeks = Feeling numb on most days for two weeks or more, or on and off for months
help_soon_slipping = Work, study, care for someone or closeness to people is slipping
help_soon_unreal = Often feeling unreal, or outside your own body
help_soon_event = Memories that push in, nightmares or jumpiness after something that happened
help_soon_medicine = A medicine that was new or changed around the time it began. Please do not stop it on your own.
help_soon_substances = Drinking or taking drugs in order to feel something, or nothing
help_soon_sleep = Sleep or weight that has changed a lot
help_soon_panic = Panic that comes again
help_soon_gaps = Gaps in memory
help_soon_grief = Grief that seems to stand still, or hope that has gone
help_soon_worth = Thoughts that life is not worth living, without a plan. With a plan it is a sign for today.
help_soon_body = It is also worth asking about the body: thyroid, anaemia, missing vitamins, sleep, hormones, a head injury, migraine, epilepsy.
help_soon_more = About a first appointment
help_factor_title = What might be around this
help_factor_detail = Things that can go along with feeling numb. To read, or to tick for yourself.
help_factor_lead = Some things go along with feeling numb more often than others. This list is no test and draws no conclusion.
help_factor_private = What you tick stays on this computer, encrypted. Nothing is read from it.
help_factor_closed = There are ticks and notes here when your journal is open.
help_factor_more = What it is, and who to talk to

# $name (text): what it is, such as “Depression”
help_factor_more_about = “{ $name }”: what it is, and who to talk to

help_factor_read = Read more

# $name (text): what it is, such as “Depression”
help_factor_read_about = Read more about “{ $name }”

help_factor_note = A note of your own
help_factor_others = Other answers
help_factor_other = Something else
help_factor_unknown = I do not know
help_factor_unsaid = I would rather not say
help_signs_more = More about when to get help
help_plan = My safety plan
help_plan_detail = In your own words, for hours when thinking is hard
help_plan_lead = A page in your own words, for hours when thinking is hard.
help_plan_calm = A calmer day is best for writing this. If you think of ending your life now, or cannot keep yourself safe, leave it. Help has the emergency number and lines.
help_plan_with = It is best made with a professional, or with someone you trust. Alone is also a beginning.
help_appointment = For an appointment
help_appointment_detail = What you want to say and ask, in your own lines
help_appointment_lead = A page to take along, so that you do not have to remember it there.
help_appointment_medicines = Do not stop or change a medicine on your own. Stopping suddenly can make you ill. A prescriber can look at it with you.
help_appointment_read = Read about a first appointment
help_kinds = Kinds of help
help_kinds_detail = Who does what, and ways to talk to someone
help_read_more = More to read
help_sheet_private = Any part may stay empty. It stays in the locked file on this computer, and nothing is sent.
help_sheet_closed = This page is in the locked file. It opens with your journal. The numbers on Help work without it.
help_sheet_begin = Begin
help_sheet_change = Change
help_sheet_done = Read it
help_sheet_kept = Each line is kept as you write it.

# $day (text): a day, 3 November 2026
help_sheet_changed = Last changed on { $day }. On a calm day you might look it over.

help_sheet_print = Print
help_sheet_save = Save as a file

# $day (text): a day, 3 November 2026
help_sheet_on_paper = As it was on { $day }.

help_sheet_printed = A printed page is not locked: anyone who finds it can read it.
help_read_before = Previous
help_read_next = Next

# $place (number): which part, from 1
# $parts (number): how many parts
help_read_place = Part { $place } of { $parts }

help_read_whole = All on one page
help_part_signs = How I can tell it is getting harder
help_part_signs_hint = A thought, a habit, a time of day. One or two are enough.
help_part_alone = On my own, for a while
help_part_alone_hint = Small things that have carried you through an hour. What matters to you can stand here too.
help_part_company = Near others
help_part_company_hint = People and places that take your mind elsewhere. You need not talk about it there.
help_part_ask = Who I can tell
help_part_ask_hint = People you might ask to listen, to stay, or to make a call for you.
help_part_professionals = People trained for this
help_part_professionals_hint = A doctor, a clinic, a line from Help. Two are safer than one, since a line can be busy.
help_part_safer = Safer around me
help_part_safer_hint = What could be put out of reach for a while, and who could hold it? You need not write down what it is.
help_part_say = What I want to say
help_part_say_hint = Since when, what is less, what gets harder. You may hand the page over and say nothing.
help_part_questions = What I want to ask
help_part_questions_hint = For example: what could this be, what are the choices, who do I call if it gets worse?
help_part_noticed = Signs I noticed
help_part_noticed_hint = In the body, in sleep, in moments when things seem unreal. Dates if you know them; a guess is fine.
help_part_medicines = What I take
help_part_medicines_hint = In your own words, and since when. Alcohol and other drugs can stand here too.
help_part_prescriber = A note for my prescriber
help_part_prescriber_hint = Feeling less may come from the illness, the medicine, or both. You might write since when, what changed then, and what the medicine helps with.
help_part_note = Anything else
help_part_note_hint = Whatever has no other place. It stands on the page to take along.
help_take_along = A page to take along
help_take_along_detail = Your lines and your check-ins on one page, to print or to hand over

# $part (text): the heading of the part (help_part_…)
# $n (number): which line, from 1
plan_line_nth = “{ $part }”, line { $n }

# $name (text): the person’s name
help_line_about = About { $name }, if you like

plan_line_add = Add a line

# $part (text): the heading of the part (help_part_…)
plan_line_add_to = Add a line to “{ $part }”

# $name (text): the person’s name
# $part (text): the heading of the part (help_part_…)
plan_line_add_person = Add { $name } to “{ $part }”

# $line (text): what the line says
plan_line_up = Move up: { $line }

# $line (text): what the line says
plan_line_down = Move down: { $line }

plan_line_delete_empty = Delete this empty line
