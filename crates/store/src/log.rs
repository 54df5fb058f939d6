//! The log beside the data file, read by its format. SQLite reads it up to the first frame that is not as it was written,
//! and no error tells of what comes after. So it is looked at before SQLite does: each frame goes on with the checksum that
//! is written in the one before it, which needs no key, so that whole frames can be told from the rest also behind a broken
//! one.
//!
//! What a kill or a power cut leaves is no damage. A save is acknowledged once all of it is on the disk, and only then is a
//! frame written that goes on from its last one, which is marked as such. And the index, which lies beside the log after a
//! kill, says how far the log was acknowledged.

use std::io::{self, Read};

const HEADER: usize = 32;
const FRAME_HEADER: usize = 24;
const FRAME: usize = FRAME_HEADER + 4096;
/// With sums of little-endian words, as every system writes it that the program is made for.
const MAGIC: [u8; 4] = 0x377f_0682_u32.to_be_bytes();
const INDEX_VERSION: u32 = 3_007_000;
const INDEX_HEADER: usize = 48;
/// So much of the index is read, in bytes.
pub(crate) const INDEX_LENGTH: u64 = 2 * INDEX_HEADER as u64;
/// As much as a disk writes whole or not at all.
const SECTOR: usize = 512;

type Sum = [u32; 2];
/// Drawn anew for each round of the log: the frames of a round carry those in its header.
type Salts = [u8; 8];

/// How many bytes of a log can be read, where something comes after them that was saved; none where nothing is lost.
/// `index` is the beginning of the file beside it that goes with it, if there is one.
pub(crate) fn readable_part(mut log: impl Read, index: &[u8]) -> io::Result<Option<u64>> {
    let Some(header) = next::<HEADER>(&mut log)? else { return Ok(None) };
    let (mut sum, salts) = (sum_at(&header, 24), salts_at(&header, 16));
    let is_whole = header[..4] == MAGIC && sum_of([0; 2], &header[..24]) == sum;
    // Where the header is broken, the frames tell by themselves which belong together.
    let mut round = is_whole.then_some(salts);
    let (mut goes_on, mut is_saved, mut is_lost) = (is_whole, false, false);
    let [mut read, mut kept] = [0; 2];
    for number in 0.. {
        let Some(frame) = next::<FRAME>(&mut log)? else { break };
        let fits = sum_of(sum_of(sum, &frame[..8]), &frame[FRAME_HEADER..]) == sum_at(&frame, 16);
        let is_of_round = round.is_none_or(|round| round == salts_at(&frame, 8));
        // Of a header that crosses sectors, a power cut may leave a part of before.
        let is_in_one_sector = (HEADER + number * FRAME) % SECTOR + FRAME_HEADER <= SECTOR;
        let ends_save = frame[4..8] != [0; 4] && (fits || is_in_one_sector);
        goes_on &= fits && is_of_round;
        if goes_on {
            read += 1;
            kept = if ends_save { read } else { kept };
        } else {
            // The header is on the disk before any frame: behind a broken one, a save that is whole is lost.
            is_lost |= fits && is_of_round && (is_saved || !is_whole && ends_save);
        }
        is_saved = ends_save;
        sum = sum_at(&frame, 16);
        round = if is_whole { round } else { Some(salts_at(&frame, 8)) };
    }
    // One that a power cut left may be of another round, and a header of zeros is one that was not written yet.
    let indexed =
        in_index(index).filter(|(_, of)| if is_whole { *of == salts } else { header != [0; HEADER] });
    is_lost |= indexed.is_some_and(|(frames, _)| frames > kept);
    let length = if is_whole { HEADER + kept * FRAME } else { 0 };
    Ok(is_lost.then_some(length as u64))
}

/// How many frames were acknowledged, and of which round. It is there twice, with a sum of its own.
fn in_index(index: &[u8]) -> Option<(usize, Salts)> {
    let [first, second] = [index.get(..INDEX_HEADER)?, index.get(INDEX_HEADER..2 * INDEX_HEADER)?];
    let is_whole = first == second
        && word(first, 0) == INDEX_VERSION
        && sum_of([0; 2], &first[..40]) == [word(first, 40), word(first, 44)];
    Some((usize::try_from(word(first, 16)).ok()?, salts_at(first, 32))).filter(|_| is_whole)
}

fn next<const LENGTH: usize>(log: &mut impl Read) -> io::Result<Option<[u8; LENGTH]>> {
    let mut bytes = [0; LENGTH];
    match log.read_exact(&mut bytes) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(None),
        outcome => outcome.map(|()| Some(bytes)),
    }
}

fn sum_of([mut first, mut second]: Sum, bytes: &[u8]) -> Sum {
    for pair in bytes.chunks_exact(8) {
        first = first.wrapping_add(word(pair, 0)).wrapping_add(second);
        second = second.wrapping_add(word(pair, 4)).wrapping_add(first);
    }
    [first, second]
}

fn word(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(std::array::from_fn(|byte| bytes[at + byte]))
}

/// Sums are made of words that begin with the lowest byte, and are written the other way round.
fn sum_at(bytes: &[u8], at: usize) -> Sum {
    [word(bytes, at).swap_bytes(), word(bytes, at + 4).swap_bytes()]
}

fn salts_at(bytes: &[u8], at: usize) -> Salts {
    std::array::from_fn(|byte| bytes[at + byte])
}
