//! A journal entry: Markdown and the civil day it belongs to.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{EntryId, Invalid, Uid, invalid::possible_date, text};

/// What a person writes. Without an id it becomes a new entry, once it holds a visible character.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct EntryDraft {
    pub id: Option<EntryId>,
    /// What a new one is called by whoever makes it: saved twice, as after an answer that was lost, it is one and the same.
    #[ts(optional = nullable)]
    pub uid: Option<Uid>,
    /// The day it belongs to; today when absent.
    pub on: Option<NaiveDate>,
    /// As it was when absent.
    #[ts(optional)]
    pub title: Option<String>,
    pub text: String,
}

/// An entry without words, for what is attached before any are written.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EntryBeginning {
    /// The day it belongs to; today when absent.
    pub on: Option<NaiveDate>,
}

/// A stored entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Entry {
    pub id: EntryId,
    pub uid: Uid,
    pub on: NaiveDate,
    pub zone: String,
    pub created_at: DateTime<Utc>,
    pub written_at: DateTime<Utc>,
    /// Empty for most.
    pub title: String,
    pub text: String,
    pub is_starred: bool,
    pub tags: Vec<String>,
}

/// An entry as it stands after a change, without its text: whoever wrote that has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EntryReceipt {
    pub id: EntryId,
    pub uid: Uid,
    pub on: NaiveDate,
    pub title: String,
    pub is_starred: bool,
    pub tags: Vec<String>,
}

/// Puts the star on an entry, or takes it off.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EntryStar {
    pub entry: EntryId,
    pub is_starred: bool,
}

/// The tags an entry is to have; those it had and that are not here are taken off.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EntryTags {
    pub entry: EntryId,
    pub tags: Vec<String>,
}

/// A new name for a tag, over all entries. A name that is in use already makes one tag of both.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TagName {
    pub from: String,
    pub to: String,
}

/// An entry in a list: its title and its first line only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EntrySummary {
    pub id: EntryId,
    pub on: NaiveDate,
    pub created_at: DateTime<Utc>,
    pub title: String,
    pub excerpt: String,
    pub is_starred: bool,
    pub has_attachments: bool,
}

/// An entry in the bin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BinnedEntry {
    pub entry: EntrySummary,
    /// It is here until this day at the least; a program that starts on the third day after it is used then removes it.
    pub goes_on: NaiveDate,
}

/// How long a deleted entry can be brought back, in days.
pub const BIN_DAYS: i64 = 30;

/// On so many days after these the program is open before it goes.
pub const BIN_OPEN_DAYS: u32 = 3;

/// A piece of found text; `hit` marks what was searched for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Piece {
    pub text: String,
    pub hit: bool,
}

/// An entry that a search found, with the place in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SearchHit {
    pub entry: EntrySummary,
    /// The whole of it; none when there is no title.
    pub title: Vec<Piece>,
    pub snippet: Vec<Piece>,
}

impl EntryDraft {
    /// The draft with clean text, or what is wrong with it.
    pub fn checked(mut self) -> Result<Self, Invalid> {
        self.text = text::clean(&self.text, text::ENTRY_MAX)?;
        self.title = self.title.map(|title| text::line(&title)).transpose()?;
        let is_blank = text::is_blank(&self.text) && self.title.as_deref().unwrap_or_default().is_empty();
        if self.id.is_none() && is_blank {
            return Err(Invalid::NothingToSave);
        }
        self.on.map_or(Ok(()), possible_date)?;
        Ok(self)
    }
}

impl EntryBeginning {
    pub fn checked(self) -> Result<EntryDraft, Invalid> {
        self.on.map_or(Ok(()), possible_date)?;
        Ok(EntryDraft { uid: None, id: None, on: self.on, title: None, text: String::new() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_an_impossible_year_is_refused() {
        let on = |text: &str| {
            EntryDraft { uid: None, id: None, on: text.parse().ok(), title: None, text: "x".to_owned() }
                .checked()
        };
        assert!(on("1931-05-06").is_ok());
        assert!(matches!(on("0026-11-03"), Err(Invalid::ImpossibleDate)));
        assert!(matches!(on("+20266-11-03"), Err(Invalid::ImpossibleDate)));
    }
    #[test]
    fn a_title_alone_is_an_entry_and_blanks_are_not() {
        let titled = |title: &str| {
            EntryDraft { uid: None, id: None, on: None, title: Some(title.to_owned()), text: String::new() }
                .checked()
        };
        assert_eq!(titled("A grey\nday ").unwrap().title.as_deref(), Some("A grey day "));
        assert!(matches!(titled(" \t"), Err(Invalid::NothingToSave)));
    }
}
