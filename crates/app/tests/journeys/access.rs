//! Getting in: what is typed opens however its signs came about, and nothing is taken that could not be typed again.

use pilot_app::{
    Error, LockChoice, LockName, ReminderAnswer, Status,
    domain::{ChangeId, check_in::Feel, reminder::Answer},
};
use serde_json::Value;

use crate::life::{Life, check_in, entry, lock};

fn locked_with(passphrase: &str) -> Life {
    let life = Life::begin();
    life.core.create_profile(lock(passphrase)).unwrap();
    life.restart()
}

#[test]
fn guessing_a_passphrase_costs_as_much_as_it_should() {
    let life = locked_with("small grey stone");
    let file = pilot_store::read_small(&life.folder.path().join("keys.json")).unwrap();
    let keys: Value = serde_json::from_slice(&file).unwrap();
    assert_eq!([&keys["lock"]["memory_kib"], &keys["lock"]["passes"]], [65_536, 3]);
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
        let refused = life.core.create_profile(lock(unseen));
        assert!(matches!(refused, Err(Error::Invalid { .. })), "{unseen:?}: {refused:?}");
        assert!(life.is_first_run());
    }
    life.core.create_profile(LockChoice::None).unwrap();
    for unseen in UNSEEN {
        assert!(matches!(life.core.change_lock(lock(unseen)), Err(Error::Invalid { .. })), "{unseen:?}");
        assert!(matches!(life.status(), Status::Open { lock: LockName::None, .. }));
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
        life.unlock(other).unwrap();
        life.core.change_lock(lock(other)).unwrap();
        let life = life.restart();
        assert_eq!(life.unlock("small grey stove"), Err(Error::WrongPassphrase));
        life.unlock(one).unwrap();
    }
}

#[test]
fn blanks_are_no_way_to_ask_the_keychain() {
    let life = locked_with("small grey stone");
    for typed in ["", "  "] {
        assert_eq!(life.unlock(typed), Err(Error::WrongPassphrase));
    }
    assert_eq!(life.core.ask_keychain().unwrap_err(), Error::WrongPassphrase);
    assert!(life.is_locked());
    life.unlock("small grey stone").unwrap();
    assert_eq!(life.core.ask_keychain().unwrap_err(), Error::AlreadySetUp);
}

#[test]
fn a_recovery_key_opens_when_its_signs_were_taken_for_others() {
    let life = Life::open();
    let key = life.core.make_recovery_key().unwrap().value;
    life.core.change_lock(lock("small grey stone")).unwrap();
    let taken_for = [('O', '0'), ('I', '1'), ('B', '8'), ('S', '5'), ('Z', '2'), ('G', '6'), ('-', '–')];
    let typed = taken_for.iter().fold(key.to_lowercase(), |typed, (sign, other)| {
        typed.replace(sign.to_ascii_lowercase(), &other.to_string())
    });
    for typed in [format!("\u{201c}{typed}\u{201d}\r\n"), key.replace('I', "l").replace('-', " ")] {
        life.core.lock().unwrap();
        life.unlock(&typed).unwrap();
    }
}

/// Each has changes of its own: a number that a page or a notice still holds from before means nothing after.
#[test]
fn an_undo_of_an_earlier_session_takes_nothing_back() {
    let life = Life::begin();
    life.core.create_profile(lock("small grey stone")).unwrap();
    let has_answer = || life.core.get_reminders().unwrap().latest_answer.is_some();
    life.core.save_check_in(check_in(Feel::Level(3))).unwrap();
    let earlier = life.core.save_entry(entry("of the first session")).unwrap().change.unwrap();
    life.core.answer_reminder(ReminderAnswer { log: None, answer: Answer::SameAsLast }).unwrap();
    assert!(has_answer());
    life.core.lock().unwrap();
    life.unlock("small grey stone").unwrap();
    assert!(!has_answer());
    for number in 0..4 {
        life.write(&format!("{number} of the second session"));
    }
    for offset in -3..=3 {
        let undone = life.core.undo_change(ChangeId(earlier.0 + offset));
        assert_eq!(undone.unwrap_err(), Error::NothingToUndo);
    }
    assert_eq!(life.found("session").len(), 5);
}
