//! What a page can ask with: nothing that was typed is repeated by an error, what is kept has limits, and no day and no
//! clock brings the program down.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use pilot_app::{COMMAND_NAMES, Core, DOWNLOAD_COMMANDS, Error, SetClock, domain::Invalid, typescript};
use serde_json::{Value, json};

use crate::life::{Life, at};

const PLANTED: &str = "marmalade by the window, expected `rain` at line 3";
const PUT: &str = "put_attachment";

pub(crate) fn ask(core: &Core, name: &str, input: Value) -> Result<Value, Error> {
    if DOWNLOAD_COMMANDS.contains(&name) {
        return core.download(name, input).map(|_| Value::Null);
    }
    let reply = if name == PUT { core.upload(name, input, b"x".to_vec()) } else { core.call(name, input) };
    reply.map(|reply| reply.json())
}

/// As a page asks.
impl Life {
    pub(crate) fn call(&self, name: &str, input: Value) -> Result<Value, Error> {
        self.core.call(name, input).map(|reply| reply.json())
    }

    pub(crate) fn get(&self, name: &str) -> Value {
        self.call(name, Value::Null).unwrap()
    }
}

/// Every name of a field on the wire.
pub(crate) fn fields() -> BTreeSet<String> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let before_colons = typescript()
        .split(':')
        .map(|piece| piece.trim_end_matches(['"', '?']).to_owned())
        .collect::<Vec<_>>();
    let names = before_colons.iter().filter_map(|piece| piece.rsplit(|c| !is_part(c)).next());
    names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

#[test]
fn no_error_repeats_what_was_typed() {
    let core = Core::demo(SetClock::at(at("2026-11-03T09:00:00Z"), Tz::UTC)).unwrap();
    let fields = fields();
    for known in ["text_size", "passphrase", "typed", "minutes"] {
        assert!(fields.contains(known), "{known}");
    }
    let mut inputs = vec![
        json!(PLANTED),
        json!([PLANTED]),
        json!([[PLANTED]]),
        json!({ PLANTED: PLANTED }),
        json!({ "manuscript": { "title": "", "lead": "", "language": "", "foot": "", "blocks": [{ "kind": PLANTED }] } }),
    ];
    for (field, tag) in [("about", "about"), ("timing", "when"), ("days", "on")] {
        let mut draft = json!({ "id": null, "is_on": true, "about": { "about": "check_in" }, "timing": { "when": "at", "minutes": [] } });
        draft[field] = json!({ tag: PLANTED });
        inputs.push(draft);
    }
    for field in &fields {
        inputs.extend(
            [json!(PLANTED), json!([PLANTED]), json!({ PLANTED: 1 })].map(|value| json!({ field: value })),
        );
    }
    let mut refused = 0;
    for name in COMMAND_NAMES {
        for input in &inputs {
            let Err(error) = ask(&core, name, input.clone()) else { continue };
            refused += 1;
            for said in [error.to_string(), format!("{error:?}"), serde_json::to_string(&error).unwrap()] {
                for word in ["marmalade", "rain", "line 3"] {
                    assert!(!said.contains(word), "{name} {input}: {said}");
                }
            }
        }
    }
    assert!(refused > 10_000, "{refused}");
}

#[test]
fn what_is_kept_has_limits() {
    let life = Life::open();
    let entry = json!({ "id": null, "on": null, "text": "grey" });
    let entry = life.call("save_entry", entry).unwrap()["id"].clone();
    let tags = |names: Vec<String>| json!({ "entry": entry, "tags": names });
    let many: Vec<String> = (0..10_000).map(|number| format!("tag é {number}")).collect();
    let refuse = |name: &str, input: Value, invalid: Invalid| {
        assert_eq!(life.call(name, input).unwrap_err(), invalid.into(), "{name}");
    };
    refuse("tag_entry", tags(many.clone()), Invalid::TooMany { max: 100 });
    refuse("tag_entry", tags(vec!["é".repeat(1_000_000)]), Invalid::TextTooLong { max: 500 });
    life.call("tag_entry", tags(many[..100].to_vec())).unwrap();
    refuse(
        "rename_tag",
        json!({ "from": "é".repeat(1_000_000), "to": "b" }),
        Invalid::TextTooLong { max: 500 },
    );
    let mut rules = life.get("get_reminders")["rules"].clone();
    let days = at("2026-11-03T00:00:00Z").date_naive().iter_days().take(4000);
    rules["dates_off"] = days.map(|day| day.to_string()).collect();
    refuse("set_reminder_rules", rules.clone(), Invalid::TooMany { max: 1000 });
    rules["dates_off"] = json!(["+20266-11-03"]);
    refuse("set_reminder_rules", rules, Invalid::ImpossibleDate);
    refuse(
        "search_library",
        json!({ "typed": "", "need": null, "kinds": vec!["read"; 5000], "length": null, "energy": null, "topic": null, "favourites": false }),
        Invalid::TooMany { max: 100 },
    );
    let long = "x".repeat(1_000_000);
    let left_out = json!({ "prompt": long, "is_left_out": true });
    assert!(matches!(life.call("leave_out_prompt", left_out), Err(Error::NotFound { .. })));
}

