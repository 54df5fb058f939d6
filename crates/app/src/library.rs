//! The library and the words that ship, and the person's marks on them.

use pilot_content::{LibraryItem, Source, WordSet};
use pilot_domain::library::LibraryMark;

use crate::{App, Error, Result, core::Done};

/// Needs no data: Help reads some of it while the data is closed.
pub(crate) fn list_library() -> Result<Vec<LibraryItem>> {
    Ok(pilot_content::library().to_vec())
}

pub(crate) fn list_sources() -> Result<Vec<Source>> {
    Ok(pilot_content::bibliography().to_vec())
}

impl App {
    pub(crate) fn list_words(&self) -> Result<WordSet> {
        Ok(pilot_content::words().clone())
    }

    pub(crate) fn list_library_marks(&self) -> Result<Vec<LibraryMark>> {
        Ok(self.read()?.library_marks()?)
    }

    pub(crate) fn set_library_mark(&mut self, mark: LibraryMark) -> Result<Done<()>> {
        if !pilot_content::library().iter().any(|item| item.id == mark.item) {
            return Err(Error::NotFound { what: "library item".to_owned() });
        }
        self.change(|tx| Ok(tx.set_library_mark(&mark)?))
    }
}
