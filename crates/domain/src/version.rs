//! Earlier states of an entry, and the rule for when one is worth keeping.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{EntryId, EntryVersionId};

/// Earlier states that are kept of one entry: the latest.
pub const MOST: u32 = 50;
/// Left alone for this long, an entry counts as having been finished for the time being.
pub const LEFT_FOR: Duration = Duration::minutes(10);

/// Whether the state that was last changed at `written_at` is kept when something else takes its place.
pub fn is_worth_keeping(written_at: DateTime<Utc>, was_closed: bool, now: DateTime<Utc>) -> bool {
    was_closed || now - written_at >= LEFT_FOR
}

/// So little that it is typed again in a moment: taken out at once, it is not kept.
pub fn is_short(text: &str) -> bool {
    text.chars().nth(80).is_none()
}

/// An earlier state in a list. `at` is when it was written last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EntryVersion {
    pub id: EntryVersionId,
    pub entry: EntryId,
    pub at: DateTime<Utc>,
    pub title: String,
    pub text: String,
}

/// Without its text, for a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EntryVersionSummary {
    pub id: EntryVersionId,
    pub at: DateTime<Utc>,
    pub title: String,
    pub excerpt: String,
}
