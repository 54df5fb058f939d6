//! Every clock change of every zone of the tz database in ten years.

use chrono::{Duration, NaiveDate, Offset, TimeZone};
use chrono_tz::{TZ_VARIANTS, Tz};
use pilot_domain::{
    civil,
    reminder::{Reminder, Timing},
};

use crate::life::{EVERY_DAY, Life, on, reminder};

/// The days on which the clocks of `zone` change.
fn changes(zone: Tz) -> Vec<NaiveDate> {
    let offset = |day: NaiveDate| {
        zone.offset_from_utc_datetime(&day.and_hms_opt(12, 0, 0).unwrap()).fix().local_minus_utc()
    };
    let first = on("2020-01-01");
    (1..3653)
        .map(|days| first + Duration::days(days))
        .filter(|day| offset(*day) != offset(day.pred_opt().unwrap()))
        .collect()
}

/// Lives the days around a change, from wake to wake.
fn lived_context(change: NaiveDate, zone: Tz, timing: Timing) -> Life {
    let from = civil::instant_of(change - Duration::days(2), 0, zone);
    let until = civil::instant_of(change + Duration::days(3), 0, zone);
    let one = Reminder { days: EVERY_DAY, ..reminder(timing, from - Duration::days(1)) };
    let mut life = Life::of(vec![one], zone);
    life.live(from, until);
    life
}

#[test]
fn every_fixed_time_comes_once_on_its_civil_date_by_the_written_rule() {
    let minutes = vec![30, 90, 150, 210, 720, 1410];
    let mut lived = 0;
    for zone in TZ_VARIANTS {
        for change in changes(zone) {
            let life = lived_context(change, zone, Timing::At { minutes: minutes.clone() });
            lived += 1;
            let mut day = change - Duration::days(2);
            while day < change + Duration::days(3) {
                // Times that a gap brings within half an hour of each other are one nudge at that moment.
                let wanted: Vec<_> = minutes
                    .iter()
                    .map(|minute| civil::instant_of(day, *minute, zone))
                    .filter(|at| civil::date_of(*at, zone) == day) // the whole day may have been skipped
                    .collect();
                let shown: Vec<_> = life.shown().into_iter().filter(|line| line.on == day).collect();
                for at in &wanted {
                    let is_crowded =
                        wanted.iter().any(|other| other < at && *at - *other < Duration::minutes(30));
                    let come = shown.iter().filter(|line| line.at == *at).count();
                    assert!(come == 1 || come == 0 && is_crowded, "{zone} {day} at {at}: {come}");
                }
                for (index, line) in shown.iter().enumerate() {
                    assert_eq!(civil::date_of(line.at, zone), day, "{zone}");
                    assert!(shown[..index].iter().all(|other| other.slot != line.slot), "{zone} {day}");
                }
                day += Duration::days(1);
            }
        }
    }
    assert!(lived > 2000, "only {lived} changes were lived through");
}

#[test]
fn a_window_across_a_clock_change_comes_once_a_day_inside_it() {
    for zone in TZ_VARIANTS {
        for change in changes(zone) {
            let life = lived_context(change, zone, Timing::Window { from_minute: 60, until_minute: 240 });
            let mut day = change - Duration::days(2);
            while day < change + Duration::days(3) {
                let from = civil::instant_of(day, 60, zone);
                if civil::date_of(from, zone) == day {
                    let lines: Vec<_> = life.shown().into_iter().filter(|line| line.on == day).collect();
                    assert_eq!(lines.len(), 1, "{zone} {day}");
                    assert!(
                        from <= lines[0].at && lines[0].at < civil::instant_of(day, 240, zone),
                        "{zone} {day}"
                    );
                }
                day += Duration::days(1);
            }
        }
    }
}
