//! Everything encrypted anew: whoever has the former key, or a copy of the former key file, reads nothing of today.

#![expect(clippy::disallowed_methods, reason = "what is copied is copied from outside")]

use std::{fs, thread, time::Duration};

use pilot_app::{Error, LockName, LongWorkKind, LongWorkState, Status};

use crate::life::{Life, lock};

impl Life {
    pub(crate) fn long_work(&self) -> Option<LongWorkState> {
        self.core.get_long_work().unwrap()
    }
}

#[test]
fn an_old_copy_of_the_key_file_opens_nothing_that_was_encrypted_anew() {
    let life = Life::begin();
    life.core.create_profile(lock("small grey stone")).unwrap();
    let recovery = life.core.make_recovery_key().unwrap().value;
    let entry = life.write("before");
    let old_keys = fs::read(life.folder.path().join("keys.json")).unwrap();
    life.core.rotate_key(lock("another grey stone")).unwrap();
    assert!(matches!(life.status(), Status::Open { recovery_key: false, .. }));
    assert_eq!(life.text_of(entry), "before");
    life.write("after");

    let life = life.restart();
    assert!(life.unlock("small grey stone").is_err());
    assert!(life.unlock(&recovery).is_err());
    life.unlock("another grey stone").unwrap();
    assert_eq!(life.text_of(entry), "before");

    let life = life.meanwhile(|folder| {
        for name in ["keys.json", "keys-copy.json"] {
            fs::write(folder.join(name), &old_keys).unwrap();
        }
    });
    // It is the right passphrase of that file, and the file it opened is gone.
    let _ = life.unlock("small grey stone");
    assert!(!life.is_open());
}

/// As a change of lock does not: the key of the data stays.
#[test]
fn an_old_copy_of_the_key_file_opens_what_was_only_locked_anew() {
    let life = Life::begin();
    life.core.create_profile(lock("small grey stone")).unwrap();
    let old_keys = fs::read(life.folder.path().join("keys.json")).unwrap();
    life.core.change_lock(lock("another grey stone")).unwrap();
    let life = life.meanwhile(|folder| {
        for name in ["keys.json", "keys-copy.json"] {
            fs::write(folder.join(name), &old_keys).unwrap();
        }
    });
    life.unlock("small grey stone").unwrap();
    assert!(life.is_open());
}

#[test]
fn it_is_stopped_and_everything_stays_and_one_can_write_meanwhile() {
    let life = Life::open();
    for number in 0..200 {
        life.write(&format!("{number} {}", "a grey morning ".repeat(5000)));
    }
    thread::scope(|scope| {
        let rotating = scope.spawn(|| life.core.rotate_key(lock("small grey stone")));
        let seen = loop {
            assert!(!rotating.is_finished(), "it is long enough to be seen");
            thread::sleep(Duration::from_millis(1));
            if let Some(seen) = life.long_work().filter(|work| work.done > 0) {
                break seen;
            }
        };
        assert_eq!(seen.kind, LongWorkKind::RotateKey);
        assert!(seen.of > Some(1000), "{seen:?}");
        assert_eq!(life.core.rotate_key(lock("small grey stone")).unwrap_err(), Error::Busy);
        life.write("meanwhile");
        life.core.stop_long_work().unwrap();
        assert_eq!(rotating.join().unwrap().unwrap_err(), Error::Stopped);
    });
    assert!(life.long_work().is_none());
    let life = life.restart();
    assert!(matches!(life.status(), Status::Open { lock: LockName::None, .. }));
    life.core.rotate_key(lock("small grey stone")).unwrap();
    let life = life.restart();
    life.unlock("small grey stone").unwrap();
    let found = life.found("meanwhile");
    assert_eq!(life.text_of(found[0]), "meanwhile");
}

#[test]
fn what_is_locked_meanwhile_stays_locked_and_as_it_was() {
    let life = Life::begin();
    life.core.create_profile(lock("small grey stone")).unwrap();
    for number in 0..200 {
        life.write(&format!("{number} {}", "a grey morning ".repeat(5000)));
    }
    thread::scope(|scope| {
        let rotating = scope.spawn(|| life.core.rotate_key(lock("another grey stone")));
        while life.long_work().is_none_or(|work| work.done == 0) {
            thread::sleep(Duration::from_millis(1));
        }
        life.core.lock().unwrap();
        assert_eq!(rotating.join().unwrap().unwrap_err(), Error::Stopped);
    });
    assert!(life.unlock("another grey stone").is_err());
    life.unlock("small grey stone").unwrap();
    assert!(!life.folder.path().join("in-the-making").exists());
}
