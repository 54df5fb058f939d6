//! What is attached: a picture, a sound, a text or another file, kept as its bytes. It is on an entry, in the safety
//! plan, or among one's songs.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{AttachmentId, EntryId, Invalid, Uid, text};

/// The longest file, in bytes and as it is said.
pub const FILE_MAX: usize = FILE_MAX_MEGABYTES << 20;
const FILE_MAX_MEGABYTES: usize = 64;
/// Bytes are written and read in parts of this length, so that nothing else waits long for its turn.
pub const PART: usize = 1 << 20;
/// Longest name, in characters.
const NAME_MAX: usize = 150;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AttachmentKind {
    Picture,
    Sound,
    Text,
    File,
}

/// What something is attached to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AttachedTo {
    Entry(EntryId),
    /// The safety plan. It takes pictures.
    Plan,
    /// The shelf of songs. It takes sounds.
    Songs,
}

impl AttachedTo {
    /// A shelf takes only what it is for.
    pub fn takes(self, kind: AttachmentKind) -> Result<(), Invalid> {
        match self {
            AttachedTo::Plan if kind != AttachmentKind::Picture => Err(Invalid::NotAPicture),
            AttachedTo::Songs if kind != AttachmentKind::Sound => Err(Invalid::NotASound),
            _ => Ok(()),
        }
    }
}

/// What became of place, time and device, which cameras and programs write into a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Metadata {
    /// There was nothing of that.
    Absent,
    Removed,
    /// Left in at the person's wish.
    Kept,
    /// They are not taken out of this kind of file, and may be in it.
    Unknown,
}

/// Why a picture is only a file here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NotShown {
    TooLarge,
    Unreadable,
}

/// What was seen in the bytes of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AttachmentFacts {
    pub kind: AttachmentKind,
    /// What the web view is told it is.
    pub media_type: String,
    /// In bytes.
    pub length: u64,
    /// As it is looked at, turned the right way up.
    pub width: Option<u32>,
    pub height: Option<u32>,
    /// It is a moving picture.
    pub moves: bool,
    pub metadata: Metadata,
    pub not_shown: Option<NotShown>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Attachment {
    pub id: AttachmentId,
    /// By which the text of its entry names it: `![what it shows](kept:…)`.
    pub uid: Uid,
    pub to: AttachedTo,
    pub name: String,
    /// What it shows, in the person's words. Empty until there are some.
    pub caption: String,
    pub added_at: DateTime<Utc>,
    pub facts: AttachmentFacts,
    /// How many parts its bytes come in.
    pub parts: u32,
    pub has_thumbnail: bool,
}

/// One that was taken off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RemovedAttachment {
    pub attachment: Attachment,
    /// From this day on the program removes it when it starts.
    pub goes_on: NaiveDate,
}

/// What goes with the bytes of a new attachment.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AttachmentDraft {
    pub to: AttachedTo,
    pub name: String,
    /// Place, time and device stay in.
    pub keeps_metadata: bool,
    /// One that goes when this one comes.
    pub replaces: Option<AttachmentId>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AttachmentCaption {
    pub attachment: AttachmentId,
    pub caption: String,
}

/// A piece of the bytes, from 0; without a number, the thumbnail.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct AttachmentPart {
    pub attachment: AttachmentId,
    pub part: Option<u32>,
}

/// Whether a file of this length, in bytes, fits.
pub fn fits(length: usize) -> Result<(), Invalid> {
    if length > FILE_MAX { Err(Invalid::FileTooLarge { megabytes: FILE_MAX_MEGABYTES }) } else { Ok(()) }
}

impl AttachmentDraft {
    /// The draft with a harmless name, or what is wrong with a file of this length.
    pub fn checked(mut self, length: usize) -> Result<Self, Invalid> {
        if length == 0 {
            return Err(Invalid::FileEmpty);
        }
        fits(length)?;
        self.name = file_name(&self.name);
        Ok(self)
    }
}

impl AttachmentCaption {
    pub fn checked(mut self) -> Result<Self, Invalid> {
        self.caption = text::clean(&self.caption, text::LINE_MAX)?.trim().to_owned();
        Ok(self)
    }
}

