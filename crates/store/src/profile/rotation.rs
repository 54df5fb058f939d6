//! Another key for the data. All of it is written anew under that key, into a file beside it, which takes its place once it
//! was read whole; the former file goes when the new one has opened.

use std::{fs, path::PathBuf, thread, time::Duration};

use rusqlite::{
    Connection,
    backup::{Backup, StepResult},
};

use crate::{DataKey, Error, KeyFile, Lock, Profile, Result, Store, connection, key_files, rescue};

/// Where the former files lie until the new ones have opened.
pub(crate) const REPLACED: &str = "replaced";

/// Pages that are copied at once, 1 MiB.
const PAGES_AT_ONCE: i32 = 256;

/// Data that is being written anew. Nothing in place changes until [`Profile::take_rotated`].
pub struct Rotation {
    from: Connection,
    to: Connection,
    made: PathBuf,
    key: DataKey,
    /// The state of the data that was copied last.
    copied: i64,
}

impl Rotation {
    /// Copies everything, while the data may be used. `goes_on` is told how many pages of how many are written, and says
    /// whether to go on; the answer is whether all of it is written.
    pub fn copy(&mut self, goes_on: &dyn Fn(u64, u64) -> bool) -> Result<bool> {
        let copying = Backup::new(&self.from, &mut self.to)?;
        loop {
            self.copied = state(&self.from)?;
            let step = copying.step(PAGES_AT_ONCE)?;
            // What a damaged page held is copied as zeros, and no error tells of it.
            connection::check(&self.from)?;
            let [of, left] = [copying.progress().pagecount, copying.progress().remaining]
                .map(|pages| u64::try_from(pages).unwrap_or(0));
            if !goes_on(of.saturating_sub(left), of) {
                return Ok(false);
            }
            match step {
                StepResult::Done => break,
                StepResult::More => {}
                _ => thread::sleep(Duration::from_millis(20)),
            }
        }
        drop(copying);
        // It is what remains: seen to be whole before anything is let go of.
        if rescue::is_whole(&self.made, &self.key)? {
            Ok(true)
        } else {
            Err(Error::Damaged(Some("copy not whole".into())))
        }
    }

    /// Whether nothing was changed since it was copied.
    pub fn is_current(&self) -> Result<bool> {
        Ok(state(&self.from)? == self.copied)
    }
}

/// A number that is another after each change by another connection.
fn state(connection: &Connection) -> Result<i64> {
    Ok(connection.query_row("PRAGMA data_version", [], |row| row.get(0))?)
}

impl Profile {
    /// Begins to write the data anew, under a key that nobody has seen.
    pub fn begin_rotation(&self, former: &DataKey) -> Result<Rotation> {
        let key = DataKey::random()?;
        let made = self.make_file()?;
        let from = connection::keyed(&self.data_file(), former)?;
        let to = connection::keyed(&made, &key)?;
        let copied = state(&from)?;
        Ok(Rotation { from, to, made, key, copied })
    }

    /// Puts what was written in place of the data, under this lock, and returns its key. `store` is let go of. A recovery
    /// key does not come along. Wherever this stops, the former way opens or the new one does, when the folder is claimed
    /// again.
    pub fn take_rotated(&self, rotation: Rotation, store: Store, lock: &Lock) -> Result<DataKey> {
        let Rotation { from, to, key, .. } = rotation;
        drop(from);
        to.close().map_err(|(_, error)| error)?;
        store.close()?;
        let keys = KeyFile::new(&key, lock)?;
        self.make_keys(&keys)?;
        self.replace_with_made(REPLACED)?;
        Ok(key)
    }

    /// Lets go of the former files, now that others have opened in their place. What stays now goes another time.
    pub(crate) fn remove_replaced(&self) {
        let replaced = self.path(REPLACED);
        if !replaced.exists() {
            return;
        }
        let former = key_files::read(&replaced);
        if fs::remove_dir_all(&replaced).is_ok()
            && let Ok(Some(former)) = former
        {
            former.let_go_of_lock();
        }
    }

