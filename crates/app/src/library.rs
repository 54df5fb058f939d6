//! The library that ships, what is found in it, and what the person said about it.

use pilot_content::{LibraryItem, Passage, Source};
use pilot_domain::{
    finding::{self, Filter, Found, Wishes},
    library::{ContentTopic, LibraryMark, LibraryStop},
    right_now::{self, RightNow, RightNowAsk},
    settings::Settings,
};

use crate::{App, Core, Done, Error, Result};

/// Needs no data: Help reads some of it while the data is closed.
pub(crate) fn list_library(core: &Core) -> Result<Vec<LibraryItem>> {
    Ok(core.content().library().to_vec())
}

pub(crate) fn list_sources() -> Result<Vec<Source>> {
    Ok(pilot_content::bibliography().to_vec())
}

pub(crate) fn list_passages() -> Result<Vec<Passage>> {
    Ok(pilot_content::passages().to_vec())
}

impl App {
    pub(crate) fn search_library(&self, filter: Filter) -> Result<Found> {
        let filter = filter.checked()?;
        // The texts are no secret: what is bundled can be looked through while the data is closed.
        let wishes = match self.library_wishes() {
            Err(Error::NotOpen) => Wishes::default(),
            wishes => wishes?,
        };
        Ok(finding::find(self.content().shelved(), &filter, &wishes))
    }

    pub(crate) fn get_right_now(&self, ask: RightNowAsk) -> Result<RightNow> {
        Ok(right_now::choose(self.content().shelved(), ask, &self.library_wishes()?))
    }

    /// What is kept, left out and muted.
    pub(crate) fn library_wishes(&self) -> Result<Wishes> {
        let read = self.read()?;
        Ok(Wishes::of(&read.library_marks()?, &read.settings()?.muted))
    }

    pub(crate) fn list_library_marks(&self) -> Result<Vec<LibraryMark>> {
        Ok(self.read()?.library_marks()?)
    }

    pub(crate) fn set_library_mark(&mut self, mark: LibraryMark) -> Result<Done<()>> {
        self.item(&mark.item)?;
        self.change(|tx| Ok(tx.set_library_mark(&mark)?))
    }

    pub(crate) fn set_muted_topics(&mut self, mut muted: Vec<ContentTopic>) -> Result<Done<()>> {
        muted.sort_unstable();
        muted.dedup();
        self.change(|tx| {
            let settings = Settings { muted, ..tx.settings()? };
            Ok(tx.set_settings(&settings)?)
        })
    }

    pub(crate) fn item(&self, id: &str) -> Result<&'static LibraryItem> {
        let item = self.content().library().iter().find(|item| item.id == id);
        item.ok_or_else(|| Error::NotFound { what: "library item".to_owned() })
    }

    pub(crate) fn get_library_stop(&self) -> Result<Option<LibraryStop>> {
        Ok(self.read()?.library_stop()?)
    }

    pub(crate) fn set_library_stop(&mut self, stop: Option<LibraryStop>) -> Result<Done<()>> {
        let stop = match stop {
            Some(stop) => {
                let steps = self.item(&stop.item)?.steps.len();
                Some(stop.checked(steps)?)
            }
            None => None,
        };
        self.change(|tx| Ok(tx.set_library_stop(stop.as_ref())?))
    }
}
