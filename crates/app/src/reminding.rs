//! Reminders as they come and are answered: what the thread of a host asks, and what it is told.

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;
use pilot_domain::{
    ChangeId, ReminderLogId,
    activity::ActivityStart,
    change::{Change, ChangeSource, Kind},
    check_in::CheckIn,
    reminder::{About, Answer, Fate, Hold, Opens, Reason, Reminder},
    schedule::{self, Facts},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{App, Error, Result, core::Done, reminders::LatestAnswer, words::one_in_words};

/// What is known of reminders in this run of the program, and of no other.
#[derive(Default)]
pub(crate) struct Reminding {
    /// When the program last was awake with the data open.
    pub(crate) last_awake: Option<DateTime<Utc>>,
    /// What the last look said, and where it was.
    last_look: Option<(Option<DateTime<Utc>>, Tz)>,
    latest_answer: Option<LatestAnswer>,
    pub(crate) test: Option<NoticeTest>,
}

impl Reminding {
    pub(crate) fn latest_answer(&self, now: DateTime<Utc>) -> Option<LatestAnswer> {
        self.latest_answer.clone().filter(|answer| now - answer.at < Duration::hours(12))
    }

    /// What was known of data that is closed now. When the program was awake stays known.
    pub(crate) fn close(&mut self) {
        *self = Reminding { last_awake: self.last_awake, ..Reminding::default() };
    }

    /// An answer that was taken back is none.
    pub(crate) fn forget(&mut self, change: ChangeId) {
        self.latest_answer.take_if(|answer| answer.change == change);
    }
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
    /// What is to open now.
    pub opens: Option<Opens>,
}

/// A notice to show now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub log: ReminderLogId,
    pub about: About,
    /// Own words, if they may be shown.
    pub words: Option<String>,
    pub asks_quiet: bool,
    pub answers: Vec<Answer>,
}

/// What the reminder thread does next.
#[derive(Debug)]
pub struct Tick {
    pub notice: Option<Notice>,
    /// A test notice was asked for.
    pub test: bool,
    /// How long until something may come; none when nothing is on.
    pub wake_in: Option<Duration>,
    pub change: Option<Change>,
}

/// What became of a test notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub(crate) struct NoticeTest {
    pub at: DateTime<Utc>,
    pub state: NoticeTestState,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum NoticeTestState {
    /// Asked for, not shown yet.
    Asked,
    /// Nothing on this system shows notices.
    NoServer,
    Shown(ShownTest),
}

/// What the system says of itself and of the test notice. None: it does not say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ShownTest {
    /// The name of what shows notices here.
    pub server: Option<String>,
    pub has_buttons: Option<bool>,
    pub has_sound: Option<bool>,
    /// Why a reminder would wait now.
    pub hold: Option<Hold>,
    pub heard: Option<Heard>,
}

