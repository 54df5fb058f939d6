//! What may happen to the bytes of a file, of its log and of the index of the log.

use std::{fs, ops::Range};

use rusqlite::Connection;
use serde_json::Value;

use super::journal::{FILE, Files, INDEX, Journal, LOG};

pub(crate) const PAGE: usize = 4096;
/// Of a page: what stands on it, before its nonce and its checksum.
const HELD: usize = PAGE - 80;
const SECTOR: usize = 512;
const LOG_HEADER: usize = 32;
const FRAME_HEADER: usize = 24;
const FRAME: usize = FRAME_HEADER + PAGE;

/// What may be read afterwards, as far as anything is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MayBe {
    /// What was there.
    Latest,
    /// What was there at one moment: the log, which holds the latest changes, is what was damaged.
    OneMoment,
    /// Each page as it was once: whole pages that are older than the rest, with the checksum they had.
    Older,
}

use MayBe::{Latest, Older, OneMoment};

/// Chance that is the same each time.
pub(crate) struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % end as u64).unwrap()
    }

    fn in_range(&mut self, range: Range<usize>) -> usize {
        range.start + self.below(range.len())
    }

    fn noise(&mut self, length: usize) -> Vec<u8> {
        (0..length).map(|_| u8::try_from(self.below(256)).unwrap()).collect()
    }
}

/// The pages of a file by what they are for, counted from 0.
pub(crate) struct Pages {
    interior: Vec<usize>,
    leaf: Vec<usize>,
    overflow: Vec<usize>,
    free: Vec<usize>,
}

impl Pages {
    pub(crate) fn of(files: &Files) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE);
        fs::write(&file, &files[FILE]).unwrap();
        let keys: Value = serde_json::from_slice(&files["keys.json"]).unwrap();
        let connection = Connection::open(&file).unwrap();
        let key = format!("x'{}'", keys["lock"]["key"].as_str().unwrap());
        connection.pragma_update(None, "key", key).unwrap();
        let of = |kind: &str| -> Vec<usize> {
            let mut statement = connection.prepare("SELECT pageno FROM dbstat WHERE pagetype = ?1").unwrap();
            let pages = statement.query_map([kind], |row| row.get::<_, i64>(0)).unwrap();
            pages.map(|page| usize::try_from(page.unwrap()).unwrap() - 1).filter(|page| *page > 0).collect()
        };
        let [interior, leaf, overflow] = ["internal", "leaf", "overflow"].map(of);
        let used = [&interior, &leaf, &overflow];
        let is_free = |page: &usize| !used.iter().any(|pages| pages.contains(page));
        let free = (1..files[FILE].len() / PAGE).filter(is_free).collect();
        Pages { interior, leaf, overflow, free }
    }

    pub(crate) fn is_free(&self, page: usize) -> bool {
        self.free.contains(&page)
    }
}

/// One journal that something happens to.
pub(crate) struct Happening<'a> {
    chance: Chance,
    journal: &'a Journal,
    other: &'a Journal,
    pages: &'a Pages,
    pub(crate) files: Files,
}

impl<'a> Happening<'a> {
    pub(crate) fn new(
        number: usize,
        files: &Files,
        journal: &'a Journal,
        other: &'a Journal,
        pages: &'a Pages,
    ) -> Self {
        Happening { chance: Chance(number as u64), journal, other, pages, files: files.clone() }
    }

    fn file(&mut self) -> &mut Vec<u8> {
        self.files.get_mut(FILE).unwrap()
    }

    fn log(&mut self) -> &mut Vec<u8> {
        self.files.get_mut(LOG).unwrap()
    }

    fn turn_a_bit(&mut self, name: &str, range: Range<usize>) {
        let (at, bit) = (self.chance.in_range(range), self.chance.below(8));
        self.files.get_mut(name).unwrap()[at] ^= 1 << bit;
    }

    fn turn_a_bit_on_one_of(&mut self, pages: &[usize]) {
        let page = pages[self.chance.below(pages.len())];
        self.turn_a_bit(FILE, page * PAGE..page * PAGE + HELD);
    }

