//! Reminders: what a nudge is about, when it may come, what became of each, and how it can be answered.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    ActivityId, Invalid, ReminderId, ReminderLogId, RoutineId, Uid,
    invalid::{at_most, in_range, possible_date},
    text,
};

/// The most nudges a day that anyone can choose, all reminders together.
pub const MOST_A_DAY: u8 = 6;
/// How long a fixed time stays open, in minutes, if nothing closes it sooner.
pub const FIXED_OPEN_FOR: u16 = 60;
/// The least distance between any two nudges, in minutes.
pub const LEAST_APART: u16 = 30;

const DAY: u16 = 1440;
/// Days that are chosen one by one.
const MOST_DATES: usize = 366;

/// What a nudge is about. It decides what *Open* opens and which answers there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "about", rename_all = "snake_case")]
pub enum About {
    CheckIn,
    /// A question to begin from; may be empty.
    Write {
        prompt: String,
    },
    Activity {
        activity: ActivityId,
    },
    Routine {
        routine: RoutineId,
    },
    /// A library item, by its id.
    Practice {
        item: String,
    },
    WindDown,
    OwnWords,
}

/// When on a chosen day. Minutes count from midnight on the clock of wherever the person is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "when", rename_all = "snake_case")]
pub enum Timing {
    /// Fixed times, each 0..=1439.
    At { minutes: Vec<u16> },
    /// Some time in a window, drawn anew each day. `until_minute` is later, up to 1440.
    Window { from_minute: u16, until_minute: u16 },
    /// Several moments drawn in a window, at least `apart_minutes` from each other.
    Moments { from_minute: u16, until_minute: u16, count: u8, apart_minutes: u16 },
}

/// Which days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "on", rename_all = "snake_case")]
pub enum Days {
    /// Monday first.
    Weekdays {
        days: [bool; 7],
    },
    /// `first`, and every `every` days from there.
    EveryNDays {
        every: u16,
        first: NaiveDate,
    },
    Dates {
        dates: Vec<NaiveDate>,
    },
}

