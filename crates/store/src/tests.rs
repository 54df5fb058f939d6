//! The file on the disk and the one way to change it, as facts.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use chrono::{DateTime, NaiveDate, Utc};
use pilot_domain::{
    activity::{ActivityDraft, Energy, Shelf},
    change::Kind,
    check_in::CheckInDraft,
    entry::{EntryDraft, EntryReceipt},
    search_query::Query,
};

use crate::{DataKey, Error, Lock, Profile, Store, connection::give_key};

pub(crate) const PLANTED: &str = "the heron stood where nobody looked";

pub(crate) fn now() -> DateTime<Utc> {
    "2026-11-03T10:00:00Z".parse().unwrap()
}

fn today() -> NaiveDate {
    now().date_naive()
}

pub(crate) fn write(store: &mut Store, text: &str) -> EntryReceipt {
    let draft = EntryDraft { uid: None, id: None, on: None, title: None, text: text.to_owned() };
    store.change(now(), |tx| tx.save_entry(&draft, now(), today(), "UTC")).unwrap().value
}

pub(crate) fn one<T: rusqlite::types::FromSql>(store: &Store, query: &str) -> T {
    store.connection().query_row(query, [], |row| row.get(0)).unwrap()
}

pub(crate) fn uid(store: &Store, query: &str) -> String {
    one(store, &format!("SELECT lower(hex(uid)) FROM {query}"))
}

/// A new profile that holds nothing.
pub(crate) fn create(profile: &Profile, lock: &Lock) -> Result<(Store, DataKey), Error> {
    profile.create(lock, |_| Ok(())).map(|(store, key, _)| (store, key))
}

/// A profile with one entry, closed again.
fn written(folder: &Path) -> (Profile, DataKey) {
    let profile = Profile::claim(folder).unwrap();
    let (mut store, key) = create(&profile, &Lock::Open).unwrap();
    write(&mut store, PLANTED);
    (profile, key)
}

pub(crate) fn bytes_below(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).filter(|path| path.is_file());
    files.map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn what_was_written_is_nowhere_in_the_folder_in_plain_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let profile = Profile::claim(folder.path()).unwrap();
    let (mut store, _) = create(&profile, &Lock::Open).unwrap();
    write(&mut store, PLANTED);
    let hits = store.read().search_entries(&Query::parse("heron"), 5).unwrap();
    assert_eq!(hits.len(), 1);
    // While it is open, write-ahead log and all; the schema is not readable either.
    for (path, bytes) in bytes_below(folder.path()) {
        assert!(!holds(&bytes, "heron") && !holds(&bytes, "CREATE TABLE"), "{}", path.display());
    }
}

#[cfg(unix)]
#[test]
fn only_this_user_can_read_the_folder_and_its_files() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let profile = Profile::claim(folder.path()).unwrap();
    let (mut store, _) = create(&profile, &Lock::Open).unwrap();
    write(&mut store, PLANTED);
    assert_eq!(fs::metadata(folder.path()).unwrap().permissions().mode() & 0o777, 0o700);
    let files = bytes_below(folder.path());
    assert!(files.len() >= 5, "{:?}", files.keys());
    for path in files.keys() {
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600, "{}", path.display());
    }
}

#[test]
fn a_damaged_file_is_told_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let (profile, key) = written(folder.path());
    let file = folder.path().join("pilot-light.db");
    let mut bytes = fs::read(&file).unwrap();
    for byte in &mut bytes[100..140] {
        *byte ^= 0x55;
    }
    fs::write(&file, &bytes).unwrap();
    let before = bytes_below(folder.path());
    assert!(matches!(profile.open(&key), Err(Error::Damaged(_))));
    assert_eq!(bytes_below(folder.path()), before);
}

#[test]
fn a_file_cut_to_nothing_is_told_as_damaged_and_not_filled_anew() {
    let folder = tempfile::tempdir().unwrap();
    let (profile, key) = written(folder.path());
    fs::write(folder.path().join("pilot-light.db"), []).unwrap();
    assert!(matches!(profile.open(&key), Err(Error::Damaged(_))));
    assert_eq!(fs::read(folder.path().join("pilot-light.db")).unwrap().len(), 0);
}

