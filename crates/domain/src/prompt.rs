//! Prompts: questions to write from, graded by weight, and the rule for offering one of them.
//!
//! A heavy prompt never comes by itself. It is there for whoever asks for one.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::activity::Energy;

/// How much a question may stir up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    Light,
    Middle,
    Heavy,
}

/// A prompt that could be offered. `Subject` is whatever a person can mute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate<Subject> {
    pub key: String,
    pub weight: Weight,
    pub minutes: u8,
    pub touches: Vec<Subject>,
}

/// What an offer depends on.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a, Subject> {
    /// Prompts that were shown, by key, each with its day, in any order.
    pub shown: &'a [(String, NaiveDate)],
    pub muted: &'a [Subject],
    /// Unknown counts as little.
    pub energy: Option<Energy>,
    /// The one weight asked for; without it anything but a heavy one.
    pub weight: Option<Weight>,
    pub today: NaiveDate,
    pub turn: usize,
}

/// For so many days after it was shown a prompt does not come again, while others are left.
pub const REST_DAYS: i64 = 30;

/// One of the prompts that may be shown today; `turn` moves on to the next one.
///
/// What was never shown comes first, then what was shown longest ago. With little energy the lightest
/// and shortest come before that. What is still equal is mixed by the day, in an order that stays the
/// same all day.
pub fn suggest<'a, Subject: PartialEq>(
    candidates: &'a [Candidate<Subject>],
    ask: &Ask<'_, Subject>,
) -> Option<&'a Candidate<Subject>> {
    let last_shown = last_days(ask.shown);
    let last = |candidate: &Candidate<Subject>| last_shown.get(candidate.key.as_str()).copied();
    let rests = |on: NaiveDate| (ask.today - on).num_days() <= REST_DAYS;

    let allowed = candidates.iter().filter(|candidate| is_allowed(candidate, ask));
    let (resting, mut pool): (Vec<_>, Vec<_>) =
        allowed.partition(|candidate| last(candidate).is_some_and(rests));
    if pool.is_empty() {
        pool = resting;
    }
    let has_energy = ask.energy == Some(Energy::Some);
    pool.sort_by_cached_key(|candidate| {
        let effort = (!has_energy).then_some((candidate.weight, candidate.minutes));
        (effort, last(candidate), mixed(ask.today, &candidate.key), candidate.key.clone())
    });
    pool.get(ask.turn.checked_rem(pool.len())?).copied()
}

fn is_allowed<Subject: PartialEq>(candidate: &Candidate<Subject>, ask: &Ask<'_, Subject>) -> bool {
    let weight_fits = match ask.weight {
        Some(weight) => candidate.weight == weight,
        None => candidate.weight != Weight::Heavy,
    };
    weight_fits && !candidate.touches.iter().any(|subject| ask.muted.contains(subject))
}

fn last_days(shown: &[(String, NaiveDate)]) -> HashMap<&str, NaiveDate> {
    let mut last = HashMap::new();
    for (key, on) in shown {
        let latest = last.entry(key.as_str()).or_insert(*on);
        *latest = (*latest).max(*on);
    }
    last
}

