//! A file that is damaged or taken away while it is open: nothing is answered that was not written, nothing is acknowledged
//! that is not kept, and the rest goes on.

#![expect(clippy::disallowed_methods, reason = "what happens to the file happens from outside")]

use std::{fs, path::Path, thread, time::Duration};

#[cfg(unix)]
use pilot_app::Core;
use pilot_app::{
    EntryPage, Error, LockChoice, Problem, RowsOf, Status,
    domain::{
        EntryId,
        entry::{Entry, EntrySummary},
    },
};

use crate::life::{Life, entry, lock};

const PAGE: usize = 4096;

impl Life {
    fn damaged_pages(&self) -> usize {
        self.core.check_file().unwrap().damaged_pages
    }

    /// Where the files are that saves were lost from.
    fn lost_saves(&self) -> Option<String> {
        match self.status() {
            Status::Open { lost_saves, .. } => lost_saves,
            other => panic!("{other:?}"),
        }
    }
}

#[cfg(unix)]
fn trouble<T>(problem: Problem) -> Result<T, Error> {
    Err(Error::Trouble { problem, cause: None })
}

fn text(number: usize) -> String {
    format!("entry {number}: {}", "the heron stood where nobody looked. ".repeat(400))
}

/// A journal of forty long entries, closed.
fn long() -> (Life, Vec<EntryId>) {
    let life = Life::open();
    let entries = (0..40).map(|number| life.write(&text(number))).collect();
    (life.restart(), entries)
}

#[test]
fn a_bit_that_turned_is_told_and_the_rest_is_read() {
    let (mut life, entries) = long();
    let file = life.folder.path().join("pilot-light.db");
    let whole = fs::read(&file).unwrap();
    let pages = whole.len() / PAGE;
    let (mut told, mut read, mut shut) = (0, 0, 0);
    for trial in 0..60 {
        let mut turned = whole.clone();
        // Any page but the first, without which there is nothing.
        turned[(1 + trial * 7919 % (pages - 1)) * PAGE + trial * 131 % PAGE] ^= 1 << (trial % 8);
        life = life.meanwhile(|_| fs::write(&file, &turned).unwrap());
        if !life.is_open() {
            told += 1;
            continue;
        }
        let mut is_read = Vec::new();
        for _ in 0..2 {
            for (number, id) in entries.iter().enumerate() {
                match life.core.get_entry(*id) {
                    Ok(entry) => {
                        assert_eq!(entry.text, text(number), "trial {trial}");
                        is_read.push(number);
                    }
                    Err(error) => {
                        assert_eq!(
                            error,
                            Error::Trouble { problem: Problem::Damaged, cause: None },
                            "trial {trial}"
                        );
                        told += 1;
                    }
                }
            }
        }
        // The page by which all entries, or all their tags, are found is one that may be hit too.
        if is_read.is_empty() {
            shut += 1;
        } else {
            assert!(is_read.len() >= 2 * (entries.len() - 4), "trial {trial}: {is_read:?}");
        }
        read += is_read.len();
    }
    assert!(shut <= 3, "{shut}");
    assert!(told > 20, "{told} of {read}");
}

#[test]
fn what_is_written_beside_a_damaged_page_is_kept() {
    let (life, entries) = long();
    let life = life.meanwhile(|folder| {
        let file = folder.join("pilot-light.db");
        let mut turned = fs::read(&file).unwrap();
        let last = turned.len() - PAGE / 2;
        turned[last] ^= 1;
        fs::write(&file, &turned).unwrap();
    });
    let lost: Vec<&EntryId> = entries.iter().filter(|id| life.core.get_entry(**id).is_err()).collect();
    assert!(lost.len() <= 1, "{lost:?}");
    let line = life.write("a line after the damage");
    assert_eq!(life.restart().text_of(line), "a line after the damage");
}

fn turn_a_bit_in(file: &Path, page: usize) {
    let mut turned = fs::read(file).unwrap();
    let page = 1 + page % (turned.len() / PAGE - 1);
    turned[page * PAGE + 1_000] ^= 1;
    fs::write(file, &turned).unwrap();
}

