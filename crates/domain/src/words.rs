//! Words of one's own for a check-in, and words that are not to be offered.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Invalid, invalid::at_most, text};

/// Most words in one of the lists.
const LIST_MAX: usize = 1000;

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
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
    /// The lists with the word where it is to be, and nowhere else; a new one comes last.
    pub fn marked(mut self, WordMark { word, becomes }: WordMark) -> Result<Self, Invalid> {
        for list in [&mut self.feelings, &mut self.body, &mut self.hidden] {
            list.retain(|known| *known != word);
        }
        let list = match becomes {
            WordUse::Feeling => &mut self.feelings,
            WordUse::Body => &mut self.body,
            WordUse::Hidden => &mut self.hidden,
            WordUse::Usual => return Ok(self),
        };
        list.push(word);
        at_most(LIST_MAX, list.len())?;
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(word: &str, becomes: WordUse) -> WordMark {
        WordMark { word: word.to_owned(), becomes }.checked().unwrap()
    }

    #[test]
    fn a_word_is_clean_and_stands_in_one_place() {
        let own = OwnWords::default()
            .marked(mark("  like a\nfridge ", WordUse::Feeling))
            .and_then(|own| own.marked(mark("woolly", WordUse::Feeling)))
            .and_then(|own| own.marked(mark("like a fridge", WordUse::Body)))
            .and_then(|own| own.marked(mark("numb", WordUse::Hidden)))
            .and_then(|own| own.marked(mark("numb", WordUse::Hidden)))
            .unwrap();
        assert_eq!(
            (&own.feelings[..], &own.body[..]),
            (&["woolly".into()][..], &["like a fridge".into()][..])
        );
        assert_eq!(own.hidden, ["numb"]);
        assert!(own.marked(mark("numb", WordUse::Usual)).unwrap().hidden.is_empty());
        let blank = WordMark { word: " ".into(), becomes: WordUse::Body };
        assert_eq!(blank.checked().unwrap_err(), Invalid::TitleMissing);
    }

    #[test]
    fn a_list_has_an_end() {
        let full = OwnWords { hidden: vec!["numb".into(); LIST_MAX], ..OwnWords::default() };
        assert!(matches!(full.marked(mark("flat", WordUse::Hidden)), Err(Invalid::TooMany { .. })));
    }
}
