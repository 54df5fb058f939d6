//! Finding in the library: what is hidden, what fits, in which order, and what to let go of when nothing does.

use std::{cmp::Reverse, collections::BTreeSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    Invalid,
    activity::Energy,
    entry::Piece,
    invalid::at_most,
    library::{ContentTopic, Length, LibraryKind, LibraryMark, Need},
    text,
    typed_words::TypedWords,
};

/// More than there are.
const MOST_KINDS: usize = 100;

/// What the rules need to know of an item.
#[derive(Debug, Clone)]
pub struct Shelved {
    pub id: String,
    pub kind: LibraryKind,
    pub minutes: u8,
    pub energy: Energy,
    pub topics: Vec<String>,
    pub needs: Vec<Need>,
    pub touches: Vec<ContentTopic>,
    /// It says where help is, so it is never muted.
    pub is_help: bool,
    /// It can be followed step by step.
    pub has_steps: bool,
    /// Attention goes to the room and the senses.
    pub is_outward: bool,
    pub title: String,
    pub summary: String,
    /// Its text without marks, in parts as they are read.
    pub passages: Vec<String>,
}

/// What a person has said about the library.
#[derive(Debug, Clone, Default)]
pub struct Wishes {
    pub favourites: BTreeSet<String>,
    pub left_out: BTreeSet<String>,
    pub muted: Vec<ContentTopic>,
}

impl Wishes {
    pub fn of(marks: &[LibraryMark], muted: &[ContentTopic]) -> Self {
        let marked = |is: fn(&LibraryMark) -> bool| {
            marks.iter().filter(|mark| is(mark)).map(|mark| mark.item.clone()).collect()
        };
        Wishes {
            favourites: marked(|mark| mark.is_favourite),
            left_out: marked(|mark| mark.is_left_out),
            muted: muted.to_vec(),
        }
    }

    /// One of these subjects is muted.
    pub fn mutes(&self, touches: &[ContentTopic]) -> bool {
        touches.iter().any(|topic| self.muted.contains(topic))
    }

    /// It stands in lists and is found.
    pub fn lists(&self, item: &Shelved) -> bool {
        !self.left_out.contains(&item.id) && (item.is_help || !self.mutes(&item.touches))
    }

    /// It may be put forward without being looked for.
    pub fn offers(&self, item: &Shelved) -> bool {
        !self.left_out.contains(&item.id) && !self.mutes(&item.touches)
    }
}

/// What is looked for. Each part that is given narrows the rest.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "LibraryFilter")]
pub struct Filter {
    pub typed: String,
    pub need: Option<Need>,
    /// Any of them; all when empty.
    pub kinds: Vec<LibraryKind>,
    pub length: Option<Length>,
    /// How much there is: what asks for less fits too.
    pub energy: Option<Energy>,
    pub topic: Option<String>,
    /// Only favourites.
    pub favourites: bool,
}

/// A part of a filter, in the order in which one might let go of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "LibraryFilterPart")]
pub enum Part {
    Topic,
    Kinds,
    Length,
    Favourites,
    Energy,
    Need,
    Typed,
}

const PARTS: [Part; 7] =
    [Part::Topic, Part::Kinds, Part::Length, Part::Favourites, Part::Energy, Part::Need, Part::Typed];

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "LibraryHit")]
pub struct Hit {
    pub item: String,
    pub title: Vec<Piece>,
    /// The place where the words were found; without words, the summary.
    pub snippet: Vec<Piece>,
}

/// The one part to let go of so that something is left, and how much that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Loosened {
    pub part: Part,
    pub left: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "LibraryFound")]
pub struct Found {
    pub hits: Vec<Hit>,
    /// Only when nothing was found.
    pub loosen: Option<Loosened>,
    /// Something would fit, but touches on a muted subject.
    pub is_muted_there: bool,
}

