### The page Library: finding something to read or to do, one item of it, topics that are muted.

library_zones = Leave out
library_zones_hint = What you press is skipped, here and in other exercises, until the program closes.
library_zone_hands = Hands
library_zone_arms = Arms
library_zone_shoulders = Shoulders
library_zone_neck = Neck
library_zone_face = Face
library_zone_back = Back
library_zone_legs = Legs
library_zone_feet = Feet
library_lead = Small things to do or read. Nothing here has to be finished.
library_kind_do = Do
library_kind_breathe = Breathe
library_kind_rest = Rest and steady
library_kind_move = Move
library_kind_write = Write
library_kind_connect = With others
library_kind_read = Read
library_filter_kind = What kind of thing
library_filter_need = What I need
library_filter_more = More ways to narrow
library_filter_favourites = What I kept
library_only_favourites = Only what I kept
library_need_come_back = To come back into the room
library_need_steady = To steady myself
library_need_sleep = To rest or sleep
library_need_feel_a_little = To feel a little
library_need_begin_small = To begin something small
library_need_put_in_words = To find words
library_need_be_with_people = To be with people
library_need_understand = To understand this
library_need_find_help = To find help
library_filter_words = Search the library
library_filter_length = How long it takes
library_filter_energy = Energy there is
library_filter_topic = Topic
library_length_one_minute = A minute or two
library_length_five_minutes = 5 minutes
library_length_fifteen_minutes = 15 minutes
library_filter_clear = Show everything again
library_find = Find something
library_found = What was found
library_everything = The whole library

# $n (number): how many items
library_all =
    { $n ->
        [one] { $n } thing is here.
       *[other] { $n } things are here.
    }

# $n (number): how many items
library_left =
    { $n ->
        [one] { $n } thing fits.
       *[other] { $n } things fit.
    }

library_now = For right now
library_now_hint = Two presses, and a few things to choose from. None of them is fine too.
library_now_length = Time there is
library_now_energy_none = Almost none
library_now_energy_low = A little
library_now_energy_some = Some

# $n (number): how many minutes: 2, 5 or 15
library_now_why_none = Each takes { $n } minutes at most and asks for almost no energy.

# $n (number): how many minutes: 2, 5 or 15
library_now_why_low = Each takes { $n } minutes at most and asks for no more than a little energy.

# $n (number): how many minutes: 2, 5 or 15
library_now_why_some = Each takes { $n } minutes at most and fits the energy there is.

library_now_other = Something else
library_now_nothing = Nothing in the library fits this. Resting is an answer too.

# $title (text): the title of the item
library_stop = Last time you stopped part of the way through “{ $title }”.

library_stop_go_on = Go on from there
library_stop_no = Not now
library_energy_none = Almost no energy
library_energy_low = A little energy
library_energy_some = Some energy

# $n (number): how many minutes
library_minutes =
    { $n ->
        [one] { $n } minute
       *[other] { $n } minutes
    }

library_kept = Kept
library_favourite = Keep this one
library_leave_out = Leave this one out
library_left_out = Left out
library_bring_back = Bring back

# $title (text): the title of the item
library_bring_back_label = Bring back “{ $title }”

library_said_favourite = Kept.
library_said_not_favourite = No longer kept.
library_said_left_out = Left out. It will not be suggested.
library_said_back = It is back in the library.
library_none_title = Nothing fits all of this
library_none_muted = Something here touches on a topic you muted.

# After what would be let go of, such as “Any length”.
# $n (number): how many items there would be
library_loosen =
    { $n ->
        [one] { $n } thing would fit
       *[other] { $n } things would fit
    }

library_loosen_topic = Any topic
library_loosen_kinds = Any kind
library_loosen_length = Any length
library_loosen_favourites = Not only what I kept
library_loosen_energy = Any energy
library_loosen_need = Whatever I need
library_loosen_typed = Any words
library_gone_title = This is not in the library
library_gone_text = It may have had another name in an earlier version.
library_to_all = See the library
library_eyes_open = Eyes open
library_eyes_closed = Eyes may close
library_focus_outer = Turned outward
library_focus_inner = Turned inward
library_touches_none = It touches on no topic that can be muted.
library_cautions_none = No caution is known for it.

# Before the topics (library_topic_…), such as “eating”.
library_touches = Touches on

library_topic_substances = alcohol or drugs
library_topic_self_harm = self-harm
library_topic_trauma = frightening events
library_topic_eating = eating
library_topic_death = death and loss
library_topic_suicide = thoughts of suicide
library_first_title = Before this opens
library_first_text = You muted that. It opens if you want it to.
library_first_back = Back to the library
library_first_open = Open it

muted_title = Muted topics
muted_label = Topics I would rather not meet
muted_hint = What touches on a muted topic is left out of lists, search, ideas and suggestions. What you wrote yourself stays.
muted_never_help = Help is never muted.

library_cautions = Who might leave this, and what to know first
library_steps = Step by step
library_begin = Begin
library_to_journal = Open the journal
library_to_doing = More things to do
library_smaller = The smaller version
library_sources = Where this comes from
library_review_none = Not clinically reviewed.

# $written (text): a day, 3 November 2026
# $due (text): a day, 3 November 2026
library_dates = Written on { $written }. To be looked at again by { $due }.

library_over_close = Close
