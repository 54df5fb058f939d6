//! Preferences: a plain file, since the lock screen and help need them before the data opens.

use std::path::{Path, PathBuf};

use pilot_domain::settings::Preferences;

use crate::Result;

const FILE: &str = "preferences.json";

pub(crate) struct PreferencesFile {
    /// None keeps them in memory only.
    path: Option<PathBuf>,
    value: Preferences,
}

impl PreferencesFile {
    /// Reads the file. One that is missing or unreadable counts as no preference.
    pub(crate) fn load(folder: &Path) -> Self {
        let path = folder.join(FILE);
        let text = pilot_store::read_small(&path).unwrap_or_default();
        let value = serde_json::from_slice(&text).ok().and_then(|value: Preferences| value.checked().ok());
        PreferencesFile { path: Some(path), value: value.unwrap_or_default() }
    }

    pub(crate) fn nowhere() -> Self {
        PreferencesFile { path: None, value: Preferences::default() }
    }

    pub(crate) fn value(&self) -> &Preferences {
        &self.value
    }

    /// Keeps it, and then goes by it.
    pub(crate) fn set(&mut self, value: Preferences) -> Result<()> {
        if let Some(path) = &self.path {
            let text = serde_json::to_vec_pretty(&value)?;
            pilot_store::write_atomically(path, &text)?;
        }
        self.value = value;
        Ok(())
    }
}
