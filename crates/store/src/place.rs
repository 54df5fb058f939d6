//! Where data is kept, and where it was. A small file outside the data folder holds the latter: without it, a folder
//! that was moved, or whose disk is not connected, would look like a first run.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use crate::{claim::LOCK_FILE, files};

/// So many folders named by the person are remembered.
const MOST_NAMED: usize = 8;

/// A folder for data.
#[derive(Debug, Clone)]
pub struct Place {
    pub folder: PathBuf,
    /// The file outside of it that says where data was kept; without one nothing is noted.
    pub whereabouts: Option<PathBuf>,
    /// The person named it; otherwise it is the system's usual one.
    pub is_named: bool,
}

#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
struct Whereabouts {
    /// The usual folder, as it was then.
    usual: Option<PathBuf>,
    named: Vec<PathBuf>,
}

impl<P: AsRef<Path> + ?Sized> From<&P> for Place {
    fn from(folder: &P) -> Self {
        Place { folder: folder.as_ref().to_owned(), whereabouts: None, is_named: true }
    }
}

impl Place {
    /// Where data was kept before, if it may be what is looked for here: this folder, or the usual one of then.
    pub fn earlier(&self) -> Option<PathBuf> {
        let Whereabouts { usual, named } = self.read();
        if usual.as_ref() == Some(&self.folder) || named.contains(&self.folder) {
            return Some(self.folder.clone());
        }
        usual.filter(|_| !self.is_named)
    }

    /// Whether a copy of the program has the folder now.
    pub fn is_in_use(&self) -> bool {
        let lock = fs::File::open(self.folder.join(LOCK_FILE));
        // Shared: those that only look do not keep each other out.
        lock.is_ok_and(|lock| matches!(lock.try_lock_shared(), Err(fs::TryLockError::WouldBlock)))
    }

    /// Notes that data is kept here. Where that fails, only a hint is lost.
    pub(crate) fn note(&self) {
        let Some(file) = &self.whereabouts else { return };
        let before = self.read();
        let mut now = before.clone();
        if self.is_named {
            now.named.retain(|folder| *folder != self.folder);
            now.named.push(self.folder.clone());
            now.named.drain(..now.named.len().saturating_sub(MOST_NAMED));
        } else {
            now.usual = Some(self.folder.clone());
        }
        if now != before
            && let Ok(text) = serde_json::to_vec_pretty(&now)
        {
            let _ = files::replace(file, &text);
        }
    }

    fn read(&self) -> Whereabouts {
        let text =
            self.whereabouts.as_ref().and_then(|file| files::read_small(file).ok()).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Profile;

    #[test]
    fn a_folder_is_in_use_while_it_is_held() {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::from(&folder.path().join("data"));
        assert!(!place.is_in_use());
        let profile = Profile::claim(place.clone()).unwrap();
        assert!(place.is_in_use() && place.is_in_use());
        drop(profile);
        assert!(!place.is_in_use());
    }
}
