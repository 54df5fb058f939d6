//! A profile that an earlier version made opens, with everything in it. Each schema has one, made by the version that had it
//! (`cargo xtask fixture`), and what was read of it then.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::disallowed_methods, reason = "it copies files")]

use std::{
    borrow::Cow,
    cell::RefCell,
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
};

use pilot_app::{Core, SetClock};
use pilot_domain::text::without_references;
use serde_json::{Map, Value, from_value, json};

const FILES: [&str; 2] = ["pilot-light.db", "keys.json"];
/// What was read of it.
const READ: &str = "read.json";

/// A white point, as a PNG.
const POINT: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\
    \0\0\0\x0aIDATx\x9c\x63\xf8\x0f\0\x01\x01\x01\0\xb1\x38\xf6\x14\0\0\0\0IEND\xae\x42\x60\x82";

fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// The schema of this version: so many migrations there are.
fn newest() -> String {
    let migrations = Path::new(env!("CARGO_MANIFEST_DIR")).join("../store/migrations");
    format!("schema-{}", fs::read_dir(migrations).unwrap().count())
}

fn clock() -> SetClock {
    SetClock::at("2026-11-03T09:00:00Z".parse().unwrap(), chrono_tz::Europe::Berlin)
}

fn call(core: &Core, name: &str, input: Value) -> Value {
    core.call(name, input).unwrap_or_else(|error| panic!("{name}: {error}")).json()
}

