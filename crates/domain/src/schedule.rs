//! When a reminder comes: a pure function of the reminders, the rules over them, what became of earlier
//! ones, the time and the zone.
//!
//! Each reminder has moments on its days (`moments.rs`). At a moment, or later inside the same window, it
//! comes once, if nothing speaks against it. What speaks against it is written down when the window closes,
//! and nothing is made up for: after a gap in which the program was not awake, at most one nudge comes.

use std::collections::HashMap;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use chrono_tz::Tz;

use crate::{
    ReminderId, ReminderLogId,
    backoff::{self, Pace},
    civil,
    moments::{self, Day, Slot},
    reminder::{Hold, LEAST_APART, NudgeStatus, Pause, Reason, Reminder, ReminderLog, Timing},
    rules::ReminderRules,
};

/// The program was not awake for longer than this: the computer slept, the program was closed, or the clock was moved.
const GAP: Duration = Duration::minutes(2);
/// How soon to look again while the system would rather not be interrupted.
const WHILE_HELD: Duration = Duration::seconds(30);
/// How far ahead the next day of a reminder is looked for.
const HORIZON_DAYS: i64 = 400;
/// When a pause until the evening ends, in minutes after midnight.
const EVENING: u16 = 18 * 60;
/// A day that no clock reaches, still written with four digits of year.
const FAR_AWAY: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a real date");

/// Everything a decision rests on.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    pub reminders: &'a [Reminder],
    pub rules: &'a ReminderRules,
    /// What became of earlier ones, by id.
    pub log: &'a [ReminderLog],
    /// When a person last did by themselves what a reminder is about.
    pub done: &'a HashMap<ReminderId, DateTime<Utc>>,
    pub paused_until: Option<DateTime<Utc>>,
    /// When the program last was awake before now; none when it has only started.
    pub last_awake: Option<DateTime<Utc>>,
    pub hold: Option<Hold>,
    pub now: DateTime<Utc>,
    pub zone: Tz,
}

/// What to do now, and when to look again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decision {
    /// At most one at a time.
    pub show: Option<Nudge>,
    /// What is only written down.
    pub written: Vec<(Nudge, NudgeStatus, Reason)>,
    /// Shown ones that were answered by doing the thing itself.
    pub done: Vec<ReminderLogId>,
    pub next_wake: Option<DateTime<Utc>>,
}

/// One moment of a reminder on a civil day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nudge {
    pub reminder: ReminderId,
    pub on: NaiveDate,
    pub slot: u8,
    pub attempt: u8,
    pub moment: DateTime<Utc>,
    pub closes_at: DateTime<Utc>,
    pub asks_quiet: bool,
    /// Its line in the log, if it was held before.
    pub line: Option<ReminderLogId>,
}

