//! Words a person may pick from when they check in. Absence comes first: "numb" and "can't tell"
//! are complete answers, and the zones are our own rough sorting, not a scale.

use std::{fmt, sync::LazyLock};

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{MapAccess, Visitor},
};
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WordSet {
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

pub fn words() -> &'static WordSet {
    &SHIPPED.set
}

/// What a word that ships is called, whatever it reads.
pub fn word_key(text: &str) -> Option<&'static str> {
    SHIPPED.words.iter().find(|(_, known)| known == text).map(|(key, _)| key.as_str())
}

/// How a word that is called so reads.
pub fn word_text(key: &str) -> Option<&'static str> {
    SHIPPED.words.iter().find(|(known, _)| known == key).map(|(_, text)| text.as_str())
}

/// Every word that ships with its key. One that stands in two lists is there twice.
pub(crate) fn keyed_words() -> &'static [(String, String)] {
    &SHIPPED.words
}

static SHIPPED: LazyLock<Shipped> =
    LazyLock::new(|| Shipped::of(crate::bundled("words.json", include_str!("../data/words.json"))));

struct Shipped {
    set: WordSet,
    words: Vec<(String, String)>,
}

/// As they stand in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyedSet {
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

impl Shipped {
    fn of(keyed: KeyedSet) -> Self {
        let mut words = Vec::new();
        let mut texts = |keyed: Keyed| -> Vec<String> {
            let texts = keyed.0.iter().map(|(_, text)| text.clone()).collect();
            words.extend(keyed.0);
            texts
        };
        let set = WordSet {
            absence: texts(keyed.absence),
            flicker: texts(keyed.flicker),
            zones: (keyed.zones.into_iter())
                .map(|it| WordZone { zone: it.zone, words: texts(it.words) })
                .collect(),
            body: (keyed.body.into_iter())
                .map(|it| BodyWords { group: it.group, words: texts(it.words) })
                .collect(),
        };
        Shipped { set, words }
    }
}
