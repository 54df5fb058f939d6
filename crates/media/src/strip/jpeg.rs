//! JPEG: segments up to the end of the picture. What stands behind that end, such as a second picture or a film,
//! is left out; so are tables that no scan uses.

mod tables;

use self::tables::Tables;
use super::{Stripped, icc};
use crate::exif;

const START: u8 = 0xd8;
const END: u8 = 0xd9;
const SCAN: u8 = 0xda;
const QUANTISATION: u8 = 0xdb;
const CODES: u8 = 0xc4;
const RESTARTS: u8 = 0xdd;
const APP0: u8 = 0xe0;
const APP1: u8 = 0xe1;
const APP2: u8 = 0xe2;
const APP14: u8 = 0xee;
/// The longest body of a segment.
const LONGEST: usize = 0xffff - 2;
const PROFILE: &[u8] = b"ICC_PROFILE\0";

pub(super) fn strip(bytes: &[u8]) -> Option<Stripped> {
    let mut out = Vec::with_capacity(bytes.len());
    out.extend([0xff, START]);
    let mut at = 2;
    let mut once: Vec<u8> = Vec::new();
    let mut way_up = 1;
    let mut frame: Option<Frame> = None;
    let mut tables = Tables::default();
    let mut scans = 0;
    let is_whole = loop {
        let Some((marker, body)) = segment(bytes, &mut at) else { break false };
        let is_first = !once.contains(&marker);
        match marker {
            END => break true,
            // Without the small copy that may stand in it.
            APP0 if is_first && body.starts_with(b"JFIF\0") && body.len() >= 12 => {
                put(&mut out, marker, &[&body[..12], &[0, 0]].concat());
            }
            APP1 if is_first && body.starts_with(b"Exif\0") => {
                let Some(turned) = exif::turned(body) else { continue };
                way_up = turned;
                put(&mut out, marker, &[&b"Exif\0\0"[..], &exif::only(way_up)].concat());
            }
            APP2 if is_first && body.starts_with(PROFILE) => profile(&mut out, bytes, at, body),
            // How its colours are mixed, which is the last of twelve bytes.
            APP14 if is_first && body.starts_with(b"Adobe") && body.len() >= 12 => {
                put(&mut out, marker, &[b"Adobe\0\x64\0\0\0\0", &body[11..12]].concat());
            }
            // With and without steps; no browser draws the other kinds.
            0xc0..=0xc2 if frame.is_none() => {
                let read = Frame::of(marker, body)?;
                tables.put(marker, 0, read.body);
                frame = Some(read);
            }
            0xc0..=0xcf if marker != CODES && marker != 0xc8 && marker != 0xcc => return None,
            QUANTISATION | CODES => tables.read(marker, body)?,
            RESTARTS => tables.put(marker, 0, body.get(..2)?),
            SCAN => {
                let frame = frame.as_ref()?;
                let parts = usize::from(*body.first()?);
                let body = body.get(..parts * 2 + 4)?;
                tables.write(&mut out, |marker, id| frame.uses(body, marker, id));
                put(&mut out, marker, body);
                scans += 1;
                let until = end_of_scan(bytes, at);
                out.extend(&bytes[at..until]);
                at = until;
                continue;
            }
            _ => continue,
        }
        once.push(marker);
    };
    // Cut off after some of the picture: as much of it as there is.
    let frame = frame.filter(|_| scans > 0)?;
    if is_whole {
        out.extend([0xff, END]);
    }
    let Frame { width, height, .. } = frame;
    Some(Stripped { bytes: out, width, height, way_up, scans, moves: false, memory: frame.memory(scans) })
}

/// The next segment; of a marker that has no body, an empty one. What is no segment is passed over.
fn segment<'a>(bytes: &'a [u8], at: &mut usize) -> Option<(u8, &'a [u8])> {
    loop {
        *at += bytes.get(*at..)?.iter().position(|byte| *byte == 0xff)?;
        // After as many fill bytes as there are.
        *at += bytes[*at..].iter().position(|byte| *byte != 0xff)?;
        let marker = bytes[*at];
        *at += 1;
        match marker {
            0 | 0x01 | 0xd0..=0xd8 => {}
            END => return Some((marker, &[])),
            _ => {
                let length = usize::from(u16::from_be_bytes([*bytes.get(*at)?, *bytes.get(*at + 1)?]));
                let body = bytes.get(*at + 2..*at + length)?;
                *at += length;
                return Some((marker, body));
            }
        }
    }
}

