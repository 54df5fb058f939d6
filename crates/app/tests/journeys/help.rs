//! Help: what it says of now with the data closed, and a plan that is there when it is needed.

use std::collections::BTreeSet;

use pilot_app::{
    Error,
    content::HelplineNow,
    domain::{
        PersonId, PlanLineId,
        change::Kind,
        help::{Person, PersonDraft},
        open_hours::OpenNow,
        plan_line::{HelpPart, PlanLineDraft, PlanLineMove},
    },
};
use serde_json::json;

use crate::life::{Life, at};

fn line(part: HelpPart, text: &str) -> PlanLineDraft {
    PlanLineDraft { id: None, part, text: text.to_owned(), person: None }
}

fn texts(life: &Life) -> Vec<String> {
    life.core.list_plan_lines().unwrap().into_iter().map(|line| line.text).collect()
}

#[test]
fn what_is_open_is_told_by_the_clock_and_with_the_data_closed() {
    let life = Life::begin();
    let calm = |life: &Life| -> HelplineNow {
        let lines = life.core.get_help("GB".to_owned()).unwrap().helplines;
        lines.into_iter().find(|line| line.line.name.starts_with("CALM")).unwrap()
    };
    assert_eq!(calm(&life).now.phone, Some(OpenNow::Closed { opens_at: at("2026-11-03T17:00:00Z") }));
    life.clock.set(at("2026-11-03T17:00:00Z"));
    assert_eq!(calm(&life).now.phone, Some(OpenNow::Open { until: Some(at("2026-11-04T00:00:00Z")) }));
    assert_eq!(calm(&life).now.chat, Some(OpenNow::Unknown));
    assert_eq!(calm(&life).now.sms, None);
    assert!(!calm(&life).is_old);
    life.clock.set(at("2028-01-01T12:00:00Z"));
    assert!(calm(&life).is_old);
}

#[test]
fn help_does_not_wait_for_the_data() {
    let life = Life::open();
    // Something holds the app, as a keychain that does not answer would.
    let held = life.core.app();
    life.core.get_help("US".to_owned()).unwrap();
    life.core.list_countries().unwrap();
    drop(held);
}

#[test]
fn a_plan_keeps_its_order_over_a_restart_and_each_touch_can_be_taken_back() {
    let life = Life::open();
    for text in ["not answering anyone", "  up all\nnight ", "very blank"] {
        life.core.save_plan_line(line(HelpPart::Signs, text)).unwrap();
    }
    let walk = life.core.save_plan_line(line(HelpPart::Alone, "walk to the river")).unwrap().value.id;
    assert_eq!(texts(&life), ["not answering anyone", "walk to the river", "up all night", "very blank"]);
    life.core.move_plan_line(PlanLineMove { id: PlanLineId(3), up: true }).unwrap();
    life.core.move_plan_line(PlanLineMove { id: PlanLineId(1), up: true }).unwrap();
    let changed = PlanLineDraft { id: Some(walk), ..line(HelpPart::Alone, "walk to the bridge") };
    let changed = life.core.save_plan_line(changed).unwrap();
    life.undo(changed.change);
    let deleted = life.core.delete_plan_line(PlanLineId(1)).unwrap();
    life.undo(deleted.change);
    let life = life.restart();
    assert_eq!(texts(&life), ["not answering anyone", "walk to the river", "very blank", "up all night"]);
}

#[test]
fn a_line_about_someone_follows_them_and_outlives_them() {
    let life = Life::open();
    let save = |id: Option<PersonId>, reach: &str| {
        let draft = PersonDraft { id, name: "Ona".to_owned(), reach: reach.to_owned() };
        life.core.save_person(draft).unwrap().value.id
    };
    let about = || -> Person { life.core.list_plan_lines().unwrap()[0].person.clone().unwrap() };
    let ona = save(None, "555 0101");
    let after_six = PlanLineDraft { person: Some(ona), ..line(HelpPart::Ask, "after six") };
    life.core.save_plan_line(after_six).unwrap();
    save(Some(ona), "555 0202");
    assert_eq!(about().reach, "555 0202");
    let gone = life.core.delete_person(ona).unwrap();
    assert_eq!(gone.kinds, BTreeSet::from([Kind::People, Kind::PlanLines]));
    assert_eq!(texts(&life), ["Ona, 555 0202, after six"]);
    life.undo(gone.change);
    assert_eq!(about().name, "Ona");
    assert_eq!(texts(&life), ["after six"]);
}

#[test]
fn what_is_wrong_with_a_line_is_told_and_nothing_is_stored() {
    let life = Life::open();
    for bad in ["  ", &"a".repeat(501)] {
        let refused = life.core.save_plan_line(line(HelpPart::Signs, bad));
        assert!(matches!(refused, Err(Error::Invalid { .. })));
    }
    let nowhere = json!({ "id": null, "part": "nowhere", "text": "x", "person": null });
    assert!(matches!(life.core.call("save_plan_line", nowhere), Err(Error::BadInput { .. })));
    let unknown = PlanLineDraft { person: Some(PersonId(7)), ..line(HelpPart::Ask, "") };
    assert!(matches!(life.core.save_plan_line(unknown), Err(Error::NotFound { .. })));
    life.core.save_plan_line(line(HelpPart::Signs, "here")).unwrap();
    let moved = PlanLineDraft { id: Some(PlanLineId(1)), ..line(HelpPart::Alone, "there") };
    assert!(matches!(life.core.save_plan_line(moved), Err(Error::NotFound { .. })));
    assert_eq!(texts(&life), ["here"]);
    let life = life.restart();
    assert_eq!(texts(&life), ["here"]);
}
