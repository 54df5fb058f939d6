//! How something that was gone through left one: one press, compared with before. It is never added up.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{PracticeId, RoutineId};

/// What was gone through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Practised {
    Item(String),
    Routine(RoutineId),
}

/// Compared with before. There is no better answer among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Afterwards {
    Heavier,
    Same,
    Lighter,
    CantTell,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PracticeDraft {
    pub id: Option<PracticeId>,
    pub of: Practised,
    pub afterwards: Afterwards,
}

/// One answer as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Practice {
    pub id: PracticeId,
    pub of: Practised,
    pub at: DateTime<Utc>,
    pub on: NaiveDate,
    pub afterwards: Afterwards,
}
