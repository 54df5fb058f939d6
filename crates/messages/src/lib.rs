//! What the program says outside its page, from the catalogue that the page has too: `messages/`, a folder for each
//! language. Each English message is a method that takes its parameters: `messages.taking_tags(tags)`.

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use fluent_langneg::{NegotiationStrategy, negotiate_languages};
use unic_langid::LanguageIdentifier;

pub use fluent_bundle::{FluentValue as Value, types::FluentNumber as Number};

include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));

/// The language that has every message.
pub const ENGLISH: &str = "en";

/// The tags of the languages there are.
pub fn languages() -> impl Iterator<Item = &'static str> {
    CATALOGUE.iter().map(|(tag, _)| *tag)
}

/// The first of the languages one would like, tags such as `de-AT`, that is there; else English.
#[must_use]
pub fn first_there(wanted: &[String]) -> &'static str {
    first_of(wanted, &languages().collect::<Vec<_>>())
}

fn first_of(wanted: &[String], there: &[&'static str]) -> &'static str {
    let read = |tag: &str| tag.parse::<LanguageIdentifier>().ok();
    let wanted: Vec<_> = wanted.iter().filter_map(|tag| read(tag)).collect();
    let known: Vec<_> = there.iter().filter_map(|tag| read(tag)).collect();
    let found = negotiate_languages(&wanted, &known, None, NegotiationStrategy::Lookup);
    let found = found.first().map(ToString::to_string);
    there.iter().find(|tag| found.as_deref() == Some(tag)).copied().unwrap_or(ENGLISH)
}

pub struct Messages {
    /// The first that has a message says it.
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl Messages {
    /// In `language`, a tag such as `en`, and in English what that lacks.
    #[must_use]
    pub fn new(language: &str) -> Self {
        let mut bundles: Vec<_> = CATALOGUE
            .iter()
            .filter(|(tag, _)| *tag == language || *tag == ENGLISH)
            .map(|(tag, texts)| (*tag, bundle(tag, texts)))
            .collect();
        bundles.sort_by_key(|(tag, _)| *tag != language);
        Self { bundles: bundles.into_iter().map(|(_, bundle)| bundle).collect() }
    }

    /// The text of a key that is worked out, such as `error_` and a code; every other is a method. None where there is no
    /// such key. A parameter that is not given stands there by its name.
    #[must_use]
    pub fn get(&self, key: &str, params: &[(&'static str, Value<'_>)]) -> Option<String> {
        let (bundle, pattern) =
            self.bundles.iter().find_map(|bundle| Some((bundle, bundle.get_message(key)?.value()?)))?;
        let args: FluentArgs = params.iter().map(|(name, value)| (*name, value.clone())).collect();
        Some(bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned())
    }

    fn said(&self, key: &str, params: &[(&'static str, Value<'_>)]) -> String {
        self.get(key, params).unwrap_or_default()
    }
}

fn bundle(tag: &str, texts: &[&str]) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Who hands over a person's words keeps them apart, as the page does, and only where they need it.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|value, _| match value {
        Value::Number(number) => Some(grouped(number)),
        _ => None,
    }));
    for text in texts {
        // What cannot be read is left out, and English says it; a test reads them all.
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new((*text).to_owned());
        let _ = bundle.add_resource(resource);
    }
    bundle
}

/// "1,000", as the page writes it in English.
fn grouped(number: &Number) -> String {
    let plain = number.as_string();
    let whole = plain.find('.').unwrap_or(plain.len());
    let mut text = String::with_capacity(plain.len() + plain.len() / 3);
    for (at, digit) in plain.char_indices() {
        let follow = whole.saturating_sub(at);
        if at > 0 && follow > 0 && follow % 3 == 0 && !text.ends_with('-') {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_every_language_can_be_read() {
        for (tag, texts) in CATALOGUE {
            for text in *texts {
                let read = FluentResource::try_new((*text).to_owned());
                assert!(read.is_ok(), "{tag}: {:?}", read.err().map(|(_, errors)| errors));
            }
        }
    }

    #[test]
    fn no_key_of_a_language_is_there_twice() {
        for (tag, texts) in CATALOGUE {
            let mut bundle = FluentBundle::new_concurrent(vec![tag.parse().unwrap()]);
            for text in *texts {
                let resource = FluentResource::try_new((*text).to_owned()).unwrap();
                assert!(bundle.add_resource(resource).is_ok(), "{tag}");
            }
        }
    }

    #[test]
    fn a_message_is_said_with_its_parameters() {
        let messages = Messages::new("en");
        assert_eq!(messages.kit_close(), "Close");
        assert_eq!(messages.taking_tags("sea, tea"), "Tags: sea, tea");
        assert_eq!(messages.taking_count(1), "1 entry.");
        assert_eq!(messages.taking_count(1000), "1,000 entries.");
        assert_eq!(messages.get("error_busy", &[]), Some(messages.error_busy()));
        assert_eq!(messages.get("error_no_such", &[]), None);
    }

    #[test]
    fn a_language_that_is_not_there_is_english() {
        assert_eq!(Messages::new("tlh").kit_close(), "Close");
    }

    #[test]
    fn the_first_language_that_is_there_is_used() {
        let first = |wanted: &[&str]| {
            let wanted: Vec<_> = wanted.iter().map(|tag| (*tag).to_owned()).collect();
            first_of(&wanted, &["de", "en", "pt-BR"])
        };
        assert_eq!(first(&["de-AT", "en-GB"]), "de");
        assert_eq!(first(&["tlh", "en-GB", "de"]), "en");
        assert_eq!(first(&["pt-BR"]), "pt-BR");
        assert_eq!(first(&["tlh", "C", "", "de_CH.UTF-8", "de_CH"]), "de");
        assert_eq!(first(&[]), "en");
    }

    #[test]
    fn numbers_are_grouped_as_in_english() {
        let all = [0.0, 999.0, 1000.0, -1000.0, 123_456.0, 1_234_567.5];
        let said = all.map(|number| grouped(&Number::from(number)));
        assert_eq!(said, ["0", "999", "1,000", "-1,000", "123,456", "1,234,567.5"]);
    }

    #[test]
    fn the_messages_may_go_from_thread_to_thread() {
        fn moves<T: Send + Sync>(_: &T) {}
        moves(&Messages::new("en"));
    }
}
