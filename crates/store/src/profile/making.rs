//! Files that are made beside their place and moved into it once they are whole: those of a first run, a copy of what can be
//! read of a damaged file, and data under another key. The data file is moved first and the keys last. A copy of all files
//! is made there as well.

use std::{
    fs,
    io::{self, Read as _},
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::DateTime;

use crate::{
    DataKey, Error, KeyFile, Lock, LockKind, Profile, Rescued, Result, Store, Tx,
    claim::Expected,
    files, key_files, platform,
    profile::{DATA_FILE, SET_ASIDE, has_files},
    rescue,
};

/// Where they are made.
const MAKING: &str = "in-the-making";

/// What can be read of a damaged file, on its way into a new one beside it. While this is held, the file is not written to.
pub struct Rescue {
    file: PathBuf,
    made: PathBuf,
    key: DataKey,
    _hold: Arc<()>,
}

impl Rescue {
    /// Copies it; nothing in place changes. `goes_on` is told how many rows are copied, and says whether to go on; none is
    /// the answer when it did not.
    pub fn copy(&self, goes_on: &dyn Fn(u64) -> bool) -> Result<Option<Vec<Rescued>>> {
        let made = Store::create(&self.made, &self.key)?;
        let rescued = rescue::copy(&self.file, &self.key, &made, goes_on)?;
        if rescued.is_some() {
            made.close()?;
        }
        Ok(rescued)
    }
}

impl Profile {
    /// Makes the key file and the data file, with what ships in it. Errors when there already is one. They are made in a
    /// folder of their own, so that what lies in its place is whole.
    pub fn create<E: From<Error>>(
        &self,
        lock: &Lock,
        fill: impl FnOnce(&Tx<'_>) -> Result<(), E>,
    ) -> Result<(Store, DataKey, KeyFile), E> {
        if self.key_file()?.is_some() {
            return Err(Error::InUse(Some("data made already".into())).into());
        }
        let (key, key_file) = self.make(lock, fill).inspect_err(|_| {
            let _ = self.discard_made();
        })?;
        self.take_made()?;
        self.discard_made()?;
        Ok((self.open(&key)?, key, key_file))
    }

    fn make<E: From<Error>>(
        &self,
        lock: &Lock,
        fill: impl FnOnce(&Tx<'_>) -> Result<(), E>,
    ) -> Result<(DataKey, KeyFile), E> {
        let key = DataKey::random()?;
        let mut store = Store::create(&self.make_file()?, &key)?;
        // What ships was made at no time of the person's: it is the same in every file.
        store.change(DateTime::UNIX_EPOCH, fill)?;
        let key_file = KeyFile::new(&key, lock)?;
        store.close()?;
        self.make_keys(&key_file)?;
        Ok((key, key_file))
    }

    /// An empty data file, in a folder of its own.
    pub(crate) fn make_file(&self) -> Result<PathBuf> {
        let file = self.make_folder()?.join(DATA_FILE);
        // SQLite gives the files beside it the same permissions.
        platform::open_private(&file)?;
        Ok(file)
    }

    pub(crate) fn make_folder(&self) -> Result<PathBuf> {
        self.discard_made()?;
        let made = self.path(MAKING);
        fs::create_dir(&made)?;
        platform::keep_folder_private(&made)?;
        Ok(made)
    }

    /// Written last: what has keys is whole.
    pub(crate) fn make_keys(&self, keys: &KeyFile) -> Result<()> {
        files::replace(&self.path(MAKING).join(key_files::NAMES[0]), &keys.to_text()?)
    }

    /// Moves what was made into its place, where nothing lies.
    fn take_made(&self) -> Result<()> {
        fs::rename(self.path(MAKING).join(DATA_FILE), self.path(DATA_FILE))?;
        platform::sync_folder(self.folder())?;
        self.take_keys_made()
    }

    fn take_keys_made(&self) -> Result<()> {
        let [first, _] = key_files::NAMES;
        fs::rename(self.path(MAKING).join(first), self.path(first))?;
        platform::sync_folder(self.folder())?;
        // From here on the second can be made from the first.
        self.keys().map(drop)
    }

    /// Clears away what was made and is not wanted.
    pub fn discard_made(&self) -> Result<()> {
        let made = self.path(MAKING);
        if made.exists() {
            fs::remove_dir_all(made)?;
        }
        Ok(())
    }

    /// Begins to copy what can be read of a damaged file. Until that is done, or given up, nothing is written into the file:
    /// what is set aside then is what was read.
    pub fn begin_rescue(&self, store: &mut Store, key: &DataKey) -> Result<Rescue> {
        let made = self.make_file()?;
        Ok(Rescue { file: self.data_file(), made, key: key.clone(), _hold: store.hold() })
    }

    /// Sets the damaged file aside, whole, and puts the copy in its place, under the same lock. `store` is let go of. The
    /// answer is the folder the file lies in. Where this stops half way, it is done when the folder is claimed next.
    pub fn take_readable(&self, rescue: Rescue, store: Store, when: &str) -> Result<PathBuf> {
        store.stands()?;
        store.let_be()?;
        let keys = self.key_file()?.ok_or(Error::KeyFileMissing)?;
        let keys = match keys.lock() {
            // What is set aside keeps the secret it has.
            LockKind::Keychain => keys.with_lock(&rescue.key, &Lock::Keychain)?,
            LockKind::Passphrase | LockKind::Open => keys,
        };
        if let Err(error) = self.make_keys(&keys) {
            if self.discard_made().is_ok() {
                keys.let_go_of_lock();
            }
            return Err(error);
        }
        let name = format!("{SET_ASIDE}{when}");
        self.replace_with_made(&name)?;
        Ok(self.path(&name))
    }

    /// Moves what is here into a folder of this name, and what was made into its place.
    pub(crate) fn replace_with_made(&self, name: &str) -> Result<()> {
        self.claim.expect(&Expected::SettingAside(name.to_owned()))?;
        self.move_aside(name)?;
        self.take_made()?;
        self.expect_data()?;
        self.discard_made()
    }

    /// Does the rest of a move that was cut short, or clears away what was made for it.
    pub(crate) fn finish_made(&self) -> Result<()> {
        let made = self.path(MAKING);
        // The keys are written there last, and moved last.
        if made.join(key_files::NAMES[0]).exists() {
            let [here, there] = [salt(&self.path(DATA_FILE))?, salt(&made.join(DATA_FILE))?];
            let is_moved = here.is_some() && (there.is_none() || there == here);
            if is_moved && self.keys()?.is_none() {
                self.take_keys_made()?;
            } else if there.is_some()
                && !has_files(self.folder())?
                && self.claim.expected()? == Expected::Nothing
            {
                self.take_made()?;
            }
        }
        self.discard_made()
    }
}

/// What a data file begins with, which no other has; none without a file. After a power cut, one that was moved may have
/// both names.
fn salt(file: &Path) -> Result<Option<[u8; 16]>> {
    let mut salt = [0; 16];
    match fs::File::open(file).and_then(|mut file| file.read_exact(&mut salt)) {
        Ok(()) => Ok(Some(salt)),
        Err(error) if [io::ErrorKind::NotFound, io::ErrorKind::UnexpectedEof].contains(&error.kind()) => {
            Ok(None)
        }
        Err(error) => Err(error.into()),
    }
}
