//! Parked worries. One that is let go of leaves nothing behind.

use pilot_domain::{
    WorryId,
    worry::{ParkedWorry, WorryDraft},
};

use crate::{Error, Reader, Result, Tx, sql};

impl Reader<'_> {
    /// All of them, in the order in which their times come.
    pub fn worries(self) -> Result<Vec<ParkedWorry>> {
        let mut statement = self.0.prepare_cached(
            "SELECT id, text, on_day, minute FROM parked_worries ORDER BY on_day, minute, id",
        )?;
        let worries = statement.query_map([], |row| {
            Ok(ParkedWorry {
                id: WorryId(row.get("id")?),
                text: row.get("text")?,
                on: sql::day(row, "on_day")?,
                minute: row.get("minute")?,
            })
        })?;
        Ok(worries.collect::<rusqlite::Result<_>>()?)
    }
}

impl Tx<'_> {
    pub fn park_worry(&self, draft: &WorryDraft) -> Result<ParkedWorry> {
        let WorryDraft { text, on, minute, .. } = draft;
        let id = match draft.id {
            Some(id) => {
                let rows = self.0.execute(
                    "UPDATE parked_worries SET text = ?2, on_day = ?3, minute = ?4, changed_at = moment() WHERE id = ?1",
                    (id.0, text, sql::day_text(*on), minute),
                )?;
                if rows == 0 {
                    return Err(Error::NotFound("worry"));
                }
                id
            }
            None => {
                self.0.execute(
                    "INSERT INTO parked_worries (text, on_day, minute) VALUES (?1, ?2, ?3)",
                    (text, sql::day_text(*on), minute),
                )?;
                WorryId(self.0.last_insert_rowid())
            }
        };
        Ok(ParkedWorry { id, text: text.clone(), on: *on, minute: *minute })
    }

    pub fn delete_worry(&self, id: WorryId) -> Result<()> {
        match self.0.execute("DELETE FROM parked_worries WHERE id = ?1", [id.0])? {
            0 => Err(Error::NotFound("worry")),
            _ => Ok(()),
        }
    }
}
