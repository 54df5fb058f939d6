//! What might be around feeling little: what ships about it, and what the person said.

use pilot_content::Around;
use pilot_domain::around::{AroundMark, OTHER_ANSWERS};

use crate::{App, Core, Done, Error, Result};

/// Needs no data: it is part of Help.
pub(crate) fn list_around(core: &Core) -> Result<Vec<Around>> {
    Ok(core.content().around().to_vec())
}

impl App {
    pub(crate) fn list_around_marks(&self) -> Result<Vec<AroundMark>> {
        Ok(self.read()?.around_marks()?)
    }

    pub(crate) fn set_around_mark(&mut self, mark: AroundMark) -> Result<Done<()>> {
        let mark = mark.checked()?;
        let ships = self.content().around().iter().any(|around| around.key == mark.key);
        if !ships && !OTHER_ANSWERS.contains(&mark.key.as_str()) {
            return Err(Error::NotFound { what: "answer".to_owned() });
        }
        self.change(|tx| Ok(tx.set_around_mark(&mark)?))
    }
}
