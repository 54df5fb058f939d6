//! Work that takes long: how far it is, and how it is stopped. There is one at a time, and it goes on when the page is
//! loaded anew.

use std::sync::{
    Mutex, MutexGuard, PoisonError,
    atomic::{AtomicBool, Ordering},
};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Error, Result};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LongWorkKind {
    RotateKey,
    RecoverReadable,
    Export,
}

/// How far it is.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct LongWorkState {
    pub kind: LongWorkKind,
    pub done: u64,
    /// Of so many; none where nobody knows.
    pub of: Option<u64>,
}

/// What is underway in a core.
#[derive(Default)]
pub(crate) struct LongWork {
    state: Mutex<Option<LongWorkState>>,
    is_stopped: AtomicBool,
}

/// Work that is underway until this is dropped.
pub(crate) struct Underway<'a>(&'a LongWork);

impl LongWork {
    /// Errors while something else is underway.
    pub(crate) fn begin(&self, kind: LongWorkKind) -> Result<Underway<'_>> {
        let mut state = self.state();
        if state.is_some() {
            return Err(Error::Busy);
        }
        *state = Some(LongWorkState { kind, done: 0, of: None });
        self.is_stopped.store(false, Ordering::Relaxed);
        Ok(Underway(self))
    }

    /// How far it is; nothing while nothing is underway.
    pub(crate) fn how_far(&self) -> Option<LongWorkState> {
        *self.state()
    }

    /// Stops what is underway, which then leaves everything as it was.
    pub(crate) fn stop(&self) {
        self.is_stopped.store(true, Ordering::Relaxed);
    }

    fn state(&self) -> MutexGuard<'_, Option<LongWorkState>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Underway<'_> {
    /// Tells how far it is. The answer is whether to go on.
    pub(crate) fn goes_on(&self, done: u64, of: Option<u64>) -> bool {
        if let Some(state) = self.0.state().as_mut() {
            (state.done, state.of) = (done, of);
        }
        !self.is_stopped()
    }

    pub(crate) fn is_stopped(&self) -> bool {
        self.0.is_stopped.load(Ordering::Relaxed)
    }
}

impl Drop for Underway<'_> {
    fn drop(&mut self) {
        *self.0.state() = None;
    }
}
