//! The contract of the bundled content. A fault here fails the build, so a text without a caution,
//! a claim without a source or a helpline that nobody looked at for a year never ships.

mod dead;
mod formats;
mod languages;
mod lines;
mod paces;
mod passages;
#[cfg(test)]
mod tests;
mod texts;

use std::collections::HashSet;

use chrono::NaiveDate;
use pilot_domain::library::ContentTopic;
use thiserror::Error;

use crate::bibliography::bibliography;
use crate::content::{english, others};
use crate::passages::passages;
use crate::wording::{WordingFault, phrases_in, wording_faults};

#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{place}: {problem}")]
pub struct Fault {
    /// What is wrong, by its key: `library/six-slow-breaths`, `helpline US 988`.
    pub place: String,
    pub problem: Problem,
}

#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Problem {
    #[error(transparent)]
    Wording(#[from] WordingFault),
    #[error("{0} is empty")]
    Empty(&'static str),
    #[error("key \"{0}\" is not lower-case words joined by hyphens")]
    BadKey(String),
    #[error("stands twice")]
    Twice,
    #[error("seed row \"{0}\" is not S01 to S44")]
    UnknownSeed(String),
    #[error("topic \"{0}\" is not on the list")]
    UnknownTopic(String),
    #[error("source \"{0}\" is not in the bibliography")]
    UnknownSource(String),
    #[error("leads to \"{0}\", which is not in the library")]
    UnknownItem(String),
    #[error("is used by no item")]
    UnusedSource,
    #[error("gives a figure without a source")]
    FigureWithoutSource,
    #[error("asks for breath, movement or inward attention without a caution")]
    NoCaution,
    #[error("can be followed but has no steps")]
    NoSteps,
    #[error("has a caution about {0:?} but does not say that it touches on it")]
    TouchesUnsaid(ContentTopic),
    #[error("gives no sense anything to notice")]
    NoSense,
    #[error("names \"{0}\", which no idea may ask for")]
    Excluded(&'static str),
    #[error("needs weather but stays indoors")]
    WeatherIndoors,
    #[error("has {0} steps, outside 4 to 8")]
    StepCount(usize),
    #[error("has a pace of less than three rounds, or one that ends inside a round")]
    PaceLasts,
    #[error("paces the breath faster than a round in {0} s")]
    PaceTooFast(u32),
    #[error("breathes out for less time than in")]
    ShortOut,
    #[error("holds the breath for longer than {0} s")]
    LongHold(u32),
    #[error("paces the breath without a caution that names {0}")]
    PaceCaution(&'static str),
    #[error("has {0} marks in a step, outside 1 to 5")]
    MarkCount(u8),
    #[error("is not known to be free to print")]
    NotFree,
    #[error("has a source that does not say its year")]
    SourceWithoutYear,
    #[error("has {0} words, more than one reads at a glance")]
    LongPassage(usize),
    #[error("leaves nothing to do when its zones are left out")]
    OnlyZones,
    #[error("minutes and timed steps do not fit: {steps} s in {minutes} min")]
    Minutes { steps: u32, minutes: u8 },
    #[error("takes {0} minutes, not 1, 5 or 15")]
    PromptMinutes(u8),
    #[error("has {0} words, more than 24")]
    TooManyWords(usize),
    #[error("does not end with a question mark or a full stop")]
    NoEnding,
    #[error("is heavy and has no closing step")]
    NoClose,
    #[error("has a closing step and is not heavy")]
    CloseNotNeeded,
    #[error("was due for review on {0}")]
    ReviewDue(NaiveDate),
    #[error("review is not due within a year of writing")]
    ReviewTooFar,
    #[error("address \"{0}\" is not a web address")]
    BadAddress(String),
    #[error("number \"{0}\" does not look like one")]
    BadNumber(String),
    #[error("number \"{0}\" no longer works")]
    DeadNumber(String),
    #[error("gives no way to reach it")]
    NoContact,
    #[error("month \"{0}\" is not a past month as 2026-11")]
    BadMonth(String),
    #[error("was last checked in {0}, more than a year ago")]
    Stale(String),
    #[error("was to be looked at again by {0}")]
    RecheckDue(NaiveDate),
    #[error("is to be looked at again only on {0}")]
    RecheckTooFar(NaiveDate),
    #[error("hours by {0} are impossible, not confirmed, or of a way it does not have")]
    BadHours(&'static str),
    #[error("country \"{0}\" has no emergency entry")]
    UnknownCountry(String),
    #[error("is no file that is translated")]
    UnknownFile,
    #[error("cannot be read: {0}")]
    Unreadable(String),
    #[error("key \"{0}\" is not in English")]
    UnknownKey(String),
    #[error("key \"{0}\" is missing")]
    MissingKey(String),
    #[error("has other texts than English under \"{0}\": one is missing, or one too many")]
    OtherTexts(String),
    #[error("has an exclamation mark")]
    Exclamation,
    #[error("has other numbers than English: {0}")]
    OtherNumbers(String),
}

/// Words by which a caution names a subject.
const SUBJECTS: &[(ContentTopic, &[&str])] = &[
    (ContentTopic::Substances, &["alcohol", "drugs"]),
    (ContentTopic::SelfHarm, &["hurt yourself"]),
    (ContentTopic::Trauma, &["trauma", "flashbacks"]),
    (ContentTopic::Eating, &["eating"]),
    (ContentTopic::Death, &["grief", "died"]),
    (ContentTopic::Suicide, &["suicide", "ending your life"]),
];

/// Every fault in everything that is bundled, on a given day. Facts, and how English sounds, are checked in English; what
/// a translation has to have, in `languages`.
pub fn check(on: NaiveDate) -> Vec<Fault> {
    let content = english();
    let (library, factors, emergencies) = (content.library(), content.factors(), content.emergencies());
    let mut faults = [
        texts::check_topics(&content.topics()),
        texts::check_library(library, bibliography(), on),
        texts::check_bibliography(library, factors, bibliography()),
        texts::check_factors(factors, library, bibliography()),
        texts::check_routines(content.routines()),
        texts::check_ideas(content.activity_ideas()),
        texts::check_prompts(content.prompts()),
        texts::check_words(content.words()),
        texts::check_word_keys(content.keyed_words()),
        passages::check_passages(passages(), on),
        lines::check_helplines(content.helplines(), emergencies, on),
        lines::check_emergencies(emergencies),
    ]
    .concat();
    faults.extend(others().iter().flat_map(languages::check_language));
    faults
}

/// Collects faults under the name of the thing that is being looked at.
#[derive(Default)]
struct Findings {
    place: String,
    faults: Vec<Fault>,
}

impl Findings {
    fn at(&mut self, place: String) {
        self.place = place;
    }

    fn add(&mut self, problem: Problem) {
        self.faults.push(Fault { place: self.place.clone(), problem });
    }

    fn unless(&mut self, fine: bool, problem: Problem) {
        if !fine {
            self.add(problem);
        }
    }

    fn key(&mut self, key: &str, seen: &mut HashSet<String>) {
        let fine = !key.is_empty()
            && key.split('-').all(|part| {
                !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            });
        self.unless(fine, Problem::BadKey(key.to_owned()));
        self.unless(seen.insert(key.to_owned()), Problem::Twice);
    }

    fn filled(&mut self, fields: &[(&'static str, &str)]) {
        for (name, value) in fields {
            self.unless(!value.trim().is_empty(), Problem::Empty(name));
        }
    }

    fn seed(&mut self, row: &str) {
        let number = row.strip_prefix('S').filter(|digits| digits.len() == 2);
        let known = number.is_some_and(|n| n.parse().is_ok_and(|n: u8| (1..=44).contains(&n)));
        self.unless(known, Problem::UnknownSeed(row.to_owned()));
    }

    fn time(&mut self, minutes: u8, steps: impl Iterator<Item = Option<u32>> + Clone) {
        let total = steps.clone().flatten().sum();
        let untimed_or_positive = steps.clone().all(|seconds| seconds != Some(0));
        let fits = minutes > 0 && total <= u32::from(minutes) * 60 && untimed_or_positive;
        self.unless(fits, Problem::Minutes { steps: total, minutes });
    }

    /// A caution that names a subject gives away that the thing touches on it, so that it can be muted.
    fn touches(&mut self, cautions: &[String], said: &[ContentTopic]) {
        let joined = cautions.join("\n");
        for (topic, words) in SUBJECTS {
            let is_named = phrases_in(&joined, words).next().is_some();
            self.unless(!is_named || said.contains(topic), Problem::TouchesUnsaid(*topic));
        }
    }

    fn wording<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>) {
        let joined = texts.into_iter().collect::<Vec<_>>().join("\n\n");
        for fault in wording_faults(&joined) {
            self.add(fault.into());
        }
    }

    fn address(&mut self, address: &str) {
        let rest = address.strip_prefix("https://").or(address.strip_prefix("http://"));
        let fine = rest.is_some_and(|rest| rest.contains('.') && !rest.contains(char::is_whitespace));
        self.unless(fine, Problem::BadAddress(address.to_owned()));
    }
}
