//! Settings: one row of JSON, so that a setting needs no migration.

use pilot_domain::settings::Settings;

use crate::{Reader, Result, Tx, sql};

impl Reader<'_> {
    pub fn settings(self) -> Result<Settings> {
        Ok(self
            .0
            .query_row("SELECT value FROM settings WHERE id = 1", [], |row| sql::from_json(row, "value"))?)
    }
}

impl Tx<'_> {
    pub fn set_settings(&self, settings: &Settings) -> Result<()> {
        self.0.execute("UPDATE settings SET value = ?1 WHERE id = 1", [sql::json(settings)?])?;
        Ok(())
    }
}
