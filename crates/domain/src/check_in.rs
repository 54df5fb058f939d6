//! A check-in: a moment, every part of it optional.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    CheckInId, Invalid,
    invalid::{at_most, rating},
    text,
};

/// How much one can feel: its own axis, never folded into good or bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Feel {
    /// 0 nothing … 10 strongly.
    Level(u8),
    /// A complete answer.
    CantTell,
}

/// What a person has given so far. The same id is saved again as more is given.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckInDraft {
    pub id: Option<CheckInId>,
    pub feel: Option<Feel>,
    /// 0 none … 10 a lot.
    pub energy: Option<u8>,
    /// 0 uncomfortable … 10 comfortable.
    pub comfort: Option<u8>,
    pub words: Vec<String>,
    pub body: Vec<String>,
    pub note: String,
}

/// A stored check-in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckIn {
    pub id: CheckInId,
    pub at: DateTime<Utc>,
    pub on: NaiveDate,
    pub zone: String,
    pub feel: Option<Feel>,
    pub energy: Option<u8>,
    pub comfort: Option<u8>,
    pub words: Vec<String>,
    pub body: Vec<String>,
    pub note: String,
}

/// Most words, and most body places, that one check-in holds.
const LIST_MAX: usize = 100;

impl CheckInDraft {
    /// The draft with clean text, or what is wrong with it.
    pub fn checked(mut self) -> Result<Self, Invalid> {
        if let Some(Feel::Level(level)) = self.feel {
            rating(Some(level))?;
        }
        rating(self.energy)?;
        rating(self.comfort)?;
        for list in [&mut self.words, &mut self.body] {
            at_most(LIST_MAX, list.len())?;
            for word in list.iter_mut() {
                *word = text::title(word)?;
            }
        }
        self.note = text::clean(&self.note, text::ENTRY_MAX)?;
        Ok(self)
    }
}

impl CheckIn {
    /// The same answers as a new moment; the line of text stays with the moment it was written in.
    pub fn same_again(&self) -> CheckInDraft {
        CheckInDraft {
            id: None,
            feel: self.feel,
            energy: self.energy,
            comfort: self.comfort,
            words: self.words.clone(),
            body: self.body.clone(),
            note: String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_check_in_is_complete() {
        assert!(CheckInDraft::default().checked().is_ok());
    }

    #[test]
    fn a_level_past_ten_is_refused() {
        let draft = CheckInDraft { feel: Some(Feel::Level(11)), ..Default::default() };
        assert_eq!(draft.checked(), Err(Invalid::OutOfRange { value: 11, min: 0, max: 10 }));
    }
}