impl Filter {
    /// The filter with clean text, or what is wrong with it.
    pub fn checked(mut self) -> Result<Self, Invalid> {
        self.typed = text::clean(&self.typed, text::LINE_MAX)?;
        at_most(MOST_KINDS, self.kinds.len())?;
        Ok(self)
    }

    /// The same without one part.
    fn without(&self, part: Part) -> Filter {
        let mut filter = self.clone();
        match part {
            Part::Topic => filter.topic = None,
            Part::Kinds => filter.kinds.clear(),
            Part::Length => filter.length = None,
            Part::Favourites => filter.favourites = false,
            Part::Energy => filter.energy = None,
            Part::Need => filter.need = None,
            Part::Typed => filter.typed.clear(),
        }
        filter
    }

    /// The choices fit, whatever was typed.
    fn takes(&self, item: &Shelved, wishes: &Wishes) -> bool {
        self.need.is_none_or(|need| item.needs.contains(&need))
            && (self.kinds.is_empty() || self.kinds.contains(&item.kind))
            && self.length.is_none_or(|length| Length::of(item.minutes) == length)
            && self.energy.is_none_or(|energy| item.energy <= energy)
            && self.topic.as_ref().is_none_or(|topic| item.topics.contains(topic))
            && (!self.favourites || wishes.favourites.contains(&item.id))
    }
}

/// What fits, best first: words found in the title before words found elsewhere, else in the order of the shelf.
pub fn find(shelf: &[Shelved], filter: &Filter, wishes: &Wishes) -> Found {
    let hits = hits(shelf, filter, wishes);
    let loosen = if hits.is_empty() { loosened(shelf, filter, wishes) } else { None };
    let typed = TypedWords::of(&filter.typed);
    let is_muted_there = shelf.iter().any(|item| {
        !wishes.left_out.contains(&item.id)
            && !wishes.lists(item)
            && filter.takes(item, wishes)
            && rank(item, &typed).is_some()
    });
    Found { hits, loosen, is_muted_there }
}

fn hits(shelf: &[Shelved], filter: &Filter, wishes: &Wishes) -> Vec<Hit> {
    let typed = TypedWords::of(&filter.typed);
    let mut ranked: Vec<_> = shelf
        .iter()
        .filter(|item| wishes.lists(item) && filter.takes(item, wishes))
        .filter_map(|item| Some((rank(item, &typed)?, item)))
        .collect();
    ranked.sort_by_key(|(rank, _)| Reverse(*rank));
    ranked.into_iter().map(|(_, item)| hit(item, &typed)).collect()
}

/// How many of the words are in the title, the topics and the summary; none when one of them is nowhere.
fn rank(item: &Shelved, typed: &TypedWords) -> Option<(usize, usize, usize)> {
    let title = typed.found_in(&item.title);
    let topics = typed.found_in(&item.topics.join(", "));
    let summary = typed.found_in(&item.summary);
    let mut found = either(&either(&title, &topics), &summary);
    for passage in &item.passages {
        if found.contains(&false) {
            found = either(&found, &typed.found_in(passage));
        }
    }
    let count = |found: &[bool]| found.iter().filter(|is_there| **is_there).count();
    (!found.contains(&false)).then(|| (count(&title), count(&topics), count(&summary)))
}

fn either(a: &[bool], b: &[bool]) -> Vec<bool> {
    a.iter().zip(b).map(|(a, b)| *a || *b).collect()
}

fn hit(item: &Shelved, typed: &TypedWords) -> Hit {
    let topics = item.topics.join(", ");
    // What is found only in the title needs no second place.
    let place = std::iter::once(&item.summary)
        .chain(&item.passages)
        .chain([&topics])
        .find(|text| typed.is_in(text))
        .unwrap_or(&item.summary);
    Hit { item: item.id.clone(), title: typed.marked(&item.title), snippet: typed.snippet(place) }
}

