//! Checks of a translation: it has texts under the keys of English and no others, as many as English, and says the same
//! numbers. How it sounds is for those who speak it: banned words, the length of sentences, the words of cautions and what
//! no idea may ask for are checked in English alone.

use std::collections::{BTreeMap, HashSet};

use serde::de::DeserializeOwned;

use super::dead::dead_number;
use super::{Fault, Findings, Problem};
use crate::content::{Content, english, english_words};
use crate::header::parse_texts;
use crate::library::{IDS, TOPICS};
use crate::translation::{ItemTexts, Texts, Translated, translated};
use crate::words::WordTexts;

/// A number is meant from so many digits on; fewer are hours and minutes, which a language may write in its own way.
const DIGITS_OF_A_NUMBER: usize = 5;

pub(super) fn check_language(content: &Content) -> Vec<Fault> {
    let english = english();
    let mut found = Checked { language: content.language, found: Findings::default() };
    for (name, text) in content.files() {
        found.at(name);
        match *name {
            "factors.json" => found.items(text, english.factors()),
            "ideas.json" => found.items(text, english.activity_ideas()),
            "prompts.json" => found.items(text, english.prompts()),
            "routines.json" => found.items(text, english.routines()),
            "helplines.json" => found.items(text, english.helplines()),
            "emergency.json" => {
                found.items(text, english.emergencies());
                for entry in content.emergencies() {
                    let said = english.emergency(&entry.country);
                    found.at(&format!("emergency.json {}", entry.country));
                    found.same_numbers(&said.numbers, &entry.numbers, 1);
                }
            }
            "topics.json" => {
                if let Some(names) = found.read::<BTreeMap<String, String>>(text) {
                    found.keys(&names, TOPICS);
                }
            }
            "words.json" => found.words(text, content),
            path => found.library_file(path, text),
        }
    }
    found.found.faults
}

struct Checked {
    language: &'static str,
    found: Findings,
}

impl Checked {
    fn at(&mut self, place: &str) {
        self.found.at(format!("{}/{place}", self.language));
    }

    fn read<T: DeserializeOwned>(&mut self, text: &str) -> Option<T> {
        let read = serde_json::from_str(text);
        read.map_err(|error| self.found.add(Problem::Unreadable(error.to_string()))).ok()
    }

    /// An item may be left out, which is then in English.
    fn items<T: Translated>(&mut self, text: &str, items: &[T]) {
        let Some(all) = self.read::<BTreeMap<String, ItemTexts>>(text) else { return };
        let file = self.found.place.clone();
        for (key, ItemTexts(texts)) in &all {
            self.found.at(format!("{file} {key}"));
            match items.iter().find(|item| item.key() == key) {
                Some(item) => self.item(item, texts),
                None => self.found.add(Problem::UnknownKey(key.clone())),
            }
        }
    }

    fn item<T: Translated>(&mut self, item: &T, texts: &Texts) {
        for (name, text) in texts.iter().flat_map(|(name, texts)| texts.iter().map(move |text| (name, text)))
        {
            self.found.unless(!text.trim().is_empty(), Problem::OtherTexts(name.clone()));
            self.found.unless(!text.contains(['!', '！', '¡']), Problem::Exclamation);
            if let Some(dead) = dead_number("", text) {
                self.found.add(Problem::DeadNumber(dead.to_owned()));
            }
        }
        match translated(item, texts, self.language) {
            Err(names) => names.into_iter().for_each(|name| self.found.add(Problem::OtherTexts(name))),
            Ok(mut said) => {
                let mut item = item.clone();
                for ((_, english), (_, said)) in item.texts().into_iter().zip(said.texts()) {
                    self.same_numbers(english, said, DIGITS_OF_A_NUMBER);
                }
            }
        }
    }

    fn same_numbers(&mut self, english: &str, said: &str, least: usize) {
        let same = numbers(english, least) == numbers(said, least);
        self.found.unless(same, Problem::OtherNumbers(said.to_owned()));
    }

    /// What stands under keys is all there, and nothing else.
    fn keys(&mut self, texts: &BTreeMap<String, String>, keys: &[&str]) {
        for key in keys.iter().collect::<HashSet<_>>() {
            let is_there = texts.get(*key).is_some_and(|text| !text.trim().is_empty());
            self.found.unless(is_there, Problem::MissingKey((*key).to_owned()));
        }
        for key in texts.keys() {
            self.found.unless(keys.contains(&key.as_str()), Problem::UnknownKey(key.clone()));
        }
    }

    /// Check-ins hold the key and are given the text, so a text has one key in every language.
    fn words(&mut self, text: &str, content: &Content) {
        let Some(texts) = self.read::<WordTexts>(text) else { return };
        let set = english_words();
        let (words, groups) = set.keys();
        self.keys(&texts.words, &words);
        self.keys(&texts.groups, &groups);
        self.found.faults.extend(super::texts::check_word_keys(content.keyed_words()));
    }

    fn library_file(&mut self, path: &str, text: &str) {
        let id = path.strip_prefix("library/").and_then(|name| name.strip_suffix(".md"));
        let Some(item) = id.and_then(|id| english().library().iter().find(|item| item.id == id)) else {
            let known = id.is_some_and(|id| IDS.contains(&id));
            return self.found.unless(known, Problem::UnknownFile);
        };
        match parse_texts(text) {
            Ok(texts) => self.item(item, &texts),
            Err(error) => self.found.add(Problem::Unreadable(error.to_string())),
        }
    }
}

