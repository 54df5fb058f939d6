//! What went wrong is noted by its codes, and never with a word of what was written.

#![expect(clippy::disallowed_methods, reason = "what happens to the file happens from outside")]

use std::{fs, path::Path, sync::Mutex};

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;
use pilot_app::{COMMAND_NAMES, Clock, Core, Error, Problem, SetClock, domain::check_in::CheckInDraft};
use serde_json::{Value, json};
use tracing::subscriber::with_default;

use crate::{
    inputs::{ask, fields},
    life::{Life, at},
};

const PLANTED: &str = "marmalade by the window \"heron";
const WORDS: [&str; 3] = ["marmalade", "window", "heron"];
const PAGE: usize = 4096;
const DAMAGED: Error = Error::Trouble { problem: Problem::Damaged, cause: None };

fn noted(folder: &Path) -> String {
    ["log-before.txt", "log.txt"]
        .map(|name| fs::read_to_string(folder.join(name)).unwrap_or_default())
        .concat()
}

fn assert_says_nothing(log: &str) {
    for word in WORDS {
        assert!(!log.to_lowercase().contains(word), "{word}: {log}");
    }
}

/// Words in what takes some.
fn plant(life: &Life) -> Vec<Value> {
    let entry = json!({ "id": null, "on": null, "text": format!("{PLANTED} ").repeat(400) });
    let entries: Vec<Value> =
        (0..20).filter_map(|_| Some(life.call("save_entry", entry.clone()).ok()?["id"].clone())).collect();
    let noted = CheckInDraft {
        note: PLANTED.to_owned(),
        words: vec!["marmalade".to_owned()],
        ..CheckInDraft::default()
    };
    for (name, input) in [
        ("tag_entry", json!({ "entry": entries.first(), "tags": ["marmalade", "heron"] })),
        ("rename_tag", json!({ "from": "marmalade", "to": PLANTED })),
        ("save_check_in", json!(noted)),
        ("park_worry", json!({ "id": null, "text": PLANTED, "on": "2026-11-04" })),
        ("save_person", json!({ "id": null, "name": PLANTED, "phone": PLANTED, "note": PLANTED })),
        ("unlock", json!({ "typed": PLANTED })),
        ("search_entries", json!({ "typed": PLANTED })),
        ("set_muted_topics", json!([PLANTED])),
        (PLANTED, json!(PLANTED)),
    ] {
        let _ = life.call(name, input);
    }
    entries
}

/// Words in each field of each command, whether they fit or not.
fn plant_everywhere(life: &Life) {
    for name in COMMAND_NAMES {
        let _ = ask(&life.core, name, json!(PLANTED));
        for field in fields() {
            for value in [json!(PLANTED), json!([PLANTED])] {
                let _ = ask(&life.core, name, json!({ field.as_str(): value }));
            }
        }
    }
}

/// A journal one page of which is damaged, one that an entry stands on.
fn damaged(mut life: Life, entries: &[Value]) -> Life {
    let file = life.folder.path().join("pilot-light.db");
    life = life.restart();
    let whole = fs::read(&file).unwrap();
    for page in whole.len() / PAGE / 2..whole.len() / PAGE {
        let mut turned = whole.clone();
        turned[page * PAGE + 1000] ^= 1;
        life = life.meanwhile(|_| fs::write(&file, turned).unwrap());
        if entries.iter().any(|id| life.call("get_entry", id.clone()) == Err(DAMAGED)) {
            return life.restart();
        }
    }
    panic!("no entry stands on any page");
}

