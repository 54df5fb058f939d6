//! Settings: one row each, so that a setting needs no migration, and one that this version does not know stays as it is.

use pilot_domain::{library::ContentTopic, settings::Settings};
use serde_json::{Map, Value};

use crate::{Error, Reader, Result, Tx, sql};

impl Reader<'_> {
    pub fn settings(self) -> Result<Settings> {
        let mut kept = self.stored_settings()?;
        // A subject that only a newer version knows takes nothing from the others.
        if let Some(Value::Array(muted)) = kept.get_mut(MUTED) {
            muted.retain(is_topic);
        }
        // A value that only a newer version knows is as it ships, until it is changed here.
        kept.retain(|key, value| {
            let alone = Map::from_iter([(key.clone(), value.clone())]);
            serde_json::from_value::<Settings>(Value::Object(alone)).is_ok()
        });
        serde_json::from_value(Value::Object(kept)).map_err(|_| Error::Damaged(None))
    }

    fn stored_settings(self) -> Result<Map<String, Value>> {
        let mut statement = self.0.prepare_cached("SELECT key, value FROM settings")?;
        let kept = statement.query_map([], |row| Ok((row.get("key")?, sql::from_json(row, "value")?)))?;
        Ok(kept.collect::<rusqlite::Result<_>>()?)
    }
}

impl Tx<'_> {
    /// Keeps those that are others than before.
    pub fn set_settings(&self, settings: &Settings) -> Result<()> {
        let (before, mut after) = (values(&self.settings()?)?, values(settings)?);
        after.retain(|key, value| before.get(key) != Some(value));
        if let (Some(Value::Array(muted)), Some(Value::Array(kept))) =
            (after.get_mut(MUTED), self.stored_settings()?.remove(MUTED))
        {
            muted.extend(kept.into_iter().filter(|topic| !is_topic(topic)));
        }
        for (key, value) in after {
            self.0.execute(
                "INSERT INTO settings (uid, key, value) VALUES (uid_of('settings', ?1), ?1, ?2)
                 ON CONFLICT DO UPDATE SET value = excluded.value, changed_at = moment()",
                (key, sql::json(&value)?),
            )?;
        }
        Ok(())
    }
}

const MUTED: &str = "muted";

fn is_topic(topic: &Value) -> bool {
    serde_json::from_value::<ContentTopic>(topic.clone()).is_ok()
}

fn values(settings: &Settings) -> Result<Map<String, Value>> {
    match serde_json::to_value(settings) {
        Ok(Value::Object(values)) => Ok(values),
        _ => Err(Error::Damaged(None)),
    }
}
