//! Files that the desktop shell saves and reads by itself, as a page speaks of them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a file that is saved is called to begin with. Its bytes come beside it.
#[derive(Debug, Serialize, Deserialize, TS)]
pub struct FileName {
    pub name: String,
}

/// A file that was given to the window, and that its web view hides from the page.
#[derive(Debug, Serialize, TS)]
pub struct HiddenFile {
    /// By which its bytes are asked for.
    pub id: usize,
    pub name: String,
    /// In bytes.
    pub length: u64,
}
