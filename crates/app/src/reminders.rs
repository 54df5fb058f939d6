//! Reminders: set, decided on, shown, answered.

use chrono::{DateTime, Duration, Utc};
use pilot_domain::{
    ChangeId, ReminderId, ReminderLogId,
    change::Kind,
    check_in::CheckIn,
    reminder::{Answer, Fate, Pause, Reminder, ReminderDraft},
    schedule,
    settings::Settings,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{App, Error, Result, core::Done};

/// Days of log that a decision needs: windows never reach past a day.
const LOG_DAYS: i64 = 2;

/// A reminder and when it comes next.
#[derive(Serialize, Deserialize, TS)]
pub(crate) struct ReminderOutlook {
    pub(crate) reminder: Reminder,
    pub(crate) next_at: Option<DateTime<Utc>>,
}

/// What the UI shows about reminders.
#[derive(Serialize, Deserialize, TS)]
pub(crate) struct Reminders {
    pub(crate) reminders: Vec<ReminderOutlook>,
    pub(crate) paused_until: Option<DateTime<Utc>>,
    /// Shown today and not answered yet.
    pub(crate) waiting: Option<ReminderLogId>,
}

#[derive(Serialize, Deserialize, TS)]
pub(crate) struct ReminderAnswer {
    /// None answers the one that is waiting.
    pub(crate) log: Option<ReminderLogId>,
    pub(crate) answer: Answer,
}

/// What an answer did.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Answered {
    /// The check-in that "same as last time" stored.
    pub check_in: Option<CheckIn>,
    /// The check-in window should open.
    pub opens_check_in: bool,
}

/// A notice to show now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Notice {
    pub log: ReminderLogId,
    /// "Same as last time" has something to repeat.
    pub can_repeat: bool,
}

/// What the reminder thread does next.
#[derive(Debug)]
pub struct Tick {
    pub notices: Vec<Notice>,
    pub next_wake: Option<DateTime<Utc>>,
    pub now: DateTime<Utc>,
    pub change: Option<(ChangeId, Vec<Kind>)>,
}

impl App {
    pub(crate) fn get_reminders(&self) -> Result<Reminders> {
        let read = self.read()?;
        let (now, zone) = (self.now(), self.zone());
        let log = read.reminder_log(self.today() - Duration::days(LOG_DAYS))?;
        let paused_until = read.settings()?.paused_until.filter(|until| *until > now);
        let reminders = read
            .reminders()?
            .into_iter()
            .map(|reminder| ReminderOutlook {
                next_at: schedule::next_moment(&reminder, &log, now, zone, paused_until),
                reminder,
            })
            .collect();
        let waiting = log.iter().find(|line| line.fate == Fate::Shown && line.on == self.today());
        Ok(Reminders { reminders, paused_until, waiting: waiting.map(|line| line.id) })
    }

    pub(crate) fn save_reminder(&mut self, draft: ReminderDraft) -> Result<Done<Reminder>> {
        let draft = draft.checked()?;
        let now = self.now();
        self.change(|tx| Ok(tx.save_reminder(&draft, now)?))
    }

    pub(crate) fn delete_reminder(&mut self, id: ReminderId) -> Result<Done<()>> {
        self.change(|tx| Ok(tx.delete_reminder(id)?))
    }

    pub(crate) fn pause_reminders(&mut self, pause: Pause) -> Result<Done<()>> {
        let until = schedule::pause_end(pause, self.now(), self.zone());
        self.set_pause(Some(until))
    }

    pub(crate) fn resume_reminders(&mut self) -> Result<Done<()>> {
        self.set_pause(None)
    }

    fn set_pause(&mut self, paused_until: Option<DateTime<Utc>>) -> Result<Done<()>> {
        self.change(|tx| {
            let settings = Settings { paused_until, ..tx.settings()? };
            Ok(tx.set_settings(&settings)?)
        })
    }

    /// Stores an answer and what follows from it in one transaction. The first answer counts; a second
    /// one, from another place, changes nothing.
    pub(crate) fn answer_reminder(&mut self, input: ReminderAnswer) -> Result<Done<Answered>> {
        let (now, today, zone) = (self.now(), self.today(), self.zone());
        let log = match input.log {
            Some(log) => Some(log),
            None => self.get_reminders()?.waiting,
        };
        self.change(|tx| {
            let line = log.map(|log| tx.reminder_log_line(log)).transpose()?;
            if let Some(line) = line {
                if line.answered_at.is_some() {
                    return Ok(Answered { check_in: None, opens_check_in: input.answer == Answer::Open });
                }
                tx.answer_reminder(line.id, input.answer.fate(), now)?;
            }
            let check_in = match input.answer {
                Answer::SameAsLast => {
                    let last = tx.check_ins(1)?.into_iter().next().ok_or(Error::NoCheckInYet)?;
                    Some(tx.save_check_in(&last.same_again(), now, today, zone.name())?)
                }
                Answer::Open | Answer::NotNow => None,
            };
            Ok(Answered { check_in, opens_check_in: input.answer == Answer::Open })
        })
    }

    /// Decides what is due, and stores that it is being shown before anyone shows it: a crash in between
    /// loses one nudge and never doubles one.
    pub fn tick(&mut self) -> Result<Tick> {
        let (now, zone) = (self.now(), self.zone());
        let read = self.read()?;
        let log = read.reminder_log(self.today() - Duration::days(LOG_DAYS))?;
        let paused_until = read.settings()?.paused_until;
        let decision = schedule::decide(&read.reminders()?, &log, now, zone, paused_until);
        let can_repeat = !read.check_ins(1)?.is_empty();
        let mut tick = Tick { notices: Vec::new(), next_wake: decision.next_wake, now, change: None };
        if decision.due.is_empty() && decision.passed.is_empty() {
            return Ok(tick);
        }
        let done = self.change(|tx| {
            for passed in &decision.passed {
                tx.log_reminder(passed.reminder, passed.on, now, Fate::Passed)?;
            }
            let mut notices = Vec::new();
            for due in &decision.due {
                let log = tx.log_reminder(due.reminder, due.on, now, Fate::Shown)?;
                notices.push(Notice { log, can_repeat });
            }
            Ok(notices)
        })?;
        tick.change = done.change.map(|change| (change, done.kinds.into_iter().collect()));
        tick.notices = done.value;
        Ok(tick)
    }

    /// Whether reminders are held back for now.
    pub fn is_paused(&self) -> bool {
        self.get_settings()
            .is_ok_and(|settings| settings.paused_until.is_some_and(|until| self.now() < until))
    }

    /// Whether any reminder is on: then the program has a reason to stay when its window closes.
    pub fn has_reminders_on(&self) -> bool {
        self.read()
            .and_then(|read| Ok(read.reminders()?))
            .is_ok_and(|reminders| reminders.iter().any(|reminder| reminder.is_on))
    }
}
