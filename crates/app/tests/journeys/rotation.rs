//! Everything encrypted anew: whoever has the former key, or a copy of the former key file, reads nothing of today.

#![expect(clippy::disallowed_methods, reason = "what is copied is copied from outside")]

use std::{fs, thread, time::Duration};

use pilot_app::Error;
use serde_json::{Value, json};

use crate::life::Life;

fn lock(passphrase: &str) -> Value {
    json!({ "lock": "passphrase", "passphrase": passphrase })
}

fn unlock(life: &Life, typed: &str) -> Result<Value, Error> {
    life.call("unlock", json!({ "typed": typed }))
}

#[test]
fn an_old_copy_of_the_key_file_opens_nothing_that_was_encrypted_anew() {
    let life = Life::begin();
    life.call("create_profile", lock("small grey stone")).unwrap();
    let recovery = life.get("make_recovery_key");
    let entry = life.write("before");
    let old_keys = fs::read(life.folder.path().join("keys.json")).unwrap();
    life.call("rotate_key", lock("another grey stone")).unwrap();
    assert_eq!(life.get("get_status")["recovery_key"], false);
    assert_eq!(life.call("get_entry", entry.clone()).unwrap()["text"], "before");
    life.write("after");

    let life = life.restart();
    assert!(unlock(&life, "small grey stone").is_err());
    assert!(unlock(&life, recovery.as_str().unwrap()).is_err());
    unlock(&life, "another grey stone").unwrap();
    assert_eq!(life.call("get_entry", entry).unwrap()["text"], "before");

    let life = life.meanwhile(|folder| {
        for name in ["keys.json", "keys-copy.json"] {
            fs::write(folder.join(name), &old_keys).unwrap();
        }
    });
    // It is the right passphrase of that file, and the file it opened is gone.
    let _ = unlock(&life, "small grey stone");
    assert_ne!(life.get("get_status")["state"], "open");
}

/// As a change of lock does not: the key of the data stays.
#[test]
fn an_old_copy_of_the_key_file_opens_what_was_only_locked_anew() {
    let life = Life::begin();
    life.call("create_profile", lock("small grey stone")).unwrap();
    let old_keys = fs::read(life.folder.path().join("keys.json")).unwrap();
    life.call("change_lock", lock("another grey stone")).unwrap();
    let life = life.meanwhile(|folder| {
        for name in ["keys.json", "keys-copy.json"] {
            fs::write(folder.join(name), &old_keys).unwrap();
        }
    });
    unlock(&life, "small grey stone").unwrap();
    assert_eq!(life.get("get_status")["state"], "open");
}

#[test]
fn it_is_stopped_and_everything_stays_and_one_can_write_meanwhile() {
    let life = Life::open();
    for number in 0..200 {
        life.write(&format!("{number} {}", "a grey morning ".repeat(5000)));
    }
    thread::scope(|scope| {
        let rotating = scope.spawn(|| life.call("rotate_key", lock("small grey stone")));
        let mut seen = Value::Null;
        while seen["done"].as_u64().is_none_or(|done| done == 0) {
            assert!(!rotating.is_finished(), "it is long enough to be seen");
            thread::sleep(Duration::from_millis(1));
            seen = life.get("get_long_work");
        }
        assert_eq!(seen["kind"], "rotate_key");
        assert!(seen["of"].as_u64() > Some(1000), "{seen}");
        assert_eq!(life.call("rotate_key", lock("small grey stone")).unwrap_err(), Error::Busy);
        life.write("meanwhile");
        life.get("stop_long_work");
        assert_eq!(rotating.join().unwrap().unwrap_err(), Error::Stopped);
    });
    assert_eq!(life.get("get_long_work"), Value::Null);
    let life = life.restart();
    assert_eq!(life.get("get_status")["lock"], "none");
    life.call("rotate_key", lock("small grey stone")).unwrap();
    let life = life.restart();
    unlock(&life, "small grey stone").unwrap();
    let found = life.call("search_entries", json!({ "typed": "meanwhile", "limit": 9 }));
    assert!(found.unwrap().to_string().contains("meanwhile"));
}

#[test]
fn what_is_locked_meanwhile_stays_locked_and_as_it_was() {
    let life = Life::begin();
    life.call("create_profile", lock("small grey stone")).unwrap();
    for number in 0..200 {
        life.write(&format!("{number} {}", "a grey morning ".repeat(5000)));
    }
    thread::scope(|scope| {
        let rotating = scope.spawn(|| life.call("rotate_key", lock("another grey stone")));
        while life.get("get_long_work")["done"].as_u64().is_none_or(|done| done == 0) {
            thread::sleep(Duration::from_millis(1));
        }
        life.get("lock");
        assert_eq!(rotating.join().unwrap().unwrap_err(), Error::Stopped);
    });
    assert!(unlock(&life, "another grey stone").is_err());
    unlock(&life, "small grey stone").unwrap();
    assert!(!life.folder.path().join("in-the-making").exists());
}
