//! A data folder, held by one process: the data file, the key file, and the lock that keeps a second copy out.
//!
//! Whatever is done to the files may stop half way. What was begun is told by what lies there, and is done or taken back when
//! the folder is claimed next.

mod lost;
mod making;
mod rotation;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use zeroize::Zeroizing;

use crate::{
    DataKey, Error, KeyFile, Lock, Place, Result, Store,
    claim::{Claim, Expected, LOCK_FILE},
    ground, key_files, platform, rescue,
};

pub use making::Rescue;
use rotation::REPLACED;
pub use rotation::Rotation;

pub(crate) const DATA_FILE: &str = "pilot-light.db";
pub(crate) const LOG: &str = "pilot-light.db-wal";
pub(crate) const INDEX: &str = "pilot-light.db-shm";
/// Where there is one of these, there is data or was.
pub(crate) const FILES: [&str; 5] = [DATA_FILE, LOG, INDEX, key_files::NAMES[0], key_files::NAMES[1]];
pub(crate) const SET_ASIDE: &str = "set-aside-";

/// A look at every page of the file, which takes a while and need not hold up anything.
pub struct FileCheck {
    file: PathBuf,
    key: DataKey,
}

impl FileCheck {
    /// The number of pages that are not as they were written.
    pub fn damaged_pages(&self) -> Result<usize> {
        rescue::damaged_pages(&self.file, &self.key)
    }
}

/// A claimed data folder.
pub struct Profile {
    place: Place,
    pub(crate) claim: Claim,
}

impl Profile {
    /// Claims a folder, making it when it is missing. Errors with [`Error::InUse`] when another process has it, and
    /// with [`Error::DataMissing`], leaving everything as it is, when data was here before and is not now.
    pub fn claim(place: impl Into<Place>) -> Result<Self> {
        let place = place.into();
        let points_nowhere = place.folder.is_symlink() && !place.folder.exists();
        let is_used = fs::exists(place.folder.join(LOCK_FILE))? || has_files(&place.folder)?;
        if points_nowhere || !is_used && place.earlier().is_some() {
            return Err(Error::DataMissing);
        }
        let is_new = !is_used && !has_set_aside(&place.folder);
        let profile = Self::hold(place, is_new)?;
        profile.finish()?;
        Ok(profile)
    }

    /// Claims a folder whose data is missing, as one where nothing is kept yet.
    pub fn begin_anew(place: &Place) -> Result<Self> {
        let profile = Self::hold(place.clone(), false)?;
        profile.claim.expect(&Expected::Nothing)?;
        Ok(profile)
    }

    fn hold(place: Place, is_new: bool) -> Result<Self> {
        fs::create_dir_all(&place.folder)?;
        platform::keep_folder_private(&place.folder)?;
        let claim = Claim::take(&place.folder, is_new)?;
        Ok(Profile { place, claim })
    }

    /// Does the rest of what was cut short, or clears it away.
    fn finish(&self) -> Result<()> {
        key_files::tidy(self.folder());
        if let Expected::SettingAside(name) = self.claim.expected()? {
            self.move_aside(&name)?;
        }
        self.finish_made()?;
        self.restore_replaced()
    }

    pub fn folder(&self) -> &Path {
        &self.place.folder
    }

    pub fn place(&self) -> &Place {
        &self.place
    }

    /// The key file; `None` when nothing has been made here yet.
    pub fn key_file(&self) -> Result<Option<KeyFile>> {
        let has_data = fs::exists(self.path(DATA_FILE))?;
        match self.keys()? {
            Some(_) if !has_data => Err(Error::DataMissing),
            Some(keys) => Ok(Some(keys)),
            None if has_data => Err(Error::KeyFileMissing),
            None if self.claim.expected()? == Expected::Nothing => Ok(None),
            None => Err(Error::DataMissing),
        }
    }

    pub(crate) fn keys(&self) -> Result<Option<KeyFile>> {
        key_files::read(self.folder())
    }

    /// Opens the data file with its key, bringing an older one up to date. Where saves are missing in its log, the files as
    /// they were are kept; see [`Profile::lost_saves`].
    pub fn open(&self, key: &DataKey) -> Result<Store> {
        let opened = self.keep_lost_saves(key).and_then(|()| Store::open(&self.data_file(), key));
        let store = opened.map_err(|error| self.cause_of(error))?;
        self.expect_data()?;
        self.remove_replaced();
        Ok(store)
    }

