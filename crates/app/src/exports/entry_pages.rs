//! Entries as blocks to be set on pages: by day, with their pictures where they stand.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use pilot_domain::{AttachmentId, attachment::Attachment, entry::Entry};
use pilot_typeset::{
    Block, Inline, Manuscript,
    markdown::{self, Picture},
};

use crate::exports::ExportWords;

pub(super) struct AttachedPicture {
    pub(super) attachment: Attachment,
    /// None when it could not be read.
    pub(super) jpeg: Option<Vec<u8>>,
}

impl AttachedPicture {
    /// Whether a text that says `name` means this one: by its uid, and in old texts by its number.
    fn is_called(&self, name: &str) -> bool {
        let AttachmentId(number) = self.attachment.id;
        self.attachment.uid.to_string() == name || number.to_string() == name
    }

    /// What is read aloud in its place.
    fn words(&self) -> &str {
        let Attachment { caption, name, .. } = &self.attachment;
        if caption.is_empty() { name } else { caption }
    }

    /// Below the text, with what was said of it.
    pub(super) fn blocks(self) -> Vec<Block> {
        let words = self.words().to_owned();
        let Some(jpeg) = self.jpeg else { return vec![paragraph(&words)] };
        let caption = self.attachment.caption;
        let said = (!caption.is_empty()).then(|| paragraph(&caption));
        [Block::Picture { jpeg, words }].into_iter().chain(said).collect()
    }
}

/// Entries one by one, by day, the earliest first.
pub(super) struct EntryPages<'a> {
    words: &'a ExportWords,
    blocks: Vec<Block>,
    last: Option<NaiveDate>,
    days: usize,
}

impl<'a> EntryPages<'a> {
    pub(super) fn new(words: &'a ExportWords) -> Self {
        EntryPages { words, blocks: Vec::new(), last: None, days: 0 }
    }

    /// `pictures` stand where the text names them, or below it.
    pub(super) fn add(&mut self, entry: &Entry, pictures: Vec<AttachedPicture>) {
        if self.last.replace(entry.on) == Some(entry.on) {
            self.blocks.push(Block::Rule);
        } else {
            let name = self.words.days.get(&entry.on).cloned().unwrap_or_else(|| entry.on.to_string());
            self.blocks.push(heading(2, &name));
            self.days += 1;
        }
        if !entry.title.is_empty() {
            self.blocks.push(heading(3, &entry.title));
        }
        let mut placed = BTreeSet::new();
        let highest = if entry.title.is_empty() { 3 } else { 4 };
        self.blocks.append(&mut markdown::read(&entry.text, highest, &mut |name| {
            let at = pictures.iter().position(|one| one.is_called(name))?;
            placed.insert(at);
            let picture = &pictures[at];
            Some(Picture { jpeg: picture.jpeg.clone()?, words: picture.words().to_owned() })
        }));
        let below = pictures.into_iter().enumerate().filter(|(at, _)| !placed.contains(at));
        self.blocks.extend(below.flat_map(|(_, picture)| picture.blocks()));
        if !entry.tags.is_empty() {
            self.blocks.push(paragraph(&self.words.tags.replace("{tags}", &entry.tags.join(", "))));
        }
    }

    pub(super) fn finish(mut self) -> Manuscript {
        if self.days == 1 {
            // The day of one day is its title already.
            self.blocks.remove(0);
        }
        let ExportWords { title, lead, language, .. } = self.words;
        Manuscript {
            title: title.clone(),
            lead: lead.clone(),
            language: language.clone(),
            foot: String::new(),
            blocks: self.blocks,
        }
    }
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, inside: vec![Inline::plain(text)] }
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph { inside: vec![Inline::plain(text)] }
}
