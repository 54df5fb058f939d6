//! What an earlier schema held is there in this one, as facts.

use chrono::NaiveDate;
use pilot_domain::{
    ActivityId, EntryId, RoutineId,
    plan_line::PlanLineMove,
    reminder::{About, Days, NudgeStatus, Timing},
    search_query::Query,
    settings::Settings,
    words::{WordKey, WordList},
};
use rusqlite::Connection;
use rusqlite_migration::Migrations;

use super::MIGRATIONS;
use crate::{
    Reader, Store, functions,
    tests::{now, one, uid, write},
};

/// As `set_up` has it for the migrations.
fn bare() -> Connection {
    let connection = Connection::open_in_memory().unwrap();
    connection.pragma_update(None, "foreign_keys", "off").unwrap();
    functions::register(&connection).unwrap();
    connection
}

fn of_schema(version: usize, holding: &str) -> Connection {
    let mut connection = bare();
    Migrations::from_slice(&MIGRATIONS[..version]).to_latest(&mut connection).unwrap();
    connection.execute_batch(holding).unwrap();
    connection
}

#[test]
fn a_reminder_of_the_first_schema_keeps_its_window_its_days_and_its_log() {
    let mut connection = bare();
    let migrations = Migrations::from_slice(MIGRATIONS);
    migrations.to_version(&mut connection, 1).unwrap();
    connection
        .execute_batch(
            "INSERT INTO reminders (id, is_on, days, from_minute, until_minute, changed_at) VALUES (7, 1, 33, 600, 720, 5);
             INSERT INTO reminder_log (id, reminder_id, on_day, at, fate, answered_at)
                 VALUES (3, 7, '2026-11-03', 50, 'not_now', 60), (4, 7, '2026-11-04', 70, 'shown', NULL);",
        )
        .unwrap();
    migrations.to_latest(&mut connection).unwrap();
    let read = Reader(&connection);
    let reminders = read.reminders().unwrap();
    let [reminder] = reminders.as_slice() else { panic!("one reminder") };
    assert_eq!(reminder.timing, Timing::Window { from_minute: 600, until_minute: 720 });
    // Bit 0 was Monday.
    assert_eq!(reminder.days, Days::Weekdays { days: [true, false, false, false, false, true, false] });
    assert_eq!(reminder.about, About::CheckIn);
    assert!(reminder.is_on && reminder.hides_content && !reminder.keeps_on);
    let log = read.latest_of_each(&reminders, "2026-11-01".parse().unwrap()).unwrap();
    assert_eq!(
        log.iter().map(|line| (line.id.0, line.status)).collect::<Vec<_>>(),
        [(4, NudgeStatus::Shown), (3, NudgeStatus::NotNow)]
    );
    let foreign_faults: i64 =
        connection.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0)).unwrap();
    assert_eq!(foreign_faults, 0);
}

/// Schema 13, with something of all that is carried over in another form.
pub(crate) const BEFORE: &str = r#"
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

/// A file of schema 13 with all that.
pub(crate) fn schema_13() -> Connection {
    of_schema(13, BEFORE)
}