/// Something of everything that a person can give.
fn furnish(core: &Core) {
    let do_ = |name: &str, input: Value| call(core, name, input);
    do_("create_profile", json!({ "lock": "none" }));

    // A journal: days, titles, tags, a star, an earlier state, two scripts, attachments, the bin.
    let draft = |id: Value, on: Value, title: Value, text: &str| json!({ "id": id, "on": on, "title": title, "text": text });
    let none = Value::Null;
    do_(
        "save_entry",
        draft(none.clone(), json!("2026-01-05"), none.clone(), "Rain on the window all morning."),
    );
    let long = "The dog leaned on **my leg**. ".repeat(60);
    let entry =
        do_("save_entry", draft(none.clone(), none.clone(), json!("A small thing"), &long))["id"].clone();
    do_("close_entry", entry.clone());
    let later = format!("{long}\n\nчай, καλά, 한국, שלום");
    do_("save_entry", draft(entry.clone(), none.clone(), json!("A small thing"), &later));
    do_("tag_entry", json!({ "entry": entry, "tags": ["Ordinary days", "Café"] }));
    do_("star_entry", json!({ "entry": entry, "is_starred": true }));
    let attach = |to: Value, name: &str, bytes: &[u8]| {
        let draft = json!({ "to": to, "name": name, "keeps_traces": false, "replaces": null });
        let attachment = core.put("put_attachment", draft, bytes.to_vec()).unwrap().json();
        (attachment["id"].clone(), attachment["uid"].as_str().unwrap().to_owned())
    };
    let to = json!({ "entry": entry });
    let (point, name) = attach(to.clone(), "a point.png", POINT);
    do_("caption_attachment", json!({ "attachment": point, "caption": "the light in the hall" }));
    attach(to.clone(), "a list.txt", "milk\nthread\n".repeat(2_000).as_bytes());
    let (off, _) = attach(to, "taken off.txt", b"taken off");
    do_("remove_attachment", off);
    attach(json!("plan"), "the plan.png", POINT);
    let in_text = format!("{later}\n\n![the light](kept:{name})");
    do_("save_entry", draft(entry, none.clone(), json!("A small thing"), &in_text));
    let binned =
        do_("save_entry", draft(none.clone(), none.clone(), none.clone(), "let go of"))["id"].clone();
    do_("delete_entry", binned);

    // How it feels, and words of one's own.
    do_("mark_word", json!({ "word": "woolly", "becomes": "feeling" }));
    do_("mark_word", json!({ "word": "numb", "becomes": "hidden" }));
    for (feel, words) in [(json!({ "level": 3 }), json!(["woolly", "flat"])), (json!("cant_tell"), json!([]))]
    {
        do_(
            "save_check_in",
            json!({
                "id": null, "feel": feel, "energy": 2, "comfort": null, "words": words, "body": ["heavy"], "note": "a line",
            }),
        );
    }

    // What to write about, and what waits.
    do_("save_own_prompt", json!({ "id": null, "text": "What stood at the window?", "weight": "light" }));
    do_("leave_out_prompt", json!({ "prompt": "volume-of-today", "is_left_out": true }));
    do_("offer_prompt", json!({ "weight": "light", "not": [] }));
    do_("save_own_form", json!({ "id": null, "name": "Evenings", "text": "# What was there\n\n- " }));
    do_(
        "park_worry",
        json!({ "id": null, "text": "the letter from the bank", "on": "2026-11-09", "minute": 1020 }),
    );

    // What is done.
    let walk = json!({
        "id": null, "shelf": "used_to_like", "title": "Walk to the corner and back", "smaller": "Stand at the door",
        "minutes": 5, "energy": "low",
    });
    let walk = do_("save_activity", walk)["id"].clone();
    do_(
        "save_activity",
        json!({
            "id": null, "shelf": "mine", "title": "Eat one small thing slowly", "smaller": "", "minutes": 2, "energy": "none",
        }),
    );
    let log =
        do_("start_activity", json!({ "activity": walk, "is_smaller": true, "guess": 2 }))["id"].clone();
    do_(
        "finish_activity",
        json!({ "log": log, "outcome": "done", "pleasure": 3, "mastery": null, "closeness": 1 }),
    );
    let routines = do_("list_routines", none.clone());
    let [played, left_out] = [&routines[0], &routines[1]];
    do_("mark_routine", json!({ "routine": left_out["id"], "is_left_out": true }));
    let run = do_("start_routine", played["id"].clone())["id"].clone();
    do_("mark_step", json!({ "run": run, "step": played["steps"][0]["id"], "outcome": "done" }));
    do_("finish_routine", json!({ "run": run, "outcome": "stopped" }));
    do_("save_practice", json!({ "id": null, "of": { "routine": played["id"] }, "afterwards": "lighter" }));
    do_("save_practice", json!({ "id": null, "of": { "item": "bed-stretch" }, "afterwards": "cant_tell" }));

    // The library, and what is around.
    do_("set_library_mark", json!({ "item": "bed-stretch", "is_favourite": true, "is_left_out": false }));
    do_("set_library_stop", json!({ "item": "bed-stretch", "place": { "step": 1 } }));
    do_("set_muted_topics", json!(["eating"]));
    do_("set_around_mark", json!({ "key": "long-stress", "is_ticked": true, "note": "since the move" }));

    // People, the plan, reminders.
    let ona =
        do_("save_person", json!({ "id": null, "name": "Ona", "reach": "next door, any evening" }))["id"]
            .clone();
    do_(
        "save_help_line",
        json!({ "id": null, "part": "signs", "text": "the phone stays off", "person": null }),
    );
    do_("save_help_line", json!({ "id": null, "part": "ask", "text": "", "person": ona }));
    let reminder = |about: Value, words: &str| {
        do_(
            "save_reminder",
            json!({
                "id": null, "is_on": true, "about": about, "words": words, "hides_content": true, "asks_again": false,
                "keeps_on": true, "timing": { "when": "at", "minutes": [540, 1260] },
                "days": { "on": "weekdays", "days": [true, true, true, true, true, true, true] },
            }),
        )
    };
    reminder(json!({ "about": "own_words" }), "a glass of water");
    reminder(json!({ "about": "activity", "activity": walk }), "");
    core.app().tick(true, None).unwrap();
    do_("answer_reminder", json!({ "log": null, "answer": "not_now" }));
}

