//! What a change touched. Every change names this, so that the UI knows what to read again.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
    HelpLines,
    /// What might be around feeling little.
    Around,
    /// Not in the encrypted file: how the program looks, and the chosen country.
    Preferences,
    /// Whether the data is open, locked or refused.
    Status,
}