impl Days {
    pub fn contains(&self, on: NaiveDate) -> bool {
        match self {
            Days::Weekdays { days } => days[on.weekday().num_days_from_monday() as usize],
            Days::EveryNDays { every, first } => {
                let since = (on - *first).num_days();
                since >= 0 && since % i64::from(*every).max(1) == 0
            }
            Days::Dates { dates } => dates.contains(&on),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReminderDraft {
    pub id: Option<ReminderId>,
    pub is_on: bool,
    pub about: About,
    pub timing: Timing,
    pub days: Days,
    /// Own words for the notice; may be empty.
    pub words: String,
    /// Show neutral words whatever else is set.
    pub hides_content: bool,
    /// After *Not now*, ask once more later in the same window.
    pub asks_again: bool,
    /// Do not get quieter when left unanswered.
    pub keeps_on: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Reminder {
    pub id: ReminderId,
    /// What its moments are drawn by, so that they are the same wherever it is.
    #[serde(skip)]
    pub uid: Uid,
    pub is_on: bool,
    pub about: About,
    pub timing: Timing,
    pub days: Days,
    pub words: String,
    pub hides_content: bool,
    pub asks_again: bool,
    pub keeps_on: bool,
    /// When it was made, last changed, or woken: nothing from before counts.
    pub changed_at: DateTime<Utc>,
}

/// What became of one nudge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NudgeStatus {
    /// Its time has come, and it waits for a better moment.
    Held,
    /// On the screen, no answer yet.
    Shown,
    /// It was not shown, and will not be.
    Passed,
    /// Answered by doing it without the notice.
    Done,
    Opened,
    NotNow,
    SameAsLast,
    Doing,
    Smaller,
    /// "Would you rather I stayed quiet?" answered with yes.
    StayQuiet,
    /// The same question answered with no.
    KeepOn,
}

impl NudgeStatus {
    /// Whether it was on the screen.
    pub fn was_shown(self) -> bool {
        !matches!(self, NudgeStatus::Held | NudgeStatus::Passed)
    }
}

/// Why the system would rather not be interrupted now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Hold {
    Locked,
    FullScreen,
    DoNotDisturb,
    Away,
    /// Nothing on this system shows notices now.
    NoNotices,
}

/// Why a nudge was held or passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    Locked,
    FullScreen,
    DoNotDisturb,
    Away,
    NoNotices,
    /// The computer slept, the program was closed, or the clock moved on.
    Asleep,
    Paused,
    QuietHours,
    /// As many nudges as were wanted for a day had come.
    EnoughToday,
    /// Another one had come shortly before.
    TooClose,
    AlreadyDone,
    /// Quieter, since the last ones were left alone.
    Quieter,
}

impl From<Hold> for Reason {
    fn from(hold: Hold) -> Self {
        match hold {
            Hold::Locked => Reason::Locked,
            Hold::FullScreen => Reason::FullScreen,
            Hold::DoNotDisturb => Reason::DoNotDisturb,
            Hold::Away => Reason::Away,
            Hold::NoNotices => Reason::NoNotices,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReminderLog {
    pub id: ReminderLogId,
    pub reminder: ReminderId,
    pub on: NaiveDate,
    /// Which moment of that day, from 0.
    pub slot: u8,
    /// 1 when it was asked again after *Not now*.
    pub attempt: u8,
    pub at: DateTime<Utc>,
    /// When its window closes.
    pub closes_at: DateTime<Utc>,
    pub status: NudgeStatus,
    pub reason: Option<Reason>,
    /// It asked whether to stay quiet.
    pub asks_quiet: bool,
    pub answered_at: Option<DateTime<Utc>>,
}

/// An answer, wherever it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    Open,
    NotNow,
    SameAsLast,
    /// Starts the activity.
    Doing,
    /// Starts its smaller version.
    Smaller,
    StayQuiet,
    KeepOn,
}

impl Answer {
    pub fn status(self) -> NudgeStatus {
        match self {
            Answer::Open => NudgeStatus::Opened,
            Answer::NotNow => NudgeStatus::NotNow,
            Answer::SameAsLast => NudgeStatus::SameAsLast,
            Answer::Doing => NudgeStatus::Doing,
            Answer::Smaller => NudgeStatus::Smaller,
            Answer::StayQuiet => NudgeStatus::StayQuiet,
            Answer::KeepOn => NudgeStatus::KeepOn,
        }
    }
}

impl From<Reminder> for ReminderDraft {
    fn from(reminder: Reminder) -> Self {
        let Reminder { id, is_on, about, timing, days, words, hides_content, asks_again, keeps_on, .. } =
            reminder;
        ReminderDraft { id: Some(id), is_on, about, timing, days, words, hides_content, asks_again, keeps_on }
    }
}

impl About {
    /// The answers a notice offers, the harmless one first: macOS reports the first when its menu is only
    /// opened.
    pub fn answers(&self, asks_quiet: bool, can_repeat: bool, has_smaller: bool) -> Vec<Answer> {
        if asks_quiet {
            return vec![Answer::KeepOn, Answer::StayQuiet];
        }
        let mut answers = vec![Answer::Open, Answer::NotNow];
        match self {
            About::CheckIn if can_repeat => answers.push(Answer::SameAsLast),
            About::Activity { .. } => {
                answers = vec![Answer::Open, Answer::Doing, Answer::NotNow];
                if has_smaller {
                    answers.insert(2, Answer::Smaller);
                }
            }
            _ => {}
        }
        answers
    }
}

/// For how long all reminders stay quiet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Pause {
    OneHour,
    /// Until six in the evening, or the next one.
    ThisEvening,
    UntilTomorrow,
    /// Until that day begins.
    UntilDate(NaiveDate),
    UntilResumed,
}

/// What *Open* opens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "place", rename_all = "snake_case")]
pub enum Opens {
    CheckIn,
    Today,
    Write { prompt: String },
    Activity { activity: ActivityId },
    Routine { routine: RoutineId },
    Item { item: String },
}

/// The library item that a wind-down opens.
pub const WIND_DOWN_ITEM: &str = "wind-down-hour";

impl Pause {
    /// The pause, or what is wrong with the day it ends on.
    pub fn checked(self, today: NaiveDate) -> Result<Self, Invalid> {
        if let Pause::UntilDate(on) = self {
            possible_date(on)?;
            if on <= today {
                return Err(Invalid::DateInThePast);
            }
        }
        Ok(self)
    }
}

impl About {
    pub fn opens(&self) -> Opens {
        match self.clone() {
            About::CheckIn => Opens::CheckIn,
            About::Write { prompt } => Opens::Write { prompt },
            About::Activity { activity } => Opens::Activity { activity },
            About::Routine { routine } => Opens::Routine { routine },
            About::Practice { item } => Opens::Item { item },
            About::WindDown => Opens::Item { item: WIND_DOWN_ITEM.to_owned() },
            About::OwnWords => Opens::Today,
        }
    }
}

impl ReminderDraft {
    /// The same, coming about half as often; none when it cannot come more rarely by itself.
    pub fn backed_off(mut self) -> Option<Self> {
        match (&mut self.timing, &mut self.days) {
            (Timing::At { minutes }, _) if minutes.len() > 1 => minutes.truncate(minutes.len() / 2),
            (Timing::Moments { count, .. }, _) if *count > 1 => *count /= 2,
            (_, Days::EveryNDays { every, .. }) if *every <= 182 => *every *= 2,
            (_, Days::Weekdays { days }) if days.iter().filter(|on| **on).count() > 1 => {
                // Every second chosen day, the first one kept.
                let mut keeps = false;
                for on in days.iter_mut().filter(|on| **on) {
                    keeps = !keeps;
                    *on = keeps;
                }
            }
            _ => return None,
        }
        Some(self)
    }

