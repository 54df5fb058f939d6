//! What library items are told apart by, and what a person has marked in the library.
//! The items themselves ship with the program.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Invalid, invalid::in_range};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LibraryKind {
    Read,
    Do,
    Breathe,
    Write,
    Move,
    Rest,
    Connect,
}

/// Subjects a person may not want to meet. Items name them; a muted subject hides them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ContentTopic {
    Substances,
    SelfHarm,
    Trauma,
    Eating,
    Death,
    Suicide,
}

/// What one comes for. Each item answers at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// Back into the room, from far away.
    ComeBack,
    Steady,
    /// Or rest.
    Sleep,
    FeelALittle,
    BeginSmall,
    PutInWords,
    BeWithPeople,
    Understand,
    FindHelp,
}

/// How long something takes, as one thinks of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Length {
    /// One or two minutes.
    OneMinute,
    FiveMinutes,
    FifteenMinutes,
}

impl Length {
    /// The length that so many minutes come closest to.
    pub fn of(minutes: u8) -> Self {
        match minutes {
            0..=2 => Length::OneMinute,
            3..=7 => Length::FiveMinutes,
            _ => Length::FifteenMinutes,
        }
    }

    /// The most minutes that fit when there is so much time.
    pub fn most(self) -> u8 {
        match self {
            Length::OneMinute => 2,
            Length::FiveMinutes => 5,
            Length::FifteenMinutes => 15,
        }
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LibraryMark {
    pub item: String,
    /// "Keep this one".
    pub is_favourite: bool,
    /// "Leave this one out": never suggested, listed apart.
    pub is_left_out: bool,
}

/// A place inside an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LibraryPlace {
    /// The step that was on the screen, from 0.
    Step(u16),
    /// The part of the text that stood at the top of the screen, from 0.
    Text(u16),
}

/// Where the latest item was left half-way. There is one or none; nothing is counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LibraryStop {
    pub item: String,
    pub place: LibraryPlace,
}

impl LibraryStop {
    /// The place is inside an item of so many steps.
    pub fn checked(self, steps: usize) -> Result<Self, Invalid> {
        if let LibraryPlace::Step(at) = self.place {
            in_range(at.into(), 0, steps as i64 - 1)?;
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_fall_into_the_three_lengths() {
        let lengths = [1, 2, 3, 6, 8, 15].map(Length::of);
        use Length::{FifteenMinutes as Fifteen, FiveMinutes as Five, OneMinute as One};
        assert_eq!(lengths, [One, One, Five, Five, Fifteen, Fifteen]);
    }

    #[test]
    fn a_step_that_is_not_there_is_no_place_to_stop() {
        let at = |step| LibraryStop { item: "x".into(), place: LibraryPlace::Step(step) };
        assert!(at(2).checked(3).is_ok());
        assert_eq!(at(3).checked(3), Err(Invalid::OutOfRange { value: 3, min: 0, max: 2 }));
        assert!(at(0).checked(0).is_err());
    }
}