/// Decides.
pub fn decide(facts: Facts<'_>) -> Decision {
    let mut decision = Decision::default();
    if !facts.rules.is_on {
        return decision;
    }
    let Facts { now, zone, .. } = facts;
    let today = civil::date_of(now, zone);
    let by_reminder = by_reminder(facts.log);
    let last_shown = last_shown(facts.log, now);
    let enough_on = |on| shown_on(facts.log, on) >= usize::from(facts.rules.most_a_day);
    let days = [today - Duration::days(1), today].map(|on| (on, enough_on(on)));
    let mut waits = Waits { next: Some(civil::instant_of(today + Duration::days(1), 0, zone)), now };
    let mut open: Vec<Open> = Vec::new();
    for reminder in facts.reminders.iter().filter(|reminder| reminder.is_on) {
        let lines = by_reminder.get(&reminder.id).map_or(&[][..], Vec::as_slice);
        decision.done.extend(answered_by_doing(reminder, lines, facts));
        let pace = backoff::pace(reminder, lines, now);
        let mut skips_next = pace.skips_next();
        if pace == Pace::Asleep {
            continue;
        }
        for nudge in nudges(reminder, lines, facts, days.map(|(on, _)| on)) {
            let is_fresh = nudge.attempt == 0 && nudge.line.is_none();
            if nudge.moment > now {
                waits.until(nudge.moment);
            } else if skips_next && is_fresh {
                decision.written.push((nudge, NudgeStatus::Passed, Reason::Quieter));
                skips_next = false;
            } else if is_done(nudge, reminder, facts, today) {
                decision.written.push((nudge, NudgeStatus::Passed, Reason::AlreadyDone));
            } else if nudge.closes_at <= now {
                // Asking again was an offer: nothing is written when it does not come.
                if nudge.attempt == 0 || nudge.line.is_some() {
                    let was_enough = days.contains(&(nudge.on, true));
                    let why = why_passed(nudge, lines, was_enough, facts);
                    decision.written.push((nudge, NudgeStatus::Passed, why));
                }
            } else {
                let nudge = Nudge { asks_quiet: matches!(pace, Pace::AsksNext { .. }), ..nudge };
                let free_from = free_from(nudge, reminder, lines, last_shown, facts);
                open.push(Open { nudge, free_from: free_from.unwrap_or(nudge.closes_at) });
            }
        }
    }
    // The latest moment is the one that fits best now.
    open.sort_by_key(|open| (open.nudge.moment, open.nudge.reminder.0));
    // Nothing piles up: of those whose moment came while nobody was awake, all but one are let go.
    let nobody_was_awake = facts.last_awake.is_none_or(|last| now - last > GAP || now < last);
    let was_missed =
        |open: &Open| nobody_was_awake && open.nudge.moment <= now - GAP && open.nudge.line.is_none();
    let (missed, mut open): (Vec<Open>, Vec<Open>) = open.into_iter().partition(was_missed);
    if let Some((kept, passed)) = missed.split_last() {
        decision.written.extend(passed.iter().map(|open| (open.nudge, NudgeStatus::Passed, Reason::Asleep)));
        open.insert(0, *kept);
    }
    for open in &open {
        waits.until(open.nudge.closes_at);
        waits.until(open.free_from);
    }
    let may_come = |open: &&Open| open.free_from <= now;
    let chosen = open.iter().rev().find(may_come).filter(|_| !is_enough(facts, today));
    match (chosen, facts.hold) {
        (Some(open), None) => {
            decision.show = Some(open.nudge);
            waits.until(now + Duration::minutes(LEAST_APART.into()));
        }
        (Some(_), Some(hold)) => {
            let held = open.iter().filter(may_come).filter(|open| open.nudge.line.is_none());
            decision.written.extend(held.map(|open| (open.nudge, NudgeStatus::Held, hold.into())));
            waits.until(now + WHILE_HELD);
        }
        (None, _) => {}
    }
    decision.next_wake = waits.next;
    decision
}

/// A nudge whose moment has come and whose window is open, and from when on it may be shown.
#[derive(Clone, Copy)]
struct Open {
    nudge: Nudge,
    free_from: DateTime<Utc>,
}

/// The log of each reminder, oldest first.
fn by_reminder(log: &[ReminderLog]) -> HashMap<ReminderId, Vec<&ReminderLog>> {
    let mut lines: HashMap<ReminderId, Vec<&ReminderLog>> = HashMap::new();
    for line in log {
        lines.entry(line.reminder).or_default().push(line);
    }
    for lines in lines.values_mut() {
        lines.sort_unstable_by_key(|line| line.id.0);
    }
    lines
}

/// The nudges of these days that nothing has become of yet.
fn nudges(reminder: &Reminder, lines: &[&ReminderLog], facts: Facts<'_>, days: [NaiveDate; 2]) -> Vec<Nudge> {
    let Facts { zone, rules, .. } = facts;
    let mut nudges = Vec::new();
    for on in days {
        for slot in moments::slots(reminder, Day { on, zone, rules }, last_minute(lines, on, zone)) {
            let line = |attempt| {
                let is_it = |line: &&&ReminderLog| {
                    line.on == on && line.slot == slot.index && line.attempt == attempt
                };
                lines.iter().rev().find(is_it)
            };
            let nudge = nudge_of(reminder.id, on, slot);
            match (line(0), line(1)) {
                (None, _) => nudges.push(nudge),
                (Some(held), None) | (Some(_), Some(held)) if held.status == NudgeStatus::Held => {
                    // It keeps the window that it was held in, wherever the person has gone since.
                    let (attempt, closes_at) = (held.attempt, held.closes_at);
                    nudges.push(Nudge { line: Some(held.id), attempt, closes_at, moment: held.at, ..nudge });
                }
                (Some(first), None) if reminder.asks_again && first.status == NudgeStatus::NotNow => {
                    let answered_at = first.answered_at.unwrap_or(first.at);
                    let closes_at = first.closes_at;
                    nudges.extend(
                        moments::second_asking(reminder, on, slot.index, answered_at, closes_at)
                            .map(|moment| Nudge { attempt: 1, moment, closes_at, ..nudge }),
                    );
                }
                _ => {}
            }
        }
    }
    nudges
}

