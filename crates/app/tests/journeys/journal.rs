//! Days with the journal: what is written, filed, thrown away and brought back.

use std::collections::HashSet;

use chrono::Duration;
use pilot_app::{
    Error, PromptAsk,
    content::Prompt,
    domain::{
        EntryId,
        entry::{EntryDraft, EntryStar, EntryTags, TagName},
        prompt::Weight,
        search_query::Seeks,
    },
};

use crate::life::{Life, day, days, entry};

impl Life {
    pub(crate) fn question(&self, weight: Weight) -> Prompt {
        self.core.offer_prompt(PromptAsk { weight }).unwrap().value.unwrap()
    }

    fn rewrite(&self, id: EntryId, text: &str) {
        self.core.save_entry(EntryDraft { id: Some(id), ..entry(text) }).unwrap();
    }

    /// How the earlier states of an entry begin.
    fn excerpts(&self, entry: EntryId) -> Vec<String> {
        self.core.list_versions(entry).unwrap().into_iter().map(|version| version.excerpt).collect()
    }
}

#[test]
fn a_question_does_not_come_twice_in_a_month_and_is_light_when_light_was_asked_for() {
    let life = Life::open();
    let mut shown = HashSet::new();
    for _ in 0..40 {
        let prompt = life.question(Weight::Light);
        assert_eq!((prompt.weight, prompt.close), (Weight::Light, None));
        assert!(shown.insert(prompt.key), "twice");
        life.clock.advance(Duration::hours(12));
    }
    let heavy = life.question(Weight::Heavy);
    assert_eq!(heavy.weight, Weight::Heavy);
    assert!(heavy.close.is_some_and(|close| !close.is_empty()), "with a way back");
}

#[test]
fn what_was_shown_is_remembered_over_a_restart() {
    let life = Life::open();
    let first = life.question(Weight::Middle);
    let life = life.restart();
    let second = life.question(Weight::Middle);
    assert_ne!(first.key, second.key);
}

#[test]
fn an_entry_is_starred_and_tagged_and_found_by_both() {
    let life = Life::open();
    let (rain, sun) = (life.write("rain again"), life.write("a bit of sun"));
    life.core.star_entry(EntryStar { entry: rain, is_starred: true }).unwrap();
    let tags = ["#Weather", "weather", "the garden"].map(str::to_owned).to_vec();
    let tagged = life.core.tag_entry(EntryTags { entry: rain, tags }).unwrap();
    assert_eq!(tagged.value.tags, ["Weather", "the garden"]);
    life.tag(sun, &["weather"]);
    assert_eq!(life.core.list_tags().unwrap(), ["the garden", "Weather"]);
    assert_eq!(life.found("starred:"), [rain]);
    assert_eq!(life.found("tag:weather"), [sun, rain]);
    assert_eq!(life.found("tag:weather -rain"), [sun]);
    let life = life.restart();
    let entry = life.core.get_entry(rain).unwrap();
    assert_eq!((entry.is_starred, entry.tags[0].as_str()), (true, "Weather"));
}

#[test]
fn two_tags_become_one_and_are_two_again_after_undo() {
    let life = Life::open();
    let (one, two) = (life.write("one"), life.write("two"));
    life.tag(one, &["walk", "out"]);
    life.tag(two, &["out"]);
    let rename = |to: &str| life.core.rename_tag(TagName { from: "out".to_owned(), to: to.to_owned() });
    let merged = rename("walk").unwrap();
    assert_eq!(life.core.list_tags().unwrap(), ["walk"]);
    assert_eq!(life.found("tag:\"walk\"").len(), 2);
    life.undo(merged.change);
    assert_eq!(life.core.list_tags().unwrap(), ["out", "walk"]);
    assert_eq!(life.core.get_entry(one).unwrap().tags, ["walk", "out"]);
    assert!(matches!(rename(" # "), Err(Error::Invalid { .. })));
}

#[test]
fn a_deleted_entry_waits_in_the_bin_and_goes_after_thirty_days() {
    let life = Life::open();
    let (kept, gone) = (life.write("kept heron"), life.write("gone heron"));
    life.core.delete_entry(kept).unwrap();
    life.core.delete_entry(gone).unwrap();
    assert!(life.found("heron").is_empty());
    assert_eq!(life.core.list_bin().unwrap()[0].goes_on, day("2026-12-03"));
    life.clock.advance(Duration::days(29));
    let life = life.open_daily(3);
    assert_eq!(life.core.list_bin().unwrap().len(), 2, "not yet");
    life.core.bring_back_entry(kept).unwrap();
    let life = life.open_daily(1);
    assert_eq!(life.core.list_bin().unwrap(), []);
    assert_eq!(life.found("heron"), [kept]);
    assert!(matches!(life.core.bring_back_entry(gone), Err(Error::NotFound { .. })));
}

