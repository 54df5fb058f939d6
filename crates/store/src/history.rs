//! What happens to rows, noted by one set of temporary triggers (the method of sqlite.org/undoredo.html). It is read by `undo`,
//! which puts back what a step did, and by `changes`, which says what a step touched. It lives in memory and ends with the
//! session.

pub(crate) mod changes;
#[cfg(test)]
mod tests;
mod undo;

use std::{
    collections::{BTreeSet, VecDeque},
    mem,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use chrono::{DateTime, Utc};
use pilot_domain::{
    ChangeId, Uid,
    change::{Kind, Touched},
};
use rusqlite::{Connection, functions::FunctionFlags, types::Null};

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
    ("plan_lines", Kind::PlanLines),
    ("factor_marks", Kind::Factors),
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

/// What happened to a row.
struct RowChange {
    row: (usize, i64),
    uid: Uid,
    /// INSERT, DELETE, or the columns that changed.
    what: String,
    /// The statement that takes it back, as it is: a damaged row may hold what is no text. None where nothing is to be taken
    /// back.
    opposite: Option<Vec<u8>>,
}

/// The step that is under way. One that fails leaves nothing.
#[derive(Default)]
struct UnderWay {
    changes: Vec<RowChange>,
    /// Rows whose former steps go out of memory with it.
    forgotten: Vec<(usize, i64)>,
    restores: bool,
    is_for_good: bool,
}

/// Where tables stand in [`TABLES`].
fn place_of(table: &str) -> usize {
    TABLES.iter().position(|(watched, _)| *watched == table).unwrap_or(TABLES.len())
}

pub(crate) struct History {
    under_way: Arc<Mutex<UnderWay>>,
    /// Steps that can be taken back, the latest at the end.
    steps: VecDeque<undo::Kept>,
}

/// What a step that was kept touched.
pub(crate) struct Ended {
    /// The step that it belongs to: itself, or an earlier one that it goes on with.
    pub(crate) id: ChangeId,
    pub(crate) kinds: BTreeSet<Kind>,
    pub(crate) rows: Option<BTreeSet<Touched>>,
}

impl History {
    /// Follows what happens to rows on this connection.
    pub(crate) fn of(connection: &Connection) -> Result<Self> {
        let under_way = Arc::<Mutex<UnderWay>>::default();
        let flags = FunctionFlags::SQLITE_UTF8;
        let now = Arc::clone(&under_way);
        connection.create_scalar_function("note_change", 5, flags, move |of| {
            let change = RowChange {
                row: (of.get::<u16>(0)?.into(), of.get(1)?),
                uid: Uid(of.get(2)?),
                what: of.get(3)?,
                opposite: of.get_raw(4).as_bytes_or_null()?.map(<[u8]>::to_vec),
            };
            locked(&now).changes.push(change);
            Ok(Null)
        })?;
        let now = Arc::clone(&under_way);
        connection.create_scalar_function("is_for_good", 0, flags, move |_| Ok(locked(&now).is_for_good))?;
        let now = Arc::clone(&under_way);
        connection.create_scalar_function("restores", 0, flags, move |_| Ok(locked(&now).restores))?;
        for (place, (table, _)) in TABLES.iter().enumerate() {
            watch_table(connection, place, table)?;
        }
        Ok(History { under_way, steps: VecDeque::new() })
    }

    fn now(&self) -> MutexGuard<'_, UnderWay> {
        locked(&self.under_way)
    }

    /// What happens to rows from here on is one step.
    pub(crate) fn begin(&self) {
        *self.now() = UnderWay::default();
    }

    /// From here on rows keep the times that they have.
    pub(crate) fn restores(&self) {
        self.now().restores = true;
    }

    /// From here on nothing of the step is kept to be taken back: what goes for good stays in no memory.
    pub(crate) fn is_for_good(&self) {
        self.now().is_for_good = true;
    }

    /// Every former step that touched this row goes out of memory with this one. None of them could be taken back whole.
    pub(crate) fn forget_row(&self, table: &str, row: i64) {
        self.now().forgotten.push((place_of(table), row));
    }

    /// The step is in the file.
    pub(crate) fn end(&mut self, id: ChangeId, step: Step<'_>) -> Ended {
        let UnderWay { changes, forgotten, .. } = mem::take(&mut *self.now());
        self.forget_rows(&forgotten);
        let (kinds, rows) = changes::of(&changes);
        Ended { id: self.keep(id, step, changes), kinds, rows }
    }

    /// The step is not in the file.
    pub(crate) fn drop_step(&self) {
        self.begin();
    }
}

fn locked(under_way: &Mutex<UnderWay>) -> MutexGuard<'_, UnderWay> {
    under_way.lock().unwrap_or_else(PoisonError::into_inner)
}

fn watch_table(connection: &Connection, place: usize, table: &str) -> Result<()> {
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
                 SELECT note_change({place}, {row}.id, {uid}, {what}, iif(is_for_good(), NULL, {opposite}));
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
        "SELECT RAISE(ABORT, 'a change that does not say when')
         WHERE new.changed_at IS NOT moment() AND NOT restores();"
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
