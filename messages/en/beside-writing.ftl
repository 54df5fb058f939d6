### Beside the writing page, from “More for this page”: something flickered, a parked worry, concrete or circling.

flicker_title = Something flickered
flicker_allow = It may be here. Nothing has to be done about it.
flicker_name = A word for it, near enough
flicker_more = More words
flicker_no_word = No word for it
flicker_from = Where did it come from?
flicker_without = Something without a word

# $word (text): a word for a feeling; it begins the sentence
flicker_entry = { $word }.

flicker_entry_no_word = Something without a word.

# $word (text): a word for a feeling, or flicker_without; it begins the sentence
# $place (choice): where it came from (flicker_choice_…)
flicker_entry_from =
    { $place ->
        [seen] { $word }, from something seen.
        [heard] { $word }, from something heard.
        [smelled] { $word }, from a smell or a taste.
        [touched] { $word }, from touch, warmth or cold.
        [body] { $word }, from inside the body.
        [thought] { $word }, from a thought or a memory.
        [someone] { $word }, from someone.
       *[unknown] { $word }, from nowhere I could tell.
    }

flicker_choice_seen = Something seen
flicker_choice_heard = Something heard
flicker_choice_smelled = A smell or a taste
flicker_choice_touched = Touch, warmth, cold
flicker_choice_body = Inside the body
flicker_choice_thought = A thought or a memory
flicker_choice_someone = Someone
flicker_choice_unknown = Can’t tell
flicker_kept = It stands in the journal, and can be let be. You might go back to what your hands were doing.

worry_title = Park a worry
worry_lead = A word or two, and a time to look at it. Until then it is out of sight.
worry_text = The worry, in a word or two
worry_when = When to look at it

# $time (text): a time of day, 19:00
worry_this_evening = This evening, at { $time }

# $time (text): a time of day, 19:00
worry_tomorrow_evening = Tomorrow evening, at { $time }

worry_other_time = Another time
worry_day = Day
worry_time = Time
worry_needs_word = A word for it is needed, any word.
worry_needs_time = A day and a time are needed.

worry_park = Park it
worry_not_now = Not now

# $when (choice): the day on which it will be looked at
# $day (text): a day, 3 November 2026
# $time (text): the time of day, 19:00
worry_at =
    { $when ->
        [today] today, { $time }
        [tomorrow] tomorrow, { $time }
       *[later] { $day }, { $time }
    }

# $when (choice): the day on which it will be looked at
# $day (text): a day, 3 November 2026
# $time (text): the time of day, 19:00
worry_parked =
    { $when ->
        [today] Parked until today, { $time }. You might go back to what you were doing.
        [tomorrow] Parked until tomorrow, { $time }. You might go back to what you were doing.
       *[later] Parked until { $day }, { $time }. You might go back to what you were doing.
    }

worry_parked_list = Parked already
worry_let_go = Let it go

# $worry (text): the worry
worry_let_go_of = Let it go: { $worry }

worry_gone = The worry is gone from here.
worry_safety = Not for a worry about your safety, or someone else’s. That needs a person today.
worry_safety_help = Help
worry_waiting = You parked this until now.

# $n (number): how many minutes
worry_look =
    { $n ->
        [one] Look at it for { $n } minute
       *[other] Look at it for { $n } minutes
    }

worry_park_again = Park it again

circling_title = Concrete or circling?
circling_lead = Some thinking moves, and some goes round. From inside they can look alike.
circling_ask = After the last minutes: am I nearer to a next step, or to something clearer?
circling_yes = Yes
circling_no = No
circling_cant_tell = Can’t tell
circling_step = Then it moves. If there is a step in it, one small line may be enough.
circling_step_put = Put “What, where, when” on the page
circling_step_line = What, where, when:
circling_go_on = Write on
circling_circle = It may be a circle. A smaller question can lead out of it, or it can be left here.
circling_turns = Smaller questions

# $why (text): the question it is instead of (circling_from_…)
circling_instead = instead of “{ $why }”

circling_from_like_this = Why am I like this?
circling_to_like_this = How could the next hour be a little easier?
circling_from_nothing_through = Why is nothing getting through?
circling_to_nothing_through = What was the last thing I noticed?
circling_from_stays = What if it stays like this?
circling_to_stays = What comes next today: a cup, a door, a call?
circling_from_said = Why did I say that?
circling_to_said = What could I say next time, in one line?
circling_from_always = Why does this always happen?
circling_to_always = When did it begin today, and where was I?
circling_park = Park it for later
circling_leave = Leave it here
