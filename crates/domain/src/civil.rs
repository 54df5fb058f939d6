//! Civil dates and times against instants, with the written rule for clock changes.
//!
//! A wall time that a clock change skips is taken as the first moment after the gap; one that happens
//! twice is taken the first time.
//!
//! Days have four digits of year, since they are kept and compared as text. What a damaged clock or a page says beyond
//! that is the first or the last there is, so that no sum in the program leaves the calendar.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, TimeZone, Timelike, Utc};
use chrono_tz::Tz;

const FIRST: NaiveDate = NaiveDate::from_ymd_opt(1, 1, 1).expect("a real date");
const LAST: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a real date");

/// A date that can be kept.
pub fn held(on: NaiveDate) -> NaiveDate {
    on.clamp(FIRST, LAST)
}

/// What a clock can say: two years off either end, since days are counted from it.
pub fn held_instant(at: DateTime<Utc>) -> DateTime<Utc> {
    const TWO_YEARS: i64 = 2 * 366 * 86_400;
    let seconds = |on: NaiveDate| on.and_time(NaiveTime::MIN).and_utc().timestamp();
    let (first, last) = (seconds(FIRST) + TWO_YEARS, seconds(LAST) - TWO_YEARS);
    match at.timestamp() {
        at if at < first => DateTime::from_timestamp(first, 0).unwrap_or_default(),
        at if at > last => DateTime::from_timestamp(last, 0).unwrap_or_default(),
        _ => at,
    }
}

/// The civil date that `at` falls on in `zone`.
pub fn date_of(at: DateTime<Utc>, zone: Tz) -> NaiveDate {
    at.with_timezone(&zone).date_naive()
}

/// What the clock in `zone` shows at `at`, in whole minutes after midnight.
pub fn minute_of(at: DateTime<Utc>, zone: Tz) -> u16 {
    let wall = at.with_timezone(&zone);
    u16::try_from(wall.hour() * 60 + wall.minute()).expect("a day has 1440 minutes")
}

/// The instant at which the clocks in `zone` show `minute` (minutes after midnight, 0..=1440) on `on`.
pub fn instant_of(on: NaiveDate, minute: u16, zone: Tz) -> DateTime<Utc> {
    instant_at(on, u32::from(minute) * 60, zone)
}

/// The instant at which the clocks in `zone` show `second` (seconds after midnight, 0..=86400) on `on`.
pub fn instant_at(on: NaiveDate, second: u32, zone: Tz) -> DateTime<Utc> {
    let wall = held(on).and_time(NaiveTime::MIN) + Duration::seconds(second.into());
    if let Some(at) = zone.from_local_datetime(&wall).earliest() {
        return at.with_timezone(&Utc);
    }
    // Inside a gap: the first moment after it is a whole minute.
    let wall = wall - Duration::seconds((second % 60).into());
    // No gap is longer than a day (Samoa skipped one whole date in 2011).
    (1..=25 * 60)
        .find_map(|later| zone.from_local_datetime(&(wall + Duration::minutes(later))).earliest())
        .map_or_else(|| wall.and_utc(), |at| at.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }
    fn on(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_skipped_time_is_the_first_moment_after_the_gap() {
        let berlin = chrono_tz::Europe::Berlin;
        assert_eq!(instant_of(on("2026-03-29"), 150, berlin), utc("2026-03-29T01:00:00Z"));
    }

    #[test]
    fn a_repeated_time_is_its_first_occurrence() {
        let berlin = chrono_tz::Europe::Berlin;
        assert_eq!(instant_of(on("2026-10-25"), 150, berlin), utc("2026-10-25T00:30:00Z"));
    }

    #[test]
    fn a_skipped_day_leads_to_the_next() {
        let apia = chrono_tz::Pacific::Apia;
        let at = instant_of(on("2011-12-30"), 600, apia);
        assert_eq!(date_of(at, apia), on("2011-12-31"));
    }

    #[test]
    fn what_lies_beyond_the_calendar_is_its_first_or_last_day() {
        for zone in [chrono_tz::Pacific::Kiritimati, chrono_tz::Pacific::Pago_Pago, chrono_tz::UTC] {
            for (on, minute) in [(NaiveDate::MIN, 0), (NaiveDate::MAX, 1440)] {
                assert_eq!(instant_of(on, minute, zone), instant_of(held(on), minute, zone));
            }
            for (at, on) in [(DateTime::<Utc>::MIN_UTC, "0003-01"), (DateTime::<Utc>::MAX_UTC, "9997-12")] {
                assert!(date_of(held_instant(at), zone).to_string().starts_with(on));
            }
        }
        let now = utc("1965-11-03T09:00:00Z");
        assert_eq!(held_instant(now), now);
    }

    #[test]
    fn the_end_of_a_day_is_the_start_of_the_next() {
        let utc_zone = chrono_tz::UTC;
        assert_eq!(instant_of(on("2026-01-01"), 1440, utc_zone), instant_of(on("2026-01-02"), 0, utc_zone));
    }
}
