//! Journal entries: written, listed by day, searched, tagged, put in the bin, and seen as they were before.

use chrono::NaiveDate;
use pilot_domain::{
    EntryId, EntryVersionId,
    activity::ActivityLog,
    check_in::CheckIn,
    entry::{
        BinnedEntry, Entry, EntryBeginning, EntryDraft, EntryReceipt, EntryStar, EntrySummary, EntryTags,
        SearchHit, TagName,
    },
    search_query::{Clause, Query, Seeks},
    tag, text,
    version::{EntryVersion, EntryVersionSummary},
};
use pilot_store::Binned;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{App, Done, Result};

/// The most rows one answer holds.
pub(crate) const PAGE_MAX: u32 = 500;

/// A page of the timeline: entries after the one named, or the newest.
#[derive(Serialize, Deserialize, TS)]
pub struct EntryPage {
    pub after: Option<(NaiveDate, EntryId)>,
    pub limit: u32,
}

#[derive(Serialize, Deserialize, TS)]
pub struct EntrySearch {
    pub typed: String,
    pub limit: u32,
}

/// What a search found, and how it was understood.
#[derive(Serialize, Deserialize, TS)]
pub struct Found {
    pub hits: Vec<SearchHit>,
    pub clauses: Vec<Clause>,
    /// What was typed and cannot be looked for, such as `+`.
    pub unsought: Vec<String>,
}

/// Entries to take along: what a search finds, those of some days, both, or all.
#[derive(Serialize, Deserialize, TS)]
pub struct EntryChoice {
    /// As typed into the search; nothing typed is every entry.
    pub typed: String,
    pub days: Option<DaySpan>,
}

/// One of them, and its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChosenEntry {
    pub id: EntryId,
    pub on: NaiveDate,
}

/// Days from and up to these, both included.
#[derive(Serialize, Deserialize, TS)]
pub struct DaySpan {
    pub from: NaiveDate,
    pub until: NaiveDate,
}

/// What else a day holds, each in the order of its moments.
#[derive(Serialize, Deserialize, TS)]
pub struct DayContext {
    pub check_ins: Vec<CheckIn>,
    pub doings: Vec<ActivityLog>,
}

impl App {
    pub(crate) fn list_entries(&self, page: EntryPage) -> Result<Vec<EntrySummary>> {
        Ok(self.read()?.entries(page.after, page.limit.min(PAGE_MAX))?)
    }

    /// The days that have an entry.
    pub(crate) fn list_entry_days(&self, span: DaySpan) -> Result<Vec<NaiveDate>> {
        Ok(self.read()?.entry_days(span.from, span.until)?)
    }

    /// What was checked in and done on a day.
    pub(crate) fn get_day_context(&self, on: NaiveDate) -> Result<DayContext> {
        let read = self.read()?;
        Ok(DayContext {
            check_ins: crate::words::in_words(read, self.content(), read.check_ins_between(on, on)?)?,
            doings: read.activity_log_between(on, on)?,
        })
    }

    pub(crate) fn get_entry(&self, id: EntryId) -> Result<Entry> {
        Ok(self.read()?.entry(id)?)
    }

    /// Entries for which everything typed holds; see `search_query`. Nothing typed finds nothing.
    pub(crate) fn search_entries(&self, search: EntrySearch) -> Result<Found> {
        let query = Query::parse(&search.typed);
        let hits = self.read()?.search_entries(&query, search.limit.min(PAGE_MAX))?;
        Ok(Found { hits, clauses: query.clauses, unsought: query.unsought })
    }

    /// By day, the earliest first.
    pub(crate) fn list_chosen_entries(&self, choice: EntryChoice) -> Result<Vec<ChosenEntry>> {
        let mut query = Query::parse(&choice.typed);
        if let Some(DaySpan { from, until }) = choice.days {
            let seeks = Seeks::Days { from: Some(from), until: Some(until) };
            query.clauses.push(Clause { typed: String::new(), is_not: false, seeks });
        }
        let dates = self.read()?.entry_dates(&query)?;
        Ok(dates.into_iter().map(|(id, on)| ChosenEntry { id, on }).collect())
    }

    /// Those of the first 500 of `ids` that are there, in their order.
    pub(crate) fn list_entry_summaries(&self, ids: Vec<EntryId>) -> Result<Vec<EntrySummary>> {
        let page = ids.get(..PAGE_MAX as usize).unwrap_or(&ids);
        Ok(self.read()?.entry_summaries(page)?)
    }

