//! Journal entries: written, listed by day, searched.

use chrono::NaiveDate;
use pilot_domain::{
    EntryId,
    entry::{Entry, EntryDraft, EntrySummary, SearchHit},
    search_query,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{App, Result, core::Done};

/// A page of the timeline: entries after the one named, or the newest.
#[derive(Serialize, Deserialize, TS)]
pub(crate) struct EntryPage {
    pub(crate) after: Option<(NaiveDate, EntryId)>,
    pub(crate) limit: u32,
}

#[derive(Serialize, Deserialize, TS)]
pub(crate) struct EntrySearch {
    pub(crate) typed: String,
    pub(crate) limit: u32,
}

impl App {
    pub(crate) fn list_entries(&self, page: EntryPage) -> Result<Vec<EntrySummary>> {
        Ok(self.read()?.entries(page.after, page.limit)?)
    }

    pub(crate) fn get_entry(&self, id: EntryId) -> Result<Entry> {
        Ok(self.read()?.entry(id)?)
    }

    /// Entries that hold every word typed, each as the start of a word. Nothing typed finds nothing.
    pub(crate) fn search_entries(&self, search: EntrySearch) -> Result<Vec<SearchHit>> {
        match search_query::to_match(&search.typed) {
            Some(expression) => Ok(self.read()?.search_entries(&expression, search.limit)?),
            None => Ok(Vec::new()),
        }
    }

    pub(crate) fn save_entry(&mut self, draft: EntryDraft) -> Result<Done<Entry>> {
        let draft = draft.checked()?;
        let (now, today, zone) = (self.now(), self.today(), self.zone());
        self.change(|tx| Ok(tx.save_entry(&draft, now, today, zone.name())?))
    }

    pub(crate) fn delete_entry(&mut self, id: EntryId) -> Result<Done<()>> {
        self.change(|tx| Ok(tx.delete_entry(id)?))
    }
}
