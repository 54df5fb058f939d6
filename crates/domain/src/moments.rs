//! The moments of a reminder on one day: fixed ones, or drawn anew for each day from what its window,
//! quiet hours and the time of its making leave. Pure, and the same whenever asked.

use chrono::{DateTime, Duration, NaiveDate, Timelike, Utc};
use chrono_tz::Tz;

use crate::{
    civil,
    reminder::{Reminder, Timing},
    rules::ReminderRules,
};

/// A civil day where the person is, and the rules that hold on it.
#[derive(Clone, Copy)]
pub struct Day<'a> {
    pub on: NaiveDate,
    pub zone: Tz,
    pub rules: &'a ReminderRules,
}

/// One moment of a day, and until when it may still come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// Which of the day's moments, from 0.
    pub index: u8,
    pub moment: DateTime<Utc>,
    pub closes_at: DateTime<Utc>,
}

/// The moments of `reminder` on `on`, in order; none on a day that was not chosen, is a day off, or does
/// not exist in `zone`. `last_minute` is the minute of the day at which it came last: a window does not
/// draw that one again.
pub fn slots(reminder: &Reminder, day: Day<'_>, last_minute: Option<u16>) -> Vec<Slot> {
    let Day { on, zone, rules } = day;
    if !reminder.days.contains(on) || rules.is_off_on(on) {
        return Vec::new();
    }
    let Some(earliest) = earliest_second(reminder.changed_at, on, zone) else { return Vec::new() };
    match &reminder.timing {
        Timing::At { minutes } => fixed(minutes, day, earliest),
        Timing::Window { from_minute, until_minute } => {
            let mut open = open_seconds(rules, *from_minute, *until_minute, earliest);
            if let Some(last) = last_minute {
                let others = without_minute(&open, last);
                if !others.is_empty() {
                    open = others;
                }
            }
            drawn(reminder, day, &open, *until_minute, 1, 0)
        }
        Timing::Moments { from_minute, until_minute, count, apart_minutes } => {
            let open = open_seconds(rules, *from_minute, *until_minute, earliest);
            drawn(reminder, day, &open, *until_minute, *count, u32::from(*apart_minutes) * 60)
        }
    }
}

/// From which second of `on` a reminder made at `changed_at` counts; none when it was made later.
fn earliest_second(changed_at: DateTime<Utc>, on: NaiveDate, zone: Tz) -> Option<u32> {
    let changed = changed_at.with_timezone(&zone);
    match changed.date_naive().cmp(&on) {
        std::cmp::Ordering::Less => Some(0),
        std::cmp::Ordering::Equal => Some(changed.time().num_seconds_from_midnight()),
        std::cmp::Ordering::Greater => None,
    }
}

/// A fixed time comes at the first moment of its open hour that is not quiet.
fn fixed(minutes: &[u16], Day { on, zone, rules }: Day<'_>, earliest: u32) -> Vec<Slot> {
    let stretches = Timing::At { minutes: minutes.to_vec() }.stretches();
    let starts = minutes.iter().skip(1).copied().map(Some).chain([None]);
    (0..)
        .zip(stretches.into_iter().zip(starts))
        .filter_map(|(index, ((from, until), next))| {
            // Made after its time: it begins with the next one.
            if u32::from(from) * 60 < earliest {
                return None;
            }
            let moment = rules.quiet_ends_at(on_its_day(on, u32::from(from) * 60, zone)?, zone)?;
            let until = until.min(next.unwrap_or(until));
            let closes_at = civil::instant_of(on, until, zone)
                .max(civil::instant_of(on, from, zone) + Duration::minutes((until - from).into()));
            (moment < closes_at).then_some(Slot { index, moment, closes_at })
        })
        .collect()
}

