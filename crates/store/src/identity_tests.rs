//! What a row is called beyond its file, when it changed, and what is left of one that went, as facts.

use chrono::Duration;
use pilot_domain::{
    EntryId, Uid,
    activity::{ActivityDraft, ActivityStart, Energy, Shelf},
    attachment::{AttachedTo, AttachmentKind},
    beginning::PromptLeftOut,
    factors::FactorMark,
    help::PersonDraft,
    library::LibraryMark,
    plan_line::{HelpPart, PlanLineDraft, PlanLineMove},
    routine::NewRoutine,
    settings::Settings,
};

use crate::{
    Binned, Store, Tx,
    attachment_tests::facts,
    history::TABLES,
    tests::{now, one, uid, write},
};

/// Tables whose changes nobody is told of and nobody takes back, and why.
const NOT_WATCHED: &[(&str, &str)] = &[
    ("attachment_bytes", "never changed; they go with their attachment"),
    ("deleted_rows", "follows the others"),
    ("index_rule", "of the index, which is made of the others"),
    ("open_days", "of the program, not of the person"),
];

fn count(store: &Store, table: &str) -> i64 {
    one(store, &format!("SELECT count(*) FROM {table}"))
}

#[test]
fn every_table_is_watched_or_excused_by_name_and_its_rows_have_an_identity() {
    let store = Store::in_memory().unwrap();
    let tables: Vec<String> = store
        .connection()
        .prepare(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'",
        )
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(tables.len(), TABLES.len() + NOT_WATCHED.len());
    for table in tables {
        let is_watched = TABLES.iter().any(|(watched, _)| *watched == table);
        assert_ne!(is_watched, NOT_WATCHED.iter().any(|(excused, _)| *excused == table), "{table}");
        let columns: i64 = one(
            &store,
            &format!(
                "SELECT count(*) FROM pragma_table_info('{table}')
                 WHERE name IN ('uid', 'created_at', 'changed_at') AND \"notnull\" = 1"
            ),
        );
        assert_eq!(columns == 3, is_watched, "{table}");
    }
}

#[test]
fn what_has_a_key_of_its_own_has_the_same_uid_in_every_file() {
    let uids = || {
        let mut store = Store::in_memory().unwrap();
        let routine = NewRoutine {
            seed_key: Some("three-morning-moves".to_owned()),
            title: "Three moves".to_owned(),
            summary: String::new(),
            minutes: 3,
            energy: Energy::Low,
            cautions: Vec::new(),
            steps: vec![("Stand".to_owned(), None), ("Sit".to_owned(), Some(30))],
        };
        store
            .change(now(), |tx| {
                tx.add_routine(&routine)?;
                tx.set_factor_mark(&FactorMark {
                    key: "long-stress".to_owned(),
                    is_ticked: true,
                    note: String::new(),
                })?;
                tx.set_library_mark(&LibraryMark {
                    item: "bed-stretch".to_owned(),
                    is_favourite: true,
                    is_left_out: false,
                })?;
                tx.note_prompt_shown("volume-of-today", now().date_naive())?;
                tx.leave_out_prompt(&PromptLeftOut {
                    prompt: "volume-of-today".to_owned(),
                    is_left_out: true,
                })?;
                tx.set_settings(&Settings { closing_explained: true, ..Settings::default() })
            })
            .unwrap();
        let uids = [
            "routines",
            "steps",
            "factor_marks",
            "library_marks",
            "prompts_shown",
            "prompts_left_out",
            "settings",
        ]
        .map(|table| one::<String>(&store, &format!("SELECT group_concat(hex(uid)) FROM {table}")));
        assert_eq!(count(&store, "settings"), 1, "what is as it ships has no row");
        let of_step = uid(&store, "steps ORDER BY id LIMIT 1");
        assert!(of_step.parse::<Uid>().is_ok());
        uids
    };
    let (first, second) = (uids(), uids());
    assert_eq!(first, second);
    assert_eq!(first.iter().collect::<std::collections::BTreeSet<_>>().len(), first.len());
}

