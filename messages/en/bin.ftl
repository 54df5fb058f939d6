### The bin: what was deleted, for 30 days.

bin_ask_all = Let everything in the bin go?
bin_ask_attachment = Let this file go?
bin_ask_lead = Nothing can bring it back afterwards.
bin_ask_one = Let this entry go?
bin_attached_again = It is back where it was.

# $goes (text): a day, 3 November 2026
bin_attachment_when = Here until { $goes }.

bin_attachments = Pictures, sounds and files
bin_bring_back = Bring back
bin_brought_back = The entry is in the journal again.
bin_emptied = The bin is empty.
bin_empty = Empty the bin
bin_empty_text = What you delete stays here for 30 days.
bin_empty_title = Nothing is in the bin
bin_keep = Keep it
bin_label = Deleted entries
bin_lead = What you delete stays here for 30 days. After that it is gone for good.
bin_let_go = Let go now
bin_let_go_attachment_done = The file is gone.
bin_let_go_done = The entry is gone.

# $on (text): the day it belongs to, 3 November 2026
# $goes (text): a day, 3 December 2026
bin_when = From { $on }. Here until { $goes }.
