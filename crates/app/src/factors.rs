//! What might be around feeling little: what ships about it, and what the person said.

use pilot_content::Factor;
use pilot_domain::factors::{FactorMark, OTHER_ANSWERS};

use crate::{App, Core, Done, Error, Result};

/// Needs no data: it is part of Help.
pub(crate) fn list_factors(core: &Core) -> Result<Vec<Factor>> {
    Ok(core.content().factors().to_vec())
}

impl App {
    pub(crate) fn list_factor_marks(&self) -> Result<Vec<FactorMark>> {
        Ok(self.read()?.factor_marks()?)
    }

    pub(crate) fn set_factor_mark(&mut self, mark: FactorMark) -> Result<Done<()>> {
        let mark = mark.checked()?;
        let ships = self.content().factors().iter().any(|factor| factor.key == mark.key);
        if !ships && !OTHER_ANSWERS.contains(&mark.key.as_str()) {
            return Err(Error::NotFound { what: "answer".to_owned() });
        }
        self.change(|tx| Ok(tx.set_factor_mark(&mark)?))
    }
}
