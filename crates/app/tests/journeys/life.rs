//! A profile on a real encrypted file, with a clock that is set.

use std::path::Path;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use pilot_app::{
    Core, DaySpan, EntrySearch, Error, Found, LockChoice, SetClock, Status, Unlock,
    domain::{
        ChangeId, EntryId,
        activity::{ActivityDraft, Energy, Shelf},
        check_in::{CheckInDraft, Feel},
        entry::{EntryDraft, EntryTags},
    },
};
use tempfile::TempDir;

pub(crate) struct Life {
    pub(crate) folder: TempDir,
    pub(crate) clock: SetClock,
    pub(crate) core: Core,
}

impl Life {
    pub(crate) fn begin() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = SetClock::at(at("2026-11-03T09:00:00Z"), chrono_tz::Europe::Berlin);
        let core = Core::start(folder.path(), clock.clone());
        Life { folder, clock, core }
    }

    pub(crate) fn open() -> Self {
        let life = Life::begin();
        life.core.create_profile(LockChoice::None).unwrap();
        life
    }

    pub(crate) fn restart(self) -> Self {
        self.meanwhile(|_| {})
    }

    /// Opened once on each of so many days that follow.
    pub(crate) fn open_daily(self, days: i64) -> Self {
        (0..days).fold(self, |life, _| {
            life.clock.advance(Duration::days(1));
            let life = life.restart();
            life.status();
            life
        })
    }

    /// What happens to the folder while the program is not running.
    pub(crate) fn meanwhile(self, happens: impl FnOnce(&Path)) -> Self {
        let Life { folder, clock, core } = self;
        drop(core);
        happens(folder.path());
        let core = Core::start(folder.path(), clock.clone());
        Life { folder, clock, core }
    }

    pub(crate) fn status(&self) -> Status {
        self.core.get_status().unwrap()
    }

    pub(crate) fn is_open(&self) -> bool {
        matches!(self.status(), Status::Open { .. })
    }

    pub(crate) fn is_first_run(&self) -> bool {
        matches!(self.status(), Status::FirstRun { .. })
    }

    pub(crate) fn is_locked(&self) -> bool {
        matches!(self.status(), Status::Locked { .. })
    }

    pub(crate) fn unlock(&self, typed: &str) -> Result<(), Error> {
        self.core.unlock(Unlock { typed: typed.to_owned() }).map(|done| done.value)
    }

    pub(crate) fn undo(&self, change: Option<ChangeId>) {
        self.core.undo_change(change.unwrap()).unwrap();
    }

    pub(crate) fn write(&self, text: &str) -> EntryId {
        self.core.save_entry(entry(text)).unwrap().value.id
    }

    pub(crate) fn text_of(&self, entry: EntryId) -> String {
        self.core.get_entry(entry).unwrap().text
    }

    pub(crate) fn tag(&self, entry: EntryId, tags: &[&str]) {
        let tags = tags.iter().map(|&tag| tag.to_owned()).collect();
        self.core.tag_entry(EntryTags { entry, tags }).unwrap();
    }

    pub(crate) fn search(&self, typed: &str) -> Found {
        self.core.search_entries(EntrySearch { typed: typed.to_owned(), limit: 50 }).unwrap()
    }

    pub(crate) fn found(&self, typed: &str) -> Vec<EntryId> {
        self.search(typed).hits.into_iter().map(|hit| hit.entry.id).collect()
    }
}

pub(crate) fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn days(from: &str, until: &str) -> DaySpan {
    DaySpan { from: day(from), until: day(until) }
}

pub(crate) fn lock(passphrase: &str) -> LockChoice {
    LockChoice::Passphrase { passphrase: passphrase.to_owned() }
}

pub(crate) fn entry(text: &str) -> EntryDraft {
    EntryDraft { text: text.to_owned(), ..EntryDraft::default() }
}

pub(crate) fn check_in(feel: Feel) -> CheckInDraft {
    CheckInDraft { feel: Some(feel), ..CheckInDraft::default() }
}

/// Something of one's own that asks for no energy.
pub(crate) fn activity(title: &str) -> ActivityDraft {
    ActivityDraft {
        id: None,
        shelf: Shelf::Mine,
        title: title.to_owned(),
        smaller: String::new(),
        minutes: None,
        energy: Energy::None,
        idea: None,
    }
}
