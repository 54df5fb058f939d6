//! Words a person may pick from when they check in. Absence comes first: "numb" and "can't tell"
//! are complete answers, and the zones are our own rough sorting, not a scale.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WordSet {
    /// Words for feeling little or nothing. Those for no word come first: nobody should have to look for them.
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

impl WordSet {
    /// Words for how it feels.
    pub fn feelings(&self) -> impl Iterator<Item = &String> {
        let zones = self.zones.iter().flat_map(|zone| &zone.words);
        self.absence.iter().chain(&self.flicker).chain(zones)
    }

    /// Words for the body.
    pub fn body(&self) -> impl Iterator<Item = &String> {
        self.body.iter().flat_map(|group| &group.words)
    }

    /// Only the words that `keeps` holds for, in every list.
    pub fn retain(&mut self, keeps: impl Fn(&String) -> bool) {
        let zones = self.zones.iter_mut().map(|zone| &mut zone.words);
        let body = self.body.iter_mut().map(|group| &mut group.words);
        for list in [&mut self.absence, &mut self.flicker].into_iter().chain(zones).chain(body) {
            list.retain(&keeps);
        }
    }
}

pub fn words() -> &'static WordSet {
    static WORDS: LazyLock<WordSet> =
        LazyLock::new(|| crate::bundled("words.json", include_str!("../data/words.json")));
    &WORDS
}
