//! People one might turn to. Nothing is ever sent by the program.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Invalid, PersonId, text};

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PersonDraft {
    pub id: Option<PersonId>,
    pub name: String,
    /// How to reach them, in the person's own words. May be empty.
    pub reach: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Person {
    pub id: PersonId,
    pub name: String,
    pub reach: String,
}

impl PersonDraft {
    pub fn checked(mut self) -> Result<Self, Invalid> {
        self.name = text::title(&self.name)?;
        self.reach = text::clean(self.reach.trim(), text::LINE_MAX)?;
        Ok(self)
    }
}
