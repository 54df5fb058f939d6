//! Days with pictures, sounds and files: attached, looked at, taken off, and never in the way.

use std::{
    fs,
    sync::{Arc, Mutex, PoisonError},
};

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;
use pilot_app::{Clock, Core, Error, SetClock, domain::Invalid};
use serde_json::{Value, from_value, json};

use crate::life::Life;

/// One white point, as a PNG, with a comment.
const POINT: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\
    \0\0\0\x09tEXta\0at home\0\0\0\0\
    \0\0\0\x0aIDATx\x9c\x63\xf8\x0f\0\x01\x01\x01\0\xb1\x38\xf6\x14\0\0\0\0IEND\xae\x42\x60\x82";

impl Life {
    fn entry(&self, text: &str) -> Value {
        self.call("save_entry", json!({ "id": null, "on": null, "text": text })).unwrap()["id"].clone()
    }

    fn attach(&self, entry: &Value, name: &str, bytes: &[u8]) -> Result<Value, Error> {
        let draft =
            json!({ "to": { "entry": entry }, "name": name, "keeps_traces": false, "replaces": null });
        self.core.put("put_attachment", draft, bytes.to_vec()).map(|reply| reply.json())
    }

    fn bytes_of(&self, attachment: &Value) -> Vec<u8> {
        let parts = attachment["parts"].as_u64().unwrap();
        let part = |part| from_value(json!({ "attachment": attachment["id"], "part": part })).unwrap();
        (0..parts).flat_map(|number| self.core.get_attachment_part(part(number)).unwrap().bytes).collect()
    }

    fn names(&self, entry: &Value) -> Vec<String> {
        let all = self.call("list_attachments", json!({ "entry": entry })).unwrap();
        all.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
    }
}

#[test]
fn a_picture_is_attached_before_a_word_is_written_and_is_there_after_a_restart() {
    let life = Life::open();
    let entry = life.call("begin_entry", json!({ "on": null })).unwrap()["id"].clone();
    let picture = life.attach(&entry, "../a/the\u{202e} garden.png", POINT).unwrap();
    assert_eq!((&picture["name"], &picture["facts"]["kind"]), (&json!("the garden.png"), &json!("picture")));
    assert_eq!((&picture["facts"]["width"], &picture["facts"]["traces"]), (&json!(1), &json!("removed")));
    let small = json!({ "attachment": picture["id"], "part": null });
    assert!(!life.core.get_attachment_part(from_value(small).unwrap()).unwrap().bytes.is_empty());
    let life = life.restart();
    assert_eq!(life.names(&entry), ["the garden.png"]);
    let bytes = life.bytes_of(&picture);
    assert!(bytes.starts_with(b"\x89PNG") && !bytes.windows(7).any(|window| window == b"at home"));
}

#[test]
fn nothing_is_attached_that_holds_nothing_or_does_not_fit() {
    let life = Life::open();
    let entry = life.entry("a line");
    assert_eq!(life.attach(&entry, "empty", b""), Err(Error::Invalid { invalid: Invalid::FileEmpty }));
    let large = life.attach(&entry, "film.mp4", &vec![0; (64 << 20) + 1]);
    assert_eq!(large, Err(Error::Invalid { invalid: Invalid::FileTooLarge { megabytes: 64 } }));
    assert!(matches!(life.attach(&json!(99), "a.txt", b"words"), Err(Error::NotFound { .. })));
    assert!(life.names(&entry).is_empty());
}

#[test]
fn what_was_taken_off_comes_back_by_undo_and_is_gone_after_thirty_days() {
    let life = Life::open();
    let entry = life.entry("a line");
    let [kept, gone] =
        ["kept.txt", "gone.txt"].map(|name| life.attach(&entry, name, name.as_bytes()).unwrap());
    let removed = life.core.call("remove_attachment", kept["id"].clone()).unwrap();
    life.call("undo_change", json!(removed.change.unwrap())).unwrap();
    let removed = life.core.call("remove_attachment", gone["id"].clone()).unwrap();
    assert_eq!(life.get("list_removed_attachments")[0]["attachment"]["name"], "gone.txt");
    life.clock.advance(Duration::days(30));
    let life = life.open_daily(3);
    assert_eq!(life.get("list_removed_attachments"), json!([]));
    assert!(matches!(life.call("undo_change", json!(removed.change.unwrap())), Err(Error::NothingToUndo)));
    assert_eq!(life.names(&entry), ["kept.txt"]);
    assert_eq!(life.bytes_of(&kept), b"kept.txt");
}

