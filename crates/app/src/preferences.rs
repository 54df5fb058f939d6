//! Preferences, which need no data; and settings, which are in it.

use pilot_domain::{
    change::Kind,
    settings::{Preferences, Settings},
};

use crate::{App, Core, Done, Result};

pub(crate) fn get_preferences(core: &Core) -> Result<Preferences> {
    Ok(core.preferences().value().clone())
}

/// The tag of the language in use.
pub(crate) fn get_language(core: &Core) -> Result<String> {
    Ok(core.language().to_owned())
}

pub(crate) fn set_preferences(core: &Core, value: Preferences) -> Result<Done<()>> {
    core.preferences().set(value.checked()?)?;
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
