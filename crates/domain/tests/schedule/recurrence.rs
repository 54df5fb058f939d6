//! Days, against an independent reading of the same rules (RFC 5545, the `rrule` crate, in UTC).

use chrono::{Datelike, Duration, NaiveDate};
use pilot_domain::reminder::Days;
use proptest::prelude::*;
use rrule::RRuleSet;

use crate::life::on;

fn by_rrule(rule: &str, first: NaiveDate, days: u16) -> Vec<NaiveDate> {
    let start = first.format("%Y%m%d");
    let set: RRuleSet = format!("DTSTART:{start}T090000Z\nRRULE:{rule}").parse().unwrap();
    let last = first + Duration::days(days.into());
    set.into_iter().map(|at| at.date_naive()).take_while(|day| *day < last).collect()
}

fn by_us(days: &Days, first: NaiveDate, count: u16) -> Vec<NaiveDate> {
    first.iter_days().take(count.into()).filter(|day| days.contains(*day)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn every_n_days_is_what_rfc_5545_says(every in 1u16..60, start in 0i64..4000) {
        let first = on("2020-01-01") + Duration::days(start);
        let days = Days::EveryNDays { every, first };
        prop_assert_eq!(by_us(&days, first, 400), by_rrule(&format!("FREQ=DAILY;INTERVAL={every}"), first, 400));
        prop_assert!(!days.contains(first - Duration::days(every.into())));
    }

    #[test]
    fn weekdays_are_what_rfc_5545_says(chosen in any::<[bool; 7]>(), start in 0i64..4000) {
        prop_assume!(chosen.contains(&true));
        let first = on("2020-01-01") + Duration::days(start);
        let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
        let listed: Vec<_> = names.iter().zip(chosen).filter(|(_, on)| *on).map(|(name, _)| *name).collect();
        let days = Days::Weekdays { days: chosen };
        // rrule begins at its first day whether or not it was chosen; ours does not.
        let theirs = by_rrule(&format!("FREQ=WEEKLY;BYDAY={}", listed.join(",")), first, 400);
        let theirs: Vec<_> =
            theirs.into_iter().filter(|day| chosen[day.weekday().num_days_from_monday() as usize]).collect();
        prop_assert_eq!(by_us(&days, first, 400), theirs);
    }
}
