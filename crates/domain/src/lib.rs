//! Pure types and rules of Pilot Light.
//!
//! Nothing here reads a clock, a file, a database or the network: time and zone are arguments, and a
//! rule is a function. Types that cross to the UI derive `TS`, so TypeScript is generated from them.

pub mod activity;
pub mod attachment;
pub mod backoff;
pub mod beginning;
pub mod change;
pub mod check_in;
pub mod civil;
pub mod entry;
pub mod factors;
pub mod finding;
pub mod fold;
pub mod formats;
pub mod help;
pub mod ids;
pub mod invalid;
pub mod library;
pub mod moments;
pub mod open_hours;
pub mod plan_line;
pub mod position;
pub mod practice;
pub mod prompt;
pub mod reminder;
pub mod right_now;
pub mod routine;
pub mod rules;
pub mod schedule;
pub mod search_query;
pub mod settings;
mod signs;
pub mod small_thing;
pub mod snippet;
pub mod tag;
pub mod text;
pub mod tokens;
pub mod typed_words;
mod uid;
pub mod version;
pub mod words;
pub mod worry;

pub use ids::*;
pub use invalid::Invalid;
pub use uid::Uid;
