//! PNG: chunks up to the last one, each as long as it is said to be and no longer, with a sum of our own.

use std::io::{Read as _, Write as _};

use flate2::{Compression, read::ZlibDecoder, write::ZlibEncoder};

use super::{Stripped, icc};
use crate::exif;

const SIGNATURE: usize = 8;
const HEAD: usize = 13;

pub(super) fn strip(bytes: &[u8]) -> Option<Stripped> {
    let mut out = Vec::with_capacity(bytes.len());
    out.extend(bytes.get(..SIGNATURE)?);
    let mut at = SIGNATURE;
    let head: &[u8; HEAD] = bytes.get(at + 8..at + 8 + HEAD)?.try_into().ok()?;
    if bytes.get(at..at + 8)? != b"\0\0\0\x0dIHDR" {
        return None;
    }
    let side = |at: usize| u32::from_be_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
    let (width, height) = (side(0), side(4));
    // A decoder makes four bytes of a point, or eight of one that is told in sixteen bits.
    let point = if head[8] == 16 { 8 } else { 4 };
    let memory = point * u64::from(width) * u64::from(height);
    let mut way_up = 1;
    let mut once: Vec<[u8; 4]> = Vec::new();
    while let Some(start) = bytes.get(at..at + 8) {
        let length = u32::from_be_bytes([start[0], start[1], start[2], start[3]]) as usize;
        let kind: [u8; 4] = start[4..].try_into().ok()?;
        // Cut off in the middle: as much of the picture as there is.
        let end = at.checked_add(length)?.checked_add(12)?;
        let body = bytes.get(at + 8..end - 4).or_else(|| bytes.get(at + 8..))?;
        let moves = once.contains(b"acTL");
        match &kind {
            // Nothing, a million times over, takes a decoder half a minute.
            b"IDAT" if body.is_empty() => {}
            b"IDAT" | b"fdAT" if kind == *b"IDAT" || moves => chunk(&mut out, kind, body),
            b"fcTL" if moves && body.len() == 26 => chunk(&mut out, kind, body),
            b"IEND" => {
                chunk(&mut out, kind, &[]);
                break;
            }
            _ if once.contains(&kind) => {}
            b"eXIf" => {
                if let Some(turned) = exif::turned(body) {
                    way_up = turned;
                    chunk(&mut out, kind, &exif::only(turned));
                    once.push(kind);
                }
            }
            b"iCCP" => {
                if let Some(profile) = profile(body) {
                    chunk(&mut out, kind, &profile);
                    once.push(kind);
                }
            }
            _ if draws(kind, body.len()) => {
                chunk(&mut out, kind, body);
                once.push(kind);
            }
            _ => {}
        }
        at = end;
    }
    let moves = once.contains(b"acTL");
    Some(Stripped { bytes: out, width, height, way_up, scans: 1, moves, memory })
}

/// What else draws the picture, and how long it may be: its colours, its edges, its movement.
fn draws(kind: [u8; 4], length: usize) -> bool {
    match &kind {
        b"IHDR" => length == HEAD,
        b"PLTE" => length <= 768 && length.is_multiple_of(3),
        b"tRNS" => length <= 256,
        b"gAMA" => length == 4,
        b"cHRM" => length == 32,
        b"sRGB" => length == 1,
        b"sBIT" => length <= 4,
        b"bKGD" => length <= 6,
        b"pHYs" => length == 9,
        b"cICP" => length == 4,
        b"mDCV" => length == 24,
        b"cLLI" | b"acTL" => length == 8,
        _ => false,
    }
}

/// The colours of a profile, under a name that says nothing.
fn profile(body: &[u8]) -> Option<Vec<u8>> {
    let name = body.iter().take(80).position(|letter| *letter == 0)?;
    let deflated = body.get(name + 2..)?;
    let mut inflated = Vec::new();
    // No more than is looked at: a megabyte can stand for a thousand.
    ZlibDecoder::new(deflated).take(icc::LONGEST as u64 + 1).read_to_end(&mut inflated).ok()?;
    let mut encoder = ZlibEncoder::new(b"ICC\0\0".to_vec(), Compression::best());
    encoder.write_all(&icc::plain(&inflated)?).ok()?;
    encoder.finish().ok()
}

fn chunk(out: &mut Vec<u8>, kind: [u8; 4], body: &[u8]) {
    // A body comes from a chunk of the same length or a longer one.
    out.extend((body.len() as u32).to_be_bytes());
    let checked = out.len();
    out.extend(kind);
    out.extend(body);
    out.extend(crc32fast::hash(&out[checked..]).to_be_bytes());
}
