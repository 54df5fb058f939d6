//! What a file is, told by its bytes and never by its name; a picture without what its camera wrote beside it;
//! and a small picture to show. No I/O: bytes come in and bytes go out.

mod exif;
mod format;
mod strip;
#[cfg(test)]
mod tests;
mod thumbnail;

use pilot_domain::attachment::{AttachmentFacts, AttachmentKind, NotShown, Traces};

use crate::{format::Format, thumbnail::Decoded};

/// A file as it is kept.
#[derive(Debug)]
pub struct Looked {
    pub bytes: Vec<u8>,
    pub thumbnail: Option<Vec<u8>>,
    pub facts: AttachmentFacts,
}

/// Looks at a file, and takes out of a picture what was written beside it unless that is to be kept.
/// Never fails: what cannot be shown is kept as the bytes it is.
pub fn look(bytes: Vec<u8>, keeps_traces: bool) -> Looked {
    let format = Format::of(&bytes);
    if !format.is_picture() {
        let traces = if format == Format::Text { Traces::Absent } else { Traces::Unknown };
        return plain(bytes, format, traces);
    }
    let (stripped, traces) = match strip::strip(format, &bytes) {
        _ if keeps_traces => (None, Traces::Kept),
        Some(stripped) if stripped == bytes => (None, Traces::Absent),
        Some(stripped) => (Some(stripped), Traces::Removed),
        None => (None, Traces::Unknown),
    };
    match thumbnail::decode(format, stripped.as_ref().unwrap_or(&bytes)) {
        // Rather with its notes than not at all.
        Decoded::Unreadable if stripped.is_some() => {
            let mut looked = look(bytes, true);
            looked.facts.traces = Traces::Unknown;
            looked
        }
        Decoded::Picture { width, height, moves, thumbnail } => {
            let mut looked = plain(stripped.unwrap_or(bytes), format, traces);
            looked.facts.width = Some(width);
            looked.facts.height = Some(height);
            looked.facts.moves = moves;
            looked.thumbnail = Some(thumbnail);
            looked
        }
        Decoded::TooLarge => not_shown(plain(stripped.unwrap_or(bytes), format, traces), NotShown::TooLarge),
        // Nothing was taken out of what was not understood.
        Decoded::Unreadable => {
            let traces = if keeps_traces { Traces::Kept } else { Traces::Unknown };
            not_shown(plain(bytes, format, traces), NotShown::Unreadable)
        }
    }
}

fn plain(bytes: Vec<u8>, format: Format, traces: Traces) -> Looked {
    let facts = AttachmentFacts {
        kind: format.kind(),
        media_type: format.media_type().to_owned(),
        length: bytes.len() as u64,
        width: None,
        height: None,
        moves: false,
        traces,
        not_shown: None,
    };
    Looked { bytes, thumbnail: None, facts }
}

fn not_shown(mut looked: Looked, why: NotShown) -> Looked {
    looked.facts.kind = AttachmentKind::File;
    looked.facts.media_type = Format::Other.media_type().to_owned();
    looked.facts.not_shown = Some(why);
    looked
}
