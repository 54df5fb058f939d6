//! Preferences: a plain file, since the lock screen and help need them before the data opens.

use std::path::{Path, PathBuf};

use pilot_domain::{
    change::Kind,
    settings::{Preferences, Settings},
};

use crate::{App, Core, Result, core::Done};

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
}

pub(crate) fn get_preferences(core: &Core) -> Result<Preferences> {
    Ok(core.preferences().value().clone())
}

pub(crate) fn set_preferences(core: &Core, value: Preferences) -> Result<Done<()>> {
    let value = value.checked()?;
    let mut file = core.preferences();
    if let Some(path) = &file.path {
        let text = serde_json::to_vec_pretty(&value)?;
        pilot_store::write_atomically(path, &text)?;
    }
    file.value = value;
    Ok(Done::of((), Kind::Preferences))
}

impl App {
    pub(crate) fn get_settings(&self) -> Result<Settings> {
        Ok(self.read()?.settings()?)
    }

    /// How many rows a newer version wrote in a way that this one cannot read. They stay as they are.
    pub(crate) fn count_newer(&self) -> Result<usize> {
        Ok(self.read()?.count_newer()?)
    }

    /// Whether what closing the window does has been said.
    pub fn is_closing_explained(&self) -> bool {
        self.get_settings().is_ok_and(|settings| settings.closing_explained)
    }

    /// What closing the window does has been said, or is to be said again.
    pub(crate) fn note_closing_explained(&mut self, closing_explained: bool) -> Result<Done<()>> {
        self.change(|tx| {
            let settings = Settings { closing_explained, ..tx.settings()? };
            Ok(tx.set_settings(&settings)?)
        })
    }
}
