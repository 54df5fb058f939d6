//! WebP: chunks of a RIFF file, and the flags that name them.

use super::{Stripped, icc};
use crate::exif;

const HAS_ICC: u8 = 0x20;
const HAS_ALPHA: u8 = 0x10;
const HAS_EXIF: u8 = 0x08;
const MOVES: u8 = 0x02;

type Size = (u32, u32);
type Kind = [u8; 4];

pub(super) fn strip(bytes: &[u8]) -> Option<Stripped> {
    let declared = u32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?) as usize;
    let within = bytes.get(..declared.checked_add(8)?).unwrap_or(bytes);
    let mut chunks = Chunks(within.get(12..)?).peekable();
    let mut out = Vec::with_capacity(bytes.len());
    out.extend(b"RIFF\0\0\0\0WEBP");
    let (mut flags, canvas) = match chunks.peek()? {
        (b"VP8X", body) => (body.first()? & (HAS_ALPHA | MOVES), size(*b"VP8X", body)?),
        (kind, body) => (0, size(**kind, body)?),
    };
    let moves = flags & MOVES != 0;
    let is_extended = matches!(chunks.peek(), Some((b"VP8X", _)));
    let mut way_up = 1;
    let mut once: Vec<Kind> = Vec::new();
    for (kind, body) in chunks {
        match kind {
            b"ANMF" if moves => chunk(&mut out, *kind, &frame(body, canvas)?),
            _ if once.contains(kind) => continue,
            b"VP8X" if is_extended => chunk(&mut out, *kind, &[&[0; 4], body.get(4..10)?].concat()),
            b"VP8 " | b"VP8L" if !moves && size(*kind, body)? == canvas => chunk(&mut out, *kind, body),
            // A decoder makes room for what a frame says, before it sees that the canvas is another.
            b"VP8 " | b"VP8L" => return None,
            b"ALPH" if is_extended => chunk(&mut out, *kind, body),
            b"ANIM" if moves => chunk(&mut out, *kind, body.get(..6)?),
            b"ICCP" if is_extended => {
                let Some(profile) = icc::plain(body) else { continue };
                chunk(&mut out, *kind, &profile);
                flags |= HAS_ICC;
            }
            b"EXIF" => {
                way_up = exif::turned(body).unwrap_or(1);
                continue;
            }
            _ => continue,
        }
        once.push(*kind);
    }
    // Without the chunk that holds the flags there can be no Exif.
    if is_extended {
        if way_up != 1 {
            flags |= HAS_EXIF;
            chunk(&mut out, *b"EXIF", &exif::only(way_up));
        }
        *out.get_mut(20)? = flags;
    } else {
        way_up = 1;
    }
    let length = u32::try_from(out.len() - 8).ok()?;
    out[4..8].copy_from_slice(&length.to_le_bytes());
    let (width, height) = canvas;
    // A decoder holds the planes, the points and what is seen through them; of one that moves, the canvas too.
    let memory = if moves { 14 } else { 8 } * u64::from(width) * u64::from(height);
    Some(Stripped { bytes: out, width, height, way_up, scans: 1, moves, memory })
}

/// A frame of one that moves: what places it, and what draws it.
fn frame(body: &[u8], canvas: Size) -> Option<Vec<u8>> {
    let head = body.get(..16)?;
    let whole = (three(head, 6)? + 1, three(head, 9)? + 1);
    let mut out = head.to_vec();
    // How it is laid above the one before; the rest of the byte means nothing.
    out[15] &= 0x03;
    let mut is_drawn = false;
    for (kind, body) in Chunks(&body[16..]) {
        match kind {
            b"ALPH" if out.len() == 16 => chunk(&mut out, *kind, body),
            b"VP8 " | b"VP8L" if !is_drawn && size(*kind, body)? == whole => {
                chunk(&mut out, *kind, body);
                is_drawn = true;
            }
            _ => {}
        }
    }
    let fits = whole.0 <= canvas.0 && whole.1 <= canvas.1;
    (is_drawn && fits).then_some(out)
}

/// How wide and how high what is in a chunk says it is.
fn size(kind: Kind, body: &[u8]) -> Option<Size> {
    match &kind {
        b"VP8X" => Some((three(body, 4)? + 1, three(body, 7)? + 1)),
        b"VP8 " => {
            let side = |at: usize| {
                Some(u32::from(u16::from_le_bytes([*body.get(at)?, *body.get(at + 1)?]) & 0x3fff))
            };
            Some((side(6)?, side(8)?))
        }
        b"VP8L" => {
            let sides = u32::from_le_bytes(body.get(1..5)?.try_into().ok()?);
            Some(((sides & 0x3fff) + 1, (sides >> 14 & 0x3fff) + 1))
        }
        _ => None,
    }
}

fn three(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at + 3)?;
    Some(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], 0]))
}

/// Chunks, one after the other; the last ends where the bytes do.
struct Chunks<'a>(&'a [u8]);

impl<'a> Iterator for Chunks<'a> {
    type Item = (&'a Kind, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (kind, rest) = self.0.split_first_chunk::<4>()?;
        let (length, rest) = rest.split_first_chunk::<4>()?;
        let length = u32::from_le_bytes(*length) as usize;
        let body = rest.get(..length).unwrap_or(rest);
        // They begin at even places.
        self.0 = rest.get(length.saturating_add(length % 2)..).unwrap_or_default();
        Some((kind, body))
    }
}

fn chunk(out: &mut Vec<u8>, kind: Kind, body: &[u8]) {
    out.extend(kind);
    // A body comes from a chunk of the same length or a longer one.
    out.extend((body.len() as u32).to_le_bytes());
    out.extend(body);
    out.resize(out.len() + body.len() % 2, 0);
}
