//! Steps that can be taken back: the latest ones, for as long as the session lasts.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use pilot_domain::ChangeId;
use rusqlite::Connection;

use super::{History, RowChange, Step, place_of};
use crate::{Error, Result};

/// So many steps can be taken back, and so many bytes of what was there before are held for them; the latest step always.
const MOST: usize = 50;
const MOST_BYTES: usize = if cfg!(test) { 1 << 16 } else { 8 << 20 };

/// Typing in one entry is one step for so long.
const ONE_STEP_FOR: TimeDelta = TimeDelta::minutes(1);
/// What typing is called.
const TYPING: &str = "save_entry";

pub(super) struct Kept {
    id: ChangeId,
    name: String,
    begun_at: DateTime<Utc>,
    changes: Vec<RowChange>,
}

impl Kept {
    fn bytes(&self) -> usize {
        self.changes.iter().filter_map(|change| change.opposite.as_ref()).map(Vec::len).sum()
    }

    /// The one entry that it changed the text of, and nothing else but that one's earlier states.
    fn typed_in(&self) -> Option<(usize, i64)> {
        let [entries, versions] = ["entries", "entry_versions"].map(place_of);
        let mut rows = self.changes.iter().map(|change| change.row).filter(|(table, _)| *table != versions);
        let first = rows.next().filter(|(table, _)| self.name == TYPING && *table == entries)?;
        rows.all(|row| row == first).then_some(first)
    }

    /// Whether `next` goes on with the typing in this one: within a minute of its beginning. What brought the entry into
    /// being stays a step of its own: taking typing back takes no page away.
    fn goes_on_with(&self, next: &Kept) -> bool {
        let Some(entry) = self.typed_in().filter(|entry| next.typed_in() == Some(*entry)) else {
            return false;
        };
        (TimeDelta::zero()..=ONE_STEP_FOR).contains(&(next.begun_at - self.begun_at))
            && !self.changes.iter().any(|change| change.row == entry && change.what == "INSERT")
    }

    /// What stood there when the typing began is what an undo brings back: of what was done to the same columns several
    /// times, the first opposite is enough.
    fn join(&mut self, next: Kept) {
        for change in next.changes {
            if !self.changes.iter().any(|had| (had.row, &had.what) == (change.row, &change.what)) {
                self.changes.push(change);
            }
        }
    }
}

impl History {
    /// Gives the step that it belongs to: itself, or an earlier one that it goes on with. What changed nothing that is
    /// watched is no step, and pushes none out: an attachment comes in many parts.
    pub(super) fn keep(&mut self, id: ChangeId, step: Step<'_>, changes: Vec<RowChange>) -> ChangeId {
        if changes.is_empty() {
            return id;
        }
        let next = Kept { id, name: step.name.to_owned(), begun_at: step.at, changes };
        let belongs_to = match self.steps.back_mut().filter(|last| last.goes_on_with(&next)) {
            Some(last) => {
                last.join(next);
                last.id
            }
            None => {
                self.steps.push_back(next);
                id
            }
        };
        let mut bytes = 0;
        let fits = |(place, step): &(usize, &Kept)| {
            bytes += step.bytes();
            *place == 0 || *place < MOST && bytes <= MOST_BYTES
        };
        let kept = self.steps.iter().rev().enumerate().take_while(fits).count();
        self.steps.drain(..self.steps.len() - kept);
        belongs_to
    }

    /// The latest step that can be taken back, and what it is called.
    pub(crate) fn latest(&self) -> Option<(ChangeId, String)> {
        self.steps.back().map(|step| (step.id, step.name.clone()))
    }

    /// A step that is not to be taken back, nor to be read in memory.
    pub(crate) fn forget(&mut self, step: ChangeId) {
        self.steps.retain(|kept| kept.id != step);
    }

    pub(super) fn forget_rows(&mut self, rows: &[(usize, i64)]) {
        // Few changes let go of any.
        if rows.is_empty() {
            return;
        }
        let rows: HashSet<_> = rows.iter().collect();
        self.steps.retain(|step| !step.changes.iter().any(|change| rows.contains(&change.row)));
    }

    /// Puts back what a step did, unless something later touched the same rows.
    pub(crate) fn take_back(&self, connection: &Connection, step: ChangeId) -> Result<()> {
        let mut later = self.steps.iter().skip_while(|kept| kept.id != step);
        let kept = later.next().ok_or(Error::NothingToUndo)?;
        let touched: HashSet<_> = kept.changes.iter().map(|change| change.row).collect();
        if later.any(|step| step.changes.iter().any(|change| touched.contains(&change.row))) {
            return Err(Error::ChangedSince);
        }
        let mut opposites =
            kept.changes.iter().rev().filter_map(|change| change.opposite.as_deref()).peekable();
        opposites.peek().ok_or(Error::NothingToUndo)?;
        // Rows come back in reverse order, a child before its parent.
        connection.pragma_update(None, "defer_foreign_keys", "on")?;
        opposites.try_for_each(|opposite| {
            let opposite = str::from_utf8(opposite).map_err(|_| Error::Damaged(Some("not a text".into())))?;
            Ok(connection.execute_batch(opposite)?)
        })
    }

    /// What is held to be taken back.
    #[cfg(test)]
    pub(crate) fn held(&self) -> Vec<(ChangeId, &str)> {
        let held =
            self.steps.iter().flat_map(|step| step.changes.iter().map(|change| (step.id, &change.opposite)));
        held.filter_map(|(step, opposite)| Some((step, str::from_utf8(opposite.as_ref()?).unwrap())))
            .collect()
    }

    #[cfg(test)]
    pub(super) fn steps(&self) -> usize {
        self.steps.len()
    }
}
