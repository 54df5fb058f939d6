//! The core a host holds, the app inside it, and the one way every command goes.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, MutexGuard, PoisonError, atomic::AtomicU64},
};

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use pilot_domain::{
    ChangeId,
    change::{Change, ChangeSource, Kind, Touched},
    civil,
};
use pilot_store::{Place, Reader, Step, Tx};
use serde::Serialize;
use serde_json::{Value, value::RawValue};

use crate::{
    Clock, Error, Result, access::Access, commands, demo, long_work::LongWork, preferences::PreferencesFile,
    reminding::Reminding,
};

/// What a command answers: its value, what it changed, and the change to take back, if it can be. A host passes
/// it on as it is written here, without the kinds.
#[derive(Debug, Serialize)]
pub struct Reply {
    /// Written once, as JSON: a long list costs no tree of values on its way to the page.
    value: Box<RawValue>,
    pub change: Option<ChangeId>,
    #[serde(skip)]
    pub kinds: BTreeSet<Kind>,
    #[serde(skip)]
    rows: Option<BTreeSet<Touched>>,
}

impl Reply {
    /// An answer of something that changes nothing.
    pub fn answer(value: impl Serialize) -> Result<Self> {
        Done::unchanged(value).reply()
    }

    /// What is told of it to others; nothing where nothing changed.
    pub fn told(&self, source: ChangeSource) -> Option<Change> {
        told(&self.kinds, self.rows.as_ref(), source)
    }

    pub fn value(&self) -> Value {
        // Text that is JSON is a value.
        serde_json::from_str(self.value.get()).unwrap_or_default()
    }
}

/// Holds the app. Shared by the threads of a host.
///
/// Preferences and help stand beside the app and not in it: they answer while the data is locked, damaged,
/// or waiting for a keychain.
pub struct Core {
    app: Mutex<App>,
    preferences: Mutex<PreferencesFile>,
    clock: Arc<dyn Clock>,
    /// How often pages were asked for; see `pages`.
    pub(crate) pages_asked: AtomicU64,
    /// How often attaching was stopped; see `attachments`.
    pub(crate) attaching_stopped: AtomicU64,
    pub(crate) long_work: LongWork,
}

/// The app behind the lock: where the data is, what time it is, and the data itself once it is open.
pub struct App {
    pub(crate) access: Access,
    clock: Arc<dyn Clock>,
    pub(crate) reminding: Reminding,
    /// The day (UTC) on which what is done once a day was done; none before what is done once after each opening.
    pub(crate) tidied_on: Option<NaiveDate>,
    /// The command that is being done: what its step is called.
    pub(crate) doing: &'static str,
}

/// A change as a use case returns it, before it becomes a [`Reply`].
pub(crate) struct Done<T> {
    pub(crate) value: T,
    pub(crate) change: Option<ChangeId>,
    pub(crate) kinds: BTreeSet<Kind>,
    /// None where they are not known one by one.
    pub(crate) rows: Option<BTreeSet<Touched>>,
}

impl Core {
    /// A core for a data folder, which is claimed when the app is first asked for something. Never fails:
    /// what is wrong is told by `get_status`, and help works all the same.
    pub fn start(place: impl Into<Place>, clock: impl Clock + 'static) -> Self {
        let place = place.into();
        let preferences = PreferencesFile::load(&place.folder);
        Core::with(Access::Unclaimed { place }, preferences, Arc::new(clock))
    }

    /// A throw-away profile in memory, filled with a year of believable data.
    pub fn demo(clock: impl Clock + 'static) -> Result<Self> {
        let store = demo::store(&clock)?;
        Ok(Core::with(Access::Throwaway { store }, PreferencesFile::nowhere(), Arc::new(clock)))
    }

    fn with(access: Access, preferences: PreferencesFile, clock: Arc<dyn Clock>) -> Self {
        let app = App {
            access,
            clock: Arc::clone(&clock),
            reminding: Reminding::default(),
            tidied_on: None,
            doing: "",
        };
        Core {
            app: Mutex::new(app),
            preferences: Mutex::new(preferences),
            clock,
            pages_asked: AtomicU64::new(0),
            attaching_stopped: AtomicU64::new(0),
            long_work: LongWork::default(),
        }
    }

    /// Runs one command of the table.
    pub fn call(&self, name: &str, input: Value) -> Result<Reply> {
        commands::call(self, name, input)
    }

    /// Runs one that is given bytes beside its input.
    pub fn put(&self, name: &str, input: Value, bytes: Vec<u8>) -> Result<Reply> {
        commands::put(self, name, input, bytes)
    }

    /// Runs one that answers with bytes.
    pub fn get(&self, name: &str, input: Value) -> Result<Vec<u8>> {
        commands::get(self, name, input)
    }

    /// The app, for the parts of a host that are not commands (the reminder thread).
    pub fn app(&self) -> MutexGuard<'_, App> {
        // A panic in one command must not lock a person out of their journal; the store rolls back by itself.
        let mut app = self.app.lock().unwrap_or_else(PoisonError::into_inner);
        app.doing = "";
        app.access.claim();
        app.tidy();
        app
    }

    /// Lets go of the data for good, so that all of it stands in its one file: the last act of a program.
    pub fn close(&self) {
        self.app().take_access();
    }

    /// What time it is, without waiting for the app.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Whether the program is to start when the person logs in.
    pub fn starts_at_login(&self) -> bool {
        self.preferences().value().start_at_login
    }

    /// Whether an icon in the tray is wanted.
    pub fn shows_tray_icon(&self) -> bool {
        self.preferences().value().tray_icon
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
        self.reminding.close();
        std::mem::replace(&mut self.access, Access::Moving)
    }

    /// Takes a change back.
    pub(crate) fn undo_change(&mut self, change: ChangeId) -> Result<Done<()>> {
        let now = self.now();
        let store = self.access.store_mut().ok_or(Error::NotOpen)?;
        let done = Done::from(store.undo(change, now)?);
        self.reminding.forget(change);
        Ok(done)
    }
}

impl<T> From<pilot_store::Changed<T>> for Done<T> {
    fn from(changed: pilot_store::Changed<T>) -> Self {
        // A change that touched nothing has nothing to take back.
        let change = (!changed.kinds.is_empty()).then_some(changed.id);
        Done { value: changed.value, change, kinds: changed.kinds, rows: changed.rows }
    }
}

impl<T: Serialize> Done<T> {
    pub(crate) fn reply(self) -> Result<Reply> {
        let value = serde_json::value::to_raw_value(&self.value)?;
        Ok(Reply { value, change: self.change, kinds: self.kinds, rows: self.rows })
    }
}

fn told(kinds: &BTreeSet<Kind>, rows: Option<&BTreeSet<Touched>>, source: ChangeSource) -> Option<Change> {
    (!kinds.is_empty()).then(|| Change { kinds: kinds.clone(), rows: rows.cloned(), source })
}

impl<T> Done<T> {
    /// What is told of it to others; nothing where nothing changed.
    pub(crate) fn told(&self, source: ChangeSource) -> Option<Change> {
        told(&self.kinds, self.rows.as_ref(), source)
    }

    /// Something that was done and changed nothing that is kept.
    pub(crate) fn unchanged(value: T) -> Self {
        Done { value, change: None, kinds: BTreeSet::new(), rows: None }
    }

    /// A change outside the data file, which cannot be taken back.
    pub(crate) fn of(value: T, kind: Kind) -> Self {
        Done { value, change: None, kinds: BTreeSet::from([kind]), rows: None }
    }
}
