//! Marks on library items.

use pilot_domain::library::LibraryMark;

use crate::{Reader, Result, Tx};

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
}

impl Tx<'_> {
    pub fn set_library_mark(&self, mark: &LibraryMark) -> Result<()> {
        self.0.execute(
            "INSERT INTO library_marks (item, is_favourite, is_left_out) VALUES (?1, ?2, ?3)
             ON CONFLICT (item) DO UPDATE SET is_favourite = excluded.is_favourite, is_left_out = excluded.is_left_out",
            (&mark.item, mark.is_favourite, mark.is_left_out),
        )?;
        Ok(())
    }
}
