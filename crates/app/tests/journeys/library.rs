//! The library: found as one types, muted, chosen for right now, and gone on with where it was left.

use pilot_app::{
    Error, SmallThingAsk,
    content::WordSet,
    domain::{
        activity::{ActivityDraft, Energy},
        check_in::CheckInDraft,
        factors::FactorMark,
        finding::Filter,
        library::{ContentTopic, Length, LibraryMark, LibraryPlace, LibraryStop, Need},
        right_now::RightNowAsk,
        small_thing::SmallThing,
        words::{OwnWords, WordMark, WordUse},
    },
};
use serde_json::json;

use crate::life::{Life, activity};

impl Life {
    /// The items that a filter finds.
    fn items(&self, filter: Filter) -> Vec<String> {
        self.core.search_library(filter).unwrap().hits.into_iter().map(|hit| hit.item).collect()
    }

    fn small_thing(&self, turn: u32) -> SmallThing {
        self.core.get_small_thing(SmallThingAsk { energy: Some(10), turn }).unwrap().unwrap()
    }

    fn muted(&self) -> Vec<ContentTopic> {
        self.core.get_settings().unwrap().muted
    }

    fn stop(&self) -> Option<LibraryStop> {
        self.core.get_library_stop().unwrap()
    }
}

fn typing(typed: &str) -> Filter {
    Filter { typed: typed.to_owned(), ..Filter::default() }
}

fn touching(life: &Life, topic: ContentTopic) -> Vec<String> {
    let items = life.core.list_library().unwrap().into_iter();
    items.filter(|item| item.touches.contains(&topic)).map(|item| item.id).collect()
}

fn eat_slowly() -> ActivityDraft {
    ActivityDraft {
        minutes: Some(2),
        idea: Some("eat-one-thing-slowly".to_owned()),
        ..activity("Eat one small thing slowly")
    }
}

#[test]
fn the_library_is_searched_while_the_data_is_closed() {
    let life = Life::begin();
    assert_eq!(life.items(typing("SIX slow"))[0], "six-slow-breaths");
    assert_eq!(life.core.get_library_stop(), Err(Error::NotOpen));
}

#[test]
fn words_and_choices_narrow_together_and_too_much_text_is_told() {
    let life = Life::open();
    let little =
        Filter { energy: Some(Energy::None), length: Some(Length::FiveMinutes), ..Filter::default() };
    let all = life.items(Filter::default()).len();
    let quiet = life.items(little.clone());
    let sleep = life.items(Filter { need: Some(Need::Sleep), ..little });
    assert!(all > quiet.len() && quiet.len() > sleep.len() && !sleep.is_empty());
    assert!(sleep.iter().all(|id| quiet.contains(id)));
    let long = life.core.search_library(typing(&"x".repeat(600)));
    assert!(matches!(long, Err(Error::Invalid { .. })));
    let mut cake = json!(Filter::default());
    cake["need"] = json!("cake");
    assert!(matches!(life.core.call("search_library", cake), Err(Error::BadInput { .. })));
}

#[test]
fn a_muted_topic_is_not_met_anywhere_and_comes_back_when_it_is_undone() {
    use ContentTopic::{Death, Eating, Suicide};
    let life = Life::open();
    for topic in [Eating, Suicide, Death] {
        assert!(!touching(&life, topic).is_empty());
    }
    life.core.save_activity(eat_slowly()).unwrap();
    let muted = life.core.set_muted_topics(vec![Suicide, Eating, Suicide]).unwrap();
    let life = life.restart();
    assert_eq!(life.muted(), [Eating, Suicide]);

    let hidden: Vec<String> = [touching(&life, Eating), touching(&life, Suicide)].concat();
    let listed = life.items(Filter::default());
    assert!(listed.contains(&"when-to-get-help-today".to_owned()), "help is never muted");
    assert!(hidden.iter().all(|id| id == "when-to-get-help-today" || !listed.contains(id)));
    assert!(life.core.search_library(typing("something to eat")).unwrap().is_muted_there);

    for turn in 0..120 {
        let title = life.small_thing(turn).title;
        assert!(
            !["Eat one small thing slowly", "Something to eat", "Something for breakfast"]
                .contains(&title.as_str())
        );
        let ask = RightNowAsk { energy: Energy::Some, length: Length::FifteenMinutes, turn };
        let now = life.core.get_right_now(ask).unwrap();
        assert!(hidden.iter().all(|id| !now.items.contains(id)));
    }

    let again = life.core.set_muted_topics(vec![Eating]).unwrap();
    life.undo(again.change);
    assert_eq!(life.muted(), [Eating, Suicide]);
    assert!(muted.change.is_some());
    let weather = life.core.call("set_muted_topics", json!(["weather"]));
    assert!(matches!(weather, Err(Error::BadInput { .. })));
    assert_eq!(life.muted(), [Eating, Suicide], "nothing was kept of it");
}

/// Whatever it is called by now, it is what it came from.
#[test]
fn an_activity_that_came_from_a_muted_idea_stays_muted_when_it_is_called_something_else() {
    let life = Life::open();
    let eating = life.core.save_activity(eat_slowly()).unwrap().value.id;
    let renamed = ActivityDraft { id: Some(eating), minutes: Some(2), ..activity("Toast") };
    let toast = life.core.save_activity(renamed).unwrap().value;
    assert_eq!(toast.idea.as_deref(), Some("eat-one-thing-slowly"));
    let is_offered = || (0..120).any(|turn| life.small_thing(turn).title == "Toast");
    assert!(is_offered());
    life.core.set_muted_topics(vec![ContentTopic::Eating]).unwrap();
    assert!(!is_offered());
}

