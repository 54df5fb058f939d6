//! When a line can be reached, and whether that is now. What is not known is said, never guessed.

use chrono::{DateTime, Datelike, Days, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::civil;

/// The hours of one way to reach a line. A way whose hours are not known has none of these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "when", rename_all = "snake_case", deny_unknown_fields)]
pub enum OpenHours {
    Always,
    Weekly {
        /// The hours are by the clock of this zone.
        #[serde(with = "zone_name")]
        zone: Tz,
        spans: Vec<OpenSpan>,
        /// It may be open at other times too.
        #[serde(default)]
        at_least: bool,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenSpan {
    /// Monday first. Every day, if left out.
    #[serde(default = "every_day")]
    pub days: [bool; 7],
    /// Minutes after midnight.
    pub from_minute: u16,
    /// After `from_minute`. Past 1440 it is on the next day.
    pub until_minute: u16,
}

fn every_day() -> [bool; 7] {
    [true; 7]
}

/// What can be said about this moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum OpenNow {
    /// Without an end: day and night.
    Open {
        until: Option<DateTime<Utc>>,
    },
    Closed {
        opens_at: DateTime<Utc>,
    },
    Unknown,
}

/// Days looked at before and after today: a week, and a day for spans that cross midnight.
const DAYS_AROUND: u64 = 8;

impl OpenHours {
    pub fn at(&self, now: DateTime<Utc>) -> OpenNow {
        let OpenHours::Weekly { zone, spans, at_least } = self else {
            return OpenNow::Open { until: None };
        };
        let stretches = stretches(spans, now, *zone);
        if let Some((_, until)) = stretches.iter().find(|(from, until)| *from <= now && now < *until) {
            // What goes on to the end of what was looked at has no end.
            let last = stretches.last().map(|(_, last)| last);
            return OpenNow::Open { until: (Some(until) != last).then_some(*until) };
        }
        let next = stretches.iter().map(|(from, _)| *from).find(|from| *from > now);
        match next {
            Some(opens_at) if !at_least => OpenNow::Closed { opens_at },
            _ => OpenNow::Unknown,
        }
    }

    /// Each span has a length, begins on its day and is over within the next.
    pub fn is_possible(&self) -> bool {
        match self {
            OpenHours::Always => true,
            OpenHours::Weekly { spans, .. } => {
                !spans.is_empty()
                    && spans.iter().all(|span| {
                        span.from_minute < 1440
                            && span.from_minute < span.until_minute
                            && span.until_minute <= 2 * 1440
                            && span.days.contains(&true)
                    })
            }
        }
    }
}

/// When it is open around `now`, in order; spans that meet are one.
fn stretches(spans: &[OpenSpan], now: DateTime<Utc>, zone: Tz) -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
    let today = civil::date_of(now, zone);
    let first = today - Days::new(DAYS_AROUND);
    let mut all: Vec<_> = first
        .iter_days()
        .take(2 * DAYS_AROUND as usize + 1)
        .flat_map(|day| {
            spans.iter().filter_map(move |span| {
                let is_on = span.days[day.weekday().num_days_from_monday() as usize];
                let (end_day, end) = match span.until_minute {
                    late if late > 1440 => (day + Days::new(1), late - 1440),
                    until => (day, until),
                };
                is_on.then(|| {
                    (civil::instant_of(day, span.from_minute, zone), civil::instant_of(end_day, end, zone))
                })
            })
        })
        // A clock change can leave nothing of a span.
        .filter(|(from, until)| from < until)
        .collect();
    all.sort_unstable();
    let mut joined: Vec<(DateTime<Utc>, DateTime<Utc>)> = Vec::new();
    for (from, until) in all {
        match joined.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(until),
            _ => joined.push((from, until)),
        }
    }
    joined
}

/// What can be said about a way whose hours may not be known.
pub fn open_now(hours: Option<&OpenHours>, now: DateTime<Utc>) -> OpenNow {
    hours.map_or(OpenNow::Unknown, |hours| hours.at(now))
}

/// A zone by its name in the tz database.
mod zone_name {
    use chrono_tz::Tz;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(zone: &Tz, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(zone.name())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Tz, D::Error> {
        String::deserialize(from)?.parse().map_err(D::Error::custom)
    }
}
