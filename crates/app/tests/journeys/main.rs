//! Days with Pilot Light, lived through the same commands as the UI's, on a real encrypted file and a set clock.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod access;
mod attachments;
mod corruption;
mod damage;
mod days;
mod exports;
mod help;
mod inputs;
mod journal;
#[cfg(feature = "pseudo")]
mod languages;
mod library;
mod life;
mod log;
mod moved;
mod practices;
mod reminders;
mod rotation;
mod taking;
mod writing;
