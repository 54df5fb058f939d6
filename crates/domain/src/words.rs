//! Words for a check-in: what they are called in the file, one's own, and those that are not to be offered.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Invalid, Uid, invalid::at_most, text};

/// Most words in one of the lists.
const LIST_MAX: usize = 1000;

/// What a word is called in the file, however it reads: one that ships by its key, one of a person's own by its uid.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WordKey(pub String);

impl WordKey {
    pub fn own(uid: Uid) -> Self {
        WordKey(format!("own-{uid}"))
    }

    pub fn is_own(&self) -> bool {
        self.0.starts_with("own-")
    }
}

/// Where a word of one's own stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WordList {
    Feeling,
    Body,
}

/// A word of one's own. One that is not offered is there for the check-ins that have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnWord {
    pub key: WordKey,
    pub text: String,
    pub list: WordList,
    pub is_offered: bool,
}

/// As they read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OwnWords {
    /// For how it feels, beside those that ship.
    pub feelings: Vec<String>,
    /// For the body, beside those that ship.
    pub body: Vec<String>,
    /// Of those that ship, in whichever list they stand.
    pub hidden: Vec<String>,
}

/// What becomes of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WordUse {
    /// One's own, for how it feels.
    Feeling,
    /// One's own, for the body.
    Body,
    /// Not to be offered.
    Hidden,
    /// As if nothing had been said about it.
    Usual,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WordMark {
    pub word: String,
    pub becomes: WordUse,
}

impl WordMark {
    pub fn checked(mut self) -> Result<Self, Invalid> {
        self.word = text::title(&self.word)?;
        Ok(self)
    }
}

impl OwnWords {
    /// The lists, or which is too long.
    pub fn checked(self) -> Result<Self, Invalid> {
        [&self.feelings, &self.body, &self.hidden]
            .into_iter()
            .try_for_each(|list| at_most(LIST_MAX, list.len()))?;
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_clean_and_a_list_has_an_end() {
        let mark = |word: &str| WordMark { word: word.to_owned(), becomes: WordUse::Body }.checked();
        assert_eq!(mark("  like a\nfridge ").unwrap().word, "like a fridge");
        assert_eq!(mark(" ").unwrap_err(), Invalid::TitleMissing);
        let hidden = |length: usize| OwnWords { hidden: vec!["numb".into(); length], ..OwnWords::default() };
        assert!(hidden(LIST_MAX).checked().is_ok());
        assert!(matches!(hidden(LIST_MAX + 1).checked(), Err(Invalid::TooMany { .. })));
    }
}
