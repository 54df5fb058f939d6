//! A data folder, held by one process: the data file, the key file, and the lock that keeps a second copy out.

use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use zeroize::Zeroizing;

use crate::{DataKey, Error, KeyFile, Lock, Result, Store, platform};

const DATA_FILE: &str = "pilot-light.db";
const KEY_FILE: &str = "keys.json";
const LOCK_FILE: &str = "in-use.lock";

/// How long a closing copy may take to let go of the folder.
const PATIENCE: Duration = Duration::from_secs(3);

/// A claimed data folder.
pub struct Profile {
    folder: PathBuf,
    /// Held, not read: the system gives it back when the process ends, however it ends.
    _claim: fs::File,
}

impl Profile {
    /// Claims `folder`, making it when it is missing. Errors with [`Error::InUse`] when another process has it.
    pub fn claim(folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder)?;
        platform::keep_folder_private(folder)?;
        let claim = platform::open_private(&folder.join(LOCK_FILE))?;
        let started = Instant::now();
        loop {
            match claim.try_lock() {
                Ok(()) => return Ok(Profile { folder: folder.to_owned(), _claim: claim }),
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
        &self.folder
    }

    /// The key file; `None` when nothing has been made here yet.
    pub fn key_file(&self) -> Result<Option<KeyFile>> {
        let has_data = self.path(DATA_FILE).exists();
        match fs::read_to_string(self.path(KEY_FILE)) {
            Ok(_) if !has_data => Err(Error::DataMissing),
            Ok(text) => KeyFile::parse(&text).map(Some),
            Err(error) if error.kind() == io::ErrorKind::NotFound && has_data => Err(Error::KeyFileMissing),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
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
        Ok((Store::create(&self.path(DATA_FILE), &key)?, key))
    }

    /// Opens the data file with its key, bringing an older one up to date.
    pub fn open(&self, key: &DataKey) -> Result<Store> {
        Store::open(&self.path(DATA_FILE), key)
    }

    /// Puts another lock on the data.
    pub fn change_lock(&self, key: &DataKey, lock: &Lock) -> Result<()> {
        let mut key_file = self.key_file()?.ok_or(Error::KeyFileMissing)?;
        key_file.change_lock(key, lock)?;
        self.write_key_file(&key_file)
    }

    /// Makes a recovery key, to be shown once.
    pub fn make_recovery_key(&self, key: &DataKey) -> Result<Zeroizing<String>> {
        let mut key_file = self.key_file()?.ok_or(Error::KeyFileMissing)?;
        let recovery = key_file.make_recovery_key(key)?;
        self.write_key_file(&key_file)?;
        Ok(recovery)
    }

    /// Moves what is here into a folder beside it, so that a person can begin anew and nothing is deleted.
    /// `name` names that folder; the path of it is returned.
    pub fn set_aside(&self, name: &str) -> Result<PathBuf> {
        let aside = self.path(name);
        fs::create_dir_all(&aside)?;
        platform::keep_folder_private(&aside)?;
        for file in [DATA_FILE, "pilot-light.db-wal", "pilot-light.db-shm", KEY_FILE] {
            match fs::rename(self.path(file), aside.join(file)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
                _ => {}
            }
        }
        platform::sync_folder(&self.folder)?;
        Ok(aside)
    }

    fn path(&self, file: &str) -> PathBuf {
        self.folder.join(file)
    }

    fn write_key_file(&self, key_file: &KeyFile) -> Result<()> {
        let text = serde_json::to_vec_pretty(key_file).map_err(io::Error::other)?;
        write_atomically(&self.path(KEY_FILE), &text)
    }
}

/// Replaces `path` in one step, so that a crash leaves either the former file or the new one.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> Result<()> {
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
