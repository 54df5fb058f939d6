//! Every paper or page that a library item may lean on, in one file, so that a claim has one address.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub key: String,
    pub citation: String,
    pub address: String,
}

/// The same in every language.
pub fn bibliography() -> &'static [Source] {
    static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
        crate::bundled("bibliography.json", include_str!("../../../content/bibliography.json"))
    });
    &SOURCES
}
