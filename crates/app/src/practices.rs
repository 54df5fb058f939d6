//! How practices left one: kept when it is said, and only then.

use pilot_domain::{
    PracticeId,
    practice::{Practice, PracticeDraft, Practised},
};

use crate::{App, Done, Error, Result};

/// As many as can be read at a glance. It is a reminder for oneself and no record.
const SHOWN: u32 = 3;

impl App {
    /// The latest answers on one practice, newest first.
    pub(crate) fn list_practices(&self, of: Practised) -> Result<Vec<Practice>> {
        Ok(self.read()?.practices(&of, SHOWN)?)
    }

    pub(crate) fn save_practice(&mut self, draft: PracticeDraft) -> Result<Done<Practice>> {
        let is_there = match &draft.of {
            Practised::Item(id) => self.item(id).is_ok(),
            Practised::Routine(id) => self.read()?.routines()?.iter().any(|routine| routine.id == *id),
        };
        if !is_there {
            return Err(Error::NotFound { what: "practice".to_owned() });
        }
        let (now, today, zone) = (self.now(), self.today(), self.zone());
        self.change(|tx| Ok(tx.save_practice(&draft, now, today, zone.name())?))
    }

    pub(crate) fn delete_practice(&mut self, id: PracticeId) -> Result<Done<()>> {
        self.change(|tx| Ok(tx.delete_practice(id)?))
    }
}
