//! Checks of what is read and followed: library, bibliography, routines, ideas, prompts and words.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;
use pilot_domain::{library::LibraryKind, prompt::Weight};

use super::paces::check_paces;
use super::{Fault, Findings, Problem};
use crate::bibliography::Source;
use crate::factors::Factor;
use crate::ideas::{ActivityIdea, IdeaPlace, IdeaWeather};
use crate::prompts::{MORE_TOPICS, Prompt};
use crate::routines::RoutineSeed;
use crate::wording::phrases_in;
use crate::words::WordSet;
use crate::{
    content::english,
    item::{Focus, LibraryItem},
    library::TOPICS,
};

/// What no idea asks for, by the words that would give it away. Cautions may name these things.
const EXCLUDED: &[&str] = &[
    // Dares and heights.
    "dare",
    "dares",
    "balcony",
    "bridge",
    "cliff",
    "ledge",
    "rooftop",
    "tower",
    // Traffic and driving.
    "traffic",
    "cross the road",
    "motorway",
    "railway",
    "car",
    "drive",
    "driving",
    "motorbike",
    // Being out at night.
    "at night",
    "in the dark",
    "after dark",
    "midnight",
    "night walk",
    // Substances.
    "alcohol",
    "beer",
    "wine",
    "pub",
    "smoke",
    "cigarette",
    "vape",
    "cannabis",
    "pill",
    "pills",
    // Eating less, and bodies.
    "fast for",
    "fasting",
    "skip a meal",
    "weigh",
    "scales",
    // Money.
    "shopping spree",
    "gamble",
    "bet",
    "lottery",
    "casino",
    // People who may not be safe.
    "stranger",
    "strangers",
    "an ex",
    "your ex",
    "my ex",
    // Cold.
    "ice",
    "icy",
    "cold water",
    "cold bath",
    "cold shower",
    "cold plunge",
];

/// Each topic has its name, and no other has one.
pub(super) fn check_topics(names: &BTreeMap<String, String>) -> Vec<Fault> {
    let mut found = Findings::default();
    found.at("topics".to_owned());
    for key in TOPICS {
        found.unless(names.contains_key(*key), Problem::MissingKey((*key).to_owned()));
    }
    for (key, name) in names {
        found.unless(TOPICS.contains(&key.as_str()), Problem::UnknownTopic(key.clone()));
        found.filled(&[("name", name)]);
    }
    found.faults
}

pub(super) fn check_library(items: &[LibraryItem], sources: &[Source], on: NaiveDate) -> Vec<Fault> {
    let known: HashSet<&str> = sources.iter().map(|source| source.key.as_str()).collect();
    let topics = english().topics();
    let mut found = Findings::default();
    let mut seen = HashSet::new();
    for item in items {
        found.at(format!("library/{}", item.id));
        found.key(&item.id, &mut seen);
        found.filled(&[
            ("title", &item.title),
            ("summary", &item.summary),
            ("smaller", &item.smaller),
            ("body", &item.body),
            ("seed", &item.seed.concat()),
            ("topics", &item.topics.concat()),
        ]);
        found.unless(!item.needs.is_empty(), Problem::Empty("needs"));
        item.seed.iter().for_each(|row| found.seed(row));
        for topic in &item.topics {
            let known = topics.values().any(|name| name == topic);
            found.unless(known, Problem::UnknownTopic(topic.clone()));
        }
        for key in &item.sources {
            found.unless(known.contains(key.as_str()), Problem::UnknownSource(key.clone()));
        }
        let figure = item.body.contains(|c: char| c.is_ascii_digit() || c == '%');
        found.unless(!figure || !item.sources.is_empty(), Problem::FigureWithoutSource);
        let risky = matches!(item.kind, LibraryKind::Breathe | LibraryKind::Move)
            || item.focus == Focus::Inner
            || !item.eyes_open;
        found.unless(!risky || !item.cautions.is_empty(), Problem::NoCaution);
        let followed = matches!(item.kind, LibraryKind::Breathe | LibraryKind::Move | LibraryKind::Rest);
        found.unless(!followed || !item.steps.is_empty(), Problem::NoSteps);
        found.time(item.minutes, item.steps.iter().map(|step| step.seconds));
        check_paces(item, &mut found);
        found.unless(item.review_due_on >= on, Problem::ReviewDue(item.review_due_on));
        let within_a_year = (item.review_due_on - item.written_on).num_days() <= 366;
        found.unless(within_a_year, Problem::ReviewTooFar);
        found.wording(
            [&item.title, &item.summary, &item.smaller, &item.body]
                .into_iter()
                .chain(&item.cautions)
                .chain(item.steps.iter().map(|step| &step.text))
                .map(String::as_str),
        );
    }
    found.faults
}

