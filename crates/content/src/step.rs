//! Steps with optional times: the shape that the library and the routines share.

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
