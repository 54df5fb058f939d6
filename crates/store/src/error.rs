//! What can go wrong with the file, the folder and the keys.

use std::io;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("the passphrase or recovery key does not fit")]
    WrongPassphrase,
    #[error("the system keychain did not answer: {0}")]
    Keychain(String),
    #[error("the key file cannot be read")]
    KeyFileDamaged,
    #[error("the data file is missing, though its key file is there")]
    DataMissing,
    #[error("the key file is missing, though the data file is there")]
    KeyFileMissing,
    #[error("the data file is damaged")]
    Damaged,
    #[error("the data file was made by a newer version")]
    NewerSchema,
    #[error("this was written by a newer version")]
    Newer,
    #[error("another copy of the program has the data open")]
    InUse,
    #[error("the data folder cannot be written to")]
    ReadOnly,
    #[error("the disk is full")]
    DiskFull,
    #[error("this user may not keep more on the disk")]
    QuotaReached,
    #[error("the disk of the data folder cannot lock files")]
    NoLocks,
    #[error("the data folder was taken away while it was in use")]
    Gone,
    #[error("not found: {0}")]
    NotFound(&'static str),
    #[error("there is nothing to undo for this change")]
    NothingToUndo,
    #[error("a later change touched the same thing")]
    ChangedSince,
    #[error("no randomness from the system")]
    NoRandomness,
    #[error("file trouble: {0}")]
    Io(io::Error),
    #[error("database trouble: {0}")]
    Sql(rusqlite::Error),
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
        match error.kind() {
            io::ErrorKind::StorageFull => Error::DiskFull,
            io::ErrorKind::QuotaExceeded => Error::QuotaReached,
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => Error::ReadOnly,
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
        // What stands there is no value that a program of ours has written.
        if matches!(
            error,
            Sql::FromSqlConversionFailure(..)
                | Sql::IntegralValueOutOfRange(..)
                | Sql::InvalidColumnType(..)
                | Sql::Utf8Error(..)
        ) {
            return Error::Damaged;
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Error::Damaged,
            Some(ErrorCode::DiskFull) => Error::DiskFull,
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Error::ReadOnly
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Error::InUse,
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
            _ => Error::Damaged,
        }
    }
}
