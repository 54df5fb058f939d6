//! Reminders as they come and are answered: what the thread of a host asks, and what it is told.

use chrono::{DateTime, Duration, Utc};
use pilot_domain::{
    ReminderLogId,
    activity::ActivityStart,
    change::{Change, ChangeSource, Kind},
    check_in::CheckIn,
    reminder::{About, Answer, Hold, NudgeStatus, Opens, Reason},
    schedule::{self, Facts},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    App, Done, Error, Result,
    delivery::{Heard, LatestAnswer, NotificationTest, NotificationTestState, ShownTest},
    reminder_facts::Notification,
    words::one_in_words,
};

#[derive(Serialize, Deserialize, TS)]
pub struct ReminderAnswer {
    /// None answers the one that is waiting.
    pub log: Option<ReminderLogId>,
    pub answer: Answer,
}

/// What an answer did.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Answered {
    /// The check-in that "same as last time" stored.
    pub check_in: Option<CheckIn>,
    /// What is to open now.
    pub opens: Option<Opens>,
}

/// What the reminder thread does next.
#[derive(Debug)]
pub struct Tick {
    pub notification: Option<Notification>,
    /// A test notice was asked for.
    pub test: bool,
    /// How long until something may come; none when nothing is on.
    pub wake_in: Option<Duration>,
    pub change: Option<Change>,
}

impl App {
    /// Whether something would come now, and if so, whether it waits while the system would rather not be
    /// interrupted. A host asks this first, so that it does not hold the data while it asks the system.
    pub fn is_due(&self, must_look: bool) -> Result<Option<bool>> {
        if !must_look && self.may_sleep_on().is_some() {
            return Ok(None);
        }
        let stored = self.reminder_facts()?;
        let facts = stored.at(self);
        Ok(schedule::decide(facts).show.map(|_| facts.rules.waits))
    }

    /// Until when nothing can come, as the last look said, if the clock and the zone have not been moved.
    fn may_sleep_on(&self) -> Option<Option<DateTime<Utc>>> {
        let (next_wake, zone) = self.delivery.last_look?;
        let (now, last_awake) = (self.now(), self.delivery.last_awake?);
        let is_time = next_wake.is_some_and(|next| next <= now);
        (zone == self.zone() && last_awake <= now && !is_time).then_some(next_wake)
    }

    /// Decides what comes now, and stores that it is being shown before anyone shows it: a crash in between
    /// loses one nudge and never doubles one. Between the moments that it named itself it does nothing,
    /// unless `must_look`.
    pub fn tick(&mut self, must_look: bool, hold: Option<Hold>) -> Result<Tick> {
        let (now, zone) = (self.now(), self.zone());
        let test = self.takes_test();
        if !must_look && let Some(next_wake) = self.may_sleep_on() {
            self.delivery.last_awake = Some(now);
            return Ok(Tick {
                notification: None,
                test,
                wake_in: next_wake.map(|next| next - now),
                change: None,
            });
        }
        let stored = self.reminder_facts()?;
        let facts = Facts { hold, ..stored.at(self) };
        let decision = schedule::decide(facts);
        let shown = decision
            .show
            .and_then(|nudge| Some((nudge, facts.reminders.iter().find(|it| it.id == nudge.reminder)?)));
        let is_on = facts.rules.is_on;
        let change = self.change(|tx| {
            for (nudge, status, reason) in &decision.written {
                tx.log_nudge(nudge, (now, zone.name()), *status, Some(*reason))?;
            }
            for id in &decision.done {
                tx.answer_reminder(*id, NudgeStatus::Done, now)?;
            }
            decision
                .show
                .map(|nudge| Ok(tx.log_nudge(&nudge, (now, zone.name()), NudgeStatus::Shown, None)?))
                .transpose()
        })?;
        let notification = match (shown, change.value) {
            (Some((nudge, reminder)), Some(log)) => {
                Some(self.notification_of(reminder, log, nudge.asks_quiet)?)
            }
            _ => None,
        };
        // While all are off nobody is awake for them.
        self.delivery.last_awake = is_on.then_some(now);
        self.delivery.last_look = Some((decision.next_wake, zone));
        Ok(Tick {
            notification,
            test,
            wake_in: decision.next_wake.map(|next| next - now),
            change: change.told(ChangeSource::Reminders),
        })
    }

