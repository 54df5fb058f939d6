//! What a file is, told by its bytes and never by its name; a picture without what its camera wrote beside it;
//! and a small picture to show. No I/O: bytes come in and bytes go out.

mod decoder;
mod exif;
mod format;
mod paper_copy;
mod strip;
#[cfg(test)]
mod tests;
mod thumbnail;

use std::panic::{AssertUnwindSafe, catch_unwind};

use pilot_domain::attachment::{AttachmentFacts, AttachmentKind, Metadata, NotShown};

pub use paper_copy::paper_copy;

use crate::{
    decoder::Failed,
    format::Format,
    strip::{Stripped, strip},
};

/// A file as it is kept.
#[derive(Debug)]
pub struct Looked {
    pub bytes: Vec<u8>,
    pub thumbnail: Option<Vec<u8>>,
    pub facts: AttachmentFacts,
}

/// Looks at a file, and takes out of a picture what was written beside it unless that is to be kept. One picture at a
/// time; one that is large, or takes until `goes_on` says no, is kept as a file.
/// Never fails: what cannot be shown is kept as the bytes it is.
pub fn look(bytes: Vec<u8>, keeps_metadata: bool, goes_on: &dyn Fn() -> bool) -> Looked {
    let format = Format::of(&bytes);
    if !format.is_picture() {
        let metadata = if format == Format::Text { Metadata::Absent } else { Metadata::Unknown };
        return plain(bytes, format, metadata);
    }
    let _turn = decoder::turn();
    // Strangers' bytes must not end the program, whatever is made of them.
    let drawn = catch_unwind(AssertUnwindSafe(|| draw(format, &bytes, goes_on)));
    let Ok(Some(Drawn { stripped, small })) = drawn else {
        // Nothing is taken out of what was not understood.
        let metadata = if keeps_metadata { Metadata::Kept } else { Metadata::Unknown };
        return not_shown(plain(bytes, format, metadata), NotShown::Unreadable);
    };
    let mut looked = match stripped.bytes == bytes {
        _ if keeps_metadata => plain(bytes, format, Metadata::Kept),
        true => plain(bytes, format, Metadata::Absent),
        false => plain(stripped.bytes, format, Metadata::Removed),
    };
    if small.is_none() {
        return not_shown(looked, NotShown::TooLarge);
    }
    let is_on_its_side = stripped.way_up >= 5;
    let (across, down) = (stripped.width, stripped.height);
    let (width, height) = if is_on_its_side { (down, across) } else { (across, down) };
    looked.facts.width = Some(width);
    looked.facts.height = Some(height);
    looked.facts.moves = stripped.moves;
    looked.thumbnail = small;
    looked
}

struct Drawn {
    stripped: Stripped,
    /// None of one that is too large.
    small: Option<Vec<u8>>,
}

/// None of what cannot be read. Only what is left of a picture comes before a decoder, even if all of it is kept.
fn draw(format: Format, bytes: &[u8], goes_on: &dyn Fn() -> bool) -> Option<Drawn> {
    let stripped = strip(format, bytes)?;
    let small = match decoder::decode(format, &stripped, bytes.len(), goes_on) {
        Ok(whole) => Some(thumbnail::of(whole, stripped.way_up).ok()?),
        Err(Failed::TooLarge) => None,
        Err(Failed::Unreadable) => return None,
    };
    Some(Drawn { stripped, small })
}

fn plain(bytes: Vec<u8>, format: Format, metadata: Metadata) -> Looked {
    let facts = AttachmentFacts {
        kind: format.kind(),
        media_type: format.media_type().to_owned(),
        length: bytes.len() as u64,
        width: None,
        height: None,
        moves: false,
        metadata,
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
