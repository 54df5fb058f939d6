//! What Pilot Light ships as data: the library, its sources, words, routines, ideas, prompts and helplines.
//!
//! The texts live in plain files beside this crate so that a writer or a clinician can read them
//! without reading Rust. Everything is built into the program, and [`checks`] guards all of it.

pub mod around;
pub mod bibliography;
pub mod checks;

mod header;
pub mod help;
pub mod ideas;
pub mod item;
mod library;
pub mod pace;
pub mod passages;
pub mod prompts;
pub mod routines;
mod shelved;
pub mod step;
pub mod wording;
pub mod words;

pub use around::{Around, around};
pub use bibliography::{Source, bibliography};
pub use help::{
    Country, Emergency, Helpline, HelplineKind, HelplineNeed, HelplineNow, WaysNow, countries, emergency,
    helplines,
};
pub use ideas::{ActivityIdea, IdeaCompany, IdeaCost, IdeaPlace, IdeaSense, IdeaWeather, activity_ideas};
pub use item::{Focus, LibraryItem, ReviewState};
pub use library::library;
pub use pace::{Cadence, GuidedPace, Phase, PhaseKind};
pub use passages::{Passage, passages};
pub use prompts::{Prompt, PromptForm, prompts};
pub use routines::{RoutineSeed, routines};
pub use shelved::shelved;
pub use step::{BodyZone, LibraryStep, StepSeed};
pub use words::{BodyWords, WordSet, WordZone, Zone, word_key, word_text, words};

/// Reads one bundled JSON file. The tests read every file, so a broken one never ships.
fn bundled<T: serde::de::DeserializeOwned>(name: &str, json: &str) -> T {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("bundled file {name}: {error}"))
}
