//! Saves that stood in the log and cannot be read any more, told at the opening. The journal opens as it was before them,
//! and goes on from there, which would write over what is left of them. So the files go into a folder of their own before,
//! whole.

use std::{
    fs,
    io::{self, BufReader, Read as _},
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};

use crate::{
    DataKey, Profile, Result, connection, log, platform,
    profile::{DATA_FILE, FILES, INDEX, LOG, SET_ASIDE},
};

/// Lies with the files that were copied, until the person has seen that saves are missing.
const NOT_SEEN: &str = "not-seen-yet";

impl Profile {
    /// Errors leave everything as it was.
    pub(crate) fn keep_lost_saves(&self, key: &DataKey) -> Result<()> {
        let Some(readable) = self.readable_part_of_log()? else { return Ok(()) };
        let made = self.copy_whole(key).inspect_err(|_| {
            let _ = self.discard_made();
        })?;
        let log = fs::OpenOptions::new().write(true).open(self.path(LOG))?;
        let when = DateTime::<Utc>::from(log.metadata()?.modified()?).format("%Y-%m-%d-%H%M%S");
        let mut aside = self.path(&format!("{SET_ASIDE}{when}"));
        while aside.exists() {
            aside.as_mut_os_string().push("-again");
        }
        fs::rename(made, aside)?;
        platform::sync_folder(self.folder())?;
        // Both would tell of the same once more.
        remove(&self.path(INDEX))?;
        platform::sync_folder(self.folder())?;
        log.set_len(readable)?;
        Ok(log.sync_all()?)
    }

    fn readable_part_of_log(&self) -> Result<Option<u64>> {
        let Some(log) = found(fs::File::open(self.path(LOG)))? else { return Ok(None) };
        let mut index = Vec::new();
        if let Some(file) = found(fs::File::open(self.path(INDEX)))? {
            file.take(log::INDEX_LENGTH).read_to_end(&mut index)?;
        }
        Ok(log::readable_part(BufReader::new(log), &index)?)
    }

    /// A copy of all files, which was seen to open. The index is made anew from the log.
    fn copy_whole(&self, key: &DataKey) -> Result<PathBuf> {
        let made = self.make_folder()?;
        for name in FILES.into_iter().filter(|name| *name != INDEX) {
            if let Some(mut from) = found(fs::File::open(self.path(name)))? {
                let mut to = platform::open_private(&made.join(name))?;
                io::copy(&mut from, &mut to)?;
                to.sync_all()?;
            }
        }
        platform::open_private(&made.join(NOT_SEEN))?;
        // What cannot be opened at all is told as that, and stays as it is.
        connection::look(&made.join(DATA_FILE), key).map(drop)?;
        remove(&made.join(INDEX))?;
        platform::sync_folder(&made)?;
        Ok(made)
    }

    /// The folder that holds the files as they were when saves were found to be missing, until the person has seen it; the
    /// latest, if there are more.
    pub fn lost_saves(&self) -> Option<PathBuf> {
        let folders = fs::read_dir(self.folder()).into_iter().flatten().flatten().map(|folder| folder.path());
        folders.filter(|folder| is_set_aside(folder) && folder.join(NOT_SEEN).exists()).max()
    }

    /// The person has seen it.
    pub fn note_lost_saves_seen(&self) -> Result<()> {
        self.lost_saves().map_or(Ok(()), |folder| Ok(fs::remove_file(folder.join(NOT_SEEN))?))
    }
}

fn is_set_aside(folder: &Path) -> bool {
    folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with(SET_ASIDE))
}

/// None where there is none.
fn found<T>(outcome: io::Result<T>) -> io::Result<Option<T>> {
    match outcome {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        outcome => outcome.map(Some),
    }
}

