//! What a step touched.

use std::collections::BTreeSet;

use pilot_domain::{ChangeId, Uid, change::Kind};
use rusqlite::Connection;

use super::TABLES;
use crate::{Result, sql};

/// A row that came, went or changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Touched {
    pub kind: Kind,
    pub uid: Uid,
}

/// The kinds that a step touched.
pub(crate) fn kinds(connection: &Connection, step: ChangeId) -> Result<BTreeSet<Kind>> {
    let mut statement = connection.prepare_cached("SELECT DISTINCT tbl FROM history_rows WHERE step = ?1")?;
    let tables: Vec<String> = statement.query_map([step.0], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(tables.iter().filter_map(|table| kind_of(table)).collect())
}

/// The rows that a step touched, each once; the first `most` of them.
pub(crate) fn rows(connection: &Connection, step: ChangeId, most: usize) -> Result<BTreeSet<Touched>> {
    let mut statement =
        connection.prepare_cached("SELECT DISTINCT tbl, uid FROM history_rows WHERE step = ?1 LIMIT ?2")?;
    let rows = statement.query_map((step.0, i64::try_from(most).unwrap_or(i64::MAX)), |row| {
        Ok(kind_of(row.get_ref(0)?.as_str()?).zip(Some(sql::uid(row, "uid")?)))
    })?;
    let rows: Vec<Option<(Kind, Uid)>> = rows.collect::<rusqlite::Result<_>>()?;
    Ok(rows.into_iter().flatten().map(|(kind, uid)| Touched { kind, uid }).collect())
}

fn kind_of(table: &str) -> Option<Kind> {
    TABLES.iter().find(|(watched, _)| *watched == table).map(|(_, kind)| *kind)
}
