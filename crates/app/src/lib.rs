//! Use cases of Pilot Light: one list of commands, errors as codes, one way to change data.
//!
//! A host (the desktop shell, or devhost in a browser) holds one [`Core`], hands it commands by name, and
//! tells the UI what changed. Time comes from a [`Clock`], so that rules can be lived through in a test.

mod access;
mod activities;
mod app;
mod attachments;
mod check_ins;
mod clock;
mod command_table;
mod commands;
mod damage;
mod delivery;
mod demo;
mod due_reminders;
mod entries;
mod error;
mod exports;
mod factors;
mod held_export;
mod help;
mod host_files;
mod library;
mod lock;
mod log;
mod long_work;
mod noting;
mod pages;
mod people;
mod plan_lines;
mod practices;
mod preferences;
mod preferences_file;
mod prompts;
mod reminder_facts;
mod reminders;
mod rotation;
mod routines;
mod status;
mod typescript;
mod with_bytes;
mod words;
mod worries;

pub use activities::SmallThingAsk;
pub use app::{App, Core, Done, Reply};
pub use clock::{Clock, SetClock, SystemClock};
pub use commands::{DOWNLOADS as DOWNLOAD_COMMANDS, NAMES as COMMAND_NAMES, typescript};
pub use damage::{FileState, Recovered, RecoveredRows, RowsOf};
pub use delivery::{Heard, LatestAnswer, NotificationTest, NotificationTestState, ShownTest};
pub use due_reminders::{Answered, ReminderAnswer, Tick};
pub use entries::{ChosenEntry, DayContext, DaySpan, EntryChoice, EntryPage, EntrySearch, Found};
pub use error::{Error, Problem};
pub use exports::{DocumentForm, ExportDraft, ExportWords};
pub use held_export::{ExportEnding, ExportedKind, MadeExport};
pub use help::Help;
pub use host_files::{FileName, HiddenFile};
pub use lock::{LockChoice, Unlock};
pub use log::note_failure;
pub use long_work::{LongWorkKind, LongWorkState};
pub use pages::Pages;
pub use pilot_content as content;
pub use pilot_domain as domain;
pub use pilot_store::{Cause, Place, export};
pub use pilot_typeset as typeset;
pub use prompts::PromptAsk;
pub use reminder_facts::{Notification, WaitingReminder};
pub use reminders::{ReminderOutlook, Reminders};
pub use status::{LockName, Status};
pub use with_bytes::WithBytes;
pub use words::Words;
pub use worries::Worries;

pub type Result<T, E = Error> = std::result::Result<T, E>;
