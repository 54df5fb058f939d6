//! The one connection: how it is set up, how it is read, and the one way to change what it holds.

use std::{
    collections::BTreeSet,
    ffi::c_int,
    fs, io,
    ops::Deref,
    path::Path,
    sync::{Arc, Weak},
    time::Duration,
};

use chrono::{DateTime, Utc};
use pilot_domain::{
    ChangeId, Uid,
    change::{Kind, Touched},
};
use rusqlite::{
    Connection, ErrorCode, OpenFlags, OptionalExtension as _, Row, TransactionBehavior, config::DbConfig, ffi,
};
use rusqlite_migration::Migrations;

use crate::{
    DataKey, Error, Result,
    functions::{self, Moment},
    ground::{Ground, LONG_LOG},
    history::{Ended, History, Step},
    key::random,
    memory::swept,
    migrations::MIGRATIONS,
};

/// More than there are statements: a search at every key finds its own prepared.
const STATEMENTS: usize = 256;

/// How long another connection of ours is waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// As many bytes are written anew in less than a second. Fewer in tests, which meet what comes beyond too.
const QUICKLY_WRITTEN: i64 = if cfg!(test) { 2 << 20 } else { 64 << 20 };

/// The open data file.
pub struct Store {
    connection: Connection,
    /// None in memory.
    pub(crate) ground: Option<Ground>,
    /// The latest change, counted on from a random number: one of this session is none of another.
    last_change: i64,
    moment: Moment,
    pub(crate) history: History,
    pub(crate) merged_tags: Option<MergedTags>,
    /// While the other end is held, nothing is changed.
    pub(crate) held: Weak<()>,
}

/// Tags that were kept apart and are one by the rule of this program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MergedTags {
    pub(crate) names: Vec<String>,
    pub(crate) change: ChangeId,
}

/// What a change did.
#[derive(Debug)]
pub struct Changed<T> {
    pub value: T,
    pub id: ChangeId,
    pub kinds: BTreeSet<Kind>,
    /// The rows that it touched; none where there are many.
    pub rows: Option<BTreeSet<Touched>>,
}

/// Reads. What it can do is in the module of each concept.
#[derive(Clone, Copy)]
pub struct Reader<'a>(pub(crate) &'a Connection);

/// Reads and writes inside one transaction.
pub struct Tx<'a> {
    reader: Reader<'a>,
    pub(crate) history: &'a History,
}

impl<'a> Deref for Tx<'a> {
    type Target = Reader<'a>;
    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}

impl Tx<'_> {
    /// The id of the row that was made by this uid already: it is asked for again when the answer did not arrive.
    pub(crate) fn made_before(&self, table: &str, uid: Option<Uid>) -> Result<Option<i64>> {
        let Some(uid) = uid else { return Ok(None) };
        let mut statement = self.0.prepare_cached(&format!("SELECT id FROM {table} WHERE uid = ?1"))?;
        Ok(statement.query_row([uid.0], |row| row.get(0)).optional()?)
    }
}

impl Store {
    /// Whether what was read and written since the last time counts. A page whose bytes are not what was written is read
    /// as zeros, and no error tells of it; the connection is dead from then on, as the next read shows. And what is
    /// written into a file that was taken away is kept nowhere.
    pub fn check(&self) -> Result<()> {
        self.stands()?;
        check(&self.connection)
    }

    /// Whether the file and its log are still those that were opened.
    pub(crate) fn stands(&self) -> Result<()> {
        self.ground.as_ref().map_or(Ok(()), Ground::check)
    }

