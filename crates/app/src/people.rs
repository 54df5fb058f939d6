//! My people. Nothing is ever sent to them by the program.

use pilot_domain::{
    PersonId,
    help::{Person, PersonDraft},
};

use crate::{App, Done, Result};

impl App {
    pub(crate) fn list_people(&self) -> Result<Vec<Person>> {
        Ok(self.read()?.people()?)
    }

    pub(crate) fn save_person(&mut self, draft: PersonDraft) -> Result<Done<Person>> {
        let draft = draft.checked()?;
        self.change(|tx| Ok(tx.save_person(&draft)?))
    }

    pub(crate) fn delete_person(&mut self, id: PersonId) -> Result<Done<()>> {
        self.change(|tx| Ok(tx.delete_person(id)?))
    }
}
