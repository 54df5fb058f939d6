//! Reminders lived through as the program does: decide, write down, sleep until the next wake.

use std::collections::HashMap;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use chrono_tz::Tz;
use pilot_domain::{
    ReminderId, ReminderLogId, Uid,
    reminder::{About, Answer, Days, Hold, NudgeStatus, Reason, Reminder, ReminderLog, Timing},
    rules::ReminderRules,
    schedule::{Decision, Facts, Nudge, decide},
};

pub(crate) fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub(crate) fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) const EVERY_DAY: Days = Days::Weekdays { days: [true; 7] };

pub(crate) fn window(from_minute: u16, until_minute: u16) -> Timing {
    Timing::Window { from_minute, until_minute }
}

pub(crate) fn reminder(timing: Timing, changed_at: DateTime<Utc>) -> Reminder {
    Reminder {
        id: ReminderId(1),
        uid: Uid([1; 16]),
        is_on: true,
        about: About::CheckIn,
        timing,
        days: EVERY_DAY,
        words: String::new(),
        hides_content: true,
        asks_again: false,
        keeps_on: true,
        changed_at,
    }
}

pub(crate) struct Life {
    pub(crate) reminders: Vec<Reminder>,
    pub(crate) rules: ReminderRules,
    pub(crate) log: Vec<ReminderLog>,
    pub(crate) done: HashMap<ReminderId, DateTime<Utc>>,
    pub(crate) paused_until: Option<DateTime<Utc>>,
    pub(crate) last_awake: Option<DateTime<Utc>>,
    pub(crate) hold: Option<Hold>,
    pub(crate) zone: Tz,
}

impl Life {
    pub(crate) fn of(reminders: Vec<Reminder>, zone: Tz) -> Self {
        Life {
            reminders,
            rules: ReminderRules { most_a_day: 6, ..ReminderRules::default() },
            log: Vec::new(),
            done: HashMap::new(),
            paused_until: None,
            last_awake: None,
            hold: None,
            zone,
        }
    }

    pub(crate) fn facts(&self, now: DateTime<Utc>) -> Facts<'_> {
        Facts {
            reminders: &self.reminders,
            rules: &self.rules,
            log: &self.log,
            done: &self.done,
            paused_until: self.paused_until,
            last_awake: self.last_awake,
            hold: self.hold,
            now,
            zone: self.zone,
        }
    }

    /// Decides and writes down, as the program does.
    pub(crate) fn look(&mut self, now: DateTime<Utc>) -> Decision {
        let decision = decide(self.facts(now));
        for (nudge, status, reason) in decision.written.clone() {
            self.write(nudge, now, status, Some(reason));
        }
        if let Some(nudge) = decision.show {
            self.write(nudge, now, NudgeStatus::Shown, None);
        }
        for id in &decision.done {
            self.log.iter_mut().find(|line| line.id == *id).unwrap().status = NudgeStatus::Done;
        }
        self.last_awake = Some(now);
        decision
    }

    fn write(&mut self, nudge: Nudge, now: DateTime<Utc>, status: NudgeStatus, reason: Option<Reason>) {
        if let Some(line) = nudge.line.and_then(|id| self.log.iter_mut().find(|line| line.id == id)) {
            line.at = now;
            line.status = status;
            line.asks_quiet = nudge.asks_quiet;
            line.reason = reason.or(line.reason);
            return;
        }
        let Nudge { reminder, on, slot, attempt, closes_at, asks_quiet, .. } = nudge;
        let id = ReminderLogId(self.log.len() as i64 + 1);
        let answered_at = None;
        self.log.push(ReminderLog {
            id,
            reminder,
            on,
            slot,
            attempt,
            at: now,
            closes_at,
            status,
            reason,
            asks_quiet,
            answered_at,
        });
    }

    pub(crate) fn answer(&mut self, answer: Answer, now: DateTime<Utc>) {
        let line = self.log.iter_mut().rev().find(|line| line.status == NudgeStatus::Shown).unwrap();
        line.status = answer.status();
        line.answered_at = Some(now);
    }

    /// Sleeps from wake to wake until `end`, and is awake for a moment twice a minute as the program is.
    pub(crate) fn live(&mut self, from: DateTime<Utc>, end: DateTime<Utc>) {
        let mut now = from;
        while now < end {
            let wake = self.look(now).next_wake.unwrap_or(end);
            assert!(wake > now, "woken in the past: {now}");
            now = wake;
            self.last_awake = Some(now);
        }
    }

    pub(crate) fn shown(&self) -> Vec<&ReminderLog> {
        self.log.iter().filter(|line| line.status.was_shown()).collect()
    }

    pub(crate) fn statuses(&self) -> Vec<NudgeStatus> {
        self.log.iter().map(|line| line.status).collect()
    }
}

pub(crate) fn days_later(from: DateTime<Utc>, days: i64) -> DateTime<Utc> {
    from + Duration::days(days)
}
