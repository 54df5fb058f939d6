//! Ready-made routines, one for each self-care idea of the article this program starts from.
//! They are seeds: a person copies one and changes it freely, and may skip any step.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    step::StepSeed,
    translation::{Translated, english},
};
use pilot_domain::{activity::Energy, library::ContentTopic};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RoutineSeed {
    /// The tag of the language that its texts are in.
    #[serde(default = "english")]
    pub language: String,
    pub key: String,
    pub seed: String,
    pub title: String,
    pub summary: String,
    pub minutes: u8,
    pub energy: Energy,
    #[serde(default)]
    pub touches: Vec<ContentTopic>,
    pub steps: Vec<StepSeed>,
    pub cautions: Vec<String>,
}

impl Translated for RoutineSeed {
    fn key(&self) -> &str {
        &self.key
    }

    fn language(&mut self) -> &mut String {
        &mut self.language
    }

    fn texts(&mut self) -> Vec<(&'static str, &mut String)> {
        let steps = self.steps.iter_mut().map(|step| ("steps", &mut step.text));
        let cautions = self.cautions.iter_mut().map(|caution| ("cautions", caution));
        let texts = [("title", &mut self.title), ("summary", &mut self.summary)].into_iter();
        texts.chain(steps).chain(cautions).collect()
    }
}
