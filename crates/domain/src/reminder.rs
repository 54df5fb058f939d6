//! Reminders: a gentle nudge with days and a window, and what became of each.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Invalid, ReminderId, ReminderLogId};

/// Some time between two wall times on chosen days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReminderDraft {
    pub id: Option<ReminderId>,
    pub is_on: bool,
    /// Monday first.
    pub days: [bool; 7],
    /// Minutes after midnight, 0..=1439.
    pub from_minute: u16,
    /// Minutes after midnight, later than `from_minute`, up to 1440.
    pub until_minute: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Reminder {
    pub id: ReminderId,
    pub is_on: bool,
    pub days: [bool; 7],
    pub from_minute: u16,
    pub until_minute: u16,
    /// When it was made or last changed: nothing from before counts.
    pub changed_at: DateTime<Utc>,
}

impl Reminder {
    pub fn is_chosen(&self, on: NaiveDate) -> bool {
        self.days[on.weekday().num_days_from_monday() as usize]
    }
}

/// What became of one reminder on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// On the screen, no answer yet.
    Shown,
    /// Its window closed while it could not be shown.
    Passed,
    Opened,
    NotNow,
    SameAsLast,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReminderLog {
    pub id: ReminderLogId,
    pub reminder: ReminderId,
    pub on: NaiveDate,
    pub at: DateTime<Utc>,
    pub fate: Fate,
    pub answered_at: Option<DateTime<Utc>>,
}

/// An answer, wherever it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    Open,
    NotNow,
    SameAsLast,
}

impl Answer {
    pub fn fate(self) -> Fate {
        match self {
            Answer::Open => Fate::Opened,
            Answer::NotNow => Fate::NotNow,
            Answer::SameAsLast => Fate::SameAsLast,
        }
    }
}

/// For how long all reminders stay quiet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Pause {
    OneHour,
    UntilTomorrow,
    UntilResumed,
}

impl ReminderDraft {
    pub fn checked(self) -> Result<Self, Invalid> {
        for minute in [self.from_minute, self.until_minute] {
            if minute > 1440 {
                return Err(Invalid::OutOfRange { value: minute.into(), min: 0, max: 1440 });
            }
        }
        if self.until_minute <= self.from_minute {
            return Err(Invalid::WindowEndsBeforeItStarts);
        }
        if self.is_on && !self.days.contains(&true) {
            return Err(Invalid::NoDayChosen);
        }
        Ok(self)
    }
}
