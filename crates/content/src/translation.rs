//! How an item is said in another language: its texts under their names, and nothing else. Every fact is that of the
//! English item, so that a number or a date stands in one place.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};

/// The language that has everything.
pub(crate) const ENGLISH: &str = "en";

pub(crate) fn english() -> String {
    ENGLISH.to_owned()
}

/// An item with texts.
pub(crate) trait Translated: Clone {
    /// What it is called in every language.
    fn key(&self) -> &str;
    fn language(&mut self) -> &mut String;
    /// Each text under the name that it has in a translation; those of a list have one name.
    fn texts(&mut self) -> Vec<(&'static str, &mut String)>;
}

/// The texts of one item: under each name one, or those of a list.
pub(crate) type Texts = BTreeMap<String, Vec<String>>;

/// As a file of translations has them.
#[derive(Deserialize)]
pub(crate) struct ItemTexts(#[serde(deserialize_with = "one_or_many")] pub(crate) Texts);

fn one_or_many<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Texts, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum OneOrMany {
        One(String),
        Many(Vec<String>),
    }
    let texts = BTreeMap::<String, OneOrMany>::deserialize(deserializer)?.into_iter();
    Ok(texts
        .map(|(name, texts)| match texts {
            OneOrMany::One(text) => (name, vec![text]),
            OneOrMany::Many(texts) => (name, texts),
        })
        .collect())
}

/// The item in another language, or the names of which it has other texts than English, more or fewer.
pub(crate) fn translated<T: Translated>(
    english: &T,
    texts: &Texts,
    language: &str,
) -> Result<T, Vec<String>> {
    let mut item = english.clone();
    let mut left: BTreeMap<&str, _> = texts.iter().map(|(name, texts)| (&**name, texts.iter())).collect();
    let mut wrong = Vec::new();
    for (name, text) in item.texts() {
        match left.get_mut(name).and_then(Iterator::next) {
            Some(said) => said.clone_into(text),
            None => wrong.push(name.to_owned()),
        }
    }
    let more = left.into_iter().filter(|(_, rest)| rest.len() > 0).map(|(name, _)| name.to_owned());
    wrong.extend(more);
    wrong.dedup();
    if !wrong.is_empty() {
        return Err(wrong);
    }
    language.clone_into(item.language());
    Ok(item)
}
