//! Errors as codes with parameters. The UI turns each into one clear sentence.

use pilot_domain::Invalid;
use pilot_store::Cause;
use serde::{Deserialize, Serialize};
use serde_json::error::Category;
use ts_rs::TS;

#[derive(Debug, Clone, thiserror::Error, Serialize, Deserialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
#[ts(rename = "CommandError")]
pub enum Error {
    #[error("the data is not open")]
    NotOpen,
    #[error("not found: {what}")]
    NotFound { what: String },
    #[error("invalid input: {invalid}")]
    Invalid { invalid: Invalid },
    #[error("the passphrase or recovery key does not fit")]
    WrongPassphrase,
    #[error("the data has been set up already")]
    AlreadySetUp,
    #[error("this was written by a newer version")]
    Newer,
    #[error("there is no check-in to repeat")]
    NoCheckInYet,
    #[error("there is nothing to undo")]
    NothingToUndo,
    #[error("something later touched the same thing")]
    ChangedSince,
    #[error("trouble with the data: {problem:?}")]
    Trouble {
        problem: Problem,
        #[source]
        #[serde(skip)]
        #[ts(skip)]
        cause: Option<Cause>,
    },
    #[error("something else that takes long is being done")]
    Busy,
    #[error("stopped before it was done")]
    Stopped,
    #[error("the pages could not be made")]
    PagesNotMade {
        #[source]
        #[serde(skip)]
        #[ts(skip)]
        cause: Option<Cause>,
    },
    #[error("the file could not be saved there")]
    FileNotSaved {
        #[source]
        #[serde(skip)]
        #[ts(skip)]
        cause: Option<Cause>,
    },
    #[error("unknown command: {name}")]
    UnknownCommand { name: String },
    #[error("input not understood: {detail}")]
    BadInput { detail: String },
}

/// Equal is what is told alike: a cause is for the log.
impl PartialEq for Error {
    fn eq(&self, other: &Self) -> bool {
        serde_json::to_value(self).ok() == serde_json::to_value(other).ok()
    }
}

impl Error {
    /// Why, in codes, where it is known.
    pub fn cause(&self) -> Option<Cause> {
        match self {
            Error::Trouble { cause, .. } | Error::PagesNotMade { cause } | Error::FileNotSaved { cause } => {
                cause.clone()
            }
            _ => None,
        }
    }

    /// Its name as on the wire.
    pub(crate) fn code(&self) -> String {
        let told = serde_json::to_value(self).unwrap_or_default();
        let names = ["code", "problem"].into_iter().filter_map(|name| told[name].as_str());
        names.collect::<Vec<_>>().join(" ")
    }

    /// What should not come, rather than an answer that a person can do something with.
    pub(crate) fn is_trouble(&self) -> bool {
        matches!(
            self,
            Error::Trouble { .. }
                | Error::Busy
                | Error::PagesNotMade { .. }
                | Error::FileNotSaved { .. }
                | Error::BadInput { .. }
        )
    }
}

/// Trouble with the data file. Each has its own screen or sentence, and leaves the file as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    Damaged,
    NewerVersion,
    InUse,
    ReadOnly,
    DiskFull,
    QuotaReached,
    NoLocks,
    Gone,
    DataMissing,
    KeyFileMissing,
    KeyFileDamaged,
    Keychain,
    Other,
}

impl From<Invalid> for Error {
    fn from(invalid: Invalid) -> Self {
        Error::Invalid { invalid }
    }
}

/// What cannot be read from JSON, or written as JSON. Its own words repeat what stood there, so they go no further.
impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        let what = match error.classify() {
            Category::Io => "not written",
            Category::Syntax => "no JSON",
            Category::Data => "of another shape",
            Category::Eof => "cut short",
        };
        Error::BadInput { detail: what.to_owned() }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        pilot_store::Error::from(error).into()
    }
}

impl From<pilot_store::Error> for Error {
    fn from(error: pilot_store::Error) -> Self {
        use pilot_store::Error as Store;
        let cause = error.cause();
        let problem = match error {
            Store::WrongPassphrase => return Error::WrongPassphrase,
            Store::NotFound(what) => return Error::NotFound { what: what.to_owned() },
            Store::Newer => return Error::Newer,
            Store::Busy => return Error::Busy,
            Store::NothingToUndo => return Error::NothingToUndo,
            Store::ChangedSince => return Error::ChangedSince,
            Store::Damaged(_) => Problem::Damaged,
            Store::NewerSchema => Problem::NewerVersion,
            Store::InUse(_) => Problem::InUse,
            Store::ReadOnly(_) => Problem::ReadOnly,
            Store::DiskFull(_) => Problem::DiskFull,
            Store::QuotaReached(_) => Problem::QuotaReached,
            Store::NoLocks(_) => Problem::NoLocks,
            Store::Gone(_) => Problem::Gone,
            Store::DataMissing => Problem::DataMissing,
            Store::KeyFileMissing => Problem::KeyFileMissing,
            Store::KeyFileDamaged(_) => Problem::KeyFileDamaged,
            Store::Keychain(_) => Problem::Keychain,
            Store::NoRandomness | Store::Io(_) | Store::Sql(_) => Problem::Other,
        };
        Error::Trouble { problem, cause }
    }
}
