//! Check-ins.

use pilot_domain::{
    CheckInId,
    check_in::{CheckIn, CheckInDraft},
};

use crate::{
    App, Done, Result,
    entries::{DaySpan, PAGE_MAX},
    words::{by_key, in_words, one_in_words},
};

impl App {
    /// The latest check-ins, newest first.
    pub(crate) fn list_check_ins(&self, limit: u32) -> Result<Vec<CheckIn>> {
        let read = self.read()?;
        in_words(read, self.content(), read.check_ins(limit.min(PAGE_MAX))?)
    }

    pub(crate) fn list_check_ins_between(&self, span: DaySpan) -> Result<Vec<CheckIn>> {
        let read = self.read()?;
        in_words(read, self.content(), read.check_ins_between(span.from, span.until)?)
    }

    /// Stores what has been given so far.
    pub(crate) fn save_check_in(&mut self, draft: CheckInDraft) -> Result<Done<CheckIn>> {
        let draft = draft.checked()?;
        let (now, today, zone) = (self.now(), self.today(), self.zone());
        let content = self.content();
        self.change(|tx| {
            let draft = by_key(tx, content, draft)?;
            one_in_words(**tx, content, tx.save_check_in(&draft, now, today, zone.name())?)
        })
    }

    pub(crate) fn delete_check_in(&mut self, id: CheckInId) -> Result<Done<()>> {
        self.change(|tx| Ok(tx.delete_check_in(id)?))
    }
}
