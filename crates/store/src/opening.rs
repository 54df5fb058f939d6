//! The ways to an open store: a new file, one that holds data, and none.

use std::{mem, path::Path};

use rusqlite::Connection;

use crate::{DataKey, Result, Store, connection, ground::Ground};

impl Store {
    /// Makes the schema in a new, empty file.
    pub(crate) fn create(file: &Path, key: &DataKey) -> Result<Self> {
        Self::set_up(connection::keyed(file, key)?)?.standing_on(file)
    }

    /// Opens a file that holds data. One that lost its content is damaged, not new.
    pub(crate) fn open(file: &Path, key: &DataKey) -> Result<Self> {
        Self::set_up(connection::look(file, key)?)?.standing_on(file)
    }

    fn standing_on(mut self, file: &Path) -> Result<Self> {
        self.ground = Some(Ground::of(file)?);
        Ok(self)
    }

    /// A new connection in place of one that met a damaged page and is of no use any more. What could be undone cannot
    /// be now.
    pub(crate) fn reopen(&mut self, file: &Path, key: &DataKey) -> Result<()> {
        let opened = Self::open(file, key)?;
        let held = mem::replace(self, opened).held;
        self.held = held;
        Ok(())
    }

    /// A store that is gone when dropped: for tests, and for throw-away profiles.
    pub fn in_memory() -> Result<Self> {
        Self::set_up(Connection::open_in_memory()?)
    }

    /// With the schema of this program, and folded as it folds.
    pub(crate) fn set_up(connection: Connection) -> Result<Self> {
        let mut store = Self::with_schema(connection)?;
        store.follow_rule()?;
        Ok(store)
    }
}
