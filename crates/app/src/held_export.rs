//! A file to take along that was made, held until it is put where a person wants it, or the data is closed. In memory alone.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A file that was made, and is held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MadeExport {
    pub of: ExportedKind,
    pub ending: ExportEnding,
    /// Signs that no font of this computer has: they stand as `[?]` in it.
    pub unset: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExportedKind {
    Entries,
    Plan,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExportEnding {
    Pdf,
    Html,
    Md,
}

/// The file that is held, if there is one.
#[derive(Default)]
pub(crate) struct HeldExport(Mutex<Option<(MadeExport, Vec<u8>)>>);

impl HeldExport {
    pub(crate) fn value(&self) -> MutexGuard<'_, Option<(MadeExport, Vec<u8>)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn clear(&self) {
        *self.value() = None;
    }
}
