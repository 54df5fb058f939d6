//! Times saving and searching against the least that SQLCipher alone would do, for `cargo xtask bench`, which
//! reads one measurement a line: what, round, nanoseconds of ours, nanoseconds of the bare way.
//! It also makes the data folder that the window is measured with.

#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock and its own files")]

mod attachments;
mod decisions;

use std::{
    env,
    error::Error,
    fs,
    path::Path,
    time::{Duration, Instant},
};

use chrono::{Datelike as _, Days, NaiveDate};
use pilot_app::{Clock as _, Core, SystemClock};
use rusqlite::Connection;
use serde_json::{Value, json};

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

const ROUNDS: u32 = 9;
const SAVES_A_ROUND: u32 = 40;
const SEARCHES_A_ROUND: u32 = 40;

const FEW_ENTRIES: u32 = 1_000;
const MANY_ENTRIES: u32 = 20_000;
const SEARCH_LIMIT: u32 = 50;

/// The same table, index and triggers as ours, less the columns that are not text.
const BARE_SCHEMA: &str = "
    CREATE TABLE entries (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
    CREATE VIRTUAL TABLE entries_fts USING fts5 (
        text, content = 'entries', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
    );
    CREATE TRIGGER entries_fts_insert AFTER INSERT ON entries BEGIN
        INSERT INTO entries_fts (rowid, text) VALUES (new.id, new.text);
    END;
    CREATE TRIGGER entries_fts_update AFTER UPDATE OF text ON entries BEGIN
        INSERT INTO entries_fts (entries_fts, rowid, text) VALUES ('delete', old.id, old.text);
        INSERT INTO entries_fts (rowid, text) VALUES (new.id, new.text);
    END;";

fn main() -> Result {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["prepare", folder] => prepare(Path::new(folder)),
        ["store", folder] => {
            saves(&Path::new(folder).join("saves"))?;
            searches(&Path::new(folder).join("searches"))
        }
        ["attached", folder] => attachments::attached(Path::new(folder)),
        ["decisions"] => decisions::decisions(),
        _ => Err("say `prepare`, `store` or `attached` and an empty folder, or `decisions`".into()),
    }
}

/// A folder as a person has it after some years. A reminder is on and closing is explained, so that the
/// program stays when its window closes.
fn prepare(folder: &Path) -> Result {
    let core = profile_with(folder, FEW_ENTRIES)?;
    let mut days = [false; 7];
    // Not today: nothing must appear while the window is measured.
    days[(today() + Days::new(3)).weekday().num_days_from_monday() as usize] = true;
    core.call(
        "save_reminder",
        json!({
            "id": null, "is_on": true, "about": { "about": "check_in" },
            "timing": { "when": "window", "from_minute": 600, "until_minute": 720 },
            "days": { "on": "weekdays", "days": days },
            "words": "", "hides_content": true, "asks_again": false, "keeps_on": false,
        }),
    )?;
    core.call("note_closing_explained", Value::Null)?;
    Ok(())
}

/// One save of an entry that is there: ours against one committed UPDATE of the same text.
fn saves(folder: &Path) -> Result {
    let core = profile_with(folder, FEW_ENTRIES)?;
    let bare = connect(&folder.join("bare.db"), &key_of(folder)?)?;
    bare.execute_batch(BARE_SCHEMA)?;
    for text in Writer::texts(FEW_ENTRIES) {
        bare.execute("INSERT INTO entries (text) VALUES (?1)", [text])?;
    }
    let mut update = bare.prepare("UPDATE entries SET text = ?2 WHERE id = ?1")?;
    let mut writer = Writer(1);
    let text = writer.text(140);
    for round in 0..ROUNDS {
        for turn in 0..SAVES_A_ROUND {
            // As while writing: the text that was there and a word more.
            let text = format!("{text} {}", word(writer.rank()));
            let input = json!({ "id": FEW_ENTRIES, "on": null, "text": text });
            pair(
                ("save", round, turn),
                || Ok(core.call("save_entry", input)?),
                || Ok(update.execute((FEW_ENTRIES, &text))?),
            )?;
        }
    }
    Ok(())
}