#[test]
fn what_goes_wrong_is_noted_with_its_cause_and_no_word_of_what_was_written() {
    let life = Life::open();
    let folder = life.folder.path().to_owned();
    let entries = with_default(life.core.subscriber(), || plant(&life));
    let life = damaged(life, &entries);
    let stages: [(&str, &dyn Fn()); 3] = [
        ("command=get_entry code=trouble damaged cause=\"sqlite ", &|| {
            for id in &entries {
                let _ = life.call("get_entry", id.clone());
            }
            let _ = life.call("search_entries", json!({ "typed": PLANTED }));
        }),
        ("", &|| plant_everywhere(&life)),
        ("command=save_entry code=trouble gone cause=\"io NotFound 2\"", &|| {
            for name in ["pilot-light.db", "pilot-light.db-wal"] {
                fs::remove_file(folder.join(name)).unwrap();
            }
            plant(&life);
        }),
    ];
    for (code, stage) in stages {
        life.call("delete_log", Value::Null).unwrap();
        with_default(life.core.subscriber(), stage);
        let log = noted(&folder);
        assert_says_nothing(&log);
        assert!(log.contains(code), "{code}: {log}");
        assert_eq!(life.get("get_log"), log);
        assert!(log.is_empty() || log.starts_with("2026-11-03T09:00:00Z  WARN "), "{log}");
    }
}

#[test]
fn what_keeps_the_data_shut_is_noted_with_its_cause() {
    let life = Life::open().meanwhile(|folder| {
        for file in ["keys.json", "keys-copy.json"] {
            fs::write(folder.join(file), PLANTED).unwrap();
        }
    });
    with_default(life.core.subscriber(), || life.get("get_status"));
    let log = noted(life.folder.path());
    assert_says_nothing(&log);
    assert!(log.contains("doing=open code=trouble key_file_damaged cause=\"json no JSON\""), "{log}");
}

#[cfg(unix)]
#[test]
fn what_could_not_be_tidied_is_noted() {
    let life = Life::open();
    for name in ["pilot-light.db", "pilot-light.db-wal"] {
        fs::remove_file(life.folder.path().join(name)).unwrap();
    }
    life.clock.advance(Duration::days(1));
    with_default(life.core.subscriber(), || life.get("get_status"));
    let log = noted(life.folder.path());
    assert!(log.contains("doing=tidy code=trouble gone"), "{log}");
}

#[test]
fn a_copy_that_does_not_hold_the_folder_writes_nothing_into_it_and_shows_what_it_knows() {
    let life = Life::open();
    let second = Core::start(life.folder.path(), life.clock.clone());
    with_default(second.subscriber(), || second.call("get_status", Value::Null).unwrap());
    assert_eq!(noted(life.folder.path()), "");
    assert!(second.get_log().unwrap().contains("code=trouble in_use"));
}

/// Puts the clock on at each look.
struct Slow(Mutex<DateTime<Utc>>);

impl Clock for Slow {
    fn now(&self) -> DateTime<Utc> {
        let mut now = self.0.lock().unwrap();
        *now += Duration::milliseconds(400);
        *now
    }

    fn zone(&self) -> Option<Tz> {
        Some(Tz::UTC)
    }
}

#[test]
fn what_takes_long_is_noted_and_what_was_quick_or_refused_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let core = Core::start(folder.path(), Slow(Mutex::new(at("2026-11-03T09:00:00Z"))));
    with_default(core.subscriber(), || {
        core.call("create_profile", json!({ "lock": "none" })).unwrap();
        core.call("list_tags", Value::Null).unwrap();
    });
    let log = noted(folder.path());
    assert!(log.contains("INFO command=list_tags code=slow ms="), "{log}");
    assert!(!log.contains("create_profile"), "{log}");

    let life = Life::open();
    with_default(life.core.subscriber(), || {
        life.get("list_tags");
        assert!(life.call("get_entry", json!(77)).is_err());
    });
    assert_eq!(noted(life.folder.path()), "");
}

#[test]
fn it_is_deleted_when_asked_and_a_throw_away_profile_keeps_none() {
    let life = Life::open();
    let bad = || Error::BadInput { detail: PLANTED.to_owned() }.note("test");
    with_default(life.core.subscriber(), bad);
    assert!(noted(life.folder.path()).contains("doing=test code=bad_input"));
    assert_says_nothing(&noted(life.folder.path()));
    life.call("delete_log", Value::Null).unwrap();
    assert_eq!((life.get("get_log"), noted(life.folder.path())), (json!(""), String::new()));

    let demo = Core::demo(SetClock::at(at("2026-11-03T09:00:00Z"), Tz::UTC)).unwrap();
    with_default(demo.subscriber(), bad);
    assert!(demo.get_log().unwrap().contains("doing=test"));
}
