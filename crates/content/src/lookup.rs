//! What is looked up in what ships: help by country, and words by their keys.

use crate::{
    Content,
    help::{Country, EVERYWHERE, Emergency, Helpline},
};

impl Content {
    /// The lines of one country first, then the worldwide directories. An unknown country gets these.
    pub fn helplines_of(&self, country: &str) -> Vec<&Helpline> {
        let own = self.emergency(country).country.as_str();
        let lines_of = |code| self.helplines().iter().filter(move |line| line.country == code);
        let mut lines: Vec<_> = lines_of(own).collect();
        if own != EVERYWHERE {
            lines.extend(lines_of(EVERYWHERE));
        }
        lines
    }

    /// Countries to choose from, by name, with "Another country" last.
    pub fn countries(&self) -> Vec<Country> {
        let mut list: Vec<Country> = self
            .emergencies()
            .iter()
            .map(|entry| Country { code: entry.country.clone(), name: entry.name.clone() })
            .collect();
        list.sort_by(|a, b| (a.code == EVERYWHERE, &a.name).cmp(&(b.code == EVERYWHERE, &b.name)));
        list
    }

    /// The emergency numbers of a country, or the worldwide entry when the country is not known.
    pub fn emergency(&self, country: &str) -> &Emergency {
        let find =
            |code: &str| self.emergencies().iter().find(|entry| entry.country.eq_ignore_ascii_case(code));
        find(country).or_else(|| find(EVERYWHERE)).expect("emergency.json holds the worldwide entry")
    }

    /// What a word that ships is called, whatever it reads.
    pub fn word_key(&self, text: &str) -> Option<&str> {
        self.keyed_words().iter().find(|(_, known)| known == text).map(|(key, _)| key.as_str())
    }

    /// How a word that is called so reads.
    pub fn word_text(&self, key: &str) -> Option<&str> {
        self.keyed_words().iter().find(|(known, _)| known == key).map(|(_, text)| text.as_str())
    }
}
