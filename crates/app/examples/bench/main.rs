//! Times saving and searching against the least that SQLCipher alone would do, for `cargo xtask bench`, which
//! reads one measurement a line: what, round, nanoseconds of ours, nanoseconds of the bare way.
//! It also makes the data folder that the window is measured with.

#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock and its own files")]

mod attachments;
mod decisions;
mod journal;
mod writer;

use std::{
    env,
    error::Error,
    fs,
    path::Path,
    time::{Duration, Instant},
};

use chrono::{Datelike as _, Days, NaiveDate};
use pilot_app::{
    Clock as _, Core, Done, LockChoice, Reply, SystemClock,
    domain::reminder::{About, Days as ReminderDays, ReminderDraft, Timing},
};
use rusqlite::{Connection, config::DbConfig};
use serde::Serialize;
use serde_json::Value;
use writer::Writer;

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

const ROUNDS: u32 = 9;
const FEW_ENTRIES: u32 = 1_000;

fn main() -> Result {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["prepare", folder] => prepare(Path::new(folder)),
        ["journal", folder, entries] => journal::journal(Path::new(folder), entries.parse()?),
        ["attached", folder] => attachments::attached(Path::new(folder)),
        ["decisions"] => decisions::decisions(),
        _ => Err(
            "say `decisions`, `prepare` or `attached <empty folder>`, or `journal <empty folder> <entries>`"
                .into(),
        ),
    }
}

/// A folder as a person has it after some years. A reminder is on and closing is explained, so that the
/// program stays when its window closes.
fn prepare(folder: &Path) -> Result {
    let core = profile_with(folder, FEW_ENTRIES)?;
    let mut days = [false; 7];
    // Not today: nothing must appear while the window is measured.
    days[(today() + Days::new(3)).weekday().num_days_from_monday() as usize] = true;
    core.save_reminder(ReminderDraft {
        id: None,
        is_on: true,
        about: About::CheckIn,
        timing: Timing::Window { from_minute: 600, until_minute: 720 },
        days: ReminderDays::Weekdays { days },
        words: String::new(),
        hides_content: true,
        asks_again: false,
        keeps_on: false,
    })?;
    core.note_closing_explained()?;
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

/// An answer as a page is told it: writing it out is part of what one waits for.
fn told(answer: impl Serialize) -> Result<Reply> {
    Ok(Done::unchanged(answer).reply()?)
}

fn timed<T>(work: impl FnOnce() -> Result<T>) -> Result<Duration> {
    let started = Instant::now();
    let value = work()?;
    let took = started.elapsed();
    drop(value);
    Ok(took)
}

/// A profile without a lock, with an entry a day up to today. They are written past the program, all at once.
fn profile_with(folder: &Path, entries: u32) -> Result<Core> {
    let core = Core::start(folder, SystemClock);
    core.create_profile(LockChoice::None)?;
    drop(core);
    let mut data = connect(folder)?;
    let tx = data.transaction()?;
    {
        let mut insert = tx.prepare(
            "INSERT INTO entries (on_day, zone, created_at, changed_at, written_at, excerpt, text)
             VALUES (?1, 'UTC', ?2, ?2, ?2, ?3, ?4)",
        )?;
        for (days_ago, text) in (0..entries).rev().zip(Writer::texts(entries)) {
            let at = SystemClock.now() - Days::new(days_ago.into());
            let excerpt = text.lines().next().unwrap_or_default();
            insert.execute((at.date_naive().to_string(), at.timestamp_millis(), excerpt, &text))?;
        }
    }
    tx.commit()?;
    drop(data);
    Ok(Core::start(folder, SystemClock))
}

fn today() -> NaiveDate {
    SystemClock.now().date_naive()
}

/// The data file, set up as `pilot-store` sets up its own.
fn connect(folder: &Path) -> Result<Connection> {
    connect_to(folder, "pilot-light.db")
}

/// A file in a profile's folder, under that profile's key, which one without a lock holds in the open.
fn connect_to(folder: &Path, file: &str) -> Result<Connection> {
    let keys: Value = serde_json::from_str(&fs::read_to_string(folder.join("keys.json"))?)?;
    let key = keys["lock"]["key"].as_str().ok_or("no key in keys.json")?;
    let connection = Connection::open(folder.join(file))?;
    connection.pragma_update(None, "key", format!("x'{key}'"))?;
    connection.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
    for (name, value) in
        [("synchronous", "full"), ("foreign_keys", "on"), ("secure_delete", "on"), ("temp_store", "memory")]
    {
        connection.pragma_update(None, name, value)?;
    }
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    pilot_store::register_functions(&connection)?;
    Ok(connection)
}
