//! What holds always, whatever is asked for and however the clock runs.

use std::collections::HashSet;

use chrono::{Duration, NaiveDate, TimeZone, Utc};
use chrono_tz::TZ_VARIANTS;
use pilot_domain::{
    ReminderId, Uid, civil,
    reminder::{Answer, Days, LEAST_APART, NudgeStatus, Reminder, Timing},
    rules::{QuietHours, ReminderRules},
};
use proptest::prelude::*;

use crate::life::{Life, reminder};

fn timing() -> impl Strategy<Value = Timing> {
    let window = (0u16..1439, 1u16..900)
        .prop_map(|(from, length)| (from, (from + length).min(1440)))
        .prop_map(|(from_minute, until_minute)| Timing::Window { from_minute, until_minute });
    let moments =
        (0u16..1000, 200u16..440, 1u8..=6, 30u16..120).prop_map(|(from, length, count, apart_minutes)| {
            let count = count.min(u8::try_from((length - 1) / apart_minutes + 1).unwrap());
            Timing::Moments { from_minute: from, until_minute: from + length, count, apart_minutes }
        });
    let fixed = prop::collection::btree_set(0u16..1440, 1..=6)
        .prop_map(|minutes| Timing::At { minutes: minutes.into_iter().collect() });
    prop_oneof![window, moments, fixed]
}

fn days() -> impl Strategy<Value = Days> {
    let dates = prop::collection::vec(0i64..30, 1..20).prop_map(|later| Days::Dates {
        dates: later.into_iter().map(|days| epoch_day() + Duration::days(days)).collect(),
    });
    prop_oneof![
        any::<[bool; 7]>().prop_map(|days| Days::Weekdays { days }),
        (1u16..6, 0i64..20).prop_map(|(every, later)| Days::EveryNDays {
            every,
            first: epoch_day() + Duration::days(later)
        }),
        dates,
    ]
}

fn epoch_day() -> NaiveDate {
    "2026-03-20".parse().unwrap()
}

fn rules() -> impl Strategy<Value = ReminderRules> {
    let quiet = prop::collection::vec((0u16..1440, 0u16..=1440), 0..3).prop_map(|stretches| {
        stretches
            .into_iter()
            .filter(|(from, until)| from != until)
            .map(|(from_minute, until_minute)| QuietHours { from_minute, until_minute })
            .collect::<Vec<_>>()
    });
    let all = (1u8..=6, quiet, any::<[bool; 7]>(), prop::bool::weighted(0.3));
    let rules = all.prop_map(|(most_a_day, quiet_hours, off, some_off)| {
        let weekdays_off = if some_off { off } else { [false; 7] };
        ReminderRules { most_a_day, quiet_hours, weekdays_off, ..ReminderRules::default() }
    });
    rules.prop_filter("some of the day is not quiet", |rules| rules.clone().checked().is_ok())
}

fn reminders() -> impl Strategy<Value = Vec<Reminder>> {
    let one = (timing(), days(), any::<bool>(), any::<bool>());
    prop::collection::vec(one, 1..6).prop_map(|all| {
        let made = Utc.timestamp_opt(1_773_900_000, 0).unwrap();
        (1..)
            .zip(all)
            .map(|(id, (timing, days, asks_again, keeps_on))| Reminder {
                id: ReminderId(id),
                uid: Uid(i128::from(id).to_be_bytes()),
                days,
                asks_again,
                keeps_on,
                ..reminder(timing, made)
            })
            .collect()
    })
}

