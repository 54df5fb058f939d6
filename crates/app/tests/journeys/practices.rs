//! Going through something: how it left one, and what is not suggested again.

use pilot_app::Error;
use serde_json::{Value, json};

use crate::life::Life;

fn answer(id: &Value, of: &Value, afterwards: &str) -> Value {
    json!({ "id": id, "of": of, "afterwards": afterwards })
}

#[test]
fn how_it_was_is_kept_once_changed_by_another_press_and_taken_back() {
    let life = Life::open();
    let breaths = json!({ "item": "six-slow-breaths" });
    let first = life.core.call("save_practice", answer(&Value::Null, &breaths, "heavier")).unwrap();
    let id = first.json()["id"].clone();
    life.call("save_practice", answer(&id, &breaths, "cant_tell")).unwrap();
    let routine = json!({ "routine": life.get("list_routines")[0]["id"] });
    life.call("save_practice", answer(&Value::Null, &routine, "lighter")).unwrap();

    let life = life.restart();
    let kept = life.call("list_practices", breaths.clone()).unwrap();
    assert_eq!(kept.as_array().unwrap().len(), 1);
    assert_eq!((&kept[0]["afterwards"], &kept[0]["on"]), (&json!("cant_tell"), &json!("2026-11-03")));
    assert_eq!(life.call("list_practices", routine).unwrap()[0]["afterwards"], "lighter");

    let deleted = life.core.call("delete_practice", id.clone()).unwrap();
    assert_eq!(life.call("list_practices", breaths.clone()).unwrap(), json!([]));
    life.call("undo_change", json!(deleted.change.unwrap())).unwrap();
    assert_eq!(life.call("list_practices", breaths).unwrap()[0]["id"], id);
}

#[test]
fn an_answer_on_nothing_that_is_there_is_refused() {
    let life = Life::open();
    for of in [json!({ "item": "no-such-item" }), json!({ "routine": 9999 })] {
        let refused = life.call("save_practice", answer(&Value::Null, &of, "same"));
        assert!(matches!(refused, Err(Error::NotFound { .. })), "{of}");
    }
    let gone = answer(&json!(77), &json!({ "item": "six-slow-breaths" }), "same");
    assert!(matches!(life.call("save_practice", gone), Err(Error::NotFound { .. })));
    assert!(matches!(life.call("delete_practice", json!(77)), Err(Error::NotFound { .. })));
}

#[test]
fn a_routine_that_was_left_out_is_not_suggested_until_it_comes_back() {
    let life = Life::open();
    let suggested = |life: &Life| -> Vec<Value> {
        (0..120)
            .map(|turn| life.call("get_small_thing", json!({ "energy": 10, "turn": turn })).unwrap())
            .map(|thing| thing["target"].clone())
            .filter(|target| target["kind"] == "routine")
            .collect()
    };
    let id = suggested(&life)[0]["id"].clone();
    let is_suggested = |life: &Life| suggested(life).iter().any(|target| target["id"] == id);
    let mark = json!({ "routine": id, "is_left_out": true });
    let left_out = life.core.call("mark_routine", mark).unwrap();
    let life = life.restart();
    assert!(!is_suggested(&life));
    let routines = life.get("list_routines");
    let mine = routines.as_array().unwrap().iter().find(|routine| routine["id"] == id).unwrap();
    assert_eq!(mine["is_left_out"], true);
    life.call("mark_routine", json!({ "routine": id, "is_left_out": false })).unwrap();
    assert!(is_suggested(&life));
    assert!(left_out.change.is_some());
    let nobody = life.call("mark_routine", json!({ "routine": 9999, "is_left_out": true }));
    assert!(matches!(nobody, Err(Error::NotFound { .. })));
}
