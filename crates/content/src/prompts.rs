//! Questions to write from, graded by weight. "Nothing" answers each of them, and one line is plenty.

use pilot_domain::{library::ContentTopic, prompt::Weight};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::translation::{Translated, english};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    /// The tag of the language that its texts are in; empty where nobody knows.
    #[serde(default = "english")]
    pub language: String,
    pub key: String,
    /// One question or invitation.
    pub text: String,
    pub weight: Weight,
    /// Words to browse by, of the library's list or of [`MORE_TOPICS`].
    pub about: Vec<String>,
    pub touches: Vec<ContentTopic>,
    /// Rows of the starting article that this prompt answers, such as "S21".
    pub seed: Vec<String>,
    pub how: PromptForm,
    /// 1, 5 or 15.
    pub minutes: u8,
    /// A step back into the room, for a heavy prompt and for no other.
    pub close: Option<String>,
}

/// What the answer is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PromptForm {
    Words,
    /// What the body did or met; no feeling word is needed.
    Body,
    /// A colour, a comparison, a drawing or a photo.
    Picture,
}

/// What prompts ask about and no shelf of the library is called.
pub const MORE_TOPICS: &[&str] = &["looking-back", "the-day", "used-to-like", "what-matters"];

impl Translated for Prompt {
    fn key(&self) -> &str {
        &self.key
    }

    fn language(&mut self) -> &mut String {
        &mut self.language
    }

    fn texts(&mut self) -> Vec<(&'static str, &mut String)> {
        [("text", &mut self.text)]
            .into_iter()
            .chain(self.close.as_mut().map(|text| ("close", text)))
            .collect()
    }
}
