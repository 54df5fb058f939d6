//! Earlier states of entries, as whole texts: the latest of each.

use chrono::{DateTime, Utc};
use pilot_domain::{
    EntryId, EntryVersionId,
    entry::EntryReceipt,
    text,
    version::{self, EntryVersion, EntryVersionSummary},
};
use rusqlite::OptionalExtension;

use crate::{Error, Reader, Result, Tx, sql};

impl Reader<'_> {
    /// The earlier states of an entry, latest first.
    pub fn versions(self, id: EntryId) -> Result<Vec<EntryVersionSummary>> {
        let mut statement = self.0.prepare_cached(
            "SELECT id, at, title, text FROM entry_versions WHERE entry_id = ?1 ORDER BY id DESC",
        )?;
        let versions = statement.query_map([id.0], |row| {
            let whole: String = row.get("text")?;
            Ok(EntryVersionSummary {
                id: EntryVersionId(row.get("id")?),
                at: sql::instant(row, "at")?,
                title: row.get("title")?,
                excerpt: text::excerpt(&whole),
            })
        })?;
        Ok(versions.collect::<rusqlite::Result<_>>()?)
    }

    pub fn version(self, id: EntryVersionId) -> Result<EntryVersion> {
        self.0
            .prepare_cached(
                "SELECT v.id, entry_id, at, v.title, v.text FROM entry_versions AS v
                 JOIN entries ON entries.id = entry_id WHERE v.id = ?1 AND deleted_at IS NULL",
            )?
            .query_row([id.0], |row| {
                Ok(EntryVersion {
                    id: EntryVersionId(row.get("id")?),
                    entry: EntryId(row.get("entry_id")?),
                    at: sql::instant(row, "at")?,
                    title: row.get("title")?,
                    text: row.get("text")?,
                })
            })
            .optional()?
            .ok_or(Error::NotFound("version"))
    }
}

impl Tx<'_> {
    /// Keeps the state that another one is about to replace, if it stood long enough, was closed, or is taken away
    /// whole. Without a title the title stays.
    pub(crate) fn keep_version_before(
        &self,
        id: EntryId,
        title: Option<&str>,
        text: &str,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let last: Option<bool> = self
            .0
            .prepare_cached("SELECT written_at, was_closed, text FROM entries WHERE id = ?1")?
            .query_row([id.0], |row| {
                let is_emptied = text::is_blank(text) && !version::is_short(row.get_ref("text")?.as_str()?);
                let (written_at, was_closed) = (sql::instant(row, "written_at")?, row.get("was_closed")?);
                Ok(is_emptied || version::is_worth_keeping(written_at, was_closed, now))
            })
            .optional()?;
        if last == Some(true) { self.keep_version(id, title, text) } else { Ok(()) }
    }

    /// Keeps title and text as they are, unless they are the next ones or the state that was kept last.
    fn keep_version(&self, id: EntryId, title: Option<&str>, text: &str) -> Result<()> {
        self.0
            .prepare_cached(
                "INSERT INTO entry_versions (entry_id, at, title, text)
                 SELECT id, written_at, title, text FROM entries
                 WHERE id = ?1 AND (text IS NOT ?2 OR title IS NOT coalesce(?3, title)) AND (title, text) IS NOT
                     (SELECT title, text FROM entry_versions WHERE entry_id = ?1 ORDER BY id DESC LIMIT 1)",
            )?
            .execute((id.0, text, title))?;
        self.0
            .prepare_cached(
                "DELETE FROM entry_versions WHERE entry_id = ?1 AND id NOT IN
                     (SELECT id FROM entry_versions WHERE entry_id = ?1 ORDER BY id DESC LIMIT ?2)",
            )?
            .execute((id.0, version::MOST))?;
        Ok(())
    }

    /// The person has left this entry: what it holds counts as a state of its own. One that was emptied is not left
    /// behind; what it held longer than in passing goes to the bin. Whether it is there still.
    pub fn close_entry(&self, id: EntryId, now: DateTime<Utc>) -> Result<bool> {
        if self.drop_if_empty(id, now)? {
            return Ok(false);
        }
        self.0.execute(
            "UPDATE entries SET was_closed = 1, changed_at = moment() WHERE id = ?1 AND was_closed = 0 AND deleted_at IS NULL",
            [id.0],
        )?;
        Ok(self.0.query_row(
            "SELECT EXISTS (SELECT 1 FROM entries WHERE id = ?1 AND deleted_at IS NULL)",
            [id.0],
            |row| row.get(0),
        )?)
    }

    /// Entries that were left empty without being closed, by a program that ended for instance.
    pub fn drop_empty_entries(&self, now: DateTime<Utc>) -> Result<()> {
        let short: Vec<i64> = self
            .0
            .prepare("SELECT id FROM entries WHERE deleted_at IS NULL AND excerpt = '' AND title = ''")?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        for id in short {
            self.drop_if_empty(EntryId(id), now)?;
        }
        Ok(())
    }

    fn drop_if_empty(&self, id: EntryId, now: DateTime<Utc>) -> Result<bool> {
        let held: Option<(String, String)> = self
            .0
            .prepare_cached(
                "SELECT title, text FROM entries WHERE id = ?1 AND deleted_at IS NULL
                     AND NOT EXISTS (SELECT 1 FROM attachments WHERE entry_id = ?1)",
            )?
            .query_row([id.0], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        if !held.is_some_and(|(title, text)| text::is_blank(&title) && text::is_blank(&text)) {
            return Ok(false);
        }
        let states: Vec<(String, String)> = self
            .0
            .prepare("SELECT title, text FROM entry_versions WHERE entry_id = ?1 ORDER BY id DESC")?
            .query_map([id.0], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        let last = states.into_iter().find(|(title, text)| !(text::is_blank(title) && text::is_blank(text)));
        match last {
            Some((title, text)) => self.0.execute(
                "UPDATE entries SET title = ?2, text = ?3, excerpt = ?4, deleted_at = ?5, changed_at = moment() WHERE id = ?1",
                (id.0, title, &text, text::excerpt(&text), now.timestamp_millis()),
            )?,
            None => self.0.execute("DELETE FROM entries WHERE id = ?1", [id.0])?,
        };
        Ok(true)
    }

    /// Puts an earlier state in place of title and text, which become one themselves.
    pub fn bring_back_version(&self, id: EntryVersionId, now: DateTime<Utc>) -> Result<EntryReceipt> {
        let version = self.version(id)?;
        self.keep_version(version.entry, Some(&version.title), &version.text)?;
        self.0.execute(
            "UPDATE entries SET written_at = ?2, changed_at = moment(), excerpt = ?3, text = ?4, title = ?5, was_closed = 1
             WHERE id = ?1",
            (
                version.entry.0,
                now.timestamp_millis(),
                text::excerpt(&version.text),
                &version.text,
                &version.title,
            ),
        )?;
        self.entry_receipt(version.entry)
    }
}
