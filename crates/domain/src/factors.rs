//! What might be around feeling little: ticked or not, with a note of one's own. It is never weighed or added up.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Invalid, text};

/// Answers beside what ships. Each of them is complete by itself.
pub const OTHER_ANSWERS: &[&str] = &["other", "unknown", "unsaid"];

/// What was said about one of them. Not ticked and without a note is as if nothing had been said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FactorMark {
    pub key: String,
    pub is_ticked: bool,
    pub note: String,
}

impl FactorMark {
    pub fn checked(mut self) -> Result<Self, Invalid> {
        self.note = text::clean(&self.note, text::ENTRY_MAX)?;
        if self.note.trim().is_empty() {
            self.note.clear();
        }
        Ok(self)
    }

    pub fn is_empty(&self) -> bool {
        !self.is_ticked && self.note.is_empty()
    }
}
