//! A check-in: a moment, every part of it optional.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    CheckInId, Invalid,
    invalid::{at_most, rating},
    text,
    uid::Uid,
    words::WordList,
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

/// What a person has given so far. The same id is saved again as more is given. Its words are what was read and pressed;
/// the file has them by their keys ([`WordKey`](crate::words::WordKey)).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(concrete(Word = String))]
pub struct CheckInDraft<Word = String> {
    pub id: Option<CheckInId>,
    /// What a new one is called by whoever makes it: saved twice, as after an answer that was lost, it is one and the same.
    #[ts(optional = nullable)]
    pub uid: Option<Uid>,
    pub feel: Option<Feel>,
    /// 0 none … 10 a lot.
    pub energy: Option<u8>,
    /// 0 uncomfortable … 10 comfortable.
    pub comfort: Option<u8>,
    pub words: Vec<Word>,
    pub body: Vec<Word>,
    pub note: String,
}

/// A stored check-in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(concrete(Word = String))]
pub struct CheckIn<Word = String> {
    pub id: CheckInId,
    pub at: DateTime<Utc>,
    pub on: NaiveDate,
    pub zone: String,
    pub feel: Option<Feel>,
    pub energy: Option<u8>,
    pub comfort: Option<u8>,
    pub words: Vec<Word>,
    pub body: Vec<Word>,
    pub note: String,
}

impl<Word> CheckInDraft<Word> {
    /// With other words for the words.
    pub fn try_map<To, E>(
        self,
        mut to: impl FnMut(Word, WordList) -> Result<To, E>,
    ) -> Result<CheckInDraft<To>, E> {
        let CheckInDraft { id, uid, feel, energy, comfort, words, body, note } = self;
        let mut all = |list: Vec<Word>, of| -> Result<Vec<To>, E> {
            list.into_iter().map(|word| to(word, of)).collect()
        };
        let (words, body) = (all(words, WordList::Feeling)?, all(body, WordList::Body)?);
        Ok(CheckInDraft { id, uid, feel, energy, comfort, words, body, note })
    }
}

impl<Word> CheckIn<Word> {
    /// With other words for the words.
    pub fn map<To>(self, to: impl Fn(Word) -> To) -> CheckIn<To> {
        let CheckIn { id, at, on, zone, feel, energy, comfort, words, body, note } = self;
        let all = |list: Vec<Word>| list.into_iter().map(&to).collect();
        let (words, body) = (all(words), all(body));
        CheckIn { id, at, on, zone, feel, energy, comfort, words, body, note }
    }
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

impl<Word: Clone> CheckIn<Word> {
    /// The same answers as a new moment; the line of text stays with the moment it was written in.
    pub fn same_again(&self) -> CheckInDraft<Word> {
        CheckInDraft {
            id: None,
            uid: None,
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