/// `count` moments in the open seconds, at least `apart` seconds from each other, all such draws alike
/// likely. Fewer, if so many do not fit into what is left.
fn drawn(
    reminder: &Reminder,
    day: Day<'_>,
    open: &[(u32, u32)],
    until_minute: u16,
    count: u8,
    apart: u32,
) -> Vec<Slot> {
    let total: u32 = open.iter().map(|(from, until)| until - from).sum();
    let fitting =
        total.checked_sub(1).map_or(0, |last| last.checked_div(apart).map_or(count.into(), |n| n + 1));
    let count = u8::try_from(fitting.min(count.into())).unwrap_or(count);
    let Some(room) = count.checked_sub(1).map(|gaps| total - u32::from(gaps) * apart) else {
        return Vec::new();
    };
    let mut drawn: Vec<u32> = (0..count).map(|index| draw(reminder, day.on, index) % room).collect();
    drawn.sort_unstable();
    let end = civil::instant_of(day.on, until_minute, day.zone);
    let mut moments: Vec<DateTime<Utc>> = (0..)
        .zip(drawn)
        .filter_map(|(index, second)| real_moment(open, second + index * apart, day, end))
        .map(|moment| moment.max(reminder.changed_at))
        .collect();
    // A clock change can move two to the same moment: then they are one.
    moments.sort_unstable();
    moments.dedup();
    let closings = moments.iter().skip(1).copied().chain([end]).collect::<Vec<_>>();
    (0..)
        .zip(moments.into_iter().zip(closings))
        .filter(|(_, (moment, closes_at))| moment < closes_at)
        .map(|(index, (moment, closes_at))| Slot { index, moment, closes_at })
        .collect()
}

/// The instant of the `nth` open second. Where a clock change moves it out of the window or into quiet
/// hours, the first open minute that is real.
fn real_moment(
    open: &[(u32, u32)],
    nth: u32,
    Day { on, zone, rules }: Day<'_>,
    end: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    let is_real = |at: &DateTime<Utc>| *at < end && !rules.is_quiet_at(*at, zone);
    let mut left = nth;
    for (from, until) in open {
        if left < until - from {
            return on_its_day(on, from + left, zone).filter(is_real).or_else(|| {
                open.iter()
                    .flat_map(|(from, until)| (*from..*until).step_by(60))
                    .filter_map(|second| on_its_day(on, second, zone))
                    .find(is_real)
            });
        }
        left -= until - from;
    }
    None
}

/// The instant at which the clocks show `second` on `on`; none if that lies on another day, because `on`
/// was skipped.
fn on_its_day(on: NaiveDate, second: u32, zone: Tz) -> Option<DateTime<Utc>> {
    let at = civil::instant_at(on, second, zone);
    (civil::date_of(at, zone) == on).then_some(at)
}

/// What quiet hours leave of a window from `earliest` on, in seconds of the day.
fn open_seconds(rules: &ReminderRules, from: u16, until: u16, earliest: u32) -> Vec<(u32, u32)> {
    rules
        .open_stretches(from, until)
        .into_iter()
        .map(|(from, until)| ((u32::from(from) * 60).max(earliest), u32::from(until) * 60))
        .filter(|(from, until)| from < until)
        .collect()
}

fn without_minute(open: &[(u32, u32)], minute: u16) -> Vec<(u32, u32)> {
    let (start, end) = (u32::from(minute) * 60, u32::from(minute + 1) * 60);
    open.iter()
        .flat_map(|(from, until)| [(*from, (*until).min(start)), ((*from).max(end), *until)])
        .filter(|(from, until)| from < until)
        .collect()
}

/// When one that was answered with *Not now* is asked again: once, at least half an hour later, some time
/// in what is left of its window.
pub fn second_asking(
    reminder: &Reminder,
    on: NaiveDate,
    index: u8,
    answered_at: DateTime<Utc>,
    closes_at: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    let earliest = answered_at + Duration::minutes(crate::reminder::LEAST_APART.into());
    let left = u32::try_from((closes_at - earliest).num_seconds()).ok().filter(|left| *left > 0)?;
    Some(earliest + Duration::seconds((draw(reminder, on, index.wrapping_add(128)) % left).into()))
}

/// An even draw that is the same each time it is asked for (SplitMix64 over uid, change, day and index).
fn draw(reminder: &Reminder, on: NaiveDate, index: u8) -> u32 {
    let day = on.signed_duration_since(NaiveDate::MIN).num_days().cast_unsigned();
    let changed = reminder.changed_at.timestamp_millis().cast_unsigned();
    let [first, second] = reminder.uid.halves();
    let mixed =
        [first, second, changed, day, index.into()].into_iter().fold(0, |state: u64, part| mix(part ^ state));
    u32::try_from(mixed >> 32).expect("half of 64 bits")
}

fn mix(value: u64) -> u64 {
    let mut z = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
