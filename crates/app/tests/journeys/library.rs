//! The library: found as one types, muted, chosen for right now, and gone on with where it was left.

use pilot_app::Error;
use serde_json::{Value, json};

use crate::life::Life;

fn filter(parts: Value) -> Value {
    let mut filter = json!({
        "typed": "", "need": null, "kinds": [], "length": null, "energy": null, "topic": null, "kept": false,
    });
    filter.as_object_mut().unwrap().extend(parts.as_object().unwrap().clone());
    filter
}

fn found(life: &Life, parts: Value) -> Vec<String> {
    let found = life.call("search_library", filter(parts)).unwrap();
    found["hits"].as_array().unwrap().iter().map(|hit| hit["item"].as_str().unwrap().to_owned()).collect()
}

fn touching(life: &Life, topic: &str) -> Vec<String> {
    let items = life.get("list_library");
    let touches = |item: &&Value| item["touches"].as_array().unwrap().contains(&json!(topic));
    items
        .as_array()
        .unwrap()
        .iter()
        .filter(touches)
        .map(|item| item["id"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn the_library_is_searched_while_the_data_is_closed() {
    let life = Life::begin();
    assert_eq!(found(&life, json!({ "typed": "SIX slow" }))[0], "six-slow-breaths");
    assert_eq!(life.call("get_library_stop", Value::Null), Err(Error::NotOpen));
}

#[test]
fn words_and_choices_narrow_together_and_too_much_text_is_told() {
    let life = Life::open();
    let all = found(&life, json!({})).len();
    let quiet = found(&life, json!({ "energy": "none", "length": "five_minutes" }));
    let sleep = found(&life, json!({ "energy": "none", "length": "five_minutes", "need": "sleep" }));
    assert!(all > quiet.len() && quiet.len() > sleep.len() && !sleep.is_empty());
    assert!(sleep.iter().all(|id| quiet.contains(id)));
    let long = life.call("search_library", filter(json!({ "typed": "x".repeat(600) })));
    assert!(matches!(long, Err(Error::Invalid { .. })));
    assert!(matches!(
        life.call("search_library", filter(json!({ "need": "cake" }))),
        Err(Error::BadInput { .. })
    ));
}

#[test]
fn a_muted_topic_is_not_met_anywhere_and_comes_back_when_it_is_undone() {
    let life = Life::open();
    for topic in ["eating", "suicide", "death"] {
        assert!(!touching(&life, topic).is_empty());
    }
    life.call(
        "save_activity",
        json!({ "id": null, "shelf": "mine", "title": "Eat one small thing slowly", "smaller": "", "minutes": 2, "energy": "none", "idea": "eat-one-thing-slowly" }),
    )
    .unwrap();
    let muted = life.core.call("set_muted_topics", json!(["suicide", "eating", "suicide"])).unwrap();
    let life = life.restart();
    assert_eq!(life.get("get_settings")["muted"], json!(["eating", "suicide"]));

    let hidden: Vec<String> = [touching(&life, "eating"), touching(&life, "suicide")].concat();
    let listed = found(&life, json!({}));
    assert!(listed.contains(&"when-to-get-help-today".to_owned()), "help is never muted");
    assert!(hidden.iter().all(|id| id == "when-to-get-help-today" || !listed.contains(id)));
    let searched = life.call("search_library", filter(json!({ "typed": "something to eat" }))).unwrap();
    assert!(searched["is_muted_there"].as_bool().unwrap());

    for turn in 0..120 {
        let thing = life.call("get_small_thing", json!({ "energy": 10, "turn": turn })).unwrap();
        let title = thing["title"].as_str().unwrap();
        assert!(
            !["Eat one small thing slowly", "Something to eat", "Something for breakfast"].contains(&title)
        );
        let now = json!({ "energy": "some", "length": "fifteen_minutes", "turn": turn });
        let now = life.call("get_right_now", now).unwrap();
        assert!(hidden.iter().all(|id| !now["items"].as_array().unwrap().contains(&json!(id))));
    }

    let again = life.core.call("set_muted_topics", json!(["eating"])).unwrap();
    life.call("undo_change", json!(again.change.unwrap())).unwrap();
    assert_eq!(life.get("get_settings")["muted"], json!(["eating", "suicide"]));
    assert!(muted.change.is_some());
    assert!(matches!(life.call("set_muted_topics", json!(["weather"])), Err(Error::BadInput { .. })));
    assert_eq!(life.get("get_settings")["muted"], json!(["eating", "suicide"]), "nothing was kept of it");
}

/// Whatever it is called by now, it is what it came from.
#[test]
fn an_activity_that_came_from_a_muted_idea_stays_muted_when_it_is_called_something_else() {
    let life = Life::open();
    let idea = json!({
        "id": null, "shelf": "mine", "title": "Eat one small thing slowly", "smaller": "", "minutes": 2,
        "energy": "none", "idea": "eat-one-thing-slowly",
    });
    let activity = life.call("save_activity", idea).unwrap();
    let renamed = json!({
        "id": activity["id"], "shelf": "mine", "title": "Toast", "smaller": "", "minutes": 2, "energy": "none",
    });
    assert_eq!(life.call("save_activity", renamed).unwrap()["idea"], "eat-one-thing-slowly");
    let is_offered = || {
        (0..120).any(|turn| {
            let thing = life.call("get_small_thing", json!({ "energy": 10, "turn": turn })).unwrap();
            thing["title"] == "Toast"
        })
    };
    assert!(is_offered());
    life.call("set_muted_topics", json!(["eating"])).unwrap();
    assert!(!is_offered());
}

#[test]
fn for_right_now_asks_no_more_than_there_is_and_leaves_out_what_was_left_out() {
    let life = Life::open();
    let ask = |turn: u32| json!({ "energy": "none", "length": "one_minute", "turn": turn });
    let first = life.call("get_right_now", ask(0)).unwrap();
    let ids = first["items"].as_array().unwrap();
    assert!((1..=3).contains(&ids.len()));
    let mark = json!({ "item": ids[0], "is_favourite": false, "is_left_out": true });
    life.call("set_library_mark", mark).unwrap();
    for turn in 0..6 {
        assert!(
            !life.call("get_right_now", ask(turn)).unwrap()["items"].as_array().unwrap().contains(&ids[0])
        );
    }
}

#[test]
fn where_one_stopped_is_kept_once_and_can_be_let_go() {
    let life = Life::open();
    assert_eq!(life.get("get_library_stop"), Value::Null);
    let stop = |item: &str, place: Value| json!({ "item": item, "place": place });
    life.call("set_library_stop", stop("five-senses-round", json!({ "step": 2 }))).unwrap();
    life.call("set_library_stop", stop("feeling-unreal", json!({ "text": 5 }))).unwrap();
    let life = life.restart();
    assert_eq!(life.get("get_library_stop"), stop("feeling-unreal", json!({ "text": 5 })));

    let beyond = life.call("set_library_stop", stop("five-senses-round", json!({ "step": 99 })));
    assert!(matches!(beyond, Err(Error::Invalid { .. })));
    let nowhere = life.call("set_library_stop", stop("no-such-item", json!({ "step": 0 })));
    assert!(matches!(nowhere, Err(Error::NotFound { .. })));
    assert_eq!(life.get("get_library_stop")["item"], "feeling-unreal");

    let let_go = life.core.call("set_library_stop", Value::Null).unwrap();
    assert_eq!(life.get("get_library_stop"), Value::Null);
    life.call("undo_change", json!(let_go.change.unwrap())).unwrap();
    assert_eq!(life.get("get_library_stop")["item"], "feeling-unreal");
}

#[test]
fn words_of_ones_own_stay_and_hidden_ones_are_not_offered() {
    let life = Life::open();
    let lists = |words: &Value| words["offered"].to_string();
    assert!(lists(&life.get("list_words")).contains("\"hollow\""));
    let mark = |word: &str, becomes: &str| {
        life.core.call("mark_word", json!({ "word": word, "becomes": becomes })).unwrap().change.unwrap()
    };
    mark("like a fridge ", "feeling");
    mark("hollow", "hidden");
    mark("lonely", "hidden");
    mark("numb", "hidden");
    // A word that ships is none of one's own; it comes out of hiding.
    mark("numb", "feeling");
    // A check-in keeps its words, whatever becomes of them in the lists.
    let given = json!(["like a fridge", "hollow", "typed once"]);
    life.call(
        "save_check_in",
        json!({ "id": null, "feel": null, "energy": null, "comfort": null, "words": given, "body": ["hollow chest"], "note": "" }),
    )
    .unwrap();
    mark("woolly", "body");
    mark("woolly", "usual");
    let flat = mark("flat", "hidden");
    life.call("undo_change", json!(flat)).unwrap();
    let life = life.restart();
    let words = life.get("list_words");
    let kept = json!({ "feelings": ["like a fridge"], "body": [], "hidden": ["hollow", "lonely"] });
    assert_eq!(words["own"], kept);
    assert!(!lists(&words).contains("\"hollow\"") && !lists(&words).contains("\"lonely\""));
    life.call("mark_word", json!({ "word": "like a fridge", "becomes": "usual" })).unwrap();
    let life = life.restart();
    assert_eq!(life.get("list_words")["own"]["feelings"], json!([]));
    let kept = life.call("list_check_ins", json!(1)).unwrap();
    assert_eq!((&kept[0]["words"], &kept[0]["body"]), (&given, &json!(["hollow chest"])));
    assert!(life.get("list_bundled_words").to_string().contains("\"hollow\""));
}

#[test]
fn what_might_be_around_is_kept_as_it_was_said_and_nothing_is_left_of_what_was_taken_back() {
    let life = Life::open();
    let mark = |key: &str, is_ticked: bool, note: &str| {
        life.core.call("set_around_mark", json!({ "key": key, "is_ticked": is_ticked, "note": note }))
    };
    let key = life.get("list_around")[0]["key"].as_str().unwrap().to_owned();
    mark(&key, true, "since the move").unwrap();
    mark("unsaid", true, "").unwrap();
    mark("other", false, "the new job").unwrap();
    assert!(matches!(mark("weather", true, ""), Err(Error::NotFound { .. })));
    let back = mark("unsaid", false, " ").unwrap();
    let keys = || -> Vec<Value> {
        life.get("list_around_marks").as_array().unwrap().iter().map(|one| one["key"].clone()).collect()
    };
    assert_eq!(keys().len(), 2);
    life.call("undo_change", json!(back.change.unwrap())).unwrap();
    assert_eq!(keys().len(), 3);
    let life = life.restart();
    let marks = life.get("list_around_marks");
    let one = marks.as_array().unwrap().iter().find(|one| one["key"] == key.as_str()).unwrap();
    assert_eq!((&one["is_ticked"], &one["note"]), (&json!(true), &json!("since the move")));
}