    /// The draft in good order, or what is wrong with it.
    pub fn checked(mut self, today: NaiveDate) -> Result<Self, Invalid> {
        self.words = text::clean(self.words.trim(), text::LINE_MAX)?;
        if let About::Write { prompt } = &mut self.about {
            *prompt = text::clean(prompt.trim(), text::LINE_MAX)?;
        }
        self.timing = self.timing.checked()?;
        self.days = self.days.checked(self.is_on, today)?;
        Ok(self)
    }
}

impl Timing {
    fn checked(mut self) -> Result<Self, Invalid> {
        match &mut self {
            Timing::At { minutes } => {
                minutes.sort_unstable();
                minutes.dedup();
                if minutes.is_empty() {
                    return Err(Invalid::NoTimeChosen);
                }
                at_most(MOST_A_DAY.into(), minutes.len())?;
                minutes.iter().try_for_each(|minute| in_range((*minute).into(), 0, i64::from(DAY) - 1))?;
            }
            Timing::Window { from_minute, until_minute } => window(*from_minute, *until_minute)?,
            Timing::Moments { from_minute, until_minute, count, apart_minutes } => {
                window(*from_minute, *until_minute)?;
                in_range((*count).into(), 1, MOST_A_DAY.into())?;
                in_range((*apart_minutes).into(), LEAST_APART.into(), DAY.into())?;
                let needed = u32::from(*count - 1) * u32::from(*apart_minutes);
                if needed >= u32::from(*until_minute - *from_minute) {
                    return Err(Invalid::MomentsDoNotFit);
                }
            }
        }
        Ok(self)
    }

    /// The stretches of the day, in minutes, in which it may come.
    pub fn stretches(&self) -> Vec<(u16, u16)> {
        match self {
            Timing::At { minutes } => {
                minutes.iter().map(|minute| (*minute, (minute + FIXED_OPEN_FOR).min(DAY))).collect()
            }
            Timing::Window { from_minute, until_minute }
            | Timing::Moments { from_minute, until_minute, .. } => vec![(*from_minute, *until_minute)],
        }
    }
}

impl Days {
    fn checked(mut self, is_on: bool, today: NaiveDate) -> Result<Self, Invalid> {
        match &mut self {
            Days::Weekdays { days } if is_on && !days.contains(&true) => return Err(Invalid::NoDayChosen),
            Days::Weekdays { .. } => {}
            Days::EveryNDays { every, first } => {
                in_range((*every).into(), 1, 365)?;
                possible_date(*first)?;
            }
            Days::Dates { dates } => {
                dates.sort_unstable();
                dates.dedup();
                dates.iter().try_for_each(|date| possible_date(*date))?;
                if dates.iter().any(|date| *date < today) {
                    return Err(Invalid::DateInThePast);
                }
                if is_on && dates.is_empty() {
                    return Err(Invalid::NoDayChosen);
                }
                at_most(MOST_DATES, dates.len())?;
            }
        }
        Ok(self)
    }
}

fn window(from_minute: u16, until_minute: u16) -> Result<(), Invalid> {
    for minute in [from_minute, until_minute] {
        in_range(minute.into(), 0, DAY.into())?;
    }
    if until_minute <= from_minute {
        return Err(Invalid::WindowEndsBeforeItStarts);
    }
    Ok(())
}
