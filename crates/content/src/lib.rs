//! What Pilot Light ships as data: the library, its sources, words, routines, ideas, prompts and helplines.
//!
//! The texts live in plain files in `/content`, so that a writer, a translator or a clinician can read them without
//! reading Rust. Everything is built into the program, and [`checks`] guards all of it.

pub mod bibliography;
pub mod checks;
mod content;
pub mod factors;
mod header;
pub mod help;
pub mod ideas;
pub mod item;
mod library;
mod lookup;
pub mod pace;
pub mod passages;
pub mod prompts;
#[cfg(feature = "pseudo")]
mod pseudo;
pub mod routines;
mod shelved;
pub mod step;
mod translation;
pub mod wording;
pub mod words;

pub use bibliography::{Source, bibliography};
pub use content::{Content, pseudo_languages};
pub use factors::Factor;
pub use help::{Country, Emergency, Helpline, HelplineKind, HelplineNeed, HelplineNow, WaysNow};
pub use ideas::{ActivityIdea, IdeaCompany, IdeaCost, IdeaPlace, IdeaSense, IdeaWeather};
pub use item::{Focus, LibraryItem, ReviewState};
pub use pace::{Cadence, GuidedPace, Phase, PhaseKind};
pub use passages::{Passage, passages};
pub use prompts::{Prompt, PromptForm};
pub use routines::RoutineSeed;
pub use step::{BodyZone, LibraryStep, StepSeed};
pub use words::{BodyWords, WordSet, WordZone, Zone};

/// Reads one bundled JSON file. The tests read every file, so a broken one never ships.
fn bundled<T: serde::de::DeserializeOwned>(name: &str, json: &str) -> T {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("bundled file {name}: {error}"))
}
