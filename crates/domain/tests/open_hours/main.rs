//! Whether a line is open now: across zones, midnight, weekdays and clock changes.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod always;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use pilot_domain::open_hours::{OpenHours, OpenNow, OpenSpan, open_now};

pub(crate) const WEEK: [bool; 7] = [true; 7];

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn open_until(text: &str) -> OpenNow {
    OpenNow::Open { until: Some(at(text)) }
}

fn closed_until(text: &str) -> OpenNow {
    OpenNow::Closed { opens_at: at(text) }
}

fn weekly(zone: Tz, spans: &[([bool; 7], u16, u16)]) -> OpenHours {
    let spans = spans
        .iter()
        .map(|&(days, from_minute, until_minute)| OpenSpan { days, from_minute, until_minute })
        .collect();
    OpenHours::Weekly { zone, spans, at_least: false }
}

#[test]
fn day_and_night_is_always_open_and_unknown_stays_unknown() {
    assert_eq!(OpenHours::Always.at(at("2026-11-25T03:00:00Z")), OpenNow::Open { until: None });
    assert_eq!(open_now(None, at("2026-11-25T03:00:00Z")), OpenNow::Unknown);
}

#[test]
fn hours_are_by_the_clock_of_the_line_not_of_the_person() {
    let evening = weekly(chrono_tz::Europe::London, &[(WEEK, 17 * 60, 24 * 60)]);
    // Five in the afternoon in London: winter, then summer.
    assert_eq!(evening.at(at("2026-11-25T17:00:00Z")), open_until("2026-11-26T00:00:00Z"));
    assert_eq!(evening.at(at("2026-07-01T16:00:00Z")), open_until("2026-07-01T23:00:00Z"));
    assert_eq!(evening.at(at("2026-07-01T15:59:59Z")), closed_until("2026-07-01T16:00:00Z"));
    let tokyo = weekly(chrono_tz::Asia::Tokyo, &[(WEEK, 16 * 60, 21 * 60)]);
    assert_eq!(tokyo.at(at("2026-11-25T07:00:00Z")), open_until("2026-11-25T12:00:00Z"));
    assert_eq!(tokyo.at(at("2026-11-25T12:00:00Z")), closed_until("2026-11-26T07:00:00Z"));
}

#[test]
fn a_span_past_midnight_belongs_to_the_day_it_began() {
    let late = weekly(chrono_tz::Europe::Lisbon, &[(WEEK, 15 * 60 + 30, 24 * 60 + 30)]);
    assert_eq!(late.at(at("2026-11-26T00:15:00Z")), open_until("2026-11-26T00:30:00Z"));
    assert_eq!(late.at(at("2026-11-26T00:30:00Z")), closed_until("2026-11-26T15:30:00Z"));
    // Only Sunday's: Monday at a quarter past midnight is still open, Tuesday's is not.
    let sunday = [false, false, false, false, false, false, true];
    let late = weekly(chrono_tz::Europe::Lisbon, &[(sunday, 15 * 60 + 30, 24 * 60 + 30)]);
    assert_eq!(late.at(at("2026-11-30T00:15:00Z")), open_until("2026-11-30T00:30:00Z"));
    assert_eq!(late.at(at("2026-12-01T00:15:00Z")), closed_until("2026-12-06T15:30:00Z"));
}

#[test]
fn weekdays_are_those_of_the_zone() {
    let monday = [true, false, false, false, false, false, false];
    let auckland = weekly(chrono_tz::Pacific::Auckland, &[(monday, 8 * 60, 9 * 60)]);
    // Sunday evening in UTC is Monday morning there.
    assert_eq!(auckland.at(at("2026-11-29T19:30:00Z")), open_until("2026-11-29T20:00:00Z"));
}

#[test]
fn spans_that_meet_are_one_and_a_whole_week_of_them_has_no_end() {
    let (some, others) =
        ([true, false, false, true, true, false, false], [false, true, true, false, false, true, true]);
    let japan = weekly(chrono_tz::Asia::Tokyo, &[(some, 0, 1440), (others, 6 * 60, 1440)]);
    // Thursday and Friday day and night, and Saturday from six: Wednesday 06:00 until Saturday 00:00.
    assert_eq!(japan.at(at("2026-11-26T03:00:00Z")), open_until("2026-11-27T15:00:00Z"));
    assert_eq!(japan.at(at("2026-11-27T16:00:00Z")), closed_until("2026-11-27T21:00:00Z"));
    let all = weekly(chrono_tz::Asia::Tokyo, &[(WEEK, 0, 1440)]);
    assert_eq!(all.at(at("2026-11-26T03:00:00Z")), OpenNow::Open { until: None });
}

#[test]
fn hours_that_are_a_least_never_say_closed() {
    let OpenHours::Weekly { zone, spans, .. } =
        weekly(chrono_tz::Asia::Kathmandu, &[(WEEK, 8 * 60, 20 * 60)])
    else {
        unreachable!()
    };
    let least = OpenHours::Weekly { zone, spans, at_least: true };
    assert_eq!(least.at(at("2026-11-25T02:15:00Z")), open_until("2026-11-25T14:15:00Z"));
    assert_eq!(least.at(at("2026-11-25T02:14:00Z")), OpenNow::Unknown);
}

#[test]
fn a_clock_change_moves_the_instant_and_not_the_hour() {
    let night = weekly(chrono_tz::Europe::Berlin, &[(WEEK, 22 * 60, 24 * 60 + 4 * 60)]);
    // The night the clocks go forward is an hour shorter.
    assert_eq!(night.at(at("2026-03-28T21:00:00Z")), open_until("2026-03-29T02:00:00Z"));
    // A span that lies in the gap is not there that day.
    let gap = weekly(chrono_tz::Europe::Berlin, &[(WEEK, 2 * 60, 3 * 60)]);
    assert_eq!(gap.at(at("2026-03-29T01:00:00Z")), closed_until("2026-03-30T00:00:00Z"));
}

#[test]
fn hours_that_cannot_be_are_seen() {
    let zone = chrono_tz::UTC;
    assert!(weekly(zone, &[(WEEK, 0, 1440)]).is_possible());
    for bad in [(WEEK, 600, 600), (WEEK, 700, 600), (WEEK, 1440, 1500), (WEEK, 0, 2881), ([false; 7], 0, 60)]
    {
        assert!(!weekly(zone, &[bad]).is_possible(), "{bad:?}");
    }
    assert!(!weekly(zone, &[]).is_possible());
}

#[test]
fn a_zone_is_written_by_its_name() {
    let read: OpenHours = serde_json::from_str(
        r#"{ "when": "weekly", "zone": "Europe/Vilnius", "spans": [{ "from_minute": 780, "until_minute": 1500 }] }"#,
    )
    .unwrap();
    assert_eq!(read, weekly(chrono_tz::Europe::Vilnius, &[(WEEK, 780, 1500)]));
    assert!(
        serde_json::from_str::<OpenHours>(r#"{ "when": "weekly", "zone": "Vilnius", "spans": [] }"#).is_err()
    );
}