#[test]
fn a_country_is_two_letters_or_none() {
    let life = Life::open();
    let usual = life.get("get_preferences");
    let with = |country: Value| {
        let mut preferences = usual.clone();
        preferences["country"] = country;
        life.call("set_preferences", preferences)
    };
    for country in [json!("IE"), json!("ZZ"), Value::Null] {
        with(country).unwrap();
    }
    for country in ["", "I", "IRL", "ie", "éé", PLANTED] {
        assert_eq!(with(json!(country)), Err(Invalid::NoSuchCountry.into()), "{country}");
    }
    assert_eq!(life.get("get_preferences")["country"], Value::Null);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "it puts other files in the place of the one")]
fn a_preferences_file_that_is_too_long_or_holds_what_none_can_be_is_as_none() {
    let life = Life::open();
    life.call("set_preferences", json!({ "theme": "dim", "text_size": 125, "country": "IE" })).unwrap();
    let file = life.folder.path().join("preferences.json");
    let kept = std::fs::read_to_string(&file).unwrap();
    let life = life.restart();
    assert_eq!(life.get("get_preferences")["theme"], "dim");
    for (text, theme) in [
        (kept.replace("125", "9"), "system"),
        (kept.replace("\"IE\"", "\"marmalade\""), "system"),
        (kept.clone() + &" ".repeat(1_000_000), "system"),
        (kept, "dim"),
    ] {
        std::fs::write(&file, text).unwrap();
        let core = Core::start(life.folder.path(), life.clock.clone());
        assert_eq!(ask(&core, "get_preferences", Value::Null).unwrap()["theme"], theme);
    }
}

const DAYS: [&str; 10] = [
    "-262143-01-01",
    "-0001-06-06",
    "0000-01-01",
    "0001-01-01",
    "1600-02-29",
    "1969-12-31",
    "9998-12-31",
    "9999-12-31",
    "+10000-01-01",
    "+262142-12-31",
];

/// Everything that knows a day or an instant, with this day.
fn with_day(on: &str) -> Vec<(&'static str, Value)> {
    let span = |from: &str, until: &str| json!({ "from": from, "until": until });
    let reminder = |days: Value| {
        json!({
            "id": null, "is_on": true, "about": { "about": "check_in" }, "words": "", "hides_content": true,
            "timing": { "when": "window", "from_minute": 0, "until_minute": 1440 }, "days": days,
            "asks_again": true, "keeps_on": false,
        })
    };
    let mut inputs = vec![
        ("save_entry", json!({ "id": null, "on": on, "text": "grey" })),
        ("begin_entry", json!({ "on": on })),
        ("park_worry", json!({ "id": null, "text": "the rent", "on": on, "minute": 1439 })),
        ("save_reminder", reminder(json!({ "on": "every_n_days", "every": 3, "first": on }))),
        ("save_reminder", reminder(json!({ "on": "dates", "dates": [on] }))),
        ("pause_reminders", json!({ "until_date": on })),
        ("list_entries", json!({ "after": [on, 9], "limit": 9 })),
        ("get_day_context", json!(on)),
        ("set_reminder_rules", json!({ "dates_off": [on], "most_a_day": 6 })),
    ];
    for name in ["list_check_ins_between", "list_activity_log_between", "list_entry_days"] {
        inputs
            .extend([span(on, on), span(on, "2026-11-03"), span("2026-11-03", on)].map(|span| (name, span)));
    }
    for days in [Value::Null, span(on, on), span(on, "2026-11-03"), span("2026-11-03", on)] {
        inputs.push(("list_chosen_entries", json!({ "typed": "grey", "days": days })));
    }
    for key in ["on", "before", "after"] {
        inputs.push(("search_entries", json!({ "typed": format!("{key}:{on}"), "limit": 9 })));
    }
    inputs
}