/// The numbers of a text with so many digits or more, without their spaces and hyphens.
fn numbers(text: &str, least: usize) -> Vec<String> {
    text.split(|c: char| !(c.is_ascii_digit() || c == ' ' || c == '-'))
        .map(|run| run.chars().filter(char::is_ascii_digit).collect::<String>())
        .filter(|digits| digits.len() >= least.max(1))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(files: &'static [(&'static str, &'static str)]) -> Vec<Problem> {
        let faults = check_language(&Content::translation("de", files));
        faults.into_iter().map(|fault| fault.problem).collect()
    }

    #[test]
    fn an_item_that_is_translated_is_said_so_and_keeps_its_facts_and_one_that_is_not_is_in_english() {
        const PROMPT: &str = r#"{ "volume-of-today": { "text": "Wie viel war heute zu fühlen?" } }"#;
        const ITEM: &str = "---\ntitle: Atmen\nsummary: Eine Minute.\nsmaller: Ein Mal.\ncaution: Halt.\ncaution: Oder.\ncaution: Und.\nstep: A.\nstep: B.\nstep: C.\nstep: D.\nstep: E.\nstep: F.\n---\n\nText.\n";
        const FILES: &[(&str, &str)] = &[("prompts.json", PROMPT), ("library/six-slow-breaths.md", ITEM)];
        assert_eq!(problems(FILES), []);
        let content = Content::translation("de", FILES);
        let find = |content: &Content, id: &str| {
            content.library().iter().find(|item| item.id == id).unwrap().clone()
        };
        let (item, original) = (find(&content, "six-slow-breaths"), find(english(), "six-slow-breaths"));
        assert_eq!((item.language.as_str(), item.title.as_str()), ("de", "Atmen"));
        assert_eq!((item.paces, item.sources), (original.paces, original.sources));
        assert_eq!((item.steps[5].text.as_str(), item.steps[5].seconds), ("F.", Some(10)));
        assert_eq!(find(&content, "sighing-out"), find(english(), "sighing-out"));
        assert_eq!(content.prompts()[0].text, "Wie viel war heute zu fühlen?");
        assert_eq!(content.prompts()[1], english().prompts()[1]);
        assert_eq!((content.words(), content.helplines()), (english().words(), english().helplines()));
        assert!(content.shelved().iter().any(|item| item.title == "Atmen"));
    }

    #[test]
    fn a_key_that_english_does_not_have_and_a_file_too_many_are_found() {
        let key = |key: &str| Problem::UnknownKey(key.to_owned());
        assert_eq!(problems(&[("ideas.json", r#"{ "fly": { "title": "Fliegen" } }"#)]), [key("fly")]);
        assert_eq!(problems(&[("library/fly.md", "")]), [Problem::UnknownFile]);
        assert_eq!(problems(&[("poems.json", "{}")]), [Problem::UnknownFile]);
        let topics = problems(&[("topics.json", r#"{ "body": "Körper", "magic": "Zauber" }"#)]);
        assert!(topics.contains(&key("magic")) && topics.contains(&Problem::MissingKey("worry".into())));
        let words = problems(&[("words.json", r#"{ "words": { "numb": "taub" }, "groups": {} }"#)]);
        assert!(words.contains(&Problem::MissingKey("cant-tell".into())));
        assert!(words.contains(&Problem::MissingKey("tension".into())));
    }

    #[test]
    fn a_text_that_is_missing_or_too_many_or_empty_is_found_by_its_name() {
        let other = |name: &str| Problem::OtherTexts(name.to_owned());
        let idea = problems(&[("ideas.json", r#"{ "part-of-a-song": { "title": "A", "smaller": "B" } }"#)]);
        assert_eq!(idea, [other("needs"), other("cautions")]);
        let prompt = problems(&[("prompts.json", r#"{ "volume-of-today": { "text": ["A?", "B?"] } }"#)]);
        assert_eq!(prompt, [other("text")]);
        assert_eq!(
            problems(&[("prompts.json", r#"{ "volume-of-today": { "text": " " } }"#)]),
            [other("text")]
        );
        const ITEM: &str = "---\nminutes: 5\n---\n\nText.\n";
        let slip = "line 2: unknown key `minutes`".to_owned();
        assert_eq!(problems(&[("library/six-slow-breaths.md", ITEM)]), [Problem::Unreadable(slip)]);
    }

    #[test]
    fn a_number_that_is_not_that_of_english_and_a_shout_are_found() {
        const EMERGENCY: &str = r#"{ "AR": { "name": "Argentinien", "numbers": "911 (Rettung 108)" } }"#;
        let other = Problem::OtherNumbers("911 (Rettung 108)".to_owned());
        assert_eq!(problems(&[("emergency.json", EMERGENCY)]), [other]);
        let shout = problems(&[("prompts.json", r#"{ "volume-of-today": { "text": "¡Ja!" } }"#)]);
        assert_eq!(shout, [Problem::Exclamation]);
    }
}
