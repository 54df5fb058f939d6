//! The encrypted file of Pilot Light and the keys to it. No other crate knows SQL.
//!
//! One process holds a [`Profile`] (a data folder), opens its [`Store`] with the data key, reads through
//! [`Reader`] and changes through [`Store::change`]: one transaction, named, and undoable.

mod activities;
mod attachments;
mod beginning;
mod bin;
mod cause;
mod check_ins;
mod claim;
mod connection;
mod entries;
mod error;
mod factors;
mod files;
mod folded;
mod functions;
mod ground;
mod history;
mod key;
mod key_files;
mod keychain;
mod library_marks;
mod log;
mod log_file;
mod memory;
mod migrations;
mod newer;
mod opening;
mod passphrase;
mod people;
mod place;
mod plan_lines;
mod platform;
mod practices;
mod profile;
mod prompts;
mod recovery_key;
mod reminders;
mod rescue;
mod routines;
mod search;
mod settings;
mod sql;
mod tags;
mod words;
mod worries;

#[cfg(test)]
mod attachment_tests;
#[cfg(all(test, target_os = "linux"))]
mod fault_tests;
#[cfg(test)]
mod identity_tests;
#[cfg(test)]
mod journal_tests;
#[cfg(test)]
mod log_tests;
#[cfg(all(test, target_os = "linux"))]
mod memory_tests;
#[cfg(test)]
mod tests;

pub use bin::Binned;
pub use cause::Cause;
pub use connection::{Changed, Reader, Store, Tx};
pub use error::Error;
pub use files::{export, read_small, replace as write_atomically};
pub use functions::register_functions;
pub use history::Step;
pub use key::{DataKey, KeyFile, Lock, LockKind};
pub use keychain::is_available as keychain_is_available;
pub use log_file::LogFile;
pub use passphrase::visible_length;
pub use place::Place;
pub use profile::{FileCheck, Profile, Rescue, Rotation};
pub use rescue::Rescued;

pub type Result<T, E = Error> = std::result::Result<T, E>;
