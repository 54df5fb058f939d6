//! Journal entries and their full-text index, which lives in the same encrypted file.

use chrono::{DateTime, NaiveDate, Utc};
use pilot_domain::{
    EntryId,
    entry::{Entry, EntryDraft, EntrySummary, Piece, SearchHit},
    text,
};
use rusqlite::{OptionalExtension, Row};

use crate::{Error, Reader, Result, Tx, sql};

/// Marks around a hit in a snippet: control characters that no keyboard types.
const HIT_START: char = '\u{1}';
const HIT_END: char = '\u{2}';

impl Reader<'_> {
    /// Entries by day, newest first, after the one that `after` names.
    pub fn entries(self, after: Option<(NaiveDate, EntryId)>, limit: u32) -> Result<Vec<EntrySummary>> {
        let (day, id) = match after {
            Some((day, id)) => (day.to_string(), id.0),
            None => ("9999-12-31".to_owned(), i64::MAX),
        };
        let mut statement = self.0.prepare_cached(
            "SELECT id, on_day, created_at, opening FROM entries WHERE (on_day, id) < (?1, ?2)
             ORDER BY on_day DESC, id DESC LIMIT ?3",
        )?;
        Ok(statement.query_map((day, id, limit), summary)?.collect::<rusqlite::Result<_>>()?)
    }

    pub fn entry(self, id: EntryId) -> Result<Entry> {
        self.0
            .prepare_cached(
                "SELECT id, on_day, zone, created_at, changed_at, text FROM entries WHERE id = ?1",
            )?
            .query_row([id.0], |row| {
                Ok(Entry {
                    id: EntryId(row.get("id")?),
                    on: sql::day(row, "on_day")?,
                    zone: row.get("zone")?,
                    created_at: sql::instant(row, "created_at")?,
                    changed_at: sql::instant(row, "changed_at")?,
                    text: row.get("text")?,
                })
            })
            .optional()?
            .ok_or(Error::NotFound("entry"))
    }

    /// Entries that an FTS5 expression matches, newest first.
    pub fn search_entries(self, expression: &str, limit: u32) -> Result<Vec<SearchHit>> {
        let mut statement = self.0.prepare_cached(
            "SELECT entries.id, on_day, created_at, opening,
                 snippet(entries_fts, 0, char(1), char(2), '…', 16) AS around
             FROM entries_fts JOIN entries ON entries.id = entries_fts.rowid
             WHERE entries_fts MATCH ?1 ORDER BY entries_fts.rowid DESC LIMIT ?2",
        )?;
        let hits = statement.query_map((expression, limit), |row| {
            Ok(SearchHit { entry: summary(row)?, around: pieces(&row.get::<_, String>("around")?) })
        })?;
        Ok(hits.collect::<rusqlite::Result<_>>()?)
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
    ) -> Result<Entry> {
        let opening = text::opening(&draft.text);
        let id = match draft.id {
            Some(id) => {
                let day = draft.on.map(|on| on.to_string());
                let rows = self
                    .0
                    .prepare_cached(
                        "UPDATE entries SET changed_at = ?2, opening = ?3, text = ?4, on_day = coalesce(?5, on_day)
                         WHERE id = ?1",
                    )?
                    .execute((id.0, now.timestamp_millis(), opening, &draft.text, day))?;
                if rows == 0 {
                    return Err(Error::NotFound("entry"));
                }
                id
            }
            None => {
                let day = draft.on.unwrap_or(today).to_string();
                self.0
                    .prepare_cached(
                        "INSERT INTO entries (on_day, zone, created_at, changed_at, opening, text)
                         VALUES (?1, ?2, ?3, ?3, ?4, ?5)",
                    )?
                    .execute((day, zone, now.timestamp_millis(), opening, &draft.text))?;
                EntryId(self.0.last_insert_rowid())
            }
        };
        self.entry(id)
    }

    pub fn delete_entry(&self, id: EntryId) -> Result<()> {
        match self.0.execute("DELETE FROM entries WHERE id = ?1", [id.0])? {
            0 => Err(Error::NotFound("entry")),
            _ => Ok(()),
        }
    }
}

fn summary(row: &Row<'_>) -> rusqlite::Result<EntrySummary> {
    Ok(EntrySummary {
        id: EntryId(row.get("id")?),
        on: sql::day(row, "on_day")?,
        created_at: sql::instant(row, "created_at")?,
        opening: row.get("opening")?,
    })
}

fn pieces(marked: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (index, part) in marked.split([HIT_START, HIT_END]).enumerate() {
        if !part.is_empty() {
            pieces.push(Piece { text: part.to_owned(), hit: index % 2 == 1 });
        }
    }
    pieces
}
