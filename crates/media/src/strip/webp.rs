//! WebP: chunks of a RIFF file, and the flags that name them.

use crate::exif;

const KEPT: [&[u8; 4]; 7] = [b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];
const HAS_EXIF: u8 = 0x08;
const HAS_XMP: u8 = 0x04;

pub(super) fn strip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(bytes.len());
    out.extend(bytes.get(..12)?);
    let mut way_up = None;
    let mut flags = None;
    let mut at = 12;
    while let Some(head) = bytes.get(at..at + 8) {
        let length = u32::from_le_bytes([head[4], head[5], head[6], head[7]]) as usize;
        let kind: &[u8; 4] = head[..4].try_into().ok()?;
        // Chunks begin at even places. One that is cut off ends where the file does.
        let end = at.checked_add(8)?.checked_add(length)?.checked_add(length % 2)?.min(bytes.len());
        if kind == b"VP8X" {
            flags = Some(out.len() + 8);
        }
        if KEPT.contains(&kind) {
            out.extend(&bytes[at..end]);
        }
        if kind == b"EXIF" {
            way_up = exif::turned(&bytes[at + 8..end]);
        }
        at = end;
    }
    // Without the chunk that holds the flags there can be no Exif.
    if let Some(flags) = flags {
        *out.get_mut(flags)? &= !(HAS_EXIF | HAS_XMP);
        if let Some(way_up) = way_up {
            out[flags] |= HAS_EXIF;
            let exif = exif::only(way_up);
            out.extend(b"EXIF");
            out.extend((exif.len() as u32).to_le_bytes());
            out.extend(exif);
        }
    }
    let length = u32::try_from(out.len() - 8).ok()?;
    out[4..8].copy_from_slice(&length.to_le_bytes());
    Some(out)
}
