//! The only place that reads a clock.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::SystemTime,
};

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;
use pilot_domain::civil;

pub trait Clock: Send + Sync {
    /// Within the calendar (`civil::held_instant`), however the clock is set.
    fn now(&self) -> DateTime<Utc>;
    /// The zone the person is in now; none when the system names one that is not in the tz database.
    fn zone(&self) -> Option<Tz>;
}

/// The system's clock and zone.
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
    fn now(&self) -> DateTime<Utc> {
        instant(SystemTime::now())
    }

    fn zone(&self) -> Option<Tz> {
        iana_time_zone::get_timezone().ok()?.parse().ok()
    }
}

/// `Utc::now` ends the program when the clock stands before 1970.
fn instant(at: SystemTime) -> DateTime<Utc> {
    let milliseconds = match at.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_millis()).unwrap_or(i64::MAX),
        Err(before) => i64::try_from(before.duration().as_millis()).map_or(i64::MIN, |before| -before),
    };
    let beyond = if milliseconds < 0 { DateTime::<Utc>::MIN_UTC } else { DateTime::<Utc>::MAX_UTC };
    civil::held_instant(DateTime::from_timestamp_millis(milliseconds).unwrap_or(beyond))
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
        civil::held_instant(*self.now.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn zone(&self) -> Option<Tz> {
        Some(self.zone)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_clock_before_1970_or_far_ahead_is_read() {
        let (start, days) = (SystemTime::UNIX_EPOCH, |days: u64| Duration::from_secs(days * 86_400));
        assert_eq!(instant(start - days(1)).to_rfc3339(), "1969-12-31T00:00:00+00:00");
        assert_eq!(instant(start + days(365)).to_rfc3339(), "1971-01-01T00:00:00+00:00");
        for (at, beyond) in [
            (start - days(1_000_000), DateTime::<Utc>::MIN_UTC),
            (start - days(10_000_000_000), DateTime::<Utc>::MIN_UTC),
            (start + days(10_000_000_000), DateTime::<Utc>::MAX_UTC),
        ] {
            assert_eq!(instant(at), civil::held_instant(beyond));
        }
    }
}
