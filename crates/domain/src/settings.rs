//! Choices that are private (settings, in the encrypted file) and choices that are needed before it opens
//! (preferences, in a plain file).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Invalid, formats::Formats, invalid::in_range, library::ContentTopic, rules::ReminderRules};

/// Kept in the encrypted file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Settings {
    /// What closing the window does has been said once.
    pub closing_explained: bool,
    /// Reminders stay quiet until then.
    pub paused_until: Option<DateTime<Utc>>,
    pub reminders: ReminderRules,
    /// Subjects that are not put before the person anywhere. Help is never muted.
    pub muted: Vec<ContentTopic>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
    Dim,
    Contrast,
}

/// Letters of the writing page, beside the size of all text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WritingSize {
    #[default]
    Normal,
    Larger,
    Largest,
}

/// How long the lines of the writing page may get.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WritingWidth {
    Narrow,
    #[default]
    Normal,
    Wide,
}

/// How the page one writes on looks. All of it is off, or as everywhere, until asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct WritingPage {
    /// A field for a title on every page. Without it the field is there where it was asked for.
    pub shows_title: bool,
    pub counts_words: bool,
    pub size: WritingSize,
    pub width: WritingWidth,
    /// A bell at the end of a time for writing.
    pub bell: bool,
}

/// As long as a tag of a language gets (RFC 5646).
const LONGEST_TAG: usize = 35;

/// Needed on the lock screen, so kept in a plain file: how it looks, how times are written, and whose helplines to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Preferences {
    pub theme: Theme,
    /// Per cent: 100, 125, 150, 175 or 200.
    pub text_size: u16,
    /// Two letters of ISO 3166, or ZZ; none until chosen.
    pub country: Option<String>,
    pub start_at_login: bool,
    /// An icon in the tray, where the system has one.
    pub tray_icon: bool,
    pub low_energy: bool,
    pub writing: WritingPage,
    pub formats: Formats,
    /// The tag of the language the program speaks; none for the system's.
    pub language: Option<String>,
}

impl Preferences {
    /// The preferences, or what is wrong with them.
    pub fn checked(self) -> Result<Self, Invalid> {
        in_range(self.text_size.into(), 100, 200)?;
        self.formats.checked()?;
        let is_code =
            |country: &str| country.len() == 2 && country.bytes().all(|letter| letter.is_ascii_uppercase());
        if !self.country.as_deref().is_none_or(is_code) {
            return Err(Invalid::NoSuchCountry);
        }
        let is_tag = |tag: &str| {
            tag.len() <= LONGEST_TAG && tag.bytes().all(|sign| sign.is_ascii_alphanumeric() || sign == b'-')
        };
        if self.language.as_deref().is_none_or(is_tag) { Ok(self) } else { Err(Invalid::NoSuchLanguage) }
    }
}

impl Default for Preferences {
    fn default() -> Self {
        Preferences {
            theme: Theme::System,
            text_size: 100,
            country: None,
            start_at_login: false,
            tray_icon: true,
            low_energy: false,
            writing: WritingPage::default(),
            formats: Formats::default(),
            language: None,
        }
    }
}
