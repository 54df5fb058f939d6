//! PNG: chunks up to the last one.

use crate::exif;

const SIGNATURE: usize = 8;
/// What draws the picture: its colours, its edges, its movement.
const KEPT: [&[u8; 4]; 19] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD",
    b"pHYs", b"cICP", b"mDCV", b"cLLI", b"hIST", b"acTL", b"fcTL", b"fdAT",
];

pub(super) fn strip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(bytes.len());
    out.extend(bytes.get(..SIGNATURE)?);
    let mut at = SIGNATURE;
    if bytes.get(at + 4..at + 8)? != b"IHDR" {
        return None;
    }
    while let Some(head) = bytes.get(at..at + 8) {
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
        let kind: &[u8; 4] = head[4..].try_into().ok()?;
        // Cut off in the middle: as much of the picture as there is.
        let end = at.checked_add(length)?.checked_add(12)?.min(bytes.len());
        if KEPT.contains(&kind) {
            out.extend(&bytes[at..end]);
        }
        if kind == b"eXIf"
            && let Some(way_up) = exif::turned(&bytes[at + 8..end])
        {
            chunk(&mut out, kind, &exif::only(way_up));
        }
        if kind == b"IEND" {
            break;
        }
        at = end;
    }
    Some(out)
}

fn chunk(out: &mut Vec<u8>, kind: &[u8; 4], body: &[u8]) {
    out.extend((body.len() as u32).to_be_bytes());
    let checked = out.len();
    out.extend(kind);
    out.extend(body);
    out.extend(sum(&out[checked..]).to_be_bytes());
}

/// The check sum of a chunk: CRC-32, bit by bit, since few bytes are summed.
fn sum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg()))
    })
}
