//! Reads one library file: a header of `key: value` lines between two `---` lines, then Markdown.
//!
//! The header is strict. Every key is known, each single key stands once and none is missing, so
//! that a typing slip in a text is found with its line and never shows as an item without cautions.
//! In a translation the header has the keys of [`TEXTS`] alone; the rest is said once, in English.

use std::collections::HashMap;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use thiserror::Error;

use crate::item::LibraryItem;
use crate::pace::GuidedPace;
use crate::step::LibraryStep;
use crate::translation::{Texts, english};

/// Keys that stand exactly once. A list is written with commas and may be empty.
const SINGLE: &[&str] = &[
    "id",
    "seed",
    "kind",
    "title",
    "summary",
    "minutes",
    "energy",
    "topics",
    "needs",
    "touches",
    "eyes_open",
    "focus",
    "smaller",
    "sources",
    "review",
    "written_on",
    "review_due_on",
];

/// Keys that may stand any number of times: one sentence a line, commas allowed.
/// `pace` stands before the steps it lasts for, `marks` and `zone` under the step they belong to.
const REPEATED: &[&str] = &["caution", "step", "pace", "marks", "zone"];

/// What is said anew in every language.
const TEXTS: &[&str] = &["title", "summary", "smaller", "caution", "step"];

#[derive(Debug, PartialEq, Eq, Error)]
pub(crate) enum HeaderError {
    #[error("line 1 is not `---`")]
    NoOpening,
    #[error("the header is never closed with `---`")]
    NoClosing,
    #[error("line {line}: no `key: value`")]
    NotAPair { line: usize },
    #[error("line {line}: unknown key `{key}`")]
    UnknownKey { line: usize, key: String },
    #[error("line {line}: `{key}` stands twice")]
    KeyTwice { line: usize, key: String },
    #[error("`{key}` is missing")]
    KeyMissing { key: &'static str },
    #[error("line {line}: `{value}` is no value for `{key}`")]
    BadValue { line: usize, key: &'static str, value: String },
    #[error("line {line}: `{key}` stands under no step")]
    NoStep { line: usize, key: &'static str },
    #[error("line {line}: the pace ends in the middle of a step, or the step has no time")]
    PaceAndStep { line: usize },
}

pub(crate) fn parse_item(text: &str) -> Result<LibraryItem, HeaderError> {
    let (header, body) = split(text)?;
    let mut fields = Fields::default();
    for (index, line) in header.lines().enumerate() {
        fields.take(index + 2, line)?;
    }
    let (paces, steps) = fields.steps()?;
    Ok(LibraryItem {
        language: english(),
        id: fields.text("id")?,
        seed: fields.list("seed")?,
        kind: fields.named("kind")?,
        title: fields.text("title")?,
        summary: fields.text("summary")?,
        minutes: fields.parsed("minutes")?,
        energy: fields.named("energy")?,
        topics: fields.list("topics")?,
        needs: fields.named_list("needs")?,
        touches: fields.named_list("touches")?,
        eyes_open: fields.yes_or_no("eyes_open")?,
        focus: fields.named("focus")?,
        cautions: fields.repeated("caution").map(|(_, text)| text.into()).collect(),
        smaller: fields.text("smaller")?,
        body: body.trim().to_owned(),
        steps,
        paces,
        sources: fields.list("sources")?,
        review: fields.named("review")?,
        written_on: fields.parsed::<NaiveDate>("written_on")?,
        review_due_on: fields.parsed::<NaiveDate>("review_due_on")?,
    })
}

/// The texts of one item in another language.
pub(crate) fn parse_texts(text: &str) -> Result<Texts, HeaderError> {
    let (header, body) = split(text)?;
    let mut texts = Texts::from([("body".to_owned(), vec![body.trim().to_owned()])]);
    for (index, line) in header.lines().enumerate() {
        let line_number = index + 2;
        let (key, value) = line.split_once(':').ok_or(HeaderError::NotAPair { line: line_number })?;
        if !TEXTS.contains(&key) {
            return Err(HeaderError::UnknownKey { line: line_number, key: key.to_owned() });
        }
        texts.entry(key.to_owned()).or_default().push(value.trim().to_owned());
    }
    Ok(texts)
}

fn split(text: &str) -> Result<(&str, &str), HeaderError> {
    let rest = text.strip_prefix("---\n").ok_or(HeaderError::NoOpening)?;
    rest.split_once("\n---\n").ok_or(HeaderError::NoClosing)
}

/// `step: 20s Look at one thing.` is timed; without a leading number of seconds it is not.
fn parse_step(line: usize, value: &str) -> Result<LibraryStep, HeaderError> {
    let timed = value.split_once(' ').and_then(|(time, text)| {
        let digits = time.strip_suffix('s')?;
        digits.starts_with(|c: char| c.is_ascii_digit()).then_some((digits, text))
    });
    let Some((digits, text)) = timed else {
        return Ok(plain_step(value, None));
    };
    let seconds = digits.parse().map_err(|_| bad(line, "step", value))?;
    Ok(plain_step(text.trim(), Some(seconds)))
}

fn plain_step(text: &str, seconds: Option<u32>) -> LibraryStep {
    LibraryStep { text: text.to_owned(), seconds, pace: None, marks: None, zone: None }
}

fn bad(line: usize, key: &'static str, value: &str) -> HeaderError {
    HeaderError::BadValue { line, key, value: value.to_owned() }
}

#[derive(Default)]
struct Fields<'a> {
    single: HashMap<&'static str, (usize, &'a str)>,
    repeated: Vec<(&'static str, usize, &'a str)>,
}

impl<'a> Fields<'a> {
    fn take(&mut self, line: usize, text: &'a str) -> Result<(), HeaderError> {
        let (key, value) = text.split_once(':').ok_or(HeaderError::NotAPair { line })?;
        let value = value.trim();
        if let Some(known) = REPEATED.iter().find(|known| **known == key) {
            self.repeated.push((known, line, value));
            return Ok(());
        }
        let known = SINGLE
            .iter()
            .find(|known| **known == key)
            .ok_or_else(|| HeaderError::UnknownKey { line, key: key.to_owned() })?;
        match self.single.insert(known, (line, value)) {
            None => Ok(()),
            Some(_) => Err(HeaderError::KeyTwice { line, key: key.to_owned() }),
        }
    }

