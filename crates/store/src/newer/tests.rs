//! What a newer version wrote holds up nothing and stays, as facts.

use pilot_domain::{
    EntryId, RoutineId,
    activity::{ActivityDraft, Energy, Shelf},
    attachment::AttachedTo,
    help::PersonDraft,
    library::ContentTopic,
    plan_line::{HelpPart, PlanLineDraft},
    practice::Practised,
    reminder::NudgeStatus,
    settings::Settings,
};

use crate::{
    Error, Store,
    migrations::tests::schema_13,
    tests::{now, one, write},
};

/// What a newer version might have written there.
const NEWER: &[&str] = &[
    "UPDATE activities SET shelf = 'rituals' WHERE title = 'newer'",
    "UPDATE activities SET energy = 'tidal' WHERE title = 'newer'",
    "UPDATE activity_log SET outcome = 'half_done'",
    "UPDATE practices SET afterwards = 'wider'",
    "UPDATE own_prompts SET weight = 'feather'",
    r#"UPDATE reminders SET about = '{"about":"weather","sky":1}'"#,
    r#"UPDATE reminders SET timing = '{"when":"sunset"}'"#,
    "UPDATE reminder_log SET status = 'melted'",
    "UPDATE plan_lines SET part = 'places'",
    r#"UPDATE attachments SET facts = '{"kind":"film"}'"#,
    r#"UPDATE check_ins SET words = '{"by":"colour"}'"#,
];

#[test]
fn what_a_newer_version_wrote_is_left_out_counted_and_not_touched() {
    for newer in NEWER {
        let connection = schema_13();
        let facts = r#"{"kind":"picture","media_type":"image/jpeg","length":3,"width":1,"height":1,"moves":false,
            "traces":"absent","not_shown":null}"#;
        connection.execute("UPDATE attachments SET facts = ?1", [facts]).unwrap();
        let mut store = Store::set_up(connection).unwrap();
        let draft = ActivityDraft {
            id: None,
            shelf: Shelf::Mine,
            title: "newer".to_owned(),
            smaller: String::new(),
            minutes: None,
            energy: Energy::Low,
            idea: None,
        };
        let activity = store.change(now(), |tx| tx.save_activity(&draft, now())).unwrap().value.id;
        let lists = |store: &Store| -> usize {
            let read = store.read();
            let reminders = read.reminders().unwrap();
            let held = AttachedTo::Entry(EntryId(1));
            read.activities().unwrap().len()
                + read.activity_log(9).unwrap().len()
                + read.practices(&Practised::Routine(RoutineId(3)), 9).unwrap().len()
                + read.own_prompts().unwrap().len()
                + read.latest_of_each(&reminders, now().date_naive()).unwrap().len()
                + read.reminder_log(9).unwrap().len()
                + reminders.len()
                + read.plan_lines().unwrap().len()
                + read.attachments(held).unwrap().len()
                + read.check_ins(9).unwrap().len()
        };
        let all = lists(&store);
        assert_eq!(store.read().count_newer().unwrap(), 0);
        store.history.restores();
        assert!(store.connection().execute(newer, []).unwrap() > 0, "{newer}");
        let newer_ones = store.read().count_newer().unwrap();
        assert!(newer_ones > 0, "{newer}");
        assert!(lists(&store) < all, "{newer}");
        if newer.contains("activities") {
            assert!(matches!(store.read().activity(activity), Err(Error::Newer)), "{newer}");
            assert_eq!(store.read().activities().unwrap().len(), 1, "{newer}");
        }
        write(&mut store, "what is written beside it is kept");
        assert_eq!(store.read().count_newer().unwrap(), newer_ones, "{newer}");
    }
}

#[test]
fn a_setting_that_a_newer_version_wrote_takes_nothing_from_the_others() {
    let mut store = Store::in_memory().unwrap();
    let muted = vec![ContentTopic::Eating, ContentTopic::Death];
    let mine = Settings { muted: muted.clone(), closing_explained: true, ..Settings::default() };
    store.change(now(), |tx| tx.set_settings(&mine)).unwrap();
    store
        .connection()
        .execute_batch(
            r#"UPDATE settings SET value = '["eating","storms","death"]' WHERE key = 'muted';
               UPDATE settings SET value = '"twice"' WHERE key = 'closing_explained';"#,
        )
        .unwrap();
    let read = store.read().settings().unwrap();
    assert_eq!((&read.muted, read.closing_explained), (&muted, false));
    let paused = Settings { paused_until: Some(now()), ..read.clone() };
    store.change(now(), |tx| tx.set_settings(&paused)).unwrap();
    let value = |key: &str| one::<String>(&store, &format!("SELECT value FROM settings WHERE key = '{key}'"));
    assert_eq!(value("closing_explained"), "\"twice\"");
    let fewer = Settings { muted: vec![ContentTopic::Death], ..read };
    store.change(now(), |tx| tx.set_settings(&fewer)).unwrap();
    let value = |key: &str| one::<String>(&store, &format!("SELECT value FROM settings WHERE key = '{key}'"));
    assert_eq!(value("muted"), r#"["death","storms"]"#);
}

#[test]
fn a_moment_of_a_reminder_is_taken_whatever_became_of_it() {
    let store = Store::set_up(schema_13()).unwrap();
    store.history.restores();
    store.connection().execute_batch("UPDATE reminder_log SET status = 'melted'").unwrap();
    let reminders = store.read().reminders().unwrap();
    let log = store.read().latest_of_each(&reminders, "2026-02-01".parse().unwrap()).unwrap();
    assert_eq!(log.iter().map(|line| line.status).collect::<Vec<_>>(), [NudgeStatus::Passed]);
}

#[test]
fn someone_can_be_deleted_whom_a_line_names_that_only_a_newer_version_shows() {
    let mut store = Store::in_memory().unwrap();
    let person = PersonDraft { id: None, name: "Ona".to_owned(), reach: "next door".to_owned() };
    let person = store.change(now(), |tx| tx.save_person(&person)).unwrap().value.id;
    let line = PlanLineDraft { id: None, part: HelpPart::Ask, text: String::new(), person: Some(person) };
    store.change(now(), |tx| tx.save_plan_line(&line, now())).unwrap();
    store.connection().execute("UPDATE plan_lines SET part = 'places'", []).unwrap();
    store.change(now(), |tx| tx.delete_person(person)).unwrap();
    assert_eq!(one::<String>(&store, "SELECT text FROM plan_lines"), "Ona, next door");
}