fn nudge_of(reminder: ReminderId, on: NaiveDate, slot: Slot) -> Nudge {
    let Slot { index, moment, closes_at } = slot;
    Nudge { reminder, on, slot: index, attempt: 0, moment, closes_at, asks_quiet: false, line: None }
}

/// The minute of the day at which it last came before `on`.
fn last_minute(lines: &[&ReminderLog], on: NaiveDate, zone: Tz) -> Option<u16> {
    let last = lines.iter().rev().find(|line| line.on < on && line.status.was_shown())?;
    Some(civil::minute_of(last.at, zone))
}

/// Shown ones that a person answered by doing the thing itself.
fn answered_by_doing(reminder: &Reminder, lines: &[&ReminderLog], facts: Facts<'_>) -> Option<ReminderLogId> {
    let done_at = facts.done.get(&reminder.id)?;
    let last = lines.last().filter(|line| line.status == NudgeStatus::Shown)?;
    (last.at <= *done_at && *done_at < last.closes_at).then_some(last.id)
}

/// Whether the person has done it by themselves: today for the first of a day, and for a later one since
/// halfway from the one before.
fn is_done(nudge: Nudge, reminder: &Reminder, facts: Facts<'_>, today: NaiveDate) -> bool {
    let Some(done_at) = facts.done.get(&reminder.id).copied().filter(|at| *at <= facts.now) else {
        return false;
    };
    if nudge.on != today || civil::date_of(done_at, facts.zone) != today {
        return false;
    }
    let day = Day { on: nudge.on, zone: facts.zone, rules: facts.rules };
    let before = match (&reminder.timing, nudge.slot.checked_sub(1)) {
        (Timing::Window { .. }, _) | (_, None) => None,
        (_, Some(index)) => moments::slots(reminder, day, None).into_iter().find(|slot| slot.index == index),
    };
    before.is_none_or(|slot| done_at >= slot.moment + (nudge.moment - slot.moment) / 2)
}

/// Why a nudge whose window has closed was not shown. `was_enough`: as many came that day as were wanted.
fn why_passed(nudge: Nudge, lines: &[&ReminderLog], was_enough: bool, facts: Facts<'_>) -> Reason {
    let held = nudge.line.and_then(|id| lines.iter().find(|line| line.id == id));
    if let Some(reason) = held.and_then(|line| line.reason) {
        return reason;
    }
    let last_chance = nudge.closes_at - Duration::seconds(1);
    if facts.paused_until.is_some_and(|until| last_chance < until) {
        Reason::Paused
    } else if facts.last_awake.is_none_or(|last| last < nudge.moment) {
        Reason::Asleep
    } else if was_enough {
        Reason::EnoughToday
    } else if facts.rules.is_quiet_at(last_chance, facts.zone) {
        Reason::QuietHours
    } else {
        Reason::TooClose
    }
}

/// How many have come of what belongs to this day.
fn shown_on(log: &[ReminderLog], on: NaiveDate) -> usize {
    log.iter().filter(|line| line.on == on && line.status.was_shown()).count()
}

/// As many have come today as were wanted for a day, those of yesterday's windows that came after midnight included.
fn is_enough(facts: Facts<'_>, today: NaiveDate) -> bool {
    // A zone is looked up only for what can be of today.
    let is_near = |at: DateTime<Utc>| (at - facts.now).abs() < Duration::days(2);
    let is_today = |line: &&ReminderLog| {
        line.on == today || (is_near(line.at) && civil::date_of(line.at, facts.zone) == today)
    };
    let shown = facts.log.iter().filter(|line| line.status.was_shown()).filter(is_today).count();
    shown >= usize::from(facts.rules.most_a_day)
}