    fn get(&self, key: &'static str) -> Result<(usize, &'a str), HeaderError> {
        self.single.get(key).copied().ok_or(HeaderError::KeyMissing { key })
    }

    fn text(&self, key: &'static str) -> Result<String, HeaderError> {
        self.get(key).map(|(_, value)| value.to_owned())
    }

    fn list(&self, key: &'static str) -> Result<Vec<String>, HeaderError> {
        Ok(split_list(self.get(key)?.1).map(str::to_owned).collect())
    }

    fn parsed<T: FromStr>(&self, key: &'static str) -> Result<T, HeaderError> {
        let (line, value) = self.get(key)?;
        value.parse().map_err(|_| bad(line, key, value))
    }

    /// A value of one of our enums, by the name it has on the wire.
    fn named<T: DeserializeOwned>(&self, key: &'static str) -> Result<T, HeaderError> {
        let (line, value) = self.get(key)?;
        name(line, key, value)
    }

    fn named_list<T: DeserializeOwned>(&self, key: &'static str) -> Result<Vec<T>, HeaderError> {
        let (line, value) = self.get(key)?;
        split_list(value).map(|part| name(line, key, part)).collect()
    }

    fn yes_or_no(&self, key: &'static str) -> Result<bool, HeaderError> {
        match self.get(key)? {
            (_, "yes") => Ok(true),
            (_, "no") => Ok(false),
            (line, value) => Err(bad(line, key, value)),
        }
    }

    /// The paces and the steps, in the order in which they stand.
    fn steps(&self) -> Result<(Vec<GuidedPace>, Vec<LibraryStep>), HeaderError> {
        let mut paces: Vec<GuidedPace> = Vec::new();
        let mut steps: Vec<LibraryStep> = Vec::new();
        // What is left of the latest pace, and the line it stands in.
        let (mut left, mut paced_at) = (0, 0);
        for &(key, line, value) in &self.repeated {
            match key {
                "pace" => {
                    if left > 0 {
                        return Err(HeaderError::PaceAndStep { line: paced_at });
                    }
                    let pace = GuidedPace::parse(value).ok_or_else(|| bad(line, key, value))?;
                    (left, paced_at) = (pace.seconds, line);
                    paces.push(pace);
                }
                "step" => {
                    let mut step = parse_step(line, value)?;
                    if left > 0 {
                        let after = step.seconds.and_then(|seconds| left.checked_sub(seconds));
                        left = after.ok_or(HeaderError::PaceAndStep { line: paced_at })?;
                        step.pace = Some(paces.len() - 1);
                    }
                    steps.push(step);
                }
                "marks" => {
                    let marks = value.parse().map_err(|_| bad(line, key, value))?;
                    steps.last_mut().ok_or(HeaderError::NoStep { line, key })?.marks = Some(marks);
                }
                "zone" => {
                    let zone = name(line, key, value)?;
                    steps.last_mut().ok_or(HeaderError::NoStep { line, key })?.zone = Some(zone);
                }
                _ => {}
            }
        }
        if left > 0 {
            return Err(HeaderError::PaceAndStep { line: paced_at });
        }
        Ok((paces, steps))
    }

