//! Activities: things one does, on four shelves, with a guess before and a rating after.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ActivityId, ActivityLogId, Invalid, invalid::rating, text};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Shelf {
    UsedToLike,
    Ladder,
    SmallChanges,
    Mine,
}

/// The least energy that something needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Energy {
    None,
    Low,
    Some,
}

impl Energy {
    /// What a 0–10 energy allows.
    pub fn from_level(level: u8) -> Self {
        match level {
            0..=2 => Energy::None,
            3..=5 => Energy::Low,
            _ => Energy::Some,
        }
    }
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ActivityDraft {
    pub id: Option<ActivityId>,
    pub shelf: Shelf,
    pub title: String,
    /// A smaller version, for days when the whole is too much. May be empty.
    pub smaller: String,
    pub minutes: Option<u16>,
    pub energy: Energy,
    /// The idea that it comes from, by its key. What is there already keeps its own.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub idea: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Activity {
    pub id: ActivityId,
    pub shelf: Shelf,
    pub title: String,
    pub smaller: String,
    pub minutes: Option<u16>,
    pub energy: Energy,
    /// The idea that it came from, by its key.
    pub idea: Option<String>,
    pub created_at: DateTime<Utc>,
}

/// How it ended. Stopping is an ending like the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Done,
    PartOfIt,
    Stopped,
}

/// One time of doing. It keeps the title, so that it outlives the activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ActivityLog {
    pub id: ActivityLogId,
    pub activity: Option<ActivityId>,
    pub title: String,
    pub started_at: DateTime<Utc>,
    pub on: NaiveDate,
    pub ended_at: Option<DateTime<Utc>>,
    pub outcome: Option<Outcome>,
    /// How much it might be liked, guessed before, 0–10.
    pub guess: Option<u8>,
    /// Rated after, each 0–10.
    pub pleasure: Option<u8>,
    pub mastery: Option<u8>,
    pub closeness: Option<u8>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ActivityStart {
    pub activity: ActivityId,
    /// Its smaller version, where it has one.
    #[serde(default)]
    pub is_smaller: bool,
    pub guess: Option<u8>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ActivityEnd {
    pub log: ActivityLogId,
    pub outcome: Outcome,
    pub pleasure: Option<u8>,
    pub mastery: Option<u8>,
    pub closeness: Option<u8>,
}

impl ActivityDraft {
    /// The draft with clean text, or what is wrong with it.
    pub fn checked(mut self) -> Result<Self, Invalid> {
        self.title = text::title(&self.title)?;
        self.smaller = text::clean(self.smaller.trim(), text::LINE_MAX)?;
        self.idea = self.idea.map(|key| text::clean(&key, text::LINE_MAX)).transpose()?;
        if let Some(minutes) = self.minutes
            && !(1..=1440).contains(&minutes)
        {
            return Err(Invalid::OutOfRange { value: minutes.into(), min: 1, max: 1440 });
        }
        Ok(self)
    }
}

impl ActivityStart {
    pub fn checked(self) -> Result<Self, Invalid> {
        rating(self.guess)?;
        Ok(self)
    }
}

impl ActivityEnd {
    pub fn checked(self) -> Result<Self, Invalid> {
        rating(self.pleasure)?;
        rating(self.mastery)?;
        rating(self.closeness)?;
        Ok(self)
    }
}
