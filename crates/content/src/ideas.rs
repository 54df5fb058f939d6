//! Small things one might do, graded by the energy they need, as a first filling for the shelves.

use pilot_domain::{
    activity::{Energy, Shelf},
    library::ContentTopic,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::translation::{Translated, english};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ActivityIdea {
    /// The tag of the language that its texts are in.
    #[serde(default = "english")]
    pub language: String,
    pub key: String,
    pub shelf: Shelf,
    pub title: String,
    pub minutes: u8,
    pub energy: Energy,
    pub place: IdeaPlace,
    /// What it gives the senses to notice, the clearest first. Never empty.
    pub senses: Vec<IdeaSense>,
    pub company: IdeaCompany,
    /// What it takes, such as "a cup and water". Empty when it takes nothing.
    pub needs: String,
    pub costs: IdeaCost,
    pub weather: IdeaWeather,
    #[serde(default)]
    pub touches: Vec<ContentTopic>,
    pub cautions: Vec<String>,
    pub smaller: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum IdeaPlace {
    Bed,
    Indoors,
    Doorstep,
    Out,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum IdeaSense {
    Sight,
    Sound,
    Touch,
    Taste,
    Smell,
    Movement,
}

/// Whether someone else is part of it, in the room or at the other end of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum IdeaCompany {
    Alone,
    WithOthers,
    Either,
}

/// There is no third step: an idea that costs more than a trifle has no place here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum IdeaCost {
    Free,
    /// A stamp, a ticket, a cup of tea.
    ALittle,
}

/// The weather it needs. Indoors that is `Any`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum IdeaWeather {
    Any,
    /// Without rain.
    Dry,
    /// Sun or rain, but no storm, frost or great heat.
    Mild,
}

impl Translated for ActivityIdea {
    fn key(&self) -> &str {
        &self.key
    }

    fn language(&mut self) -> &mut String {
        &mut self.language
    }

    fn texts(&mut self) -> Vec<(&'static str, &mut String)> {
        let needs = (!self.needs.is_empty()).then_some(("needs", &mut self.needs));
        let cautions = self.cautions.iter_mut().map(|caution| ("cautions", caution));
        let texts = [("title", &mut self.title), ("smaller", &mut self.smaller)].into_iter();
        texts.chain(needs).chain(cautions).collect()
    }
}
