//! When a reminder is due: a pure function of the reminders, what became of them, the time and the zone.
//!
//! Each reminder draws one moment in its window for each chosen day. It is shown once, at that moment or
//! later inside the same window; a window that closed without it is recorded as passed and never made up.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use chrono_tz::Tz;

use crate::{
    ReminderId, civil,
    reminder::{Pause, Reminder, ReminderLog},
};

/// What is due now, and when to look again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decision {
    pub due: Vec<Occurrence>,
    pub passed: Vec<Occurrence>,
    pub next_wake: Option<DateTime<Utc>>,
}

/// A reminder on a civil day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence {
    pub reminder: ReminderId,
    pub on: NaiveDate,
}

/// Decides. `paused_until` holds everything back until then.
pub fn decide(
    reminders: &[Reminder],
    log: &[ReminderLog],
    now: DateTime<Utc>,
    zone: Tz,
    paused_until: Option<DateTime<Utc>>,
) -> Decision {
    let mut decision = Decision::default();
    let today = civil::date_of(now, zone);
    for reminder in reminders.iter().filter(|reminder| reminder.is_on) {
        let is_logged = |on| log.iter().any(|line| line.reminder == reminder.id && line.on == on);
        if let Some(window) = Window::of(reminder, today, zone)
            && !is_logged(today)
        {
            let occurrence = Occurrence { reminder: reminder.id, on: today };
            let is_paused = paused_until.is_some_and(|until| now < until);
            if now >= window.end {
                decision.passed.push(occurrence);
            } else if now >= window.moment && !is_paused {
                decision.due.push(occurrence);
            }
        }
        decision.next_wake = [decision.next_wake, next_moment(reminder, log, now, zone, paused_until)]
            .into_iter()
            .flatten()
            .min();
    }
    decision
}

/// The next moment after `now` at which `reminder` may be shown, looking eight days ahead.
pub fn next_moment(
    reminder: &Reminder,
    log: &[ReminderLog],
    now: DateTime<Utc>,
    zone: Tz,
    paused_until: Option<DateTime<Utc>>,
) -> Option<DateTime<Utc>> {
    if !reminder.is_on {
        return None;
    }
    let today = civil::date_of(now, zone);
    (0..=8)
        .map(|days| today + Duration::days(days))
        .filter(|on| !log.iter().any(|line| line.reminder == reminder.id && line.on == *on))
        .filter_map(|on| Window::of(reminder, on, zone))
        .filter_map(|window| {
            let moment = paused_until.map_or(window.moment, |until| window.moment.max(until));
            (moment > now && moment < window.end).then_some(moment)
        })
        .next()
}

/// A day that no clock reaches, still written with four digits of year.
const FAR_AWAY: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a real date");

/// Until when a pause lasts. `UntilResumed` has no end of its own.
pub fn pause_end(pause: Pause, now: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
    match pause {
        Pause::OneHour => now + Duration::hours(1),
        Pause::UntilTomorrow => civil::instant_of(civil::date_of(now, zone) + Duration::days(1), 0, zone),
        Pause::UntilResumed => civil::instant_of(FAR_AWAY, 0, Tz::UTC),
    }
}

struct Window {
    moment: DateTime<Utc>,
    end: DateTime<Utc>,
}

impl Window {
    /// The window of a chosen day and the moment drawn in it. A reminder made in the middle of its
    /// window draws from what is left.
    fn of(reminder: &Reminder, on: NaiveDate, zone: Tz) -> Option<Self> {
        if !reminder.is_chosen(on) {
            return None;
        }
        let start = civil::instant_of(on, reminder.from_minute, zone).max(reminder.changed_at);
        let end = civil::instant_of(on, reminder.until_minute, zone);
        let seconds = (end - start).num_seconds();
        if seconds <= 0 {
            return None;
        }
        let drawn = draw(reminder, on) % seconds.unsigned_abs();
        Some(Window { moment: start + Duration::seconds(drawn.cast_signed()), end })
    }
}

/// An even draw that is the same each time it is asked for (SplitMix64 over id, change and day).
fn draw(reminder: &Reminder, on: NaiveDate) -> u64 {
    let day = on.signed_duration_since(NaiveDate::MIN).num_days().cast_unsigned();
    let mut state = 0;
    for part in [reminder.id.0.cast_unsigned(), reminder.changed_at.timestamp_millis().cast_unsigned(), day] {
        state = mix(part ^ state);
    }
    state
}

fn mix(value: u64) -> u64 {
    let mut z = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
