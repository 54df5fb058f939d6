//! What is attached to entries, to the safety plan, and among the songs. Bytes are kept and read in parts; what is
//! taken off waits as long as an entry does in the bin.

use chrono::{DateTime, Days, Utc};
use pilot_domain::{
    AttachmentId, EntryId,
    attachment::{AttachedTo, Attachment, AttachmentFacts, AttachmentPart, PART, RemovedAttachment},
    entry::BIN_DAYS,
};
use rusqlite::{OptionalExtension, Row};

use crate::{Error, Reader, Result, Tx, sql};

/// Stands where a part has its number.
const THUMBNAIL: i64 = -1;

/// Not on an entry that is in the bin itself.
const IS_REACHABLE: &str =
    "(entry_id IS NULL OR entry_id IN (SELECT id FROM entries WHERE deleted_at IS NULL))";

pub(crate) const COLUMNS: &str = "id, uid, entry_id, shelf, name, caption, added_at, facts, EXISTS (
    SELECT 1 FROM attachment_bytes WHERE attachment_id = attachments.id AND part = -1) AS has_thumbnail";

impl Reader<'_> {
    /// What is attached there, in the order in which it came.
    pub fn attachments(self, to: AttachedTo) -> Result<Vec<Attachment>> {
        let (entry, shelf) = columns(to);
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM attachments
             WHERE entry_id IS ?1 AND shelf IS ?2 AND removed_at IS NULL ORDER BY id"
        ))?;
        sql::readable(statement.query_map((entry, shelf), read)?)
    }

    pub fn attachment(self, id: AttachmentId) -> Result<Attachment> {
        self.0
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM attachments WHERE id = ?1 AND removed_at IS NULL AND {IS_REACHABLE}"
            ))?
            .query_row([id.0], read)
            .optional()?
            .ok_or(Error::NotFound("attachment"))
    }

    /// What was taken off, latest first.
    pub fn removed_attachments(self) -> Result<Vec<RemovedAttachment>> {
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT {COLUMNS}, removed_at FROM attachments
             WHERE removed_at > 0 AND {IS_REACHABLE}
             ORDER BY removed_at DESC, id DESC"
        ))?;
        let removed = statement.query_map([], |row| {
            let goes_on = sql::instant(row, "removed_at")?.date_naive() + Days::new(BIN_DAYS.unsigned_abs());
            Ok(RemovedAttachment { attachment: read(row)?, goes_on })
        })?;
        sql::readable(removed)
    }

    /// A part of the bytes, or the thumbnail.
    pub fn attachment_part(self, of: AttachmentPart) -> Result<Vec<u8>> {
        self.0
            .prepare_cached(&format!(
                "SELECT bytes FROM attachment_bytes JOIN attachments ON attachments.id = attachment_id
                 WHERE attachment_id = ?1 AND part = ?2 AND removed_at IS NULL AND {IS_REACHABLE}"
            ))?
            .query_row((of.attachment.0, of.part.map_or(THUMBNAIL, i64::from)), |row| row.get(0))
            .optional()?
            .ok_or(Error::NotFound("attachment"))
    }
}