pub(super) fn check_bibliography(
    items: &[LibraryItem],
    factors: &[Factor],
    sources: &[Source],
) -> Vec<Fault> {
    let by_factor = factors.iter().flat_map(|factor| &factor.sources);
    let used: HashSet<&String> = items.iter().flat_map(|item| &item.sources).chain(by_factor).collect();
    let mut found = Findings::default();
    let mut seen = HashSet::new();
    for source in sources {
        found.at(format!("source {}", source.key));
        found.key(&source.key, &mut seen);
        found.filled(&[("citation", &source.citation)]);
        found.address(&source.address);
        found.unless(used.contains(&source.key), Problem::UnusedSource);
    }
    found.faults
}

/// What might be around feeling little. Each says who to talk to.
pub(super) fn check_factors(all: &[Factor], items: &[LibraryItem], sources: &[Source]) -> Vec<Fault> {
    let mut found = Findings::default();
    let mut seen = HashSet::new();
    for factor in all {
        found.at(format!("factor {}", factor.key));
        found.key(&factor.key, &mut seen);
        let [what, how] = &factor.explainer;
        found.filled(&[
            ("name", &factor.name),
            ("explainer", what),
            ("explainer", how),
            ("who", &factor.who),
        ]);
        let figure = [what, how, &factor.who].iter().any(|text| text.contains(|c: char| c.is_ascii_digit()));
        found.unless(!figure || !factor.sources.is_empty(), Problem::FigureWithoutSource);
        for key in &factor.sources {
            let known = sources.iter().any(|source| source.key == *key);
            found.unless(known, Problem::UnknownSource(key.clone()));
        }
        if let Some(id) = &factor.item {
            found.unless(items.iter().any(|item| item.id == *id), Problem::UnknownItem(id.clone()));
        }
        let cautions: Vec<String> = factor.caution.iter().cloned().collect();
        found.touches(&cautions, &factor.touches);
        let texts = [&factor.name, what, how, &factor.who].into_iter().chain(&factor.caution);
        found.wording(texts.map(String::as_str));
    }
    found.faults
}

pub(super) fn check_routines(routines: &[RoutineSeed]) -> Vec<Fault> {
    let mut found = Findings::default();
    let mut seen = HashSet::new();
    for routine in routines {
        found.at(format!("routine {}", routine.key));
        found.key(&routine.key, &mut seen);
        found.filled(&[("title", &routine.title), ("summary", &routine.summary)]);
        found.seed(&routine.seed);
        let count = routine.steps.len();
        found.unless((4..=8).contains(&count), Problem::StepCount(count));
        found.time(routine.minutes, routine.steps.iter().map(|step| step.seconds));
        found.touches(&routine.cautions, &routine.touches);
        found.wording(
            [&routine.title, &routine.summary]
                .into_iter()
                .chain(&routine.cautions)
                .chain(routine.steps.iter().map(|step| &step.text))
                .map(String::as_str),
        );
    }
    found.faults
}

