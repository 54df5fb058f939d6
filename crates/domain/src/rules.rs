//! The rules over all reminders: one switch, a cap for a day, quiet hours and days off.

use chrono::{DateTime, Datelike, Duration, NaiveDate, Timelike, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    Invalid, civil,
    invalid::{at_most, in_range, possible_date},
    reminder::{MOST_A_DAY, Timing},
};

const DAY: u16 = 1440;
/// More stretches than these no day needs.
const MOST_STRETCHES: usize = 12;
/// Days off, those that are over among them.
const MOST_DATES: usize = 1000;

/// A stretch of each day in which nothing comes. It runs over midnight when it ends before it starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QuietHours {
    /// Minutes after midnight, 0..=1439.
    pub from_minute: u16,
    /// Minutes after midnight, 0..=1440.
    pub until_minute: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ReminderRules {
    /// The one switch for all. Off: nothing comes, whatever each reminder says.
    pub is_on: bool,
    /// The most nudges on one day, 1..=6.
    pub most_a_day: u8,
    pub quiet_hours: Vec<QuietHours>,
    /// Monday first: weekdays without any nudge.
    pub weekdays_off: [bool; 7],
    pub dates_off: Vec<NaiveDate>,
    /// Waits while the screen is locked, something fills it, notices are switched off, or nobody is there.
    pub waits: bool,
}

impl Default for ReminderRules {
    fn default() -> Self {
        ReminderRules {
            is_on: true,
            most_a_day: 1,
            quiet_hours: Vec::new(),
            weekdays_off: [false; 7],
            dates_off: Vec::new(),
            waits: true,
        }
    }
}

impl ReminderRules {
    pub fn checked(mut self) -> Result<Self, Invalid> {
        in_range(self.most_a_day.into(), 1, MOST_A_DAY.into())?;
        at_most(MOST_STRETCHES, self.quiet_hours.len())?;
        at_most(MOST_DATES, self.dates_off.len())?;
        self.dates_off.iter().try_for_each(|date| possible_date(*date))?;
        for quiet in &self.quiet_hours {
            in_range(quiet.from_minute.into(), 0, i64::from(DAY) - 1)?;
            in_range(quiet.until_minute.into(), 0, DAY.into())?;
            if quiet.from_minute == quiet.until_minute {
                return Err(Invalid::QuietAllDay);
            }
        }
        if self.open_stretches(0, DAY).is_empty() {
            return Err(Invalid::QuietAllDay);
        }
        self.dates_off.sort_unstable();
        self.dates_off.dedup();
        Ok(self)
    }

    /// Refuses a timing that quiet hours leave no minute of.
    pub fn leave_room_for(&self, timing: &Timing) -> Result<(), Invalid> {
        let has_room =
            timing.stretches().iter().any(|(from, until)| !self.open_stretches(*from, *until).is_empty());
        if has_room { Ok(()) } else { Err(Invalid::WindowInQuietHours) }
    }

    pub fn is_off_on(&self, on: NaiveDate) -> bool {
        self.weekdays_off[on.weekday().num_days_from_monday() as usize] || self.dates_off.contains(&on)
    }

    /// Whether the clock in `zone` shows a quiet time at `at`.
    pub fn is_quiet_at(&self, at: DateTime<Utc>, zone: Tz) -> bool {
        !self.quiet_hours.is_empty() && self.is_quiet(civil::minute_of(at, zone))
    }

    /// The first instant from `at` on that is not quiet; none when the whole day is.
    pub fn quiet_ends_at(&self, at: DateTime<Utc>, zone: Tz) -> Option<DateTime<Utc>> {
        let this_minute = at - Duration::seconds(at.second().into());
        (0..=i64::from(DAY))
            .map(|later| if later == 0 { at } else { this_minute + Duration::minutes(later) })
            .find(|at| !self.is_quiet_at(*at, zone))
    }

    fn is_quiet(&self, minute: u16) -> bool {
        self.quiet_hours.iter().any(|quiet| {
            let (from, until) = (quiet.from_minute, quiet.until_minute);
            if from < until { from <= minute && minute < until } else { minute >= from || minute < until }
        })
    }

    /// What quiet hours leave of `from..until`, in minutes of the day, in order.
    pub fn open_stretches(&self, from: u16, until: u16) -> Vec<(u16, u16)> {
        let mut open = vec![(from, until)];
        for quiet in &self.quiet_hours {
            let (start, end) = (quiet.from_minute, quiet.until_minute);
            let taken = if start < end { [(start, end), (0, 0)] } else { [(start, DAY), (0, end)] };
            for (start, end) in taken {
                open = open
                    .into_iter()
                    .flat_map(|(from, until)| [(from, until.min(start)), (from.max(end), until)])
                    .filter(|(from, until)| from < until)
                    .collect();
            }
        }
        open.sort_unstable();
        open
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(quiet: &[(u16, u16)]) -> ReminderRules {
        let quiet_hours = quiet
            .iter()
            .map(|(from, until)| QuietHours { from_minute: *from, until_minute: *until })
            .collect();
        ReminderRules { quiet_hours, ..ReminderRules::default() }
    }

    #[test]
    fn quiet_hours_over_midnight_take_both_ends_of_the_day() {
        assert_eq!(rules(&[(22 * 60, 7 * 60)]).open_stretches(0, DAY), [(420, 1320)]);
        assert_eq!(
            rules(&[(22 * 60, 7 * 60), (720, 780)]).open_stretches(600, 1440),
            [(600, 720), (780, 1320)]
        );
        assert_eq!(rules(&[]).open_stretches(600, 720), [(600, 720)]);
    }

    #[test]
    fn quiet_hours_that_leave_no_minute_are_refused() {
        assert_eq!(rules(&[(0, 0)]).checked(), Err(Invalid::QuietAllDay));
        assert_eq!(rules(&[(0, 720), (700, 1440)]).checked(), Err(Invalid::QuietAllDay));
        assert!(rules(&[(0, 720), (721, 1440)]).checked().is_ok());
    }

    #[test]
    fn a_window_inside_quiet_hours_is_refused_and_one_with_a_minute_left_is_not() {
        let night = rules(&[(1320, 420)]);
        let window = |from_minute, until_minute| Timing::Window { from_minute, until_minute };
        assert_eq!(night.leave_room_for(&window(1330, 1440)), Err(Invalid::WindowInQuietHours));
        assert_eq!(night.leave_room_for(&window(400, 421)), Ok(()));
        assert_eq!(
            night.leave_room_for(&Timing::At { minutes: vec![60, 300] }),
            Err(Invalid::WindowInQuietHours)
        );
    }

    proptest::proptest! {
        #[test]
        fn what_is_open_is_exactly_what_is_not_quiet(
            quiet in proptest::collection::vec((0u16..1440, 0u16..=1440), 0..5), from in 0u16..1440, length in 1u16..1440,
        ) {
            let quiet: Vec<_> = quiet.into_iter().filter(|(from, until)| from != until).collect();
            let rules = rules(&quiet);
            let until = (from + length).min(1440);
            let open = rules.open_stretches(from, until);
            for minute in 0..1440 {
                let is_open = open.iter().any(|(a, b)| *a <= minute && minute < *b);
                let expected = from <= minute && minute < until && !rules.is_quiet(minute);
                proptest::prop_assert_eq!(is_open, expected, "minute {}", minute);
            }
        }
    }
}