    /// A connection with the schema of this program.
    pub(crate) fn with_schema(mut connection: Connection) -> Result<Self> {
        connection.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
        for (name, value) in [
            ("synchronous", "full"),
            // Off for the migrations: a table that is made anew takes nothing with it that points to it.
            ("foreign_keys", "off"),
            ("secure_delete", "on"),
            ("temp_store", "memory"),
            // See `shorten_log`.
            ("wal_autocheckpoint", "0"),
        ] {
            connection.pragma_update(None, name, value)?;
        }
        let moment = functions::register(&connection)?;
        Migrations::from_slice(MIGRATIONS).to_latest(&mut connection)?;
        connection.pragma_update(None, "foreign_keys", "on")?;
        // Else each LIMIT that is bound makes SQLite prepare its statement again.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        let history = History::of(&connection)?;
        // It is whole: from here on the log may be written into the file.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
        Ok(Store {
            connection,
            ground: None,
            last_change: first_number()?,
            moment,
            history,
            merged_tags: None,
            held: Weak::new(),
        })
    }

    /// Lets go of the file and its log as they are.
    pub fn let_be(self) -> Result<()> {
        Ok(self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).map(drop)?)
    }

    /// Writes the log into the file and lets go of it. Dropping does the same, and cannot tell when it fails.
    pub(crate) fn close(self) -> Result<()> {
        self.empty_log()?;
        self.connection.close().map_err(|(_, error)| error.into())
    }

    pub(crate) fn connection(&self) -> &Connection {
        &self.connection
    }

    pub fn read(&self) -> Reader<'_> {
        Reader(&self.connection)
    }

    /// The one way to change data: everything in `work` happens or nothing does, what it touched is named,
    /// and it can be undone. Rows that are made or changed say when the step happened.
    pub fn change<'a, T, E: From<Error>>(
        &mut self,
        step: impl Into<Step<'a>>,
        work: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<Changed<T>, E> {
        if self.held.strong_count() > 0 {
            return Err(Error::Busy.into());
        }
        self.last_change += 1;
        let id = ChangeId(self.last_change);
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(Error::from)?;
        let step = step.into();
        self.moment.set(step.at);
        self.history.begin();
        let value = work(&Tx { reader: Reader(&transaction), history: &self.history })
            .and_then(|value| Ok(transaction.commit().map(|()| value).map_err(Error::from)?))
            .inspect_err(|_| self.history.drop_step())?;
        let Ended { id, kinds, rows } = self.history.end(id, step);
        // What was kept in a file that has no name any more is not kept.
        self.stands()?;
        self.shorten_log();
        Ok(Changed { value, id, kinds, rows })
    }

    /// As long as the answer is held, changes are refused as [`Error::Busy`].
    pub(crate) fn hold(&mut self) -> Arc<()> {
        let hold = Arc::new(());
        self.held = Arc::downgrade(&hold);
        hold
    }

    /// Writes a long log into the file.
    fn shorten_log(&self) {
        if self.ground.as_ref().is_some_and(Ground::has_long_log) {
            // What cannot be written now, such as while the whole file is being looked at, stays in the log, which is as good:
            // nobody waits for it.
            let _ = self.connection.busy_timeout(Duration::ZERO);
            let _ = self.begin_log_anew();
            let _ = self.connection.busy_timeout(PATIENCE);
        }
    }

    /// Writes a long log into the file and begins it anew, from its start: what is written into room that a file has is on
    /// the disk in half the time that it takes to make the file longer. SQLite by itself would begin with the next change.
    /// Where the log is cut short until then, by a kill and a bad disk, its beginning is older than the file, and would be laid
    /// over it. So there is a change at once, of a number that nothing reads.
    fn begin_log_anew(&self) -> Result<()> {
        let log = |how: &str| {
            let columns = |row: &Row<'_>| Ok((row.get::<_, bool>(0)?, row.get::<_, i64>(1)?));
            self.connection
                .prepare_cached(&format!("PRAGMA wal_checkpoint({how})"))
                .and_then(|mut statement| statement.query_row([], columns))
        };
        // The file is as long as the log ever was.
        let (_, pages) = log("NOOP")?;
        if pages < LONG_LOG {
            return Ok(());
        }
        let (is_busy, _) = log("RESTART")?;
        if !is_busy && self.connection.pragma_update(None, "application_id", 0).is_err() {
            self.empty_log()?;
        }
        Ok(())
    }

    /// Lets go of what would take a change back.
    pub(crate) fn forget(&mut self, change: ChangeId) {
        self.history.forget(change);
    }

    /// Writes the file anew without the room that deleted rows took, and empties the log beside it. With much
    /// left in it, that room stays, zeroed, for what comes next: writing it all would take long, and as much memory.
    pub(crate) fn shrink(&self) -> Result<()> {
        let used: i64 = self.connection.query_row(
            "SELECT (page_count - freelist_count) * page_size
             FROM pragma_page_count, pragma_freelist_count, pragma_page_size",
            [],
            |row| row.get(0),
        )?;
        if used <= QUICKLY_WRITTEN {
            self.connection.execute_batch("VACUUM")?;
        }
        self.empty_log()
    }

    /// Writes the log into the file.
    fn empty_log(&self) -> Result<()> {
        Ok(self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
    }

    /// The latest step that can be taken back, and what it is called.
    #[must_use]
    pub fn latest_step(&self) -> Option<(ChangeId, String)> {
        self.history.latest()
    }

    /// Takes a change back, as a change of its own.
    pub fn undo(&mut self, change: ChangeId, now: DateTime<Utc>) -> Result<Changed<()>> {
        self.change(now, |tx| tx.history.take_back(tx.0, change))
    }
}

