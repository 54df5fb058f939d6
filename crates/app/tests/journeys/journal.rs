//! Days with the journal: what is written, filed, thrown away and brought back.

use std::collections::HashSet;

use chrono::Duration;
use pilot_app::Error;
use serde_json::{Value, json};

use crate::life::Life;

impl Life {
    pub(crate) fn write(&self, text: &str) -> Value {
        self.call("save_entry", json!({ "id": null, "on": null, "text": text })).unwrap()["id"].clone()
    }

    fn rewrite(&self, id: &Value, text: &str) {
        self.call("save_entry", json!({ "id": id, "on": null, "text": text })).unwrap();
    }

    fn search(&self, typed: &str) -> Value {
        self.call("search_entries", json!({ "typed": typed, "limit": 50 })).unwrap()
    }

    pub(crate) fn found(&self, typed: &str) -> Vec<Value> {
        let hits = self.search(typed)["hits"].clone();
        hits.as_array().unwrap().iter().map(|hit| hit["entry"]["id"].clone()).collect()
    }
}

#[test]
fn a_question_does_not_come_twice_in_a_month_and_is_light_when_light_was_asked_for() {
    let life = Life::open();
    let ask = |weight: &str| life.call("offer_prompt", json!({ "weight": weight })).unwrap();
    let mut shown = HashSet::new();
    for _ in 0..40 {
        let prompt = ask("light");
        assert_eq!((&prompt["weight"], &prompt["close"]), (&json!("light"), &Value::Null));
        assert!(shown.insert(prompt["key"].as_str().unwrap().to_owned()), "twice");
        life.clock.advance(Duration::hours(12));
    }
    let heavy = ask("heavy");
    assert_eq!(heavy["weight"], "heavy");
    assert!(heavy["close"].as_str().is_some_and(|close| !close.is_empty()), "with a way back");
}

#[test]
fn what_was_shown_is_remembered_over_a_restart() {
    let life = Life::open();
    let first = life.call("offer_prompt", json!({ "weight": "middle" })).unwrap();
    let life = life.restart();
    let second = life.call("offer_prompt", json!({ "weight": "middle" })).unwrap();
    assert_ne!(first["key"], second["key"]);
}

#[test]
fn an_entry_is_starred_and_tagged_and_found_by_both() {
    let life = Life::open();
    let (rain, sun) = (life.write("rain again"), life.write("a bit of sun"));
    life.call("star_entry", json!({ "entry": rain, "is_starred": true })).unwrap();
    let tagged =
        life.call("tag_entry", json!({ "entry": rain, "tags": ["#Weather", "weather", "the garden"] }));
    assert_eq!(tagged.unwrap()["tags"], json!(["Weather", "the garden"]));
    life.call("tag_entry", json!({ "entry": sun, "tags": ["weather"] })).unwrap();
    assert_eq!(life.get("list_tags"), json!(["the garden", "Weather"]));
    assert_eq!(life.found("starred:"), std::slice::from_ref(&rain));
    assert_eq!(life.found("tag:weather"), [sun.clone(), rain.clone()]);
    assert_eq!(life.found("tag:weather -rain"), [sun]);
    let life = life.restart();
    let entry = life.call("get_entry", rain).unwrap();
    assert_eq!((&entry["is_starred"], &entry["tags"][0]), (&json!(true), &json!("Weather")));
}

#[test]
fn two_tags_become_one_and_are_two_again_after_undo() {
    let life = Life::open();
    let (one, two) = (life.write("one"), life.write("two"));
    life.call("tag_entry", json!({ "entry": one, "tags": ["walk", "out"] })).unwrap();
    life.call("tag_entry", json!({ "entry": two, "tags": ["out"] })).unwrap();
    let merged = life.core.call("rename_tag", json!({ "from": "out", "to": "walk" })).unwrap();
    assert_eq!(life.get("list_tags"), json!(["walk"]));
    assert_eq!(life.found("tag:\"walk\"").len(), 2);
    life.call("undo_change", json!(merged.change.unwrap())).unwrap();
    assert_eq!(life.get("list_tags"), json!(["out", "walk"]));
    assert_eq!(life.call("get_entry", one).unwrap()["tags"], json!(["walk", "out"]));
    let nothing = life.call("rename_tag", json!({ "from": "out", "to": " # " }));
    assert!(matches!(nothing, Err(Error::Invalid { .. })));
}

