//! The only place that reads a clock.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;

pub trait Clock: Send + Sync {
    fn now(&self) -> DateTime<Utc>;
    /// The zone the person is in now; none when the system names one that is not in the tz database.
    fn zone(&self) -> Option<Tz>;
}

/// The system's clock and zone.
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn zone(&self) -> Option<Tz> {
        iana_time_zone::get_timezone().ok()?.parse().ok()
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

    fn zone(&self) -> Option<Tz> {
        Some(self.zone)
    }
}
