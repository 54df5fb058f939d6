//! What a row is called beyond its file, when it changed, and what is left of one that went, as facts.

use chrono::{Duration, NaiveDate};
use pilot_domain::{
    EntryId, RoutineId, Uid,
    activity::{ActivityDraft, ActivityStart, Energy, Shelf},
    around::AroundMark,
    attachment::AttachedTo,
    beginning::PromptLeftOut,
    help::PersonDraft,
    help_line::{HelpLineDraft, HelpLineMove, HelpPart},
    library::{ContentTopic, LibraryMark},
    practice::Practised,
    reminder::{About, Fate},
    routine::NewRoutine,
    search_query::Query,
    settings::Settings,
    words::{WordKey, WordList},
};
use rusqlite::Connection;
use rusqlite_migration::Migrations;

use crate::{
    Binned, Error, Store,
    connection::MIGRATIONS,
    history::TABLES,
    register_functions,
    tests::{now, write},
};

/// Tables whose changes nobody is told of and nobody takes back, and why.
const NOT_WATCHED: &[(&str, &str)] = &[
    ("attachment_bytes", "never changed; they go with their attachment"),
    ("deleted_rows", "follows the others"),
    ("index_rule", "of the index, which is made of the others"),
    ("open_days", "of the program, not of the person"),
];

fn one<T: rusqlite::types::FromSql>(store: &Store, query: &str) -> T {
    store.connection().query_row(query, [], |row| row.get(0)).unwrap()
}

fn count(store: &Store, table: &str) -> i64 {
    one(store, &format!("SELECT count(*) FROM {table}"))
}