impl Tx<'_> {
    /// Makes room for an attachment that nobody sees until it is finished. What is left of one that never was
    /// goes after the next opening.
    pub fn begin_attachment(
        &self,
        to: AttachedTo,
        name: &str,
        facts: &AttachmentFacts,
        now: DateTime<Utc>,
    ) -> Result<AttachmentId> {
        let (entry, shelf) = columns(to);
        let rows = self.0.execute(
            "INSERT INTO attachments (entry_id, shelf, name, added_at, removed_at, facts)
             SELECT ?1, ?2, ?3, ?4, 0, ?5
             WHERE ?1 IS NULL OR EXISTS (SELECT 1 FROM entries WHERE id = ?1 AND deleted_at IS NULL)",
            (entry, shelf, name, now.timestamp_millis(), sql::json(facts)?),
        )?;
        if rows == 0 {
            return Err(Error::NotFound("entry"));
        }
        Ok(AttachmentId(self.0.last_insert_rowid()))
    }

    /// Keeps a part of its bytes, or its thumbnail.
    pub fn keep_attachment_part(&self, of: AttachmentPart, bytes: &[u8]) -> Result<()> {
        let rows = self
            .0
            .prepare_cached(
                "INSERT INTO attachment_bytes (attachment_id, part, bytes)
                 SELECT id, ?2, ?3 FROM attachments WHERE id = ?1",
            )?
            .execute((of.attachment.0, of.part.map_or(THUMBNAIL, i64::from), bytes))?;
        if rows == 0 { Err(Error::NotFound("attachment")) } else { Ok(()) }
    }

    /// All its bytes have arrived: it is attached, in place of another if it replaces one.
    pub fn finish_attachment(
        &self,
        id: AttachmentId,
        replaces: Option<AttachmentId>,
        now: DateTime<Utc>,
    ) -> Result<Attachment> {
        let caption = match replaces {
            Some(former) => {
                let caption = self.attachment(former)?.caption;
                self.remove_attachment(former, now)?;
                caption
            }
            None => String::new(),
        };
        self.0.execute(
            "UPDATE attachments SET removed_at = NULL, caption = ?2, changed_at = moment() WHERE id = ?1 AND removed_at = 0",
            (id.0, caption),
        )?;
        self.attachment(id)
    }

    /// Takes it off.
    pub fn remove_attachment(&self, id: AttachmentId, now: DateTime<Utc>) -> Result<()> {
        let rows = self.0.execute(
            "UPDATE attachments SET removed_at = ?2, changed_at = moment() WHERE id = ?1 AND removed_at IS NULL",
            (id.0, now.timestamp_millis()),
        )?;
        if rows == 0 { Err(Error::NotFound("attachment")) } else { Ok(()) }
    }

    /// Puts it where it was.
    pub fn bring_back_attachment(&self, id: AttachmentId) -> Result<()> {
        let rows = self
            .0
            .execute("UPDATE attachments SET removed_at = NULL, changed_at = moment() WHERE id = ?1 AND removed_at > 0", [id.0])?;
        if rows == 0 { Err(Error::NotFound("attachment")) } else { Ok(()) }
    }

    pub fn caption_attachment(&self, id: AttachmentId, caption: &str) -> Result<Attachment> {
        self.0.execute(
            "UPDATE attachments SET caption = ?2, changed_at = moment() WHERE id = ?1 AND removed_at IS NULL",
            (id.0, caption),
        )?;
        self.attachment(id)
    }

    /// Lets go of one at once, bytes and all.
    pub fn drop_attachment(&self, id: AttachmentId) -> Result<()> {
        self.history.forget_row("attachments", id.0);
        self.0.execute("DELETE FROM attachments WHERE id = ?1", [id.0])?;
        Ok(())
    }
}

/// The names stand in the file.
fn columns(to: AttachedTo) -> (Option<i64>, Option<&'static str>) {
    match to {
        AttachedTo::Entry(entry) => (Some(entry.0), None),
        AttachedTo::Plan => (None, Some("plan")),
        AttachedTo::Songs => (None, Some("songs")),
    }
}

fn attached_to(row: &Row<'_>) -> rusqlite::Result<AttachedTo> {
    match row.get("entry_id")? {
        Some(entry) => Ok(AttachedTo::Entry(EntryId(entry))),
        None => sql::named(row, "shelf"),
    }
}

pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<Attachment> {
    let facts: AttachmentFacts = sql::from_json(row, "facts")?;
    Ok(Attachment {
        id: AttachmentId(row.get("id")?),
        uid: sql::uid(row, "uid")?,
        to: attached_to(row)?,
        name: row.get("name")?,
        caption: row.get("caption")?,
        added_at: sql::instant(row, "added_at")?,
        parts: u32::try_from(facts.length.div_ceil(PART as u64)).unwrap_or(u32::MAX),
        has_thumbnail: row.get("has_thumbnail")?,
        facts,
    })
}