    fn a_page(&mut self) -> Range<usize> {
        let pages = self.file().len() / PAGE;
        let page = self.chance.below(pages);
        page * PAGE..(page + 1) * PAGE
    }

    /// A place of this kind in a frame of the log.
    fn turn_a_bit_of_a_frame(&mut self, part: Range<usize>) {
        let frames = (self.log().len() - LOG_HEADER) / FRAME;
        let frame = LOG_HEADER + self.chance.below(frames) * FRAME;
        self.turn_a_bit(LOG, frame + part.start..frame + part.end);
    }

    fn fill(&mut self, name: &str, with: Option<u8>) {
        let length = self.files[name].len();
        let start = self.chance.below(length);
        let end = length.min(start + 1 + self.chance.below(20_000));
        let filling = with.map_or_else(|| self.chance.noise(end - start), |byte| vec![byte; end - start]);
        self.files.get_mut(name).unwrap()[start..end].copy_from_slice(&filling);
    }

    fn swap(&mut self, name: &str, first: usize, size: usize) {
        let parts = (self.files[name].len() - first) / size;
        let [one, another] = [self.chance.below(parts), self.chance.below(parts)];
        let bytes = self.files.get_mut(name).unwrap();
        for at in 0..size {
            bytes.swap(first + one * size + at, first + another * size + at);
        }
    }

    fn cut(&mut self, name: &str, at_each: usize, first: usize) {
        let bytes = self.files.get_mut(name).unwrap();
        let parts = (bytes.len() - first) / at_each;
        bytes.truncate(first + self.chance.below(parts) * at_each);
    }

    /// Some pages were never written, though the disk said so: what stood there before still does.
    fn lose_writes(&mut self, most: usize) {
        let earlier = &self.journal.earlier[FILE];
        let file = self.files.get_mut(FILE).unwrap();
        let pages = earlier.len().min(file.len()) / PAGE;
        let changed: Vec<usize> = (0..pages)
            .map(|page| page * PAGE)
            .filter(|at| earlier[*at..at + PAGE] != file[*at..at + PAGE])
            .collect();
        for _ in 0..=self.chance.below(most) {
            let at = changed[self.chance.below(changed.len())];
            file[at..at + PAGE].copy_from_slice(&earlier[at..at + PAGE]);
        }
    }
}

pub(crate) type Kind = (&'static str, MayBe, fn(&mut Happening<'_>));

/// To the file, closed or not.
pub(crate) const OF_THE_FILE: &[Kind] = &[
    ("a bit of the salt", Latest, |it| it.turn_a_bit(FILE, 0..16)),
    ("a bit of the first page", Latest, |it| it.turn_a_bit(FILE, 16..PAGE)),
    ("a bit of an interior page", Latest, |it| it.turn_a_bit_on_one_of(&it.pages.interior)),
    ("a bit of a leaf", Latest, |it| it.turn_a_bit_on_one_of(&it.pages.leaf)),
    ("a bit of an overflow page", Latest, |it| it.turn_a_bit_on_one_of(&it.pages.overflow)),
    ("a bit of a free page", Latest, |it| it.turn_a_bit_on_one_of(&it.pages.free)),
    ("a bit of a nonce or a checksum", Latest, |it| {
        let page = it.a_page();
        it.turn_a_bit(FILE, page.start + HELD..page.end);
    }),
    ("a run of zeros", Latest, |it| it.fill(FILE, Some(0))),
    ("a run of ones", Latest, |it| it.fill(FILE, Some(0xff))),
    ("a run of noise", Latest, |it| it.fill(FILE, None)),
    ("a page of zeros", Latest, |it| {
        let page = it.a_page();
        it.file()[page].fill(0);
    }),
    ("a page of noise", Latest, |it| {
        let (page, noise) = (it.a_page(), it.chance.noise(PAGE));
        it.file()[page].copy_from_slice(&noise);
    }),
    ("sectors swapped", Latest, |it| it.swap(FILE, 0, SECTOR)),
    ("pages swapped", Latest, |it| it.swap(FILE, 0, PAGE)),
    ("a page in the place of another", Latest, |it| {
        let (from, to) = (it.a_page(), it.a_page());
        it.file().copy_within(from, to.start);
    }),
    ("half a page of before", Latest, |it| {
        let (page, earlier) = (it.a_page(), &it.journal.earlier[FILE]);
        let half = page.start..(page.start + PAGE / 2).min(earlier.len());
        if !half.is_empty() {
            it.file()[half.clone()].copy_from_slice(&earlier[half]);
        }
    }),
    ("cut short", Latest, |it| it.cut(FILE, 1, 0)),
    ("cut at a page", Latest, |it| it.cut(FILE, PAGE, 0)),
    ("empty", Latest, |it| it.file().clear()),
    ("noise behind it", Latest, |it| {
        let noise = it.chance.below(3 * PAGE);
        let noise = it.chance.noise(noise);
        it.file().extend(noise);
    }),
    ("zeros behind it", Latest, |it| {
        let longer = it.file().len() + PAGE * (1 + it.chance.below(9));
        it.file().resize(longer, 0);
    }),
    ("another journal's file", Latest, |it| *it.file() = it.other.bases[0].files[FILE].clone()),
    ("a page of before", Older, |it| it.lose_writes(1)),
    ("pages of before", Older, |it| it.lose_writes(30)),
    ("the file of before", Older, |it| *it.file() = it.journal.earlier[FILE].clone()),
];

