//! One text of the library, with what the program needs to know of it.

use chrono::NaiveDate;
use pilot_domain::{
    activity::Energy,
    library::{ContentTopic, LibraryKind, Need},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{pace::GuidedPace, step::LibraryStep};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LibraryItem {
    pub id: String,
    /// Rows of the starting article that this item answers, such as "S24".
    pub seed: Vec<String>,
    pub kind: LibraryKind,
    pub title: String,
    pub summary: String,
    pub minutes: u8,
    pub energy: Energy,
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
