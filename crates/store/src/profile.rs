//! A data folder, held by one process: the data file, the key file, and the lock that keeps a second copy out.

use std::{
    fs,
    io::{self, Read as _, Seek as _, Write as _},
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use zeroize::Zeroizing;

use crate::{DataKey, Error, KeyFile, Lock, Place, Result, Store, platform};

const DATA_FILE: &str = "pilot-light.db";
const KEY_FILE: &str = "keys.json";
const LOCK_FILE: &str = "in-use.lock";
/// Where there is one of these, there is data or was.
const FILES: [&str; 4] = [DATA_FILE, "pilot-light.db-wal", "pilot-light.db-shm", KEY_FILE];
const SET_ASIDE: &str = "set-aside-";

/// Stands in the lock file until there is data. A folder that was used and has no such words has lost its data.
const NOTHING_YET: &[u8] = b"nothing is kept here yet\n";

/// How long a closing copy may take to let go of the folder.
const PATIENCE: Duration = Duration::from_secs(3);

/// A claimed data folder.
pub struct Profile {
    place: Place,
    /// Held: the system gives it back when the process ends, however it ends.
    claim: fs::File,
}

impl Profile {
    /// Claims a folder, making it when it is missing. Errors with [`Error::InUse`] when another process has it, and
    /// with [`Error::DataMissing`], leaving everything as it is, when data was here before and is not now.
    pub fn claim(place: impl Into<Place>) -> Result<Self> {
        let place = place.into();
        let is_there = |file: &str| fs::exists(place.folder.join(file)).unwrap_or(true);
        let points_nowhere = place.folder.is_symlink() && !place.folder.exists();
        let is_used = is_there(LOCK_FILE) || FILES.into_iter().any(is_there);
        if points_nowhere || !is_used && place.earlier().is_some() {
            return Err(Error::DataMissing);
        }
        let mut profile = Self::hold(place)?;
        if !is_used && !profile.has_set_aside()? {
            profile.expect_nothing()?;
        }
        Ok(profile)
    }

    /// Claims a folder whose data is missing, as one where nothing is kept yet.
    pub fn begin_anew(place: &Place) -> Result<Self> {
        let mut profile = Self::hold(place.clone())?;
        profile.expect_nothing()?;
        Ok(profile)
    }

    fn hold(place: Place) -> Result<Self> {
        fs::create_dir_all(&place.folder)?;
        platform::keep_folder_private(&place.folder)?;
        let claim = platform::open_private(&place.folder.join(LOCK_FILE))?;
        let started = Instant::now();
        loop {
            match claim.try_lock() {
                Ok(()) => return Ok(Profile { place, claim }),
                // The former copy may be on its way out.
                Err(fs::TryLockError::WouldBlock) if started.elapsed() < PATIENCE => {
                    thread::sleep(PATIENCE / 30)
                }
                Err(fs::TryLockError::WouldBlock) => return Err(Error::InUse),
                Err(fs::TryLockError::Error(error)) => return Err(error.into()),
            }
        }
    }

    pub fn folder(&self) -> &Path {
        &self.place.folder
    }

    pub fn place(&self) -> &Place {
        &self.place
    }

    /// The key file; `None` when nothing has been made here yet.
    pub fn key_file(&self) -> Result<Option<KeyFile>> {
        let has_data = self.path(DATA_FILE).exists();
        match fs::read_to_string(self.path(KEY_FILE)) {
            Ok(_) if !has_data => Err(Error::DataMissing),
            Ok(text) => KeyFile::parse(&text).map(Some),
            Err(error) if error.kind() == io::ErrorKind::NotFound && has_data => Err(Error::KeyFileMissing),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                if self.is_nothing_expected()? {
                    Ok(None)
                } else {
                    Err(Error::DataMissing)
                }
            }
            Err(error) if error.kind() == io::ErrorKind::InvalidData => Err(Error::KeyFileDamaged),
            Err(error) => Err(error.into()),
        }
    }

    /// Makes the key file and the data file. Errors when there already is one.
    pub fn create(&self, lock: &Lock) -> Result<(Store, DataKey)> {
        if self.key_file()?.is_some() {
            return Err(Error::InUse);
        }
        let key = DataKey::random()?;
        let key_file = KeyFile::new(&key, lock)?;
        self.write_key_file(&key_file)?;
        // SQLite gives the files beside it the same permissions.
        platform::open_private(&self.path(DATA_FILE))?;
        let store = Store::create(&self.path(DATA_FILE), &key)?;
        self.expect_data()?;
        Ok((store, key))
    }

    /// Opens the data file with its key, bringing an older one up to date.
    pub fn open(&self, key: &DataKey) -> Result<Store> {
        let store = Store::open(&self.path(DATA_FILE), key)?;
        self.expect_data()?;
        Ok(store)
    }

    /// Puts another lock on the data. Wherever this stops, the former lock opens, or the new one does: what the keychain
    /// holds for the former is given up last, and after trouble not at all.
    pub fn change_lock(&self, key: &DataKey, lock: &Lock) -> Result<()> {
        let former = self.key_file()?.ok_or(Error::KeyFileMissing)?;
        self.write_key_file(&former.with_lock(key, lock)?)?;
        former.let_go_of_lock();
        Ok(())
    }

    /// Makes a recovery key, to be shown once.
    pub fn make_recovery_key(&self, key: &DataKey) -> Result<Zeroizing<String>> {
        let mut key_file = self.key_file()?.ok_or(Error::KeyFileMissing)?;
        let recovery = key_file.make_recovery_key(key)?;
        self.write_key_file(&key_file)?;
        Ok(recovery)
    }

    /// Moves what is here into a folder of its own, so that a person can begin anew and nothing is deleted.
    /// `when` is part of its name; the path of it is returned, unless there was nothing.
    pub fn set_aside(&mut self, when: &str) -> Result<Option<PathBuf>> {
        let files: Vec<&str> = FILES.into_iter().filter(|file| self.path(file).exists()).collect();
        let aside = self.path(&format!("{SET_ASIDE}{when}"));
        if !files.is_empty() {
            fs::create_dir_all(&aside)?;
            platform::keep_folder_private(&aside)?;
        }
        for file in &files {
            fs::rename(self.path(file), aside.join(file))?;
        }
        self.expect_nothing()?;
        platform::sync_folder(self.folder())?;
        Ok((!files.is_empty()).then_some(aside))
    }

    fn path(&self, file: &str) -> PathBuf {
        self.place.folder.join(file)
    }

    fn has_set_aside(&self) -> Result<bool> {
        for entry in fs::read_dir(self.folder())? {
            if entry?.file_name().to_string_lossy().starts_with(SET_ASIDE) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether there has been no data here so far.
    fn is_nothing_expected(&self) -> Result<bool> {
        let mut text = Vec::new();
        (&self.claim).rewind()?;
        (&self.claim).read_to_end(&mut text)?;
        Ok(text == NOTHING_YET)
    }

    fn expect_nothing(&mut self) -> Result<()> {
        self.claim.set_len(0)?;
        self.claim.rewind()?;
        self.claim.write_all(NOTHING_YET)?;
        Ok(self.claim.sync_all()?)
    }

    fn expect_data(&self) -> Result<()> {
        self.place.note();
        if self.claim.metadata()?.len() > 0 {
            self.claim.set_len(0)?;
            self.claim.sync_all()?;
        }
        Ok(())
    }

    fn write_key_file(&self, key_file: &KeyFile) -> Result<()> {
        let text = serde_json::to_vec_pretty(key_file).map_err(io::Error::other)?;
        write_atomically(&self.path(KEY_FILE), &text)
    }
}

/// Replaces `path` in one step, so that a crash leaves either the former file or the new one.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent()
        && !folder.exists()
    {
        fs::create_dir_all(folder)?;
        platform::keep_folder_private(folder)?;
    }
    let next = path.with_extension("next");
    // A half-written one from a crash is of no use.
    let _ = fs::remove_file(&next);
    let mut file = platform::open_private(&next)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&next, path)?;
    if let Some(folder) = path.parent() {
        platform::sync_folder(folder)?;
    }
    Ok(())
}
