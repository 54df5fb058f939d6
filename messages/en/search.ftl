### Searching the journal, and its tags.

tags_add = Add a tag
tags_in_use = Tags in use
tags_keep_apart = Keep them apart
tags_label = Tags
tags_merge = Make them one

# $from (text): the tag that was renamed
# $to (text): the tag it is one with
tags_merged = “{ $from }” and “{ $to }” are one tag now.

# $names (text): the tags, between commas
tags_merged_at_opening = Tags that look the same are one now: { $names }. Kept apart, the second gets a number.

tags_name = Name
tags_none_text = An entry can have some, below its text. They may help to find it again.
tags_none_title = No tags yet

# $tag (text): the tag
tags_remove = Take off the tag “{ $tag }”

# $tag (text): the tag
tags_rename = Rename the tag “{ $tag }”

tags_rename_do = Rename
tags_rename_lead = Every entry that has it follows.
tags_rename_not = Leave it

# $from (text): its former name
# $to (text): its new name
tags_renamed = “{ $from }” is called “{ $to }” now.

# $to (text): the tag it would be one with
# $from (text): the tag that is renamed
tags_will_merge = “{ $to }” is in use already. “{ $from }” and “{ $to }” would become one tag.

# $text (text): what was typed
# $is (choice): whether it is looked for, or left out
search_exactly =
    { $is ->
        [left_out] not exactly “{ $text }”
       *[sought] exactly “{ $text }”
    }

# $day (text): a day, 3 November 2026
# $is (choice): whether it is looked for, or left out
search_from =
    { $is ->
        [left_out] not from { $day } on
       *[sought] from { $day } on
    }

# $is (choice): whether it is looked for, or left out
search_has_file =
    { $is ->
        [left_out] not with another file
       *[sought] with another file
    }

# $is (choice): whether it is looked for, or left out
search_has_picture =
    { $is ->
        [left_out] not with a picture
       *[sought] with a picture
    }

# $is (choice): whether it is looked for, or left out
search_has_sound =
    { $is ->
        [left_out] not with a sound
       *[sought] with a sound
    }

search_help = What can be typed
search_help_after = after a day, a month or a year
search_help_before = before a day, a month or a year
search_help_exactly = these words, one after the other
search_help_file = with a file that is neither picture nor sound
search_help_not = without a word that begins so
search_help_on = on a day, in a month or in a year
search_help_picture = with a picture
search_help_sound = with a sound
search_help_starred = with a star
search_help_tag = with a tag

# $time (text): a month, November 2026, or a year, 2026
# $is (choice): whether it is looked for, or left out
search_in =
    { $is ->
        [left_out] not in { $time }
       *[sought] in { $time }
    }

# $day (text): a day, 3 November 2026
# $is (choice): whether it is looked for, or left out
search_on =
    { $is ->
        [left_out] not on { $day }
       *[sought] on { $day }
    }

# $is (choice): whether it is looked for, or left out
search_starred =
    { $is ->
        [left_out] not starred
       *[sought] starred
    }

# $text (text): what was typed
# $is (choice): whether it is looked for, or left out
search_start =
    { $is ->
        [left_out] not beginning with “{ $text }”
       *[sought] beginning with “{ $text }”
    }

# $tag (text): the tag
# $is (choice): whether it is looked for, or left out
search_tag =
    { $is ->
        [left_out] not the tag “{ $tag }”
       *[sought] the tag “{ $tag }”
    }

# $tag (text): the beginning of a tag
# $is (choice): whether it is looked for, or left out
search_tag_start =
    { $is ->
        [left_out] not a tag beginning with “{ $tag }”
       *[sought] a tag beginning with “{ $tag }”
    }

# $what (text): a part of the search (search_…)
search_take_out = Take “{ $what }” out of the search

search_understood = What is looked for

# $what (text): the signs that were typed
search_unsought = { $what } cannot be looked for. Letters, numbers and emoji can.

# $day (text): a day, 3 November 2026
# $is (choice): whether it is looked for, or left out
search_until =
    { $is ->
        [left_out] not until { $day }
       *[sought] until { $day }
    }
