//! Checks of the helplines and emergency numbers, the part where a stale fact does most harm.

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate};

use super::{Fault, Findings, Problem};
use crate::help::{EVERYWHERE, Emergency, Helpline};

/// A helpline is looked at again at least this often.
const MONTHS_A_CHECK_LASTS: i32 = 12;

/// Numbers that once were helplines and no longer are, digits only.
const DEAD_NUMBERS: &[&str] = &[
    "18002738255",
    "08457909090",
    "18334564566",
    "18002214444",
    "1393",
    "141",
    "199284284",
    "09000113",
    "18005990019",
];

pub(super) fn check_helplines(lines: &[Helpline], known: &[Emergency], on: NaiveDate) -> Vec<Fault> {
    let mut found = Findings::default();
    let mut seen = HashSet::new();
    for line in lines {
        found.at(format!("helpline {} {}", line.country, line.name));
        found.unless(seen.insert((&line.country, &line.name)), Problem::Twice);
        found.filled(&[
            ("name", &line.name),
            ("hours", &line.hours),
            ("languages", &line.languages),
            ("audience", &line.audience),
            ("source", &line.source),
        ]);
        let country_known = known.iter().any(|entry| entry.country == line.country);
        found.unless(country_known, Problem::UnknownCountry(line.country.clone()));
        let numbers = [&line.phone, &line.sms];
        let pages = [&line.chat, &line.url];
        let reachable = numbers.into_iter().chain(pages).any(Option::is_some);
        found.unless(reachable, Problem::NoContact);
        for number in numbers.into_iter().flatten() {
            found.unless(is_number(number), Problem::BadNumber(number.clone()));
        }
        let texts = [line.phone.as_ref(), line.sms.as_ref(), line.note.as_ref(), Some(&line.languages)];
        for dead in texts.into_iter().flatten().filter_map(|text| dead_number(text)) {
            found.add(Problem::DeadNumber(dead.to_owned()));
        }
        for address in pages.into_iter().flatten().chain([&line.source]) {
            found.address(address);
        }
        match months_since(&line.checked_month, on) {
            None => found.add(Problem::BadMonth(line.checked_month.clone())),
            Some(months) if months > MONTHS_A_CHECK_LASTS => {
                found.add(Problem::Stale(line.checked_month.clone()));
            }
            Some(_) => {}
        }
        found.wording(line.note.as_deref());
    }
    found.faults
}

pub(super) fn check_emergencies(entries: &[Emergency]) -> Vec<Fault> {
    let mut found = Findings::default();
    let mut seen = HashSet::new();
    for entry in entries {
        found.at(format!("emergency {}", entry.country));
        found.unless(seen.insert(&entry.country), Problem::Twice);
        found.filled(&[("name", &entry.name)]);
        let has_number = entry.numbers.contains(|c: char| c.is_ascii_digit());
        found.unless(has_number, Problem::BadNumber(entry.numbers.clone()));
    }
    found.at("emergency".to_owned());
    let everywhere = entries.iter().any(|entry| entry.country == EVERYWHERE);
    found.unless(everywhere, Problem::UnknownCountry(EVERYWHERE.to_owned()));
    found.faults
}

/// A telephone number, perhaps with what to press or write: `111 then option 2`, `4357 (HELP)`.
fn is_number(text: &str) -> bool {
    const WORDS: &[&str] = &["then", "press", "option", "ext", "to", "Text", "WhatsApp"];
    let core = text.split('(').next().unwrap_or_default();
    let digits = core.chars().filter(char::is_ascii_digit).count();
    let plausible = core.split_whitespace().all(|part| {
        let number = part.trim_start_matches(['+', '*']);
        let is_digits = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || c == '-');
        let is_keyword = part.len() > 1 && part.chars().all(|c| c.is_ascii_uppercase());
        is_digits || is_keyword || WORDS.contains(&part)
    });
    plausible && (3..=15).contains(&digits)
}

/// Looks at each run of digits, however it is spaced or hyphenated.
fn dead_number(text: &str) -> Option<&'static str> {
    let runs = text.split(|c: char| !(c.is_ascii_digit() || c == ' ' || c == '-'));
    let digits = runs.map(|run| run.chars().filter(char::is_ascii_digit).collect::<String>());
    let found: Vec<String> = digits.collect();
    DEAD_NUMBERS.iter().find(|dead| found.iter().any(|run| run == *dead)).copied()
}

/// Whole months from `2026-11` to a day; nothing for a month that is malformed or still to come.
fn months_since(month: &str, on: NaiveDate) -> Option<i32> {
    let first = NaiveDate::parse_from_str(&format!("{month}-01"), "%Y-%m-%d").ok()?;
    let of = |date: NaiveDate| date.year() * 12 + date.month0() as i32;
    let months = of(on) - of(first);
    (months >= 0).then_some(months)
}
