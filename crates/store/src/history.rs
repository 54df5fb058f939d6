//! What happens to rows, written down by one set of temporary triggers (the method of sqlite.org/undoredo.html). It is read
//! by `undo`, which puts back what a step did, and by `changes`, which says what a step touched. It lives in memory and
//! ends with the session.

pub(crate) mod changes;
#[cfg(test)]
mod tests;
pub(crate) mod undo;

use chrono::{DateTime, Utc};
use pilot_domain::{ChangeId, change::Kind};
use rusqlite::Connection;

use crate::Result;

/// Every table that is watched, and what the UI calls it.
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

/// A step as it begins: when it happens, and what it is called. One without a name is joined by no other.
#[derive(Debug, Clone, Copy)]
pub struct Step<'a> {
    pub at: DateTime<Utc>,
    pub name: &'a str,
}

impl From<DateTime<Utc>> for Step<'_> {
    fn from(at: DateTime<Utc>) -> Self {
        Step { at, name: "" }
    }
}

/// Sets up what is written down, and the triggers, on this connection.
pub(crate) fn watch(connection: &Connection) -> Result<()> {
    connection.execute_batch(
        "CREATE TEMP TABLE history_now (step INTEGER NOT NULL, restores INTEGER NOT NULL, takes_back INTEGER NOT NULL);
         INSERT INTO history_now VALUES (0, 0, 1);
         CREATE TEMP TABLE history_steps (
             step INTEGER PRIMARY KEY, name TEXT NOT NULL, begun_at INTEGER NOT NULL, bytes INTEGER NOT NULL
         );
         CREATE TEMP TABLE history_rows (
             seq INTEGER PRIMARY KEY, step INTEGER NOT NULL, tbl TEXT NOT NULL, row INTEGER NOT NULL, uid BLOB NOT NULL,
             what TEXT NOT NULL, -- INSERT, DELETE, or the columns that changed
             opposite TEXT -- none where nothing is to be taken back
         );
         CREATE INDEX temp.history_rows_by_step ON history_rows (step);
         CREATE INDEX temp.history_rows_by_row ON history_rows (tbl, row);",
    )?;
    for (table, _) in TABLES {
        watch_table(connection, table)?;
    }
    Ok(())
}

