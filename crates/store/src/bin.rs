//! The bin: deleted entries wait in it, and what is removed from it is nowhere in the file any more.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use pilot_domain::{
    AttachmentId, EntryId,
    entry::{BIN_DAYS, BIN_OPEN_DAYS, BinnedEntry},
};
use rusqlite::OptionalExtension as _;

use crate::{
    Changed, Error, Reader, Result, Store, Tx,
    entries::{SUMMARY, summary},
    sql,
};

/// What is removed from the bin.
#[derive(Debug, Clone, Copy)]
pub enum Binned {
    One(EntryId),
    /// One that was taken off its entry.
    Attachment(AttachmentId),
    /// What was put there at this moment or before.
    Until(DateTime<Utc>),
    All,
}

/// How much went for good: entries, and attachments that had been taken off others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Removed {
    pub entries: usize,
    pub attachments: usize,
}

impl Reader<'_> {
    /// What is in the bin, latest first.
    pub fn bin(self) -> Result<Vec<BinnedEntry>> {
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT {SUMMARY}, deleted_at FROM entries
             WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, id DESC",
        ))?;
        let binned = statement.query_map([], |row| {
            let deleted_on = sql::instant(row, "deleted_at")?.date_naive();
            let goes_on = deleted_on + Days::new(BIN_DAYS.unsigned_abs());
            Ok(BinnedEntry { entry: summary(row)?, goes_on })
        })?;
        Ok(binned.collect::<rusqlite::Result<_>>()?)
    }

    /// What was put into the bin by then may go: [`BIN_DAYS`] have passed since, and after them the program was open on
    /// [`BIN_OPEN_DAYS`] days, so that a clock which was set ahead empties nothing.
    pub fn bin_is_kept_since(self) -> Result<DateTime<Utc>> {
        let day = self
            .0
            .prepare_cached("SELECT on_day FROM open_days ORDER BY on_day DESC LIMIT 1 OFFSET ?1")?
            .query_row([BIN_OPEN_DAYS - 1], |row| sql::day(row, "on_day"))
            .optional()?;
        let until = day.and_then(|day| day.checked_sub_days(Days::new(BIN_DAYS.unsigned_abs())));
        Ok(until.map_or(DateTime::UNIX_EPOCH, |day| day.and_time(NaiveTime::MIN).and_utc()))
    }
}

impl Tx<'_> {
    /// Puts an entry into the bin.
    pub fn delete_entry(&self, id: EntryId, now: DateTime<Utc>) -> Result<()> {
        let rows = self.0.execute(
            "UPDATE entries SET deleted_at = ?2, changed_at = moment() WHERE id = ?1 AND deleted_at IS NULL",
            (id.0, now.timestamp_millis()),
        )?;
        if rows == 0 { Err(Error::NotFound("entry")) } else { Ok(()) }
    }

    /// Takes an entry out of the bin again.
    pub fn bring_back_entry(&self, id: EntryId) -> Result<()> {
        let rows = self.0.execute(
            "UPDATE entries SET deleted_at = NULL, changed_at = moment() WHERE id = ?1 AND deleted_at IS NOT NULL",
            [id.0],
        )?;
        if rows == 0 { Err(Error::NotFound("entry")) } else { Ok(()) }
    }

    /// Notes that the program is open on this day (UTC). Days that a clock set ahead has noted go.
    pub fn note_open_day(&self, today: NaiveDate) -> Result<()> {
        let today = sql::day_text(today);
        self.0.execute("INSERT INTO open_days (on_day) VALUES (?1) ON CONFLICT DO NOTHING", [&today])?;
        self.0.execute(
            "DELETE FROM open_days WHERE on_day > ?1
             OR on_day < (SELECT on_day FROM open_days WHERE on_day <= ?1 ORDER BY on_day DESC LIMIT 1 OFFSET ?2)",
            (&today, BIN_OPEN_DAYS - 1),
        )?;
        Ok(())
    }

    fn remove_entry(&self, id: EntryId) -> Result<()> {
        self.history.forget_row("entries", id.0);
        for table in ["entry_tags", "entry_versions", "attachments"] {
            let rows: Vec<i64> = self
                .0
                .prepare(&format!("SELECT id FROM {table} WHERE entry_id = ?1"))?
                .query_map([id.0], |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()?;
            for row in rows {
                self.history.forget_row(table, row);
            }
        }
        self.0.execute("DELETE FROM entries WHERE id = ?1", [id.0])?;
        Ok(())
    }

    /// Lets go of what was taken off, or never arrived whole; with its bytes, and with every step of undo
    /// that named it.
    fn purge_attachments(&self, which: Binned) -> Result<usize> {
        let (clause, value) = match which {
            // They go with their entry.
            Binned::One(_) => return Ok(0),
            Binned::Attachment(id) => ("id = ?1 AND removed_at > 0", id.0),
            Binned::Until(at) => ("removed_at <= ?1", at.timestamp_millis()),
            // What is arriving in this moment stays.
            Binned::All => ("removed_at > ?1", 0),
        };
        let ids: Vec<i64> = self
            .0
            .prepare(&format!("SELECT id FROM attachments WHERE {clause}"))?
            .query_map([value], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        for id in &ids {
            self.drop_attachment(AttachmentId(*id))?;
        }
        Ok(ids.len())
    }
}

impl Store {
    /// Removes entries from the bin for good: no page, no index and no undo holds a word of them afterwards.
    pub fn remove_binned(&mut self, which: Binned, now: DateTime<Utc>) -> Result<Changed<Removed>> {
        let (clause, value) = match which {
            Binned::One(id) => ("id = ?1", id.0),
            Binned::Attachment(_) => ("?1 = 1", 0),
            Binned::Until(at) => ("deleted_at <= ?1", at.timestamp_millis()),
            Binned::All => ("?1 = 0", 0),
        };
        let removed = self.change(now, |tx| {
            tx.history.is_for_good();
            let ids: Vec<i64> =
                tx.0.prepare(&format!("SELECT id FROM entries WHERE deleted_at IS NOT NULL AND {clause}"))?
                    .query_map([value], |row| row.get(0))?
                    .collect::<rusqlite::Result<_>>()?;
            if ids.is_empty() && matches!(which, Binned::One(_)) {
                return Err(Error::NotFound("entry"));
            }
            for id in &ids {
                tx.remove_entry(EntryId(*id))?;
            }
            let attachments = tx.purge_attachments(which)?;
            if attachments == 0 && matches!(which, Binned::Attachment(_)) {
                return Err(Error::NotFound("attachment"));
            }
            if ids.len() + attachments > 0 {
                // Deleting leaves words in the index until its parts happen to be merged.
                tx.0.execute("INSERT INTO entries_fts (entries_fts) VALUES ('rebuild')", [])?;
                tx.0.execute("INSERT INTO attachments_fts (attachments_fts) VALUES ('rebuild')", [])?;
            }
            Ok(Removed { entries: ids.len(), attachments })
        })?;
        if removed.value.entries + removed.value.attachments > 0 {
            self.forget(removed.id);
            self.shrink()?;
        }
        Ok(removed)
    }
}
