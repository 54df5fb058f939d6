//! Everything written anew under another key, for when somebody may have the former one.

use pilot_domain::change::Kind;
use pilot_store::{Lock, Rotation};

use crate::{App, Core, Done, Error, Result, access::Access, lock::LockChoice, long_work::LongWorkKind};

/// Writes the data anew under a key that nobody has seen, behind this lock. It can be used meanwhile. A recovery key that
/// was made before opens nothing any more.
pub(crate) fn rotate_key(core: &Core, choice: LockChoice) -> Result<Done<()>> {
    let lock = choice.checked()?;
    let underway = core.long_work.begin(LongWorkKind::RotateKey)?;
    let mut rotation = core.app().begin_rotation()?;
    loop {
        let copied = rotation.copy(&|done, of| underway.goes_on(done, Some(of)));
        let mut app = core.app();
        let is_current = match copied {
            // Locked meanwhile, it was stopped: the data that is open by now may be other data.
            Ok(is_whole) if !is_whole || underway.is_stopped() => {
                app.discard_made(rotation);
                return Err(Error::Stopped);
            }
            Ok(_) => rotation.is_current(),
            Err(error) => Err(error),
        };
        match is_current {
            Ok(true) => {
                let taken = app.take_rotated(rotation, &lock);
                return app.settle(taken);
            }
            // Something was written since.
            Ok(false) => {}
            Err(error) => {
                app.discard_made(rotation);
                return app.settle(Err(error.into()));
            }
        }
    }
}

impl App {
    fn begin_rotation(&self) -> Result<Rotation> {
        let Access::Open { profile, key, .. } = &self.access else { return Err(Error::NotOpen) };
        Ok(profile.begin_rotation(key)?)
    }

    /// Clears away what was made to take the place of the data.
    pub(crate) fn discard_made<T>(&self, made: T) {
        drop(made);
        if let Access::Open { profile, .. } | Access::Locked { profile, .. } = &self.access {
            // What stays now goes when the folder is claimed next.
            let _ = profile.discard_made();
        }
    }

    fn take_rotated(&mut self, rotation: Rotation, lock: &Lock) -> Result<Done<()>> {
        if !matches!(self.access, Access::Open { .. }) {
            self.discard_made(rotation);
            return Err(Error::NotOpen);
        }
        let Access::Open { profile, key, store, .. } = self.take_access() else {
            return Err(Error::NotOpen);
        };
        let taken = profile.take_rotated(rotation, store, lock);
        self.claim_again(profile, taken.as_ref().unwrap_or(&key).clone());
        taken?;
        Ok(Done::of((), Kind::Status))
    }
}
