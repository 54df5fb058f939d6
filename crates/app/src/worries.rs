//! Parked worries: out of sight until the time they were given, then waiting quietly.

use pilot_domain::{
    WorryId,
    worry::{ParkedWorry, WorryDraft},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{App, Done, Result};

#[derive(Serialize, Deserialize, TS)]
pub struct Worries {
    /// Their time has come.
    pub waiting: Vec<ParkedWorry>,
    /// Their time is still to come, the next one first.
    pub parked: Vec<ParkedWorry>,
}

impl App {
    pub(crate) fn list_worries(&self) -> Result<Worries> {
        let wall = self.now().with_timezone(&self.zone()).naive_local();
        let worries = self.read()?.worries()?;
        let (waiting, parked) = worries.into_iter().partition(|worry| worry.is_due(wall));
        Ok(Worries { waiting, parked })
    }

    /// Parks a new worry, or gives one another time.
    pub(crate) fn park_worry(&mut self, draft: WorryDraft) -> Result<Done<ParkedWorry>> {
        let draft = draft.checked()?;
        self.change(|tx| Ok(tx.park_worry(&draft)?))
    }

    pub(crate) fn let_worry_go(&mut self, id: WorryId) -> Result<Done<()>> {
        self.change(|tx| Ok(tx.delete_worry(id)?))
    }
}
