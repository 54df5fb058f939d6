//! Routines: ordered steps with optional times, played one after another.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{RoutineId, RunId, StepId, activity::Energy};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Routine {
    pub id: RoutineId,
    /// The bundled routine it came from, if any.
    pub seed_key: Option<String>,
    pub title: String,
    pub summary: String,
    pub minutes: u16,
    pub energy: Energy,
    pub cautions: Vec<String>,
    /// Never suggested.
    pub is_left_out: bool,
    pub steps: Vec<Step>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Step {
    pub id: StepId,
    pub text: String,
    /// Seconds the step is meant to last; none means as long as it takes.
    pub seconds: Option<u32>,
}

/// A routine as it is first stored.
#[derive(Debug, Clone)]
pub struct NewRoutine {
    pub seed_key: Option<String>,
    pub title: String,
    pub summary: String,
    pub minutes: u16,
    pub energy: Energy,
    pub cautions: Vec<String>,
    pub steps: Vec<(String, Option<u32>)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StepOutcome {
    Done,
    Skipped,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RunOutcome {
    Finished,
    Stopped,
}

/// One time of playing a routine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Run {
    pub id: RunId,
    pub routine: Option<RoutineId>,
    pub title: String,
    pub started_at: DateTime<Utc>,
    pub ended_at: Option<DateTime<Utc>>,
    pub outcome: Option<RunOutcome>,
}

/// Whether a routine may be suggested.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RoutineMark {
    pub routine: RoutineId,
    pub is_left_out: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct StepMark {
    pub run: RunId,
    pub step: StepId,
    pub outcome: StepOutcome,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RunEnd {
    pub run: RunId,
    pub outcome: RunOutcome,
}
