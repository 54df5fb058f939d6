//! Words for a check-in: those that ship, less those that are hidden, and one's own.

use pilot_content::WordSet;
use pilot_domain::{
    settings::Settings,
    words::{OwnWords, WordMark, WordUse},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{App, Result, core::Done};

#[derive(Debug, Serialize, Deserialize, TS)]
pub(crate) struct Words {
    /// What ships and is not hidden. A list may be empty.
    pub(crate) offered: WordSet,
    pub(crate) own: OwnWords,
}

/// All that ship.
pub(crate) fn list_bundled_words() -> Result<WordSet> {
    Ok(pilot_content::words().clone())
}

impl App {
    pub(crate) fn list_words(&self) -> Result<Words> {
        let own = self.read()?.settings()?.words;
        let mut offered = pilot_content::words().clone();
        offered.retain(|word| !own.hidden.contains(word));
        Ok(Words { offered, own })
    }

    /// A word that ships is none of one's own.
    pub(crate) fn mark_word(&mut self, mark: WordMark) -> Result<Done<()>> {
        let mut mark = mark.checked()?;
        let bundled = pilot_content::words();
        let ships = match mark.becomes {
            WordUse::Feeling => bundled.feelings().any(|known| *known == mark.word),
            WordUse::Body => bundled.body().any(|known| *known == mark.word),
            WordUse::Hidden | WordUse::Usual => false,
        };
        if ships {
            mark.becomes = WordUse::Usual;
        }
        self.change(|tx| {
            let settings = tx.settings()?;
            let words = settings.words.marked(mark)?;
            Ok(tx.set_settings(&Settings { words, ..settings })?)
        })
    }
}
