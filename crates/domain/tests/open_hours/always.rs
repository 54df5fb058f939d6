//! What holds for any hours, in any zone, at any moment.

use chrono::{DateTime, Duration, Utc};
use pilot_domain::open_hours::{OpenHours, OpenNow, OpenSpan};
use proptest::prelude::*;

fn zones() -> impl Strategy<Value = chrono_tz::Tz> {
    proptest::sample::select(vec![
        chrono_tz::UTC,
        chrono_tz::Europe::London,
        chrono_tz::America::St_Johns,
        chrono_tz::Asia::Kathmandu,
        chrono_tz::Pacific::Apia,
        chrono_tz::Australia::Lord_Howe,
    ])
}

fn spans() -> impl Strategy<Value = Vec<OpenSpan>> {
    let span = (any::<[bool; 7]>(), 0u16..1440, 1u16..1440).prop_map(|(days, from_minute, long)| OpenSpan {
        days,
        from_minute,
        until_minute: from_minute + long,
    });
    proptest::collection::vec(span, 1..4)
}

proptest! {
    #[test]
    fn it_opens_when_it_says_and_closes_when_it_says(zone in zones(), spans in spans(), second in 1_700_000_000i64..1_900_000_000) {
        let hours = OpenHours::Weekly { zone, spans, at_least: false };
        let now: DateTime<Utc> = DateTime::from_timestamp(second, 0).unwrap();
        let a_second = Duration::seconds(1);
        match hours.at(now) {
            OpenNow::Open { until: Some(until) } => {
                prop_assert!(until > now);
                let still_open = matches!(hours.at(until - a_second), OpenNow::Open { .. });
                prop_assert!(still_open);
                let still_open = matches!(hours.at(until), OpenNow::Open { .. });
                prop_assert!(!still_open);
            }
            OpenNow::Closed { opens_at } => {
                prop_assert!(opens_at > now);
                let is_open = matches!(hours.at(opens_at), OpenNow::Open { .. });
                prop_assert!(is_open);
                prop_assert_eq!(hours.at(opens_at - a_second), OpenNow::Closed { opens_at });
            }
            OpenNow::Open { until: None } | OpenNow::Unknown => {}
        }
    }
}
