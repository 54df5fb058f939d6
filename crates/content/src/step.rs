//! Steps with optional times: what is followed in the library, and in a routine.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One step of a routine. Without `seconds` it lasts as long as the person wants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StepSeed {
    pub text: String,
    #[serde(default)]
    pub seconds: Option<u32>,
}

/// One step of a library item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LibraryStep {
    pub text: String,
    /// Without it, the step lasts as long as the person wants.
    pub seconds: Option<u32>,
    /// The pace it goes along with: its place among the item's paces.
    pub pace: Option<usize>,
    /// How many small things there are to notice, each with a mark to press or to leave.
    pub marks: Option<u8>,
    /// The part of the body it asks to notice or to move. Whoever would rather not may leave that part out.
    pub zone: Option<BodyZone>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BodyZone {
    Hands,
    Arms,
    Shoulders,
    Neck,
    Face,
    Back,
    Legs,
    Feet,
}
