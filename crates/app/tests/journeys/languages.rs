//! Another language than English: what ships is said in it, and what is kept is the same. The languages are made for tests.

use pilot_app::domain::{
    check_in::{CheckInDraft, Feel},
    finding::Filter,
    settings::Preferences,
};

use crate::life::{Life, check_in};

impl Life {
    fn speak(&self, language: Option<&str>) {
        let language = language.map(str::to_owned);
        self.core.set_preferences(Preferences { language, ..self.core.get_preferences().unwrap() }).unwrap();
    }

    fn items_in(&self, typed: &str) -> Vec<String> {
        let filter = Filter { typed: typed.to_owned(), ..Filter::default() };
        self.core.search_library(filter).unwrap().hits.into_iter().map(|hit| hit.item).collect()
    }
}

#[test]
fn the_language_is_the_chosen_one_or_the_systems_or_english() {
    let life = Life::begin();
    assert_eq!(life.core.get_language().unwrap(), "en");
    life.core.follow_system_languages(&["tlh".to_owned(), "en-IE".to_owned()]);
    assert_eq!(life.core.language(), "en");
    life.speak(Some("en-XA"));
    assert_eq!(life.core.language(), "en-XA");
    life.speak(Some("tlh"));
    assert_eq!(life.core.language(), "en");
    let life = life.restart();
    life.speak(Some("ar-XB"));
    assert_eq!(life.restart().core.language(), "ar-XB");
}

#[test]
fn a_word_that_was_picked_in_one_language_reads_in_another() {
    let life = Life::open();
    life.speak(Some("en-XA"));
    let numb = life.core.list_words().unwrap().offered.absence[2].clone();
    assert_eq!(numb, "[ñûḿḃ one]");
    let draft = CheckInDraft { words: vec![numb.clone()], ..check_in(Feel::Level(2)) };
    let stored = life.core.save_check_in(draft).unwrap().value;
    assert_eq!(stored.words, [numb]);
    life.speak(None);
    assert_eq!(life.core.list_check_ins(1).unwrap()[0].words, ["numb"]);
}

#[test]
fn a_routine_keeps_the_words_it_was_copied_with() {
    let life = Life::begin();
    life.speak(Some("ar-XB"));
    life.core.create_profile(pilot_app::LockChoice::None).unwrap();
    life.speak(None);
    let routines = life.core.list_routines().unwrap();
    assert!(routines.iter().all(|routine| routine.title.starts_with('[')), "{routines:?}");
}

#[test]
fn the_library_is_searched_as_it_reads_and_what_is_not_translated_is_english_and_says_so() {
    let life = Life::open();
    life.speak(Some("ar-XB"));
    let item = |id: &str| life.core.list_library().unwrap().into_iter().find(|item| item.id == id).unwrap();
    assert_eq!(item("six-slow-breaths").language, "ar-XB");
    let missing = item("grief-that-goes-quiet");
    assert_eq!((missing.language.as_str(), missing.title.as_str()), ("en", "Grief that goes quiet"));
    life.speak(Some("en-XA"));
    assert!(life.items_in("šļôŵ ḃŕéáţĥš one two").contains(&"six-slow-breaths".to_owned()));
    life.speak(None);
    assert!(life.items_in("slow breaths one two").is_empty());
}