fn uid(store: &Store, query: &str) -> String {
    one(store, &format!("SELECT lower(hex(uid)) FROM {query}"))
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
                tx.set_around_mark(&AroundMark {
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
        let uids =
            ["routines", "steps", "around", "library_marks", "prompts_shown", "prompts_left_out", "settings"]
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
    store.undo(starred.id, later).unwrap();
    assert_eq!(times(&store, first), (made, made, made));
}

#[test]
fn a_line_that_moves_changes_no_other_line() {
    let mut store = Store::in_memory().unwrap();
    let line =
        |text: &str| HelpLineDraft { id: None, part: HelpPart::Signs, text: text.to_owned(), person: None };
    let mut ids = Vec::new();
    for text in ["a", "b", "c", "d"] {
        ids.push(store.change(now(), |tx| tx.save_help_line(&line(text), now())).unwrap().value.id);
    }
    let order = |store: &Store| -> String {
        store.read().help_lines().unwrap().into_iter().map(|line| line.text).collect()
    };
    let later = now() + Duration::hours(1);
    let mut step = |id: usize, up: bool| {
        let moved = HelpLineMove { id: ids[id], up };
        store.change(later, |tx| tx.move_help_line(&moved)).unwrap();
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
        &format!("SELECT count(*) FROM help_lines WHERE changed_at = {}", later.timestamp_millis()),
    );
    assert_eq!(changed, 3);
    let longest: i64 = one(&store, "SELECT max(length(position)) FROM help_lines");
    assert!(longest < 300, "{longest}");
}

#[test]
fn lines_that_an_undo_left_in_one_place_can_be_moved() {
    let mut store = Store::in_memory().unwrap();
    let line =
        |text: &str| HelpLineDraft { id: None, part: HelpPart::Signs, text: text.to_owned(), person: None };
    let add = |store: &mut Store, text: &str| {
        store.change(now(), |tx| tx.save_help_line(&line(text), now())).unwrap().value.id
    };
    add(&mut store, "a");
    let gone = add(&mut store, "b");
    let gone = store.change(now(), |tx| tx.delete_help_line(gone)).unwrap();
    add(&mut store, "c");
    store.undo(gone.id, now()).unwrap();
    let last = add(&mut store, "d");
    for expected in ["abdc", "adbc", "dabc"] {
        store.change(now(), |tx| tx.move_help_line(&HelpLineMove { id: last, up: true })).unwrap();
        let lines = store.read().help_lines().unwrap();
        assert_eq!(lines.into_iter().map(|line| line.text).collect::<String>(), expected);
    }
}

#[test]
fn what_was_done_keeps_its_line_without_its_activity_and_says_when() {
    let mut store = Store::in_memory().unwrap();
    let draft = ActivityDraft {
        id: None,
        shelf: Shelf::Mine,
        title: "walk".to_owned(),
        smaller: String::new(),
        minutes: None,
        energy: Energy::Low,
        idea: None,
    };
    let activity = store.change(now(), |tx| tx.save_activity(&draft, now())).unwrap().value.id;
    let start = ActivityStart { activity, is_smaller: false, guess: None };
    store.change(now(), |tx| tx.start_activity(&start, now(), now().date_naive(), "UTC")).unwrap();
    let later = now() + Duration::days(1);
    store.change(later, |tx| tx.delete_activity(activity)).unwrap();
    assert_eq!(one::<i64>(&store, "SELECT changed_at FROM activity_log"), later.timestamp_millis());
    assert_eq!(store.read().activity_log(9).unwrap()[0].activity, None);
}

#[test]
fn someone_can_be_deleted_whom_a_line_names_that_only_a_newer_version_shows() {
    let mut store = Store::in_memory().unwrap();
    let person = PersonDraft { id: None, name: "Ona".to_owned(), reach: "next door".to_owned() };
    let person = store.change(now(), |tx| tx.save_person(&person)).unwrap().value.id;
    let line = HelpLineDraft { id: None, part: HelpPart::Ask, text: String::new(), person: Some(person) };
    store.change(now(), |tx| tx.save_help_line(&line, now())).unwrap();
    store.connection().execute("UPDATE help_lines SET part = 'places'", []).unwrap();
    store.change(now(), |tx| tx.delete_person(person)).unwrap();
    assert_eq!(one::<String>(&store, "SELECT text FROM help_lines"), "Ona, next door");
}

#[test]
fn a_moment_of_a_reminder_is_taken_whatever_became_of_it() {
    let mut connection = Connection::open_in_memory().unwrap();
    register_functions(&connection).unwrap();
    Migrations::from_slice(&MIGRATIONS[..13]).to_latest(&mut connection).unwrap();
    connection.execute_batch(BEFORE).unwrap();
    let store = Store::set_up(connection).unwrap();
    store
        .connection()
        .execute_batch("UPDATE history_now SET restores = 1; UPDATE reminder_log SET fate = 'melted'")
        .unwrap();
    let reminders = store.read().reminders().unwrap();
    let log = store.read().latest_of_each(&reminders, "2026-02-01".parse().unwrap()).unwrap();
    assert_eq!(log.iter().map(|line| line.fate).collect::<Vec<_>>(), [Fate::Passed]);
}

/// Schema 13, with something of all that is carried over in another form.
const BEFORE: &str = r#"
INSERT INTO check_ins (at, on_day, zone, words, body, note) VALUES (1000, '2026-01-01', 'Asia/Tokyo', '[]', '[]', '');
INSERT INTO entries (id, on_day, zone, created_at, changed_at, opening, text) VALUES
    (1, '2026-02-01', 'Europe/Berlin', 5, 7, 'a', 'a ![x](kept:2) ![y](kept:9) kept:2'),
    (2, '2026-02-01', 'Europe/Berlin', 5, 7, 'gone', 'gone');
DELETE FROM entries WHERE id = 2;
INSERT INTO entry_tags (entry_id, name, folded) VALUES (1, 'Garden', 'garden');
INSERT INTO entry_versions (entry_id, at, text) VALUES (1, 6, '![x](kept:2)');
INSERT INTO attachments (id, entry_id, name, added_at, facts) VALUES (2, 1, 'x.png', 5, '{}');
INSERT INTO own_prompts (id, text, weight) VALUES (12, 'why', 'light');
INSERT INTO prompts_shown (prompt, on_day) VALUES ('own-12', '2026-02-02'), ('own-1', '2026-02-02'), ('shipped', '2026-02-03');
INSERT INTO prompts_left_out (prompt) VALUES ('own-12');
INSERT INTO activities (id, shelf, title, smaller, energy, created_at) VALUES (4, 'mine', 'walk', '', 'low', 8);
INSERT INTO activity_log (activity_id, title, started_at, on_day) VALUES (4, 'walk', 9, '2025-12-31');
INSERT INTO routines (id, seed_key, title, summary, minutes, energy, cautions) VALUES (3, 'k', 'r', '', 1, 'low', '[]');
INSERT INTO steps (id, routine_id, position, text) VALUES (5, 3, 0, 's');
-- 15:30 in UTC is the next day in Tokyo.
INSERT INTO runs (id, routine_id, title, started_at) VALUES (6, 3, 'r', unixepoch('2026-01-20T15:30:00') * 1000);
INSERT INTO run_steps (run_id, step_id, outcome) VALUES (6, 5, 'done');
INSERT INTO practices (routine_id, at, on_day, afterwards) VALUES (3, 9, '2026-02-10', 'lighter');
INSERT INTO reminders (id, is_on, about, timing, on_days, changed_at) VALUES
    (1, 1, '{"about":"activity","activity":4}', '{"when":"at","minutes":[1]}', '{"on":"dates","dates":[]}', 3),
    (2, 1, '{"about":"routine","routine":3}', '{"when":"at","minutes":[1]}', '{"on":"dates","dates":[]}', 3),
    (3, 1, '{"about":"activity","activity":77}', '{"when":"at","minutes":[1]}', '{"on":"dates","dates":[]}', 3);
INSERT INTO reminder_log (reminder_id, on_day, slot, attempt, at, closes_at, fate, asks_quiet)
    VALUES (1, '2026-02-11', 0, 0, 9, 9, 'shown', 0);
UPDATE settings SET value = '{"closing_explained":true,"muted":["eating"],"from_a_newer_one":[1]}';
INSERT INTO help_lines (part, position, text, changed_at) VALUES ('signs', 2, 'second', 4), ('signs', 1, 'first', 4),
    ('signs', 5, 'third', 4), ('signs', 6, 'fourth', 4);
"#;

#[test]
fn what_named_others_by_their_number_names_them_by_their_uid() {
    let mut connection = Connection::open_in_memory().unwrap();
    register_functions(&connection).unwrap();
    Migrations::from_slice(&MIGRATIONS[..13]).to_latest(&mut connection).unwrap();
    connection.execute_batch(BEFORE).unwrap();
    let mut store = Store::set_up(connection).unwrap();

    let (attachment, own) = (uid(&store, "attachments"), uid(&store, "own_prompts"));
    let entry = store.read().entry(EntryId(1)).unwrap();
    assert_eq!(entry.text, format!("a ![x](kept:{attachment}) ![y](kept:9) kept:2"));
    assert_eq!(one::<String>(&store, "SELECT text FROM entry_versions"), format!("![x](kept:{attachment})"));
    let shown: Vec<String> = store.read().prompts_shown().unwrap().into_iter().map(|(key, _)| key).collect();
    assert_eq!(shown, [format!("own-{own}"), "own-1".to_owned(), "shipped".to_owned()]);
    assert_eq!(store.read().prompts_left_out().unwrap(), [format!("own-{own}")]);
    assert_eq!(store.read().own_prompts().unwrap()[0].key(), format!("own-{own}"));

    let abouts: Vec<About> = store.read().reminders().unwrap().into_iter().map(|it| it.about).collect();
    let activity = |id| About::Activity { activity: pilot_domain::ActivityId(id) };
    assert_eq!(abouts, [activity(4), About::Routine { routine: RoutineId(3) }, activity(0)]);
    assert!(!one::<String>(&store, "SELECT group_concat(about) FROM reminders").contains(":4"));

    let day_and_zone = |table: &str| -> (NaiveDate, String) {
        let query = format!("SELECT on_day, zone FROM {table}");
        let read = |row: &rusqlite::Row<'_>| Ok((crate::sql::day(row, 0)?, row.get(1)?));
        store.connection().query_row(&query, [], read).unwrap()
    };
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    assert_eq!(day_and_zone("runs"), (day("2026-01-21"), "Asia/Tokyo".to_owned()));
    assert_eq!(day_and_zone("practices"), (day("2026-02-10"), "Europe/Berlin".to_owned()));
    assert_eq!(
        day_and_zone("activity_log"),
        (day("2025-12-31"), "Asia/Tokyo".to_owned()),
        "the first that is known"
    );

    let settings = store.read().settings().unwrap();
    assert!(settings.closing_explained && settings.muted.len() == 1);
    store.change(now(), |tx| tx.set_settings(&Settings { closing_explained: false, ..settings })).unwrap();
    let unknown = "SELECT value FROM settings WHERE key = 'from_a_newer_one'";
    assert_eq!(one::<String>(&store, unknown), "[1]", "what is not known here stays");

    let lines: Vec<String> = store.read().help_lines().unwrap().into_iter().map(|line| line.text).collect();
    assert_eq!(lines, ["first", "second", "third", "fourth"]);
    let ids: Vec<_> = store.read().help_lines().unwrap().into_iter().map(|line| line.id).collect();
    for (id, up, expected) in [
        (2, true, "13 2 4"),
        (3, true, "13 4 2"),
        (3, true, "1 4 3 2"),
        (0, false, "4 1 3 2"),
        (1, true, "4 1 2 3"),
    ] {
        let expected = expected.replace("13", "1 3");
        store.change(now(), |tx| tx.move_help_line(&HelpLineMove { id: ids[id], up })).unwrap();
        let order: Vec<String> = store
            .read()
            .help_lines()
            .unwrap()
            .into_iter()
            .map(|line| (ids.iter().position(|id| *id == line.id).unwrap() + 1).to_string())
            .collect();
        assert_eq!(order.join(" "), expected);
    }
    assert_eq!(write(&mut store, "next").id, EntryId(3), "no number is given twice");
    for typed in ["tag:garden", "\"a x\""] {
        let found = store.read().search_entries(&Query::parse(typed), 9).unwrap();
        assert_eq!(found.iter().map(|hit| hit.entry.id.0).collect::<Vec<_>>(), [1], "{typed}");
    }
    assert!(store.read().search_entries(&Query::parse(&attachment[..8]), 9).unwrap().is_empty());
}

#[test]
fn words_that_were_texts_are_known_by_their_keys() {
    let mut connection = Connection::open_in_memory().unwrap();
    register_functions(&connection).unwrap();
    Migrations::from_slice(&MIGRATIONS[..14]).to_latest(&mut connection).unwrap();
    connection
        .execute_batch(
            r#"INSERT INTO settings (uid, key, value) VALUES (randomblob(16), 'words',
                 '{"feelings":["woolly","numb"],"body":["fizzy","heavy"],"hidden":["can''t tell","made up","flat"]}');
               INSERT INTO check_ins (at, on_day, zone, words, body, note) VALUES
                 (1, '2026-01-01', 'UTC', '["far away","woolly","typed once"]', '["fizzy","cold hands","fizzy"]', ''),
                 (2, '2026-01-02', 'UTC', '[]', '[]', '');"#,
        )
        .unwrap();
    let mut store = Store::set_up(connection).unwrap();
    let own = store.read().own_words().unwrap();
    let told: Vec<_> = own.iter().map(|word| (word.text.as_str(), word.list, word.is_offered)).collect();
    assert_eq!(
        told,
        [
            ("woolly", WordList::Feeling, true),
            ("fizzy", WordList::Body, true),
            // It ships as a feeling.
            ("heavy", WordList::Body, true),
            ("typed once", WordList::Feeling, false)
        ]
    );
    assert_eq!(store.read().hidden_words().unwrap(), ["cant-tell", "flat"]);
    let key = |text: &str| own.iter().find(|word| word.text == text).unwrap().key.0.clone();
    let keys = |words: &[WordKey]| words.iter().map(|key| key.0.clone()).collect::<Vec<_>>();
    let [later, first] = &store.read().check_ins(9).unwrap()[..] else { panic!("two") };
    assert!(later.words.is_empty());
    assert_eq!(keys(&first.words), ["far-away".to_owned(), key("woolly"), key("typed once")]);
    assert_eq!(keys(&first.body), [key("fizzy"), "cold-hands".to_owned(), key("fizzy")]);
    assert!(store.read().settings().is_ok());

    // One that is neither offered nor in a check-in goes, and no other.
    store.change(now(), |tx| tx.offer_own_word("woolly", None)).unwrap();
    let id = first.id;
    store.change(now(), |tx| tx.drop_unused_words()).unwrap();
    assert_eq!(store.read().own_words().unwrap().len(), 4);
    store.change(now(), |tx| tx.delete_check_in(id)).unwrap();
    store.change(now(), |tx| tx.drop_unused_words()).unwrap();
    assert_eq!(
        store.read().own_words().unwrap().iter().map(|word| &word.text).collect::<Vec<_>>(),
        ["fizzy", "heavy"]
    );
}

/// What a newer version might have written there.
const NEWER: &[&str] = &[
    "UPDATE activities SET shelf = 'rituals' WHERE title = 'newer'",
    "UPDATE activities SET energy = 'tidal' WHERE title = 'newer'",
    "UPDATE activity_log SET outcome = 'half_done'",
    "UPDATE practices SET afterwards = 'wider'",
    "UPDATE own_prompts SET weight = 'feather'",
    r#"UPDATE reminders SET about = '{"about":"weather","sky":1}'"#,
    r#"UPDATE reminders SET timing = '{"when":"sunset"}'"#,
    "UPDATE reminder_log SET fate = 'melted'",
    "UPDATE help_lines SET part = 'places'",
    r#"UPDATE attachments SET facts = '{"kind":"film"}'"#,
    r#"UPDATE check_ins SET words = '{"by":"colour"}'"#,
];

#[test]
fn what_a_newer_version_wrote_is_left_out_counted_and_not_touched() {
    for newer in NEWER {
        let mut connection = Connection::open_in_memory().unwrap();
        register_functions(&connection).unwrap();
        Migrations::from_slice(&MIGRATIONS[..13]).to_latest(&mut connection).unwrap();
        connection.execute_batch(BEFORE).unwrap();
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
                + read.help_lines().unwrap().len()
                + read.attachments(held).unwrap().len()
                + read.check_ins(9).unwrap().len()
        };
        let all = lists(&store);
        assert_eq!(store.read().count_newer().unwrap(), 0);
        store.connection().execute("UPDATE history_now SET restores = 1", []).unwrap();
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
