### Going through an exercise step by step, and how it was afterwards.

play_next = Next
play_end = That is all
play_done = Done
play_skip = Skip
play_back = Back
play_stop = Stop
play_pause = Pause
play_worse = That made it worse

# $at (number): which step, from 1
# $all (number): how many steps
play_step_of = Step { $at } of { $all }

play_time_left = Time left
play_time_over = That was the time. You can stay as long as you like.
play_goes_on = Timed steps go on by themselves
play_ways = Time and pace
play_ways_and_sound = Time and sound
play_key_space = Space
play_key_s = S
play_key_p = P
play_key_escape = Esc
play_phase_in = In
play_phase_sip = A sip more
play_phase_hold = Rest
play_phase_out = Out
play_phase_rest = Rest
play_phase_left = Left
play_phase_right = Right
play_cadence = Pace, in seconds

# $phase (choice): a phase of the breath, or a side to tap on
# $n (text): how many seconds, 1.5
play_cadence_part =
    { $phase ->
        [in] In { $n }
        [sip] A sip more { $n }
        [hold] Rest { $n }
        [out] Out { $n }
        [rest] Rest { $n }
        [left] Left { $n }
       *[right] Right { $n }
    }

play_tone = A very quiet tone with the breath
play_tone_hint = It rises with the breath in and falls with the breath out.
play_bell = A soft bell when a step is over
play_tap = Tap along, or watch
play_tempo = How fast
play_tempo_slower = Slower
play_tempo_as_now = As now
play_tempo_quicker = Quicker
play_marks = Marks to press, if you like

# $at (number): which one, from 1
# $all (number): how many there are
play_mark = Mark { $at } of { $all }

play_finished_title = That was all of it.
play_finished_text = Whatever you noticed is fine, and so is nothing. Skipped steps are fine too.
play_stopped_title = Stopped. That is fine.
play_stopped_text = What you did is enough. Nothing more is asked.
play_made_worse_title = It is over now.
play_made_worse_text = Stopping is right. Some exercises do not fit, and that is no fault of yours.
play_left_out = It will not be suggested again.
play_not_left_out = It may be suggested again.
play_suggest_again = Suggest it all the same
play_leave_out = Leave it out
play_steadying = If something was stirred up, you might look around the room for a moment. Slowly, with open eyes.
play_steadying_open = Five senses round

practice_question = Compared with before?
practice_hint = One press, or none. It is kept for you and never added up.
practice_heavier = Heavier
practice_same = About the same
practice_lighter = Lighter
practice_cant_tell = Can't tell
practice_before = How it was other times

# $day (text): the day on which it was said, 3 November 2026
practice_let_go = Let go of what was said on { $day }

practice_gone = Gone.
