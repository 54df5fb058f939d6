//! My safety plan and my page for an appointment. Nothing of it is ever sent by the program.

use pilot_domain::{
    PlanLineId,
    plan_line::{PlanLine, PlanLineDraft, PlanLineMove},
};

use crate::{App, Done, Result};

impl App {
    pub(crate) fn list_plan_lines(&self) -> Result<Vec<PlanLine>> {
        Ok(self.read()?.plan_lines()?)
    }

    pub(crate) fn save_plan_line(&mut self, draft: PlanLineDraft) -> Result<Done<PlanLine>> {
        let draft = draft.checked()?;
        let now = self.now();
        self.change(|tx| Ok(tx.save_plan_line(&draft, now)?))
    }

    pub(crate) fn delete_plan_line(&mut self, id: PlanLineId) -> Result<Done<()>> {
        self.change(|tx| Ok(tx.delete_plan_line(id)?))
    }

    pub(crate) fn move_plan_line(&mut self, step: PlanLineMove) -> Result<Done<()>> {
        self.change(|tx| Ok(tx.move_plan_line(&step)?))
    }
}
