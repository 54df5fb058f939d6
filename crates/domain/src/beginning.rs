//! Ways to begin an entry that are one's own: questions among those that ship, and forms.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Invalid, OwnFormId, OwnPromptId, Uid, prompt::Weight, text};

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OwnPromptDraft {
    pub id: Option<OwnPromptId>,
    pub text: String,
    pub weight: Weight,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OwnPrompt {
    pub id: OwnPromptId,
    #[serde(skip)]
    pub uid: Uid,
    pub text: String,
    pub weight: Weight,
}

impl OwnPrompt {
    /// What it is called among those that were shown.
    pub fn key(&self) -> String {
        format!("own-{}", self.uid)
    }
}

/// Whether a question that ships is left out of what is offered.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PromptLeftOut {
    /// Its key.
    pub prompt: String,
    pub is_left_out: bool,
}

/// What an entry may begin with, as Markdown.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OwnFormDraft {
    pub id: Option<OwnFormId>,
    pub name: String,
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OwnForm {
    pub id: OwnFormId,
    pub name: String,
    pub text: String,
}

impl OwnPromptDraft {
    pub fn checked(mut self) -> Result<Self, Invalid> {
        self.text = text::title(&self.text)?;
        Ok(self)
    }
}

impl OwnFormDraft {
    pub fn checked(mut self) -> Result<Self, Invalid> {
        self.name = text::title(&self.name)?;
        self.text = text::clean(&self.text, text::ENTRY_MAX)?;
        if text::is_blank(&self.text) { Err(Invalid::NothingToSave) } else { Ok(self) }
    }
}
