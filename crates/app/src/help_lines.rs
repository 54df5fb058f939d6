//! My safety plan and my page for an appointment. Nothing of it is ever sent by the program.

use pilot_domain::{
    HelpLineId,
    help_line::{HelpLine, HelpLineDraft, HelpLineMove},
};

use crate::{App, Done, Result};

impl App {
    pub(crate) fn list_help_lines(&self) -> Result<Vec<HelpLine>> {
        Ok(self.read()?.help_lines()?)
    }

    pub(crate) fn save_help_line(&mut self, draft: HelpLineDraft) -> Result<Done<HelpLine>> {
        let draft = draft.checked()?;
        let now = self.now();
        self.change(|tx| Ok(tx.save_help_line(&draft, now)?))
    }

    pub(crate) fn delete_help_line(&mut self, id: HelpLineId) -> Result<Done<()>> {
        self.change(|tx| Ok(tx.delete_help_line(id)?))
    }

    pub(crate) fn move_help_line(&mut self, step: HelpLineMove) -> Result<Done<()>> {
        self.change(|tx| Ok(tx.move_help_line(&step)?))
    }
}