/// Everything that a person can see of theirs.
fn read(core: &Core) -> Map<String, Value> {
    let read = RefCell::new(Map::new());
    let see = |name: &str, input: Value| {
        let seen = call(core, name, input.clone());
        let key = if input.is_null() { name.to_owned() } else { format!("{name} {input}") };
        read.borrow_mut().insert(key, seen.clone());
        seen
    };
    for name in [
        "get_settings",
        "list_words",
        "list_around_marks",
        "list_tags",
        "list_bin",
        "list_removed_attachments",
        "list_own_prompts",
        "list_left_out_prompts",
        "list_own_forms",
        "list_worries",
        "list_activities",
        "list_routines",
        "list_library_marks",
        "get_library_stop",
        "list_people",
        "list_help_lines",
        "get_reminders",
    ] {
        see(name, Value::Null);
    }
    for name in ["list_check_ins", "list_activity_log", "list_reminder_log"] {
        see(name, json!(99));
    }
    let routine = call(core, "list_routines", Value::Null)[0]["id"].clone();
    see("list_practices", json!({ "routine": routine }));
    see("list_practices", json!({ "item": "bed-stretch" }));
    for typed in ["window", "чаи", "καλα", "한국", "tag:cafe", "starred:", "has:picture", "hall"] {
        see("search_entries", json!({ "typed": typed, "limit": 9 }));
    }
    let mut holders = vec![json!("plan"), json!("songs")];
    let entries = see("list_entries", json!({ "after": null, "limit": 99 }));
    for entry in entries.as_array().unwrap() {
        see("get_entry", entry["id"].clone());
        holders.push(json!({ "entry": entry["id"] }));
        for version in see("list_versions", entry["id"].clone()).as_array().unwrap() {
            see("get_version", version["id"].clone());
        }
    }
    for holder in holders {
        for attachment in see("list_attachments", holder).as_array().unwrap() {
            let part = |part| from_value(json!({ "attachment": attachment["id"], "part": part })).unwrap();
            let parts = (0..attachment["parts"].as_u64().unwrap())
                .map(|number| core.get_attachment_part(part(number)).unwrap().bytes);
            // Enough to tell one from another.
            let sums: Vec<Value> = parts
                .map(|bytes| json!([bytes.len(), bytes.iter().map(|byte| u64::from(*byte)).sum::<u64>()]))
                .collect();
            read.borrow_mut().insert(format!("bytes of {}", attachment["id"]), json!(sums));
        }
    }
    read.into_inner()
}

/// How often each text stands in a value, and how long each list is.
fn told<'a>(value: &'a Value, texts: &mut BTreeMap<Cow<'a, str>, usize>, lists: &mut Vec<usize>) {
    match value {
        // What attachments are called in a text was their number until schema 14.
        Value::String(text) => *texts.entry(without_references(text)).or_default() += 1,
        Value::Array(values) => {
            lists.push(values.len());
            values.iter().for_each(|value| told(value, texts, lists));
        }
        Value::Object(fields) => fields.values().for_each(|value| told(value, texts, lists)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn a_profile_of_every_schema_opens_with_everything_in_it() {
    let fixtures: Vec<PathBuf> = fs::read_dir(home()).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(fixtures.len() >= 4);
    for fixture in fixtures {
        let folder = tempfile::tempdir().unwrap();
        for file in FILES {
            fs::copy(fixture.join(file), folder.path().join(file)).unwrap();
        }
        let mut expected: Map<String, Value> =
            serde_json::from_slice(&fs::read(fixture.join(READ)).unwrap()).unwrap();
        // Words were among the settings until schema 15; `list_words` has them.
        expected["get_settings"].as_object_mut().unwrap().remove("words");
        let core = Core::start(folder.path(), clock());
        let now = read(&core);
        assert!(expected.len() > 40);
        for (what, expected) in &expected {
            let (mut texts, mut lists) = (BTreeMap::new(), Vec::new());
            told(expected, &mut texts, &mut lists);
            let (mut texts_now, mut lists_now) = (BTreeMap::new(), Vec::new());
            let now = &now[what];
            told(now, &mut texts_now, &mut lists_now);
            let place = fixture.file_name().unwrap().to_string_lossy();
            // There may be more by now, such as an idea's key; what was there is there.
            for (text, times) in texts {
                let times_now = texts_now.get(&text).copied().unwrap_or(0);
                assert!(times_now >= times, "{place}, {what}: {text:.200}");
            }
            lists.retain(|length| *length > 0);
            lists_now.retain(|length| *length > 0);
            // A search finds what an earlier one did not.
            assert!(
                lists == lists_now || what.starts_with("search"),
                "{place}, {what}: {lists:?} {lists_now:?}"
            );
        }
    }
}

#[test]
fn this_schema_has_a_profile() {
    let home = home().join(newest());
    if env::var_os("MAKE_FIXTURE").is_some() {
        let folder = tempfile::tempdir().unwrap();
        let core = Core::start(folder.path(), clock());
        furnish(&core);
        let read = read(&core);
        core.close();
        fs::create_dir_all(&home).unwrap();
        for file in FILES {
            fs::copy(folder.path().join(file), home.join(file)).unwrap();
        }
        fs::write(home.join(READ), serde_json::to_string_pretty(&read).unwrap() + "\n").unwrap();
    }
    assert!(home.join(READ).exists(), "no {}: run `cargo xtask fixture`", home.display());
}