/// Where a session counts its changes from. It leaves room for a million, and is a number that JSON can carry.
fn first_number() -> Result<i64> {
    Ok(i64::from(u32::from_le_bytes(random()?)) << 20)
}

/// Whether every page that was read on this connection was as it was written.
pub(crate) fn check(connection: &Connection) -> Result<()> {
    let read = connection
        .prepare_cached("SELECT 1 FROM sqlite_schema LIMIT 1")
        .and_then(|mut statement| statement.query_row([], |_| Ok(())));
    read.map_err(|error| match Error::from(error) {
        Error::Sql(error) if error.sqlite_error_code() != Some(ErrorCode::SystemIoFailure) => {
            Error::Damaged(Some((&error).into()))
        }
        error => error,
    })
}

/// A connection to a file that holds data which can be opened. Changes nothing.
pub(crate) fn look(file: &Path, key: &DataKey) -> Result<Connection> {
    // SQLite would take it for new, and delete the log beside it, which may hold all there is.
    if fs::metadata(file)?.len() == 0 {
        return Err(Error::Damaged(Some("empty file".into())));
    }
    let connection = keyed(file, key)?;
    let schema: i64 = connection.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get(0))?;
    if schema == 0 {
        return Err(Error::Damaged(Some("no schema".into())));
    }
    if Migrations::from_slice(MIGRATIONS).pending_migrations(&connection)? < 0 {
        return Err(Error::NewerSchema);
    }
    Ok(connection)
}

/// A connection that has been given its key. The first statement on it proves whether the key fits.
pub(crate) fn keyed(file: &Path, key: &DataKey) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags)?;
    // The first look changes nothing: letting go of a file that is damaged would write the log into it, or delete it.
    let has_log = fs::metadata(file.with_extension("db-wal"))
        .map_or_else(|error| error.kind() != io::ErrorKind::NotFound, |log| log.len() > 0);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, has_log)?;
    give_key(&connection, key)?;
    // Trouble comes back as an error; SQLCipher's own lines on stderr help nobody.
    connection.pragma_update(None, "cipher_log_level", "NONE")?;
    Ok(connection)
}

/// By SQLCipher's own call: as SQL, the key would stay in memory that nobody wipes.
pub(crate) fn give_key(connection: &Connection, key: &DataKey) -> Result<()> {
    let key = key.pragma();
    let length = c_int::try_from(key.len()).unwrap_or(0);
    #[expect(unsafe_code, reason = "rusqlite has no safe name for it")]
    // SAFETY: the connection is open, and so many bytes are copied before the call returns.
    let code = swept(|| unsafe { ffi::sqlite3_key(connection.handle(), key.as_ptr().cast(), length) });
    match code {
        ffi::SQLITE_OK => Ok(()),
        code => Err(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None).into()),
    }
}
