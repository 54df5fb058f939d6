//! Entries, or the safety plan, as one file to take along. It is made as long work: what was chosen is read piece by piece,
//! and the file is held until the page has put it where a person wants it. The page may be loaded anew meanwhile.

mod entry_pages;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use pilot_domain::{
    EntryId,
    attachment::{AttachedTo, Attachment, AttachmentKind, AttachmentPart},
    entry::Entry,
};
use pilot_typeset::{Manuscript, Paper, PaperSize, RenderError};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    Core, Done, Error, Result, WithBytes,
    exports::entry_pages::{AttachedPicture, EntryPages},
    held_export::{ExportEnding, ExportedKind, MadeExport},
    long_work::{LongWorkKind, Underway},
};

/// What is to be in the file.
#[derive(Serialize, Deserialize, TS)]
#[serde(tag = "export", rename_all = "snake_case")]
pub enum ExportDraft {
    /// As they are, with their facts above them, for other programs.
    Markdown { entries: Vec<EntryId> },
    /// By day, to be read.
    Entries { entries: Vec<EntryId>, with_pictures: bool, words: ExportWords, form: DocumentForm },
    /// The plan as it is shown, and its pictures below.
    Plan { manuscript: Manuscript, form: DocumentForm },
}

#[derive(Serialize, Deserialize, TS)]
#[serde(tag = "form", rename_all = "snake_case")]
pub enum DocumentForm {
    Pdf { size: PaperSize },
    Html,
}

/// What the page says around the entries, in its language.
#[derive(Serialize, Deserialize, TS)]
pub struct ExportWords {
    pub title: String,
    /// A line below the title. May be empty.
    pub lead: String,
    /// A language tag such as `en-GB`.
    pub language: String,
    /// How each day is called.
    pub days: BTreeMap<NaiveDate, String>,
    /// The line below an entry that has tags; they take the place of `{tags}` in it.
    pub tags: String,
}

/// Makes the file, in place of one that is held.
pub(crate) fn make_export(core: &Core, draft: ExportDraft) -> Result<Done<MadeExport>> {
    let underway = core.long_work.begin(LongWorkKind::Export)?;
    core.held_export.clear();
    let done = Making { core, underway: &underway }.make(draft);
    let mut held = core.held_export.value();
    // The lock stops it: before a read that finds nothing open, or while what is held is let go of at this very moment.
    if underway.is_stopped() {
        return Err(Error::Stopped);
    }
    let (made, bytes) = done?;
    *held = Some((made.clone(), bytes));
    Ok(Done::unchanged(made))
}

/// What is held, for a page that was loaded anew.
pub(crate) fn get_made_export(core: &Core) -> Result<Option<MadeExport>> {
    Ok(core.held_export.value().as_ref().map(|(made, _)| made.clone()))
}

/// Its bytes.
pub(crate) fn get_export_file(core: &Core, (): ()) -> Result<WithBytes<()>> {
    let held = core.held_export.value();
    let (_, bytes) = held.as_ref().ok_or_else(|| Error::NotFound { what: "export".to_owned() })?;
    Ok(WithBytes { head: (), bytes: bytes.clone() })
}

pub(crate) fn discard_export(core: &Core) -> Result<Done<()>> {
    core.held_export.clear();
    Ok(Done::unchanged(()))
}

struct Making<'a> {
    core: &'a Core,
    underway: &'a Underway<'a>,
}

