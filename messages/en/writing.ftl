### Writing an entry: the tools above the text, ways to begin on a blank page, a time for writing, how the page looks.

# Before one or more sentences from the library.
beginning_afterwards = For afterwards, if it fits.

beginning_another = Another one
beginning_body = Body only
beginning_body_breath = Chest and breath
beginning_body_feet = Feet
beginning_body_hands = Hands
beginning_body_head = Head and face
beginning_heavy = Heavy
beginning_heavy_close = It comes with a small step back into the room, and you can leave it at any word.
beginning_heavy_open = Open the question
beginning_heavy_text = You might open it, take a light one, or go without.
beginning_heavy_title = A heavy question may stir things up
beginning_light = Light
beginning_lighter = A light one
beginning_middle = Middle
beginning_question = A question
beginning_three = Three things that happened
beginning_title = If a blank page is a lot, you might begin with
beginning_weather = The weather inside
beginning_weather_light = Light
beginning_weather_sky = Sky
beginning_weather_wind = Wind
beginning_weight = How much it may stir up
beginning_without = Without a question
beginning_write = Write to this

# $key (text): the key that is held, Ctrl or ⌘
editor_bold = Bold ({ $key }+B)

editor_copy_link = Copy the address of this link
editor_heading = Heading

# $key (text): the key that is held, Ctrl or ⌘
editor_italic = Italic ({ $key }+I)

editor_label = Journal entry
editor_list = List

# $key (text): the key that is held, Ctrl or ⌘
editor_nest = Into the item above ({ $key }+])

editor_picture_gone = A picture stood here. It is not attached any more.
editor_placeholder = Anything, or nothing much. It is kept as you write.
editor_quote = Quote

# $key (text): the key that is held, Ctrl or ⌘
editor_task = List to tick ({ $key }+Enter ticks)

editor_task_blank = Nothing written beside it
editor_tools = Shape the text

# $key (text): the key that is held, Ctrl or ⌘
editor_unnest = Out of the item above ({ $key }+[)

writing_page = The writing page
writing_size = Size of the letters
writing_size_normal = As everywhere
writing_size_larger = Bigger
writing_size_largest = Biggest
writing_width = Length of the lines
writing_width_narrow = Short
writing_width_normal = Comfortable
writing_width_wide = Long
writing_title = A title on every page
writing_title_hint = It may stay empty.
writing_words = Count the words
writing_bell = A soft bell at the end of a time for writing
writing_bell_hint = Without it the end is silent.

# $n (number): how many words
writing_count =
    { $n ->
        [one] { $n } word
       *[other] { $n } words
    }

editor_title = Title, if it has one

more_open = More for this page
more_title = A title
more_title_hint = One line above the text. Searches find it.
more_time = A time for writing
more_time_hint = A few minutes with a quiet end.
more_circling = Concrete or circling?
more_circling_hint = For when a thought goes round.
more_park = Park a worry
more_park_hint = Give it a time, and go back to the page.
more_flicker = Something flickered
more_flicker_hint = A word for something faint.
more_form = Keep this as a way to begin
more_form_hint = A new page can start with what stands here.
more_look = The writing page
more_look_hint = Size, width, title and word count.

beginning_close = You might look around and name three things you see.
beginning_leave_out = Leave this one out
beginning_left_out = This question will not come again.

# $n (number): how many minutes
beginning_write_for =
    { $n ->
        [one] Write for { $n } minute
       *[other] Write for { $n } minutes
    }

own_open = My own ways
own_title = My own ways to begin
own_lead = They come on a blank page, beside the others.
own_questions = Questions
own_questions_hint = They come among the others.
own_question = Question
own_question_add = Add a question
own_question_gone = The question is removed.
own_forms = Forms
own_forms_hint = A written page can be kept as a form, under “More for this page”.
own_form_gone = The form is removed.

# $what (text): the question
own_change = Change “{ $what }”

# $name (text): the name of the form
own_rename = Rename “{ $name }”

# $what (text): the question, or the name of the form
own_remove = Remove “{ $what }”

own_keep = Keep
own_leave = Leave it
own_left_out = Questions left out
own_let_in = Let it come again

# $question (text): the question
own_let_in_named = Let it come again: “{ $question }”

form_keep = Keep this as a way to begin
form_keep_lead = The words on this page become a form. The page itself stays as it is.
form_keep_it = Keep it

# $name (text): the name of the form
form_kept = “{ $name }” is one of your ways to begin now.

form_name = Name of the form

time_title = A time for writing
time_lead = The page says when it is over. What you write is kept either way, and you can stop at any word.

# $n (number): how many minutes
time_minutes =
    { $n ->
        [one] { $n } minute
       *[other] { $n } minutes
    }

# $time (text): the time of day, 09:05
time_until = Writing until { $time }.

time_stop = Stop the time
time_over = That was the time. You might finish this line and look up.
time_close = Enough for now

# $n (number): how many minutes
time_more =
    { $n ->
        [one] { $n } more minute
       *[other] { $n } more minutes
    }