/// As a power cut leaves it: what was written last stands in the log alone.
#[test]
fn the_log_beside_a_damaged_file_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let (profile, key) = written(folder.path());
    let mut store = profile.open(&key).unwrap();
    write(&mut store, "what stands in the log");
    let now = bytes_below(folder.path());
    let [file, log] = ["pilot-light.db", "pilot-light.db-wal"].map(|name| folder.path().join(name));
    assert!(now[&log].len() > 1_000);
    drop(store);
    let whole = &now[&file];
    let damages = [
        Vec::new(),
        whole[..300].to_vec(),
        whole.iter().map(|byte| byte ^ 0x55).collect(),
        [&[0; 16], &whole[16..]].concat(),
    ];
    for damaged in damages {
        fs::write(&file, &damaged).unwrap();
        fs::write(&log, &now[&log]).unwrap();
        let _ = fs::remove_file(folder.path().join("pilot-light.db-shm"));
        assert!(profile.open(&key).is_err());
        assert!(fs::read(&file).unwrap() == damaged, "the file");
        assert!(fs::read(&log).unwrap_or_default() == now[&log], "the log");
    }
    // With the file as it was, all of it is there again.
    fs::write(&file, whole).unwrap();
    let store = profile.open(&key).unwrap();
    assert_eq!(store.read().entries(None, 9).unwrap().len(), 2);
}

/// As it is read where a long text is in part of before.
#[test]
fn what_is_no_value_of_ours_is_told_as_damage() {
    let mut store = Store::in_memory().unwrap();
    let entry = write(&mut store, PLANTED);
    for damage in ["zone = CAST(x'c328' AS TEXT)", "on_day = 'a grey day'"] {
        store.connection().execute(&format!("UPDATE entries SET {damage}"), []).unwrap();
        let read = store.read().entry(entry.id);
        assert!(matches!(read, Err(Error::Damaged(_))), "{damage}: {read:?}");
        store.connection().execute("UPDATE entries SET zone = 'UTC', on_day = '2026-11-03'", []).unwrap();
    }
}

/// Beside a file that is newer, a log that is then cut short would lay its beginning over it.
#[test]
fn a_log_that_was_written_into_the_file_cannot_take_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let (profile, key) = written(folder.path());
    let mut store = profile.open(&key).unwrap();
    let log = |folder: &Path| folder.join("pilot-light.db-wal");
    let length_of_log = || fs::metadata(log(folder.path())).unwrap().len();
    let much = "much. ".repeat(1_000_000);
    let mut texts = vec![PLANTED.to_owned(), "a short line".to_owned(), much];
    write(&mut store, &texts[1]);
    assert!(length_of_log() > 0);
    write(&mut store, &texts[2]);
    let length = length_of_log();
    for number in 0..3 {
        for cut in [0, 31, 32, 4_000, 32 + 4_120, 32 + 2 * 4_120 + 99, length / 2, length - 4_120, length] {
            let killed = tempfile::tempdir().unwrap();
            for name in ["keys.json", "in-use.lock", "pilot-light.db"] {
                fs::copy(folder.path().join(name), killed.path().join(name)).unwrap();
            }
            let bytes = fs::read(log(folder.path())).unwrap();
            fs::write(log(killed.path()), &bytes[..usize::try_from(cut).unwrap()]).unwrap();
            let store = Profile::claim(killed.path()).unwrap().open(&key).unwrap();
            let read = store.read();
            let all = read.entries(None, 9).unwrap();
            let mut found: Vec<_> = all.iter().map(|entry| read.entry(entry.id).unwrap().text).collect();
            found.reverse();
            assert!(found.len() >= 3 && texts.starts_with(&found), "{number} {cut}: {}", found.len());
            assert!(cut < length || found.len() == texts.len(), "{number}");
        }
        let line = format!("line {number} after it");
        write(&mut store, &line);
        texts.push(line);
        assert_eq!(length_of_log(), length, "it is written into the room that there is");
    }
    drop(store);
    assert_eq!(profile.open(&key).unwrap().read().entries(None, 9).unwrap().len(), 6);
}

