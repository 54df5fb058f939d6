//! Logs that SQLite has written, and what may happen to their bytes: what is lost is told, and what a kill or a power cut
//! leaves is not.

use std::{collections::BTreeSet, fs, ops::Range, path::Path};

use rusqlite::Connection;
use tempfile::TempDir;

use crate::log::readable_part;

const HEADER: usize = 32;
const FRAME: usize = 24 + 4096;
const SECTOR: usize = 512;

/// A plain file with a log beside it. SQLCipher writes logs in the same way.
struct Written {
    folder: TempDir,
    connection: Connection,
}

/// The bytes of a file, of its log, and of the index of the log.
#[derive(Clone)]
struct Bytes([Vec<u8>; 3]);

impl Written {
    fn new() -> Self {
        Self::on(tempfile::tempdir().unwrap())
    }

    fn on(folder: TempDir) -> Self {
        let connection = Connection::open(folder.path().join("a.db")).unwrap();
        connection
            .execute_batch(
                "PRAGMA journal_mode = wal; PRAGMA synchronous = full; PRAGMA wal_autocheckpoint = 0;
                 PRAGMA cache_size = 5; CREATE TABLE IF NOT EXISTS saves (number INTEGER PRIMARY KEY, held BLOB);",
            )
            .unwrap();
        Written { folder, connection }
    }

    /// As it goes on where these bytes lie.
    fn from(bytes: &Bytes) -> Self {
        Self::on(bytes.lie())
    }

    /// So many saves, of one page and of several.
    fn save(&self, times: u32) {
        for time in 0..times {
            self.begin(1 + time * 2 % 7);
            self.connection.execute_batch("COMMIT").unwrap();
        }
    }

    fn begin(&self, pages: u32) {
        self.connection.execute_batch("BEGIN IMMEDIATE").unwrap();
        self.connection.execute("INSERT INTO saves (held) VALUES (randomblob(?1))", [pages * 4_000]).unwrap();
    }

    fn checkpoint(&self, how: &str) {
        self.connection.query_row(&format!("PRAGMA wal_checkpoint({how})"), [], |_| Ok(())).unwrap();
    }

    fn bytes(&self) -> Bytes {
        Bytes(["a.db", "a.db-wal", "a.db-shm"].map(|name| fs::read(self.folder.path().join(name)).unwrap()))
    }
}

impl Bytes {
    fn with_log(&self, log: Vec<u8>) -> Self {
        let Bytes([file, _, index]) = self.clone();
        Bytes([file, log, index])
    }

    fn log(&self) -> &[u8] {
        &self.0[1]
    }

    fn lie(&self) -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.db"), &self.0[0]).unwrap();
        fs::write(folder.path().join("a.db-wal"), &self.0[1]).unwrap();
        folder
    }

    /// How many saves SQLite reads.
    fn saves(&self) -> u32 {
        let folder = self.lie();
        let count = |folder: &Path| -> rusqlite::Result<u32> {
            let connection = Connection::open(folder.join("a.db"))?;
            connection.query_row("SELECT count(*) FROM saves", [], |row| row.get(0))
        };
        // None where not even the table is there.
        count(folder.path()).unwrap_or(0)
    }

    fn told(&self) -> Option<u64> {
        readable_part(self.log(), &self.0[2]).unwrap()
    }

    fn told_without_index(&self) -> Option<u64> {
        readable_part(self.log(), &[]).unwrap()
    }

    /// Where the frames of the last save begin.
    fn last_save(&self) -> usize {
        let ends: Vec<usize> = (HEADER..self.log().len())
            .step_by(FRAME)
            .filter(|at| self.log()[at + 4..at + 8] != [0; 4])
            .map(|at| at + FRAME)
            .collect();
        ends[ends.len() - 2]
    }
}

/// Chance that is the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % end as u64).unwrap()
    }
}

