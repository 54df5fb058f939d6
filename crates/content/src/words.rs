//! Words a person may pick from when they check in. Absence comes first: "numb" and "can't tell"
//! are complete answers, and the zones are our own rough sorting, not a scale.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WordSet {
    /// Words for feeling little or nothing.
    pub absence: Vec<String>,
    /// Words for something faint, faintest first.
    pub flicker: Vec<String>,
    pub zones: Vec<WordZone>,
    pub body: Vec<BodyWords>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WordZone {
    pub zone: Zone,
    pub words: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Zone {
    HighEnergyComfortable,
    LowEnergyComfortable,
    HighEnergyUncomfortable,
    LowEnergyUncomfortable,
    Mixed,
}

/// Body sensations under one plain heading, such as "temperature".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BodyWords {
    pub group: String,
    pub words: Vec<String>,
}

pub fn words() -> &'static WordSet {
    static WORDS: LazyLock<WordSet> =
        LazyLock::new(|| crate::bundled("words.json", include_str!("../data/words.json")));
    &WORDS
}
