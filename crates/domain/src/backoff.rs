//! Back-off: what a reminder does when it is left unanswered. Read from its log alone.
//!
//! Two unanswered one after the other: every second one stays away. The fifth asks once whether to stay
//! quiet. If that is left alone too, or answered with yes, it sleeps until it is woken. Any answer, *Not now*
//! included, brings it back to where it was.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::reminder::{NudgeStatus, Reason, Reminder, ReminderLog};

const HALVES_AFTER: u8 = 2;
const ASKS_AFTER: u8 = 5;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "pace", rename_all = "snake_case")]
pub enum Pace {
    /// As often as it was set.
    Steady,
    /// Every second one, since this many were left alone.
    Halved { unanswered: u8, skips_next: bool },
    /// The next one asks whether to stay quiet.
    AsksNext { unanswered: u8, skips_next: bool },
    /// It sleeps until it is woken.
    Asleep,
}

impl Pace {
    pub fn skips_next(self) -> bool {
        matches!(self, Pace::Halved { skips_next: true, .. } | Pace::AsksNext { skips_next: true, .. })
    }
}

/// How `reminder` goes on after `lines`, its own log with the oldest first.
pub fn pace(reminder: &Reminder, lines: &[&ReminderLog], now: DateTime<Utc>) -> Pace {
    if reminder.keeps_on {
        return Pace::Steady;
    }
    let mut unanswered = 0;
    let mut has_skipped = false;
    for line in lines.iter().rev().take_while(|line| line.at >= reminder.changed_at) {
        match line.status {
            NudgeStatus::Passed if line.reason == Some(Reason::Quieter) => has_skipped |= unanswered == 0,
            NudgeStatus::Held | NudgeStatus::Passed => {}
            // Still open: it may yet be answered.
            NudgeStatus::Shown if now < line.closes_at => {}
            NudgeStatus::Shown if line.asks_quiet => return Pace::Asleep,
            NudgeStatus::Shown => unanswered += 1,
            NudgeStatus::StayQuiet => return Pace::Asleep,
            _ => break,
        }
        if unanswered == ASKS_AFTER {
            break;
        }
    }
    let skips_next = !has_skipped;
    match unanswered {
        0..HALVES_AFTER => Pace::Steady,
        HALVES_AFTER..ASKS_AFTER => Pace::Halved { unanswered, skips_next },
        _ => Pace::AsksNext { unanswered, skips_next },
    }
}