#[test]
fn what_named_others_by_their_number_names_them_by_their_uid() {
    let mut store = Store::set_up(schema_13()).unwrap();

    let (attachment, own) = (uid(&store, "attachments"), uid(&store, "own_prompts"));
    let entry = store.read().entry(EntryId(1)).unwrap();
    assert_eq!(entry.text, format!("a ![x](kept:{attachment}) ![y](kept:9) kept:2"));
    assert_eq!(one::<String>(&store, "SELECT text FROM entry_versions"), format!("![x](kept:{attachment})"));
    let shown: Vec<String> = store.read().prompts_shown().unwrap().into_iter().map(|(key, _)| key).collect();
    assert_eq!(shown, [format!("own-{own}"), "own-1".to_owned(), "shipped".to_owned()]);
    assert_eq!(store.read().prompts_left_out().unwrap(), [format!("own-{own}")]);
    assert_eq!(store.read().own_prompts().unwrap()[0].key(), format!("own-{own}"));

    let abouts: Vec<About> = store.read().reminders().unwrap().into_iter().map(|it| it.about).collect();
    let activity = |id| About::Activity { activity: ActivityId(id) };
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

    let lines: Vec<String> = store.read().plan_lines().unwrap().into_iter().map(|line| line.text).collect();
    assert_eq!(lines, ["first", "second", "third", "fourth"]);
    let ids: Vec<_> = store.read().plan_lines().unwrap().into_iter().map(|line| line.id).collect();
    for (id, up, expected) in [
        (2, true, "13 2 4"),
        (3, true, "13 4 2"),
        (3, true, "1 4 3 2"),
        (0, false, "4 1 3 2"),
        (1, true, "4 1 2 3"),
    ] {
        let expected = expected.replace("13", "1 3");
        store.change(now(), |tx| tx.move_plan_line(&PlanLineMove { id: ids[id], up })).unwrap();
        let order: Vec<String> = store
            .read()
            .plan_lines()
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
fn what_got_another_name_is_there_under_it() {
    let connection = of_schema(
        15,
        r#"INSERT INTO entries (id, on_day, zone, written_at, opening, text)
                   VALUES (1, '2026-02-01', 'UTC', 7, 'a line', 'a line');
               INSERT INTO attachments (entry_id, name, added_at, facts) VALUES
                   (1, 'x.jpg', 5, '{"kind":"picture","traces":"kept"}'), (1, 'y', 5, '{"kind":"film"}'), (1, 'z', 5, 'torn "traces"');
               INSERT INTO help_lines (uid, written_at, part, position, text) VALUES (x'01010101010101010101010101010101', 4, 'signs', 'b', 'first');
               INSERT INTO around (uid, key, is_ticked, note) VALUES (uid_of('around', 'sleep'), 'sleep', 1, 'short nights');
               INSERT INTO deleted_rows (uid, table_name, deleted_at) VALUES
                   (uid_of('around', 'alcohol'), 'around', 1), (randomblob(16), 'help_lines', 2), (randomblob(16), 'entries', 3);"#,
    );
    let mut store = Store::set_up(connection).unwrap();
    let all = |sql: &str| {
        let connection = store.connection();
        let mut statement = connection.prepare(sql).unwrap();
        let texts = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        texts.collect::<Result<Vec<_>, _>>().unwrap()
    };
    assert_eq!(all("SELECT excerpt FROM entries"), ["a line"]);
    assert_eq!(
        all("SELECT facts FROM attachments ORDER BY id"),
        [r#"{"kind":"picture","metadata":"kept"}"#, r#"{"kind":"film"}"#, r#"torn "traces""#]
    );
    assert_eq!(all("SELECT text || hex(uid) FROM plan_lines"), [format!("first{}", "01".repeat(16))]);
    assert_eq!(all("SELECT table_name FROM deleted_rows ORDER BY deleted_at"), ["plan_lines", "entries"]);
    let marks = store.read().factor_marks().unwrap();
    assert_eq!(
        marks.iter().map(|mark| (mark.key.as_str(), mark.note.as_str())).collect::<Vec<_>>(),
        [("sleep", "short nights")]
    );
    // The same row as one that is made now.
    let mark = pilot_domain::factors::FactorMark { note: "better".to_owned(), ..marks[0].clone() };
    store.change(now(), |tx| tx.set_factor_mark(&mark)).unwrap();
    assert_eq!(store.read().factor_marks().unwrap(), [mark]);
}

#[test]
fn words_that_were_texts_are_known_by_their_keys() {
    let connection = of_schema(
        14,
        r#"INSERT INTO settings (uid, key, value) VALUES (randomblob(16), 'words',
                 '{"feelings":["woolly","numb"],"body":["fizzy","heavy"],"hidden":["can''t tell","made up","flat"]}');
               INSERT INTO check_ins (at, on_day, zone, words, body, note) VALUES
                 (1, '2026-01-01', 'UTC', '["far away","woolly","typed once"]', '["fizzy","cold hands","fizzy"]', ''),
                 (2, '2026-01-02', 'UTC', '[]', '[]', '');"#,
    );
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
