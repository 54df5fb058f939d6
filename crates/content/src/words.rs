//! Words a person may pick from when they check in. Absence comes first: "numb" and "can't tell"
//! are complete answers, and the zones are our own rough sorting, not a scale.

use std::{collections::BTreeMap, fmt};

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{MapAccess, Visitor},
};
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WordSet {
    /// The tag of the language that all of it is in.
    pub language: String,
    /// Words for feeling little or nothing. Those for no word come first: nobody should have to look for them.
    pub absence: Vec<String>,
    /// Words for something faint, faintest first.
    pub flicker: Vec<String>,
    pub zones: Vec<WordZone>,
    pub body: Vec<BodyWords>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WordZone {
    pub zone: Zone,
    pub words: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Zone {
    HighEnergyComfortable,
    LowEnergyComfortable,
    HighEnergyUncomfortable,
    LowEnergyUncomfortable,
    Mixed,
}

/// Body sensations under one plain heading, such as "temperature".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BodyWords {
    pub group: String,
    pub words: Vec<String>,
}

impl WordSet {
    /// Words for how it feels.
    pub fn feelings(&self) -> impl Iterator<Item = &String> {
        let zones = self.zones.iter().flat_map(|zone| &zone.words);
        self.absence.iter().chain(&self.flicker).chain(zones)
    }

    /// Words for the body.
    pub fn body(&self) -> impl Iterator<Item = &String> {
        self.body.iter().flat_map(|group| &group.words)
    }

    /// Only the words that `keeps` holds for, in every list.
    pub fn retain(&mut self, keeps: impl Fn(&String) -> bool) {
        let zones = self.zones.iter_mut().map(|zone| &mut zone.words);
        let body = self.body.iter_mut().map(|group| &mut group.words);
        for list in [&mut self.absence, &mut self.flicker].into_iter().chain(zones).chain(body) {
            list.retain(&keeps);
        }
    }
}

/// The words that ship, in one language.
pub(crate) struct ShippedWords {
    pub(crate) set: WordSet,
    /// Every word with its key. One that stands in two lists is there twice.
    pub(crate) keyed: Vec<(String, String)>,
}

/// What translators say of `words.json`: the words under their keys, and what the groups of the body are called. It is
/// one item: all of it is in a language, or all of it in English.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WordTexts {
    pub(crate) words: BTreeMap<String, String>,
    pub(crate) groups: BTreeMap<String, String>,
}

/// As they stand in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeyedSet {
    absence: Keyed,
    flicker: Keyed,
    zones: Vec<KeyedZone>,
    body: Vec<KeyedBody>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyedZone {
    zone: Zone,
    words: Keyed,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyedBody {
    group: String,
    name: String,
    words: Keyed,
}

/// Words under their keys, in the order in which they stand.
struct Keyed(Vec<(String, String)>);

impl<'de> Deserialize<'de> for Keyed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Keyed;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("words under their keys")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Keyed, A::Error> {
                let mut words = Vec::new();
                while let Some(word) = map.next_entry()? {
                    words.push(word);
                }
                Ok(Keyed(words))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

impl KeyedSet {
    /// The keys of all words, and of all groups.
    pub(crate) fn keys(&self) -> (Vec<&str>, Vec<&str>) {
        let lists = [&self.absence, &self.flicker].into_iter();
        let lists =
            lists.chain(self.zones.iter().map(|it| &it.words)).chain(self.body.iter().map(|it| &it.words));
        let words = lists.flat_map(|list| &list.0).map(|(key, _)| key.as_str()).collect();
        (words, self.body.iter().map(|it| it.group.as_str()).collect())
    }

    /// Every word and every name of a group, said by its key and how it reads in English.
    pub(crate) fn said(
        self,
        language: &str,
        word: impl Fn(&str, String) -> String,
        group: impl Fn(&str, String) -> String,
    ) -> ShippedWords {
        let mut all = Vec::new();
        let mut texts = |list: Keyed| -> Vec<String> {
            let said = list.0.into_iter().map(|(key, text)| {
                let text = word(&key, text);
                (key, text)
            });
            let first = all.len();
            all.extend(said);
            all[first..].iter().map(|(_, text)| text.clone()).collect()
        };
        let set = WordSet {
            language: language.to_owned(),
            absence: texts(self.absence),
            flicker: texts(self.flicker),
            zones: (self.zones.into_iter())
                .map(|it| WordZone { zone: it.zone, words: texts(it.words) })
                .collect(),
            body: (self.body.into_iter())
                .map(|it| BodyWords { group: group(&it.group, it.name), words: texts(it.words) })
                .collect(),
        };
        ShippedWords { set, keyed: all }
    }
}
