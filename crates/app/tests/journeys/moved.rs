//! A data folder that is not where it was is not a first run.

#![expect(clippy::disallowed_methods, reason = "it moves folders about, as a person does")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use pilot_app::{Core, EntryPage, LockChoice, Place, Problem, SetClock, Status};
use tempfile::TempDir;

use crate::life::{at, entry};

/// A computer with room for folders, and one file that says where data was kept.
struct Computer(TempDir);

impl Computer {
    fn new() -> Self {
        Computer(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn place(&self, name: &str, is_named: bool) -> Place {
        Place { folder: self.path(name), whereabouts: Some(self.path("config/whereabouts.json")), is_named }
    }

    fn start(&self, name: &str) -> Core {
        start(self.place(name, false))
    }

    /// Something is kept there.
    fn keep(&self, place: Place) {
        let core = start(place);
        core.create_profile(LockChoice::None).unwrap();
        core.save_entry(entry("kept")).unwrap();
    }
}

fn start(place: Place) -> Core {
    Core::start(place, SetClock::at(at("2026-11-03T09:00:00Z"), chrono_tz::UTC))
}

fn status(core: &Core) -> Status {
    core.get_status().unwrap()
}

fn is_missing(core: &Core) -> bool {
    matches!(status(core), Status::Refused { problem: Problem::DataMissing, .. })
}

fn is_first_run(core: &Core) -> bool {
    matches!(status(core), Status::FirstRun { .. })
}

fn is_open(core: &Core) -> bool {
    matches!(status(core), Status::Open { .. })
}

/// What is told of data that is missing: of this folder, and of where it was before.
fn missing(folder: &Path, earlier: Option<&Path>) -> Status {
    let shown = |path: &Path| path.display().to_string();
    Status::Refused { problem: Problem::DataMissing, folder: shown(folder), earlier: earlier.map(shown) }
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    found.sort();
    found
}

#[test]
fn a_folder_that_was_moved_is_told_and_opens_once_it_is_back() {
    let computer = Computer::new();
    computer.keep(computer.place("data", false));
    fs::rename(computer.path("data"), computer.path("elsewhere")).unwrap();
    let core = computer.start("data");
    assert_eq!(status(&core), missing(&computer.path("data"), None));
    assert!(!computer.path("data").exists(), "nothing stands in the way of what comes back");
    core.try_again().unwrap();
    assert!(is_missing(&core));
    fs::rename(computer.path("elsewhere"), computer.path("data")).unwrap();
    core.try_again().unwrap();
    assert_eq!(core.list_entries(EntryPage { after: None, limit: 9 }).unwrap().len(), 1);
}

#[test]
fn files_that_were_moved_out_of_their_folder_are_missed_too() {
    for is_noted in [true, false] {
        let computer = Computer::new();
        computer.keep(computer.place("data", false));
        fs::create_dir(computer.path("elsewhere")).unwrap();
        for file in ["keys.json", "pilot-light.db"] {
            fs::rename(computer.path("data").join(file), computer.path("elsewhere").join(file)).unwrap();
        }
        if !is_noted {
            fs::remove_dir_all(computer.path("config")).unwrap();
        }
        assert!(is_missing(&computer.start("data")));
        assert!(is_missing(&computer.start("data")), "and at the next start");
    }
}

#[test]
fn an_empty_place_where_a_disk_belongs_is_no_first_run() {
    for place in ["disk", "disk/journal"] {
        let computer = Computer::new();
        let named = computer.place(place, true);
        computer.keep(named.clone());
        fs::rename(computer.path("disk"), computer.path("not connected")).unwrap();
        fs::create_dir(computer.path("disk")).unwrap();
        let core = start(named);
        assert!(is_missing(&core));
        assert!(files_below(&computer.path("disk")).is_empty());
        fs::remove_dir(computer.path("disk")).unwrap();
        fs::rename(computer.path("not connected"), computer.path("disk")).unwrap();
        core.try_again().unwrap();
        assert!(is_open(&core));
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_a_disk_that_is_not_there_is_no_first_run() {
    let computer = Computer::new();
    std::os::unix::fs::symlink(computer.path("disk"), computer.path("data")).unwrap();
    let core = computer.start("data");
    assert!(is_missing(&core));
    fs::create_dir(computer.path("disk")).unwrap();
    core.try_again().unwrap();
    assert!(is_first_run(&core));
}

#[test]
fn another_usual_folder_says_where_data_was_and_a_named_one_is_begun_simply() {
    let computer = Computer::new();
    computer.keep(computer.place("share/data", false));
    let core = computer.start("other share/data");
    let earlier = computer.path("share/data");
    assert_eq!(status(&core), missing(&computer.path("other share/data"), Some(&earlier)));
    assert!(is_first_run(&start(computer.place("for a try", true))));
    // And a try leaves no trace on the usual folder.
    let other = Computer::new();
    other.keep(other.place("for a try", true));
    assert!(is_first_run(&other.start("data")));
}

#[test]
fn one_can_begin_anew_and_nothing_is_deleted() {
    let computer = Computer::new();
    computer.keep(computer.place("data", false));
    fs::rename(computer.path("data"), computer.path("elsewhere")).unwrap();
    let before = files_below(&computer.path("elsewhere"));
    let core = computer.start("data");
    assert!(is_missing(&core));
    assert_eq!(core.set_data_aside().unwrap().value, None);
    assert!(is_first_run(&core));
    drop(core);
    let core = computer.start("data");
    assert!(is_first_run(&core), "it was said once, and is not asked again");
    core.create_profile(LockChoice::None).unwrap();
    drop(core);
    assert!(is_open(&computer.start("data")));
    assert_eq!(files_below(&computer.path("elsewhere")), before);
}

#[test]
fn what_is_left_of_data_is_kept_when_one_begins_anew() {
    let computer = Computer::new();
    computer.keep(computer.place("data", false));
    fs::remove_file(computer.path("data/pilot-light.db")).unwrap();
    let core = computer.start("data");
    assert!(is_missing(&core));
    let aside = core.set_data_aside().unwrap().value.unwrap();
    assert!(Path::new(&aside).join("keys.json").exists());
    drop(core);
    assert!(is_first_run(&computer.start("data")));
}

#[test]
fn a_first_run_that_was_left_is_a_first_run_again() {
    let computer = Computer::new();
    // The window's own files may be there before anything is asked.
    fs::create_dir_all(computer.path("data/web")).unwrap();
    for _ in 0..3 {
        let core = computer.start("data");
        assert!(is_first_run(&core));
        core.set_preferences(core.get_preferences().unwrap()).unwrap();
    }
}

/// Earlier versions left nothing that says whether there was data.
#[test]
fn a_folder_that_was_in_use_under_an_earlier_version_is_missed() {
    for left in ["in-use.lock", "set-aside-2026-01-02-030405/keys.json", "pilot-light.db-wal"] {
        let computer = Computer::new();
        let file = computer.path("data").join(left);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, "").unwrap();
        assert!(is_missing(&computer.start("data")), "{left}");
    }
}

#[test]
fn preferences_can_be_set_while_the_folder_is_missing() {
    let computer = Computer::new();
    computer.keep(computer.place("data", false));
    fs::rename(computer.path("data"), computer.path("elsewhere")).unwrap();
    let core = computer.start("data");
    assert!(is_missing(&core));
    core.set_preferences(core.get_preferences().unwrap()).unwrap();
    drop(core);
    assert!(is_missing(&computer.start("data")), "a plain file is no data");
}