/// The first part that leaves something when it alone is let go.
fn loosened(shelf: &[Shelved], filter: &Filter, wishes: &Wishes) -> Option<Loosened> {
    PARTS.into_iter().find_map(|part| {
        let loose = filter.without(part);
        let left = if loose == *filter { 0 } else { hits(shelf, &loose, wishes).len() };
        (left > 0).then_some(Loosened { part, left: left as u32 })
    })
}

#[cfg(test)]
pub(crate) mod tests {
    use proptest::{prelude::*, sample::select};

    use super::*;

    pub(crate) fn item(id: &str) -> Shelved {
        Shelved {
            id: id.to_owned(),
            kind: LibraryKind::Move,
            minutes: 2,
            energy: Energy::None,
            topics: vec!["senses".to_owned()],
            needs: vec![Need::Steady],
            touches: Vec::new(),
            is_help: false,
            has_steps: true,
            is_outward: true,
            title: "Two slow steps".to_owned(),
            summary: "Walk a little.".to_owned(),
            passages: vec!["Look at the colours of the door.".to_owned()],
        }
    }

    const TOPICS: [ContentTopic; 3] = [ContentTopic::Death, ContentTopic::Eating, ContentTopic::Suicide];
    const ENERGIES: [Energy; 3] = [Energy::None, Energy::Low, Energy::Some];
    const KINDS: [LibraryKind; 3] = [LibraryKind::Move, LibraryKind::Rest, LibraryKind::Read];
    const NEEDS: [Need; 3] = [Need::Steady, Need::Sleep, Need::FindHelp];
    const WORDS: [&str; 4] = ["slow", "door", "sen", "grief"];

    fn some_item() -> impl Strategy<Value = Shelved> {
        let facts = (select(&KINDS), 1u8..16, select(&ENERGIES), select(&NEEDS), any::<[bool; 3]>());
        let texts = (select(&WORDS), select(&WORDS), select(&WORDS), select(&WORDS));
        (facts, texts, prop::sample::subsequence(&TOPICS, 0..3)).prop_map(|(facts, texts, touches)| {
            let (kind, minutes, energy, need, [is_help, has_steps, is_outward]) = facts;
            Shelved {
                kind,
                minutes,
                energy,
                needs: vec![need],
                touches,
                is_help,
                has_steps,
                is_outward,
                title: texts.0.to_owned(),
                topics: vec![texts.1.to_owned()],
                summary: texts.2.to_owned(),
                passages: vec![texts.3.to_owned()],
                ..item("")
            }
        })
    }

    pub(crate) fn shelf() -> impl Strategy<Value = Vec<Shelved>> {
        prop::collection::vec(some_item(), 0..12).prop_map(|mut items| {
            items.iter_mut().enumerate().for_each(|(at, item)| item.id = at.to_string());
            items
        })
    }

    pub(crate) fn wishes() -> impl Strategy<Value = Wishes> {
        let ids = || prop::collection::btree_set((0..12).prop_map(|id: i32| id.to_string()), 0..5);
        (ids(), ids(), prop::sample::subsequence(&TOPICS, 0..3))
            .prop_map(|(favourites, left_out, muted)| Wishes { favourites, left_out, muted })
    }

    fn filter() -> impl Strategy<Value = Filter> {
        let maybe = |words: &'static [&str]| prop::option::of(select(words).prop_map(str::to_owned));
        let length = select(&[Length::OneMinute, Length::FiveMinutes, Length::FifteenMinutes]);
        (
            maybe(&WORDS),
            prop::option::of(select(&NEEDS)),
            prop::sample::subsequence(&KINDS, 0..3),
            prop::option::of(length),
            prop::option::of(select(&ENERGIES)),
            maybe(&WORDS),
            any::<bool>(),
        )
            .prop_map(|(typed, need, kinds, length, energy, topic, favourites)| Filter {
                typed: typed.unwrap_or_default(),
                need,
                kinds,
                length,
                energy,
                topic,
                favourites,
            })
    }

    fn ids(found: &Found) -> BTreeSet<&str> {
        found.hits.iter().map(|hit| hit.item.as_str()).collect()
    }

