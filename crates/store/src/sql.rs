//! How domain values are written in columns.

use chrono::{DateTime, NaiveDate, Utc};
use pilot_domain::{Uid, civil};
use rusqlite::{Row, RowIndex, types::Type};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, error::Category};

use crate::{
    Error, Result,
    error::{Newer, is_newer},
};

/// An enum in a TEXT column: its name on the wire.
pub(crate) fn name<T: Serialize>(value: &T) -> Result<String> {
    match serde_json::to_value(value) {
        Ok(Value::String(name)) => Ok(name),
        _ => Err(Error::Damaged(None)),
    }
}

/// The rows that this version can read. What a newer one wrote stays where it is, and holds up nothing of the rest.
pub(crate) fn readable<T>(rows: impl Iterator<Item = rusqlite::Result<T>>) -> Result<Vec<T>> {
    let is_ours = |row: &rusqlite::Result<T>| !row.as_ref().is_err_and(is_newer);
    Ok(rows.filter(is_ours).collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn named<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let name: String = row.get(column)?;
    let is_name = !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    serde_json::from_value(Value::String(name)).map_err(|error| match is_name {
        true => unreadable(Newer, Type::Text),
        false => unreadable(error, Type::Text),
    })
}

pub(crate) fn named_option<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<T>> {
    match row.get::<_, Option<String>>(column)? {
        None => Ok(None),
        Some(_) => named(row, column).map(Some),
    }
}

/// JSON in a TEXT column.
pub(crate) fn json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|_| Error::Damaged(None))
}

pub(crate) fn from_json<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    serde_json::from_str(&row.get::<_, String>(column)?).map_err(|error| match error.classify() {
        Category::Data => unreadable(Newer, Type::Text),
        _ => unreadable(error, Type::Text),
    })
}

/// A day in a TEXT column: ten characters, which sort as days do.
pub(crate) fn day_text(on: NaiveDate) -> String {
    civil::held(on).to_string()
}

pub(crate) fn instant(row: &Row<'_>, column: impl RowIndex) -> rusqlite::Result<DateTime<Utc>> {
    instant_of(row.get(column)?)
}

pub(crate) fn instant_option(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<DateTime<Utc>>> {
    row.get::<_, Option<i64>>(column)?.map(instant_of).transpose()
}

/// What no clock can say is no instant, and not the beginning of all of them.
fn instant_of(millis: i64) -> rusqlite::Result<DateTime<Utc>> {
    let at = DateTime::from_timestamp_millis(millis).map(civil::held_instant);
    at.ok_or(rusqlite::Error::IntegralValueOutOfRange(0, millis))
}

pub(crate) fn uid(row: &Row<'_>, column: impl RowIndex) -> rusqlite::Result<Uid> {
    row.get(column).map(Uid)
}

pub(crate) fn day(row: &Row<'_>, column: impl RowIndex) -> rusqlite::Result<NaiveDate> {
    row.get_ref(column)?.as_str()?.parse().map_err(|error| unreadable(error, Type::Text))
}

fn unreadable(error: impl std::error::Error + Send + Sync + 'static, found: Type) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, found, Box::new(error))
}
