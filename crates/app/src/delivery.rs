//! What is known of notices in this run of the program, and of no other.

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;
use pilot_domain::{
    ChangeId,
    reminder::{Answer, Hold},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is known of reminders in this run of the program, and of no other.
#[derive(Default)]
pub(crate) struct Delivery {
    /// When the program last was awake with the data open.
    pub(crate) last_awake: Option<DateTime<Utc>>,
    /// What the last look said, and where it was.
    pub(crate) last_look: Option<(Option<DateTime<Utc>>, Tz)>,
    pub(crate) latest_answer: Option<LatestAnswer>,
    pub(crate) test: Option<NotificationTest>,
}

impl Delivery {
    pub(crate) fn latest_answer(&self, now: DateTime<Utc>) -> Option<LatestAnswer> {
        self.latest_answer.clone().filter(|answer| now - answer.at < Duration::hours(12))
    }

    /// What was known of data that is closed now. When the program was awake stays known.
    pub(crate) fn close(&mut self) {
        *self = Delivery { last_awake: self.last_awake, ..Delivery::default() };
    }

    /// An answer that was taken back is none.
    pub(crate) fn forget(&mut self, change: ChangeId) {
        self.latest_answer.take_if(|answer| answer.change == change);
    }
}

/// The latest answer of today, while it can be taken back.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LatestAnswer {
    pub answer: Answer,
    pub at: DateTime<Utc>,
    pub change: ChangeId,
}

/// What became of a test notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NotificationTest {
    pub at: DateTime<Utc>,
    pub state: NotificationTestState,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum NotificationTestState {
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
