//! Small things one might do, graded by the energy they need, as a first filling for the shelves.

use std::sync::LazyLock;

use pilot_domain::activity::{Energy, Shelf};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ActivityIdea {
    pub key: String,
    pub shelf: Shelf,
    pub title: String,
    pub minutes: u8,
    pub energy: Energy,
    pub place: IdeaPlace,
    pub cautions: Vec<String>,
    pub smaller: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum IdeaPlace {
    Bed,
    Indoors,
    Doorstep,
    Out,
}

pub fn activity_ideas() -> &'static [ActivityIdea] {
    static IDEAS: LazyLock<Vec<ActivityIdea>> =
        LazyLock::new(|| crate::bundled("ideas.json", include_str!("../data/ideas.json")));
    &IDEAS
}
