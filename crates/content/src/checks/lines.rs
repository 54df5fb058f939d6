//! Checks of the helplines and emergency numbers, the part where a stale fact does most harm.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::dead::{dead_number, dead_way};
use super::{Fault, Findings, Problem, formats};
use crate::help::{EVERYWHERE, Emergency, Helpline, MONTHS_A_CHECK_LASTS, months_since};

/// What the languages that lines speak are called in English.
#[rustfmt::skip]
const LANGUAGES: &[(&str, &str)] = &[
    ("es", "Spanish"), ("en", "English"), ("de", "German"), ("fr", "French"), ("nl", "Dutch"),
    ("pt", "Portuguese"), ("cmn", "Mandarin"), ("cs", "Czech"), ("da", "Danish"), ("et", "Estonian"),
    ("ru", "Russian"), ("fi", "Finnish"), ("sv", "Swedish"), ("ar", "Arabic"), ("uk", "Ukrainian"),
    ("el", "Greek"), ("yue", "Cantonese"), ("hu", "Hungarian"), ("is", "Icelandic"), ("hi", "Hindi"),
    ("id", "Indonesian"), ("he", "Hebrew"), ("am", "Amharic"), ("it", "Italian"), ("ja", "Japanese"),
    ("sw", "Swahili"), ("lv", "Latvian"), ("lt", "Lithuanian"), ("lb", "Luxembourgish"), ("ms", "Malay"),
    ("mt", "Maltese"), ("ne", "Nepali"), ("ha", "Hausa"), ("no", "Norwegian"), ("ur", "Urdu"),
    ("fil", "Filipino"), ("pl", "Polish"), ("ro", "Romanian"), ("sr", "Serbian"), ("ta", "Tamil"),
    ("sk", "Slovak"), ("sl", "Slovenian"), ("ko", "Korean"), ("si", "Sinhala"), ("th", "Thai"),
    ("ase", "American Sign Language"), ("bg", "Bulgarian"), ("fa", "Persian"), ("kg", "Kikongo"), ("ln", "Lingala"),
    ("lua", "Tshiluba"), ("tr", "Turkish"), ("vi", "Vietnamese"),
];

pub(super) fn check_helplines(lines: &[Helpline], known: &[Emergency], on: NaiveDate) -> Vec<Fault> {
    let mut found = Findings::default();
    let mut seen = HashSet::new();
    for line in lines {
        found.at(format!("helpline {}", line.key));
        found.key(&line.key, &mut seen);
        found.filled(&[
            ("name", &line.name),
            ("hours", &line.hours),
            ("languages", &line.languages),
            ("audience", line.audience.as_deref().unwrap_or("anyone")),
            ("source", &line.source),
        ]);
        let country_known = known.iter().any(|entry| entry.country == line.country);
        found.unless(country_known, Problem::UnknownCountry(line.country.clone()));
        let numbers = [&line.phone, &line.sms];
        let pages = [&line.chat, &line.url];
        let reachable = numbers.into_iter().chain(pages).any(Option::is_some);
        found.unless(reachable, Problem::NoContact);
        for number in numbers.into_iter().flatten() {
            let fits = is_number(number) && formats::fits(&line.country, &digits_to_dial(number));
            found.unless(fits, Problem::BadNumber(number.clone()));
        }
        let words = [&line.name, &line.hours, &line.languages];
        let texts =
            numbers.into_iter().chain(pages).chain([&line.note, &line.audience]).flatten().chain(words);
        for dead in
            texts.filter_map(|text| dead_number(&line.country, text).or(dead_way(&line.country, text)))
        {
            found.add(Problem::DeadNumber(dead.to_owned()));
        }
        for (way, contact, hours) in [
            ("phone", &line.phone, &line.open.phone),
            ("sms", &line.sms, &line.open.sms),
            ("chat", &line.chat, &line.open.chat),
        ] {
            let fine = hours.as_ref().is_none_or(|hours| contact.is_some() && hours.is_possible());
            found.unless(fine, Problem::BadHours(way));
        }
        // What is not confirmed is not known: then nothing may say whether it is open.
        let is_sure = !line.hours.contains("not confirmed") && !line.hours.contains("varies");
        found.unless(is_sure || line.open.phone.is_none(), Problem::BadHours("phone"));
        found.unless(!line.needs.is_empty(), Problem::Empty("needs"));
        let is_named = |tag: &String| {
            let known = LANGUAGES.iter().find(|(known, _)| known == tag);
            known.is_some_and(|(_, name)| line.languages.contains(name))
        };
        found.unless(line.speaks.iter().all(is_named), Problem::Empty("speaks"));
        for address in pages.into_iter().flatten().chain([&line.source]) {
            found.address(address);
        }
        match months_since(&line.checked_month, on) {
            None => found.add(Problem::BadMonth(line.checked_month.clone())),
            Some(months) if months > MONTHS_A_CHECK_LASTS => {
                found.add(Problem::Stale(line.checked_month.clone()));
            }
            Some(_) => {
                found.unless(on <= line.recheck_by, Problem::RecheckDue(line.recheck_by));
                let ahead = months_since(&line.checked_month, line.recheck_by);
                let in_time = ahead.is_some_and(|months| months <= MONTHS_A_CHECK_LASTS);
                found.unless(in_time, Problem::RecheckTooFar(line.recheck_by));
            }
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
        if let Some(dead) = dead_number(&entry.country, &entry.numbers) {
            found.add(Problem::DeadNumber(dead.to_owned()));
        }
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

/// The digits of a number alone, without what to press, say or know: `111 then option 2` is 111.
fn digits_to_dial(text: &str) -> String {
    let core = text.split('(').next().unwrap_or_default();
    core.split_whitespace()
        .take_while(|word| !["then", "press", "option", "ext"].contains(word))
        .flat_map(str::chars)
        .filter(char::is_ascii_digit)
        .collect()
}
