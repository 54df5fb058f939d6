//! The only place that reads a clock.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;

pub trait Clock: Send + Sync {
    fn now(&self) -> DateTime<Utc>;
    /// The zone the person is in now.
    fn zone(&self) -> Tz;
}

/// The system's clock and zone. An unknown zone is taken as UTC.
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn zone(&self) -> Tz {
        iana_time_zone::get_timezone().ok().and_then(|name| name.parse().ok()).unwrap_or(Tz::UTC)
    }
}

/// A clock that stands where it is put: for tests and for making demo data.
#[derive(Clone)]
pub struct SetClock {
    now: Arc<Mutex<DateTime<Utc>>>,
    zone: Tz,
}

impl SetClock {
    pub fn at(now: DateTime<Utc>, zone: Tz) -> Self {
        SetClock { now: Arc::new(Mutex::new(now)), zone }
    }

    pub fn set(&self, now: DateTime<Utc>) {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner) = now;
    }

    pub fn advance(&self, by: Duration) {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner) += by;
    }
}

impl Clock for SetClock {
    fn now(&self) -> DateTime<Utc> {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn zone(&self) -> Tz {
        self.zone
    }
}
