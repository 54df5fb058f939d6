//! Functions of ours that the schema and the statements call.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use pilot_domain::{civil, text, tokens};
use rusqlite::{
    Connection,
    functions::{Context, FunctionFlags},
};
use sha2::{Digest, Sha256};

use crate::Result;

/// When the change that is under way happens, in milliseconds: what `moment()` answers, and 0 until it is known.
#[derive(Clone, Default)]
pub(crate) struct Moment(Arc<AtomicI64>);

impl Moment {
    pub(crate) fn set(&self, at: DateTime<Utc>) {
        self.0.store(at.timestamp_millis(), Ordering::Relaxed);
    }
}

/// Whoever opens the file without a [`Store`](crate::Store) and writes to it needs them too.
pub fn register_functions(connection: &Connection) -> Result<()> {
    register(connection).map(drop)
}

pub(crate) fn register(connection: &Connection) -> Result<Moment> {
    let pure =
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    // What the index holds of a text.
    connection
        .create_scalar_function("indexed", 1, pure, |of| Ok(tokens::indexed(of.get_raw(0).as_str()?)))?;
    // The uid of a row that has a key of its own: the same in every file.
    connection.create_scalar_function("uid_of", 2, pure, |of| {
        let Some(key) = of.get_raw(1).as_str_or_null()? else { return Ok(None) };
        let named = format!("pilot-light/{}/{key}", of.get_raw(0).as_str()?);
        Ok(Some(Sha256::digest(named)[..16].to_vec()))
    })?;
    // For migrations alone: which day an instant was, and a text that names attachments by their uid, out of JSON that
    // has a uid for each number.
    connection.create_scalar_function("day_in", 2, pure, day_in)?;
    connection.create_scalar_function("with_uids", 2, pure, |of| {
        let text = of.get_raw(0).as_str()?;
        // Few texts name any.
        if !text.contains(text::REFERENCE) {
            return Ok(text.to_owned());
        }
        let uids: BTreeMap<String, String> =
            serde_json::from_str(of.get_raw(1).as_str()?).unwrap_or_default();
        Ok(text::with_references(text, |number| uids.get(number).cloned()).into_owned())
    })?;
    let moment = Moment::default();
    let told = moment.clone();
    let changing = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_INNOCUOUS;
    connection.create_scalar_function("moment", 0, changing, move |_| Ok(told.0.load(Ordering::Relaxed)))?;
    Ok(moment)
}

fn day_in(of: &Context<'_>) -> rusqlite::Result<String> {
    let at = DateTime::from_timestamp_millis(of.get(0)?).map(civil::held_instant).unwrap_or_default();
    let zone = of.get_raw(1).as_str()?.parse().unwrap_or(Tz::UTC);
    Ok(civil::held(civil::date_of(at, zone)).to_string())
}