/// To what lies beside the file after a kill.
pub(crate) const OF_THE_LOG: &[Kind] = &[
    ("a bit of the log's header", OneMoment, |it| it.turn_a_bit(LOG, 0..LOG_HEADER)),
    ("a bit of a frame's header", OneMoment, |it| it.turn_a_bit_of_a_frame(0..FRAME_HEADER)),
    ("a bit of a frame", OneMoment, |it| it.turn_a_bit_of_a_frame(FRAME_HEADER..FRAME)),
    ("a run of zeros in the log", OneMoment, |it| it.fill(LOG, Some(0))),
    ("a run of noise in the log", OneMoment, |it| it.fill(LOG, None)),
    ("sectors of the log swapped", OneMoment, |it| it.swap(LOG, 0, SECTOR)),
    ("frames swapped", OneMoment, |it| it.swap(LOG, LOG_HEADER, FRAME)),
    ("a log cut short", OneMoment, |it| it.cut(LOG, 1, 0)),
    ("a log cut at a frame", OneMoment, |it| it.cut(LOG, FRAME, LOG_HEADER)),
    ("an empty log", OneMoment, |it| it.log().clear()),
    ("a log of noise", OneMoment, |it| {
        let length = it.log().len();
        *it.log() = it.chance.noise(length);
    }),
    ("no log", OneMoment, |it| drop(it.files.remove(LOG))),
    ("another journal's log", OneMoment, |it| *it.log() = it.other.bases[1].files[LOG].clone()),
    ("noise behind the log", Latest, |it| {
        let noise = it.chance.below(3 * PAGE);
        let noise = it.chance.noise(noise);
        it.log().extend(noise);
    }),
    ("an index of noise", Latest, |it| {
        let noise = it.chance.noise(1 << 15);
        it.files.insert(INDEX.to_owned(), noise);
    }),
    ("an index of zeros", Latest, |it| drop(it.files.insert(INDEX.to_owned(), vec![0; 1 << 15]))),
    ("no index", Latest, |it| drop(it.files.remove(INDEX))),
    ("another journal's index", Latest, |it| {
        it.files.insert(INDEX.to_owned(), it.other.bases[1].files[INDEX].clone());
    }),
];

/// To a file that was closed since that log was.
pub(crate) const OF_ANOTHER_DAY: &[Kind] = &[("a log of before", Older, |it| {
    it.files.insert(LOG.to_owned(), it.journal.earlier_log.clone());
})];

/// To a closed file, beside which a log appears.
pub(crate) const BESIDE_A_CLOSED_FILE: &[Kind] = &[
    ("another journal's log beside a closed file", Latest, |it| {
        it.files.insert(LOG.to_owned(), it.other.bases[1].files[LOG].clone());
    }),
    ("a log of noise beside a closed file", Latest, |it| {
        let length = it.chance.below(9 * PAGE);
        let noise = it.chance.noise(length);
        it.files.insert(LOG.to_owned(), noise);
    }),
];