#[test]
fn what_can_be_read_of_a_damaged_file_goes_into_a_new_one_and_the_old_one_is_set_aside_whole() {
    let (mut opened, mut kept) = (0, 0);
    for page in (1..160).step_by(11) {
        let life = Life::open();
        let first = life.write("let go of before");
        life.core.delete_entry(first).unwrap();
        life.core.empty_bin().unwrap();
        let entries: Vec<EntryId> = (0..30).map(|number| life.write(&text(number))).collect();
        life.tag(entries[3], &["heron"]);
        let key = life.core.make_recovery_key().unwrap().value;
        life.core.change_lock(lock("small grey stone")).unwrap();
        assert_eq!(life.damaged_pages(), 0);
        let life = life.meanwhile(|folder| turn_a_bit_in(&folder.join("pilot-light.db"), page));
        let damaged = fs::read(life.folder.path().join("pilot-light.db")).unwrap();
        life.unlock("small grey stone").unwrap();
        if !life.is_open() {
            continue;
        }
        opened += 1;
        assert_eq!(life.damaged_pages(), 1, "page {page}");
        let readable = |life: &Life| -> Vec<(usize, Entry)> {
            let read = |id: &EntryId| life.core.get_entry(*id).ok();
            let found = entries.iter().enumerate().filter_map(|(number, id)| Some((number, read(id)?)));
            found.collect()
        };
        let before = readable(&life);
        let answer = life.core.recover_readable().unwrap().value;
        let after = readable(&life);
        assert!(
            after.len() >= before.len() && after.len() >= 29,
            "page {page}: {} {}",
            before.len(),
            after.len()
        );
        assert!(after.iter().all(|(number, entry)| entry.text == text(*number)));
        let rows = &answer.rows[0];
        assert_eq!((rows.what, rows.recovered), (RowsOf::Entries, after.len() as u64), "page {page}");
        kept += after.len();
        assert_eq!(life.damaged_pages(), 0, "page {page}");
        let aside = Path::new(&answer.aside);
        assert!(fs::read(aside.join("pilot-light.db")).unwrap() == damaged, "page {page}");
        // The locks are as they were, what is new has a number of its own, and everything can be found.
        let new = life.write("a new line");
        assert!(new > *entries.last().unwrap() && new != first);
        assert_eq!(life.found("heron").len(), after.len());
        let life = life.restart();
        life.unlock(&key).unwrap();
        assert_eq!(readable(&life).len(), after.len());
    }
    assert!(opened > 8 && kept > 29 * opened, "{opened} {kept}");
}

#[test]
fn one_reads_while_what_can_be_read_is_kept_and_what_would_change_it_is_refused() {
    let life = Life::open();
    let entries: Vec<EntryId> = (0..200).map(|number| life.write(&text(number))).collect();
    let life = life.meanwhile(|folder| {
        let file = folder.join("pilot-light.db");
        turn_a_bit_in(&file, fs::metadata(&file).unwrap().len() as usize / PAGE - 2);
    });
    thread::scope(|scope| {
        let keeping = scope.spawn(|| life.core.recover_readable());
        while life.long_work().is_none_or(|work| work.done == 0) {
            assert!(!keeping.is_finished(), "it is long enough to be seen");
            thread::sleep(Duration::from_millis(1));
        }
        assert_eq!(life.core.list_entries(EntryPage { after: None, limit: 9 }).unwrap().len(), 9);
        assert!(life.is_open());
        assert!(life.long_work().is_some(), "these were answered meanwhile");
        assert_eq!(life.core.save_entry(entry("a line")).unwrap_err(), Error::Busy);
        life.core.stop_long_work().unwrap();
        assert_eq!(keeping.join().unwrap().unwrap_err(), Error::Stopped);
    });
    assert!(!life.folder.path().join("in-the-making").exists());
    let line = life.write("after it was stopped");
    life.core.change_lock(lock("small grey stone")).unwrap();
    life.core.recover_readable().unwrap();
    assert_eq!(life.damaged_pages(), 0);
    assert_eq!(life.text_of(line), "after it was stopped");
    assert!(entries.iter().filter(|id| life.core.get_entry(**id).is_ok()).count() >= 199);
    let life = life.restart();
    life.unlock("small grey stone").unwrap();
}