/// How long the clock runs until the next look, and whether what is shown is answered.
fn steps() -> impl Strategy<Value = Vec<(i64, Option<Answer>)>> {
    let seconds = prop_oneof![
        8 => 1i64..1800,
        3 => 1800i64..40_000,
        1 => 40_000i64..400_000,
        1 => -90_000i64..0, // the clock was set back
    ];
    let answer = prop_oneof![
        2 => Just(None), 2 => Just(Some(Answer::NotNow)), 1 => Just(Some(Answer::Open)), 1 => Just(Some(Answer::KeepOn))
    ];
    prop::collection::vec((seconds, answer), 1..120)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]
    #[test]
    fn never_twice_never_quiet_never_too_many_and_only_inside_its_window(
        reminders in reminders(), rules in rules(), zone in 0..TZ_VARIANTS.len(), other in 0..TZ_VARIANTS.len(), steps in steps(),
    ) {
        let mut life = Life::of(reminders, TZ_VARIANTS[zone]);
        life.rules = rules;
        let mut now = Utc.timestamp_opt(1_774_000_000, 0).unwrap();
        let half = steps.len() / 2;
        for (index, (seconds, answer)) in steps.into_iter().enumerate() {
            if index == half {
                life.zone = TZ_VARIANTS[other]; // a journey
            }
            let before = life.log.len();
            let was_gap = life.last_awake.is_none_or(|last| now - last > Duration::minutes(2) || now < last);
            let decision = life.look(now);
            let (zone, today) = (life.zone, civil::date_of(now, life.zone));
            if let Some(nudge) = decision.show {
                let reminder = life.reminders.iter().find(|reminder| reminder.id == nudge.reminder).unwrap();
                prop_assert!(!life.rules.is_quiet_at(now, zone), "in quiet hours");
                prop_assert!(nudge.moment <= now && now < nudge.closes_at, "outside its window");
                prop_assert!(reminder.days.contains(nudge.on));
                let shown = life.shown();
                let today_count = shown.iter().filter(|line| line.on == today).count();
                prop_assert!(today_count <= usize::from(life.rules.most_a_day), "past the cap");
                let too_close = shown.iter().filter(|line| {
                    let since = now - line.at;
                    since >= Duration::zero() && since < Duration::minutes(LEAST_APART.into())
                });
                prop_assert_eq!(too_close.count(), 1, "two within half an hour");
                if let Some(answer) = answer {
                    life.answer(answer, now);
                }
            }
            if was_gap {
                let new_shown = life.log[before..].iter().filter(|line| line.status.was_shown()).count();
                prop_assert!(new_shown <= 1);
                // And the next look brings no second one of those that were missed.
                let log = life.log.clone();
                let again = life.look(now + Duration::seconds(30));
                prop_assert!(again.show.is_none() || decision.show.is_none(), "piled up");
                life.log = log;
                life.last_awake = Some(now);
            }
            let keys: HashSet<_> =
                life.log.iter().map(|line| (line.reminder, line.on, line.slot, line.attempt)).collect();
            prop_assert_eq!(keys.len(), life.log.len(), "two lines for one moment");
            now += Duration::seconds(seconds);
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn sleeping_until_the_next_wake_misses_nothing_that_looking_every_minute_would_see(
        reminders in reminders(), rules in rules(), zone in 0..TZ_VARIANTS.len(), start in 0i64..2_000_000,
    ) {
        let zone = TZ_VARIANTS[zone];
        let start = Utc.timestamp_opt(1_774_000_020 + start * 60, 0).unwrap();
        let mut sleeping = Life::of(reminders.clone(), zone);
        let mut watching = Life::of(reminders, zone);
        sleeping.rules = rules.clone();
        watching.rules = rules;
        let end = start + Duration::days(2);
        // The watcher looks at the sleeper's wakes too, so that both see the same instants.
        let mut now = start;
        let mut wake = start;
        while now < end {
            sleeping.last_awake = Some(now);
            watching.last_awake = Some(now);
            if now >= wake {
                wake = sleeping.look(now).next_wake.unwrap_or(end);
            }
            watching.look(now);
            prop_assert_eq!(sleeping.shown().len(), watching.shown().len(), "at {}", now);
            now = (now + Duration::minutes(1)).min(wake.max(now + Duration::seconds(1)));
        }
    }
}

#[test]
fn a_computer_that_was_away_finds_one_nudge_and_the_rest_let_go() {
    let made = Utc.timestamp_opt(1_773_900_000, 0).unwrap();
    let three: Vec<Reminder> = (1..=3)
        .map(|id| Reminder {
            id: ReminderId(id),
            uid: Uid(i128::from(id).to_be_bytes()),
            ..reminder(Timing::Window { from_minute: 540, until_minute: 720 }, made)
        })
        .collect();
    let mut life = Life::of(three, chrono_tz::UTC);
    life.look(Utc.with_ymd_and_hms(2026, 3, 24, 8, 0, 0).unwrap());
    life.live(
        Utc.with_ymd_and_hms(2026, 3, 24, 11, 59, 0).unwrap(),
        Utc.with_ymd_and_hms(2026, 3, 24, 23, 0, 0).unwrap(),
    );
    let today: Vec<NudgeStatus> = life
        .log
        .iter()
        .filter(|line| line.on == crate::life::on("2026-03-24"))
        .map(|line| line.status)
        .collect();
    assert_eq!(today, [NudgeStatus::Passed, NudgeStatus::Passed, NudgeStatus::Shown]);
}
