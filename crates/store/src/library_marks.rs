//! Marks on library items, and where one was left half-way.

use pilot_domain::library::{LibraryMark, LibraryStop};

use crate::{Reader, Result, Tx, sql};

impl Reader<'_> {
    pub fn library_marks(self) -> Result<Vec<LibraryMark>> {
        let mut statement = self
            .0
            .prepare_cached("SELECT item, is_favourite, is_left_out FROM library_marks ORDER BY item")?;
        let marks = statement.query_map([], |row| {
            Ok(LibraryMark { item: row.get(0)?, is_favourite: row.get(1)?, is_left_out: row.get(2)? })
        })?;
        Ok(marks.collect::<rusqlite::Result<_>>()?)
    }

    pub fn library_stop(self) -> Result<Option<LibraryStop>> {
        let read = |row: &rusqlite::Row<'_>| {
            Ok(LibraryStop { item: row.get("item")?, place: sql::from_json(row, "place")? })
        };
        let mut statement = self.0.prepare_cached("SELECT item, place FROM library_stops")?;
        Ok(sql::readable(statement.query_map([], read)?)?.pop())
    }
}

impl Tx<'_> {
    pub fn set_library_mark(&self, mark: &LibraryMark) -> Result<()> {
        self.0.execute(
            "INSERT INTO library_marks (uid, item, is_favourite, is_left_out)
             VALUES (uid_of('library_marks', ?1), ?1, ?2, ?3)
             ON CONFLICT DO UPDATE SET is_favourite = excluded.is_favourite, is_left_out = excluded.is_left_out,
                 changed_at = moment()",
            (&mark.item, mark.is_favourite, mark.is_left_out),
        )?;
        Ok(())
    }

    pub fn set_library_stop(&self, stop: Option<&LibraryStop>) -> Result<()> {
        match stop {
            None => self.0.execute("DELETE FROM library_stops", [])?,
            Some(stop) => self.0.execute(
                "INSERT INTO library_stops (id, uid, item, place) VALUES (1, uid_of('library_stops', ''), ?1, ?2)
                 ON CONFLICT DO UPDATE SET item = excluded.item, place = excluded.place, changed_at = moment()",
                (&stop.item, sql::json(&stop.place)?),
            )?,
        };
        Ok(())
    }
}