/// As a kill leaves it, with a bit turned in its log.
#[test]
fn saves_that_a_damaged_log_has_lost_are_told_until_that_was_seen() {
    let life = Life::open();
    for number in 0..9 {
        life.write(&text(number));
    }
    let killed = Life::begin();
    for file in fs::read_dir(life.folder.path()).unwrap().map(|file| file.unwrap()) {
        fs::copy(file.path(), killed.folder.path().join(file.file_name())).unwrap();
    }
    let log = killed.folder.path().join("pilot-light.db-wal");
    let mut turned = fs::read(&log).unwrap();
    let middle = turned.len() / 2;
    turned[middle] ^= 1;
    fs::write(&log, &turned).unwrap();
    assert_eq!(life.lost_saves(), None);

    let read = |life: &Life| -> Vec<EntrySummary> {
        life.core.list_entries(EntryPage { after: None, limit: 99 }).unwrap()
    };
    let earlier = read(&killed);
    assert!((1..9).contains(&earlier.len()), "{earlier:?}");
    let aside = killed.lost_saves().unwrap();
    assert!(fs::read(Path::new(&aside).join("pilot-light.db-wal")).unwrap() == turned);
    let killed = killed.restart();
    assert_eq!(killed.lost_saves(), Some(aside));
    killed.core.note_lost_saves_seen().unwrap();
    assert_eq!(killed.lost_saves(), None);
    let killed = killed.restart();
    assert_eq!((killed.lost_saves(), read(&killed)), (None, earlier));
}

#[cfg(unix)]
fn save(life: &Life) -> Result<EntryId, Error> {
    life.core.save_entry(entry("a line")).map(|done| done.value.id)
}

/// Done to a folder that is in use, and taken back. Elsewhere the system keeps open files in their place.
#[cfg(unix)]
type Taken = (&'static str, fn(&Path), Option<fn(&Path)>);

#[cfg(unix)]
const TAKEN: [Taken; 5] = [
    ("deleted", |folder| fs::remove_dir_all(folder).unwrap(), None),
    (
        "moved",
        |folder| fs::rename(folder, folder.with_extension("moved")).unwrap(),
        Some(|folder| fs::rename(folder.with_extension("moved"), folder).unwrap()),
    ),
    (
        "replaced by another",
        |folder| {
            let kept = folder.with_extension("kept");
            fs::rename(folder, &kept).unwrap();
            fs::create_dir(folder).unwrap();
            for file in fs::read_dir(&kept).unwrap() {
                let file = file.unwrap();
                fs::copy(file.path(), folder.join(file.file_name())).unwrap();
            }
        },
        Some(|folder| {
            fs::remove_dir_all(folder).unwrap();
            fs::rename(folder.with_extension("kept"), folder).unwrap();
        }),
    ),
    ("without its file", |folder| fs::remove_file(folder.join("pilot-light.db")).unwrap(), None),
    ("without its log", |folder| fs::remove_file(folder.join("pilot-light.db-wal")).unwrap(), None),
];

#[cfg(unix)]
#[test]
fn nothing_is_acknowledged_into_a_folder_that_was_taken_away() {
    for (how, take, give_back) in TAKEN {
        let Life { folder: place, clock, .. } = Life::begin();
        let folder = place.path().join("data");
        let life = Life { core: Core::start(&folder, clock.clone()), folder: place, clock };
        life.core.create_profile(LockChoice::None).unwrap();
        let kept = save(&life).unwrap();
        take(&folder);
        assert!(life.is_open(), "{how}: what is on the page stays there");
        for _ in 0..3 {
            assert_eq!(save(&life), trouble(Problem::Gone), "{how}");
            assert_eq!(life.core.get_entry(kept), trouble(Problem::Gone), "{how}");
        }
        if let Some(give_back) = give_back {
            give_back(&folder);
            let again = save(&life).unwrap();
            drop(life.core);
            let core = Core::start(&folder, life.clock.clone());
            let life = Life { folder: life.folder, clock: life.clock, core };
            for id in [kept, again] {
                assert_eq!(life.text_of(id), "a line", "{how}");
            }
        }
    }
}

/// Whoever closes the window has closed the journal.
#[cfg(unix)]
#[test]
fn a_journal_whose_folder_is_gone_can_be_locked() {
    let Life { folder: place, clock, .. } = Life::begin();
    let folder = place.path().join("data");
    let life = Life { core: Core::start(&folder, clock.clone()), folder: place, clock };
    life.core.create_profile(lock("small grey stone")).unwrap();
    fs::rename(&folder, folder.with_extension("moved")).unwrap();
    life.core.lock().unwrap();
    assert!(life.is_locked());
}
