//! How dates and times are written: as the system has it, or as was chosen.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Invalid, invalid::in_range};

/// "3 November" or "November 3".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    DayMonth,
    MonthDay,
}

/// A clock to 12 or to 24, by its name in CLDR.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HourCycle {
    H12,
    H23,
}

/// What is none is not said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Formats {
    pub date_order: Option<DateOrder>,
    pub hour_cycle: Option<HourCycle>,
    /// Monday is 0.
    pub first_weekday: Option<u8>,
}

/// What the system's settings say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct SystemFormats {
    /// A tag such as `de-AT`, which has an order, a clock and a week of its own.
    pub locale: Option<String>,
    /// What was set besides.
    #[serde(flatten)]
    pub formats: Formats,
}

impl Formats {
    /// The choice, or what is wrong with it.
    pub fn checked(self) -> Result<Self, Invalid> {
        in_range(self.first_weekday.unwrap_or_default().into(), 0, 6)?;
        Ok(self)
    }
}