/// Everything that asks what time it is.
fn with_clock(life: &Life) {
    let get = |name| life.call(name, Value::Null);
    let try_call = |name, input| life.call(name, input);
    let check_in = json!({ "id": null, "feel": { "level": 2 }, "energy": null, "comfort": null, "words": [], "body": [], "note": "" });
    let _ = try_call("save_check_in", check_in);
    for pause in ["one_hour", "this_evening", "until_tomorrow", "until_resumed"] {
        let _ = try_call("pause_reminders", json!(pause));
        let _ = get("get_reminders");
    }
    let _ = get("resume_reminders");
    for (hold, must_look) in
        [(None, true), (Some(pilot_app::domain::reminder::Hold::Away), true), (None, false)]
    {
        let _ = life.core.app().is_due(must_look);
        let _ = life.core.app().tick(must_look, hold);
    }
    let log = try_call("list_reminder_log", json!(1)).ok();
    let _ = try_call(
        "answer_reminder",
        json!({ "log": log.map(|log| log[0]["id"].clone()), "answer": "not_now" }),
    );
    let _ = life.core.app().tick(true, None);
    let _ = get("test_notification");
    for name in ["get_reminders", "list_worries", "list_bin", "list_removed_attachments", "get_status"] {
        let _ = get(name);
    }
    let _ = try_call("get_help", json!("IE"));
    let _ = try_call("offer_prompt", json!({ "weight": "light" }));
    let routines = get("list_routines").unwrap();
    let run = try_call("start_routine", routines[0]["id"].clone()).unwrap();
    let _ = try_call("finish_routine", json!({ "run": run["id"], "outcome": "finished" }));
    let activity =
        json!({ "id": null, "shelf": "mine", "title": "tea", "smaller": "", "minutes": 5, "energy": "low" });
    let activity = try_call("save_activity", activity).unwrap();
    let log = try_call("start_activity", json!({ "activity": activity["id"], "guess": null })).unwrap();
    let end =
        json!({ "log": log["id"], "outcome": "done", "pleasure": null, "mastery": null, "closeness": null });
    let _ = try_call("finish_activity", end);
    let draft = json!({ "to": "plan", "name": "x", "keeps_metadata": false, "replaces": null });
    let _ = life.core.upload(PUT, draft, include_bytes!("../../../../icons/tray.png").to_vec());
    for attachment in try_call("list_attachments", json!("plan")).unwrap().as_array().unwrap() {
        let _ = try_call("remove_attachment", attachment["id"].clone());
    }
    let _ = get("list_removed_attachments").unwrap();
    let entries = try_call("list_entries", json!({ "after": null, "limit": 3 })).unwrap();
    for entry in entries.as_array().unwrap() {
        let _ = try_call("save_entry", json!({ "id": entry["id"], "on": null, "text": "other" }));
        let _ = try_call("close_entry", entry["id"].clone());
        let _ = try_call("delete_entry", entry["id"].clone());
    }
    let _ = get("list_bin").unwrap();
}

#[test]
fn no_day_and_no_clock_brings_the_program_down() {
    let zones = [Tz::Europe__Berlin, Tz::Pacific__Kiritimati, Tz::Pacific__Pago_Pago, Tz::UTC];
    let clocks: Vec<DateTime<Utc>> = [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC]
        .into_iter()
        .chain(DAYS.map(|day| day.parse::<NaiveDate>().unwrap().and_hms_opt(23, 59, 59).unwrap().and_utc()))
        .collect();
    for (zone, now) in zones
        .into_iter()
        .zip(clocks.iter().cycle().copied())
        .chain(zones.into_iter().cycle().zip(clocks.clone()))
    {
        let folder = tempfile::tempdir().unwrap();
        let clock = SetClock::at(now, zone);
        let core = Core::start(folder.path(), clock.clone());
        let life = Life { folder, clock, core };
        life.call("create_profile", json!({ "lock": "none" })).unwrap();
        for input in DAYS.into_iter().flat_map(with_day) {
            // Refused or done: it comes back.
            let _ = life.call(input.0, input.1);
        }
        with_clock(&life);
        // The clock is put right, and what was kept meanwhile is read.
        life.clock.set(at("2026-11-03T09:00:00Z"));
        with_clock(&life);
        life.clock.set(now);
        let life = life.restart();
        with_clock(&life);
        drop(Core::demo(SetClock::at(now, zone)).unwrap());
    }
}

/// Days are compared as text, so that a year has four digits wherever a day is kept or asked for.
#[test]
fn a_day_beyond_four_digits_is_the_last_or_the_first_there_is() {
    let life = Life::open();
    life.call("save_entry", json!({ "id": null, "on": "1931-05-06", "text": "grey" })).unwrap();
    let all = json!({ "from": "-5000-01-01", "until": "+20266-01-01" });
    assert_eq!(life.call("list_entry_days", all).unwrap(), json!(["1931-05-06"]));
    let none = json!({ "from": "+20266-01-01", "until": "+20267-01-01" });
    assert_eq!(life.call("list_entry_days", none).unwrap(), json!([]));
    let page = json!({ "after": ["+20266-01-01", 1], "limit": 5 });
    assert_eq!(life.call("list_entries", page).unwrap().as_array().unwrap().len(), 1);
}
