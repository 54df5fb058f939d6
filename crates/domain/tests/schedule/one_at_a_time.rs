//! The rule, one case at a time.

use chrono::{Duration, NaiveTime};
use pilot_domain::{
    Invalid, ReminderId, civil,
    reminder::{About, Answer, Days, Hold, NudgeStatus, Pause, Reason, Reminder, ReminderDraft, Timing},
    rules::QuietHours,
    schedule::{coming_week, next_moment, pause_end},
};

use crate::life::{EVERY_DAY, Life, at, days_later, on, reminder, window};

fn ten_to_twelve() -> Life {
    Life::of(vec![reminder(window(600, 720), at("2026-11-01T00:00:00Z"))], chrono_tz::UTC)
}

#[test]
fn missed_while_asleep_it_comes_once_inside_its_window_and_never_after() {
    let mut life = ten_to_twelve();
    life.look(at("2026-11-03T09:00:00Z"));
    life.look(at("2026-11-03T11:59:59Z"));
    life.look(at("2026-11-03T12:00:00Z"));
    assert_eq!(
        life.statuses(),
        [NudgeStatus::Passed, NudgeStatus::Shown],
        "the day before passed, this one came"
    );
    let mut life = ten_to_twelve();
    life.look(at("2026-11-03T12:00:00Z"));
    assert_eq!(life.statuses(), [NudgeStatus::Passed, NudgeStatus::Passed]);
    assert_eq!(life.log[1].reason, Some(Reason::Asleep));
}

#[test]
fn made_inside_its_window_it_comes_in_what_is_left() {
    let made = at("2026-11-03T10:59:10Z");
    let life = Life::of(vec![reminder(window(600, 660), made)], chrono_tz::UTC);
    let next = next_moment(&life.reminders[0], life.facts(made - Duration::seconds(1))).unwrap();
    assert!(next >= made && next < at("2026-11-03T11:00:00Z"), "{next}");
    // Made when the window has closed: the next day's window is whole.
    let late = at("2026-11-03T11:00:00Z");
    let life = Life::of(vec![reminder(window(600, 660), late)], chrono_tz::UTC);
    assert_eq!(next_moment(&life.reminders[0], life.facts(late)).unwrap().date_naive(), on("2026-11-04"));
}

#[test]
fn a_pause_holds_it_until_its_end_if_the_window_is_still_open() {
    let mut life = ten_to_twelve();
    let now = at("2026-11-03T11:59:00Z");
    life.last_awake = Some(now);
    life.paused_until = Some(at("2026-11-03T11:59:30Z"));
    let decision = life.look(now);
    assert_eq!((decision.show, decision.next_wake), (None, life.paused_until));
    assert!(life.look(now + Duration::seconds(31)).show.is_some());
}

#[test]
fn a_pause_through_its_window_is_written_down_as_the_reason() {
    let mut life = ten_to_twelve();
    life.look(at("2026-11-03T00:00:00Z"));
    life.log.clear();
    life.paused_until = Some(at("2026-11-03T13:00:00Z"));
    life.live(at("2026-11-03T00:00:30Z"), at("2026-11-03T14:00:00Z"));
    let last = life.log.last().unwrap();
    assert_eq!(
        (last.on, last.status, last.reason),
        (on("2026-11-03"), NudgeStatus::Passed, Some(Reason::Paused))
    );
}

#[test]
fn the_drawn_minute_is_spread_over_the_window_and_never_twice_the_same() {
    let mut life = ten_to_twelve();
    life.live(at("2026-11-01T00:00:00Z"), days_later(at("2026-11-01T00:00:00Z"), 400));
    let minutes: Vec<u16> =
        life.shown().iter().map(|line| civil::minute_of(line.at, chrono_tz::UTC)).collect();
    assert_eq!(minutes.len(), 400);
    let mut quarters = [0; 4];
    minutes.iter().for_each(|minute| quarters[usize::from((minute - 600) / 30)] += 1);
    assert!(quarters.iter().all(|quarter| (70..130).contains(quarter)), "{quarters:?}");
    assert!(minutes.windows(2).all(|two| two[0] != two[1]), "the same minute on two days");
}

#[test]
fn moments_of_a_day_keep_their_distance_and_their_number() {
    let timing = Timing::Moments { from_minute: 540, until_minute: 1200, count: 5, apart_minutes: 90 };
    let mut life = Life::of(vec![reminder(timing, at("2026-11-01T00:00:00Z"))], chrono_tz::UTC);
    life.live(at("2026-11-01T00:00:00Z"), days_later(at("2026-11-01T00:00:00Z"), 60));
    let shown: Vec<_> = life.shown().iter().map(|line| line.at).collect();
    assert_eq!(shown.len(), 300);
    assert!(shown.windows(2).all(|two| two[1] - two[0] >= Duration::minutes(90)));
    assert!(shown.iter().all(|at| at.time() >= NaiveTime::from_hms_opt(9, 0, 0).unwrap()));
    assert!(shown.iter().all(|at| at.time() < NaiveTime::from_hms_opt(20, 0, 0).unwrap()));
}

