//! The lock on the data: chosen, opened, closed and changed, and what can be done where it opens no more.

use pilot_domain::{Invalid, change::Kind};
use pilot_store::{DataKey, Lock, LockKind, Profile};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::Zeroizing;

use crate::{App, Core, Done, Error, Problem, Result, access::Access};

/// Fewest signs one can see in a passphrase that is taken. Long enough to mean it, short enough to remember.
const PASSPHRASE_MIN: usize = 8;

/// The lock a person chose.
#[derive(Serialize, Deserialize, TS)]
#[serde(tag = "lock", rename_all = "snake_case")]
pub enum LockChoice {
    Keychain,
    Passphrase { passphrase: String },
    None,
}

#[derive(Serialize, Deserialize, TS)]
pub struct Unlock {
    /// A passphrase or a recovery key, as it was typed.
    pub typed: String,
}

impl LockChoice {
    pub(crate) fn checked(self) -> Result<Lock> {
        Ok(match self {
            LockChoice::Keychain => Lock::Keychain,
            LockChoice::None => Lock::Open,
            LockChoice::Passphrase { passphrase } => {
                let passphrase = Zeroizing::new(passphrase);
                if pilot_store::visible_length(&passphrase) < PASSPHRASE_MIN {
                    return Err(Invalid::PassphraseTooShort { min: PASSPHRASE_MIN }.into());
                }
                Lock::Passphrase(passphrase)
            }
        })
    }
}

/// Closes the data, when a passphrase can open it again. What takes long is stopped, and a file that was made of the data
/// goes with it.
pub(crate) fn lock(core: &Core) -> Result<Done<()>> {
    core.long_work.stop();
    core.held_export.clear();
    core.app().lock_data()
}

impl App {
    /// The one choice of the first run.
    pub(crate) fn create_profile(&mut self, choice: LockChoice) -> Result<Done<()>> {
        let lock = choice.checked()?;
        let Access::FirstRun { profile } = &self.access else {
            return Err(Error::AlreadySetUp);
        };
        let content = self.content();
        let (store, key, key_file) = profile.create(&lock, |tx| crate::routines::add_bundled(tx, content))?;
        if let Access::FirstRun { profile } = self.take_access() {
            self.access = Access::Open { profile, key_file: Box::new(key_file), key, store };
        }
        Ok(Done::of((), Kind::Status))
    }

    pub(crate) fn unlock(&mut self, unlock: Unlock) -> Result<Done<()>> {
        let typed = Zeroizing::new(unlock.typed);
        let Access::Locked { key_file, .. } = &self.access else {
            return Err(Error::AlreadySetUp);
        };
        let key = key_file.open_with(&typed)?;
        self.open_with(key)
    }

    /// Asks the keychain again, which did not open the data when the program began.
    pub(crate) fn ask_keychain(&mut self) -> Result<Done<()>> {
        let Access::Locked { key_file, .. } = &self.access else {
            return Err(Error::AlreadySetUp);
        };
        let key = key_file.open_unasked()?.ok_or(Error::WrongPassphrase)?;
        self.open_with(key)
    }

    fn open_with(&mut self, key: DataKey) -> Result<Done<()>> {
        self.access.open_by(key);
        Ok(Done::of((), Kind::Status))
    }

    fn lock_data(&mut self) -> Result<Done<()>> {
        let Access::Open { key_file, .. } = &self.access else {
            return Err(Error::NotOpen);
        };
        if key_file.lock() != LockKind::Passphrase {
            return Err(Error::WrongPassphrase);
        }
        if let Access::Open { profile, key_file, .. } = self.take_access() {
            self.access = Access::Locked { profile, key_file, keychain_failed: false };
        }
        Ok(Done::of((), Kind::Status))
    }

    pub(crate) fn change_lock(&mut self, choice: LockChoice) -> Result<Done<()>> {
        let lock = choice.checked()?;
        // What closing the window does may change with the lock, and is said once more.
        self.note_closing_explained(false)?;
        let Access::Open { profile, key_file, key, .. } = &mut self.access else {
            return Err(Error::NotOpen);
        };
        let changed = profile.change_lock(key, &lock);
        // Trouble may come after it has changed.
        if let Ok(Some(in_force)) = profile.key_file() {
            **key_file = in_force;
        }
        changed?;
        Ok(Done::of((), Kind::Status))
    }

    /// Makes a recovery key. This answer is the only time it is shown.
    pub(crate) fn make_recovery_key(&mut self) -> Result<Done<String>> {
        let Access::Open { profile, key_file, key, .. } = &mut self.access else {
            return Err(Error::NotOpen);
        };
        let (recovery_key, in_force) = profile.make_recovery_key(key)?;
        **key_file = in_force;
        Ok(Done::of(recovery_key.as_str().to_owned(), Kind::Status))
    }

    /// Moves data that cannot be opened, or what is left of it, out of the way and begins anew. Nothing is deleted;
    /// the answer is the folder where it is kept, if there was any.
    pub(crate) fn set_data_aside(&mut self) -> Result<Done<Option<String>>> {
        let when = self.when();
        let mut found = match &self.access {
            Access::Refused { profile: None, place, problem: Problem::DataMissing } => {
                Some(Profile::begin_anew(place)?)
            }
            _ => None,
        };
        let aside = match (&mut found, &mut self.access) {
            (Some(_), _) => None,
            (None, Access::Refused { profile: Some(profile), .. } | Access::Locked { profile, .. }) => {
                profile.set_aside(&when)?
            }
            _ => return Err(Error::AlreadySetUp),
        };
        if let (Some(profile), _)
        | (None, Access::Refused { profile: Some(profile), .. } | Access::Locked { profile, .. }) =
            (found, self.take_access())
        {
            self.access = Access::of(profile);
        }
        Ok(Done::of(aside.map(|aside| aside.display().to_string()), Kind::Status))
    }

    /// Opens what was moved into the place of the data. Where the move stopped half way, it is done by this.
    pub(crate) fn claim_again(&mut self, profile: Profile, key: DataKey) {
        self.access = Access::Unclaimed { place: profile.place().clone() };
        drop(profile);
        self.access.claim();
        self.access.open_by(key);
    }

    /// This moment, as part of a folder's name.
    pub(crate) fn when(&self) -> String {
        self.now().format("%Y-%m-%d-%H%M%S").to_string()
    }

    /// Looks again at data that could not be opened, once the cause may be gone.
    pub(crate) fn try_again(&mut self) -> Result<Done<()>> {
        if let Access::Refused { place, .. } = &self.access {
            // Let go of what was claimed, so that a folder put in its place is the one that is claimed.
            self.access = Access::Unclaimed { place: place.clone() };
            self.access.claim();
        }
        Ok(Done::of((), Kind::Status))
    }
}
