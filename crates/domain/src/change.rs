//! What a change touched. Every change names this, so that the UI knows what to read again.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Uid;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    CheckIns,
    Entries,
    Attachments,
    /// Questions to write from: one's own, those left out, and which were shown.
    Prompts,
    Forms,
    Worries,
    Activities,
    Routines,
    /// How practices left one.
    Practices,
    Reminders,
    Library,
    Settings,
    People,
    PlanLines,
    /// What might be around feeling little.
    Factors,
    /// Not in the encrypted file: how the program looks, and the chosen country.
    Preferences,
    /// Whether the data is open, locked or refused.
    Status,
}

/// A row that came, went or changed. An entry's tags and earlier states are told as the entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
pub struct Touched {
    pub kind: Kind,
    pub uid: Uid,
}

/// Where a change came from: the reminders leave out what they did themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChangeSource {
    /// A page, by the name of its window.
    Page(String),
    Reminders,
    /// The program by itself, and what is chosen in its tray.
    Program,
}

/// What is told of a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Change {
    pub kinds: BTreeSet<Kind>,
    /// None where there are too many to name, or where it is nothing in the data file.
    pub rows: Option<BTreeSet<Touched>>,
    pub source: ChangeSource,
}

impl Change {
    /// Of a kind, whatever it was.
    pub fn of(kind: Kind) -> Self {
        Change { kinds: BTreeSet::from([kind]), rows: None, source: ChangeSource::Program }
    }
}
