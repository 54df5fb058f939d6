### Pictures, sounds and files of an entry.

attachments_add = Attach pictures, sounds or files

# $n (number): how many files
# $name (text): the name of the file, if it is one
attachments_added =
    { $n ->
        [one] “{ $name }” is attached.
       *[other] { $n } files are attached.
    }

# $name (text): the name of the file
attachments_adding = Attaching “{ $name }”

# $name (text): the name of the file
# $n (number): how many files come after it
attachments_adding_more = Attaching “{ $name }”, then { $n } more

attachments_caption = In your own words
attachments_caption_hint = What it shows. It is read aloud in place of the picture, and search finds it.
attachments_cleaned = Place, time and camera notes were taken out.
attachments_cleaned_some = Pictures are without place, time and camera notes. Other files may say where they were made.
attachments_copy = Save a copy
attachments_copy_open = A saved copy is not encrypted.
attachments_keep_metadata = Keep what the camera wrote
attachments_label = Attached
attachments_larger = Larger
attachments_let_go = Let go here to attach it.
attachments_move = Let it move
attachments_no_view = This kind of file cannot be shown here. You might save a copy and open that.
attachments_not_shown_too_large = This picture is too large to be shown here. It is kept as a file.
attachments_not_shown_unreadable = This picture cannot be read. It is kept as the file it is.

# $part (text): how much is there, 1.5 MB
# $whole (text): how large it is, 20 MB
attachments_opening = Opening, { $part } of { $whole }

attachments_picture = Picture. Plus and minus change its size, 0 shows all of it.
attachments_put = Show it in the text
attachments_remove = Take off this entry
attachments_remove_here = Take it away
attachments_removed = It is in the bin for 30 days.

# $width (number): dots from side to side
# $height (number): dots from top to bottom
attachments_sides = { $width } × { $height }

attachments_size = Size of the picture
attachments_smaller = Smaller
attachments_stop = Stop
attachments_text = The text of the file
attachments_metadata_kept = It holds place, time and camera notes, as far as they were in it.
attachments_metadata_removed = Place, time and camera notes were taken out.
attachments_metadata_unknown = This kind of file may say where and when it was made. That was not taken out.
attachments_whole = All of it
