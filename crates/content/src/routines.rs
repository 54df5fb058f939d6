//! Ready-made routines, one for each self-care idea of the article this program starts from.
//! They are seeds: a person copies one and changes it freely, and may skip any step.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::step::StepSeed;
use pilot_domain::{activity::Energy, library::ContentTopic};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RoutineSeed {
    pub key: String,
    pub seed: String,
    pub title: String,
    pub summary: String,
    pub minutes: u8,
    pub energy: Energy,
    #[serde(default)]
    pub touches: Vec<ContentTopic>,
    pub steps: Vec<StepSeed>,
    pub cautions: Vec<String>,
}

pub fn routines() -> &'static [RoutineSeed] {
    static ROUTINES: LazyLock<Vec<RoutineSeed>> =
        LazyLock::new(|| crate::bundled("routines.json", include_str!("../data/routines.json")));
    &ROUTINES
}
