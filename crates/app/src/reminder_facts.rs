//! What a decision about reminders rests on, and what is said of each that comes or waits.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use pilot_domain::{
    ReminderId, ReminderLogId,
    reminder::{About, Answer, NudgeStatus, Reason, Reminder, ReminderLog},
    schedule::Facts,
    settings::Settings,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{App, Result};

/// A notice to show now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notification {
    pub log: ReminderLogId,
    pub about: About,
    /// Own words, if they may be shown.
    pub words: Option<String>,
    pub asks_quiet: bool,
    pub answers: Vec<Answer>,
}

/// A nudge of today that can still be answered.
#[derive(Serialize, Deserialize, TS)]
pub struct WaitingReminder {
    pub log: ReminderLogId,
    pub about: About,
    /// Own words, if they may be shown.
    pub words: Option<String>,
    pub asks_quiet: bool,
    pub answers: Vec<Answer>,
}

impl App {
    /// What a decision rests on, as it is in the file.
    pub(crate) fn reminder_facts(&self) -> Result<StoredFacts> {
        let read = self.read()?;
        let reminders = read.reminders()?;
        let since = self.today().pred_opt().unwrap_or_default();
        let mut done = HashMap::new();
        for reminder in reminders.iter().filter(|reminder| reminder.is_on) {
            if let Some(at) = read.last_done(&reminder.about, since)? {
                done.insert(reminder.id, at);
            }
        }
        Ok(StoredFacts {
            log: read.latest_of_each(&reminders, since)?,
            reminders,
            done,
            settings: read.settings()?,
        })
    }

    /// The nudges of today that were shown, or could not be shown for want of anything that shows them.
    pub(crate) fn waiting(&self, facts: Facts<'_>) -> Result<Vec<WaitingReminder>> {
        let today = self.today();
        let is_waiting = |line: &&ReminderLog| match line.status {
            NudgeStatus::Shown => line.on == today,
            NudgeStatus::Held => line.reason == Some(Reason::NoNotices) && facts.now < line.closes_at,
            _ => false,
        };
        let mut waiting = Vec::new();
        for line in facts.log.iter().filter(is_waiting) {
            let Some(reminder) = facts.reminders.iter().find(|reminder| reminder.id == line.reminder) else {
                continue;
            };
            let notification = self.notification_of(reminder, line.id, line.asks_quiet)?;
            let (about, words, answers) = (reminder.about.clone(), notification.words, notification.answers);
            waiting.push(WaitingReminder {
                log: line.id,
                about,
                words,
                asks_quiet: line.asks_quiet,
                answers,
            });
        }
        waiting.sort_by_key(|waiting| waiting.log.0);
        Ok(waiting)
    }

    /// What a notice says and offers.
    pub(crate) fn notification_of(
        &self,
        reminder: &Reminder,
        log: ReminderLogId,
        asks_quiet: bool,
    ) -> Result<Notification> {
        let read = self.read()?;
        let can_repeat = reminder.about == About::CheckIn && !read.check_ins(1)?.is_empty();
        let has_smaller = match reminder.about {
            About::Activity { activity } => {
                read.activities()?.iter().any(|other| other.id == activity && !other.smaller.is_empty())
            }
            _ => false,
        };
        let words = (!reminder.hides_content && !reminder.words.is_empty()).then(|| reminder.words.clone());
        let answers = reminder.about.answers(asks_quiet, can_repeat, has_smaller);
        Ok(Notification { log, about: reminder.about.clone(), words, asks_quiet, answers })
    }
}

pub(crate) struct StoredFacts {
    reminders: Vec<Reminder>,
    log: Vec<ReminderLog>,
    done: HashMap<ReminderId, DateTime<Utc>>,
    settings: Settings,
}

impl StoredFacts {
    pub(crate) fn at(&self, app: &App) -> Facts<'_> {
        Facts {
            reminders: &self.reminders,
            rules: &self.settings.reminders,
            log: &self.log,
            done: &self.done,
            paused_until: self.settings.paused_until,
            last_awake: app.delivery.last_awake,
            hold: None,
            now: app.now(),
            zone: app.zone(),
        }
    }
}
