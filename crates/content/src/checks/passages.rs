//! Checks of what was written by others: free to print, short, and with its source.

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate};

use super::{Fault, Findings, Problem};
use crate::passages::Passage;

/// A text is free once its author has been dead for so many full years, and it has been in print for so many more.
const AFTER_DEATH: i32 = 70;
const AFTER_PRINT: i32 = 95;
/// As much as is read without scrolling or tiring.
const LONGEST: usize = 140;

pub(super) fn check_passages(passages: &[Passage], on: NaiveDate) -> Vec<Fault> {
    let mut found = Findings::default();
    let mut seen = HashSet::new();
    for passage in passages {
        found.at(format!("passage {}", passage.key));
        found.key(&passage.key, &mut seen);
        found.filled(&[("title", &passage.title), ("author", &passage.author), ("text", &passage.text)]);
        let is_free = on.year() > i32::from(passage.died) + AFTER_DEATH
            && on.year() > i32::from(passage.year) + AFTER_PRINT;
        found.unless(is_free, Problem::NotFree);
        found.unless(passage.source.contains(&passage.year.to_string()), Problem::SourceWithoutYear);
        let words = passage.text.split_whitespace().count();
        found.unless(words <= LONGEST, Problem::LongPassage(words));
    }
    found.faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passages::passages;

    fn planted(change: impl FnOnce(&mut Passage)) -> Vec<Problem> {
        let mut passage = passages()[0].clone();
        change(&mut passage);
        let faults = check_passages(&[passage], "2026-12-01".parse().unwrap());
        faults.into_iter().map(|fault| fault.problem).collect()
    }

    #[test]
    fn a_good_passage_has_no_faults_and_the_same_twice_is_found() {
        assert_eq!(planted(|_| {}), []);
        let twice = [passages()[0].clone(), passages()[0].clone()];
        let faults = check_passages(&twice, "2026-12-01".parse().unwrap());
        assert_eq!(faults.len(), 1);
    }

    #[test]
    fn what_is_not_yet_free_is_found_to_the_year() {
        assert_eq!(planted(|passage| passage.died = 1955), []);
        assert_eq!(planted(|passage| passage.died = 1956), [Problem::NotFree]);
        let printed_late = planted(|passage| (passage.year, passage.source) = (1931, "Poems, 1931".into()));
        assert_eq!(printed_late, [Problem::NotFree]);
    }

    #[test]
    fn a_source_without_its_year_an_empty_author_and_a_long_text_are_found() {
        assert_eq!(planted(|passage| passage.source = "Poems".into()), [Problem::SourceWithoutYear]);
        assert_eq!(planted(|passage| passage.author.clear()), [Problem::Empty("author")]);
        assert_eq!(planted(|passage| passage.text = "word ".repeat(141)), [Problem::LongPassage(141)]);
    }
}
