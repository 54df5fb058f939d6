//! Journal entries: written, and listed by day.

mod versions;

use chrono::{DateTime, NaiveDate, Utc};
use pilot_domain::{
    EntryId,
    entry::{Entry, EntryDraft, EntryReceipt, EntryStar, EntrySummary},
    text,
};
use rusqlite::{OptionalExtension, Row};

use crate::{Error, Reader, Result, Tx, sql};

/// What lists of entries read of each, in the order in which `summary` takes it.
pub(crate) const SUMMARY: &str = "entries.id, on_day, created_at, entries.title, excerpt, is_starred,
    EXISTS (SELECT 1 FROM attachments WHERE entry_id = entries.id AND removed_at IS NULL)";

impl Reader<'_> {
    /// Entries by day, newest first, after the one that `after` names.
    pub fn entries(self, after: Option<(NaiveDate, EntryId)>, limit: u32) -> Result<Vec<EntrySummary>> {
        let (day, id) = match after {
            Some((day, id)) => (sql::day_text(day), id.0),
            None => ("9999-12-31".to_owned(), i64::MAX),
        };
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT {SUMMARY} FROM entries
             WHERE deleted_at IS NULL AND (on_day, id) < (?1, ?2)
             ORDER BY on_day DESC, id DESC LIMIT ?3",
        ))?;
        Ok(statement.query_map((day, id, limit), summary)?.collect::<rusqlite::Result<_>>()?)
    }

    /// Those of `ids` that are there, in their order.
    pub fn entry_summaries(self, ids: &[EntryId]) -> Result<Vec<EntrySummary>> {
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT {SUMMARY} FROM entries
             WHERE id = ?1 AND deleted_at IS NULL",
        ))?;
        let found = ids.iter().filter_map(|id| statement.query_row([id.0], summary).optional().transpose());
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    pub fn entry(self, id: EntryId) -> Result<Entry> {
        let tags = self.tags_of(id)?;
        self.0
            .prepare_cached(
                "SELECT id, uid, on_day, zone, created_at, written_at, title, text, is_starred FROM entries
                 WHERE id = ?1 AND deleted_at IS NULL",
            )?
            .query_row([id.0], |row| {
                Ok(Entry {
                    id: EntryId(row.get(0)?),
                    uid: sql::uid(row, 1)?,
                    on: sql::day(row, 2)?,
                    zone: row.get(3)?,
                    created_at: sql::instant(row, 4)?,
                    written_at: sql::instant(row, 5)?,
                    title: row.get(6)?,
                    text: row.get(7)?,
                    is_starred: row.get(8)?,
                    tags,
                })
            })
            .optional()?
            .ok_or(Error::NotFound("entry"))
    }

    pub fn entry_receipt(self, id: EntryId) -> Result<EntryReceipt> {
        let tags = self.tags_of(id)?;
        self.0
            .prepare_cached(
                "SELECT id, uid, on_day, title, is_starred FROM entries WHERE id = ?1 AND deleted_at IS NULL",
            )?
            .query_row([id.0], |row| {
                Ok(EntryReceipt {
                    id: EntryId(row.get("id")?),
                    uid: sql::uid(row, "uid")?,
                    on: sql::day(row, "on_day")?,
                    title: row.get("title")?,
                    is_starred: row.get("is_starred")?,
                    tags,
                })
            })
            .optional()?
            .ok_or(Error::NotFound("entry"))
    }

    /// The days between these two, both included, that have an entry.
    pub fn entry_days(self, from: NaiveDate, until: NaiveDate) -> Result<Vec<NaiveDate>> {
        let mut statement = self.0.prepare_cached(
            "SELECT DISTINCT on_day FROM entries WHERE deleted_at IS NULL AND on_day BETWEEN ?1 AND ?2 ORDER BY on_day",
        )?;
        let days = statement
            .query_map((sql::day_text(from), sql::day_text(until)), |row| sql::day(row, "on_day"))?;
        Ok(days.collect::<rusqlite::Result<_>>()?)
    }
}

impl Tx<'_> {
    /// Stores a new entry, or the new text of one that is there.
    pub fn save_entry(
        &self,
        draft: &EntryDraft,
        now: DateTime<Utc>,
        today: NaiveDate,
        zone: &str,
    ) -> Result<EntryReceipt> {
        let excerpt = text::excerpt(&draft.text);
        let made_before = match draft.id {
            None => self.made_before("entries", draft.uid)?.map(EntryId),
            id => id,
        };
        let id = match made_before {
            Some(id) => {
                self.keep_version_before(id, draft.title.as_deref(), &draft.text, now)?;
                let rows = self
                    .0
                    .prepare_cached(
                        "UPDATE entries SET written_at = ?2, changed_at = moment(), excerpt = ?3,
                             was_closed = was_closed AND text = ?4 AND title = coalesce(?5, title),
                             text = ?4, title = coalesce(?5, title)
                         WHERE id = ?1 AND deleted_at IS NULL",
                    )?
                    .execute((id.0, now.timestamp_millis(), excerpt, &draft.text, &draft.title))?;
                if rows == 0 {
                    return Err(Error::NotFound("entry"));
                }
                if let Some(on) = draft.on {
                    // Few saves change it, and one that names it writes the index of the days, changed or not.
                    self.0
                        .prepare_cached(
                            "UPDATE entries SET on_day = ?2, changed_at = moment() WHERE id = ?1 AND on_day <> ?2",
                        )?
                        .execute((id.0, sql::day_text(on)))?;
                }
                id
            }
            None => {
                let day = sql::day_text(draft.on.unwrap_or(today));
                self.0
                    .prepare_cached(
                        "INSERT INTO entries (uid, on_day, zone, created_at, written_at, excerpt, text, title)
                         VALUES (coalesce(?7, randomblob(16)), ?1, ?2, ?3, ?3, ?4, ?5, coalesce(?6, ''))",
                    )?
                    .execute((
                        day,
                        zone,
                        now.timestamp_millis(),
                        excerpt,
                        &draft.text,
                        &draft.title,
                        draft.uid.map(|uid| uid.0),
                    ))?;
                EntryId(self.0.last_insert_rowid())
            }
        };
        self.entry_receipt(id)
    }

    pub fn star_entry(&self, star: &EntryStar) -> Result<()> {
        let rows = self.0.execute(
            "UPDATE entries SET is_starred = ?2, changed_at = moment() WHERE id = ?1 AND deleted_at IS NULL",
            (star.entry.0, star.is_starred),
        )?;
        if rows == 0 { Err(Error::NotFound("entry")) } else { Ok(()) }
    }
}

pub(crate) fn summary(row: &Row<'_>) -> rusqlite::Result<EntrySummary> {
    Ok(EntrySummary {
        id: EntryId(row.get(0)?),
        on: sql::day(row, 1)?,
        created_at: sql::instant(row, 2)?,
        title: row.get(3)?,
        excerpt: row.get(4)?,
        is_starred: row.get(5)?,
        has_attachments: row.get(6)?,
    })
}
