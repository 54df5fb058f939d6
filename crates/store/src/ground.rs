//! What an open file stands on: the folder may be deleted, replaced or unplugged while it is open, and the system goes on
//! taking what is written into nowhere.

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

use crate::{Error, Result, platform};

/// So many pages of a log are written into the file.
pub(crate) const LONG_LOG: i64 = 1_000;

/// The data file and its log, as they were when they were opened.
pub(crate) struct Ground(Vec<(PathBuf, (u64, u64))>);

impl Ground {
    pub(crate) fn of(file: &Path) -> Result<Self> {
        let files = [file.to_owned(), file.with_extension("db-wal")];
        let seen = files.into_iter().map(|file| Ok((file.clone(), platform::identity(&file)?)));
        seen.collect::<Result<_>>().map(Ground)
    }

    /// Errors with [`Error::Gone`] when they are not in their place any more.
    pub(crate) fn check(&self) -> Result<()> {
        for (file, seen) in &self.0 {
            match platform::identity(file) {
                Ok(now) if now == *seen => {}
                Ok(_) => return Err(Error::Gone(Some("another file in its place".into()))),
                Err(error) => return Err(Error::Gone(Some((&error).into()))),
            }
        }
        Ok(())
    }

    /// Whether the log is a long one, or was.
    pub(crate) fn has_long_log(&self) -> bool {
        let is_long = |(file, _): &(PathBuf, _)| {
            fs::metadata(file).is_ok_and(|log| log.len() > LONG_LOG.unsigned_abs() * 4096)
        };
        self.0.last().is_some_and(is_long)
    }
}

/// Writes a little into a folder, to learn why a file in it could not be written.
pub(crate) fn try_to_write(folder: &Path) -> Result<()> {
    let mut tried = tempfile::tempfile_in(folder)?;
    tried.write_all(&[0; 4096])?;
    Ok(tried.sync_all()?)
}
