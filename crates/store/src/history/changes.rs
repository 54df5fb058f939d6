//! What a step touched.

use std::collections::BTreeSet;

use pilot_domain::{
    ChangeId,
    change::{Kind, Touched},
};
use rusqlite::Connection;

use super::TABLES;
use crate::{Result, sql};

/// More than a person changes at once: of as many only the kinds are told.
const MOST: u32 = 100;

/// The kinds that a step touched.
pub(crate) fn kinds(connection: &Connection, step: ChangeId) -> Result<BTreeSet<Kind>> {
    let mut statement = connection.prepare_cached("SELECT DISTINCT tbl FROM history_rows WHERE step = ?1")?;
    let tables: Vec<String> =
        statement.query_map([step.0], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(tables.iter().filter_map(|table| kind_of(table)).collect())
}

/// The rows that a step touched, each once; none where there are many.
pub(crate) fn rows(connection: &Connection, step: ChangeId) -> Result<Option<BTreeSet<Touched>>> {
    let mut statement =
        connection.prepare_cached("SELECT DISTINCT tbl, uid FROM history_rows WHERE step = ?1 LIMIT ?2")?;
    let rows = statement.query_map((step.0, MOST + 1), |row| {
        Ok((kind_of(row.get_ref(0)?.as_str()?), sql::uid(row, "uid")?))
    })?;
    let rows: Vec<_> = rows.collect::<rusqlite::Result<_>>()?;
    let told = rows.iter().filter_map(|(kind, uid)| Some(Touched { kind: (*kind)?, uid: *uid }));
    Ok((rows.len() <= MOST as usize).then(|| told.collect()))
}

fn kind_of(table: &str) -> Option<Kind> {
    TABLES.iter().find(|(watched, _)| *watched == table).map(|(_, kind)| *kind)
}
