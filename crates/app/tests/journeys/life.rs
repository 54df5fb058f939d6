//! A profile on a real encrypted file, with a clock that is set.

use std::path::Path;

use chrono::{DateTime, Duration, Utc};
use pilot_app::{Core, Error, SetClock};
use serde_json::{Value, json};
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
        life.call("create_profile", json!({ "lock": "none" })).unwrap();
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
            life.get("get_status");
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

    pub(crate) fn call(&self, name: &str, input: Value) -> Result<Value, Error> {
        self.core.call(name, input).map(|reply| reply.json())
    }

    pub(crate) fn get(&self, name: &str) -> Value {
        self.call(name, Value::Null).unwrap()
    }
}

pub(crate) fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub(crate) fn check_in(id: Value, feel: Value) -> Value {
    json!({ "id": id, "feel": feel, "energy": null, "comfort": null, "words": [], "body": [], "note": "" })
}
