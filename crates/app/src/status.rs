//! Where the data stands, as the page is told.

use std::path::Path;

use pilot_store::LockKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{App, Error, Problem, Result, access::Access};

/// What the UI shows first: the data, a lock, a first choice, or what is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Status {
    FirstRun {
        keychain: bool,
        folder: String,
    },
    Locked {
        /// Typing a passphrase opens it; otherwise only a recovery key does.
        passphrase: bool,
        recovery_key: bool,
        /// The keychain should have opened it and did not.
        keychain_failed: bool,
        folder: String,
    },
    Open {
        lock: LockName,
        recovery_key: bool,
        folder: String,
        /// The folder that holds a copy of all files, made when saves in the log could not be read any more; until that was
        /// seen.
        lost_saves: Option<String>,
    },
    Demo,
    Refused {
        problem: Problem,
        folder: String,
        /// Another folder, in which data was kept before.
        earlier: Option<String>,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LockName {
    Keychain,
    Passphrase,
    None,
}

impl App {
    pub(crate) fn get_status(&self) -> Result<Status> {
        let shown = |folder: &Path| folder.display().to_string();
        Ok(match &self.access {
            Access::FirstRun { profile } => Status::FirstRun {
                keychain: pilot_store::keychain_is_available(),
                folder: shown(profile.folder()),
            },
            Access::Locked { profile, key_file, keychain_failed } => Status::Locked {
                passphrase: key_file.lock() == LockKind::Passphrase,
                recovery_key: key_file.has_recovery_key(),
                keychain_failed: *keychain_failed,
                folder: shown(profile.folder()),
            },
            Access::Open { profile, key_file, .. } => Status::Open {
                lock: match key_file.lock() {
                    LockKind::Keychain => LockName::Keychain,
                    LockKind::Passphrase => LockName::Passphrase,
                    LockKind::Open => LockName::None,
                },
                recovery_key: key_file.has_recovery_key(),
                folder: shown(profile.folder()),
                lost_saves: profile.lost_saves().as_deref().map(shown),
            },
            Access::Throwaway { .. } => Status::Demo,
            Access::Refused { problem, place, .. } => Status::Refused {
                problem: *problem,
                folder: shown(&place.folder),
                earlier: place
                    .earlier()
                    .filter(|earlier| *problem == Problem::DataMissing && *earlier != place.folder)
                    .map(|earlier| shown(&earlier)),
            },
            Access::Unclaimed { .. } | Access::Moving => return Err(Error::NotOpen),
        })
    }
}
