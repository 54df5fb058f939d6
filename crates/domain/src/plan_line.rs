//! Short lines for hard hours and for appointments: a safety plan in six parts, and a page to take along.
//! Each is in the person's own words, or someone from their people. Every part may stay empty.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Invalid, PersonId, PlanLineId, help::Person, text};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HelpPart {
    // The safety plan.
    Signs,
    Alone,
    Company,
    Ask,
    Professionals,
    Safer,
    // For an appointment.
    Say,
    Questions,
    Noticed,
    Medicines,
    Prescriber,
    Note,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PlanLineDraft {
    pub id: Option<PlanLineId>,
    pub part: HelpPart,
    /// May be empty when it is about a person.
    pub text: String,
    pub person: Option<PersonId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanLine {
    pub id: PlanLineId,
    pub part: HelpPart,
    pub text: String,
    /// As they are now among the person's people, so that a new number is new here too.
    pub person: Option<Person>,
    pub written_at: DateTime<Utc>,
}

/// One place up or down within its part. At the end of the list nothing happens.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PlanLineMove {
    pub id: PlanLineId,
    pub up: bool,
}

impl PlanLineDraft {
    pub fn checked(mut self) -> Result<Self, Invalid> {
        self.text = text::clean(&self.text, text::LINE_MAX)?.split_whitespace().collect::<Vec<_>>().join(" ");
        if self.text.is_empty() && self.person.is_none() { Err(Invalid::NothingToSave) } else { Ok(self) }
    }
}

/// What a line about a person says once they are no longer among one's people: nothing of it is lost.
pub fn line_without_person(person: &Person, text: &str) -> String {
    [person.name.as_str(), person.reach.as_str(), text]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(text: &str, person: Option<PersonId>) -> PlanLineDraft {
        PlanLineDraft { id: None, part: HelpPart::Alone, text: text.to_owned(), person }
    }

    #[test]
    fn a_line_is_one_line_and_says_something_or_names_someone() {
        assert_eq!(draft("  the dog,\n outside ", None).checked().unwrap().text, "the dog, outside");
        assert_eq!(draft(" \n", None).checked().unwrap_err(), Invalid::NothingToSave);
        assert_eq!(draft("", Some(PersonId(1))).checked().unwrap().text, "");
        let long = "a".repeat(text::LINE_MAX + 1);
        assert!(matches!(draft(&long, None).checked(), Err(Invalid::TextTooLong { .. })));
    }

    #[test]
    fn a_line_keeps_who_it_was_about() {
        let ona = Person { id: PersonId(1), name: "Ona".into(), reach: "555 0101".into() };
        assert_eq!(line_without_person(&ona, "after six"), "Ona, 555 0101, after six");
        assert_eq!(line_without_person(&Person { reach: String::new(), ..ona }, ""), "Ona");
    }
}