/// It would be read as the first of January 1970, and nothing would tell.
#[test]
fn an_instant_that_no_clock_can_say_is_damage() {
    let mut store = Store::in_memory().unwrap();
    let entry = write(&mut store, PLANTED);
    store.connection().execute("UPDATE entries SET created_at = ?1", [i64::MAX]).unwrap();
    assert!(matches!(store.read().entry(entry.id), Err(Error::Damaged(_))));
}

#[test]
fn another_key_does_not_open_it() {
    let folder = tempfile::tempdir().unwrap();
    let (profile, _) = written(folder.path());
    let before = bytes_below(folder.path());
    assert!(profile.open(&DataKey::random().unwrap()).is_err());
    assert_eq!(bytes_below(folder.path()), before);
}

#[test]
fn a_file_of_a_newer_version_is_told_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let (profile, key) = written(folder.path());
    let file = folder.path().join("pilot-light.db");
    let connection = rusqlite::Connection::open(&file).unwrap();
    give_key(&connection, &key).unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    drop(connection);
    let before = bytes_below(folder.path());
    assert!(matches!(profile.open(&key), Err(Error::NewerSchema)));
    assert_eq!(bytes_below(folder.path()), before);
}

#[test]
fn a_second_copy_is_kept_out() {
    let folder = tempfile::tempdir().unwrap();
    let (profile, _) = written(folder.path());
    assert!(matches!(Profile::claim(folder.path()), Err(Error::InUse(_))));
    drop(profile);
    assert!(Profile::claim(folder.path()).is_ok());
}

#[test]
fn data_without_its_key_file_and_a_key_file_without_data_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let (profile, _) = written(folder.path());
    let elsewhere = tempfile::tempdir().unwrap();
    let files = ["keys.json", "keys-copy.json"];
    for file in files {
        fs::copy(folder.path().join(file), elsewhere.path().join(file)).unwrap();
        fs::remove_file(folder.path().join(file)).unwrap();
    }
    assert!(matches!(profile.key_file(), Err(Error::KeyFileMissing)));
    for file in files {
        fs::copy(elsewhere.path().join(file), folder.path().join(file)).unwrap();
    }
    fs::remove_file(folder.path().join("pilot-light.db")).unwrap();
    assert!(matches!(profile.key_file(), Err(Error::DataMissing)));
    assert!(create(&profile, &Lock::Open).is_err(), "a key in use must never be replaced");
}

#[test]
fn either_of_the_two_key_files_is_enough_and_makes_the_other_whole() {
    let folder = tempfile::tempdir().unwrap();
    let (profile, _) = written(folder.path());
    let [first, second] = ["keys.json", "keys-copy.json"].map(|name| folder.path().join(name));
    let whole = fs::read(&first).unwrap();
    assert_eq!(fs::read(&second).unwrap(), whole);
    let mut turned = whole.clone();
    turned[whole.len() / 2] ^= 1;
    for damaged in [&first, &second] {
        for bytes in [&[][..], &whole[..whole.len() / 2], &turned, &[0; 200], &vec![b' '; 1 << 20]] {
            fs::write(damaged, bytes).unwrap();
            let key = profile.key_file().unwrap().unwrap().open_unasked().unwrap().unwrap();
            assert_eq!(profile.open(&key).unwrap().read().entries(None, 9).unwrap().len(), 1);
            assert_eq!([&first, &second].map(|file| fs::read(file).unwrap()), [whole.clone(), whole.clone()]);
        }
    }
    for file in [&first, &second] {
        fs::write(file, &turned).unwrap();
    }
    assert!(matches!(profile.key_file(), Err(Error::KeyFileDamaged(_))));
    // What cannot be read may be read by somebody who knows more.
    assert_eq!([&first, &second].map(|file| fs::read(file).unwrap()), [turned.clone(), turned]);
}

