//! The ground that every use case stands on: the core a host holds, the app inside it, and what a use case answers.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, MutexGuard, PoisonError, atomic::AtomicU64},
};

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use pilot_content::Content;
use pilot_domain::{
    ChangeId,
    change::{Change, ChangeSource, Kind, Touched},
    civil,
};
use pilot_store::{Binned, Place, Reader, Step, Tx};
use serde::Serialize;
use serde_json::{Value, value::RawValue};

use crate::{
    Clock, Error, Problem, Result, access::Access, delivery::Delivery, held_export::HeldExport, log::Log,
    long_work::LongWork, preferences_file::PreferencesFile,
};

/// What a use case answers: its value, what it changed, and the change to take back, if it can be. A host passes it on
/// as it is written here, without the kinds and the rows.
#[derive(Debug, Serialize)]
pub struct Done<T> {
    pub value: T,
    pub change: Option<ChangeId>,
    #[serde(skip)]
    pub kinds: BTreeSet<Kind>,
    /// None where they are not known one by one.
    #[serde(skip)]
    pub(crate) rows: Option<BTreeSet<Touched>>,
}

/// What a command answers through the string door. Its value is written once, as JSON: a long list costs no tree of values
/// on its way to the page.
pub type Reply = Done<Box<RawValue>>;

/// Holds the app. Shared by the threads of a host.
///
/// Preferences and help stand beside the app and not in it: they answer while the data is locked, damaged,
/// or waiting for a keychain.
pub struct Core {
    app: Mutex<App>,
    preferences: Arc<Mutex<PreferencesFile>>,
    clock: Arc<dyn Clock>,
    /// How often pages were asked for; see `pages`.
    pub(crate) pages_asked: AtomicU64,
    /// How often attaching was stopped; see `attachments`.
    pub(crate) attaching_stopped: AtomicU64,
    pub(crate) long_work: LongWork,
    pub(crate) held_export: HeldExport,
    pub(crate) log: Log,
}

/// The app behind the lock: where the data is, what time it is, and the data itself once it is open.
pub struct App {
    pub(crate) access: Access,
    clock: Arc<dyn Clock>,
    preferences: Arc<Mutex<PreferencesFile>>,
    pub(crate) delivery: Delivery,
    /// The day (UTC) on which what is done once a day was done; none before what is done once after each opening.
    pub(crate) tidied_on: Option<NaiveDate>,
    /// The command that is being done: what its step is called.
    pub(crate) doing: &'static str,
}

impl Core {
    /// A core for a data folder, which is claimed when the app is first asked for something. Never fails:
    /// what is wrong is told by `get_status`, and help works all the same.
    pub fn start(place: impl Into<Place>, clock: impl Clock + 'static) -> Self {
        let place = place.into();
        let preferences = PreferencesFile::load(&place.folder);
        Core::with(Access::Unclaimed { place }, preferences, Arc::new(clock))
    }

    pub(crate) fn with(access: Access, preferences: PreferencesFile, clock: Arc<dyn Clock>) -> Self {
        let preferences = Arc::new(Mutex::new(preferences));
        let app = App {
            access,
            clock: Arc::clone(&clock),
            preferences: Arc::clone(&preferences),
            delivery: Delivery::default(),
            tidied_on: None,
            doing: "",
        };
        Core {
            app: Mutex::new(app),
            preferences,
            clock,
            pages_asked: AtomicU64::new(0),
            attaching_stopped: AtomicU64::new(0),
            long_work: LongWork::default(),
            held_export: HeldExport::default(),
            log: Log::default(),
        }
    }