#[test]
fn the_cap_counts_all_reminders_together() {
    let made = at("2026-11-01T00:00:00Z");
    let fixed =
        |id, minute| Reminder { id: ReminderId(id), ..reminder(Timing::At { minutes: vec![minute] }, made) };
    let mut life = Life::of(vec![fixed(1, 600), fixed(2, 700), fixed(3, 800)], chrono_tz::UTC);
    life.rules.most_a_day = 2;
    life.live(made, days_later(made, 1));
    assert_eq!(life.statuses(), [NudgeStatus::Shown, NudgeStatus::Shown, NudgeStatus::Passed]);
    assert_eq!(life.log[2].reason, Some(Reason::EnoughToday));
}

#[test]
fn a_fixed_time_in_quiet_hours_comes_when_they_end_if_that_is_soon() {
    let made = at("2026-11-01T00:00:00Z");
    let mut life = Life::of(vec![reminder(Timing::At { minutes: vec![420, 720] }, made)], chrono_tz::UTC);
    life.rules.quiet_hours = vec![
        QuietHours { from_minute: 1320, until_minute: 450 },
        QuietHours { from_minute: 700, until_minute: 800 },
    ];
    life.live(made, days_later(made, 1));
    assert_eq!(life.shown().iter().map(|line| line.at).collect::<Vec<_>>(), [at("2026-11-01T07:30:00Z")]);
}

#[test]
fn held_it_waits_and_comes_once_inside_its_window() {
    let mut life = ten_to_twelve();
    life.hold = Some(Hold::Locked);
    life.live(at("2026-11-01T00:00:00Z"), at("2026-11-01T11:59:59Z"));
    assert_eq!(
        life.log.iter().map(|line| (line.status, line.reason)).collect::<Vec<_>>(),
        [(NudgeStatus::Held, Some(Reason::Locked))]
    );
    life.hold = None;
    life.live(at("2026-11-01T11:59:59Z"), at("2026-11-01T23:00:00Z"));
    assert_eq!(life.statuses(), [NudgeStatus::Shown]);
    assert_eq!(life.log[0].at, at("2026-11-01T11:59:59Z"));
    // Held until its window has closed: it passes, and says why.
    life.hold = Some(Hold::FullScreen);
    life.live(at("2026-11-02T00:00:00Z"), at("2026-11-02T23:00:00Z"));
    assert_eq!(
        life.log.last().map(|line| (line.status, line.reason)),
        Some((NudgeStatus::Passed, Some(Reason::FullScreen)))
    );
}

#[test]
fn done_by_oneself_it_does_not_come() {
    let mut life = ten_to_twelve();
    life.done.insert(ReminderId(1), at("2026-11-01T08:00:00Z"));
    life.live(at("2026-11-01T07:00:00Z"), at("2026-11-01T23:00:00Z"));
    assert_eq!(life.log.iter().map(|line| line.reason).collect::<Vec<_>>(), [Some(Reason::AlreadyDone)]);
    // What was done yesterday is no reason today.
    life.live(at("2026-11-02T00:00:00Z"), at("2026-11-02T23:00:00Z"));
    assert_eq!(life.shown().len(), 1);
}

#[test]
fn of_several_a_day_one_answered_leaves_the_next_and_one_done_shortly_before_takes_its_place() {
    let made = at("2026-11-01T00:00:00Z");
    let mut life = Life::of(vec![reminder(Timing::At { minutes: vec![600, 900] }, made)], chrono_tz::UTC);
    life.live(made, at("2026-11-01T10:01:00Z"));
    life.done.insert(ReminderId(1), at("2026-11-01T10:05:00Z"));
    life.live(at("2026-11-01T10:05:00Z"), at("2026-11-01T23:00:00Z"));
    assert_eq!(life.statuses(), [NudgeStatus::Done, NudgeStatus::Shown]);
    life.done.insert(ReminderId(1), at("2026-11-02T14:00:00Z"));
    life.live(at("2026-11-02T00:00:00Z"), at("2026-11-02T23:00:00Z"));
    assert_eq!(life.log.last().unwrap().reason, Some(Reason::AlreadyDone));
}

