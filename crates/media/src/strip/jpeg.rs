//! JPEG: segments up to the end of the picture. What stands behind that end, such as a second picture or a film,
//! is left out.

use crate::exif;

const START: u8 = 0xd8;
const END: u8 = 0xd9;
const SCAN: u8 = 0xda;
const APP0: u8 = 0xe0;
const APP1: u8 = 0xe1;
const APP2: u8 = 0xe2;
const APP14: u8 = 0xee;

pub(super) fn strip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(bytes.len());
    out.extend([0xff, START]);
    let mut at = 2;
    let mut has_scan = false;
    loop {
        let marker = match marker(bytes, &mut at) {
            Some(marker) => marker,
            // Cut off after some of the picture: as much of it as there is.
            None if has_scan => return Some(out),
            None => return None,
        };
        match marker {
            END => {
                out.extend([0xff, END]);
                return Some(out);
            }
            // Marks without a body.
            0x01 | 0xd0..=0xd7 => out.extend([0xff, marker]),
            _ => {
                let length: [u8; 2] = bytes.get(at..at + 2)?.try_into().ok()?;
                let end = at + usize::from(u16::from_be_bytes(length));
                let body = bytes.get(at + 2..end)?;
                put(&mut out, marker, body);
                at = end;
                if marker == SCAN {
                    has_scan = true;
                    let until = end_of_scan(bytes, at);
                    out.extend(&bytes[at..until]);
                    at = until;
                }
            }
        }
    }
}

/// The next marker, after as many fill bytes as there are.
fn marker(bytes: &[u8], at: &mut usize) -> Option<u8> {
    if *bytes.get(*at)? != 0xff {
        return None;
    }
    loop {
        let byte = *bytes.get(*at)?;
        *at += 1;
        if byte != 0xff {
            return (byte != 0).then_some(byte);
        }
    }
}

/// Where the next marker stands that is not part of the scan.
fn end_of_scan(bytes: &[u8], from: usize) -> usize {
    let is_end = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0 | 0xff | 0xd0..=0xd7);
    bytes[from..].windows(2).position(is_end).map_or(bytes.len(), |length| from + length)
}

fn put(out: &mut Vec<u8>, marker: u8, body: &[u8]) {
    match marker {
        // Without the small copy that may stand in it.
        APP0 if body.starts_with(b"JFIF\0") && body.len() >= 14 => {
            segment(out, marker, &[&body[..12], &[0, 0]].concat());
        }
        APP1 if body.starts_with(b"Exif\0") => {
            if let Some(way_up) = exif::turned(body) {
                segment(out, marker, &[&b"Exif\0\0"[..], &exif::only(way_up)].concat());
            }
        }
        // The colours: a profile, and how they are mixed.
        APP2 if body.starts_with(b"ICC_PROFILE\0") => segment(out, marker, body),
        APP14 if body.starts_with(b"Adobe") => segment(out, marker, body),
        // Frames, tables, scans.
        0xc0..=0xcf | SCAN..=0xdf => segment(out, marker, body),
        _ => {}
    }
}

fn segment(out: &mut Vec<u8>, marker: u8, body: &[u8]) {
    out.extend([0xff, marker]);
    // A body comes from a segment of the same length or a longer one.
    out.extend(((body.len() + 2) as u16).to_be_bytes());
    out.extend(body);
}
