//! Undo for every change, by temporary triggers that write down the opposite of each row change
//! (the method of sqlite.org/undoredo.html). The log lives in memory and ends with the process.

use std::collections::BTreeSet;

use pilot_domain::{ChangeId, change::Kind};
use rusqlite::Connection;

use crate::{Error, Result};

/// Changes that can be taken back: the latest ones.
const DEPTH: i64 = 50;

/// Every table that changes are watched on, and what the UI calls it.
pub(crate) const TABLES: &[(&str, Kind)] = &[
    ("check_ins", Kind::CheckIns),
    ("entries", Kind::Entries),
    ("entry_tags", Kind::Entries),
    ("entry_versions", Kind::Entries),
    // Not their bytes: those are never changed, and go only when nothing can bring them back.
    ("attachments", Kind::Attachments),
    ("prompts_shown", Kind::Prompts),
    ("own_prompts", Kind::Prompts),
    ("prompts_left_out", Kind::Prompts),
    ("own_forms", Kind::Forms),
    ("parked_worries", Kind::Worries),
    ("activities", Kind::Activities),
    ("activity_log", Kind::Activities),
    ("routines", Kind::Routines),
    ("steps", Kind::Routines),
    ("runs", Kind::Routines),
    ("run_steps", Kind::Routines),
    ("practices", Kind::Practices),
    ("reminders", Kind::Reminders),
    ("reminder_log", Kind::Reminders),
    ("library_marks", Kind::Library),
    ("library_stops", Kind::Library),
    ("settings", Kind::Settings),
    ("own_words", Kind::Settings),
    ("hidden_words", Kind::Settings),
    ("people", Kind::People),
    ("help_lines", Kind::HelpLines),
    ("around", Kind::Around),
];