#[test]
fn a_bit_turned_in_the_log_is_told() {
    let written = Written::new();
    written.save(6);
    let whole = written.bytes();
    let last = whole.last_save();
    let frames = (whole.log().len() - HEADER) / FRAME;
    let parts: [Range<usize>; 6] = [0..4, 4..8, 8..16, 16..24, 24..40, FRAME - 9..FRAME];
    let mut places: BTreeSet<usize> = (0..HEADER).collect();
    for frame in 0..frames {
        places.extend(parts.iter().cloned().flatten().step_by(3).map(|at| HEADER + frame * FRAME + at));
    }
    let mut told = 0;
    for (turn, at) in places.into_iter().enumerate() {
        let mut log = whole.log().to_vec();
        log[at] ^= 1 << (turn % 8);
        let turned = whole.with_log(log);
        let Some(readable) = turned.told() else { panic!("{at}") };
        // It can be read so far, and no further.
        if turn % 9 == 0 {
            let mut cut = turned.log().to_vec();
            cut.truncate(usize::try_from(readable).unwrap());
            let saves = turned.saves();
            assert_eq!(whole.with_log(cut).saves(), saves, "{at}");
            assert!(saves < 6, "{at}");
        }
        // Without the index, a last save that is broken may never have been acknowledged.
        let is_told = turned.told_without_index() == Some(readable);
        let ends_the_one_before = last - FRAME + 4..last - FRAME + 24;
        assert!(is_told || at >= last || ends_the_one_before.contains(&at), "{at}");
        told += usize::from(is_told);
    }
    assert!(told > frames * 12, "{told}");
}

/// It is on the disk before any save.
#[test]
fn a_bit_turned_in_the_header_is_told_of_the_only_save() {
    let whole = Written::new().bytes();
    for at in 0..24 {
        let mut log = whole.log().to_vec();
        log[at] ^= 1 << (at % 8);
        let turned = whole.with_log(log);
        assert_eq!((turned.told(), turned.told_without_index()), (Some(0), Some(0)), "{at}");
    }
}

#[test]
fn a_log_that_is_cut_short_is_told_where_its_index_lies_beside_it() {
    let written = Written::new();
    written.save(5);
    let whole = written.bytes();
    for length in (0..whole.log().len()).step_by(509).chain((0..10).map(|frame| HEADER + frame * FRAME)) {
        let cut = whole.with_log(whole.log()[..length].to_vec());
        assert_eq!(cut.told_without_index(), None, "{length}");
        assert_eq!(cut.told().is_some(), length >= HEADER, "{length}");
    }
}

/// What stands beyond the newest save is of before: rounds that are in the file by now.
#[test]
fn what_is_left_of_an_earlier_round_is_not_told() {
    let written = Written::new();
    written.save(9);
    written.checkpoint("RESTART");
    let former = written.bytes();
    for round in 0..3 {
        for _ in 0..3 {
            written.save(1);
            let now = written.bytes();
            assert!(now.log().len() == former.log().len(), "round {round}");
            assert_eq!((now.told(), now.told_without_index()), (None, None), "round {round}");
            // An index that a power cut left.
            let Bytes([file, log, _]) = now;
            assert_eq!(Bytes([file, log, former.0[2].clone()]).told(), None, "round {round}");
        }
        let mut turned = written.bytes();
        turned.0[1][HEADER + 100] ^= 4;
        assert_eq!(turned.told(), Some(HEADER as u64));
        assert_eq!(turned.told_without_index(), Some(HEADER as u64));
        turned.0[1][HEADER + 100] ^= 4;
        let at = turned.log().len() - 5 * FRAME;
        turned.0[1][at] ^= 4;
        assert_eq!((turned.told(), turned.told_without_index()), (None, None));
        written.checkpoint("RESTART");
    }
    written.checkpoint("TRUNCATE");
    let emptied = written.bytes();
    assert_eq!((emptied.told(), emptied.told_without_index()), (None, None));
}

/// A long save goes into the log before its end, and stays there when it is given up.
#[test]
fn a_save_that_was_given_up_is_not_told() {
    let written = Written::new();
    written.save(4);
    written.begin(40);
    let before = written.bytes();
    written.connection.execute_batch("ROLLBACK").unwrap();
    assert!(before.log().len() > before.last_save() + 20 * FRAME, "it went into the log");
    for _ in 0..4 {
        written.save(1);
        let now = written.bytes();
        assert_eq!(now.log().len(), before.log().len());
        assert_eq!((now.told(), now.told_without_index()), (None, None));
    }
}

