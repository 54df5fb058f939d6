//! What can still be read of a damaged file. It is found by the checksum of each page, and copied row by row.

use std::{collections::BTreeSet, path::Path};

use rusqlite::{Connection, config::DbConfig, params_from_iter, types::Value};

use crate::{DataKey, Error, Result, Store, connection};

/// How many rows of a table came along, and how many could not be read. A row that was deleted long ago may be counted
/// among the latter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rescued {
    pub table: String,
    pub read: u64,
    pub lost: u64,
}

/// How many pages of a file are not as they were written. Reads all of it; does not hold the file up.
pub(crate) fn damaged_pages(file: &Path, key: &DataKey) -> Result<usize> {
    // Counted only where there are some: SQLCipher counts for ever when the system does not tell it how long the file is.
    if is_whole(file, key)? {
        return Ok(0);
    }
    // It names each page that it cannot read.
    let look = || -> Result<BTreeSet<String>> {
        let connection = looking(file, key)?;
        let mut statement = connection.prepare("PRAGMA cipher_integrity_check")?;
        Ok(statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
    };
    // A page that is written in this moment looks damaged, and not twice.
    let damaged = &look()? & &look()?;
    // Pages that were written, and do not fit the rest, have checksums that are right.
    Ok(damaged.len().max(1))
}

/// Whether every page of a file that holds something is as it was written, and fits the rest.
pub(crate) fn is_whole(file: &Path, key: &DataKey) -> Result<bool> {
    let connection = looking(file, key)?;
    let tables: rusqlite::Result<Vec<String>> = connection
        .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')")
        .and_then(|mut tables| tables.query_map([], |row| row.get(0))?.collect());
    let tables = match tables.map_err(Error::from) {
        Err(Error::Damaged(_)) => return Ok(false),
        tables => tables?,
    };
    for table in tables {
        let is_whole = connection
            .prepare(&format!("PRAGMA quick_check('{table}')"))
            .and_then(|mut statement| statement.query_row([], |row| row.get::<_, String>(0)))
            .is_ok_and(|answer| answer == "ok");
        // A page that is not as it was written is read as zeros: an empty page may look right.
        if !is_whole || connection::check(&connection).is_err() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A connection that changes nothing, whatever lies there.
fn looking(file: &Path, key: &DataKey) -> Result<Connection> {
    let connection = connection::keyed(file, key)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    Ok(connection)
}

/// Copies what can be read into a new, empty file, on a connection of its own.
pub(crate) fn copy(
    file: &Path,
    key: &DataKey,
    to: &Store,
    goes_on: &dyn Fn(u64) -> bool,
) -> Result<Option<Vec<Rescued>>> {
    let reopen = &|| {
        let connection = connection::look(file, key)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        Ok(connection)
    };
    let mut from = reopen()?;
    to.connection().pragma_update(None, "foreign_keys", "off")?;
    let tables: Vec<(String, bool)> = to
        .connection()
        .prepare(
            "SELECT name, wr FROM pragma_table_list
             WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
        )?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let writing = to.connection().unchecked_transaction()?;
    let mut rescued = Vec::new();
    for (table, is_without_rowid) in tables {
        writing.execute(&format!("DELETE FROM {table}"), [])?;
        let before: u64 = rescued.iter().map(|one: &Rescued| one.read).sum();
        let goes_on = &|read| goes_on(before + read);
        let mut copying =
            Copying { from: &mut from, to: &writing, reopen, goes_on, table: &table, read: 0, lost: 0 };
        let is_done = if is_without_rowid { copying.both_ways()? } else { copying.one_by_one()? };
        if !is_done {
            return Ok(None);
        }
        let Copying { read, lost, .. } = copying;
        rescued.push(Rescued { table, read, lost });
    }
    // What belonged to a row that is lost.
    let orphans: Vec<(String, i64)> = writing
        .prepare("SELECT \"table\", rowid FROM pragma_foreign_key_check WHERE rowid IS NOT NULL")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (table, id) in orphans {
        let gone = writing.execute(&format!("DELETE FROM {table} WHERE rowid = ?1"), [id])?;
        if let Some(rescued) = rescued.iter_mut().find(|rescued| rescued.table == table) {
            rescued.read -= gone as u64;
            rescued.lost += gone as u64;
        }
    }
    writing.commit()?;
    Ok(Some(rescued))
}

struct Copying<'a> {
    from: &'a mut Connection,
    to: &'a Connection,
    /// Gives a connection in place of one that a damaged page has ended.
    reopen: &'a dyn Fn() -> Result<Connection>,
    goes_on: &'a dyn Fn(u64) -> bool,
    table: &'a str,
    read: u64,
    lost: u64,
}

/// Each answers whether it went on to its end.
impl Copying<'_> {
    fn one_by_one(&mut self) -> Result<bool> {
        let table = self.table;
        let listed = self.rows(&format!("SELECT rowid FROM {table} ORDER BY rowid"), &[], |ids, row| {
            ids.push(row.get(0)?);
            Ok(())
        })?;
        let ids: Vec<i64> = match listed {
            Some(ids) => ids,
            // Numbers are never used twice, so that the last one given is known.
            None => (1..=self.last_number()?).collect(),
        };
        for id in ids {
            if !(self.goes_on)(self.read) {
                return Ok(false);
            }
            match self.rows(&format!("SELECT * FROM {table} WHERE rowid = ?1"), &[id], read_row)? {
                None => self.lost += 1,
                Some(rows) => rows.into_iter().try_for_each(|row| self.keep(row))?,
            }
        }
        let _ = self.to.execute("DELETE FROM sqlite_sequence WHERE name = ?1", [table]);
        let last = self.last_number()?;
        if last > 0 {
            // Else the first new row would be called as one that is lost was.
            self.to.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?1, ?2)", (table, last))?;
        }
        Ok(true)
    }

    /// As far as it can be read from the first row on, and from the last back.
    fn both_ways(&mut self) -> Result<bool> {
        for order in ["ASC", "DESC"] {
            let mut at = 0;
            loop {
                if !(self.goes_on)(self.read) {
                    return Ok(false);
                }
                let next = format!("SELECT * FROM {} ORDER BY 1 {order} LIMIT 1 OFFSET ?1", self.table);
                match self.rows(&next, &[at], read_row)? {
                    Some(rows) if rows.is_empty() => return Ok(true),
                    Some(rows) => rows.into_iter().try_for_each(|row| self.keep(row))?,
                    None => break,
                }
                at += 1;
            }
            self.lost = 1;
        }
        Ok(true)
    }

    fn last_number(&mut self) -> Result<i64> {
        let table = self.table;
        for query in [
            format!("SELECT seq FROM sqlite_sequence WHERE name = '{table}'"),
            format!("SELECT max(rowid) FROM {table}"),
        ] {
            let found = self.rows(&query, &[], |found, row| {
                found.extend(row.get::<_, Option<i64>>(0)?);
                Ok(())
            })?;
            if let Some(&[last]) = found.as_deref() {
                return Ok(last);
            }
        }
        Ok(0)
    }

    /// The rows, unless what they stand on cannot be read the second time either.
    fn rows<T>(
        &mut self,
        query: &str,
        given: &[i64],
        read: fn(&mut Vec<T>, &rusqlite::Row<'_>) -> rusqlite::Result<()>,
    ) -> Result<Option<Vec<T>>> {
        for _ in 0..2 {
            let mut found = Vec::new();
            let outcome = (|| {
                let mut statement = self.from.prepare_cached(query)?;
                let mut rows = statement.query(params_from_iter(given))?;
                while let Some(row) = rows.next()? {
                    read(&mut found, row)?;
                }
                Ok::<(), rusqlite::Error>(())
            })();
            if outcome.is_ok() && connection::check(self.from).is_ok() {
                return Ok(Some(found));
            }
            *self.from = (self.reopen)()?;
        }
        Ok(None)
    }

    fn keep(&mut self, row: Vec<Value>) -> Result<()> {
        let places = vec!["?"; row.len()].join(", ");
        let kept = self
            .to
            .prepare_cached(&format!("INSERT OR IGNORE INTO {} VALUES ({places})", self.table))?
            .execute(params_from_iter(row))?;
        self.read += kept as u64;
        Ok(())
    }
}

fn read_row(rows: &mut Vec<Vec<Value>>, row: &rusqlite::Row<'_>) -> rusqlite::Result<()> {
    let width = row.as_ref().column_count();
    rows.push((0..width).map(|column| row.get(column)).collect::<rusqlite::Result<_>>()?);
    Ok(())
}