/// One search in many entries: ours against the bare query on the same file, same limit and order, rows only.
fn searches(folder: &Path) -> Result {
    let core = profile_with(folder, MANY_ENTRIES)?;
    let bare = connect(&folder.join("pilot-light.db"), &key_of(folder)?)?;
    let mut query = bare
        .prepare("SELECT rowid FROM entries_fts WHERE entries_fts MATCH ?1 ORDER BY rowid DESC LIMIT ?2")?;
    for (what, rank) in [("rare", 10_000), ("middle", 300), ("common", 0)] {
        let typed = word(rank);
        let expression = format!("\"{typed}\"*");
        let hits: u32 = bare.query_row(
            "SELECT count(*) FROM entries_fts WHERE entries_fts MATCH ?1",
            [&expression],
            |row| row.get(0),
        )?;
        eprintln!("{what}: \"{typed}\" starts a word in {hits} of {MANY_ENTRIES} entries");
        let input = json!({ "typed": typed, "limit": SEARCH_LIMIT });
        for round in 0..ROUNDS {
            for turn in 0..SEARCHES_A_ROUND {
                let input = input.clone();
                pair(
                    (what, round, turn),
                    || Ok(core.call("search_entries", input)?),
                    || {
                        let rows = query.query_map((&expression, SEARCH_LIMIT), |row| row.get(0))?;
                        Ok(rows.collect::<rusqlite::Result<Vec<i64>>>()?)
                    },
                )?;
            }
        }
    }
    Ok(())
}

/// Times both ways and prints one line. Which comes first changes with the turn.
fn pair<A, B>(
    (what, round, turn): (&str, u32, u32),
    ours: impl FnOnce() -> Result<A>,
    bare: impl FnOnce() -> Result<B>,
) -> Result {
    let (ours, bare) = if turn.is_multiple_of(2) {
        let ours = timed(ours)?;
        (ours, timed(bare)?)
    } else {
        let bare = timed(bare)?;
        (timed(ours)?, bare)
    };
    println!("{what} {round} {} {}", ours.as_nanos(), bare.as_nanos());
    Ok(())
}

fn timed<T>(work: impl FnOnce() -> Result<T>) -> Result<Duration> {
    let started = Instant::now();
    let value = work()?;
    let took = started.elapsed();
    drop(value);
    Ok(took)
}

fn profile_with(folder: &Path, entries: u32) -> Result<Core> {
    let core = Core::start(folder, SystemClock);
    core.call("create_profile", json!({ "lock": "none" }))?;
    for (days_ago, text) in (0..entries).rev().zip(Writer::texts(entries)) {
        core.call(
            "save_entry",
            json!({ "id": null, "on": today() - Days::new(days_ago.into()), "text": text }),
        )?;
    }
    Ok(core)
}

fn today() -> NaiveDate {
    SystemClock.now().date_naive()
}

/// A profile without a lock holds its key in the open.
fn key_of(folder: &Path) -> Result<String> {
    let keys: Value = serde_json::from_str(&fs::read_to_string(folder.join("keys.json"))?)?;
    Ok(keys["lock"]["key"].as_str().ok_or("no key in keys.json")?.to_owned())
}

/// Set up as `pilot-store` sets up its own.
fn connect(file: &Path, key: &str) -> Result<Connection> {
    let connection = Connection::open(file)?;
    connection.pragma_update(None, "key", format!("x'{key}'"))?;
    connection.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
    for (name, value) in
        [("synchronous", "full"), ("foreign_keys", "on"), ("secure_delete", "on"), ("temp_store", "memory")]
    {
        connection.pragma_update(None, name, value)?;
    }
    Ok(connection)
}

const SYLLABLES: [&str; 24] = [
    "ka", "re", "mi", "so", "tu", "len", "dor", "vi", "pa", "shi", "no", "bel", "gra", "fi", "hum", "ja",
    "wen", "cu", "zo", "tri", "lo", "nes", "ab", "ye",
];
/// Every word of one, two or three syllables.
const VOCABULARY: usize = 24 + 24 * 24 + 24 * 24 * 24;

/// The word of a rank. The commonest are the shortest, and each begins many that are rarer.
fn word(rank: usize) -> String {
    let mut syllables = Vec::new();
    let mut rest = rank + 1;
    while rest > 0 {
        rest -= 1;
        syllables.push(SYLLABLES[rest % SYLLABLES.len()]);
        rest /= SYLLABLES.len();
    }
    syllables.into_iter().rev().collect()
}

/// Writes the same texts every time. Holds the state of a small random generator (SplitMix64).
struct Writer(u64);

impl Writer {
    fn texts(count: u32) -> impl Iterator<Item = String> {
        let mut writer = Writer(0);
        (0..count).map(move |_| {
            // 30 to 400 words, short ones more often: half have fewer than 110.
            let words = 30.0 * (400.0_f64 / 30.0).powf(writer.fraction());
            writer.text(words as usize)
        })
    }

    fn text(&mut self, words: usize) -> String {
        let mut text = String::new();
        for place in 1..=words {
            text.push_str(&word(self.rank()));
            text.push_str(if place % 12 == 0 { ".\n" } else { " " });
        }
        text
    }

    /// As in a language: a word's share falls with its rank (Zipf).
    fn rank(&mut self) -> usize {
        (VOCABULARY as f64).powf(self.fraction()) as usize - 1
    }

    /// From 0 to just under 1.
    fn fraction(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^= bits >> 31;
        (bits >> 11) as f64 / (1_u64 << 53) as f64
    }
}
