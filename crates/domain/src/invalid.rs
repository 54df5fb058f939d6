//! What can be wrong with what a person typed. The UI has one clear sentence for each.

use chrono::{Datelike, NaiveDate};
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
    #[error("there are more than {max}")]
    TooMany { max: usize },
    #[error("a title is needed")]
    TitleMissing,
    #[error("a tag needs a letter")]
    TagMissing,
    #[error("there is nothing to save")]
    NothingToSave,
    #[error("the window ends before it starts")]
    WindowEndsBeforeItStarts,
    #[error("no day is chosen")]
    NoDayChosen,
    #[error("no time is chosen")]
    NoTimeChosen,
    #[error("so many moments do not fit into the window")]
    MomentsDoNotFit,
    #[error("a date is in the past")]
    DateInThePast,
    #[error("quiet hours take the whole day")]
    QuietAllDay,
    #[error("the window lies inside quiet hours")]
    WindowInQuietHours,
    #[error("the reminder is about something that is not there")]
    NothingToRemindOf,
    #[error("a passphrase needs at least {min} characters")]
    PassphraseTooShort { min: usize },
    #[error("the date cannot be used")]
    ImpossibleDate,
    #[error("there is no such country")]
    NoSuchCountry,
    #[error("there is no such language")]
    NoSuchLanguage,
    #[error("the file is empty")]
    FileEmpty,
    #[error("the file is longer than {megabytes} MB")]
    FileTooLarge { megabytes: usize },
    #[error("the file is not a picture that can be shown")]
    NotAPicture,
    #[error("the file is not a sound that can be played")]
    NotASound,
}

pub(crate) fn in_range(value: i64, min: i64, max: i64) -> Result<(), Invalid> {
    if (min..=max).contains(&value) { Ok(()) } else { Err(Invalid::OutOfRange { value, min, max }) }
}

/// A list has no more than `max` items.
pub(crate) fn at_most(max: usize, length: usize) -> Result<(), Invalid> {
    if length > max { Err(Invalid::TooMany { max }) } else { Ok(()) }
}

/// A 0–10 rating is inside its range, or absent.
pub fn rating(value: Option<u8>) -> Result<(), Invalid> {
    value.map_or(Ok(()), |value| in_range(value.into(), 0, 10))
}

/// Days are compared as text of ten characters; and a typed year has usually lost or won a digit.
pub(crate) fn possible_date(on: NaiveDate) -> Result<(), Invalid> {
    if (1900..=9998).contains(&on.year()) { Ok(()) } else { Err(Invalid::ImpossibleDate) }
}
