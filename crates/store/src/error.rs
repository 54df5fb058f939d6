//! What can go wrong with the file, the folder and the keys.

use std::io;

use crate::Cause;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("the passphrase or recovery key does not fit")]
    WrongPassphrase,
    #[error("the system keychain did not answer")]
    Keychain(#[source] Cause),
    #[error("the key file cannot be read")]
    KeyFileDamaged(#[source] Cause),
    #[error("the data file is missing, though its key file is there")]
    DataMissing,
    #[error("the key file is missing, though the data file is there")]
    KeyFileMissing,
    #[error("the data file is damaged")]
    Damaged(#[source] Option<Cause>),
    #[error("the data file was made by a newer version")]
    NewerSchema,
    #[error("this was written by a newer version")]
    Newer,
    #[error("another copy of the program has the data open")]
    InUse(#[source] Option<Cause>),
    #[error("the data folder cannot be written to")]
    ReadOnly(#[source] Option<Cause>),
    #[error("the disk is full")]
    DiskFull(#[source] Option<Cause>),
    #[error("this user may not keep more on the disk")]
    QuotaReached(#[source] Option<Cause>),
    #[error("the disk of the data folder cannot lock files")]
    NoLocks(#[source] Option<Cause>),
    #[error("the data folder was taken away while it was in use")]
    Gone(#[source] Option<Cause>),
    #[error("not found: {0}")]
    NotFound(&'static str),
    #[error("there is nothing to undo for this change")]
    NothingToUndo,
    #[error("a later change touched the same thing")]
    ChangedSince,
    #[error("the data is being read and may not change meanwhile")]
    Busy,
    #[error("no randomness from the system")]
    NoRandomness,
    #[error("file trouble")]
    Io(#[source] io::Error),
    #[error("database trouble")]
    Sql(#[source] rusqlite::Error),
}

impl Error {
    /// Why, in codes. None where the error says it all.
    pub fn cause(&self) -> Option<Cause> {
        match self {
            Error::Keychain(cause) | Error::KeyFileDamaged(cause) => Some(cause.clone()),
            Error::Damaged(cause)
            | Error::InUse(cause)
            | Error::ReadOnly(cause)
            | Error::DiskFull(cause)
            | Error::QuotaReached(cause)
            | Error::NoLocks(cause)
            | Error::Gone(cause) => cause.clone(),
            Error::Io(error) => Some(error.into()),
            Error::Sql(error) => Some(error.into()),
            _ => None,
        }
    }

    /// The same, where another error led to it.
    #[must_use]
    pub fn after(mut self, former: Option<Cause>) -> Self {
        if let Error::Damaged(cause)
        | Error::InUse(cause)
        | Error::ReadOnly(cause)
        | Error::DiskFull(cause)
        | Error::QuotaReached(cause)
        | Error::NoLocks(cause)
        | Error::Gone(cause) = &mut self
        {
            *cause = match cause.take() {
                Some(cause) => Some(cause.after(former)),
                None => former,
            };
        }
        self
    }
}

/// What stands there is in good order, and nothing that this version knows.
#[derive(Debug, thiserror::Error)]
#[error("written by a newer version")]
pub(crate) struct Newer;

pub(crate) fn is_newer(error: &rusqlite::Error) -> bool {
    matches!(error, rusqlite::Error::FromSqlConversionFailure(_, _, cause) if cause.is::<Newer>())
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        let cause = Some(Cause::from(&error));
        match error.kind() {
            io::ErrorKind::StorageFull => Error::DiskFull(cause),
            io::ErrorKind::QuotaExceeded => Error::QuotaReached(cause),
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => Error::ReadOnly(cause),
            _ => Error::Io(error),
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::{Error as Sql, ErrorCode};
        if is_newer(&error) {
            return Error::Newer;
        }
        let cause = Some(Cause::from(&error));
        // What stands there is no value that a program of ours has written.
        if matches!(
            error,
            Sql::FromSqlConversionFailure(..)
                | Sql::IntegralValueOutOfRange(..)
                | Sql::InvalidColumnType(..)
                | Sql::Utf8Error(..)
        ) {
            return Error::Damaged(cause);
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Error::Damaged(cause),
            Some(ErrorCode::DiskFull) => Error::DiskFull(cause),
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Error::ReadOnly(cause)
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Error::InUse(cause),
            _ => Error::Sql(error),
        }
    }
}

impl From<rusqlite_migration::Error> for Error {
    fn from(error: rusqlite_migration::Error) -> Self {
        use rusqlite_migration::{Error as Migration, MigrationDefinitionError};
        match error {
            Migration::MigrationDefinition(MigrationDefinitionError::DatabaseTooFarAhead) => {
                Error::NewerSchema
            }
            Migration::RusqliteError { err, .. } => err.into(),
            _ => Error::Damaged(Some("migration".into())),
        }
    }
}