#[test]
fn what_a_newer_version_wrote_of_its_keys_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let (profile, _) = written(folder.path());
    let newer = b"{\"version\":3}";
    fs::write(folder.path().join("keys.json"), newer).unwrap();
    assert!(matches!(profile.key_file(), Err(Error::NewerSchema)));
    assert_eq!(fs::read(folder.path().join("keys.json")).unwrap(), newer);
}

#[test]
fn what_is_set_aside_is_kept_and_can_be_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let (mut profile, key) = written(folder.path());
    let aside = profile.set_aside("today").unwrap().unwrap();
    assert!(profile.key_file().unwrap().is_none());
    let old = Profile::claim(&aside).unwrap();
    assert_eq!(old.open(&key).unwrap().read().entries(None, 9).unwrap().len(), 1);
}

/// A small file system of its own, so that a full or read-only disk is a real one.
#[cfg(target_os = "linux")]
pub(crate) struct SmallDisk(tempfile::TempDir);

#[cfg(target_os = "linux")]
impl SmallDisk {
    pub(crate) fn new(size: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"])
            .arg(folder.path())
            .output();
        match mounted {
            Ok(output) if output.status.success() => Some(SmallDisk(folder)),
            _ => {
                eprintln!("not shown here: mounting a small disk needs root");
                None
            }
        }
    }

    pub(crate) fn folder(&self) -> &Path {
        self.0.path()
    }

    fn make_read_only(&self) {
        let remounted = Command::new("mount").args(["-o", "remount,ro"]).arg(self.0.path()).status().unwrap();
        assert!(remounted.success());
    }
}

#[cfg(target_os = "linux")]
impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Nothing to do about it if it stays.
        let _ = Command::new("umount").arg("-l").arg(self.0.path()).status();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_and_what_was_kept_stays() {
    let Some(disk) = SmallDisk::new("2m") else { return };
    let profile = Profile::claim(disk.0.path()).unwrap();
    let (mut store, key) = create(&profile, &Lock::Open).unwrap();
    write(&mut store, PLANTED);
    let long = EntryDraft { uid: None, id: None, on: None, title: None, text: "grey ".repeat(1_000_000) };
    let refused = store.change(now(), |tx| tx.save_entry(&long, now(), today(), "UTC"));
    assert!(matches!(refused, Err(Error::DiskFull(_))), "{refused:?}");
    assert_eq!(store.read().entries(None, 9).unwrap().len(), 1);
    drop(store);
    let store = profile.open(&key).unwrap();
    assert_eq!(store.read().entry(store.read().entries(None, 9).unwrap()[0].id).unwrap().text, PLANTED);
}

#[cfg(target_os = "linux")]
#[test]
fn a_read_only_disk_is_told_and_the_file_is_left_as_it_is() {
    let Some(disk) = SmallDisk::new("8m") else { return };
    drop(written(disk.0.path()));
    let before = bytes_below(disk.0.path());
    disk.make_read_only();
    assert!(matches!(Profile::claim(disk.0.path()), Err(Error::ReadOnly(_))));
    assert_eq!(bytes_below(disk.0.path()), before);
}

#[test]
fn a_change_that_fails_half_way_leaves_nothing() {
    let mut store = Store::in_memory().unwrap();
    let draft = EntryDraft { uid: None, id: None, on: None, title: None, text: PLANTED.to_owned() };
    let failed: Result<crate::Changed<()>, Error> = store.change(now(), |tx| {
        tx.save_entry(&draft, now(), today(), "UTC")?;
        Err(Error::NotFound("something"))
    });
    assert!(failed.is_err());
    assert!(store.read().entries(None, 9).unwrap().is_empty());
    assert!(store.read().search_entries(&Query::parse("heron"), 9).unwrap().is_empty());
}

#[test]
fn a_change_names_what_it_touched() {
    let mut store = Store::in_memory().unwrap();
    let changed =
        store.change(now(), |tx| tx.save_check_in(&CheckInDraft::default(), now(), today(), "UTC")).unwrap();
    assert_eq!(changed.kinds.into_iter().collect::<Vec<_>>(), [Kind::CheckIns]);
}