#[test]
fn what_is_deleted_leaves_its_uid_and_the_time_and_undo_takes_them_away() {
    let mut store = Store::in_memory().unwrap();
    let draft = PersonDraft { id: None, name: "Ona".to_owned(), reach: "next door".to_owned() };
    let person = store.change(now(), |tx| tx.save_person(&draft)).unwrap().value;
    let uid = uid(&store, "people");
    let gone = store.change(now() + Duration::hours(1), |tx| tx.delete_person(person.id)).unwrap();
    let left: (String, String, i64) = store
        .connection()
        .query_row("SELECT lower(hex(uid)), table_name, deleted_at FROM deleted_rows", [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .unwrap();
    assert_eq!(left, (uid.clone(), "people".to_owned(), (now() + Duration::hours(1)).timestamp_millis()));
    let back = store.undo(gone.id, now()).unwrap();
    assert_eq!(self::uid(&store, "people"), uid);
    assert_eq!(count(&store, "deleted_rows"), 0);
    store.undo(back.id, now()).unwrap();
    assert_eq!(count(&store, "deleted_rows"), 1);
}

#[test]
fn what_goes_with_an_entry_leaves_only_the_entrys_uid() {
    let mut store = Store::in_memory().unwrap();
    let entry = write(&mut store, "a line").id;
    let tags = |tags: &[&str]| tags.iter().map(|tag| (*tag).to_owned()).collect::<Vec<_>>();
    store.change(now(), |tx| tx.set_tags(entry, &tags(&["one", "two"]))).unwrap();
    store.change(now(), |tx| tx.set_tags(entry, &tags(&["two"]))).unwrap();
    assert_eq!(count(&store, "deleted_rows"), 1, "a tag that was taken off");
    store.change(now(), |tx| tx.rename_tag("two", "three")).unwrap();
    assert_eq!(count(&store, "deleted_rows"), 2, "a tag of another name is another one");
    store.change(now(), |tx| tx.rename_tag("three", "two")).unwrap();
    assert_eq!(count(&store, "deleted_rows"), 2, "and the same when it is called so again");
    store.change(now(), |tx| tx.delete_entry(entry, now())).unwrap();
    assert_eq!(count(&store, "deleted_rows"), 2, "the bin is no end");
    store.remove_binned(Binned::One(entry), now()).unwrap();
    let of: String =
        one(&store, "SELECT group_concat(table_name) FROM (SELECT table_name FROM deleted_rows ORDER BY 1)");
    assert_eq!(of, "entries,entry_tags,entry_tags");
}

#[test]
fn what_never_was_or_never_goes_leaves_nothing_behind() {
    let mut store = Store::in_memory().unwrap();
    let settings = Settings { closing_explained: true, ..Settings::default() };
    let set = store.change(now(), |tx| tx.set_settings(&settings)).unwrap();
    store.undo(set.id, now()).unwrap();
    assert_eq!(count(&store, "settings"), 0);
    let facts = facts(AttachmentKind::File, 1);
    let arriving = |tx: &Tx<'_>| tx.begin_attachment(AttachedTo::Songs, "x", &facts, now());
    let half = store.change(now(), arriving).unwrap().value;
    store.change(now(), |tx| tx.drop_attachment(half)).unwrap();
    assert_eq!(count(&store, "deleted_rows"), 0);
    let whole = store.change(now(), arriving).unwrap().value;
    store.change(now(), |tx| tx.finish_attachment(whole, None, now())).unwrap();
    store.change(now(), |tx| tx.drop_attachment(whole)).unwrap();
    assert_eq!(count(&store, "deleted_rows"), 1);
}

#[test]
fn what_an_undo_lets_go_of_or_brings_back_changed_in_that_moment() {
    let mut store = Store::in_memory().unwrap();
    let (later, last) = (now() + Duration::hours(1), now() + Duration::hours(2));
    let person = PersonDraft { id: None, name: "Ona".to_owned(), reach: "next door".to_owned() };
    let person = store.change(now(), |tx| tx.save_person(&person)).unwrap().value;
    let gone = store.change(now(), |tx| tx.delete_person(person.id)).unwrap();
    store.undo(gone.id, later).unwrap();
    let times: String = one(&store, "SELECT created_at || ' ' || changed_at FROM people");
    assert_eq!(times, format!("{} {}", now().timestamp_millis(), later.timestamp_millis()));
    // An activity that is taken back while something was done of it.
    let made = store.change(now(), |tx| tx.save_activity(&walk(), now())).unwrap();
    let start = ActivityStart { activity: made.value.id, is_smaller: false, guess: None };
    store.change(now(), |tx| tx.start_activity(&start, now(), now().date_naive(), "UTC")).unwrap();
    store.undo(made.id, last).unwrap();
    assert_eq!(one::<i64>(&store, "SELECT changed_at FROM activity_log"), last.timestamp_millis());
    assert_eq!(store.read().activity_log(9).unwrap()[0].activity, None);
}

#[test]
fn a_row_says_when_it_was_made_and_changed_and_only_that_row() {
    let mut store = Store::in_memory().unwrap();
    let (first, second) = (write(&mut store, "one").id, write(&mut store, "two").id);
    let later = now() + Duration::days(2);
    let star = pilot_domain::entry::EntryStar { entry: first, is_starred: true };
    let starred = store.change(later, |tx| tx.star_entry(&star)).unwrap();
    let times = |store: &Store, id: EntryId| -> (i64, i64, i64) {
        let query = "SELECT created_at, changed_at, written_at FROM entries WHERE id = ?1";
        store
            .connection()
            .query_row(query, [id.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .unwrap()
    };
    let (made, starred_at) = (now().timestamp_millis(), later.timestamp_millis());
    assert_eq!(times(&store, first), (made, starred_at, made), "a star is no writing");
    assert_eq!(times(&store, second), (made, made, made));
    let undone_at = later + Duration::hours(1);
    store.undo(starred.id, undone_at).unwrap();
    assert_eq!(times(&store, first), (made, undone_at.timestamp_millis(), made), "an undo is a change");
}

#[test]
fn a_line_that_moves_changes_no_other_line() {
    let mut store = Store::in_memory().unwrap();
    let line =
        |text: &str| PlanLineDraft { id: None, part: HelpPart::Signs, text: text.to_owned(), person: None };
    let mut ids = Vec::new();
    for text in ["a", "b", "c", "d"] {
        ids.push(store.change(now(), |tx| tx.save_plan_line(&line(text), now())).unwrap().value.id);
    }
    let order = |store: &Store| -> String {
        store.read().plan_lines().unwrap().into_iter().map(|line| line.text).collect()
    };
    let later = now() + Duration::hours(1);
    let mut step = |id: usize, up: bool| {
        let moved = PlanLineMove { id: ids[id], up };
        store.change(later, |tx| tx.move_plan_line(&moved)).unwrap();
        order(&store)
    };
    assert_eq!(step(3, true), "abdc");
    assert_eq!(step(3, true), "adbc");
    assert_eq!(step(3, true), "dabc");
    assert_eq!(step(3, true), "dabc");
    assert_eq!(step(0, false), "dbac");
    assert_eq!(step(0, false), "dbca");
    assert_eq!(step(0, false), "dbca");
    for _ in 0..200 {
        assert_eq!(step(1, true), "bdca");
        assert_eq!(step(1, false), "dbca");
    }
    let changed: i64 = one(
        &store,
        &format!("SELECT count(*) FROM plan_lines WHERE changed_at = {}", later.timestamp_millis()),
    );
    assert_eq!(changed, 3);
    let longest: i64 = one(&store, "SELECT max(length(position)) FROM plan_lines");
    assert!(longest < 300, "{longest}");
}

#[test]
fn lines_that_an_undo_left_in_one_place_can_be_moved() {
    let mut store = Store::in_memory().unwrap();
    let line =
        |text: &str| PlanLineDraft { id: None, part: HelpPart::Signs, text: text.to_owned(), person: None };
    let add = |store: &mut Store, text: &str| {
        store.change(now(), |tx| tx.save_plan_line(&line(text), now())).unwrap().value.id
    };
    add(&mut store, "a");
    let gone = add(&mut store, "b");
    let gone = store.change(now(), |tx| tx.delete_plan_line(gone)).unwrap();
    add(&mut store, "c");
    store.undo(gone.id, now()).unwrap();
    let last = add(&mut store, "d");
    for expected in ["abdc", "adbc", "dabc"] {
        store.change(now(), |tx| tx.move_plan_line(&PlanLineMove { id: last, up: true })).unwrap();
        let lines = store.read().plan_lines().unwrap();
        assert_eq!(lines.into_iter().map(|line| line.text).collect::<String>(), expected);
    }
}

fn walk() -> ActivityDraft {
    ActivityDraft {
        id: None,
        shelf: Shelf::Mine,
        title: "walk".to_owned(),
        smaller: String::new(),
        minutes: None,
        energy: Energy::Low,
        idea: None,
    }
}

#[test]
fn what_was_done_keeps_its_line_without_its_activity_and_says_when() {
    let mut store = Store::in_memory().unwrap();
    let activity = store.change(now(), |tx| tx.save_activity(&walk(), now())).unwrap().value.id;
    let start = ActivityStart { activity, is_smaller: false, guess: None };
    store.change(now(), |tx| tx.start_activity(&start, now(), now().date_naive(), "UTC")).unwrap();
    let later = now() + Duration::days(1);
    store.change(later, |tx| tx.delete_activity(activity)).unwrap();
    assert_eq!(one::<i64>(&store, "SELECT changed_at FROM activity_log"), later.timestamp_millis());
    assert_eq!(store.read().activity_log(9).unwrap()[0].activity, None);
}
