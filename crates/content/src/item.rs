//! One text of the library, with what the program needs to know of it.

use chrono::NaiveDate;
use pilot_domain::{
    activity::Energy,
    library::{ContentTopic, LibraryKind, Need},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{pace::GuidedPace, step::LibraryStep, translation::Translated};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LibraryItem {
    /// The tag of the language that its texts are in.
    pub language: String,
    pub id: String,
    /// Rows of the starting article that this item answers, such as "S24".
    pub seed: Vec<String>,
    pub kind: LibraryKind,
    pub title: String,
    pub summary: String,
    pub minutes: u8,
    pub energy: Energy,
    /// What its topics are called, in the language that was asked for.
    pub topics: Vec<String>,
    pub needs: Vec<Need>,
    pub touches: Vec<ContentTopic>,
    pub eyes_open: bool,
    pub focus: Focus,
    pub cautions: Vec<String>,
    pub smaller: String,
    /// Markdown.
    pub body: String,
    pub steps: Vec<LibraryStep>,
    pub paces: Vec<GuidedPace>,
    /// Keys of the bibliography.
    pub sources: Vec<String>,
    pub review: ReviewState,
    pub written_on: NaiveDate,
    pub review_due_on: NaiveDate,
}

impl Translated for LibraryItem {
    fn key(&self) -> &str {
        &self.id
    }

    fn language(&mut self) -> &mut String {
        &mut self.language
    }

    fn texts(&mut self) -> Vec<(&'static str, &mut String)> {
        let cautions = self.cautions.iter_mut().map(|caution| ("caution", caution));
        let steps = self.steps.iter_mut().map(|step| ("step", &mut step.text));
        [("title", &mut self.title), ("summary", &mut self.summary)]
            .into_iter()
            .chain([("smaller", &mut self.smaller), ("body", &mut self.body)])
            .chain(cautions)
            .chain(steps)
            .collect()
    }
}

/// Where attention goes. Outer is the gentler default; inner needs a caution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Focus {
    Outer,
    Inner,
}

/// There is one state until a real clinician signs an item by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReviewState {
    NotClinicallyReviewed,
}
