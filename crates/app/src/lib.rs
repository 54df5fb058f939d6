//! Use cases of Pilot Light: one list of commands, errors as codes, one way to change data.
//!
//! A host (the desktop shell, or devhost in a browser) holds one [`Core`], hands it commands by name, and
//! tells the UI what changed. Time comes from a [`Clock`], so that rules can be lived through in a test.

mod access;
mod activities;
mod around;
mod attachments;
mod check_ins;
mod clock;
mod commands;
mod core;
mod damage;
mod demo;
mod entries;
mod error;
mod help;
mod help_lines;
mod library;
mod long_work;
mod pages;
mod people;
mod practices;
mod preferences;
mod prompts;
mod reminders;
mod reminding;
mod rotation;
mod routines;
mod status;
mod typescript;
mod words;
mod worries;

pub use clock::{Clock, SetClock, SystemClock};
pub use commands::{GIVING_BYTES as COMMANDS_GIVING_BYTES, NAMES as COMMAND_NAMES};
pub use core::{App, Core, Reply};
pub use error::{Error, Problem};
pub use pilot_domain as domain;
pub use pilot_store::{Place, export};
pub use reminding::{Answered, Heard, Notice, NoticeTestState, ShownTest, Tick};
pub use status::Status;
pub use typescript::typescript;

pub type Result<T, E = Error> = std::result::Result<T, E>;
