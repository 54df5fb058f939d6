//! What might be around feeling little: neutral words about each, and who to talk to. No list of diagnoses.

use pilot_domain::library::ContentTopic;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::translation::{Translated, english};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Factor {
    /// The tag of the language that its texts are in.
    #[serde(default = "english")]
    pub language: String,
    pub key: String,
    pub name: String,
    /// Two short lines: what it is, and how it can go along with feeling little.
    pub explainer: [String; 2],
    /// Who to talk to about it.
    pub who: String,
    #[serde(default)]
    pub caution: Option<String>,
    pub touches: Vec<ContentTopic>,
    /// The library item that says more.
    #[serde(default)]
    pub item: Option<String>,
    pub sources: Vec<String>,
}

impl Translated for Factor {
    fn key(&self) -> &str {
        &self.key
    }

    fn language(&mut self) -> &mut String {
        &mut self.language
    }

    fn texts(&mut self) -> Vec<(&'static str, &mut String)> {
        let explainer = self.explainer.iter_mut().map(|line| ("explainer", line));
        let texts = [("name", &mut self.name), ("who", &mut self.who)].into_iter();
        texts.chain(explainer).chain(self.caution.as_mut().map(|text| ("caution", text))).collect()
    }
}