#[test]
fn a_deleted_entry_comes_back_whole_and_is_found_again() {
    let mut store = Store::in_memory().unwrap();
    let entry = write(&mut store, "it's \"quoted\", ünïcode 🜂\r\nand the heron");
    let written = store.read().entry(entry.id).unwrap();
    let deleted = store.change(now(), |tx| tx.delete_entry(entry.id, now())).unwrap();
    assert!(store.read().search_entries(&Query::parse("heron"), 9).unwrap().is_empty());
    store.undo(deleted.id, now()).unwrap();
    assert_eq!(store.read().entry(entry.id).unwrap(), written);
    assert_eq!(store.read().search_entries(&Query::parse("heron"), 9).unwrap().len(), 1);
}

#[test]
fn an_undo_can_be_undone() {
    let mut store = Store::in_memory().unwrap();
    let entry = write(&mut store, PLANTED);
    let deleted = store.change(now(), |tx| tx.delete_entry(entry.id, now())).unwrap();
    let undone = store.undo(deleted.id, now()).unwrap();
    store.undo(undone.id, now()).unwrap();
    assert!(store.read().entry(entry.id).is_err());
}

#[test]
fn undo_brings_back_what_pointed_to_it() {
    let mut store = Store::in_memory().unwrap();
    let draft = ActivityDraft {
        id: None,
        shelf: Shelf::Mine,
        title: "sit".to_owned(),
        smaller: String::new(),
        minutes: Some(1),
        energy: Energy::None,
        idea: None,
    };
    let activity = store.change(now(), |tx| tx.save_activity(&draft, now())).unwrap().value;
    let start =
        pilot_domain::activity::ActivityStart { activity: activity.id, guess: None, is_smaller: false };
    store.change(now(), |tx| tx.start_activity(&start, now(), today(), "UTC")).unwrap();
    let deleted = store.change(now(), |tx| tx.delete_activity(activity.id)).unwrap();
    assert_eq!(store.read().activity_log(9).unwrap()[0].activity, None);
    store.undo(deleted.id, now()).unwrap();
    assert_eq!(store.read().activity_log(9).unwrap()[0].activity, Some(activity.id));
}

#[test]
fn undo_is_refused_once_the_same_thing_changed_again() {
    let mut store = Store::in_memory().unwrap();
    let entry = write(&mut store, "one");
    let again = |text: &str| EntryDraft {
        uid: None,
        id: Some(entry.id),
        on: None,
        title: None,
        text: text.to_owned(),
    };
    let second = store.change(now(), |tx| tx.save_entry(&again("two"), now(), today(), "UTC")).unwrap();
    store.change(now(), |tx| tx.save_entry(&again("three"), now(), today(), "UTC")).unwrap();
    assert!(matches!(store.undo(second.id, now()), Err(Error::ChangedSince)));
    assert_eq!(store.read().entry(entry.id).unwrap().text, "three");
}

#[test]
fn a_search_marks_the_hit_and_folds_accents() {
    let mut store = Store::in_memory().unwrap();
    write(&mut store, "Grüne Straße, and a café at the corner");
    let hits = store.read().search_entries(&Query::parse("caf"), 9).unwrap();
    let marked: Vec<&str> =
        hits[0].snippet.iter().filter(|piece| piece.hit).map(|piece| piece.text.as_str()).collect();
    assert_eq!(marked, ["café"]);
    assert_eq!(store.read().search_entries(&Query::parse("grune"), 9).unwrap().len(), 1);
}

#[test]
fn pages_of_entries_join_without_gap_or_overlap() {
    let mut store = Store::in_memory().unwrap();
    for number in 0..25 {
        write(&mut store, &format!("entry {number}"));
    }
    let all = store.read().entries(None, 100).unwrap();
    let mut joined = Vec::new();
    while let Ok(page) = store
        .read()
        .entries(joined.last().map(|last: &pilot_domain::entry::EntrySummary| (last.on, last.id)), 10)
        && !page.is_empty()
    {
        joined.extend(page);
    }
    assert_eq!(joined, all);
}
