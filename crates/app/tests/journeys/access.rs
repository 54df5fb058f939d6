//! Getting in: what is typed opens however its signs came about, and nothing is taken that could not be typed again.

use pilot_app::Error;
use serde_json::{Value, json};

use crate::life::Life;

fn lock(passphrase: &str) -> Value {
    json!({ "lock": "passphrase", "passphrase": passphrase })
}

fn locked_with(passphrase: &str) -> Life {
    let life = Life::begin();
    life.call("create_profile", lock(passphrase)).unwrap();
    life.restart()
}

#[test]
fn guessing_a_passphrase_costs_as_much_as_it_should() {
    let life = locked_with("small grey stone");
    let file = pilot_store::read_small(&life.folder.path().join("keys.json")).unwrap();
    let keys: Value = serde_json::from_slice(&file).unwrap();
    assert_eq!([&keys["lock"]["memory_kib"], &keys["lock"]["passes"]], [65_536, 3]);
}

fn unlock(life: &Life, typed: &str) -> Result<Value, Error> {
    life.call("unlock", json!({ "typed": typed }))
}

/// What looks like nothing, or like less than it is.
const UNSEEN: [&str; 6] = [
    "          ",
    "\u{a0}\u{3000}\u{2003}\u{2800}\t\n\u{a0}\u{3000}\u{2003}\u{2800}",
    "\u{200b}\u{feff}\u{ad}\u{200e}\u{2060}\u{fe0f}\u{3164}\u{200d}\u{61c}\u{e0041}",
    "a b c d e f g",
    "e\u{301}e\u{301}e\u{301}e\u{301}",
    "s\u{200b}h\u{200b}o\u{200b}r\u{200b}t",
];

#[test]
fn a_passphrase_that_cannot_be_seen_is_refused_when_it_is_set() {
    let life = Life::begin();
    for unseen in UNSEEN {
        let refused = life.call("create_profile", lock(unseen));
        assert!(matches!(refused, Err(Error::Invalid { .. })), "{unseen:?}: {refused:?}");
        assert_eq!(life.get("get_status")["state"], "first_run");
    }
    life.call("create_profile", json!({ "lock": "none" })).unwrap();
    for unseen in UNSEEN {
        assert!(matches!(life.call("change_lock", lock(unseen)), Err(Error::Invalid { .. })), "{unseen:?}");
        assert_eq!(life.get("get_status")["lock"], "none");
    }
}

#[test]
fn a_passphrase_set_in_one_form_opens_in_the_others() {
    for (one, other) in [
        ("crème brûlée", "cre\u{300}me bru\u{302}le\u{301}e"),
        ("мой тихий вечер", "мои\u{306} тихии\u{306} вечер"),
        ("small grey stone", "\u{feff}ｓｍａｌｌ\u{3000}grey\u{a0}sto\u{ad}ne\u{200e}\u{3000}"),
    ] {
        let life = locked_with(one);
        unlock(&life, other).unwrap();
        life.call("change_lock", lock(other)).unwrap();
        let life = life.restart();
        assert_eq!(unlock(&life, "small grey stove"), Err(Error::WrongPassphrase));
        unlock(&life, one).unwrap();
    }
}

#[test]
fn blanks_are_no_way_to_ask_the_keychain() {
    let life = locked_with("small grey stone");
    for typed in ["", "  "] {
        assert_eq!(unlock(&life, typed), Err(Error::WrongPassphrase));
    }
    assert_eq!(life.call("ask_keychain", Value::Null), Err(Error::WrongPassphrase));
    assert_eq!(life.get("get_status")["state"], "locked");
    unlock(&life, "small grey stone").unwrap();
    assert_eq!(life.call("ask_keychain", Value::Null), Err(Error::AlreadySetUp));
}

#[test]
fn a_recovery_key_opens_when_its_signs_were_taken_for_others() {
    let life = Life::open();
    let key = life.get("make_recovery_key");
    let key = key.as_str().unwrap();
    life.call("change_lock", lock("small grey stone")).unwrap();
    let taken_for = [('O', '0'), ('I', '1'), ('B', '8'), ('S', '5'), ('Z', '2'), ('G', '6'), ('-', '–')];
    let typed = taken_for.iter().fold(key.to_lowercase(), |typed, (sign, other)| {
        typed.replace(sign.to_ascii_lowercase(), &other.to_string())
    });
    for typed in [format!("\u{201c}{typed}\u{201d}\r\n"), key.replace('I', "l").replace('-', " ")] {
        life.get("lock");
        unlock(&life, &typed).unwrap();
    }
}

/// Each has changes of its own: a number that a page or a notice still holds from before means nothing after.
#[test]
fn an_undo_of_an_earlier_session_takes_nothing_back() {
    let life = Life::begin();
    life.call("create_profile", lock("small grey stone")).unwrap();
    let draft = |text: &str| json!({ "id": null, "on": null, "title": null, "text": text });
    life.call("save_check_in", crate::life::check_in(Value::Null, json!({ "level": 3 }))).unwrap();
    let earlier = life.core.call("save_entry", draft("of the first session")).unwrap().change.unwrap();
    life.call("answer_reminder", json!({ "log": null, "answer": "same_as_last" })).unwrap();
    assert_ne!(life.get("get_reminders")["latest_answer"], Value::Null);
    life.get("lock");
    unlock(&life, "small grey stone").unwrap();
    assert_eq!(life.get("get_reminders")["latest_answer"], Value::Null);
    for number in 0..4 {
        life.write(&format!("{number} of the second session"));
    }
    for offset in -3..=3 {
        let undone = life.call("undo_change", json!(earlier.0 + offset));
        assert_eq!(undone, Err(Error::NothingToUndo));
    }
    let found = life.call("search_entries", json!({ "typed": "session", "limit": 9 })).unwrap();
    assert_eq!(found["hits"].as_array().unwrap().len(), 5);
}
