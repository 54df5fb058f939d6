//! The journal with so many entries: opening it, opening one, saving, searching at each key, emptying the bin, and memory.

use std::{fs, path::Path};

use pilot_app::{
    Core, EntryPage, EntrySearch,
    domain::{EntryId, entry::EntryDraft},
};
use rusqlite::Connection;

use crate::{ROUNDS, Result, connect, connect_to, pair, profile_with, told, writer::Writer, writer::word};

const TURNS: u32 = 40;
/// As many as the screen asks for.
const PAGE: u32 = 50;

/// The same table, index and triggers as ours, less the columns that are not text.
const BARE_SCHEMA: &str = "
    CREATE TABLE entries (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
    CREATE VIRTUAL TABLE entries_fts USING fts5 (
        text, content = 'entries', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
    );
    CREATE TRIGGER entries_fts_insert AFTER INSERT ON entries BEGIN
        INSERT INTO entries_fts (rowid, text) VALUES (new.id, new.text);
    END;
    CREATE TRIGGER entries_fts_delete AFTER DELETE ON entries BEGIN
        INSERT INTO entries_fts (entries_fts, rowid, text) VALUES ('delete', old.id, old.text);
    END;
    CREATE TRIGGER entries_fts_update AFTER UPDATE OF text ON entries BEGIN
        INSERT INTO entries_fts (entries_fts, rowid, text) VALUES ('delete', old.id, old.text);
        INSERT INTO entries_fts (rowid, text) VALUES (new.id, new.text);
    END;";

/// The entries once more, with an index that FTS5 cuts and folds by itself, in the order of the days as ours.
const INDEX_SCHEMA: &str = "
    CREATE TABLE entries (id INTEGER PRIMARY KEY, on_day TEXT NOT NULL, text TEXT NOT NULL) STRICT;
    CREATE INDEX entries_by_place ON entries (unixepoch(on_day) / 86400 * 4294967296 + id);
    CREATE VIEW readable AS SELECT unixepoch(on_day) / 86400 * 4294967296 + id AS place, text FROM entries;
    CREATE VIRTUAL TABLE entries_fts USING fts5 (
        text, content = 'readable', content_rowid = 'place', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
    );";

pub(crate) fn journal(folder: &Path, entries: u32) -> Result {
    fs::create_dir_all(folder)?;
    let core = profile_with(folder, entries)?;
    let empty = resident();
    let bare = connect(folder)?;

    // The newest page and one entry: against the same rows, read and nothing more.
    let mut list = bare.prepare(
        "SELECT id, on_day, created_at, excerpt, is_starred FROM entries WHERE deleted_at IS NULL
                      ORDER BY on_day DESC, id DESC LIMIT ?1",
    )?;
    let mut one = bare.prepare("SELECT text FROM entries WHERE id = ?1")?;
    let mut writer = Writer(2);
    for round in 0..ROUNDS {
        for turn in 0..TURNS {
            pair(
                ("list", round, turn),
                || told(core.list_entries(EntryPage { after: None, limit: PAGE })?),
                || {
                    let rows = list.query_map([PAGE], |row| {
                        Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(3)?))
                    })?;
                    Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
                },
            )?;
            let id = 1 + (writer.fraction() * f64::from(entries)) as u32;
            pair(
                ("open", round, turn),
                || told(core.get_entry(EntryId(id.into()))?),
                || Ok(one.query_row([id], |row| row.get::<_, String>(0))?),
            )?;
        }
    }
    for typed in &keys() {
        told(core.search_entries(asked(typed))?)?;
    }
    // What the program holds after all that, beside what it held before anything was read.
    println!("memory 0 {} {}", resident(), empty);
    search(&core, &indexed(folder, &bare)?)?;
    save(&core, folder, entries)?;
    purge(&core, folder, &bare)
}

fn asked(typed: &str) -> EntrySearch {
    EntrySearch { typed: typed.to_owned(), limit: PAGE }
}

/// A word that is rare, one that is middling and one in every entry, key by key.
fn keys() -> Vec<String> {
    let words = [10_000, 300, 0].map(word);
    words.iter().flat_map(|word| (1..=word.len()).map(|end| word[..end].to_owned())).collect()
}