/// A name that any system takes as the name of a file beside others, and that reads as what it is: without folders,
/// characters that are not seen, and those that turn the order of letters.
pub fn file_name(given: &str) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let seen = last.chars().filter(|c| !is_hidden(*c));
    let plain: String =
        seen.map(|c| if matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*') { '_' } else { c }).collect();
    let words = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let trimmed = words.trim_matches(['.', ' ']);
    let short = shortened(trimmed);
    let stem = short.split('.').next().unwrap_or_default();
    match short.as_str() {
        "" => "file".to_owned(),
        _ if is_device(stem) => format!("_{short}"),
        _ => short,
    }
}

fn is_hidden(c: char) -> bool {
    let turns =
        matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns || matches!(c, '\u{200b}' | '\u{2028}' | '\u{2029}' | '\u{2060}' | '\u{feff}') || c.is_control()
}

/// What Windows takes for a device, whatever follows the dot.
fn is_device(stem: &str) -> bool {
    let stem = stem.trim().to_ascii_uppercase();
    let numbered = ["COM", "LPT"].iter().any(|port| {
        stem.strip_prefix(port).is_some_and(|rest| rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit())
    });
    numbered || matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL")
}

/// Not too long, and still with its ending.
fn shortened(name: &str) -> String {
    let length = name.chars().count();
    if length <= NAME_MAX {
        return name.to_owned();
    }
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let ending = if ending.chars().count() <= 10 { ending } else { "" };
    let stem: String = name.chars().take(NAME_MAX - 11).collect();
    if ending.is_empty() { stem } else { format!("{stem}.{ending}") }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_is_only_a_name() {
        for (given, name) in [
            ("the garden.jpg", "the garden.jpg"),
            ("../../etc/passwd", "passwd"),
            ("C:\\pictures\\one.png", "one.png"),
            ("..", "file"),
            ("", "file"),
            (" .hidden ", "hidden"),
            ("gpj.\u{202e}exe.jpg", "gpj.exe.jpg"),
            ("a\u{0}b\nc\u{200b}.txt", "abc.txt"),
            ("what?.jpg", "what_.jpg"),
            ("con.txt", "_con.txt"),
            ("café 雨 👩‍🌾.png", "café 雨 👩‍🌾.png"),
        ] {
            assert_eq!(file_name(given), name, "{given:?}");
        }
    }

    #[test]
    fn a_file_has_to_hold_something_and_to_fit() {
        let draft = || AttachmentDraft {
            to: AttachedTo::Entry(EntryId(1)),
            name: "x".to_owned(),
            keeps_metadata: false,
            replaces: None,
        };
        assert_eq!(draft().checked(0).unwrap_err(), Invalid::FileEmpty);
        assert!(draft().checked(FILE_MAX).is_ok());
        assert_eq!(draft().checked(FILE_MAX + 1).unwrap_err(), Invalid::FileTooLarge { megabytes: 64 });
    }

    #[test]
    fn a_shelf_takes_only_what_it_is_for() {
        for kind in
            [AttachmentKind::Picture, AttachmentKind::Sound, AttachmentKind::Text, AttachmentKind::File]
        {
            assert_eq!(AttachedTo::Entry(EntryId(1)).takes(kind), Ok(()));
            assert_eq!(AttachedTo::Plan.takes(kind).is_ok(), kind == AttachmentKind::Picture);
            assert_eq!(AttachedTo::Songs.takes(kind).is_ok(), kind == AttachmentKind::Sound);
        }
    }

    proptest! {
        #[test]
        fn whatever_it_was_called_it_stays_in_its_folder(given in "\\PC{0,30}|[./\\\\ :\u{202e}a]{0,20}|.{0,400}") {
            let name = file_name(&given);
            prop_assert!(!name.is_empty() && name.chars().count() <= NAME_MAX + 1);
            prop_assert!(!name.starts_with('.') && !name.ends_with(['.', ' ']));
            prop_assert!(name.chars().all(|c| !is_hidden(c) && !matches!(c, '/' | '\\' | ':')));
        }
    }
}