pub(super) fn check_ideas(ideas: &[ActivityIdea]) -> Vec<Fault> {
    let mut found = Findings::default();
    let mut seen = HashSet::new();
    let mut titles = HashSet::new();
    for idea in ideas {
        found.at(format!("idea {}", idea.key));
        found.key(&idea.key, &mut seen);
        // What a person keeps of an idea is its title, so that finds the cautions again.
        found.unless(titles.insert(idea.title.to_lowercase()), Problem::Twice);
        found.filled(&[("title", &idea.title), ("smaller", &idea.smaller)]);
        found.time(idea.minutes, std::iter::empty());
        found.unless(!idea.senses.is_empty(), Problem::NoSense);
        let senses: HashSet<_> = idea.senses.iter().collect();
        found.unless(senses.len() == idea.senses.len(), Problem::Twice);
        let inside = matches!(idea.place, IdeaPlace::Bed | IdeaPlace::Indoors);
        found.unless(!inside || idea.weather == IdeaWeather::Any, Problem::WeatherIndoors);
        let asks = [idea.title.as_str(), &idea.smaller, &idea.needs];
        phrases_in(&asks.join("\n"), EXCLUDED).for_each(|thing| found.add(Problem::Excluded(thing)));
        found.touches(&idea.cautions, &idea.touches);
        found.wording(asks.into_iter().chain(idea.cautions.iter().map(String::as_str)));
    }
    found.faults
}

/// The most words a prompt may have, so that it is read in one go.
const LONGEST_PROMPT: usize = 24;

pub(super) fn check_prompts(prompts: &[Prompt]) -> Vec<Fault> {
    let mut found = Findings::default();
    let mut seen = HashSet::new();
    let mut texts = HashSet::new();
    for prompt in prompts {
        found.at(format!("prompt {}", prompt.key));
        found.key(&prompt.key, &mut seen);
        found.filled(&[
            ("text", &prompt.text),
            ("about", &prompt.about.concat()),
            ("seed", &prompt.seed.concat()),
        ]);
        found.unless(texts.insert(prompt.text.to_lowercase()), Problem::Twice);
        prompt.seed.iter().for_each(|row| found.seed(row));
        for topic in &prompt.about {
            let known = TOPICS.contains(&topic.as_str()) || MORE_TOPICS.contains(&topic.as_str());
            found.unless(known, Problem::UnknownTopic(topic.clone()));
        }
        let count = prompt.text.split_whitespace().count();
        found.unless(count <= LONGEST_PROMPT, Problem::TooManyWords(count));
        found.unless(matches!(prompt.minutes, 1 | 5 | 15), Problem::PromptMinutes(prompt.minutes));
        for text in [&prompt.text].into_iter().chain(&prompt.close) {
            found.unless(text.ends_with(['?', '.']), Problem::NoEnding);
        }
        let heavy = prompt.weight == Weight::Heavy;
        let closes = prompt.close.is_some();
        found.unless(!heavy || closes, Problem::NoClose);
        found.unless(heavy || !closes, Problem::CloseNotNeeded);
        found.wording([&prompt.text].into_iter().chain(&prompt.close).map(String::as_str));
    }
    found.faults
}

/// A key names one text, and a text has one key: check-ins hold the one, and are given the other.
pub(super) fn check_word_keys(words: &[(String, String)]) -> Vec<Fault> {
    let mut found = Findings::default();
    for (key, text) in words {
        found.at(format!("word {key}"));
        let is_key = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        // Those of a person's own begin so.
        found.unless(is_key && !key.starts_with("own-"), Problem::BadKey(key.clone()));
        let is_one = words.iter().all(|(other, read)| (other == key) == (read == text));
        found.unless(is_one, Problem::Twice);
    }
    found.faults
}

/// A word may stand in two lists, but not twice in one.
pub(super) fn check_words(words: &WordSet) -> Vec<Fault> {
    let zones = words.zones.iter().map(|zone| (format!("{:?}", zone.zone), &zone.words));
    let body = words.body.iter().map(|body| (body.group.clone(), &body.words));
    let first = [("absence".to_owned(), &words.absence), ("flicker".to_owned(), &words.flicker)];
    let mut found = Findings::default();
    for (name, list) in first.into_iter().chain(zones).chain(body) {
        found.at(format!("words {name}"));
        found.unless(!list.is_empty(), Problem::Empty("list"));
        let mut seen = HashSet::new();
        for word in list {
            found.filled(&[("word", word)]);
            found.unless(seen.insert(word), Problem::Twice);
        }
    }
    found.faults
}