    fn repeated(&self, key: &'static str) -> impl Iterator<Item = (usize, &'a str)> {
        self.repeated
            .iter()
            .filter(move |(known, _, _)| *known == key)
            .map(|(_, line, value)| (*line, *value))
    }
}

fn split_list(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').map(str::trim).filter(|part| !part.is_empty())
}

fn name<T: DeserializeOwned>(line: usize, key: &'static str, value: &str) -> Result<T, HeaderError> {
    serde_json::from_value(value.into()).map_err(|_| bad(line, key, value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::step::BodyZone;
    use pilot_domain::library::{ContentTopic, LibraryKind, Need};

    const ITEM: &str = "---
id: test-item
seed: S01, S02
kind: rest
title: A title: with a colon
summary: One sentence.
minutes: 5
energy: none
topics: senses
needs: come_back, sleep
touches: self_harm, eating
eyes_open: yes
focus: outer
smaller: Less.
sources:
review: not_clinically_reviewed
written_on: 2026-11-23
review_due_on: 2027-11-23
caution: Stop, if you like.
step: 20s Look, and wait.
step: Rest.
---

## Body

Text.
";

    fn error(from: &str, to: &str) -> String {
        let changed = ITEM.replacen(from, to, 1);
        assert_ne!(changed, ITEM);
        parse_item(&changed).unwrap_err().to_string()
    }

    #[test]
    fn a_whole_item_is_read() {
        let item = parse_item(ITEM).unwrap();
        assert_eq!(item.kind, LibraryKind::Rest);
        assert_eq!(item.title, "A title: with a colon");
        assert_eq!(item.seed, ["S01", "S02"]);
        assert_eq!(item.needs, [Need::ComeBack, Need::Sleep]);
        assert_eq!(item.touches, [ContentTopic::SelfHarm, ContentTopic::Eating]);
        assert_eq!(item.sources, Vec::<String>::new());
        assert_eq!(item.cautions, ["Stop, if you like."]);
        assert_eq!(item.steps[0], plain_step("Look, and wait.", Some(20)));
        assert_eq!(item.steps[1], plain_step("Rest.", None));
        assert_eq!(item.body, "## Body\n\nText.");
    }

    #[test]
    fn each_slip_of_the_pen_is_named_with_its_line() {
        assert_eq!(error("---\n", ""), "line 1 is not `---`");
        assert_eq!(error("\n---\n\n", "\n\n"), "the header is never closed with `---`");
        assert_eq!(error("kind: rest", "kind rest"), "line 4: no `key: value`");
        assert_eq!(error("kind: rest", "knid: rest"), "line 4: unknown key `knid`");
        assert_eq!(error("kind: rest", "kind: nap"), "line 4: `nap` is no value for `kind`");
        assert_eq!(error("title:", "id:"), "line 5: `id` stands twice");
        assert_eq!(error("minutes: 5\n", ""), "`minutes` is missing");
        assert_eq!(error("minutes: 5", "minutes: 500"), "line 7: `500` is no value for `minutes`");
        assert_eq!(
            error("eyes_open: yes", "eyes_open: maybe"),
            "line 12: `maybe` is no value for `eyes_open`"
        );
        assert_eq!(error("come_back", "fly"), "line 10: `fly` is no value for `needs`");
        assert_eq!(error("self_harm", "harm"), "line 11: `harm` is no value for `touches`");
        assert_eq!(error("2027-11-23", "soon"), "line 18: `soon` is no value for `review_due_on`");
        assert_eq!(error("20s Look", "2x0s Look"), "line 20: `2x0s Look, and wait.` is no value for `step`");
    }

    #[test]
    fn a_pace_lasts_for_the_steps_that_follow_and_marks_and_zones_belong_to_the_step_above() {
        let steps =
            "pace: 30s in 4, out 6\nstep: 10s One.\nstep: 20s Two.\nzone: hands\nstep: Three.\nmarks: 4";
        let item = parse_item(&ITEM.replace("step: Rest.", steps)).unwrap();
        assert_eq!(
            item.steps.iter().map(|step| step.pace).collect::<Vec<_>>(),
            [None, Some(0), Some(0), None]
        );
        assert_eq!((item.paces.len(), item.paces[0].seconds), (1, 30));
        assert_eq!((item.steps[2].zone, item.steps[3].marks), (Some(BodyZone::Hands), Some(4)));
    }

    #[test]
    fn a_pace_that_ends_inside_a_step_and_a_mark_without_a_step_are_found() {
        let ends = "the pace ends in the middle of a step, or the step has no time";
        let paced = |pace: &str| error("step: 20s", &format!("pace: {pace}\nstep: 20s"));
        assert_eq!(paced("30s in 4, out 6"), format!("line 20: {ends}"));
        assert_eq!(paced("10s in 4, out 6"), format!("line 20: {ends}"));
        assert_eq!(paced("20s in 4"), "line 20: `20s in 4` is no value for `pace`");
        assert_eq!(error("step: Rest.", "pace: 20s in 4, out 6"), format!("line 21: {ends}"));
        assert_eq!(error("step: 20s", "marks: 3\nstep: 20s"), "line 20: `marks` stands under no step");
        assert_eq!(error("step: Rest.", "zone: soul"), "line 21: `soul` is no value for `zone`");
    }
}