    /// A new connection in place of one that is dead.
    pub fn reopen(&self, store: &mut Store, key: &DataKey) -> Result<()> {
        store.reopen(&self.data_file(), key)
    }

    /// Writes a little into the folder, and fails as the file in it did.
    pub fn try_to_write(&self) -> Result<()> {
        ground::try_to_write(self.folder())
    }

    /// Of trouble that has no name yet, the cause, where writing something else into the folder tells it: SQLite tells a
    /// full disk, and no more.
    pub(crate) fn cause_of(&self, error: Error) -> Error {
        match error {
            Error::Sql(_) | Error::Io(_) => match self.try_to_write() {
                Err(told) => told.after(error.cause()),
                Ok(()) => error,
            },
            error => error,
        }
    }

    /// How many pages of the file are not as they were written; see [`FileCheck`].
    pub fn file_check(&self, key: &DataKey) -> FileCheck {
        FileCheck { file: self.data_file(), key: key.clone() }
    }

    /// Puts another lock on the data. Wherever this stops, the former lock opens, or the new one does: what the keychain
    /// holds for the former is given up last, and after trouble not at all.
    pub fn change_lock(&self, key: &DataKey, lock: &Lock) -> Result<()> {
        let former = self.key_file()?.ok_or(Error::KeyFileMissing)?;
        key_files::replace(self.folder(), &former.with_lock(key, lock)?)?;
        former.let_go_of_lock();
        Ok(())
    }

    /// Makes a recovery key, to be shown once; and the key file that is in force from then on.
    pub fn make_recovery_key(&self, key: &DataKey) -> Result<(Zeroizing<String>, KeyFile)> {
        let mut key_file = self.key_file()?.ok_or(Error::KeyFileMissing)?;
        let recovery = key_file.make_recovery_key(key)?;
        key_files::replace(self.folder(), &key_file)?;
        Ok((recovery, key_file))
    }

    /// Moves what is here into a folder of its own, so that a person can begin anew and nothing is deleted.
    /// `when` is part of its name; the path of it is returned, unless there was nothing. All of it lies in one folder,
    /// even where this stops half way and is gone on with another time.
    pub fn set_aside(&mut self, when: &str) -> Result<Option<PathBuf>> {
        let begun = match self.claim.expected()? {
            // What was to be replaced goes aside whole: under its own name it would be let go of.
            Expected::SettingAside(name) if name == REPLACED => {
                self.move_aside(&name)?;
                None
            }
            Expected::SettingAside(name) => Some(name),
            _ => None,
        };
        if begun.is_none() && !has_files(self.folder())? && !self.path(REPLACED).exists() {
            self.claim.expect(&Expected::Nothing)?;
            return Ok(None);
        }
        let name = begun.unwrap_or_else(|| format!("{SET_ASIDE}{when}"));
        self.claim.expect(&Expected::SettingAside(name.clone()))?;
        self.move_aside(&name)?;
        Ok(Some(self.path(&name)))
    }

    pub(crate) fn move_aside(&self, name: &str) -> Result<()> {
        let aside = self.path(name);
        fs::create_dir_all(&aside)?;
        platform::keep_folder_private(&aside)?;
        // Former files whose place was taken by what is set aside go with it.
        for file in FILES.into_iter().chain((name != REPLACED).then_some(REPLACED)) {
            match fs::rename(self.path(file), aside.join(file)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
                _ => {}
            }
        }
        platform::sync_folder(&aside)?;
        platform::sync_folder(self.folder())?;
        self.claim.expect(&Expected::Nothing)
    }

    /// Moves what lies in the folder of this name back into its place, the keys last.
    pub(crate) fn move_back(&self, name: &str) -> Result<()> {
        for file in FILES {
            match fs::rename(self.path(name).join(file), self.path(file)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
                _ => {}
            }
        }
        platform::sync_folder(self.folder())?;
        self.expect_data()
    }

    pub(crate) fn data_file(&self) -> PathBuf {
        self.path(DATA_FILE)
    }

    pub(crate) fn path(&self, file: &str) -> PathBuf {
        self.place.folder.join(file)
    }

    pub(crate) fn expect_data(&self) -> Result<()> {
        self.place.note();
        self.claim.expect(&Expected::Data)
    }
}

pub(crate) fn has_files(folder: &Path) -> Result<bool> {
    for file in FILES {
        if fs::exists(folder.join(file))? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn has_set_aside(folder: &Path) -> bool {
    let mut files = fs::read_dir(folder).into_iter().flatten().flatten();
    files.any(|file| file.file_name().to_string_lossy().starts_with(SET_ASIDE))
}