/// The disk did not say that they were on it; each was tried again, and written over the one before.
#[test]
fn saves_that_failed_at_their_end_are_not_told() {
    let written = Written::new();
    written.save(4);
    let base = written.bytes();
    let tried = |pages: u32| {
        let again = Written::from(&base);
        again.begin(pages);
        again.connection.execute_batch("COMMIT").unwrap();
        again.bytes()
    };
    let [long, shorter, kept] = [12, 7, 3].map(tried);
    let laid = laid_over(&laid_over(long.log(), shorter.log()), kept.log());
    let now = kept.with_log(laid);
    assert_eq!(now.saves(), 5);
    assert_eq!((now.told(), now.told_without_index()), (None, None));
}

fn laid_over(below: &[u8], above: &[u8]) -> Vec<u8> {
    [above, below.get(above.len()..).unwrap_or_default()].concat()
}

/// Of what was written since the disk last said that all was on it, any part may be there.
#[test]
fn what_a_power_cut_leaves_is_not_told() {
    let [fresh, round, failed] = [(); 3].map(|()| Written::new());
    fresh.save(6);
    round.save(12);
    round.checkpoint("RESTART");
    round.save(3);
    failed.save(5);
    let tried = Written::from(&failed.bytes());
    tried.begin(20);
    tried.connection.execute_batch("COMMIT").unwrap();
    let mut chance = Chance(1);
    let mut looks = 0;
    for (written, lay_there) in [(&fresh, fresh.bytes()), (&round, round.bytes()), (&failed, tried.bytes())] {
        for pages in [1, 3, 12] {
            let before = written.bytes();
            let below = laid_over(lay_there.log(), before.log());
            written.begin(pages);
            written.connection.execute_batch("COMMIT").unwrap();
            let after = laid_over(&below, written.bytes().log());
            for turn in 0..140 {
                let mut log = after.clone();
                for at in (0..after.len()).step_by(SECTOR) {
                    let sector = at..(at + SECTOR).min(after.len());
                    // As it was, or never written.
                    if chance.below(4) < turn % 4 {
                        let mut was = below.get(at..).unwrap_or_default().to_vec();
                        was.resize(sector.len(), 0);
                        log[sector].copy_from_slice(&was);
                    }
                }
                if turn % 7 == 0 {
                    log.truncate(below.len() + chance.below(after.len() - below.len() + 1));
                }
                let image = before.with_log(log);
                assert_eq!((image.told(), image.told_without_index()), (None, None), "{pages} {turn}");
                looks += 1;
            }
        }
    }
    assert_eq!(looks, 1_260);
}

/// One frame in 32 has its header in two sectors, and of these the first may be of before.
#[test]
fn a_frame_whose_header_is_half_of_before_ends_no_save() {
    const CROSSING: usize = HEADER + 41 * FRAME;
    let written = Written::new();
    written.save(5);
    let before = written.bytes();
    let ended = |pages| {
        let tried = Written::from(&before);
        tried.begin(pages);
        tried.connection.execute_batch("COMMIT").unwrap();
        tried.bytes()
    };
    let former = (1..40).map(ended).find(|tried| tried.log().len() == CROSSING + FRAME).unwrap();
    let mut image = ended(35);
    assert!(image.log().len() > CROSSING + FRAME && CROSSING % SECTOR == SECTOR - 8);
    image.0[1][CROSSING..CROSSING + 8].copy_from_slice(&former.log()[CROSSING..CROSSING + 8]);
    assert_eq!(image.told_without_index(), None);
}

#[test]
fn what_is_no_log_is_read_to_its_end_and_not_told() {
    let mut chance = Chance(3);
    for length in [0, 5, HEADER, HEADER + 1, HEADER + FRAME, 200_000] {
        let noise: Vec<u8> = (0..length).map(|_| u8::try_from(chance.below(256)).unwrap()).collect();
        for log in [noise, vec![0; length], vec![0xff; length]] {
            assert_eq!(readable_part(&log[..], &[]).unwrap(), None, "{length}");
            assert_eq!(readable_part(&log[..], &log).unwrap(), None, "{length}");
        }
    }
}
