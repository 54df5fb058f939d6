//! What a bundled thing asks of a person: energy, and steps with optional times.
//! The library, the routines and the ideas all share these two shapes.

pub use pilot_domain::activity::Energy as EnergyNeeded;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One step to follow. Without `seconds` it lasts as long as the person wants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StepSeed {
    pub text: String,
    #[serde(default)]
    pub seconds: Option<u32>,
}
