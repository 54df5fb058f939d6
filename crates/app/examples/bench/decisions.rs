//! What comes now: the decision for a thousand reminders with five years behind them, against one pass over
//! the same log.

use std::{collections::HashMap, hint::black_box};

use chrono::{DateTime, Duration, Utc};
use pilot_app::domain::{
    ReminderId, ReminderLogId, Uid,
    reminder::{About, Days, NudgeStatus, Reason, Reminder, ReminderLog, Timing},
    rules::{QuietHours, ReminderRules},
    schedule::{Facts, decide},
};

use crate::{ROUNDS, Result, pair};

const REMINDERS: i64 = 1_000;
const YEARS: i64 = 5;
/// The most that may come on one day.
const MOST: u8 = 6;
const TURNS_A_ROUND: u32 = 40;

pub(crate) fn decisions() -> Result {
    let now: DateTime<Utc> = "2026-11-25T11:59:00Z".parse()?;
    let reminders: Vec<Reminder> = (1..=REMINDERS).map(|id| reminder(id, now)).collect();
    let log = log(now);
    let rules = ReminderRules {
        most_a_day: MOST,
        quiet_hours: vec![QuietHours { from_minute: 1320, until_minute: 420 }],
        ..ReminderRules::default()
    };
    let done = HashMap::new();
    let facts = Facts {
        reminders: &reminders,
        rules: &rules,
        log: &log,
        done: &done,
        paused_until: None,
        last_awake: Some(now - Duration::seconds(30)),
        hold: None,
        now,
        zone: chrono_tz::Europe::Berlin,
    };
    eprintln!("decide: {} reminders, {} lines of log", reminders.len(), log.len());
    for round in 0..ROUNDS {
        for turn in 0..TURNS_A_ROUND {
            pair(
                ("decide", round, turn),
                || Ok(black_box(decide(facts))),
                || Ok(black_box(black_box(&log).iter().filter(|line| line.status.was_shown()).count())),
            )?;
        }
    }
    Ok(())
}

fn reminder(id: i64, now: DateTime<Utc>) -> Reminder {
    let from_minute = 480 + u16::try_from(id % 600).unwrap_or_default();
    let timing = match id % 3 {
        0 => Timing::At { minutes: vec![from_minute, from_minute + 240] },
        1 => Timing::Window { from_minute, until_minute: from_minute + 180 },
        _ => Timing::Moments { from_minute, until_minute: from_minute + 240, count: 3, apart_minutes: 45 },
    };
    Reminder {
        id: ReminderId(id),
        uid: Uid(i128::from(id).to_be_bytes()),
        is_on: true,
        about: About::CheckIn,
        timing,
        days: Days::Weekdays { days: [true; 7] },
        words: String::new(),
        hides_content: true,
        asks_again: id % 2 == 0,
        keeps_on: false,
        changed_at: now - Duration::days(YEARS * 365),
    }
}

/// What the store hands over: everything that was shown, and what else became of the last two days.
fn log(now: DateTime<Utc>) -> Vec<ReminderLog> {
    let mut log = Vec::new();
    let mut line = |reminder: i64, at: DateTime<Utc>, status, reason| {
        let id = ReminderLogId(i64::try_from(log.len()).unwrap_or_default() + 1);
        log.push(ReminderLog {
            id,
            reminder: ReminderId(reminder),
            on: at.date_naive(),
            slot: 0,
            attempt: 0,
            at,
            closes_at: at + Duration::hours(1),
            status,
            reason,
            asks_quiet: false,
            answered_at: (status == NudgeStatus::NotNow).then_some(at),
        });
    };
    for day in (1..=YEARS * 365).rev() {
        for turn in 0..i64::from(MOST) {
            let at = now - Duration::days(day) + Duration::minutes(turn * 40);
            let status = if turn % 2 == 0 { NudgeStatus::NotNow } else { NudgeStatus::Shown };
            line((day * 7 + turn) % REMINDERS + 1, at, status, None);
        }
    }
    for reminder in 1..=REMINDERS {
        line(reminder, now - Duration::days(1), NudgeStatus::Passed, Some(Reason::EnoughToday));
    }
    log
}
