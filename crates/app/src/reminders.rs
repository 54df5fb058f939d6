//! Reminders as a person sets them, and what the program says about each.

use chrono::{DateTime, Utc};
use pilot_domain::{
    Invalid, ReminderId,
    backoff::{Pace, pace},
    change::Kind,
    reminder::{About, Pause, Reminder, ReminderDraft, ReminderLog},
    rules::ReminderRules,
    schedule::{self},
    settings::Settings,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    App, Done, Error, Result,
    delivery::{LatestAnswer, NotificationTest},
    entries::PAGE_MAX,
    reminder_facts::WaitingReminder,
};

/// A reminder, when it comes next, and how it goes on.
#[derive(Serialize, Deserialize, TS)]
pub struct ReminderOutlook {
    pub reminder: Reminder,
    pub next_at: Option<DateTime<Utc>>,
    pub pace: Pace,
    /// On which of the seven days from today on it may come.
    pub coming: [bool; 7],
}

/// What the UI shows about reminders.
#[derive(Serialize, Deserialize, TS)]
pub struct Reminders {
    pub reminders: Vec<ReminderOutlook>,
    pub rules: ReminderRules,
    pub paused_until: Option<DateTime<Utc>>,
    pub waiting: Vec<WaitingReminder>,
    pub latest_answer: Option<LatestAnswer>,
    /// IANA name of where the person is; none if the system names a zone that is not known here, and times
    /// are taken as UTC.
    pub zone: Option<String>,
    /// The test notice of this run of the program.
    pub test: Option<NotificationTest>,
}

impl App {
    pub(crate) fn get_reminders(&self) -> Result<Reminders> {
        let facts = self.reminder_facts()?;
        let facts = facts.at(self);
        let today = self.today();
        let outlook = |reminder: &Reminder| {
            let mut lines: Vec<&ReminderLog> =
                facts.log.iter().filter(|line| line.reminder == reminder.id).collect();
            lines.sort_unstable_by_key(|line| line.id.0);
            ReminderOutlook {
                reminder: reminder.clone(),
                next_at: schedule::next_moment(reminder, facts),
                pace: pace(reminder, &lines, facts.now),
                coming: schedule::coming_week(reminder, today, facts.rules),
            }
        };
        Ok(Reminders {
            reminders: facts.reminders.iter().map(outlook).collect(),
            rules: facts.rules.clone(),
            paused_until: facts.paused_until.filter(|until| *until > facts.now),
            waiting: self.waiting(facts)?,
            latest_answer: self.delivery.latest_answer(facts.now),
            zone: self.is_zone_known().then(|| facts.zone.name().to_owned()),
            test: self.delivery.test.clone(),
        })
    }

    pub(crate) fn list_reminder_log(&self, limit: u32) -> Result<Vec<ReminderLog>> {
        Ok(self.read()?.reminder_log(limit.min(PAGE_MAX))?)
    }

    pub(crate) fn save_reminder(&mut self, draft: ReminderDraft) -> Result<Done<Reminder>> {
        let draft = draft.checked(self.today())?;
        let read = self.read()?;
        read.settings()?.reminders.leave_room_for(&draft.timing)?;
        let is_there = match &draft.about {
            About::Activity { activity } => read.activities()?.iter().any(|other| other.id == *activity),
            About::Routine { routine } => read.routines()?.iter().any(|other| other.id == *routine),
            About::Practice { item } => self.content().library().iter().any(|other| other.id == *item),
            About::CheckIn | About::Write { .. } | About::WindDown | About::OwnWords => true,
        };
        if !is_there {
            return Err(Invalid::NothingToRemindOf.into());
        }
        self.change(|tx| Ok(tx.save_reminder(&draft)?))
    }

    pub(crate) fn delete_reminder(&mut self, id: ReminderId) -> Result<Done<()>> {
        self.change(|tx| Ok(tx.delete_reminder(id)?))
    }

    /// Brings a reminder that went quiet back to how it was set.
    pub(crate) fn wake_reminder(&mut self, id: ReminderId) -> Result<Done<()>> {
        self.change(|tx| Ok(tx.wake_reminder(id)?))
    }

    /// Makes a reminder come about half as often, or stops it where it cannot come more rarely.
    pub(crate) fn quieten_reminder(&mut self, id: ReminderId) -> Result<Done<Reminder>> {
        self.change(|tx| {
            let draft = ReminderDraft::from(tx.reminder(id)?);
            let draft = draft.clone().backed_off().unwrap_or(ReminderDraft { is_on: false, ..draft });
            Ok(tx.save_reminder(&draft)?)
        })
    }

    pub(crate) fn set_reminder_rules(&mut self, rules: ReminderRules) -> Result<Done<()>> {
        let reminders = rules.checked()?;
        let mut done = self.change(|tx| {
            let settings = Settings { reminders, ..tx.settings()? };
            Ok(tx.set_settings(&settings)?)
        })?;
        // Said again as they were, they are looked at again all the same.
        done.kinds.insert(Kind::Settings);
        Ok(done)
    }

    pub(crate) fn pause_reminders(&mut self, pause: Pause) -> Result<Done<()>> {
        let pause = pause.checked(self.today())?;
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

    /// Until when reminders are held back, if they are.
    pub fn paused_until(&self) -> Option<DateTime<Utc>> {
        self.get_settings().ok()?.paused_until.filter(|until| self.now() < *until)
    }

    /// Whether any reminder is on: then the program has a reason to stay when its window closes.
    pub fn has_reminders_on(&self) -> bool {
        let has = || {
            let read = self.read()?;
            let is_on = read.settings()?.reminders.is_on;
            Ok::<_, Error>(is_on && read.reminders()?.iter().any(|reminder| reminder.is_on))
        };
        has().unwrap_or(false)
    }
}