fn watch_table(connection: &Connection, table: &str) -> Result<()> {
    let columns: Vec<String> = connection
        .prepare("SELECT name FROM pragma_table_info(?1)")?
        .query_map([table], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let joined = |glue: &str, each: fn(&str) -> String| {
        columns.iter().map(|column| each(column)).collect::<Vec<_>>().join(glue)
    };
    // What is taken back changes now.
    let values = joined(" || ',' || ", |column| match column {
        "changed_at" => "'moment()'".to_owned(),
        column => format!("quote(old.{column})"),
    });
    // What stays as it is, such as a long text that gets a star, is not written down.
    let pairs = joined(" || ", |column| match column {
        "changed_at" => "', changed_at = moment()'".to_owned(),
        column => format!("iif(old.{column} IS new.{column}, '', ', {column} = ' || quote(old.{column}))"),
    });
    let changed = joined(" || ", |column| match column {
        "changed_at" => "''".to_owned(),
        column => format!("iif(old.{column} IS new.{column}, '', '{column} ')"),
    });
    let names = columns.join(", ");
    // Other check-ins may have the word by now: it goes after the next opening, where none has.
    let no_more = match table {
        "own_words" => {
            "'UPDATE own_words SET is_offered = 0, changed_at = moment() WHERE id = ' || new.id".to_owned()
        }
        // As the foreign key would; this says when.
        "activities" => "'UPDATE activity_log SET activity_id = NULL, changed_at = moment() WHERE activity_id = ' || new.id
            || '; DELETE FROM activities WHERE id = ' || new.id"
            .to_owned(),
        _ => format!("'DELETE FROM {table} WHERE id = ' || new.id"),
    };
    let [is_there, is_gone, is_changed] = identity(connection, table)?;
    // Tags and earlier states are told as the entry that has them.
    let is_of_entry = matches!(table, "entry_tags" | "entry_versions");
    let uid = |row: &str| match is_of_entry {
        true => format!("coalesce((SELECT uid FROM entries WHERE id = {row}.entry_id), {row}.uid)"),
        false => format!("{row}.uid"),
    };
    for (event, row, opposite, identity) in [
        ("INSERT", "new", no_more, is_there),
        (
            "UPDATE",
            "old",
            format!("'UPDATE {table} SET id = id' || {pairs} || ' WHERE id = ' || old.id"),
            is_changed,
        ),
        ("DELETE", "old", format!("'INSERT INTO {table} ({names}) VALUES (' || {values} || ')'"), is_gone),
    ] {
        let uid = uid(row);
        let what = if event == "UPDATE" { changed.clone() } else { format!("'{event}'") };
        connection.execute_batch(&format!(
            "CREATE TEMP TRIGGER history_{event}_{table} AFTER {event} ON main.{table} BEGIN
                 INSERT INTO history_rows (step, tbl, row, uid, what, opposite)
                 SELECT step, '{table}', {row}.id, {uid}, {what}, iif(takes_back, {opposite}, NULL) FROM history_now;
                 {identity}
             END;"
        ))?;
    }
    Ok(())
}

/// What else happens when a row comes, goes or changes. One that goes leaves its uid and the time, unless it goes with the
/// row that it belongs to; one that comes back takes them away again.
fn identity(connection: &Connection, table: &str) -> Result<[String; 3]> {
    let mut is_changed = if cfg!(debug_assertions) {
        "SELECT RAISE(ABORT, 'a change that does not say when') FROM history_now
         WHERE new.changed_at IS NOT moment() AND NOT restores;"
            .to_owned()
    } else {
        String::new()
    };
    // Earlier states come and go with the writing, and belong to their entry. A setting never goes: it is as it ships.
    if matches!(table, "entry_versions" | "settings") {
        return Ok([String::new(), String::new(), is_changed]);
    }
    let mut conditions: Vec<String> = connection
        .prepare("SELECT \"table\", \"from\" FROM pragma_foreign_key_list(?1) WHERE on_delete = 'CASCADE'")?
        .query_map([table], |row| {
            let (parent, column): (String, String) = (row.get(0)?, row.get(1)?);
            Ok(format!("(old.{column} IS NULL OR EXISTS (SELECT 1 FROM {parent} WHERE id = old.{column}))"))
        })?
        .collect::<rusqlite::Result<_>>()?;
    // What never arrived whole was never there.
    if table == "attachments" {
        conditions.push("old.removed_at IS NOT 0".to_owned());
    }
    let is_there = "DELETE FROM deleted_rows WHERE uid = new.uid;".to_owned();
    let leave = |conditions: &[String]| {
        let and =
            if conditions.is_empty() { String::new() } else { format!("WHERE {}", conditions.join(" AND ")) };
        format!("INSERT OR REPLACE INTO deleted_rows SELECT old.uid, '{table}', moment() {and};")
    };
    // A tag that is called something else is another one.
    if table == "entry_tags" {
        is_changed += &format!("{}{is_there}", leave(&["old.uid IS NOT new.uid".to_owned()]));
    }
    Ok([is_there, leave(&conditions), is_changed])
}

/// From here on, what happens to rows belongs to `id`.
pub(crate) fn begin(connection: &Connection, id: ChangeId, step: Step<'_>) -> Result<()> {
    connection
        .prepare_cached("UPDATE history_now SET step = ?1, restores = 0, takes_back = 1")?
        .execute([id.0])?;
    connection
        .prepare_cached("INSERT INTO history_steps (step, name, begun_at, bytes) VALUES (?1, ?2, ?3, 0)")?
        .execute((id.0, step.name, step.at.timestamp_millis()))?;
    Ok(())
}

/// From here on rows keep the times that they have.
pub(crate) fn restores(connection: &Connection) -> Result<()> {
    connection.execute("UPDATE history_now SET restores = 1", [])?;
    Ok(())
}

/// From here on nothing of the step is kept to be taken back: what goes for good stays in no memory.
pub(crate) fn is_for_good(connection: &Connection) -> Result<()> {
    connection.execute("UPDATE history_now SET takes_back = 0", [])?;
    Ok(())
}
