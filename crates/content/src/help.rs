//! Helplines and emergency numbers by country, bundled so that help works without a network.
//! Only numbers that were seen on a page are here; that page stands beside each of them.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use pilot_domain::open_hours::{OpenHours, OpenNow, open_now};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::translation::{Translated, english};

/// Code of the entries that belong to no country: directories that list lines worldwide.
pub const EVERYWHERE: &str = "ZZ";

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Helpline {
    pub key: String,
    /// The tag of the language that its texts are in.
    #[serde(default = "english")]
    pub language: String,
    /// Two-letter ISO code, or [`EVERYWHERE`].
    pub country: String,
    /// What it calls itself, the same in every language.
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
    /// The same hours by way, for the ways whose hours are known.
    #[serde(default, skip_serializing)]
    #[ts(skip)]
    pub open: WayHours,
    pub languages: String,
    /// The tags of the languages named in `languages`.
    pub speaks: Vec<String>,
    pub kind: HelplineKind,
    /// Whom it is for; none where it is for anyone.
    #[serde(default)]
    pub audience: Option<String>,
    pub needs: Vec<HelplineNeed>,
    #[serde(default)]
    pub note: Option<String>,
    /// Address of the page on which the number was seen.
    pub source: String,
    /// Year and month in which that page was read, as `2026-11`.
    pub checked_month: String,
    /// The day by which someone looks at that page again.
    pub recheck_by: NaiveDate,
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
    /// The emergency services, in a way that needs no voice.
    Emergency,
}

/// Whom a line is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HelplineNeed {
    Anyone,
    YoungPeople,
    Substances,
    Veterans,
    /// People close to someone.
    Families,
    /// People whom someone hurts or threatens.
    Violence,
    Deaf,
    Lgbtq,
    Indigenous,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WayHours {
    pub phone: Option<OpenHours>,
    pub sms: Option<OpenHours>,
    pub chat: Option<OpenHours>,
}

/// A line, and what can be said about it at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HelplineNow {
    #[serde(flatten)]
    pub line: Helpline,
    pub now: WaysNow,
    /// Nobody looked at its page for more than a year.
    pub is_old: bool,
}

/// Whether each way is open; nothing for a way that the line does not have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WaysNow {
    pub phone: Option<OpenNow>,
    pub sms: Option<OpenNow>,
    pub chat: Option<OpenNow>,
}

/// Emergency numbers as commonly known. None was checked, and the field says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Emergency {
    /// The tag of the language that its texts are in.
    #[serde(default = "english")]
    pub language: String,
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

/// A check of a line counts for this long.
pub(crate) const MONTHS_A_CHECK_LASTS: i32 = 12;

impl Helpline {
    pub fn at(&self, now: DateTime<Utc>) -> HelplineNow {
        let way = |contact: &Option<String>, hours: &Option<OpenHours>| {
            contact.as_ref().map(|_| open_now(hours.as_ref(), now))
        };
        let months = months_since(&self.checked_month, now.date_naive());
        HelplineNow {
            line: self.clone(),
            now: WaysNow {
                phone: way(&self.phone, &self.open.phone),
                sms: way(&self.sms, &self.open.sms),
                chat: way(&self.chat, &self.open.chat),
            },
            is_old: months.is_some_and(|months| months > MONTHS_A_CHECK_LASTS),
        }
    }
}

/// Whole months from `2026-11` to a day; nothing for a month that is malformed or still to come.
pub(crate) fn months_since(month: &str, on: NaiveDate) -> Option<i32> {
    let first = NaiveDate::parse_from_str(&format!("{month}-01"), "%Y-%m-%d").ok()?;
    let of = |date: NaiveDate| date.year() * 12 + date.month0() as i32;
    let months = of(on) - of(first);
    (months >= 0).then_some(months)
}

impl Translated for Helpline {
    fn key(&self) -> &str {
        &self.key
    }

    fn language(&mut self) -> &mut String {
        &mut self.language
    }

    fn texts(&mut self) -> Vec<(&'static str, &mut String)> {
        let audience = self.audience.as_mut().map(|text| ("audience", text));
        let note = self.note.as_mut().map(|text| ("note", text));
        let texts = [("hours", &mut self.hours), ("languages", &mut self.languages)].into_iter();
        texts.chain(audience).chain(note).collect()
    }
}

impl Translated for Emergency {
    fn key(&self) -> &str {
        &self.country
    }

    fn language(&mut self) -> &mut String {
        &mut self.language
    }

    fn texts(&mut self) -> Vec<(&'static str, &mut String)> {
        vec![("name", &mut self.name), ("numbers", &mut self.numbers)]
    }
}