#[test]
fn a_deleted_entry_waits_in_the_bin_and_goes_after_thirty_days() {
    let life = Life::open();
    let (kept, gone) = (life.write("kept heron"), life.write("gone heron"));
    life.call("delete_entry", kept.clone()).unwrap();
    life.call("delete_entry", gone.clone()).unwrap();
    assert!(life.found("heron").is_empty());
    assert_eq!(life.get("list_bin")[0]["goes_on"], "2026-12-03");
    life.clock.advance(Duration::days(29));
    let life = life.open_daily(3);
    assert_eq!(life.get("list_bin").as_array().unwrap().len(), 2, "not yet");
    life.call("bring_back_entry", kept.clone()).unwrap();
    let life = life.open_daily(1);
    assert_eq!(life.get("list_bin"), json!([]));
    assert_eq!(life.found("heron"), [kept]);
    assert!(matches!(life.call("bring_back_entry", gone), Err(Error::NotFound { .. })));
}

#[test]
fn a_clock_that_jumps_is_not_time_that_passed() {
    let life = Life::open();
    let gone = life.write("a heron");
    life.call("delete_entry", gone).unwrap();
    let in_bin = |life: &Life| life.get("list_bin").as_array().unwrap().len();
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
    let deleted = life.core.call("delete_entry", one.clone()).unwrap();
    life.call("delete_entry", two).unwrap();
    let removed = life.core.call("remove_entry", one).unwrap();
    assert_eq!(removed.change, None);
    assert!(!removed.kinds.is_empty(), "the lists are read again");
    assert_eq!(life.call("undo_change", json!(deleted.change.unwrap())), Err(Error::NothingToUndo));
    life.get("empty_bin");
    assert_eq!(life.get("list_bin"), json!([]));
    life.get("empty_bin");
}

#[test]
fn a_search_says_how_it_was_understood() {
    let life = Life::open();
    let entry = life.write("Grüne Straße, and it's raining");
    let found = life.search("grun \"it's raining\" -snow on:2026-11 after:");
    assert_eq!(found["hits"][0]["entry"]["id"], entry);
    let marked: Vec<&str> = found["hits"][0]["around"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|piece| piece["hit"] == true)
        .map(|piece| piece["text"].as_str().unwrap())
        .collect();
    assert_eq!(marked, ["Grüne", "it's raining"]);
    let typed: Vec<&Value> = found["clauses"].as_array().unwrap().iter().map(|one| &one["typed"]).collect();
    assert_eq!(typed, ["grun", "\"it's raining\"", "-snow", "on:2026-11"]);
    assert_eq!(
        found["clauses"][3]["seeks"],
        json!({ "what": "days", "from": "2026-11-01", "until": "2026-11-30" })
    );
}

#[test]
fn an_earlier_state_can_be_seen_and_brought_back_and_that_can_be_undone() {
    let life = Life::open();
    let entry = life.write("first");
    life.rewrite(&entry, "first, and a word more");
    assert_eq!(life.call("list_versions", entry.clone()).unwrap(), json!([]), "still being written");
    life.clock.advance(Duration::minutes(10));
    life.rewrite(&entry, "second");
    life.call("close_entry", entry.clone()).unwrap();
    life.rewrite(&entry, "third");
    let versions = life.call("list_versions", entry.clone()).unwrap();
    let openings: Vec<&Value> = versions.as_array().unwrap().iter().map(|one| &one["opening"]).collect();
    assert_eq!(openings, ["second", "first, and a word more"]);
    let first = versions[1]["id"].clone();
    assert_eq!(life.call("get_version", first.clone()).unwrap()["text"], "first, and a word more");
    let back = life.core.call("bring_back_version", first).unwrap();
    assert_eq!(life.call("get_entry", entry.clone()).unwrap()["text"], "first, and a word more");
    assert_eq!(life.call("list_versions", entry.clone()).unwrap()[0]["opening"], "third");
    life.call("undo_change", json!(back.change.unwrap())).unwrap();
    assert_eq!(life.call("get_entry", entry).unwrap()["text"], "third");
}

#[test]
fn the_days_that_have_an_entry_are_named() {
    let life = Life::open();
    for on in ["2026-10-31", "2026-11-02", "2026-11-02", "2026-12-01"] {
        life.call("save_entry", json!({ "id": null, "on": on, "text": "x" })).unwrap();
    }
    let november = json!({ "from": "2026-11-01", "until": "2026-11-30" });
    assert_eq!(life.call("list_entry_days", november).unwrap(), json!(["2026-11-02"]));
}
