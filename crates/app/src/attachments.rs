//! What is attached. Bytes come and go beside the JSON of the commands: whole on the way in, in parts on
//! the way out. The data is never held while a picture is looked at, and only for one part of it at a time.

use std::{cell::OnceCell, sync::atomic::Ordering};

use chrono::TimeDelta;
use pilot_domain::{
    AttachmentId,
    attachment::{
        AttachedTo, Attachment, AttachmentCaption, AttachmentDraft, AttachmentPart, PART, RemovedAttachment,
    },
};
use pilot_media::Looked;
use pilot_store::Binned;

use crate::{App, Core, Done, Error, Result, WithBytes};

/// The longest that a picture is looked at; even a large one takes less than a second or two.
const LONGEST_LOOK: TimeDelta = TimeDelta::seconds(10);

/// Keeps a file: looked at first, then written part by part, and seen by nobody until all of it is there. A picture
/// that takes too long is kept as a file, and nothing is kept of what was on its way when attaching was stopped.
pub(crate) fn put_attachment(
    core: &Core,
    draft: AttachmentDraft,
    bytes: Vec<u8>,
) -> Result<Done<Attachment>> {
    let draft = draft.checked(bytes.len())?;
    let stops = core.attaching_stopped.load(Ordering::Relaxed);
    let is_wanted = || core.attaching_stopped.load(Ordering::Relaxed) == stops;
    // It is asked first when other pictures are done with.
    let until = OnceCell::new();
    let goes_on = || is_wanted() && core.now() < *until.get_or_init(|| core.now() + LONGEST_LOOK);
    let looked = pilot_media::look(bytes, draft.keeps_metadata, &goes_on);
    if !is_wanted() {
        return Err(Error::Stopped);
    }
    draft.to.takes(looked.facts.kind)?;
    let id = core.app().begin_attachment(&draft, &looked)?;
    let kept = keep_parts(core, id, &looked).and_then(|()| core.app().finish_attachment(id, &draft));
    if kept.is_err() {
        // Best effort: what cannot be dropped now goes after the next opening.
        let _ = core.app().change(|tx| Ok(tx.drop_attachment(id)?));
    }
    core.app().settle(kept)
}

/// Lets go of every file that is being looked at.
pub(crate) fn stop_attaching(core: &Core) -> Done<()> {
    core.attaching_stopped.fetch_add(1, Ordering::Relaxed);
    Done::unchanged(())
}

fn keep_parts(core: &Core, id: AttachmentId, looked: &Looked) -> Result<()> {
    let keep = |part: Option<u32>, bytes: &[u8]| {
        let of = AttachmentPart { attachment: id, part };
        core.app().change(|tx| Ok(tx.keep_attachment_part(of, bytes)?)).map(|_| ())
    };
    if let Some(thumbnail) = &looked.thumbnail {
        keep(None, thumbnail)?;
    }
    (0..).zip(looked.bytes.chunks(PART)).try_for_each(|(part, bytes)| keep(Some(part), bytes))
}

pub(crate) fn get_attachment_part(core: &Core, of: AttachmentPart) -> Result<WithBytes<()>> {
    let mut app = core.app();
    let part = app.read().and_then(|read| Ok(read.attachment_part(of)?));
    Ok(WithBytes { head: (), bytes: app.settle(part)? })
}

impl App {
    fn begin_attachment(&mut self, draft: &AttachmentDraft, looked: &Looked) -> Result<AttachmentId> {
        let now = self.now();
        let begun =
            self.change(|tx| Ok(tx.begin_attachment(draft.to, &draft.name, &looked.facts, now)?))?;
        Ok(begun.value)
    }

    fn finish_attachment(&mut self, id: AttachmentId, draft: &AttachmentDraft) -> Result<Done<Attachment>> {
        let now = self.now();
        self.change(|tx| Ok(tx.finish_attachment(id, draft.replaces, now)?))
    }

    pub(crate) fn list_attachments(&self, to: AttachedTo) -> Result<Vec<Attachment>> {
        Ok(self.read()?.attachments(to)?)
    }

    pub(crate) fn caption_attachment(&mut self, caption: AttachmentCaption) -> Result<Done<Attachment>> {
        let caption = caption.checked()?;
        self.change(|tx| Ok(tx.caption_attachment(caption.attachment, &caption.caption)?))
    }

    pub(crate) fn list_removed_attachments(&self) -> Result<Vec<RemovedAttachment>> {
        Ok(self.read()?.removed_attachments()?)
    }

    pub(crate) fn bring_back_attachment(&mut self, id: AttachmentId) -> Result<Done<()>> {
        self.change(|tx| Ok(tx.bring_back_attachment(id)?))
    }

    /// Lets go of one that was taken off. Nothing takes this back.
    pub(crate) fn let_go_attachment(&mut self, id: AttachmentId) -> Result<Done<()>> {
        self.purge(Binned::Attachment(id))
    }

    pub(crate) fn remove_attachment(&mut self, id: AttachmentId) -> Result<Done<()>> {
        let now = self.now();
        self.change(|tx| Ok(tx.remove_attachment(id, now)?))
    }
}