/// What came back from a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Heard {
    Button,
    Click,
    /// It went by itself.
    Expired,
    Dismissed,
    Closed,
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
        let (next_wake, zone) = self.reminding.last_look?;
        let (now, last_awake) = (self.now(), self.reminding.last_awake?);
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
            self.reminding.last_awake = Some(now);
            return Ok(Tick { notice: None, test, wake_in: next_wake.map(|next| next - now), change: None });
        }
        let stored = self.reminder_facts()?;
        let facts = Facts { hold, ..stored.at(self) };
        let decision = schedule::decide(facts);
        let shown = decision
            .show
            .and_then(|nudge| Some((nudge, facts.reminders.iter().find(|it| it.id == nudge.reminder)?)));
        let is_on = facts.rules.is_on;
        let change = self.change(|tx| {
            for (nudge, fate, reason) in &decision.written {
                tx.log_nudge(nudge, (now, zone.name()), *fate, Some(*reason))?;
            }
            for id in &decision.done {
                tx.answer_reminder(*id, Fate::Done, now)?;
            }
            decision
                .show
                .map(|nudge| Ok(tx.log_nudge(&nudge, (now, zone.name()), Fate::Shown, None)?))
                .transpose()
        })?;
        let notice = match (shown, change.value) {
            (Some((nudge, reminder)), Some(log)) => Some(self.notice_of(reminder, log, nudge.asks_quiet)?),
            _ => None,
        };
        // While all are off nobody is awake for them.
        self.reminding.last_awake = is_on.then_some(now);
        self.reminding.last_look = Some((decision.next_wake, zone));
        Ok(Tick {
            notice,
            test,
            wake_in: decision.next_wake.map(|next| next - now),
            change: change.told(ChangeSource::Reminders),
        })
    }

    /// What a notice says and offers.
    pub(crate) fn notice_of(
        &self,
        reminder: &Reminder,
        log: ReminderLogId,
        asks_quiet: bool,
    ) -> Result<Notice> {
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
        Ok(Notice { log, about: reminder.about.clone(), words, asks_quiet, answers })
    }

    /// Stores an answer and what follows from it in one transaction. The first answer counts, except that
    /// *Open* may still be followed by another one; a later one, from another place, changes nothing.
    pub(crate) fn answer_reminder(&mut self, input: ReminderAnswer) -> Result<Done<Answered>> {
        let (now, today, zone) = (self.now(), self.today(), self.zone());
        let answer = input.answer;
        let log = match input.log {
            Some(log) => Some(log),
            None => self.get_reminders()?.waiting.first().map(|waiting| waiting.log),
        };
        let done = self.change(|tx| {
            let line = log.map(|log| tx.reminder_log_line(log)).transpose()?;
            let about = line.as_ref().map(|line| tx.reminder(line.reminder)).transpose()?.map(|it| it.about);
            let about = about.unwrap_or(About::CheckIn);
            let opens = (answer == Answer::Open).then(|| about.opens());
            if let Some(line) = line {
                if !matches!(line.fate, Fate::Shown | Fate::Held | Fate::Passed | Fate::Opened) {
                    return Ok(Answered { check_in: None, opens });
                }
                tx.answer_reminder(line.id, answer.fate(), now)?;
            }
            let check_in = match answer {
                Answer::SameAsLast => {
                    let last = tx.check_ins(1)?.into_iter().next().ok_or(Error::NoCheckInYet)?;
                    let again = tx.save_check_in(&last.same_again(), now, today, zone.name())?;
                    Some(one_in_words(**tx, again)?)
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
            self.reminding.latest_answer = Some(LatestAnswer { answer, at: now, change });
        }
        Ok(done)
    }

    /// A notice could not be shown after all: it waits until something shows it, or on Today.
    pub fn note_not_shown(&mut self, log: ReminderLogId) -> Result<()> {
        self.change(|tx| Ok(tx.hold_reminder(log, Reason::NoNotices)?))?;
        self.reminding.last_look = None;
        Ok(())
    }

    /// The notices that may still be on the screen: those that nobody has answered.
    pub fn unanswered_notices(&self) -> Result<Vec<ReminderLogId>> {
        Ok(self.get_reminders()?.waiting.into_iter().map(|waiting| waiting.log).collect())
    }

    /// Asks the host for a notice that shows what this system can do.
    pub(crate) fn test_notice(&mut self) -> Result<Done<()>> {
        self.reminding.test = Some(NoticeTest { at: self.now(), state: NoticeTestState::Asked });
        Ok(Done::of((), Kind::Reminders))
    }

    /// Whether a test notice is to be shown now; asked once for each.
    fn takes_test(&mut self) -> bool {
        let is_asked = self.reminding.test.as_ref().is_some_and(|test| test.state == NoticeTestState::Asked);
        if is_asked {
            self.note_test(NoticeTestState::Shown(ShownTest::default()));
        }
        is_asked
    }

    /// What became of the test notice. It may have been answered before the system said what it can do.
    pub fn note_test(&mut self, mut state: NoticeTestState) {
        if let Some(test) = &mut self.reminding.test {
            if let (NoticeTestState::Shown(before), NoticeTestState::Shown(now)) = (&test.state, &mut state) {
                now.heard = now.heard.or(before.heard);
            }
            test.state = state;
        }
    }

    /// Something came back from the test notice. What came first counts: a press is followed by a close.
    pub fn note_test_heard(&mut self, heard: Heard) {
        if let Some(NoticeTest { state: NoticeTestState::Shown(shown), .. }) = &mut self.reminding.test {
            shown.heard.get_or_insert(heard);
        }
    }
}
