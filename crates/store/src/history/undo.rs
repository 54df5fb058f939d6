//! Steps that can be taken back: the latest ones, for as long as the session lasts.

use pilot_domain::ChangeId;
use rusqlite::{Connection, OptionalExtension as _};

use crate::{Error, Result};

/// So many steps can be taken back, and so many bytes of what was there before are held for them; the latest step always.
const MOST: i64 = 50;
const MOST_BYTES: i64 = if cfg!(test) { 1 << 16 } else { 8 << 20 };

/// Typing in one entry is one step for so long, in milliseconds.
const ONE_STEP_FOR: i64 = 60_000;
/// What typing is called.
const TYPING: &str = "save_entry";

/// A step that has ended. Gives the one that it belongs to: itself, or an earlier one that it goes on with.
pub(crate) fn end(connection: &Connection, step: ChangeId) -> Result<ChangeId> {
    let belongs_to = match typing_goes_on_from(connection, step)? {
        Some(earlier) => join(connection, step, ChangeId(earlier))?,
        None => step,
    };
    connection
        .prepare_cached(
            "UPDATE history_steps SET bytes =
                 (SELECT total(octet_length(opposite)) FROM history_rows WHERE history_rows.step = history_steps.step)
             WHERE step = ?1",
        )?
        .execute([belongs_to.0])?;
    let gone: Option<i64> = connection
        .prepare_cached(
            "SELECT max(step) FROM (SELECT step, row_number() OVER latest AS place, sum(bytes) OVER latest AS bytes
                 FROM history_steps WINDOW latest AS (ORDER BY step DESC))
             WHERE place > ?1 OR place > 1 AND bytes > ?2",
        )?
        .query_row((MOST, MOST_BYTES), |row| row.get(0))?;
    if let Some(gone) = gone {
        connection.execute("DELETE FROM history_rows WHERE step <= ?1", [gone])?;
        connection.execute("DELETE FROM history_steps WHERE step <= ?1", [gone])?;
    }
    Ok(belongs_to)
}

/// What stood there when the typing began is what an undo brings back: of what was done to the same columns several times,
/// the first opposite is enough.
fn join(connection: &Connection, step: ChangeId, earlier: ChangeId) -> Result<ChangeId> {
    connection
        .prepare_cached(
            "DELETE FROM history_rows WHERE step = ?1 AND EXISTS (SELECT 1 FROM history_rows AS had
                 WHERE had.step = ?2 AND (had.tbl, had.row, had.what) = (history_rows.tbl, history_rows.row, history_rows.what))",
        )?
        .execute((step.0, earlier.0))?;
    connection
        .prepare_cached("UPDATE history_rows SET step = ?2 WHERE step = ?1")?
        .execute((step.0, earlier.0))?;
    connection.prepare_cached("DELETE FROM history_steps WHERE step = ?1")?.execute([step.0])?;
    Ok(earlier)
}

/// The step before this one, where both changed the text of one entry and nothing else but its earlier states, within a
/// minute of the first. What brought the entry into being stays a step of its own: taking typing back takes no page away.
fn typing_goes_on_from(connection: &Connection, step: ChangeId) -> Result<Option<i64>> {
    let typed = "(SELECT group_concat(DISTINCT tbl || ' ' || row) FROM history_rows
        WHERE history_rows.step = history_steps.step AND tbl <> 'entry_versions')";
    Ok(connection
        .prepare_cached(&format!(
            "SELECT earlier.step FROM history_steps AS earlier JOIN history_steps AS this ON this.step = ?1
             WHERE earlier.step = (SELECT max(step) FROM history_steps WHERE step < ?1)
             AND this.name = ?2 AND earlier.name = ?2
             AND this.begun_at - earlier.begun_at BETWEEN 0 AND ?3
             AND {} LIKE 'entries %' AND {0} NOT LIKE '%,%' AND {0} = {}
             AND NOT EXISTS (SELECT 1 FROM history_rows
                 WHERE step = earlier.step AND tbl = 'entries' AND what = 'INSERT')",
            typed.replace("history_steps", "this"),
            typed.replace("history_steps", "earlier"),
        ))?
        .query_row((step.0, TYPING, ONE_STEP_FOR), |row| row.get(0))
        .optional()?)
}

/// The latest step that can be taken back, and what it is called.
pub(crate) fn latest(connection: &Connection) -> Result<Option<(ChangeId, String)>> {
    Ok(connection
        .prepare_cached("SELECT step, name FROM history_steps ORDER BY step DESC LIMIT 1")?
        .query_row([], |row| Ok((ChangeId(row.get(0)?), row.get(1)?)))
        .optional()?)
}

/// A step that is not to be taken back, nor to be read in memory.
pub(crate) fn forget(connection: &Connection, step: ChangeId) -> Result<()> {
    connection.execute("DELETE FROM history_rows WHERE step = ?1", [step.0])?;
    connection.execute("DELETE FROM history_steps WHERE step = ?1", [step.0])?;
    Ok(())
}

/// Every former step that touched this row goes out of memory. None of them could be taken back whole.
pub(crate) fn forget_row(connection: &Connection, table: &str, row: i64) -> Result<()> {
    let steps: Vec<i64> = connection
        .prepare_cached(
            "SELECT DISTINCT step FROM history_rows WHERE tbl = ?1 AND row = ?2
             AND step <> (SELECT step FROM history_now)",
        )?
        .query_map((table, row), |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    steps.into_iter().try_for_each(|step| forget(connection, ChangeId(step)))
}

/// Puts back what a step did, unless something later touched the same rows.
pub(crate) fn take_back(connection: &Connection, step: ChangeId) -> Result<()> {
    let was_touched_since: bool = connection.query_row(
        "SELECT EXISTS (
             SELECT 1 FROM history_rows AS this JOIN history_rows AS later USING (tbl, row)
             WHERE this.step = ?1 AND later.step > ?1)",
        [step.0],
        |row| row.get(0),
    )?;
    if was_touched_since {
        return Err(Error::ChangedSince);
    }
    let opposites: Vec<String> = connection
        .prepare("SELECT opposite FROM history_rows WHERE step = ?1 AND opposite NOT NULL ORDER BY seq DESC")?
        .query_map([step.0], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    if opposites.is_empty() {
        return Err(Error::NothingToUndo);
    }
    // Rows come back in reverse order, a child before its parent.
    connection.pragma_update(None, "defer_foreign_keys", "on")?;
    for opposite in opposites {
        connection.execute_batch(&opposite)?;
    }
    Ok(())
}
