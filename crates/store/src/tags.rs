//! Tags of entries. A tag is there as long as an entry has it.

use pilot_domain::{EntryId, fold::fold};
use rusqlite::OptionalExtension;

use crate::{Error, Reader, Result, Tx};

impl Reader<'_> {
    /// Every tag that an entry outside the bin has, by name.
    pub fn tags(self) -> Result<Vec<String>> {
        let mut statement = self.0.prepare_cached(
            "SELECT max(name) FROM entry_tags JOIN entries ON entries.id = entry_id
             WHERE deleted_at IS NULL GROUP BY folded ORDER BY folded",
        )?;
        Ok(statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
    }

    pub(crate) fn tags_of(self, id: EntryId) -> Result<Vec<String>> {
        let mut statement =
            self.0.prepare_cached("SELECT name FROM entry_tags WHERE entry_id = ?1 ORDER BY id")?;
        Ok(statement.query_map([id.0], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
    }
}

/// In an UPDATE that gives a tag the folded form `?2`: it is known by that and by its entry.
pub(crate) const TAG_UID: &str =
    "uid = uid_of('entry_tags', (SELECT hex(entries.uid) FROM entries WHERE entries.id = entry_id) || ?2)";

impl Tx<'_> {
    /// Gives an entry these tags and no other. A tag that is in use keeps its spelling.
    pub fn set_tags(&self, id: EntryId, names: &[String]) -> Result<()> {
        let had: Vec<String> = self.tags_of(id)?.iter().map(|name| fold(name)).collect();
        let wanted: Vec<String> = names.iter().map(|name| fold(name)).collect();
        for folded in had.iter().filter(|folded| !wanted.contains(folded)) {
            self.0.execute("DELETE FROM entry_tags WHERE entry_id = ?1 AND folded = ?2", (id.0, folded))?;
        }
        for (name, folded) in names.iter().zip(&wanted).filter(|(_, folded)| !had.contains(folded)) {
            let known: Option<String> = self
                .0
                .prepare_cached("SELECT name FROM entry_tags WHERE folded = ?1 LIMIT 1")?
                .query_row([folded], |row| row.get(0))
                .optional()?;
            self.0.execute(
                "INSERT INTO entry_tags (entry_id, name, folded, uid)
                 SELECT id, ?2, ?3, uid_of('entry_tags', hex(uid) || ?3) FROM entries WHERE id = ?1",
                (id.0, known.as_ref().unwrap_or(name), folded),
            )?;
        }
        Ok(())
    }

    /// Gives a tag another name in every entry, those in the bin too. Where the entry has that one already,
    /// one of them stays.
    pub fn rename_tag(&self, from: &str, to: &str) -> Result<()> {
        let (from, folded) = (fold(from), fold(to));
        if from != folded {
            self.0.execute(
                "DELETE FROM entry_tags WHERE folded = ?1
                 AND entry_id IN (SELECT entry_id FROM entry_tags WHERE folded = ?2)",
                (&from, &folded),
            )?;
        }
        let renamed = self.0.execute(
            &format!(
                "UPDATE entry_tags SET name = ?3, folded = ?2, changed_at = moment(), {TAG_UID}
                 WHERE folded IN (?1, ?2) AND (name, folded) <> (?3, ?2)"
            ),
            (&from, &folded, to),
        )?;
        let is_there: bool = self.0.query_row(
            "SELECT EXISTS (SELECT 1 FROM entry_tags WHERE folded = ?1)",
            [&folded],
            |row| row.get(0),
        )?;
        if renamed > 0 || is_there { Ok(()) } else { Err(Error::NotFound("tag")) }
    }
}