#[test]
fn not_now_asks_once_more_later_in_the_window_if_that_was_chosen() {
    let made = at("2026-11-01T00:00:00Z");
    let one = Reminder { asks_again: true, ..reminder(window(540, 1200), made) };
    let mut life = Life::of(vec![one], chrono_tz::UTC);
    life.live(made, at("2026-11-01T09:00:00Z"));
    let moment = next_moment(&life.reminders[0], life.facts(at("2026-11-01T09:00:00Z"))).unwrap();
    life.live(at("2026-11-01T09:00:00Z"), moment + Duration::seconds(1));
    life.answer(Answer::NotNow, moment);
    life.live(moment + Duration::seconds(1), at("2026-11-01T23:00:00Z"));
    let shown = life.shown();
    assert_eq!(shown.len(), 2);
    assert_eq!(shown[1].attempt, 1);
    assert!(shown[1].at >= moment + Duration::minutes(30) && shown[1].at < at("2026-11-01T20:00:00Z"));
    // A second *Not now* is the last word.
    life.answer(Answer::NotNow, at("2026-11-01T20:00:00Z"));
    life.live(at("2026-11-01T23:00:00Z"), at("2026-11-02T00:00:00Z"));
    assert_eq!(life.shown().len(), 2);
}

#[test]
fn the_one_switch_silences_all() {
    let mut life = ten_to_twelve();
    life.rules.is_on = false;
    assert_eq!(life.look(at("2026-11-03T11:59:00Z")).next_wake, None);
    assert!(life.log.is_empty());
    assert_eq!(next_moment(&life.reminders[0], life.facts(at("2026-11-03T09:00:00Z"))), None);
}

#[test]
fn a_day_off_and_the_coming_week() {
    let mut life = ten_to_twelve();
    life.rules.weekdays_off = [false, false, false, false, false, true, true];
    life.rules.dates_off = vec![on("2026-11-04")];
    // Tuesday the third.
    let week = coming_week(&life.reminders[0], on("2026-11-03"), &life.rules);
    assert_eq!(week, [true, false, true, true, false, false, true]);
    let next = next_moment(&life.reminders[0], life.facts(at("2026-11-03T12:30:00Z"))).unwrap();
    assert_eq!(next.date_naive(), on("2026-11-05"));
}

#[test]
fn pauses_end_when_they_say() {
    let berlin = chrono_tz::Europe::Berlin;
    let now = at("2026-11-03T09:00:00Z");
    assert_eq!(pause_end(Pause::OneHour, now, berlin), at("2026-11-03T10:00:00Z"));
    assert_eq!(pause_end(Pause::ThisEvening, now, berlin), at("2026-11-03T17:00:00Z"));
    assert_eq!(pause_end(Pause::ThisEvening, at("2026-11-03T20:00:00Z"), berlin), at("2026-11-04T17:00:00Z"));
    assert_eq!(pause_end(Pause::UntilTomorrow, now, berlin), at("2026-11-03T23:00:00Z"));
    assert_eq!(pause_end(Pause::UntilDate(on("2026-12-01")), now, berlin), at("2026-11-30T23:00:00Z"));
}

#[test]
fn what_cannot_be_is_refused() {
    let today = on("2026-11-25");
    let draft = |timing, days| ReminderDraft {
        id: None,
        is_on: true,
        about: About::CheckIn,
        timing,
        days,
        words: String::new(),
        hides_content: true,
        asks_again: false,
        keeps_on: false,
    };
    let refused = |timing, days| draft(timing, days).checked(today).unwrap_err();
    assert_eq!(refused(window(700, 700), EVERY_DAY), Invalid::WindowEndsBeforeItStarts);
    assert_eq!(refused(window(700, 1500), EVERY_DAY), Invalid::OutOfRange { value: 1500, min: 0, max: 1440 });
    assert_eq!(refused(window(600, 700), Days::Weekdays { days: [false; 7] }), Invalid::NoDayChosen);
    assert_eq!(
        refused(window(600, 700), Days::Dates { dates: vec![on("2026-11-24")] }),
        Invalid::DateInThePast
    );
    assert_eq!(refused(window(600, 700), Days::Dates { dates: vec![] }), Invalid::NoDayChosen);
    assert_eq!(refused(Timing::At { minutes: vec![] }, EVERY_DAY), Invalid::NoTimeChosen);
    let crowd = Timing::Moments { from_minute: 600, until_minute: 660, count: 3, apart_minutes: 30 };
    assert_eq!(refused(crowd, EVERY_DAY), Invalid::MomentsDoNotFit);
    let every = Days::EveryNDays { every: 0, first: today };
    assert!(matches!(refused(window(600, 700), every), Invalid::OutOfRange { .. }));
    let sorted = draft(Timing::At { minutes: vec![900, 600, 900] }, EVERY_DAY).checked(today).unwrap();
    assert_eq!(sorted.timing, Timing::At { minutes: vec![600, 900] });
}
