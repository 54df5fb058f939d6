//! Ways to begin that are one's own, worries that wait for their time, and what else a day holds.

use std::collections::HashSet;

use chrono::Duration;
use pilot_app::Error;
use serde_json::{Value, json};

use crate::life::Life;

impl Life {
    /// Everything of one weight that comes before something comes a second time.
    fn questions(&self, weight: &str) -> HashSet<String> {
        let mut shown = HashSet::new();
        loop {
            let prompt = self.call("offer_prompt", json!({ "weight": weight })).unwrap();
            let text = prompt["text"].as_str().unwrap().to_owned();
            if !shown.insert(text) {
                return shown;
            }
        }
    }
}

#[test]
fn a_question_of_ones_own_comes_among_the_others_is_changed_and_goes() {
    let life = Life::open();
    let draft = |id: Value, text: &str| json!({ "id": id, "text": text, "weight": "heavy" });
    let own = life.call("save_own_prompt", draft(Value::Null, " What did the  river do? ")).unwrap();
    assert_eq!(own["text"], "What did the river do?");
    assert!(life.questions("heavy").contains("What did the river do?"));
    life.call("save_own_prompt", draft(own["id"].clone(), "And the sea?")).unwrap();
    life.clock.advance(Duration::days(40));
    let questions = life.questions("heavy");
    assert!(questions.contains("And the sea?") && !questions.contains("What did the river do?"));
    assert!(questions.len() > 1, "the others come as well");
    let gone = life.core.call("delete_own_prompt", own["id"].clone()).unwrap();
    assert_eq!(life.get("list_own_prompts"), json!([]));
    life.call("undo_change", json!(gone.change.unwrap())).unwrap();
    assert_eq!(life.get("list_own_prompts")[0]["text"], "And the sea?");
}

#[test]
fn a_question_that_is_left_out_does_not_come_until_it_is_let_in_again() {
    let life = Life::open();
    let first = life.call("offer_prompt", json!({ "weight": "middle" })).unwrap();
    let leave = |is_left_out: bool| json!({ "prompt": first["key"], "is_left_out": is_left_out });
    life.call("leave_out_prompt", leave(true)).unwrap();
    life.call("leave_out_prompt", leave(true)).unwrap();
    life.clock.advance(Duration::days(40));
    let text = first["text"].as_str().unwrap();
    assert!(!life.questions("middle").contains(text));
    assert_eq!(life.get("list_left_out_prompts")[0]["text"], text);
    life.call("leave_out_prompt", leave(false)).unwrap();
    assert_eq!(life.get("list_left_out_prompts"), json!([]));
    life.clock.advance(Duration::days(40));
    assert!(life.questions("middle").contains(text));
}

#[test]
fn a_question_about_a_muted_subject_does_not_come() {
    let life = Life::open();
    let before = life.questions("heavy");
    life.call("set_muted_topics", json!(["death", "trauma"])).unwrap();
    life.clock.advance(Duration::days(40));
    let after = life.questions("heavy");
    assert!(after.len() < before.len() && after.is_subset(&before));
}

#[test]
fn a_form_of_ones_own_is_kept_renamed_and_removed_with_undo() {
    let life = Life::open();
    let save = |id: Value, name: &str, text: &str| {
        life.call("save_own_form", json!({ "id": id, "name": name, "text": text }))
    };
    let form = save(Value::Null, "Evening", "- window: \n- hands: ").unwrap();
    save(form["id"].clone(), "Late evening", "- window: \n- hands: ").unwrap();
    assert!(matches!(save(Value::Null, " ", "text"), Err(Error::Invalid { .. })));
    assert!(matches!(save(Value::Null, "Nothing", " \n"), Err(Error::Invalid { .. })));
    let life = life.restart();
    assert_eq!(life.get("list_own_forms")[0]["name"], "Late evening");
    let gone = life.core.call("delete_own_form", form["id"].clone()).unwrap();
    assert_eq!(life.get("list_own_forms"), json!([]));
    life.call("undo_change", json!(gone.change.unwrap())).unwrap();
    assert_eq!(life.get("list_own_forms")[0]["text"], "- window: \n- hands: ");
}

#[test]
fn a_parked_worry_is_out_of_sight_until_its_time_then_waits_and_can_be_let_go() {
    let life = Life::open();
    // Life begins at ten in the morning.
    let park = |id: Value, on: &str, minute: u16| {
        life.call("park_worry", json!({ "id": id, "text": "the rent", "on": on, "minute": minute }))
    };
    let worry = park(Value::Null, "2026-11-03", 19 * 60).unwrap()["id"].clone();
    assert_eq!(life.get("list_worries")["waiting"], json!([]));
    assert_eq!(life.get("list_worries")["parked"][0]["text"], "the rent");
    life.clock.advance(Duration::hours(10));
    assert_eq!(life.get("list_worries")["waiting"][0]["id"], worry);
    park(worry.clone(), "2026-11-04", 19 * 60).unwrap();
    assert_eq!(life.get("list_worries")["waiting"], json!([]), "it has another time now");
    life.clock.advance(Duration::days(9));
    assert_eq!(life.get("list_worries")["waiting"][0]["id"], worry, "once, however long nobody came");
    let gone = life.core.call("let_worry_go", worry.clone()).unwrap();
    assert_eq!(life.get("list_worries"), json!({ "waiting": [], "parked": [] }));
    life.call("undo_change", json!(gone.change.unwrap())).unwrap();
    assert_eq!(life.get("list_worries")["waiting"][0]["id"], worry);
    assert!(matches!(park(Value::Null, "2026-11-04", 1440), Err(Error::Invalid { .. })));
}

#[test]
fn a_day_shows_what_was_checked_in_and_done_on_it_and_nothing_of_other_days() {
    let life = Life::open();
    let check_in = |note: &str| {
        let rest =
            json!({ "id": null, "feel": null, "energy": null, "comfort": null, "words": [], "body": [] });
        let mut draft = rest;
        draft["note"] = json!(note);
        life.call("save_check_in", draft).unwrap();
    };
    check_in("the day before");
    life.clock.advance(Duration::days(1));
    check_in("first");
    life.clock.advance(Duration::minutes(5));
    check_in("second");
    let activity = life.call(
        "save_activity",
        json!({ "id": null, "shelf": "mine", "title": "Tea", "smaller": "", "minutes": null, "energy": "none" }),
    );
    life.call("start_activity", json!({ "activity": activity.unwrap()["id"], "guess": null })).unwrap();
    let day = life.call("get_day_around", json!("2026-11-04")).unwrap();
    let notes: Vec<&Value> = day["check_ins"].as_array().unwrap().iter().map(|one| &one["note"]).collect();
    assert_eq!(notes, ["first", "second"]);
    assert_eq!(day["doings"][0]["title"], "Tea");
    assert_eq!(life.call("get_day_around", json!("2026-11-03")).unwrap()["doings"], json!([]));
}