    /// Stores an answer and what follows from it in one transaction. The first answer counts, except that
    /// *Open* may still be followed by another one; a later one, from another place, changes nothing.
    pub(crate) fn answer_reminder(&mut self, input: ReminderAnswer) -> Result<Done<Answered>> {
        let (now, today, zone) = (self.now(), self.today(), self.zone());
        let (answer, content) = (input.answer, self.content());
        let log = match input.log {
            Some(log) => Some(log),
            None => self.unanswered_notices()?.first().copied(),
        };
        let done = self.change(|tx| {
            let line = log.map(|log| tx.reminder_log_line(log)).transpose()?;
            let about = line.as_ref().map(|line| tx.reminder(line.reminder)).transpose()?.map(|it| it.about);
            let about = about.unwrap_or(About::CheckIn);
            let opens = (answer == Answer::Open).then(|| about.opens());
            if let Some(line) = line {
                if !matches!(
                    line.status,
                    NudgeStatus::Shown | NudgeStatus::Held | NudgeStatus::Passed | NudgeStatus::Opened
                ) {
                    return Ok(Answered { check_in: None, opens });
                }
                tx.answer_reminder(line.id, answer.status(), now)?;
            }
            let check_in = match answer {
                Answer::SameAsLast => {
                    let last = tx.check_ins(1)?.into_iter().next().ok_or(Error::NoCheckInYet)?;
                    let again = tx.save_check_in(&last.same_again(), now, today, zone.name())?;
                    Some(one_in_words(**tx, content, again)?)
                }
                Answer::Doing | Answer::Smaller => {
                    if let About::Activity { activity } = about {
                        let is_smaller = answer == Answer::Smaller;
                        let start = ActivityStart { activity, is_smaller, guess: None };
                        tx.start_activity(&start, now, today, zone.name())?;
                    }
                    None
                }
                Answer::Open | Answer::NotNow | Answer::StayQuiet | Answer::KeepOn => None,
            };
            Ok(Answered { check_in, opens })
        })?;
        if let Some(change) = done.change {
            self.delivery.latest_answer = Some(LatestAnswer { answer, at: now, change });
        }
        Ok(done)
    }

    /// A notice could not be shown after all: it waits until something shows it, or on Today.
    pub fn note_not_shown(&mut self, log: ReminderLogId) -> Result<()> {
        self.change(|tx| Ok(tx.hold_reminder(log, Reason::NoNotices)?))?;
        self.delivery.last_look = None;
        Ok(())
    }

    /// The notices that may still be on the screen: those that nobody has answered.
    pub fn unanswered_notices(&self) -> Result<Vec<ReminderLogId>> {
        let stored = self.reminder_facts()?;
        Ok(self.waiting(stored.at(self))?.into_iter().map(|waiting| waiting.log).collect())
    }

    /// Asks the host for a notice that shows what this system can do.
    pub(crate) fn test_notification(&mut self) -> Result<Done<()>> {
        self.delivery.test = Some(NotificationTest { at: self.now(), state: NotificationTestState::Asked });
        Ok(Done::of((), Kind::Reminders))
    }

    /// Whether a test notice is to be shown now; asked once for each.
    fn takes_test(&mut self) -> bool {
        let is_asked =
            self.delivery.test.as_ref().is_some_and(|test| test.state == NotificationTestState::Asked);
        if is_asked {
            self.note_test(NotificationTestState::Shown(ShownTest::default()));
        }
        is_asked
    }

    /// What became of the test notice. It may have been answered before the system said what it can do.
    pub fn note_test(&mut self, mut state: NotificationTestState) {
        if let Some(test) = &mut self.delivery.test {
            if let (NotificationTestState::Shown(before), NotificationTestState::Shown(now)) =
                (&test.state, &mut state)
            {
                now.heard = now.heard.or(before.heard);
            }
            test.state = state;
        }
    }

    /// Something came back from the test notice. What came first counts: a press is followed by a close.
    pub fn note_test_heard(&mut self, heard: Heard) {
        if let Some(NotificationTest { state: NotificationTestState::Shown(shown), .. }) =
            &mut self.delivery.test
        {
            shown.heard.get_or_insert(heard);
        }
    }
}