    fn typing(typed: &str) -> Filter {
        Filter { typed: typed.to_owned(), ..Filter::default() }
    }

    #[test]
    fn words_in_the_title_come_before_words_anywhere_else() {
        let mut all: Vec<Shelved> = ["text", "summary", "topic", "title"].map(item).into();
        all[0].passages.push("A red kite.".into());
        all[1].summary = "A kite, or none.".into();
        all[2].topics = vec!["kites".into()];
        all[3].title = "Kite, slowly".into();
        let found = find(&all, &typing("kit"), &Wishes::default());
        let order: Vec<&str> = found.hits.iter().map(|hit| hit.item.as_str()).collect();
        assert_eq!(order, ["title", "topic", "summary", "text"]);
        let marked: Vec<&Piece> = found.hits[3].snippet.iter().filter(|piece| piece.hit).collect();
        assert_eq!(marked, [&Piece { text: "kite".into(), hit: true }]);
    }

    #[test]
    fn every_typed_word_has_to_be_somewhere() {
        let all = [item("one")];
        assert_eq!(find(&all, &typing("slow door"), &Wishes::default()).hits.len(), 1);
        assert_eq!(find(&all, &typing("slow window"), &Wishes::default()).hits.len(), 0);
    }

    #[test]
    fn when_nothing_fits_the_least_personal_part_that_helps_is_named() {
        let all = [item("one")];
        let filter = Filter { topic: Some("grief".into()), need: Some(Need::Steady), ..Filter::default() };
        let found = find(&all, &filter, &Wishes::default());
        assert_eq!(found.loosen, Some(Loosened { part: Part::Topic, left: 1 }));
        let both = Filter { need: Some(Need::Sleep), ..filter };
        assert_eq!(find(&all, &both, &Wishes::default()).loosen, None);
    }

    #[test]
    fn help_is_never_muted_and_what_is_muted_is_owned_up_to() {
        let mut all: Vec<Shelved> = ["help", "heavy"].map(item).into();
        all.iter_mut().for_each(|item| item.touches = vec![ContentTopic::Suicide]);
        all[0].is_help = true;
        let wishes = Wishes { muted: vec![ContentTopic::Suicide], ..Wishes::default() };
        let found = find(&all, &Filter::default(), &wishes);
        assert_eq!(ids(&found), BTreeSet::from(["help"]));
        assert!(found.is_muted_there);
        assert!(!find(&all, &typing("nowhere"), &wishes).is_muted_there);
    }

    proptest! {
        #[test]
        fn what_is_muted_or_left_out_never_comes(shelf in shelf(), filter in filter(), wishes in wishes()) {
            for id in ids(&find(&shelf, &filter, &wishes)) {
                let item = shelf.iter().find(|item| item.id == id).unwrap();
                prop_assert!(!wishes.left_out.contains(id));
                prop_assert!(item.is_help || !wishes.mutes(&item.touches));
            }
        }

        #[test]
        fn each_part_of_a_filter_only_narrows(shelf in shelf(), filter in filter(), wishes in wishes()) {
            let found = find(&shelf, &filter, &wishes);
            for part in PARTS {
                let loose = find(&shelf, &filter.without(part), &wishes);
                prop_assert!(ids(&found).is_subset(&ids(&loose)), "{part:?}");
            }
        }

        #[test]
        fn letting_go_of_the_named_part_leaves_what_was_promised(
            shelf in shelf(),
            filter in filter(),
            wishes in wishes(),
        ) {
            let found = find(&shelf, &filter, &wishes);
            prop_assert!(found.hits.is_empty() || found.loosen.is_none());
            if let Some(Loosened { part, left }) = found.loosen {
                let loose = find(&shelf, &filter.without(part), &wishes);
                prop_assert_eq!(loose.hits.len(), left as usize);
                prop_assert!(left > 0);
            }
        }
    }
}
