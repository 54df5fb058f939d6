//! What might be around feeling little: neutral words about each, and who to talk to. No list of diagnoses.

use std::sync::LazyLock;

use pilot_domain::library::ContentTopic;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Around {
    pub key: String,
    pub name: String,
    /// Two short lines: what it is, and how it can go along with feeling little.
    pub explainer: [String; 2],
    /// Who to talk to about it.
    pub who: String,
    #[serde(default)]
    pub caution: Option<String>,
    pub touches: Vec<ContentTopic>,
    /// The library item that says more.
    #[serde(default)]
    pub item: Option<String>,
    pub sources: Vec<String>,
}

pub fn around() -> &'static [Around] {
    static AROUND: LazyLock<Vec<Around>> =
        LazyLock::new(|| crate::bundled("around.json", include_str!("../data/around.json")));
    &AROUND
}