/// Where the next marker stands that is not part of the scan.
fn end_of_scan(bytes: &[u8], from: usize) -> usize {
    let is_end = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0 | 0xff | 0xd0..=0xd7);
    bytes[from..].windows(2).position(is_end).map_or(bytes.len(), |length| from + length)
}

/// A profile comes in parts of one segment each. The first was read, and `at` is behind it.
fn profile(out: &mut Vec<u8>, bytes: &[u8], mut at: usize, first: &[u8]) {
    let numbered =
        |body: &'_ [u8]| Some((*body.get(PROFILE.len())?, body.get(PROFILE.len() + 2..)?.to_vec()));
    let mut parts = Vec::from_iter(numbered(first));
    while let Some((marker, body)) = segment(bytes, &mut at)
        && marker != SCAN
        && parts.len() * LONGEST <= icc::LONGEST + LONGEST
    {
        parts.extend((marker == APP2 && body.starts_with(PROFILE)).then(|| numbered(body)).flatten());
    }
    parts.sort_by_key(|(number, _)| *number);
    let whole: Vec<u8> = parts.into_iter().flat_map(|(_, part)| part).collect();
    let Some(plain) = icc::plain(&whole) else { return };
    let parts = plain.chunks(LONGEST - PROFILE.len() - 2);
    // A profile that was looked at has few parts.
    let count = parts.len() as u8;
    for (number, part) in (1..).zip(parts) {
        put(out, APP2, &[PROFILE, &[number, count], part].concat());
    }
}

fn put(out: &mut Vec<u8>, marker: u8, body: &[u8]) {
    out.extend([0xff, marker]);
    // A body comes from a segment of the same length or a longer one.
    out.extend(((body.len() + 2) as u16).to_be_bytes());
    out.extend(body);
}

/// What its frame says of the picture.
struct Frame<'a> {
    body: &'a [u8],
    in_steps: bool,
    width: u32,
    height: u32,
}

impl<'a> Frame<'a> {
    fn of(marker: u8, body: &'a [u8]) -> Option<Self> {
        let parts = usize::from(*body.get(5)?);
        let body = body.get(..6 + 3 * parts)?;
        let side = |at: usize| u32::from(u16::from_be_bytes([body[at], body[at + 1]]));
        let frame = Frame { body, in_steps: marker == 0xc2, width: side(3), height: side(1) };
        let is_sampled = |by: u32| (1..=4).contains(&by);
        let is_sound = (1..=4).contains(&parts)
            && frame.width.min(frame.height) > 0
            && frame.sampled().all(|(across, down)| is_sampled(across) && is_sampled(down));
        is_sound.then_some(frame)
    }

    fn sampled(&self) -> impl Iterator<Item = (u32, u32)> {
        self.body[6..].chunks_exact(3).map(|part| (u32::from(part[1] >> 4), u32::from(part[1] & 0xf)))
    }

    /// Whether the scan with this head needs a table.
    fn uses(&self, scan: &[u8], marker: u8, id: u8) -> bool {
        let parts = scan[1..scan.len() - 3].chunks_exact(2);
        let [.., from, to, _] = *scan else { return false };
        match marker {
            QUANTISATION => self.body[6..].chunks_exact(3).any(|part| part[2] == id),
            CODES if id < 0x10 => (!self.in_steps || from == 0) && { parts }.any(|part| part[1] >> 4 == id),
            CODES => (!self.in_steps || to > 0) && { parts }.any(|part| part[1] & 0xf == id & 0xf),
            _ => true,
        }
    }

    /// What a decoder takes: three bytes a point, and where it has to come back to them two for every number.
    fn memory(&self, scans: usize) -> u64 {
        let points = u64::from(self.width) * u64::from(self.height);
        if self.body.len() == 9 {
            // Of a grey one, sampling means nothing.
            return points * if self.in_steps || scans > 1 { 3 } else { 1 };
        }
        let most = |side: fn((u32, u32)) -> u32| self.sampled().map(side).max().unwrap_or(1);
        let (across, down) = (most(|(across, _)| across), most(|(_, down)| down));
        let units = u64::from(self.width.div_ceil(8 * across)) * u64::from(self.height.div_ceil(8 * down));
        let numbers: u64 = self.sampled().map(|(across, down)| 64 * units * u64::from(across * down)).sum();
        3 * points + if self.in_steps || scans > 1 { 2 * numbers } else { 0 }
    }
}
