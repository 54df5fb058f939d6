//! Check-ins.

use chrono::{DateTime, NaiveDate, Utc};
use pilot_domain::{
    CheckInId,
    check_in::{CheckIn, CheckInDraft, Feel},
    words::WordKey,
};
use rusqlite::{OptionalExtension, Row, named_params};

use crate::{Error, Reader, Result, Tx, sql};

const COLUMNS: &str = "id, at, on_day, zone, feel, cant_tell, energy, comfort, words, body, note";

impl Reader<'_> {
    /// The latest check-ins, newest first.
    pub fn check_ins(self, limit: u32) -> Result<Vec<CheckIn<WordKey>>> {
        let mut statement =
            self.0.prepare_cached(&format!("SELECT {COLUMNS} FROM check_ins ORDER BY at DESC, id DESC"))?;
        let ours = |row: &rusqlite::Result<_>| !row.as_ref().is_err_and(crate::error::is_newer);
        let found = statement.query_map([], check_in)?.filter(ours).take(limit as usize);
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// Those of these days, both included, the earliest first.
    pub fn check_ins_between(self, from: NaiveDate, until: NaiveDate) -> Result<Vec<CheckIn<WordKey>>> {
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM check_ins WHERE on_day BETWEEN ?1 AND ?2 ORDER BY at, id"
        ))?;
        let found = statement.query_map((sql::day_text(from), sql::day_text(until)), check_in)?;
        sql::readable(found)
    }

    pub fn check_in(self, id: CheckInId) -> Result<CheckIn<WordKey>> {
        self.0
            .prepare_cached(&format!("SELECT {COLUMNS} FROM check_ins WHERE id = ?1"))?
            .query_row([id.0], check_in)
            .optional()?
            .ok_or(Error::NotFound("check-in"))
    }
}

impl Tx<'_> {
    /// Stores a new check-in at `at`, or more of one that is there; its moment stays.
    pub fn save_check_in(
        &self,
        draft: &CheckInDraft<WordKey>,
        at: DateTime<Utc>,
        on: NaiveDate,
        zone: &str,
    ) -> Result<CheckIn<WordKey>> {
        let (feel, cant_tell) = match draft.feel {
            Some(Feel::Level(level)) => (Some(level), false),
            Some(Feel::CantTell) => (None, true),
            None => (None, false),
        };
        let made_before = match draft.id {
            None => self.made_before("check_ins", draft.uid)?.map(CheckInId),
            id => id,
        };
        let id = match made_before {
            Some(id) => id,
            None => {
                self.0.execute(
                    "INSERT INTO check_ins (uid, at, on_day, zone, words, body, note)
                     VALUES (coalesce(?4, randomblob(16)), ?1, ?2, ?3, '[]', '[]', '')",
                    (at.timestamp_millis(), sql::day_text(on), zone, draft.uid.map(|uid| uid.0)),
                )?;
                CheckInId(self.0.last_insert_rowid())
            }
        };
        let rows = self.0.prepare_cached(
            "UPDATE check_ins SET feel = :feel, cant_tell = :cant_tell, energy = :energy, comfort = :comfort,
                 words = :words, body = :body, note = :note, changed_at = moment() WHERE id = :id",
        )?.execute(named_params! {
            ":id": id.0, ":feel": feel, ":cant_tell": cant_tell, ":energy": draft.energy,
            ":comfort": draft.comfort, ":words": sql::json(&draft.words)?, ":body": sql::json(&draft.body)?,
            ":note": draft.note,
        })?;
        if rows == 0 { Err(Error::NotFound("check-in")) } else { self.check_in(id) }
    }

    pub fn delete_check_in(&self, id: CheckInId) -> Result<()> {
        match self.0.execute("DELETE FROM check_ins WHERE id = ?1", [id.0])? {
            0 => Err(Error::NotFound("check-in")),
            _ => Ok(()),
        }
    }
}

pub(crate) fn check_in(row: &Row<'_>) -> rusqlite::Result<CheckIn<WordKey>> {
    let feel: Option<u8> = row.get("feel")?;
    Ok(CheckIn {
        id: CheckInId(row.get("id")?),
        at: sql::instant(row, "at")?,
        on: sql::day(row, "on_day")?,
        zone: row.get("zone")?,
        feel: if row.get("cant_tell")? { Some(Feel::CantTell) } else { feel.map(Feel::Level) },
        energy: row.get("energy")?,
        comfort: row.get("comfort")?,
        words: sql::from_json(row, "words")?,
        body: sql::from_json(row, "body")?,
        note: row.get("note")?,
    })
}