/// A place in the order of one day. It is FNV-1a, which gives the same number on every machine.
fn mixed(day: NaiveDate, key: &str) -> u64 {
    const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let bytes = day.num_days_from_ce().to_le_bytes().into_iter().chain(key.bytes());
    bytes.fold(BASIS, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use chrono::Days;
    use proptest::prelude::*;

    use super::*;

    const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 25).expect("a day");

    /// Everything an offer depends on, owned.
    #[derive(Debug, Clone)]
    struct Life {
        candidates: Vec<Candidate<u8>>,
        shown: Vec<(String, NaiveDate)>,
        muted: Vec<u8>,
        energy: Option<Energy>,
        weight: Option<Weight>,
    }

    impl Life {
        fn ask(&self, turn: usize) -> Ask<'_, u8> {
            let Life { shown, muted, energy, weight, .. } = self;
            Ask { shown, muted, energy: *energy, weight: *weight, today: TODAY, turn }
        }

        fn key(&self, turn: usize) -> Option<&str> {
            suggest(&self.candidates, &self.ask(turn)).map(|candidate| candidate.key.as_str())
        }

        /// Said another way than the rule says it.
        fn may_come(&self, candidate: &Candidate<u8>) -> bool {
            let heavy_unasked = candidate.weight == Weight::Heavy && self.weight.is_none();
            let other_than_asked = self.weight.is_some_and(|weight| weight != candidate.weight);
            let muted = self.muted.iter().any(|subject| candidate.touches.contains(subject));
            !heavy_unasked && !other_than_asked && !muted
        }

        fn is_rested(&self, candidate: &Candidate<u8>) -> bool {
            let month = TODAY - Days::new(30);
            self.shown.iter().all(|(key, on)| *key != candidate.key || *on < month)
        }

        /// The prompts that may come today: the rested ones, or all when none is rested.
        fn left(&self) -> Vec<&Candidate<u8>> {
            let all: Vec<_> = self.candidates.iter().filter(|one| self.may_come(one)).collect();
            let rested: Vec<_> = all.iter().copied().filter(|one| self.is_rested(one)).collect();
            if rested.is_empty() { all } else { rested }
        }
    }

    fn weights() -> impl Strategy<Value = Weight> {
        prop_oneof![Just(Weight::Light), Just(Weight::Middle), Just(Weight::Heavy)]
    }

    fn energies() -> impl Strategy<Value = Energy> {
        prop_oneof![Just(Energy::None), Just(Energy::Low), Just(Energy::Some)]
    }

    prop_compose! {
        fn candidates()(
            parts in prop::collection::vec(
                (weights(), prop_oneof![Just(1), Just(5), Just(15)], prop::collection::vec(0..6_u8, 0..3)),
                0..14,
            )
        ) -> Vec<Candidate<u8>> {
            let numbered = parts.into_iter().enumerate();
            numbered
                .map(|(number, (weight, minutes, touches))| {
                    Candidate { key: format!("prompt-{number}"), weight, minutes, touches }
                })
                .collect()
        }
    }

    prop_compose! {
        /// Some keys belong to no candidate, and some days lie ahead, after a clock was set back.
        fn shown()(
            parts in prop::collection::vec((0..16_u8, 0..80_u64), 0..40)
        ) -> Vec<(String, NaiveDate)> {
            let from = TODAY + Days::new(5);
            parts.into_iter().map(|(key, days)| (format!("prompt-{key}"), from - Days::new(days))).collect()
        }
    }

    prop_compose! {
        fn lives()(
            candidates in candidates(),
            shown in shown(),
            muted in prop::collection::vec(0..6_u8, 0..3),
            energy in prop::option::of(energies()),
            weight in prop::option::of(weights()),
        ) -> Life {
            Life { candidates, shown, muted, energy, weight }
        }
    }

    proptest! {
        #[test]
        fn a_heavy_prompt_never_comes_unasked(life in lives(), turn in 0..100_usize) {
            let life = Life { weight: None, ..life };
            let chosen = suggest(&life.candidates, &life.ask(turn));
            prop_assert!(chosen.is_none_or(|chosen| chosen.weight != Weight::Heavy));
        }

        #[test]
        fn a_weight_that_is_asked_for_is_the_one_that_comes(
            life in lives(), weight in weights(), turn in 0..100_usize,
        ) {
            let life = Life { weight: Some(weight), ..life };
            let chosen = suggest(&life.candidates, &life.ask(turn));
            prop_assert!(chosen.is_none_or(|chosen| chosen.weight == weight));
        }

        #[test]
        fn a_muted_subject_never_comes(life in lives(), turn in 0..100_usize) {
            if let Some(chosen) = suggest(&life.candidates, &life.ask(turn)) {
                prop_assert!(!chosen.touches.iter().any(|subject| life.muted.contains(subject)));
            }
        }

        #[test]
        fn nothing_shown_in_the_last_month_comes_again_while_others_are_left(
            life in lives(), turn in 0..100_usize,
        ) {
            if let Some(chosen) = suggest(&life.candidates, &life.ask(turn)) {
                let none_left = !life.left().iter().any(|one| life.is_rested(one));
                prop_assert!(life.is_rested(chosen) || none_left);
            }
        }

        #[test]
        fn nothing_comes_only_when_nothing_may_come(life in lives(), turn in any::<usize>()) {
            prop_assert_eq!(life.key(turn).is_none(), life.left().is_empty());
        }

        #[test]
        fn with_little_energy_light_ones_of_a_minute_come_first(
            life in lives(),
            energy in prop_oneof![Just(None), Just(Some(Energy::None)), Just(Some(Energy::Low))],
        ) {
            let life = Life { energy, ..life };
            let least = |one: &Candidate<u8>| one.weight == Weight::Light && one.minutes == 1;
            let count = life.left().iter().filter(|one| least(one)).count();
            for turn in 0..life.left().len() {
                let chosen = suggest(&life.candidates, &life.ask(turn)).unwrap();
                prop_assert_eq!(least(chosen), turn < count);
            }
        }

        #[test]
        fn the_turns_go_once_through_all_that_are_left_and_then_round_again(life in lives()) {
            let count = life.left().len();
            let round: Vec<_> = (0..count).map(|turn| life.key(turn)).collect();
            let left: HashSet<_> = life.left().iter().map(|one| Some(one.key.as_str())).collect();
            prop_assert_eq!(round.iter().copied().collect::<HashSet<_>>(), left);
            prop_assert_eq!((count..count * 2).map(|turn| life.key(turn)).collect::<Vec<_>>(), round);
        }

        #[test]
        fn the_same_question_has_the_same_answer_in_whatever_order_things_are_listed(
            life in lives(), turn in 0..100_usize,
        ) {
            let mut other = life.clone();
            other.candidates.reverse();
            other.shown.reverse();
            prop_assert_eq!(life.key(turn), life.key(turn));
            prop_assert_eq!(life.key(turn), other.key(turn));
        }
    }

    fn light(key: &str) -> Candidate<u8> {
        Candidate { key: key.to_owned(), weight: Weight::Light, minutes: 1, touches: vec![] }
    }

    fn life(keys: &[&str]) -> Life {
        let candidates = keys.iter().map(|key| light(key)).collect();
        Life { candidates, shown: vec![], muted: vec![], energy: Some(Energy::Some), weight: None }
    }

    #[test]
    fn a_prompt_rests_for_thirty_days_and_may_come_on_the_day_after() {
        let mut life = life(&["kept", "seen"]);
        for (days, count) in [(0, 1), (30, 1), (31, 2)] {
            life.shown = vec![("seen".to_owned(), TODAY - Days::new(days))];
            let keys: HashSet<_> = (0..4).map(|turn| life.key(turn)).collect();
            assert_eq!(keys.len(), count, "{days} days ago");
        }
    }

    #[test]
    fn when_all_were_shown_the_one_from_longest_ago_comes_first() {
        let mut life = life(&["a", "b", "c"]);
        let on = |key: &str, days| (key.to_owned(), TODAY - Days::new(days));
        life.shown = vec![on("a", 2), on("b", 9), on("c", 5), on("b", 20), on("c", 40)];
        assert_eq!(life.key(0), Some("b"));
        assert_eq!(life.key(1), Some("c"));
    }

    #[test]
    fn another_day_begins_with_another_one_even_when_nothing_was_shown() {
        let life = life(&["a", "b", "c", "d", "e", "f", "g", "h"]);
        let first = |days| {
            let ask = Ask { today: TODAY + Days::new(days), ..life.ask(0) };
            suggest(&life.candidates, &ask).unwrap().key.as_str()
        };
        let firsts: HashSet<_> = (0..60).map(first).collect();
        assert!(firsts.len() >= 6, "{firsts:?}");
    }

    #[test]
    fn nothing_is_suggested_from_nothing() {
        assert_eq!(life(&[]).key(3), None);
    }
}