/// When the last nudge came. A line from the future is one from before the clock was set back.
fn last_shown<'a>(
    lines: impl IntoIterator<Item = &'a ReminderLog>,
    now: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    lines.into_iter().filter(|line| line.status.was_shown() && line.at <= now).map(|line| line.at).max()
}

/// From when on a nudge whose moment has come may be shown: after a pause, the ones that came shortly
/// before, and quiet hours.
fn free_from(
    nudge: Nudge,
    reminder: &Reminder,
    lines: &[&ReminderLog],
    last_shown_at: Option<DateTime<Utc>>,
    facts: Facts<'_>,
) -> Option<DateTime<Utc>> {
    let after = |at: Option<DateTime<Utc>>, minutes: u16| at.map(|at| at + Duration::minutes(minutes.into()));
    let apart = match reminder.timing {
        Timing::Moments { apart_minutes, .. } => {
            after(last_shown(lines.iter().copied(), facts.now), apart_minutes)
        }
        _ => None,
    };
    let from = [facts.paused_until, after(last_shown_at, LEAST_APART), apart]
        .into_iter()
        .flatten()
        .fold(nudge.moment, DateTime::max);
    facts.rules.quiet_ends_at(from.max(facts.now), facts.zone)
}

/// Until when a pause lasts. `UntilResumed` has no end of its own.
pub fn pause_end(pause: Pause, now: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
    let today = civil::date_of(now, zone);
    match pause {
        Pause::OneHour => now + Duration::hours(1),
        Pause::ThisEvening => {
            let evening = civil::instant_of(today, EVENING, zone);
            if now < evening { evening } else { civil::instant_of(today + Duration::days(1), EVENING, zone) }
        }
        Pause::UntilTomorrow => civil::instant_of(today + Duration::days(1), 0, zone),
        Pause::UntilDate(on) => civil::instant_of(on, 0, zone),
        Pause::UntilResumed => civil::instant_of(FAR_AWAY, 0, Tz::UTC),
    }
}

/// The next moment at which `reminder` may come, as things are now; none while it is off or asleep.
pub fn next_moment(reminder: &Reminder, facts: Facts<'_>) -> Option<DateTime<Utc>> {
    let Facts { now, zone, rules, .. } = facts;
    let lines = by_reminder(facts.log).remove(&reminder.id).unwrap_or_default();
    let pace = backoff::pace(reminder, &lines, now);
    if !reminder.is_on || !rules.is_on || pace == Pace::Asleep {
        return None;
    }
    let today = civil::date_of(now, zone);
    let is_free = |on, index| !lines.iter().any(|line| line.on == on && line.slot == index);
    (0..=HORIZON_DAYS)
        .map(|days| today + Duration::days(days))
        .flat_map(|on| {
            let slots = moments::slots(reminder, Day { on, zone, rules }, last_minute(&lines, on, zone));
            slots.into_iter().map(move |slot| (on, slot))
        })
        .filter(|(on, slot)| is_free(*on, slot.index))
        .map(|(_, slot)| {
            let moment = facts.paused_until.map_or(slot.moment, |until| slot.moment.max(until));
            (moment, slot.closes_at)
        })
        .filter(|(moment, closes_at)| *moment > now && moment < closes_at)
        .nth(usize::from(pace.skips_next()))
        .map(|(moment, _)| moment)
}

/// On which of the seven days from today on `reminder` may come.
pub fn coming_week(reminder: &Reminder, today: NaiveDate, rules: &ReminderRules) -> [bool; 7] {
    std::array::from_fn(|day| {
        let on = today + Duration::days(i64::try_from(day).unwrap_or_default());
        reminder.days.contains(on) && !rules.is_off_on(on)
    })
}

/// The earliest instant after `now` that was asked for.
struct Waits {
    next: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
}

impl Waits {
    fn until(&mut self, at: DateTime<Utc>) {
        if at > self.now && self.next.is_none_or(|next| at < next) {
            self.next = Some(at);
        }
    }
}
