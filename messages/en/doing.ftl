### The page Doing: shelves of activities, doing one, routines.

doing_lead = Small things first. A feeling may follow, or not.
doing_tab_activities = Activities
doing_tab_routines = Routines
doing_shelves = Shelves
doing_shelf_used_to_like = Things I used to like
doing_shelf_ladder = Comfort-zone ladder
doing_shelf_small_changes = Small changes
doing_shelf_mine = Mine
doing_shelf_for_used_to_like = Meet them again without having to enjoy them. Going near is enough.
doing_shelf_for_ladder = Small steps past what feels easy, the lowest rung first. You might stay on one as long as you like.
doing_shelf_for_small_changes = One thing done a little differently, so that the day is not all the same.
doing_shelf_for_mine = For things that fit nowhere else and need no reason.
doing_mine_empty_title = This shelf is empty
doing_mine_empty_text = You might put something here that is only yours. It can be tiny.
doing_add_own = Add my own
doing_ideas = Ideas
doing_ideas_other = Others
doing_idea_add = Add

# $title (text): the idea
doing_idea_add_label = Add “{ $title }”

# $title (text): what the activity is called
doing_added = On your shelf: “{ $title }”

doing_changed = Changed.

# $title (text): what the activity is called
doing_deleted = Deleted: “{ $title }”

# $title (text): what the activity is called
doing_edit = Change “{ $title }”

# $title (text): what the activity is called
doing_delete = Delete “{ $title }”

# $n (number): how many minutes
doing_minutes =
    { $n ->
        [one] { $n } minute
       *[other] { $n } minutes
    }

doing_energy_none = almost no energy
doing_energy_low = a little energy
doing_energy_some = some energy
doing_form_add = Something of my own
doing_form_edit = Change this activity
doing_form_title = What it is
doing_form_smaller = A smaller version
doing_form_smaller_hint = For days when the whole is too much. It can stay empty.
doing_form_energy = How much energy it asks
doing_form_minutes = How long
doing_form_open_ended = As long as it takes
doing_form_shelf = Shelf
doing_form_keep = Done
doing_latest = Lately
doing_latest_empty = What you do shows up here. It can also stay empty.
doing_outcome_done = done
doing_outcome_part_of_it = part of it
doing_outcome_stopped = stopped
doing_outcome_open = begun
doing_smaller = Do the smaller one
doing_guess = How much might you like it?
doing_guess_hint = A guess before. It can stay empty.
doing_scale_not_at_all = not at all
doing_scale_a_lot = a lot
doing_begin = Begin
doing_not_now = Not now
doing_while = Take the time it takes. Leaving half-way is fine.

# $title (text): what the activity is called
doing_while_smaller = The smaller version of “{ $title }”

doing_time_left = Time left

# $n (number): how many minutes
doing_timer_start_minutes =
    { $n ->
        [one] Start a timer of { $n } minute
       *[other] Start a timer of { $n } minutes
    }

doing_part_of_it = That was part of it
doing_after_title = It counts, also when it felt like nothing.
doing_after_text = You might say how it was. Any of these can stay empty; each is kept as you press it.
doing_rate_pleasure = I liked it
doing_rate_mastery = I managed it
doing_rate_closeness = I felt close to something or someone
doing_stopped_title = Stopped. That is fine.
doing_stopped_text = Beginning was something too. Nothing more is asked.
doing_back_list = Back to Doing
doing_back_elsewhere = Back to Today
doing_not_here = This is not here any more.
doing_routines_for = Steps in an order, one at a time. Any step can be skipped.
doing_cautions = Before you begin
doing_steps = The steps
doing_form_energy_none = Almost none
doing_form_energy_low = A little
doing_form_energy_some = Some