#[test]
fn a_clock_that_jumps_is_not_time_that_passed() {
    let life = Life::open();
    let gone = life.write("a heron");
    life.core.delete_entry(gone).unwrap();
    let in_bin = |life: &Life| life.core.list_bin().unwrap().len();
    let mut life = life.open_daily(5);
    for days in [31, 400, 10_000] {
        life.clock.advance(Duration::days(days));
        let ahead = life.restart();
        assert_eq!(in_bin(&ahead), 1, "{days} days ahead");
        let ahead = ahead.open_daily(1).restart();
        assert_eq!(in_bin(&ahead), 1, "{days} days ahead, the day after");
        ahead.clock.advance(-Duration::days(days + 1));
        life = ahead.restart();
        assert_eq!(in_bin(&life), 1, "and back");
    }
    // Days that pass are days that pass.
    let life = life.open_daily(30);
    assert_eq!(in_bin(&life), 0);
}

#[test]
fn what_is_removed_from_the_bin_cannot_be_taken_back() {
    let life = Life::open();
    let (one, two) = (life.write("one"), life.write("two"));
    let deleted = life.core.delete_entry(one).unwrap();
    life.core.delete_entry(two).unwrap();
    let removed = life.core.remove_entry(one).unwrap();
    assert_eq!(removed.change, None);
    assert!(!removed.kinds.is_empty(), "the lists are read again");
    assert_eq!(life.core.undo_change(deleted.change.unwrap()).unwrap_err(), Error::NothingToUndo);
    life.core.empty_bin().unwrap();
    assert_eq!(life.core.list_bin().unwrap(), []);
    life.core.empty_bin().unwrap();
}

#[test]
fn a_search_says_how_it_was_understood() {
    let life = Life::open();
    let entry = life.write("Grüne Straße, and it's raining");
    let found = life.search("grun \"it's raining\" -snow on:2026-11 after:");
    assert_eq!(found.hits[0].entry.id, entry);
    let pieces = found.hits[0].snippet.iter();
    let marked: Vec<&str> = pieces.filter(|piece| piece.hit).map(|piece| piece.text.as_str()).collect();
    assert_eq!(marked, ["Grüne", "it's raining"]);
    let typed: Vec<&str> = found.clauses.iter().map(|one| one.typed.as_str()).collect();
    assert_eq!(typed, ["grun", "\"it's raining\"", "-snow", "on:2026-11"]);
    let november = Seeks::Days { from: Some(day("2026-11-01")), until: Some(day("2026-11-30")) };
    assert_eq!(found.clauses[3].seeks, november);
}

#[test]
fn an_earlier_state_can_be_seen_and_brought_back_and_that_can_be_undone() {
    let life = Life::open();
    let entry = life.write("first");
    life.rewrite(entry, "first, and a word more");
    assert_eq!(life.core.list_versions(entry).unwrap(), [], "still being written");
    life.clock.advance(Duration::minutes(10));
    life.rewrite(entry, "second");
    life.core.close_entry(entry).unwrap();
    life.rewrite(entry, "third");
    assert_eq!(life.excerpts(entry), ["second", "first, and a word more"]);
    let first = life.core.list_versions(entry).unwrap()[1].id;
    assert_eq!(life.core.get_version(first).unwrap().text, "first, and a word more");
    let back = life.core.bring_back_version(first).unwrap();
    assert_eq!(life.text_of(entry), "first, and a word more");
    assert_eq!(life.excerpts(entry)[0], "third");
    life.undo(back.change);
    assert_eq!(life.text_of(entry), "third");
}

#[test]
fn the_days_that_have_an_entry_are_named() {
    let life = Life::open();
    for on in ["2026-10-31", "2026-11-02", "2026-11-02", "2026-12-01"] {
        life.core.save_entry(EntryDraft { on: Some(day(on)), ..entry("x") }).unwrap();
    }
    let november = days("2026-11-01", "2026-11-30");
    assert_eq!(life.core.list_entry_days(november).unwrap(), [day("2026-11-02")]);
}
