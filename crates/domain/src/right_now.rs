//! "For right now": from the energy and the time there are, one to three things to do.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    activity::Energy,
    finding::{Shelved, Wishes},
    library::{Length, LibraryKind},
};

/// So many at once that one can choose without weighing.
const AT_ONCE: usize = 3;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RightNowAsk {
    pub energy: Energy,
    pub length: Length,
    /// How often "something else" was asked for.
    pub turn: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RightNow {
    /// Ids of items. Empty only when nothing fits at all.
    pub items: Vec<String>,
    /// The most minutes that any of what was chosen from takes.
    pub most_minutes: u8,
    /// There is more than what is shown.
    pub has_others: bool,
}

/// What can be done with the energy and the time there are, a few at a time: favourites before the rest,
/// what touches on nothing heavy, what turns to the senses, and then what makes the most of both. Each turn shows
/// others, until all were shown.
pub fn choose(shelf: &[Shelved], ask: RightNowAsk, wishes: &Wishes) -> RightNow {
    let most_minutes = ask.length.most();
    let mut fitting: Vec<&Shelved> = shelf
        .iter()
        .filter(|item| item.has_steps && item.energy <= ask.energy && item.minutes <= most_minutes)
        .filter(|item| wishes.offers(item))
        .collect();
    fitting.sort_by_key(|item| {
        let is_favourite = wishes.favourites.contains(&item.id);
        let size = (Reverse(item.energy), Reverse(Length::of(item.minutes)));
        (!is_favourite, !item.touches.is_empty(), !item.is_outward, size)
    });
    let pages = mixed(fitting);
    let turn = (ask.turn as usize).checked_rem(pages.len()).unwrap_or(0);
    RightNow {
        items: pages.get(turn).into_iter().flatten().map(|item| item.id.clone()).collect(),
        most_minutes,
        has_others: pages.len() > 1,
    }
}

/// In groups that hold different kinds while there are different ones.
fn mixed(mut left: Vec<&Shelved>) -> Vec<Vec<&Shelved>> {
    let mut pages = Vec::new();
    while !left.is_empty() {
        let mut page: Vec<&Shelved> = Vec::new();
        while page.len() < AT_ONCE && !left.is_empty() {
            let is_new = |kind: LibraryKind| page.iter().all(|other| other.kind != kind);
            let next = left.iter().position(|item| is_new(item.kind)).unwrap_or(0);
            page.push(left.remove(next));
        }
        pages.push(page);
    }
    pages
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::finding::tests::{item, shelf, wishes};

    fn ask(energy: Energy, length: Length) -> RightNowAsk {
        RightNowAsk { energy, length, turn: 0 }
    }

    #[test]
    fn three_kinds_come_at_once_and_each_turn_brings_others() {
        let mut all: Vec<Shelved> = (0..5).map(|at| item(&format!("walk-{at}"))).collect();
        all[3].kind = LibraryKind::Rest;
        all[4].kind = LibraryKind::Breathe;
        let mut ask = ask(Energy::None, Length::OneMinute);
        let first = choose(&all, ask, &Wishes::default());
        assert_eq!(first.items, ["walk-0", "walk-3", "walk-4"]);
        assert!(first.has_others);
        ask.turn = 1;
        assert_eq!(choose(&all, ask, &Wishes::default()).items, ["walk-1", "walk-2"]);
        ask.turn = 2;
        assert_eq!(choose(&all, ask, &Wishes::default()), first);
    }

    #[test]
    fn a_favourite_comes_first_and_what_is_heavy_or_inward_last() {
        let mut all: Vec<Shelved> = ["inward", "heavy", "plain", "favourite"].map(item).into();
        all[0].is_outward = false;
        all[1].touches = vec![crate::library::ContentTopic::Death];
        let wishes = Wishes { favourites: ["favourite".to_owned()].into(), ..Wishes::default() };
        assert_eq!(
            choose(&all, ask(Energy::Some, Length::FiveMinutes), &wishes).items,
            ["favourite", "plain", "inward"]
        );
    }

    #[test]
    fn when_nothing_fits_there_is_nothing() {
        let mut only = item("long");
        only.minutes = 10;
        let none = choose(&[only], ask(Energy::Some, Length::FiveMinutes), &Wishes::default());
        assert!(none.items.is_empty() && !none.has_others);
    }

    proptest! {
        #[test]
        fn it_never_asks_for_more_than_there_is_and_never_brings_what_is_muted_or_left_out(
            shelf in shelf(),
            wishes in wishes(),
            energy in prop::sample::select(vec![Energy::None, Energy::Low, Energy::Some]),
            length in prop::sample::select(vec![Length::OneMinute, Length::FiveMinutes, Length::FifteenMinutes]),
        ) {
            let at = |turn| choose(&shelf, RightNowAsk { energy, length, turn }, &wishes);
            let mut shown = Vec::new();
            let first = at(0);
            for turn in 0..40 {
                let now = at(turn);
                if turn > 0 && now.items == first.items {
                    break;
                }
                prop_assert!(now.items.len() <= AT_ONCE && (now.items.is_empty() == first.items.is_empty()));
                shown.extend(now.items);
            }
            for id in &shown {
                let item = shelf.iter().find(|item| item.id == *id).unwrap();
                prop_assert!(item.energy <= energy && item.minutes <= first.most_minutes);
                prop_assert!(!wishes.left_out.contains(id) && !wishes.mutes(&item.touches));
            }
            // Going on shows everything that fits, each once.
            let fits = |item: &&Shelved| {
                item.has_steps && item.energy <= energy && item.minutes <= length.most() && wishes.offers(item)
            };
            let mut expected: Vec<&str> = shelf.iter().filter(fits).map(|item| item.id.as_str()).collect();
            expected.sort_unstable();
            shown.sort_unstable();
            prop_assert_eq!(shown, expected);
        }
    }
}