    /// Where nothing came in place of the former files, they come back.
    pub(crate) fn restore_replaced(&self) -> Result<()> {
        let has_keys = key_files::NAMES.iter().any(|name| self.path(REPLACED).join(name).exists());
        if has_keys && self.keys()?.is_none() { self.move_back(REPLACED) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use std::{cell::Cell, path::Path};

    use tempfile::TempDir;

    use super::*;
    use crate::tests::{PLANTED, bytes_below, create, write};

    fn begun() -> (TempDir, Profile, Store, DataKey) {
        let folder = tempfile::tempdir().unwrap();
        let profile = Profile::claim(folder.path()).unwrap();
        let (store, key) = create(&profile, &Lock::Open).unwrap();
        (folder, profile, store, key)
    }

    fn texts(store: &Store) -> Vec<String> {
        let read = store.read();
        read.entries(None, 999).unwrap().iter().map(|entry| read.entry(entry.id).unwrap().text).collect()
    }

    fn has_folders(folder: &Path) -> bool {
        fs::read_dir(folder).unwrap().any(|file| file.unwrap().path().is_dir())
    }

    #[test]
    fn everything_is_there_under_another_key_and_the_former_opens_nothing() {
        let (folder, profile, mut store, former) = begun();
        for number in 0..300 {
            write(&mut store, &format!("{number} {PLANTED}"));
        }
        let written = texts(&store);
        let (recovery, _) = profile.make_recovery_key(&former).unwrap();
        let mut rotation = profile.begin_rotation(&former).unwrap();
        let seen = Cell::new((0, 0));
        assert!(
            rotation
                .copy(&|done, of| {
                    assert!(done >= seen.get().0 && done <= of);
                    seen.set((done, of));
                    true
                })
                .unwrap()
        );
        assert!(seen.get().0 == seen.get().1 && seen.get().1 > 0);
        let next = profile.take_rotated(rotation, store, &Lock::Open).unwrap();
        assert_eq!(texts(&profile.open(&next).unwrap()), written);
        assert!(profile.open(&former).is_err());
        assert!(profile.key_file().unwrap().unwrap().open_with(&recovery).is_err());
        assert!(!has_folders(folder.path()));
    }

    #[test]
    fn what_is_changed_meanwhile_comes_along() {
        let (_folder, profile, mut store, former) = begun();
        for number in 0..30 {
            write(&mut store, &format!("{number} {}", PLANTED.repeat(3000)));
        }
        let mut rotation = profile.begin_rotation(&former).unwrap();
        let store = std::cell::RefCell::new(store);
        let steps = Cell::new(0);
        let write_once = |_, _| {
            steps.set(steps.get() + 1);
            if steps.get() == 2 {
                write(&mut store.borrow_mut(), "written while it was copied");
            }
            true
        };
        rotation.copy(&write_once).unwrap();
        assert!(steps.get() > 3, "{}", steps.get());
        write(&mut store.borrow_mut(), "written once it was copied");
        assert!(!rotation.is_current().unwrap());
        rotation.copy(&|_, _| true).unwrap();
        assert!(rotation.is_current().unwrap());
        let store = store.into_inner();
        let written = texts(&store);
        let next = profile.take_rotated(rotation, store, &Lock::Open).unwrap();
        assert_eq!(texts(&profile.open(&next).unwrap()), written);
        assert_eq!(written.len(), 32);
    }

    #[test]
    fn what_is_stopped_leaves_everything_as_it_was() {
        let (folder, profile, mut store, former) = begun();
        write(&mut store, PLANTED);
        let files = || {
            let mut files = bytes_below(folder.path());
            files.remove(&folder.path().join("pilot-light.db-shm"));
            files
        };
        let was = files();
        let mut rotation = profile.begin_rotation(&former).unwrap();
        assert!(!rotation.copy(&|_, _| false).unwrap());
        drop(rotation);
        profile.discard_made().unwrap();
        assert!(files() == was);
        assert!(!has_folders(folder.path()));
        assert_eq!(texts(&store), [PLANTED]);
    }

    /// It would be written anew as zeros, and nothing would tell any more.
    #[test]
    fn a_damaged_file_is_not_written_anew() {
        let (folder, profile, mut store, former) = begun();
        write(&mut store, &PLANTED.repeat(3000));
        store.close().unwrap();
        let file = folder.path().join("pilot-light.db");
        let mut bytes = fs::read(&file).unwrap();
        let at = bytes.len() - 2000;
        bytes[at] ^= 1;
        fs::write(&file, bytes).unwrap();
        let mut rotation = profile.begin_rotation(&former).unwrap();
        let copied = rotation.copy(&|_, _| true);
        assert!(matches!(copied, Err(Error::Damaged(_))), "{copied:?}");
        drop(rotation);
        profile.discard_made().unwrap();
        assert!(profile.open(&former).is_ok());
    }

    #[test]
    fn former_files_come_back_where_nothing_came_in_their_place() {
        let (folder, profile, mut store, former) = begun();
        write(&mut store, PLANTED);
        drop(store);
        profile.move_aside(REPLACED).unwrap();
        drop(profile);
        let profile = Profile::claim(folder.path()).unwrap();
        assert_eq!(texts(&profile.open(&former).unwrap()), [PLANTED]);
        assert!(!has_folders(folder.path()));
    }

    /// All bytes of the file that was there before, wherever it lies by now.
    fn still_lies(folder: &Path, data: &[u8]) -> bool {
        fs::read_dir(folder)
            .unwrap()
            .map(|file| file.unwrap().path())
            .any(|path| if path.is_dir() { still_lies(&path, data) } else { fs::read(path).unwrap() == data })
    }

    #[test]
    fn what_was_to_be_replaced_is_set_aside_and_not_let_go_of() {
        let (folder, mut profile, store, _) = begun();
        store.close().unwrap();
        let data = fs::read(profile.data_file()).unwrap();
        profile.claim.expect(&crate::claim::Expected::SettingAside(REPLACED.to_owned())).unwrap();
        profile.set_aside("then").unwrap();
        create(&profile, &Lock::Open).unwrap();
        assert!(still_lies(folder.path(), &data));
    }

    #[test]
    fn former_files_stay_where_those_in_their_place_do_not_open_and_are_set_aside() {
        let (folder, mut profile, store, former) = begun();
        let mut rotation = profile.begin_rotation(&former).unwrap();
        rotation.copy(&|_, _| true).unwrap();
        let next = profile.take_rotated(rotation, store, &Lock::Open).unwrap();
        let data = fs::read(folder.path().join(REPLACED).join("pilot-light.db")).unwrap();
        fs::write(profile.data_file(), "what a disk made of it").unwrap();
        assert!(profile.open(&next).is_err());
        profile.set_aside("then").unwrap();
        create(&profile, &Lock::Open).unwrap();
        assert!(still_lies(folder.path(), &data));
    }
}
