//! What can be wrong with what a person typed. The UI has one clear sentence for each.

use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize, TS)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Invalid {
    #[error("value is outside {min}..={max}: {value}")]
    OutOfRange { value: i64, min: i64, max: i64 },
    #[error("text is longer than {max} characters")]
    TextTooLong { max: usize },
    #[error("a title is needed")]
    TitleMissing,
    #[error("there is nothing to save")]
    NothingToSave,
    #[error("the window ends before it starts")]
    WindowEndsBeforeItStarts,
    #[error("no day is chosen")]
    NoDayChosen,
    #[error("a passphrase needs at least {min} characters")]
    PassphraseTooShort { min: usize },
    #[error("the date cannot be used")]
    ImpossibleDate,
}

/// A 0–10 rating is inside its range, or absent.
pub fn rating(value: Option<u8>) -> Result<(), Invalid> {
    match value {
        Some(value) if value > 10 => Err(Invalid::OutOfRange { value: value.into(), min: 0, max: 10 }),
        _ => Ok(()),
    }
}