/// Sets up the log and the triggers on this connection.
pub(crate) fn watch(connection: &Connection) -> Result<()> {
    connection.execute_batch(
        "CREATE TEMP TABLE undo_now (change INTEGER NOT NULL, restores INTEGER NOT NULL);
         INSERT INTO undo_now VALUES (0, 0);
         CREATE TEMP TABLE undo_log (
             seq INTEGER PRIMARY KEY, change INTEGER NOT NULL, tbl TEXT NOT NULL, row INTEGER NOT NULL, sql TEXT NOT NULL
         );",
    )?;
    for (table, _) in TABLES {
        let columns: Vec<String> = connection
            .prepare("SELECT name FROM pragma_table_info(?1)")?
            .query_map([table], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let quoted = |glue: &str, each: fn(&str) -> String| {
            columns.iter().map(|column| each(column)).collect::<Vec<_>>().join(glue)
        };
        let values = quoted(" || ',' || ", |column| format!("quote(old.{column})"));
        let pairs = quoted(" || ', ' || ", |column| format!("'{column} = ' || quote(old.{column})"));
        let names = columns.join(", ");
        let [is_there, is_gone, is_changed] = identity(connection, table)?;
        for (event, row, opposite, identity) in [
            ("INSERT", "new.id", format!("'DELETE FROM {table} WHERE id = ' || new.id"), is_there),
            ("UPDATE", "old.id", format!("'UPDATE {table} SET ' || {pairs} || ' WHERE id = ' || old.id"), is_changed),
            ("DELETE", "old.id", format!("'INSERT INTO {table} ({names}) VALUES (' || {values} || ')'"), is_gone),
        ] {
            connection.execute_batch(&format!(
                "CREATE TEMP TRIGGER undo_{event}_{table} AFTER {event} ON main.{table} BEGIN
                     INSERT INTO undo_log (change, tbl, row, sql)
                     SELECT change, '{table}', {row}, {opposite} FROM undo_now;
                     {identity}
                 END;"
            ))?;
        }
    }
    Ok(())
}

/// What else happens when a row comes, goes or changes. One that goes leaves its uid and the time, unless it goes with the
/// row that it belongs to; one that comes back takes them away again.
fn identity(connection: &Connection, table: &str) -> Result<[String; 3]> {
    // Earlier states come and go with the writing, and belong to their entry.
    if table == "entry_versions" {
        return Ok([String::new(), String::new(), String::new()]);
    }
    // A tag that is called something else is another one.
    let keeps_uid = table != "entry_tags";
    let parents: Vec<String> = connection
        .prepare("SELECT \"table\", \"from\" FROM pragma_foreign_key_list(?1) WHERE on_delete = 'CASCADE'")?
        .query_map([table], |row| {
            let (parent, column): (String, String) = (row.get(0)?, row.get(1)?);
            Ok(format!("(old.{column} IS NULL OR EXISTS (SELECT 1 FROM {parent} WHERE id = old.{column}))"))
        })?
        .collect::<rusqlite::Result<_>>()?;
    let is_there = "DELETE FROM deleted_rows WHERE uid = new.uid;".to_owned();
    let leave = |conditions: &[String]| {
        let and = if conditions.is_empty() { String::new() } else { format!("WHERE {}", conditions.join(" AND ")) };
        format!("INSERT OR REPLACE INTO deleted_rows SELECT old.uid, '{table}', moment() {and};")
    };
    let is_gone = leave(&parents);
    let mut is_changed = String::new();
    if !keeps_uid {
        is_changed = format!("{}{is_there}", leave(&["old.uid IS NOT new.uid".to_owned()]));
    }
    if cfg!(debug_assertions) {
        is_changed += "SELECT RAISE(ABORT, 'a change that does not say when') FROM undo_now
                       WHERE new.changed_at IS NOT moment() AND NOT restores;";
    }
    Ok([is_there, is_gone, is_changed])
}

/// From here on rows get the times that they had, or keep those that they have.
pub(crate) fn restores(connection: &Connection) -> Result<()> {
    connection.execute("UPDATE undo_now SET restores = 1", [])?;
    Ok(())
}

/// From here on, row changes belong to `change`.
pub(crate) fn begin(connection: &Connection, change: ChangeId) -> Result<()> {
    connection.execute("UPDATE undo_now SET change = ?1, restores = 0", [change.0])?;
    connection.execute("DELETE FROM undo_log WHERE change <= ?1", [change.0 - DEPTH])?;
    Ok(())
}

/// What `change` has touched.
pub(crate) fn touched(connection: &Connection, change: ChangeId) -> Result<BTreeSet<Kind>> {
    let mut statement = connection.prepare_cached("SELECT DISTINCT tbl FROM undo_log WHERE change = ?1")?;
    let tables: Vec<String> =
        statement.query_map([change.0], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(TABLES.iter().filter(|(table, _)| tables.iter().any(|t| t == table)).map(|(_, kind)| *kind).collect())
}

/// A change that is not to be taken back, nor to be read in memory.
pub(crate) fn forget(connection: &Connection, change: ChangeId) -> Result<()> {
    connection.execute("DELETE FROM undo_log WHERE change = ?1", [change.0])?;
    Ok(())
}

/// Every former change that touched this row goes out of memory. None of them could be taken back whole.
pub(crate) fn forget_row(connection: &Connection, table: &str, row: i64) -> Result<()> {
    connection.execute(
        "DELETE FROM undo_log WHERE change IN (SELECT change FROM undo_log WHERE tbl = ?1 AND row = ?2)
         AND change <> (SELECT change FROM undo_now)",
        (table, row),
    )?;
    Ok(())
}

/// Puts back what `change` did, unless something later touched the same rows.
pub(crate) fn take_back(connection: &Connection, change: ChangeId) -> Result<()> {
    let was_touched_since: bool = connection.query_row(
        "SELECT EXISTS (
             SELECT 1 FROM undo_log AS this JOIN undo_log AS later USING (tbl, row)
             WHERE this.change = ?1 AND later.change > ?1)",
        [change.0],
        |row| row.get(0),
    )?;
    if was_touched_since {
        return Err(Error::ChangedSince);
    }
    let opposites: Vec<String> = connection
        .prepare("SELECT sql FROM undo_log WHERE change = ?1 ORDER BY seq DESC")?
        .query_map([change.0], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    if opposites.is_empty() {
        return Err(Error::NothingToUndo);
    }
    restores(connection)?;
    // Rows come back in reverse order, a child before its parent.
    connection.pragma_update(None, "defer_foreign_keys", "on")?;
    for opposite in opposites {
        connection.execute_batch(&opposite)?;
    }
    Ok(())
}
