//! Taking along: what of some days there is, and pages that are set from it.

use pilot_app::Error;
use serde_json::{Value, from_value, json};

use crate::life::{Life, at, check_in};

fn paper(words: &str) -> Value {
    let block = json!({ "kind": "paragraph", "inside": [{ "kind": "text", "text": words }] });
    json!({
        "manuscript": { "title": "A page", "lead": "", "language": "en-GB", "foot": "", "blocks": [block] },
        "size": "a4", "is_one_page": true,
    })
}

#[test]
fn the_check_ins_and_doings_of_some_days_are_those_days_alone() {
    let life = Life::open();
    let activity = json!({
        "id": null, "shelf": "mine", "title": "Tea", "smaller": "", "minutes": null, "energy": "none",
    });
    let tea = life.call("save_activity", activity).unwrap()["id"].clone();
    for on in ["2026-11-03", "2026-11-04", "2026-11-06"] {
        // Half past midnight in Berlin: the day it was lived in counts.
        life.clock.set(at(&format!("{on}T23:30:00Z")));
        life.call("save_check_in", check_in(Value::Null, json!({ "level": 2 }))).unwrap();
        life.call("start_activity", json!({ "activity": tea, "guess": null })).unwrap();
    }
    let days = |name: &str, from: &str, until: &str| {
        let found = life.call(name, json!({ "from": from, "until": until })).unwrap();
        found.as_array().unwrap().iter().map(|one| one["on"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for name in ["list_check_ins_between", "list_activity_log_between"] {
        assert_eq!(days(name, "2026-11-04", "2026-11-05"), ["2026-11-04", "2026-11-05"]);
        assert_eq!(days(name, "2026-11-07", "2026-12-01"), ["2026-11-07"]);
        assert!(days(name, "2026-11-06", "2026-11-06").is_empty());
    }
}

#[test]
fn entries_are_chosen_by_a_search_by_days_by_both_or_all_and_come_by_day() {
    let life = Life::open();
    let write = |on: &str, text: &str| {
        life.call("save_entry", json!({ "id": null, "on": on, "text": text })).unwrap()["id"].clone()
    };
    let late = write("2026-10-09", "rain");
    let early = write("2026-10-02", "rain");
    let dry = write("2026-10-05", "dry");
    let gone = write("2026-10-03", "rain, thrown away");
    life.call("delete_entry", gone.clone()).unwrap();
    let chosen = |typed: &str, days: Value| {
        life.call("list_entry_ids", json!({ "typed": typed, "days": days })).unwrap()
    };
    let days = json!({ "from": "2026-10-05", "until": "2026-10-31" });
    assert_eq!(chosen("", Value::Null), json!([early, dry, late]));
    assert_eq!(chosen("rain", Value::Null), json!([early, late]));
    assert_eq!(chosen("", days.clone()), json!([dry, late]));
    assert_eq!(chosen("rain", days), json!([late]));
    // Looked at one by one, so that some can be left out.
    let looked = life.call("list_entry_summaries", json!([late, gone, early])).unwrap();
    let looked: Vec<_> = looked.as_array().unwrap().iter().map(|one| (&one["id"], &one["opening"])).collect();
    assert_eq!(looked, [(&late, &json!("rain")), (&early, &json!("rain"))]);
}

#[test]
fn a_page_is_set_while_the_data_is_closed_and_asking_for_none_sets_none() {
    let life = Life::begin();
    let set = life.core.get_pages(from_value(paper("a word")).unwrap()).unwrap();
    assert!(set.bytes.starts_with(b"%PDF-"));
    let pages = set.head.unwrap();
    assert_eq!((pages.count, pages.left_off), (1, vec![]));
    assert!(life.core.get_pages(None).unwrap().head.is_none());
    assert!(matches!(life.core.get("get_pages", json!({ "size": "a4" })), Err(Error::BadInput { .. })));
}

#[test]
fn who_asks_for_other_pages_no_longer_waits_for_the_first() {
    let life = Life::begin();
    let long = "word ".repeat(3_000_000);
    let mut endless = paper(&long);
    endless["is_one_page"] = json!(false);
    std::thread::scope(|threads| {
        let first = threads.spawn(|| life.core.get_pages(from_value(endless).unwrap()).unwrap());
        // Whichever of the two comes first: nothing stops once the later one has been asked.
        while !first.is_finished() {
            life.core.get_pages(None).unwrap();
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        assert!(first.join().unwrap().head.is_none());
    });
}
