//! Where the data is, whether it is open, and how what can be opened unasked is opened.

use std::path::Path;

use pilot_store::{DataKey, KeyFile, Place, Profile, Store};

use crate::{Error, Problem};

/// Where the data stands.
pub(crate) enum Access {
    Unclaimed {
        place: Place,
    },
    FirstRun {
        profile: Profile,
    },
    Locked {
        profile: Profile,
        key_file: Box<KeyFile>,
        keychain_failed: bool,
    },
    Open {
        profile: Profile,
        /// As it is in force, wherever its file is by now.
        key_file: Box<KeyFile>,
        key: DataKey,
        store: Store,
    },
    Throwaway {
        store: Store,
    },
    Refused {
        problem: Problem,
        profile: Option<Profile>,
        place: Place,
    },
    /// Between two of the others, inside one call.
    Moving,
}

impl Access {
    /// Claims the folder, if it is not claimed yet, and opens the data if it can be opened unasked.
    pub(crate) fn claim(&mut self) {
        if let Access::Unclaimed { place } = self {
            *self = match Profile::claim(place.clone()) {
                Ok(profile) => Self::of(profile),
                Err(error) => Self::refused(error.into(), None, place.clone()),
            };
        }
    }

    pub(crate) fn of(profile: Profile) -> Self {
        let key_file = match profile.key_file() {
            Ok(Some(key_file)) => Box::new(key_file),
            Ok(None) => return Access::FirstRun { profile },
            Err(error) => return Self::refused_with(error.into(), profile),
        };
        match key_file.open_unasked() {
            Ok(Some(key)) => Self::open(profile, key_file, key),
            Ok(None) => Access::Locked { profile, key_file, keychain_failed: false },
            Err(error @ pilot_store::Error::Keychain(_)) => {
                Error::from(error).note("open");
                Access::Locked { profile, key_file, keychain_failed: true }
            }
            Err(error) => Self::refused_with(error.into(), profile),
        }
    }

    fn open(profile: Profile, key_file: Box<KeyFile>, key: DataKey) -> Self {
        match profile.open(&key) {
            Ok(store) => Access::Open { profile, key_file, key, store },
            Err(error) => Self::refused_with(error.into(), profile),
        }
    }

    /// Opens what is locked with a key that is known.
    pub(crate) fn open_by(&mut self, key: DataKey) {
        if matches!(self, Access::Locked { .. })
            && let Access::Locked { profile, key_file, .. } = std::mem::replace(self, Access::Moving)
        {
            *self = Self::open(profile, key_file, key);
        }
    }

    fn refused_with(error: Error, profile: Profile) -> Self {
        let place = profile.place().clone();
        Self::refused(error, Some(profile), place)
    }

    fn refused(error: Error, profile: Option<Profile>, place: Place) -> Self {
        error.note("open");
        let problem = match error {
            Error::Trouble { problem, .. } => problem,
            _ => Problem::Other,
        };
        Access::Refused { problem, profile, place }
    }

    /// The folder that is held by this process.
    pub(crate) fn folder(&self) -> Option<&Path> {
        match self {
            Access::FirstRun { profile }
            | Access::Locked { profile, .. }
            | Access::Open { profile, .. }
            | Access::Refused { profile: Some(profile), .. } => Some(profile.folder()),
            _ => None,
        }
    }

    pub(crate) fn store(&self) -> Option<&Store> {
        match self {
            Access::Open { store, .. } | Access::Throwaway { store } => Some(store),
            _ => None,
        }
    }

    pub(crate) fn store_mut(&mut self) -> Option<&mut Store> {
        match self {
            Access::Open { store, .. } | Access::Throwaway { store } => Some(store),
            _ => None,
        }
    }

    /// Makes a connection that a damaged page has ended anew, so that the rest can still be read.
    pub(crate) fn revive(&mut self) {
        if let Access::Open { profile, key, store, .. } = self
            && matches!(store.check(), Err(pilot_store::Error::Damaged(_)))
        {
            // Where that fails, the next answer says so again.
            let _ = profile.reopen(store, key);
        }
    }
}
