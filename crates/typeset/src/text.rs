//! What is set: the blocks that Markdown has, and the words around them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Manuscript {
    pub title: String,
    /// A line below the title. May be empty.
    pub lead: String,
    /// A language tag such as `en-GB`.
    pub language: String,
    /// Stands at the foot of every page. May be empty.
    pub foot: String,
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    Heading {
        level: u8,
        inside: Vec<Inline>,
    },
    Paragraph {
        inside: Vec<Inline>,
    },
    Quote {
        inside: Vec<Block>,
    },
    /// `start` is the first number of a numbered list.
    List {
        start: Option<u32>,
        items: Vec<Vec<Block>>,
    },
    Table {
        head: Vec<Vec<Inline>>,
        rows: Vec<Vec<Vec<Inline>>>,
    },
    Code {
        text: String,
    },
    /// A picture, and what it shows in words. Its bytes stay here: over the wire go the words.
    Picture {
        #[serde(skip)]
        #[ts(skip)]
        jpeg: Vec<u8>,
        words: String,
    },
    Rule,
    /// A text that has yet to be read; see [`Manuscript::read`]. Its highest headings are of level `highest`.
    Markdown {
        text: String,
        highest: u8,
    },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Inline {
    Text { text: String },
    Code { text: String },
    Strong { inside: Vec<Inline> },
    Emphasis { inside: Vec<Inline> },
    Struck { inside: Vec<Inline> },
    Link { inside: Vec<Inline>, address: String },
    Break,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperSize {
    A4,
    Letter,
}

/// A manuscript and the paper it is to be set on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Paper {
    pub manuscript: Manuscript,
    pub size: PaperSize,
    /// Only what fits on one page is set.
    pub is_one_page: bool,
}

impl PaperSize {
    /// Width and height in points.
    pub(crate) fn points(self) -> (f32, f32) {
        match self {
            PaperSize::A4 => (595.28, 841.89),
            PaperSize::Letter => (612.0, 792.0),
        }
    }
}

impl Inline {
    pub fn plain(text: &str) -> Self {
        Inline::Text { text: text.to_owned() }
    }
}

/// The words without their marks.
pub(crate) fn plain(inside: &[Inline]) -> String {
    inside
        .iter()
        .map(|inline| match inline {
            Inline::Text { text } | Inline::Code { text } => text.clone(),
            Inline::Strong { inside }
            | Inline::Emphasis { inside }
            | Inline::Struck { inside }
            | Inline::Link { inside, .. } => plain(inside),
            Inline::Break => " ".to_owned(),
        })
        .collect()
}