#[test]
fn an_entry_is_found_by_what_is_attached_its_name_and_its_words() {
    let life = Life::open();
    let [picture, sound, file] = ["one", "two", "three"].map(|text| life.entry(text));
    let id = life.attach(&picture, "IMG_2043.png", POINT).unwrap()["id"].clone();
    life.attach(&sound, "voice.mp3", b"ID3\x04 a voice").unwrap();
    life.attach(&file, "kettle.txt", b"words").unwrap();
    life.call("caption_attachment", json!({ "attachment": id, "caption": " Grüne Straße " })).unwrap();
    let found = |typed: &str| {
        let found = life.call("search_entries", json!({ "typed": typed, "limit": 9 })).unwrap();
        found["hits"].as_array().unwrap().iter().map(|hit| hit["entry"]["id"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(found("has:picture"), std::slice::from_ref(&picture));
    assert_eq!(found("has:sound"), std::slice::from_ref(&sound));
    assert_eq!(found("has:file kettle"), std::slice::from_ref(&file));
    assert_eq!(found("grun"), std::slice::from_ref(&picture));
    assert_eq!(found("2043 -has:sound"), [picture]);
    assert_eq!(found("-has:picture"), [file, sound]);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "it looks at the files")]
fn while_it_is_locked_nothing_is_attached_and_nothing_is_read() {
    let life = Life::begin();
    life.call("create_profile", json!({ "lock": "passphrase", "passphrase": "a small grey stone" })).unwrap();
    let entry = life.entry("a line");
    let picture = life.attach(&entry, "a.png", POINT).unwrap();
    life.get("lock");
    let part = json!({ "attachment": picture["id"], "part": 0 });
    assert_eq!(life.core.get("get_attachment_part", part), Err(Error::NotOpen));
    assert_eq!(life.attach(&entry, "b.png", POINT), Err(Error::NotOpen));
    let plain: Vec<_> = fs::read_dir(life.folder.path()).unwrap().map(|file| file.unwrap().path()).collect();
    for path in plain {
        let bytes = fs::read(path).unwrap();
        assert!(!bytes.windows(8).any(|window| window == &POINT[..8]));
    }
}

#[test]
fn the_plan_takes_a_picture_and_the_shelf_of_songs_takes_sounds() {
    let life = Life::open();
    let put = |to: &str, name: &str, bytes: &[u8]| {
        let draft = json!({ "to": to, "name": name, "keeps_traces": false, "replaces": null });
        life.core.put("put_attachment", draft, bytes.to_vec()).map(|reply| reply.json())
    };
    // A name says nothing about what is in a file.
    let not_a_sound = put("songs", "point.mp3", POINT);
    assert_eq!(not_a_sound, Err(Error::Invalid { invalid: Invalid::NotASound }));
    assert_eq!(put("plan", "words.png", b"words"), Err(Error::Invalid { invalid: Invalid::NotAPicture }));
    let picture = put("plan", "point.png", POINT).unwrap();
    assert_eq!((&picture["to"], &picture["facts"]["kind"]), (&json!("plan"), &json!("picture")));
    let life = life.restart();
    assert_eq!(life.call("list_attachments", json!("plan")).unwrap(), json!([picture]));
    assert_eq!(life.call("list_attachments", json!("songs")).unwrap(), json!([]));
    assert!(life.bytes_of(&picture).starts_with(b"\x89PNG"));
}

/// Something that happens each time the clock is looked at.
struct Meanwhile {
    clock: SetClock,
    happens: Arc<Mutex<Happens>>,
}

type Happens = Option<Box<dyn Fn() + Send>>;

impl Clock for Meanwhile {
    fn now(&self) -> DateTime<Utc> {
        if let Some(happens) = &*self.happens.lock().unwrap_or_else(PoisonError::into_inner) {
            happens();
        }
        self.clock.now()
    }

    fn zone(&self) -> Option<Tz> {
        self.clock.zone()
    }
}

/// A million grey points, one byte each.
fn large_picture() -> Vec<u8> {
    let chunk =
        |kind: &[u8], body: &[u8]| [&(body.len() as u32).to_be_bytes()[..], kind, body, &[0; 4]].concat();
    let points = [0; 1001 * 1000];
    let blocks = points.chunks(1001).flat_map(|line| [&[0, 0xe9, 0x03, 0x16, 0xfc], line].concat());
    let deflated: Vec<u8> = [0x78, 0x01].into_iter().chain(blocks).chain([1, 0, 0, 0xff, 0xff]).collect();
    let head = b"\0\0\x03\xe8\0\0\x03\xe8\x08\0\0\0\0";
    [&POINT[..8], &chunk(b"IHDR", head), &chunk(b"IDAT", &deflated), &chunk(b"IEND", b"")].concat()
}

#[test]
fn a_picture_that_takes_too_long_is_kept_as_a_file_and_one_that_is_stopped_is_not_kept() {
    let life = Life::begin();
    let meanwhile = Meanwhile { clock: life.clock.clone(), happens: Arc::default() };
    let happens = Arc::clone(&meanwhile.happens);
    let Life { folder, clock, core } = life;
    drop(core);
    let core = Arc::new(Core::start(folder.path(), meanwhile));
    core.call("create_profile", json!({ "lock": "none" })).unwrap();
    let attach = |name: &str| {
        let draft = json!({ "to": "plan", "name": name, "keeps_traces": false, "replaces": null });
        core.put("put_attachment", draft, large_picture()).map(|reply| reply.json())
    };
    let names = || {
        let all = core.call("list_attachments", json!("plan")).unwrap().json();
        all.as_array().unwrap().iter().map(|one| one["name"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(attach("in time").unwrap()["facts"]["kind"], "picture");
    *happens.lock().unwrap() = Some(Box::new(move || clock.advance(Duration::seconds(1))));
    // The plan takes pictures only.
    assert_eq!(attach("slow"), Err(Error::Invalid { invalid: Invalid::NotAPicture }));
    let other = Arc::clone(&core);
    *happens.lock().unwrap() = Some(Box::new(move || {
        other.call("stop_attaching", Value::Null).unwrap();
    }));
    assert_eq!(attach("stopped"), Err(Error::Stopped));
    *happens.lock().unwrap() = None;
    assert_eq!(names(), ["in time"]);
}
