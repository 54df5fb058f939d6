//! Helplines and emergency numbers by country, bundled so that help works without a network.
//! Only numbers that were seen on a page are here; that page stands beside each of them.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Code of the entries that belong to no country: directories that list lines worldwide.
pub const EVERYWHERE: &str = "ZZ";

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Helpline {
    /// Two-letter ISO code, or [`EVERYWHERE`].
    pub country: String,
    pub name: String,
    #[serde(default)]
    pub phone: Option<String>,
    #[serde(default)]
    pub sms: Option<String>,
    #[serde(default)]
    pub chat: Option<String>,
    #[serde(default)]
    pub url: Option<String>,
    pub hours: String,
    pub languages: String,
    pub kind: HelplineKind,
    pub audience: String,
    #[serde(default)]
    pub note: Option<String>,
    /// Address of the page on which the number was seen.
    pub source: String,
    /// Year and month in which that page was read, as `2026-11`.
    pub checked_month: String,
    /// The page is old or weak: worth checking on the operator's own page first.
    pub recheck_first: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HelplineKind {
    Crisis,
    UrgentMentalHealth,
    Listening,
    Support,
    Information,
    Directory,
}

/// Emergency numbers as commonly known. None was checked, and the field says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Emergency {
    pub country: String,
    pub name: String,
    pub numbers: String,
    pub checked: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Country {
    pub code: String,
    pub name: String,
}

/// The lines of one country first, then the worldwide directories. An unknown country gets these.
pub fn helplines(country: &str) -> Vec<&'static Helpline> {
    let own = emergency(country).country.as_str();
    let lines_of = |code: &'static str| all_helplines().iter().filter(move |line| line.country == code);
    let mut lines: Vec<_> = lines_of(own).collect();
    if own != EVERYWHERE {
        lines.extend(lines_of(EVERYWHERE));
    }
    lines
}

/// Countries to choose from, by name, with "Another country" last.
pub fn countries() -> Vec<Country> {
    let mut list: Vec<Country> = all_emergencies()
        .iter()
        .map(|entry| Country { code: entry.country.clone(), name: entry.name.clone() })
        .collect();
    list.sort_by(|a, b| (a.code == EVERYWHERE, &a.name).cmp(&(b.code == EVERYWHERE, &b.name)));
    list
}

/// The emergency numbers of a country, or the worldwide entry when the country is not known.
pub fn emergency(country: &str) -> &'static Emergency {
    let find = |code: &str| all_emergencies().iter().find(|entry| entry.country.eq_ignore_ascii_case(code));
    find(country).or_else(|| find(EVERYWHERE)).expect("emergency.json holds the worldwide entry")
}

pub(crate) fn all_helplines() -> &'static [Helpline] {
    static LINES: LazyLock<Vec<Helpline>> =
        LazyLock::new(|| crate::bundled("helplines.json", include_str!("../help/helplines.json")));
    &LINES
}

pub(crate) fn all_emergencies() -> &'static [Emergency] {
    static NUMBERS: LazyLock<Vec<Emergency>> =
        LazyLock::new(|| crate::bundled("emergency.json", include_str!("../help/emergency.json")));
    &NUMBERS
}
