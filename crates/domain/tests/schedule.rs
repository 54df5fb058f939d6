//! The reminder rule, under random reminders, logs and clocks.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::{DateTime, Duration, TimeZone, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use pilot_domain::{
    ReminderId, ReminderLogId, civil,
    reminder::{Fate, Reminder, ReminderLog},
    schedule::{decide, next_moment},
};
use proptest::prelude::*;

fn reminder(from_minute: u16, until_minute: u16, days: [bool; 7], changed_at: DateTime<Utc>) -> Reminder {
    Reminder { id: ReminderId(1), is_on: true, days, from_minute, until_minute, changed_at }
}

fn log_line(on: chrono::NaiveDate, at: DateTime<Utc>, fate: Fate) -> ReminderLog {
    ReminderLog { id: ReminderLogId(1), reminder: ReminderId(1), on, at, fate, answered_at: None }
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// Lives `steps` of clock readings as the thread would: shows what is due, records what passed.
fn live(reminder: &Reminder, zone: Tz, clock: impl Iterator<Item = DateTime<Utc>>) -> Vec<ReminderLog> {
    let mut log = Vec::new();
    for now in clock {
        let decision = decide(std::slice::from_ref(reminder), &log, now, zone, None);
        for due in decision.due {
            log.push(log_line(due.on, now, Fate::Shown));
        }
        for passed in decision.passed {
            log.push(log_line(passed.on, now, Fate::Passed));
        }
    }
    log
}

proptest! {
    #[test]
    fn it_is_shown_at_most_once_a_day_and_only_inside_its_window(
        from in 0u16..1439, length in 1u16..600, days in any::<[bool; 7]>(), zone in 0..TZ_VARIANTS.len(),
        start in 1_500_000_000i64..2_000_000_000, steps in prop::collection::vec(1i64..40_000, 1..200),
    ) {
        let zone = TZ_VARIANTS[zone];
        let until = (from + length).min(1440);
        let start = Utc.timestamp_opt(start, 0).unwrap();
        let reminder = reminder(from, until, days, start);
        let clock = steps.iter().scan(start, |now, step| { *now += Duration::seconds(*step); Some(*now) });
        let log = live(&reminder, zone, clock);
        for (index, line) in log.iter().enumerate() {
            prop_assert!(log[..index].iter().all(|other| other.on != line.on), "two lines for {}", line.on);
            prop_assert!(reminder.is_chosen(line.on));
            let end = civil::instant_of(line.on, until, zone);
            match line.fate {
                Fate::Shown => {
                    prop_assert!(line.at >= civil::instant_of(line.on, from, zone) && line.at < end);
                }
                _ => prop_assert!(line.at >= end),
            }
        }
    }

    #[test]
    fn a_clock_read_every_half_minute_shows_every_chosen_day(
        from in 0u16..1430, length in 2u16..10, zone in 0..TZ_VARIANTS.len(), start in 1_500_000_000i64..2_000_000_000,
    ) {
        let zone = TZ_VARIANTS[zone];
        let start = Utc.timestamp_opt(start, 0).unwrap();
        let reminder = reminder(from, from + length, [true; 7], start);
        let mut now = start;
        let mut log: Vec<ReminderLog> = Vec::new();
        for _ in 0..5 {
            // The thread sleeps until the next wake it was told, and looks then.
            let Some(next) = next_moment(&reminder, &log, now, zone, None) else { break };
            prop_assert!(next > now);
            now = next;
            let decision = decide(std::slice::from_ref(&reminder), &log, now, zone, None);
            prop_assert_eq!(decision.due.len(), 1, "nothing due at its own moment {}", now);
            log.push(log_line(decision.due[0].on, now, Fate::Shown));
        }
        prop_assert_eq!(log.len(), 5);
    }
}

#[test]
fn a_reminder_missed_while_asleep_comes_once_inside_its_window_and_never_after() {
    let zone = chrono_tz::Europe::Berlin;
    let reminder = reminder(600, 720, [true; 7], at("2026-11-01T00:00:00Z"));
    // Awake again at 11:59 local time on the third day, then at 13:00.
    let clock = ["2026-11-03T10:59:59Z", "2026-11-03T10:59:59Z", "2026-11-03T12:00:00Z"].map(at);
    let log = live(&reminder, zone, clock.into_iter());
    assert_eq!(log.iter().map(|line| line.fate).collect::<Vec<_>>(), [Fate::Shown]);
    // Awake only after the window: recorded as passed, not shown.
    let log = live(&reminder, zone, [at("2026-11-03T12:00:00Z")].into_iter());
    assert_eq!(log.iter().map(|line| line.fate).collect::<Vec<_>>(), [Fate::Passed]);
}

#[test]
fn a_reminder_made_inside_its_window_still_comes_in_what_is_left() {
    let made = at("2026-11-03T10:59:00Z");
    let reminder = reminder(600, 660, [true; 7], made);
    let next = next_moment(&reminder, &[], made - Duration::seconds(1), chrono_tz::UTC, None).unwrap();
    assert!(next >= made && next < at("2026-11-03T11:00:00Z"), "{next}");
    // Made when the window has closed: the next day's window is whole.
    let reminder = Reminder { changed_at: at("2026-11-03T11:00:00Z"), ..reminder };
    let next = next_moment(&reminder, &[], reminder.changed_at, chrono_tz::UTC, None).unwrap();
    assert_eq!(next.date_naive(), at("2026-11-04T00:00:00Z").date_naive());
}

#[test]
fn a_pause_holds_it_until_its_end_if_the_window_is_still_open() {
    let reminder = reminder(600, 720, [true; 7], at("2026-11-01T00:00:00Z"));
    let now = at("2026-11-03T11:59:00Z");
    let until = Some(at("2026-11-03T11:59:30Z"));
    let decision = decide(std::slice::from_ref(&reminder), &[], now, chrono_tz::UTC, until);
    assert!(decision.due.is_empty());
    assert_eq!(decision.next_wake, until);
    let decision = decide(&[reminder], &[], now + Duration::seconds(31), chrono_tz::UTC, until);
    assert_eq!(decision.due.len(), 1);
}

#[test]
fn the_drawn_minute_is_spread_over_the_window() {
    let reminder = reminder(600, 720, [true; 7], at("2026-01-01T00:00:00Z"));
    let mut halves = [0; 2];
    let mut now = at("2026-01-01T00:00:00Z");
    for _ in 0..300 {
        let next = next_moment(&reminder, &[], now, chrono_tz::UTC, None).unwrap();
        halves[usize::from(next.time() >= chrono::NaiveTime::from_hms_opt(11, 0, 0).unwrap())] += 1;
        now = civil::instant_of(civil::date_of(next, chrono_tz::UTC) + Duration::days(1), 0, chrono_tz::UTC);
    }
    assert!(halves.iter().all(|half| *half > 110), "{halves:?}");
}