#[test]
fn for_right_now_asks_no_more_than_there_is_and_leaves_out_what_was_left_out() {
    let life = Life::open();
    let offered = |turn: u32| {
        let ask = RightNowAsk { energy: Energy::None, length: Length::OneMinute, turn };
        life.core.get_right_now(ask).unwrap().items
    };
    let first = offered(0);
    assert!((1..=3).contains(&first.len()));
    let mark = LibraryMark { item: first[0].clone(), is_favourite: false, is_left_out: true };
    life.core.set_library_mark(mark).unwrap();
    for turn in 0..6 {
        assert!(!offered(turn).contains(&first[0]));
    }
}

#[test]
fn where_one_stopped_is_kept_once_and_can_be_let_go() {
    let life = Life::open();
    assert_eq!(life.stop(), None);
    let stop = |item: &str, place: LibraryPlace| LibraryStop { item: item.to_owned(), place };
    let unreal = stop("feeling-unreal", LibraryPlace::Text(5));
    life.core.set_library_stop(Some(stop("five-senses-round", LibraryPlace::Step(2)))).unwrap();
    life.core.set_library_stop(Some(unreal.clone())).unwrap();
    let life = life.restart();
    assert_eq!(life.stop().as_ref(), Some(&unreal));

    let beyond = life.core.set_library_stop(Some(stop("five-senses-round", LibraryPlace::Step(99))));
    assert!(matches!(beyond, Err(Error::Invalid { .. })));
    let nowhere = life.core.set_library_stop(Some(stop("no-such-item", LibraryPlace::Step(0))));
    assert!(matches!(nowhere, Err(Error::NotFound { .. })));
    assert_eq!(life.stop().as_ref(), Some(&unreal));

    let let_go = life.core.set_library_stop(None).unwrap();
    assert_eq!(life.stop(), None);
    life.undo(let_go.change);
    assert_eq!(life.stop(), Some(unreal));
}

fn has(words: &WordSet, word: &str) -> bool {
    words.feelings().chain(words.body()).any(|one| one == word)
}

#[test]
fn words_of_ones_own_stay_and_hidden_ones_are_not_offered() {
    let life = Life::open();
    assert!(has(&life.core.list_words().unwrap().offered, "hollow"));
    let mark = |word: &str, becomes: WordUse| {
        life.core.mark_word(WordMark { word: word.to_owned(), becomes }).unwrap().change.unwrap()
    };
    mark("like a fridge ", WordUse::Feeling);
    mark("hollow", WordUse::Hidden);
    mark("lonely", WordUse::Hidden);
    mark("numb", WordUse::Hidden);
    // A word that ships is none of one's own; it comes out of hiding.
    mark("numb", WordUse::Feeling);
    // A check-in keeps its words, whatever becomes of them in the lists.
    let given = ["like a fridge", "hollow", "typed once"];
    let draft = CheckInDraft {
        words: given.map(str::to_owned).to_vec(),
        body: vec!["hollow chest".to_owned()],
        ..CheckInDraft::default()
    };
    life.core.save_check_in(draft).unwrap();
    mark("woolly", WordUse::Body);
    mark("woolly", WordUse::Usual);
    let flat = mark("flat", WordUse::Hidden);
    life.undo(Some(flat));
    let life = life.restart();
    let words = life.core.list_words().unwrap();
    let kept = OwnWords {
        feelings: vec!["like a fridge".to_owned()],
        body: vec![],
        hidden: ["hollow", "lonely"].map(str::to_owned).to_vec(),
    };
    assert_eq!(words.own, kept);
    assert!(!has(&words.offered, "hollow") && !has(&words.offered, "lonely"));
    life.core.mark_word(WordMark { word: "like a fridge".to_owned(), becomes: WordUse::Usual }).unwrap();
    let life = life.restart();
    assert!(life.core.list_words().unwrap().own.feelings.is_empty());
    let kept = life.core.list_check_ins(1).unwrap();
    assert_eq!(kept[0].words, given);
    assert_eq!(kept[0].body, ["hollow chest"]);
    assert!(has(&life.core.list_bundled_words().unwrap(), "hollow"));
}

#[test]
fn what_might_be_around_is_kept_as_it_was_said_and_nothing_is_left_of_what_was_taken_back() {
    let life = Life::open();
    let said = |key: &str, is_ticked: bool, note: &str| FactorMark {
        key: key.to_owned(),
        is_ticked,
        note: note.to_owned(),
    };
    let mark = |mark: FactorMark| life.core.set_factor_mark(mark);
    let key = life.core.list_factors().unwrap()[0].key.clone();
    let since_the_move = said(&key, true, "since the move");
    mark(since_the_move.clone()).unwrap();
    mark(said("unsaid", true, "")).unwrap();
    mark(said("other", false, "the new job")).unwrap();
    assert!(matches!(mark(said("weather", true, "")), Err(Error::NotFound { .. })));
    let back = mark(said("unsaid", false, " ")).unwrap();
    assert_eq!(life.core.list_factor_marks().unwrap().len(), 2);
    life.undo(back.change);
    assert_eq!(life.core.list_factor_marks().unwrap().len(), 3);
    let life = life.restart();
    assert!(life.core.list_factor_marks().unwrap().contains(&since_the_move));
}
