//! Help: what it says of now with the data closed, and a plan that is there when it is needed.

use pilot_app::Error;
use serde_json::{Value, json};

use crate::life::{Life, at};

fn line(part: &str, text: &str) -> Value {
    json!({ "id": null, "part": part, "text": text, "person": null })
}

fn texts(life: &Life) -> Vec<String> {
    let lines = life.get("list_help_lines");
    lines.as_array().unwrap().iter().map(|line| line["text"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_is_open_is_told_by_the_clock_and_with_the_data_closed() {
    let life = Life::begin();
    let calm = |life: &Life| {
        let help = life.call("get_help", json!("GB")).unwrap();
        let lines = help["helplines"].as_array().unwrap().clone();
        lines.into_iter().find(|line| line["name"].as_str().unwrap().starts_with("CALM")).unwrap()
    };
    assert_eq!(calm(&life)["now"]["phone"], json!({ "is": "closed", "opens_at": "2026-11-03T17:00:00Z" }));
    life.clock.set(at("2026-11-03T17:00:00Z"));
    assert_eq!(calm(&life)["now"]["phone"], json!({ "is": "open", "until": "2026-11-04T00:00:00Z" }));
    assert_eq!(calm(&life)["now"]["chat"], json!({ "is": "unknown" }));
    assert_eq!(calm(&life)["now"]["sms"], Value::Null);
    assert_eq!(calm(&life)["is_old"], false);
    life.clock.set(at("2028-01-01T12:00:00Z"));
    assert_eq!(calm(&life)["is_old"], true);
}

#[test]
fn help_does_not_wait_for_the_data() {
    let life = Life::open();
    // Something holds the app, as a keychain that does not answer would.
    let held = life.core.app();
    life.call("get_help", json!("US")).unwrap();
    life.get("list_countries");
    drop(held);
}

#[test]
fn a_plan_keeps_its_order_over_a_restart_and_each_touch_can_be_taken_back() {
    let life = Life::open();
    for text in ["not answering anyone", "  up all\nnight ", "very blank"] {
        life.call("save_help_line", line("signs", text)).unwrap();
    }
    let walk = life.call("save_help_line", line("alone", "walk to the river")).unwrap();
    assert_eq!(texts(&life), ["not answering anyone", "walk to the river", "up all night", "very blank"]);
    life.call("move_help_line", json!({ "id": 3, "up": true })).unwrap();
    life.call("move_help_line", json!({ "id": 1, "up": true })).unwrap();
    let changed = json!({ "id": walk["id"], "part": "alone", "text": "walk to the bridge", "person": null });
    let change = life.core.call("save_help_line", changed).unwrap().change;
    life.call("undo_change", json!(change)).unwrap();
    let change = life.core.call("delete_help_line", json!(1)).unwrap().change;
    let life = {
        life.call("undo_change", json!(change)).unwrap();
        life.restart()
    };
    assert_eq!(texts(&life), ["not answering anyone", "walk to the river", "very blank", "up all night"]);
}

#[test]
fn a_line_about_someone_follows_them_and_outlives_them() {
    let life = Life::open();
    let ona = life.call("save_person", json!({ "id": null, "name": "Ona", "reach": "555 0101" })).unwrap();
    let about = json!({ "id": null, "part": "ask", "text": "after six", "person": ona["id"] });
    life.call("save_help_line", about).unwrap();
    life.call("save_person", json!({ "id": ona["id"], "name": "Ona", "reach": "555 0202" })).unwrap();
    assert_eq!(life.get("list_help_lines")[0]["person"]["reach"], "555 0202");
    let gone = life.core.call("delete_person", ona["id"].clone()).unwrap();
    assert_eq!(json!(gone.kinds), json!(["people", "help_lines"]));
    assert_eq!(texts(&life), ["Ona, 555 0202, after six"]);
    life.call("undo_change", json!(gone.change)).unwrap();
    assert_eq!(life.get("list_help_lines")[0]["person"]["name"], "Ona");
    assert_eq!(texts(&life), ["after six"]);
}

#[test]
fn what_is_wrong_with_a_line_is_told_and_nothing_is_stored() {
    let life = Life::open();
    for bad in [line("signs", "  "), line("signs", &"a".repeat(501))] {
        assert!(matches!(life.call("save_help_line", bad), Err(Error::Invalid { .. })));
    }
    assert!(matches!(life.call("save_help_line", line("nowhere", "x")), Err(Error::BadInput { .. })));
    let unknown = json!({ "id": null, "part": "ask", "text": "", "person": 7 });
    assert!(matches!(life.call("save_help_line", unknown), Err(Error::NotFound { .. })));
    life.call("save_help_line", line("signs", "here")).unwrap();
    let moved = json!({ "id": 1, "part": "alone", "text": "there", "person": null });
    assert!(matches!(life.call("save_help_line", moved), Err(Error::NotFound { .. })));
    assert_eq!(texts(&life), ["here"]);
    let life = life.restart();
    assert_eq!(texts(&life), ["here"]);
}
