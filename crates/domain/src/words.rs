//! Words of one's own for a check-in, and words that are not to be offered.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Invalid, invalid::in_range, text};

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

impl OwnWords {
    /// The lists with clean words, each of which stands once.
    pub fn checked(mut self) -> Result<Self, Invalid> {
        for list in [&mut self.feelings, &mut self.body, &mut self.hidden] {
            in_range(list.len() as i64, 0, LIST_MAX as i64)?;
            let mut kept: Vec<String> = Vec::with_capacity(list.len());
            for word in list.iter() {
                let word = text::title(word)?;
                if !kept.contains(&word) {
                    kept.push(word);
                }
            }
            *list = kept;
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_clean_and_stands_once() {
        let given = OwnWords {
            feelings: vec!["  like a\nfridge ".into(), "like a fridge".into(), "woolly".into()],
            ..OwnWords::default()
        };
        assert_eq!(given.checked().unwrap().feelings, ["like a fridge", "woolly"]);
        let blank = OwnWords { body: vec![" ".into()], ..OwnWords::default() };
        assert_eq!(blank.checked(), Err(Invalid::TitleMissing));
        let many = OwnWords { hidden: vec!["numb".into(); LIST_MAX + 1], ..OwnWords::default() };
        assert!(matches!(many.checked(), Err(Invalid::OutOfRange { .. })));
    }
}
