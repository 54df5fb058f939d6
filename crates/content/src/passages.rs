//! A few short passages to read slowly. They are old enough to belong to everyone, and each names where it stood. They
//! are not translated: the words are those of their author.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Passage {
    /// The tag of the language it was written in.
    pub language: String,
    pub key: String,
    pub title: String,
    pub author: String,
    /// The year the author died, which says from when on it is free to print.
    pub died: u16,
    /// The year of the book in `source`.
    pub year: u16,
    pub source: String,
    /// Lines end where the author ended them.
    pub text: String,
}

/// The same in every language.
pub fn passages() -> &'static [Passage] {
    static PASSAGES: LazyLock<Vec<Passage>> =
        LazyLock::new(|| crate::bundled("passages.json", include_str!("../../../content/passages.json")));
    &PASSAGES
}
