//! A worry that is parked: one line, and when it will be looked at. Until then it is nowhere to be seen.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Invalid, WorryId, invalid::possible_date, text};

/// The day and the minute are those of the wall clock, wherever one is by then.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WorryDraft {
    pub id: Option<WorryId>,
    pub text: String,
    pub on: NaiveDate,
    pub minute: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ParkedWorry {
    pub id: WorryId,
    pub text: String,
    pub on: NaiveDate,
    pub minute: u16,
}

impl ParkedWorry {
    /// Its time has come. It waits from then on, for as long as nobody does anything about it.
    pub fn is_due(&self, wall: NaiveDateTime) -> bool {
        let at = NaiveTime::from_num_seconds_from_midnight_opt(u32::from(self.minute) * 60, 0);
        at.is_none_or(|at| self.on.and_time(at) <= wall)
    }
}

impl WorryDraft {
    pub fn checked(mut self) -> Result<Self, Invalid> {
        self.text = text::title(&self.text)?;
        possible_date(self.on)?;
        if self.minute >= 24 * 60 {
            return Err(Invalid::OutOfRange { value: self.minute.into(), min: 0, max: 24 * 60 - 1 });
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_worry_waits_from_its_minute_on_and_not_before() {
        let on = "2026-11-03".parse().unwrap();
        let worry = ParkedWorry { id: WorryId(1), text: "the rent".to_owned(), on, minute: 19 * 60 };
        let wall = |text: &str| text.parse::<NaiveDateTime>().unwrap();
        assert!(!worry.is_due(wall("2026-11-03T18:59:59")));
        assert!(worry.is_due(wall("2026-11-03T19:00:00")));
        assert!(worry.is_due(wall("2026-11-09T06:00:00")));
    }

    #[test]
    fn a_minute_that_no_clock_shows_is_refused() {
        let at = |minute| {
            let on = "2026-11-03".parse().unwrap();
            WorryDraft { id: None, text: "the rent".to_owned(), on, minute }.checked()
        };
        assert!(at(1439).is_ok());
        assert!(matches!(at(1440), Err(Invalid::OutOfRange { .. })));
    }
}