    /// The app, for the parts of a host that are not commands (the reminder thread).
    pub fn app(&self) -> MutexGuard<'_, App> {
        // A panic in one command must not lock a person out of their journal; the store rolls back by itself.
        let mut app = self.app.lock().unwrap_or_else(PoisonError::into_inner);
        app.doing = "";
        app.access.claim();
        self.log.file().lie_in(app.access.folder());
        app.tidy();
        app
    }

    /// Lets go of the data for good, so that all of it stands in its one file: the last act of a program.
    pub fn close(&self) {
        self.held_export.clear();
        self.app().take_access();
        // Another copy may hold the folder from now on.
        self.log.file().lie_in(None);
    }

    /// What time it is, without waiting for the app.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    pub(crate) fn clock(&self) -> Arc<dyn Clock> {
        Arc::clone(&self.clock)
    }

    /// Whether the program is to start when the person logs in.
    pub fn starts_at_login(&self) -> bool {
        self.preferences().value().start_at_login
    }

    /// Whether an icon in the tray is wanted.
    pub fn shows_tray_icon(&self) -> bool {
        self.preferences().value().tray_icon
    }

    /// The languages that the system would like, the dearest first. Without it that is English.
    pub fn follow_system_languages(&self, wanted: &[String]) {
        self.preferences().follow_system(wanted);
    }

    /// The tag of the language in use.
    pub fn language(&self) -> &'static str {
        self.preferences().language()
    }

    /// What ships, in that language.
    pub(crate) fn content(&self) -> &'static Content {
        Content::of(self.language())
    }

    pub(crate) fn preferences(&self) -> MutexGuard<'_, PreferencesFile> {
        self.preferences.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl App {
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// The zone the person is in; UTC where the system names none that is known here.
    pub(crate) fn zone(&self) -> Tz {
        self.clock.zone().unwrap_or(Tz::UTC)
    }

    /// What ships, in the language in use.
    pub(crate) fn content(&self) -> &'static Content {
        Content::of(self.preferences.lock().unwrap_or_else(PoisonError::into_inner).language())
    }

    pub(crate) fn is_zone_known(&self) -> bool {
        self.clock.zone().is_some()
    }

    pub(crate) fn today(&self) -> NaiveDate {
        civil::date_of(self.now(), self.zone())
    }

    pub(crate) fn read(&self) -> Result<Reader<'_>> {
        self.access.store().map(pilot_store::Store::read).ok_or(Error::NotOpen)
    }

    /// The one way to change data.
    pub(crate) fn change<T>(&mut self, work: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<Done<T>> {
        let step = Step { at: self.now(), name: self.doing };
        let store = self.access.store_mut().ok_or(Error::NotOpen)?;
        store.change(step, work).map(Done::from)
    }

    /// The data out of the app's hands, and with it what is held of it beside it.
    pub(crate) fn take_access(&mut self) -> Access {
        self.delivery.close();
        std::mem::replace(&mut self.access, Access::Moving)
    }

    /// An answer counts once the file it rests on was seen to be whole and in its place. What went wrong is told by its
    /// cause.
    pub(crate) fn settle<T>(&mut self, answer: Result<T>) -> Result<T> {
        let Access::Open { profile, store, .. } = &self.access else { return answer };
        if let Err(problem) = store.check() {
            self.access.revive();
            let former = answer.err().and_then(|error| error.cause());
            return Err(problem.after(former).into());
        }
        if let Err(Error::Trouble { problem: Problem::Other, cause }) = &answer {
            profile.try_to_write().map_err(|told| told.after(cause.clone()))?;
        }
        answer
    }

    /// Once a day, notes that the program is open. Once after each opening of the data, removes what has been in the bin
    /// for long enough, and entries that were emptied.
    /// Trouble with that is noted, and no reason to keep the journal shut; it is tried again at the next start.
    fn tidy(&mut self) {
        let now = self.now();
        let Some(store) = self.access.store_mut() else {
            self.tidied_on = None;
            return;
        };
        let (today, is_just_opened) = (now.date_naive(), self.tidied_on.is_none());
        if self.tidied_on.replace(today) != Some(today) {
            noted(store.change(now, |tx| tx.note_open_day(today)));
        }
        if is_just_opened {
            let kept_since = store.read().bin_is_kept_since();
            noted(kept_since.and_then(|then| store.remove_binned(Binned::Until(then), now)));
            noted(store.change(now, |tx| {
                tx.drop_empty_entries(now)?;
                tx.drop_unused_words()
            }));
            self.access.revive();
        }
    }

    /// Takes a change back.
    pub(crate) fn undo_change(&mut self, change: ChangeId) -> Result<Done<()>> {
        let now = self.now();
        let store = self.access.store_mut().ok_or(Error::NotOpen)?;
        let done = Done::from(store.undo(change, now)?);
        self.delivery.forget(change);
        Ok(done)
    }
}

fn noted<T>(tidied: pilot_store::Result<T>) {
    if let Err(error) = tidied {
        Error::from(error).note("tidy");
    }
}

impl<T> From<pilot_store::Changed<T>> for Done<T> {
    fn from(changed: pilot_store::Changed<T>) -> Self {
        // A change that touched nothing has nothing to take back.
        let change = (!changed.kinds.is_empty()).then_some(changed.id);
        Done { value: changed.value, change, kinds: changed.kinds, rows: changed.rows }
    }
}

impl<T> Done<T> {
    /// What is told of it to others; nothing where nothing changed.
    pub fn told(&self, source: ChangeSource) -> Option<Change> {
        let change = || Change { kinds: self.kinds.clone(), rows: self.rows.clone(), source };
        (!self.kinds.is_empty()).then(change)
    }

    /// Something that was done and changed nothing that is kept.
    pub fn unchanged(value: T) -> Self {
        Done { value, change: None, kinds: BTreeSet::new(), rows: None }
    }

    /// A change outside the data file, which cannot be taken back.
    pub(crate) fn of(value: T, kind: Kind) -> Self {
        Done { value, change: None, kinds: BTreeSet::from([kind]), rows: None }
    }
}

impl<T: Serialize> Done<T> {
    /// As the page is told.
    pub fn reply(self) -> Result<Reply> {
        let value = serde_json::value::to_raw_value(&self.value)?;
        Ok(Done { value, change: self.change, kinds: self.kinds, rows: self.rows })
    }
}

impl Reply {
    /// The value as a tree.
    pub fn json(&self) -> Value {
        // Text that is JSON is a value.
        serde_json::from_str(self.value.get()).unwrap_or_default()
    }
}
