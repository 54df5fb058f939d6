//! What a reminder does when it is left alone.

use chrono::{DateTime, Duration, Utc};
use pilot_domain::{
    backoff::{Pace, pace},
    reminder::{Answer, NudgeStatus, Reason, Reminder, ReminderLog},
};

use crate::life::{Life, at, days_later, reminder, window};

const START: &str = "2026-11-01T00:00:00Z";

fn gentle() -> Life {
    let one = Reminder { keeps_on: false, ..reminder(window(600, 720), at(START)) };
    Life::of(vec![one], chrono_tz::UTC)
}

fn pace_of(life: &Life, now: DateTime<Utc>) -> Pace {
    let lines: Vec<&ReminderLog> = life.log.iter().collect();
    pace(&life.reminders[0], &lines, now)
}

/// What happened on each day: shown, a question, or nothing.
fn by_day(life: &Life, days: i64) -> String {
    (0..days)
        .map(|day| {
            let on = days_later(at(START), day).date_naive();
            let line = life.log.iter().find(|line| line.on == on && line.status.was_shown());
            match line {
                Some(line) if line.asks_quiet => '?',
                Some(_) => 'x',
                None => '.',
            }
        })
        .collect()
}

#[test]
fn two_left_alone_halve_it_the_fifth_is_followed_by_one_question_and_then_it_sleeps() {
    let mut life = gentle();
    life.live(at(START), days_later(at(START), 30));
    assert_eq!(by_day(&life, 30), "xx.x.x.x.?....................");
    assert_eq!(pace_of(&life, days_later(at(START), 30)), Pace::Asleep);
    let quieter = life.log.iter().filter(|line| line.reason == Some(Reason::Quieter)).count();
    assert_eq!(quieter, 4, "each one that stayed away says why");
    assert!(
        life.log.iter().all(|line| line.on < at("2026-11-11T00:00:00Z").date_naive()),
        "asleep is silent"
    );
}

#[test]
fn any_answer_brings_it_back() {
    for answer in [Answer::NotNow, Answer::Open, Answer::SameAsLast] {
        let mut life = gentle();
        life.live(at(START), days_later(at(START), 4));
        assert_eq!(by_day(&life, 4), "xx.x");
        life.answer(answer, days_later(at(START), 4));
        life.live(days_later(at(START), 4), days_later(at(START), 7));
        assert_eq!(by_day(&life, 7), "xx.xxx.", "{answer:?}");
    }
}

#[test]
fn the_question_can_be_answered_both_ways() {
    for (answer, then) in [(Answer::KeepOn, "xx."), (Answer::StayQuiet, "...")] {
        let mut life = gentle();
        life.live(at(START), days_later(at(START), 10));
        assert_eq!(
            life.log.last().map(|line| (line.status, line.asks_quiet)),
            Some((NudgeStatus::Shown, true))
        );
        life.answer(answer, days_later(at(START), 10));
        life.live(days_later(at(START), 10), days_later(at(START), 13));
        assert!(by_day(&life, 13).ends_with(then), "{answer:?}: {}", by_day(&life, 13));
    }
}

#[test]
fn waking_it_or_setting_the_rule_aside_begins_anew() {
    let mut life = gentle();
    life.live(at(START), days_later(at(START), 20));
    life.reminders[0].changed_at = days_later(at(START), 20);
    assert_eq!(pace_of(&life, days_later(at(START), 20)), Pace::Steady);
    let mut life = gentle();
    life.reminders[0].keeps_on = true;
    life.live(at(START), days_later(at(START), 12));
    assert_eq!(by_day(&life, 12), "xxxxxxxxxxxx");
}

#[test]
fn one_that_is_still_open_is_not_counted_as_left_alone() {
    let mut life = gentle();
    life.live(at(START), days_later(at(START), 1));
    let shown_at = at("2026-11-02T11:59:00Z");
    life.look(shown_at);
    assert_eq!(life.shown().len(), 2);
    assert_eq!(pace_of(&life, shown_at + Duration::seconds(59)), Pace::Steady);
    assert_eq!(
        pace_of(&life, shown_at + Duration::seconds(60)),
        Pace::Halved { unanswered: 2, skips_next: true }
    );
}

#[test]
fn doing_it_by_oneself_answers_the_one_that_waits() {
    let mut life = gentle();
    life.live(at(START), at("2026-11-01T11:59:59Z"));
    assert_eq!(life.statuses(), [NudgeStatus::Shown]);
    life.done.insert(life.reminders[0].id, life.log[0].at + Duration::seconds(5));
    life.look(life.log[0].at + Duration::seconds(6));
    assert_eq!(life.statuses(), [NudgeStatus::Done]);
}
