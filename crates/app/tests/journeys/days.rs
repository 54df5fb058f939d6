//! Ordinary days: what is given is there, what is wrong is told, what was done can be undone.

use pilot_app::{Core, Error, Problem, SetClock};
use serde_json::{Value, json};

use crate::life::{Life, at, check_in};

#[test]
fn what_was_given_is_there_after_a_restart() {
    let life = Life::open();
    let first = life.call("save_check_in", check_in(Value::Null, json!("cant_tell"))).unwrap();
    life.call("save_check_in", check_in(first["id"].clone(), json!({ "level": 3 }))).unwrap();
    life.call("save_entry", json!({ "id": null, "on": null, "text": "rain again" })).unwrap();
    let life = life.restart();
    let check_ins = life.call("list_check_ins", json!(10)).unwrap();
    assert_eq!(check_ins.as_array().unwrap().len(), 1);
    assert_eq!(check_ins[0]["feel"], json!({ "level": 3 }));
    let found = life.call("search_entries", json!({ "typed": "rai", "limit": 5 })).unwrap();
    assert_eq!(found["hits"][0]["entry"]["on"], "2026-11-03");
}

#[test]
fn each_command_refuses_while_the_data_is_closed_and_help_does_not() {
    let life = Life::begin();
    assert_eq!(life.get("get_status")["state"], "first_run");
    assert_eq!(life.call("list_check_ins", json!(1)), Err(Error::NotOpen));
    assert_eq!(life.call("save_entry", json!({ "id": null, "on": null, "text": "x" })), Err(Error::NotOpen));
    let help = life.call("get_help", json!("GB")).unwrap();
    assert!(!help["helplines"].as_array().unwrap().is_empty());
    assert!(!life.get("list_countries").as_array().unwrap().is_empty());
    life.call("set_preferences", json!({ "theme": "dim", "text_size": 150, "country": "GB", "start_at_login": false, "low_energy": true })).unwrap();
    assert_eq!(life.restart().get("get_preferences")["theme"], "dim");
}

#[test]
fn a_passphrase_locks_and_a_recovery_key_opens() {
    let life = Life::begin();
    let short = life.call("create_profile", json!({ "lock": "passphrase", "passphrase": "short" }));
    assert!(matches!(short, Err(Error::Invalid { .. })));
    assert_eq!(life.get("get_status")["state"], "first_run");
    life.call("create_profile", json!({ "lock": "passphrase", "passphrase": "slow grey river" })).unwrap();
    let recovery = life.get("make_recovery_key");
    let life = life.restart();
    assert_eq!(life.get("get_status")["state"], "locked");
    assert_eq!(life.call("unlock", json!({ "typed": "slow grey rivers" })), Err(Error::WrongPassphrase));
    life.call("unlock", json!({ "typed": "slow grey river" })).unwrap();
    life.get("lock");
    life.call("unlock", json!({ "typed": recovery })).unwrap();
    assert_eq!(life.get("get_status")["state"], "open");
    life.call("change_lock", json!({ "lock": "none" })).unwrap();
    assert_eq!(life.restart().get("get_status")["state"], "open");
}

#[test]
fn a_profile_is_never_made_over_another() {
    let life = Life::open();
    assert_eq!(life.call("create_profile", json!({ "lock": "none" })), Err(Error::AlreadySetUp));
}

#[test]
fn data_that_went_missing_is_told_and_can_be_tried_again_or_set_aside() {
    let life = Life::open();
    life.call("save_entry", json!({ "id": null, "on": null, "text": "kept" })).unwrap();
    let Life { folder, clock, core } = life;
    drop(core);
    let file = folder.path().join("pilot-light.db");
    std::fs::rename(&file, folder.path().join("moved")).unwrap();
    let life = Life { core: Core::start(folder.path(), clock.clone()), folder, clock };
    assert_eq!(life.get("get_status")["problem"], "data_missing");
    std::fs::rename(life.folder.path().join("moved"), &file).unwrap();
    life.get("try_again");
    assert_eq!(life.get("get_status")["state"], "open");
    assert_eq!(
        life.call("set_data_aside", Value::Null),
        Err(Error::AlreadySetUp),
        "open data stays where it is"
    );
}

#[test]
fn a_second_copy_is_told_that_the_data_is_in_use() {
    let life = Life::open();
    let second = Core::start(life.folder.path(), life.clock.clone());
    let status = second.call("get_status", Value::Null).unwrap().json();
    assert_eq!(status["problem"], json!(Problem::InUse));
}

#[test]
fn the_eight_routines_ship_and_can_be_played_skipped_and_stopped() {
    let life = Life::open();
    let routines = life.get("list_routines");
    assert_eq!(routines.as_array().unwrap().len(), 8);
    let run = life.call("start_routine", routines[0]["id"].clone()).unwrap();
    let step = &routines[0]["steps"][0]["id"];
    life.call("mark_step", json!({ "run": run["id"], "step": step, "outcome": "skipped" })).unwrap();
    let ended = life.call("finish_routine", json!({ "run": run["id"], "outcome": "stopped" })).unwrap();
    assert_eq!(ended["outcome"], "stopped");
}

#[test]
fn a_small_thing_is_offered_from_what_ships_and_then_from_ones_own() {
    let life = Life::open();
    let ask = json!({ "energy": null, "turn": 0 });
    assert_eq!(life.call("get_small_thing", ask.clone()).unwrap()["why"], "asks_little");
    life.call(
        "save_activity",
        json!({ "id": null, "shelf": "mine", "title": "hum", "smaller": "", "minutes": 1, "energy": "none" }),
    )
    .unwrap();
    assert_eq!(life.call("get_small_thing", ask).unwrap()["title"], "hum");
}

#[test]
fn a_change_can_be_undone_by_its_id() {
    let life = Life::open();
    let entry = life.call("save_entry", json!({ "id": null, "on": null, "text": "kept" })).unwrap();
    let deleted = life.core.call("delete_entry", entry["id"].clone()).unwrap();
    life.call("undo_change", json!(deleted.change.unwrap())).unwrap();
    assert_eq!(life.call("get_entry", entry["id"].clone()).unwrap()["text"], "kept");
}

#[test]
fn input_of_the_wrong_shape_is_told() {
    let life = Life::open();
    assert!(matches!(life.call("get_entry", json!("one")), Err(Error::BadInput { .. })));
    assert!(matches!(life.call("read_minds", Value::Null), Err(Error::UnknownCommand { .. })));
}

#[test]
fn the_demo_is_a_year_that_leaves_no_file() {
    let clock = SetClock::at(at("2026-11-03T09:00:00Z"), chrono_tz::UTC);
    let core = Core::demo(clock).unwrap();
    let entries = core.call("list_entries", json!({ "after": null, "limit": 500 })).unwrap().json();
    assert!(entries.as_array().unwrap().len() > 60);
    assert_eq!(entries[0]["on"], "2026-11-03");
    assert_eq!(core.call("get_status", Value::Null).unwrap().json()["state"], "demo");
}
