//! Small things one might do, graded by the energy they need, as a first filling for the shelves.

use std::sync::LazyLock;

pub use pilot_domain::activity::Shelf as IdeaShelf;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::effort::EnergyNeeded;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ActivityIdea {
    pub key: String,
    pub shelf: IdeaShelf,
    pub title: String,
    pub minutes: u8,
    pub energy: EnergyNeeded,
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
