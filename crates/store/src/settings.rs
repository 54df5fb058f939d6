//! Settings: one row each, so that a setting needs no migration, and one that this version does not know stays as it is.

use pilot_domain::settings::Settings;
use serde_json::{Map, Value};

use crate::{Error, Reader, Result, Tx, sql};

impl Reader<'_> {
    pub fn settings(self) -> Result<Settings> {
        let mut statement = self.0.prepare_cached("SELECT key, value FROM settings")?;
        let kept = statement
            .query_map([], |row| Ok((row.get("key")?, sql::from_json(row, "value")?)))?
            .collect::<rusqlite::Result<Map<String, Value>>>()?;
        serde_json::from_value(Value::Object(kept)).map_err(|_| Error::Damaged)
    }
}

impl Tx<'_> {
    /// Keeps those that are others than before.
    pub fn set_settings(&self, settings: &Settings) -> Result<()> {
        let (before, after) = (values(&self.settings()?)?, values(settings)?);
        for (key, value) in after.iter().filter(|(key, value)| before.get(*key) != Some(value)) {
            self.0.execute(
                "INSERT INTO settings (uid, key, value) VALUES (uid_of('settings', ?1), ?1, ?2)
                 ON CONFLICT DO UPDATE SET value = excluded.value, changed_at = moment()",
                (key, sql::json(value)?),
            )?;
        }
        Ok(())
    }
}

fn values(settings: &Settings) -> Result<Map<String, Value>> {
    match serde_json::to_value(settings) {
        Ok(Value::Object(values)) => Ok(values),
        _ => Err(Error::Damaged),
    }
}
