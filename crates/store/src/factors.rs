//! What might be around feeling little, as far as it was said.

use pilot_domain::factors::FactorMark;

use crate::{Reader, Result, Tx};

impl Reader<'_> {
    pub fn factor_marks(self) -> Result<Vec<FactorMark>> {
        let mut statement =
            self.0.prepare_cached("SELECT key, is_ticked, note FROM factor_marks ORDER BY key")?;
        let marks = statement.query_map([], |row| {
            Ok(FactorMark { key: row.get(0)?, is_ticked: row.get(1)?, note: row.get(2)? })
        })?;
        Ok(marks.collect::<rusqlite::Result<_>>()?)
    }
}

impl Tx<'_> {
    /// An empty one goes.
    pub fn set_factor_mark(&self, mark: &FactorMark) -> Result<()> {
        if mark.is_empty() {
            self.0.execute("DELETE FROM factor_marks WHERE key = ?1", [&mark.key])?;
        } else {
            self.0.execute(
                "INSERT INTO factor_marks (uid, key, is_ticked, note) VALUES (uid_of('factor_marks', ?1), ?1, ?2, ?3)
                 ON CONFLICT DO UPDATE SET is_ticked = excluded.is_ticked, note = excluded.note, changed_at = moment()",
                (&mark.key, mark.is_ticked, &mark.note),
            )?;
        }
        Ok(())
    }
}
