//! Words for a check-in: those that ship, less those that are hidden, and one's own.

use pilot_content::WordSet;
use pilot_domain::{settings::Settings, words::OwnWords};
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
    pub(crate) fn set_words(&mut self, words: OwnWords) -> Result<Done<()>> {
        let mut words = words.checked()?;
        let bundled = pilot_content::words();
        words.feelings.retain(|word| !bundled.feelings().any(|known| known == word));
        words.body.retain(|word| !bundled.body().any(|known| known == word));
        self.change(|tx| {
            let settings = Settings { words, ..tx.settings()? };
            Ok(tx.set_settings(&settings)?)
        })
    }
}