fn indexed(folder: &Path, entries: &Connection) -> Result<Connection> {
    let mut bare = connect_to(folder, "indexed.db")?;
    bare.execute_batch(INDEX_SCHEMA)?;
    let tx = bare.transaction()?;
    let mut all = entries.prepare("SELECT id, on_day, text FROM entries WHERE deleted_at IS NULL")?;
    let mut rows = all.query([])?;
    while let Some(row) = rows.next()? {
        let row: (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        tx.prepare_cached("INSERT INTO entries VALUES (?1, ?2, ?3)")?.execute(row)?;
    }
    tx.execute("INSERT INTO entries_fts (entries_fts) VALUES ('rebuild')", [])?;
    tx.commit()?;
    // The connections of one process share what they keep of their files: this one shall push out nothing of ours.
    bare.pragma_update(None, "cache_size", -1_000_000)?;
    Ok(bare)
}

/// Words that are rare, middling and in every entry, key by key: against the index alone (rows only), against the index
/// with the entries that it finds, and against the same where the index itself cuts out and marks what it found.
fn search(core: &Core, bare: &Connection) -> Result {
    let mut index = bare
        .prepare("SELECT rowid FROM entries_fts WHERE entries_fts MATCH ?1 ORDER BY rowid DESC LIMIT ?2")?;
    let mut found = bare.prepare(
        "SELECT entries.id, on_day, entries.text FROM entries_fts
         CROSS JOIN entries ON entries.id = entries_fts.rowid & 4294967295
         WHERE entries_fts MATCH ?1 ORDER BY entries_fts.rowid DESC LIMIT ?2",
    )?;
    let mut marked = bare.prepare(
        "SELECT entries.id, on_day, snippet(entries_fts, -1, '<', '>', '…', 24) FROM entries_fts
         CROSS JOIN entries ON entries.id = entries_fts.rowid & 4294967295
         WHERE entries_fts MATCH ?1 ORDER BY entries_fts.rowid DESC LIMIT ?2",
    )?;
    let keys = keys();
    for round in 0..ROUNDS {
        for (turn, typed) in (0..).zip(keys.iter().cycle().take(keys.len() * 3)) {
            let expression = format!("\"{typed}\"*");
            let ours = || told(core.search_entries(asked(typed))?);
            pair(("search-index", round, turn), ours, || {
                let rows = index.query_map((&expression, PAGE), |row| row.get(0))?;
                Ok(rows.collect::<rusqlite::Result<Vec<i64>>>()?)
            })?;
            for (name, least) in [("search-found", &mut found), ("search-marked", &mut marked)] {
                pair((name, round, turn), ours, || {
                    let rows = least.query_map((&expression, PAGE), |row| {
                        Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?))
                    })?;
                    Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
                })?;
            }
        }
    }
    Ok(())
}

/// One save of an entry that is there: against one committed UPDATE of the same text.
fn save(core: &Core, folder: &Path, entries: u32) -> Result {
    let mut bare = connect_to(folder, "bare.db")?;
    bare.execute_batch(BARE_SCHEMA)?;
    let tx = bare.transaction()?;
    for text in Writer::texts(entries) {
        tx.prepare_cached("INSERT INTO entries (text) VALUES (?1)")?.execute([text])?;
    }
    tx.commit()?;
    let mut update = bare.prepare("UPDATE entries SET text = ?2 WHERE id = ?1")?;
    let mut writer = Writer(1);
    let text = writer.text(140);
    for round in 0..ROUNDS {
        for turn in 0..TURNS {
            // As while writing: the text that was there and a word more.
            let text = format!("{text} {}", word(writer.rank()));
            let id = Some(EntryId(entries.into()));
            let draft = EntryDraft { id, text: text.clone(), ..EntryDraft::default() };
            pair(
                ("save", round, turn),
                || Ok(core.save_entry(draft)?.reply()?),
                || Ok(update.execute((entries, &text))?),
            )?;
        }
    }
    Ok(())
}

/// All of it in the bin, and that emptied: against the same rows, deleted in one commit.
fn purge(core: &Core, folder: &Path, data: &Connection) -> Result {
    data.execute("UPDATE entries SET deleted_at = changed_at, changed_at = changed_at + 1", [])?;
    let bare = connect_to(folder, "bare.db")?;
    pair(
        ("purge", 0, 0),
        || Ok(core.empty_bin()?.reply()?),
        || Ok(bare.execute("DELETE FROM entries WHERE id > 0", [])?),
    )
}

/// What this process holds in memory, in millionths of a MiB; 0 where the system does not say it.
fn resident() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kib =
        status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.trim().strip_suffix(" kB")?.parse().ok());
    kib.unwrap_or(0_u64) * 1_000_000 / 1024
}