    pub(crate) fn save_entry(&mut self, draft: EntryDraft) -> Result<Done<EntryReceipt>> {
        let draft = draft.checked()?;
        let (now, today, zone) = (self.now(), self.today(), self.zone());
        self.change(|tx| Ok(tx.save_entry(&draft, now, today, zone.name())?))
    }

    /// An entry without words, for what is attached before any are written.
    pub(crate) fn begin_entry(&mut self, beginning: EntryBeginning) -> Result<Done<EntryReceipt>> {
        let draft = beginning.checked()?;
        let (now, today, zone) = (self.now(), self.today(), self.zone());
        self.change(|tx| Ok(tx.save_entry(&draft, now, today, zone.name())?))
    }

    pub(crate) fn star_entry(&mut self, star: EntryStar) -> Result<Done<()>> {
        self.change(|tx| Ok(tx.star_entry(&star)?))
    }

    pub(crate) fn list_tags(&self) -> Result<Vec<String>> {
        Ok(self.read()?.tags()?)
    }

    pub(crate) fn tag_entry(&mut self, entry: EntryTags) -> Result<Done<EntryReceipt>> {
        let tags = tag::clean_all(&entry.tags)?;
        self.change(|tx| {
            tx.entry_receipt(entry.entry)?;
            tx.set_tags(entry.entry, &tags)?;
            Ok(tx.entry_receipt(entry.entry)?)
        })
    }

    pub(crate) fn rename_tag(&mut self, name: TagName) -> Result<Done<()>> {
        let from = text::clean(&name.from, text::LINE_MAX)?;
        let to = tag::clean(&name.to)?;
        self.change(|tx| Ok(tx.rename_tag(&from, &to)?))
    }

    /// The names of tags that were several, and are one since the data was opened.
    pub(crate) fn list_merged_tags(&self) -> Result<Vec<String>> {
        Ok(self.access.store().ok_or(crate::Error::NotOpen)?.merged_tags().to_vec())
    }

    /// Takes that back: the second of two that look alike gets a number.
    pub(crate) fn keep_tags_apart(&mut self) -> Result<Done<()>> {
        let now = self.now();
        let store = self.access.store_mut().ok_or(crate::Error::NotOpen)?;
        Ok(Done::from(store.keep_tags_apart(now)?))
    }

    /// Puts an entry into the bin.
    pub(crate) fn delete_entry(&mut self, id: EntryId) -> Result<Done<()>> {
        let now = self.now();
        self.change(|tx| Ok(tx.delete_entry(id, now)?))
    }

    pub(crate) fn list_bin(&self) -> Result<Vec<BinnedEntry>> {
        Ok(self.read()?.bin()?)
    }

    pub(crate) fn bring_back_entry(&mut self, id: EntryId) -> Result<Done<()>> {
        self.change(|tx| Ok(tx.bring_back_entry(id)?))
    }

    /// Removes an entry from the bin. Nothing takes this back.
    pub(crate) fn remove_entry(&mut self, id: EntryId) -> Result<Done<()>> {
        self.purge(Binned::One(id))
    }

    /// Removes all there is in the bin. Nothing takes this back.
    pub(crate) fn empty_bin(&mut self) -> Result<Done<()>> {
        self.purge(Binned::All)
    }

    pub(crate) fn purge(&mut self, which: Binned) -> Result<Done<()>> {
        let now = self.now();
        let store = self.access.store_mut().ok_or(crate::Error::NotOpen)?;
        let removed = store.remove_binned(which, now)?;
        Ok(Done { value: (), change: None, kinds: removed.kinds, rows: removed.rows })
    }

    /// The person has left this entry: what it holds now can be brought back later. Whether it is there still: one that
    /// was emptied is not.
    pub(crate) fn close_entry(&mut self, id: EntryId) -> Result<Done<bool>> {
        let now = self.now();
        self.change(|tx| Ok(tx.close_entry(id, now)?))
    }

    pub(crate) fn list_versions(&self, id: EntryId) -> Result<Vec<EntryVersionSummary>> {
        Ok(self.read()?.versions(id)?)
    }

    pub(crate) fn get_version(&self, id: EntryVersionId) -> Result<EntryVersion> {
        Ok(self.read()?.version(id)?)
    }

    pub(crate) fn bring_back_version(&mut self, id: EntryVersionId) -> Result<Done<EntryReceipt>> {
        let now = self.now();
        self.change(|tx| Ok(tx.bring_back_version(id, now)?))
    }
}