impl Making<'_> {
    fn make(&self, draft: ExportDraft) -> Result<(MadeExport, Vec<u8>)> {
        match draft {
            ExportDraft::Markdown { entries } => {
                let mut parts = Vec::new();
                self.each(&entries, |entry| {
                    parts.push(as_markdown(&entry)?);
                    Ok(())
                })?;
                let made =
                    MadeExport { of: ExportedKind::Entries, ending: ExportEnding::Md, unset: Vec::new() };
                Ok((made, parts.join("\n").into_bytes()))
            }
            ExportDraft::Entries { entries, with_pictures, words, form } => {
                let mut pages = EntryPages::new(&words);
                self.each(&entries, |entry| {
                    let pictures =
                        if with_pictures { self.pictures(AttachedTo::Entry(entry.id))? } else { Vec::new() };
                    pages.add(&entry, pictures);
                    Ok(())
                })?;
                self.document(ExportedKind::Entries, pages.finish(), form)
            }
            ExportDraft::Plan { manuscript, form } => {
                let mut manuscript = manuscript.read();
                let pictures = self.pictures(AttachedTo::Plan)?;
                manuscript.blocks.extend(pictures.into_iter().flat_map(AttachedPicture::blocks));
                self.document(ExportedKind::Plan, manuscript, form)
            }
        }
    }

    /// Reads one after the other. One that was deleted meanwhile is not there any more, and is left out.
    fn each(&self, ids: &[EntryId], mut take: impl FnMut(Entry) -> Result<()>) -> Result<()> {
        for (done, &id) in (0..).zip(ids) {
            self.go_on(done, ids.len())?;
            match self.read(|app| app.get_entry(id)) {
                Err(Error::NotFound { .. }) => {}
                entry => take(entry?)?,
            }
        }
        self.go_on(ids.len() as u64, ids.len())
    }

    fn go_on(&self, done: u64, of: usize) -> Result<()> {
        if self.underway.goes_on(done, Some(of as u64)) { Ok(()) } else { Err(Error::Stopped) }
    }

    /// Holds the data for one look at it.
    fn read<T>(&self, look: impl FnOnce(&crate::App) -> Result<T>) -> Result<T> {
        let mut app = self.core.app();
        let found = look(&app);
        app.settle(found)
    }

    /// The pictures that are attached. One that cannot be read holds up nothing of the rest.
    fn pictures(&self, to: AttachedTo) -> Result<Vec<AttachedPicture>> {
        let attached = self.read(|app| app.list_attachments(to))?;
        attached
            .into_iter()
            .filter(|one| one.facts.kind == AttachmentKind::Picture)
            .map(|one| {
                let bytes = self.bytes_of(&one)?;
                let jpeg = pilot_media::paper_copy(&bytes, &|| !self.underway.is_stopped());
                Ok(AttachedPicture { jpeg, attachment: one })
            })
            .collect()
    }

    fn bytes_of(&self, attachment: &Attachment) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        for part in 0..attachment.parts {
            if self.underway.is_stopped() {
                return Err(Error::Stopped);
            }
            let of = AttachmentPart { attachment: attachment.id, part: Some(part) };
            bytes.append(&mut self.read(|app| Ok(app.read()?.attachment_part(of)?))?);
        }
        Ok(bytes)
    }

    fn document(
        &self,
        of: ExportedKind,
        manuscript: Manuscript,
        form: DocumentForm,
    ) -> Result<(MadeExport, Vec<u8>)> {
        let size = match form {
            DocumentForm::Pdf { size } => size,
            DocumentForm::Html => {
                let made = MadeExport { of, ending: ExportEnding::Html, unset: Vec::new() };
                return Ok((made, pilot_typeset::html(&manuscript).into_bytes()));
            }
        };
        let paper = Paper { manuscript, size, is_one_page: false };
        let document =
            pilot_typeset::render(&paper, &|| !self.underway.is_stopped()).map_err(|why| match why {
                RenderError::Stopped => Error::Stopped,
                RenderError::Failed(why) => Error::PagesNotMade { cause: Some(why.into()) },
            })?;
        Ok((MadeExport { of, ending: ExportEnding::Pdf, unset: document.unset }, document.pdf))
    }
}

/// With front matter that programs for Markdown read: day, zone, tags. JSON strings are YAML strings.
fn as_markdown(entry: &Entry) -> Result<String> {
    let mut front = vec!["---".to_owned()];
    if !entry.title.is_empty() {
        front.push(format!("title: {}", serde_json::to_string(&entry.title)?));
    }
    front.push(format!("date: {}", entry.on));
    front.push(format!("zone: {}", serde_json::to_string(&entry.zone)?));
    if !entry.tags.is_empty() {
        let tags = entry.tags.iter().map(serde_json::to_string).collect::<serde_json::Result<Vec<_>>>()?;
        front.push(format!("tags: [{}]", tags.join(", ")));
    }
    if entry.is_starred {
        front.push("starred: true".to_owned());
    }
    front.push("---".to_owned());
    Ok(format!("{}\n\n{}\n", front.join("\n"), entry.text.trim_end()))
}