fn remove(file: &Path) -> io::Result<()> {
    found(fs::remove_file(file)).map(drop)
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;
    use crate::{
        Error, Lock, Store,
        tests::{bytes_below, create, write},
    };

    /// A journal with so many saves in its log, as a kill leaves it.
    fn killed(saves: usize) -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        let profile = Profile::claim(folder.path()).unwrap();
        let (mut store, _) = create(&profile, &Lock::Open).unwrap();
        for number in 0..saves {
            write(&mut store, &format!("{number} {}", "a grey morning ".repeat(900)));
        }
        killed_now(folder.path())
    }

    fn killed_now(folder: &Path) -> TempDir {
        let killed = tempfile::tempdir().unwrap();
        for (path, bytes) in bytes_below(folder) {
            fs::write(killed.path().join(path.file_name().unwrap()), bytes).unwrap();
        }
        killed
    }

    /// With a bit turned in its log, so many thousandths of it on.
    fn turned(saves: usize, part: usize) -> TempDir {
        let folder = killed(saves);
        let log = folder.path().join(LOG);
        let mut bytes = fs::read(&log).unwrap();
        let at = bytes.len() * part / 1_000;
        bytes[at] ^= 8;
        fs::write(log, bytes).unwrap();
        folder
    }

    fn key(profile: &Profile) -> DataKey {
        profile.key_file().unwrap().unwrap().open_unasked().unwrap().unwrap()
    }

    fn open(folder: &TempDir) -> (Profile, Store) {
        let profile = Profile::claim(folder.path()).unwrap();
        let store = profile.open(&key(&profile)).unwrap();
        (profile, store)
    }

    fn saves(store: &Store) -> usize {
        store.read().entries(None, 99).unwrap().len()
    }

    fn has_folders(folder: &TempDir) -> bool {
        fs::read_dir(folder.path()).unwrap().any(|file| file.unwrap().path().is_dir())
    }

    #[test]
    fn saves_that_a_damaged_log_has_lost_are_told_and_all_files_are_kept_as_they_were() {
        for part in [0, 1, 300, 700, 990] {
            let folder = turned(9, part);
            let was = bytes_below(folder.path());
            let (profile, mut store) = open(&folder);
            assert!(saves(&store) < 9, "{part}");
            let aside = profile.lost_saves().unwrap();
            for name in FILES.into_iter().filter(|name| *name != INDEX) {
                assert!(
                    fs::read(aside.join(name)).unwrap() == was[&folder.path().join(name)],
                    "{part} {name}"
                );
            }
            // What comes now is not taken for what was lost.
            write(&mut store, "after it");
            let read = saves(&store);
            let again = killed_now(folder.path());
            let (later, store) = open(&again);
            assert_eq!((saves(&store), later.lost_saves()), (read, None), "{part}");
        }
    }

    #[test]
    fn lost_saves_are_told_until_that_was_seen() {
        let folder = turned(4, 500);
        drop(open(&folder));
        let (profile, store) = open(&folder);
        let aside = profile.lost_saves().unwrap();
        profile.note_lost_saves_seen().unwrap();
        drop((profile, store));
        let (profile, _store) = open(&folder);
        assert_eq!(profile.lost_saves(), None);
        assert!(aside.join(LOG).exists());
        profile.note_lost_saves_seen().unwrap();
    }

    #[test]
    fn a_journal_that_was_killed_has_lost_nothing() {
        let folder = killed(9);
        let (profile, store) = open(&folder);
        assert_eq!((saves(&store), profile.lost_saves()), (9, None));
        assert!(!has_folders(&folder));
    }

    #[test]
    fn what_cannot_be_opened_is_told_as_that_and_its_log_is_left() {
        // Else the log has the first page as it was.
        let folder = turned(4, 1);
        let file = folder.path().join(DATA_FILE);
        let mut bytes = fs::read(&file).unwrap();
        bytes[50..90].fill(7);
        fs::write(file, bytes).unwrap();
        let was = bytes_below(folder.path());
        let profile = Profile::claim(folder.path()).unwrap();
        assert!(matches!(profile.open(&key(&profile)), Err(Error::Damaged(_))));
        assert!(bytes_below(folder.path()) == was && !has_folders(&folder));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn without_room_for_the_copy_it_stays_shut_and_as_it_is() {
        let folder = turned(9, 500);
        let files = bytes_below(folder.path());
        let size = files.values().map(Vec::len).sum::<usize>() * 3 / 2;
        let Some(disk) = crate::tests::SmallDisk::new(&size.to_string()) else { return };
        for (path, bytes) in files {
            fs::write(disk.folder().join(path.file_name().unwrap()), bytes).unwrap();
        }
        let profile = Profile::claim(disk.folder()).unwrap();
        let was = bytes_below(disk.folder());
        let opened = profile.open(&key(&profile)).map(drop);
        assert!(matches!(opened, Err(Error::DiskFull(_))), "{opened:?}");
        assert!(bytes_below(disk.folder()) == was);
        assert!(!fs::read_dir(disk.folder()).unwrap().any(|file| file.unwrap().path().is_dir()));
    }
}
