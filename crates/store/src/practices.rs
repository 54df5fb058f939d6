//! How practices left one.

use chrono::{DateTime, NaiveDate, Utc};
use pilot_domain::{
    PracticeId, RoutineId,
    practice::{Practice, PracticeDraft, Practised},
};
use rusqlite::{OptionalExtension, Row};

use crate::{Error, Reader, Result, Tx, sql};

impl Reader<'_> {
    /// The latest answers on one practice, newest first.
    pub fn practices(self, of: &Practised, limit: u32) -> Result<Vec<Practice>> {
        let (item, routine) = columns(of);
        let mut statement = self.0.prepare_cached(
            "SELECT * FROM practices WHERE item IS ?1 AND routine_id IS ?2 ORDER BY at DESC, id DESC LIMIT ?3",
        )?;
        sql::readable(statement.query_map((item, routine, limit), practice)?)
    }

    fn practice(self, id: PracticeId) -> Result<Practice> {
        self.0
            .prepare_cached("SELECT * FROM practices WHERE id = ?1")?
            .query_row([id.0], practice)
            .optional()?
            .ok_or(Error::NotFound("practice"))
    }
}

impl Tx<'_> {
    /// Keeps an answer, or puts another in its place; its moment stays.
    pub fn save_practice(
        &self,
        draft: &PracticeDraft,
        at: DateTime<Utc>,
        on: NaiveDate,
        zone: &str,
    ) -> Result<Practice> {
        let afterwards = sql::name(&draft.afterwards)?;
        let id = match draft.id {
            Some(id) => {
                self.practice(id)?;
                self.0.execute(
                    "UPDATE practices SET afterwards = ?2, changed_at = moment() WHERE id = ?1",
                    (id.0, afterwards),
                )?;
                id
            }
            None => {
                let (item, routine) = columns(&draft.of);
                self.0.execute(
                    "INSERT INTO practices (item, routine_id, at, on_day, zone, afterwards) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                    (item, routine, at.timestamp_millis(), sql::day_text(on), zone, afterwards),
                )?;
                PracticeId(self.0.last_insert_rowid())
            }
        };
        self.practice(id)
    }

    pub fn delete_practice(&self, id: PracticeId) -> Result<()> {
        match self.0.execute("DELETE FROM practices WHERE id = ?1", [id.0])? {
            0 => Err(Error::NotFound("practice")),
            _ => Ok(()),
        }
    }
}

fn columns(of: &Practised) -> (Option<&str>, Option<i64>) {
    match of {
        Practised::Item(item) => (Some(item), None),
        Practised::Routine(routine) => (None, Some(routine.0)),
    }
}

pub(crate) fn practice(row: &Row<'_>) -> rusqlite::Result<Practice> {
    let of = match row.get("item")? {
        Some(item) => Practised::Item(item),
        None => Practised::Routine(RoutineId(row.get("routine_id")?)),
    };
    Ok(Practice {
        id: PracticeId(row.get("id")?),
        of,
        at: sql::instant(row, "at")?,
        on: sql::day(row, "on_day")?,
        afterwards: sql::named(row, "afterwards")?,
    })
}
