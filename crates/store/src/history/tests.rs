//! Steps and what they touched, as facts.

use chrono::{DateTime, Duration, Utc};
use pilot_domain::{
    ChangeId, EntryId,
    change::{Kind, Touched},
    entry::{EntryDraft, EntryStar},
    words::WordList,
};

use super::Step;
use crate::{
    Error, Store,
    tests::{now, write},
};

fn type_in(store: &mut Store, entry: EntryId, text: &str, at: DateTime<Utc>) -> ChangeId {
    let draft = EntryDraft { uid: None, id: Some(entry), on: None, title: None, text: text.to_owned() };
    let step = Step { at, name: "save_entry" };
    store.change(step, |tx| tx.save_entry(&draft, at, at.date_naive(), "UTC")).unwrap().id
}

fn text(store: &Store, entry: EntryId) -> String {
    store.read().entry(entry).unwrap().text
}

fn later(seconds: i64) -> DateTime<Utc> {
    now() + Duration::seconds(seconds)
}

#[test]
fn typing_in_one_entry_within_a_minute_is_one_step() {
    let mut store = Store::in_memory().unwrap();
    let entry = write(&mut store, "a").id;
    let first = type_in(&mut store, entry, "ab", later(0));
    for second in 1..60 {
        assert_eq!(type_in(&mut store, entry, &format!("ab{second}"), later(second)), first);
    }
    assert_eq!(store.history.steps(), 2);
    assert_eq!(store.latest_step(), Some((first, "save_entry".to_owned())));
    let next = type_in(&mut store, entry, "abc", later(61));
    assert_ne!(next, first);
    assert!(matches!(store.undo(first, later(62)), Err(Error::ChangedSince)));
    store.undo(next, later(62)).unwrap();
    assert_eq!(text(&store, entry), "ab59");
}

#[test]
fn taking_typing_back_brings_what_stood_before_it_and_no_page_goes() {
    let mut store = Store::in_memory().unwrap();
    let draft = EntryDraft { uid: None, id: None, on: None, title: None, text: "a".to_owned() };
    let step = Step { at: now(), name: "save_entry" };
    let made = store.change(step, |tx| tx.save_entry(&draft, now(), now().date_naive(), "UTC")).unwrap();
    let entry = made.value.id;
    let typed = type_in(&mut store, entry, "ab", later(5));
    assert_ne!(typed, made.id, "a new page is a step of its own");
    assert_eq!(type_in(&mut store, entry, "abc", later(9)), typed);
    let back = store.undo(typed, later(10)).unwrap();
    assert_eq!(text(&store, entry), "a");
    store.undo(back.id, later(11)).unwrap();
    assert_eq!(text(&store, entry), "abc");
}

#[test]
fn typing_that_changed_more_and_more_is_taken_back_whole() {
    let mut store = Store::in_memory().unwrap();
    let entry = write(&mut store, "a").id;
    let mut save = |on: Option<&str>, title: Option<&str>, text: &str, second| {
        let at = later(second);
        let draft = EntryDraft {
            uid: None,
            id: Some(entry),
            on: on.map(|on| on.parse().unwrap()),
            title: title.map(str::to_owned),
            text: text.to_owned(),
        };
        let step = Step { at, name: "save_entry" };
        store.change(step, |tx| tx.save_entry(&draft, at, at.date_naive(), "UTC")).unwrap().id
    };
    let step = save(Some("2026-01-01"), None, "a", 1);
    for (on, title, text, second) in [
        (None, None, "a\nb", 2),
        (None, Some("t"), "a\nb", 3),
        (None, None, "other\nb", 4),
        (Some("2026-01-02"), Some("u"), "a\nbc", 5),
    ] {
        assert_eq!(save(on, title, text, second), step);
    }
    store.undo(step, later(6)).unwrap();
    let entry = store.read().entry(entry).unwrap();
    assert_eq!((entry.on, entry.title.as_str(), entry.text.as_str()), (now().date_naive(), "", "a"));
    assert_eq!(store.read().entries(None, 1).unwrap()[0].excerpt, "a");
}

#[test]
fn a_word_of_ones_own_outlives_the_undo_of_where_it_was_used_first() {
    let mut store = Store::in_memory().unwrap();
    let used = store.change(now(), |tx| tx.own_word("woolly", WordList::Feeling)).unwrap();
    store.undo(used.id, now()).unwrap();
    assert_eq!(store.change(now(), |tx| tx.own_word("woolly", WordList::Feeling)).unwrap().value, used.value);
    store.change(now(), |tx| tx.drop_unused_words()).unwrap();
    assert!(store.read().own_words().unwrap().is_empty());
}

#[test]
fn another_step_between_them_or_another_entry_ends_the_typing() {
    let mut store = Store::in_memory().unwrap();
    let (one, two) = (write(&mut store, "a").id, write(&mut store, "b").id);
    let first = type_in(&mut store, one, "aa", later(0));
    let other = type_in(&mut store, two, "bb", later(1));
    assert_ne!(type_in(&mut store, one, "aaa", later(2)), first);
    assert_ne!(other, first);
    let before = type_in(&mut store, one, "aaaa", later(3));
    store.change(later(4), |tx| tx.star_entry(&EntryStar { entry: one, is_starred: true })).unwrap();
    assert_ne!(type_in(&mut store, one, "aaaaa", later(5)), before);
}

#[test]
fn so_many_bytes_are_held_and_the_latest_step_whatever_its_size() {
    let mut store = Store::in_memory().unwrap();
    let long = |letter: &str| letter.repeat(40_000);
    let entries: Vec<EntryId> = ["a", "b", "c"].map(|letter| write(&mut store, &long(letter)).id).into();
    let ids: Vec<ChangeId> =
        entries.iter().map(|entry| type_in(&mut store, *entry, "short", now())).collect();
    // 64 kB in tests: two of them do not fit.
    assert!(matches!(store.undo(ids[0], now()), Err(Error::NothingToUndo)));
    store.undo(ids[2], now()).unwrap();
    assert_eq!(text(&store, entries[2]), long("c"));
    let held: usize = store.history.held().iter().map(|(_, opposite)| opposite.len()).sum();
    assert!(held < 100_000, "{held}");
}

#[test]
fn a_star_on_a_long_text_holds_no_copy_of_it() {
    let mut store = Store::in_memory().unwrap();
    let entry = write(&mut store, &"a".repeat(30_000)).id;
    let starred = store.change(now(), |tx| tx.star_entry(&EntryStar { entry, is_starred: true })).unwrap();
    let held = store.history.held();
    assert!(held.iter().all(|(step, opposite)| *step != starred.id || opposite.len() < 200));
    assert!(held.iter().any(|(step, _)| *step == starred.id));
    store.undo(starred.id, now()).unwrap();
    assert!(!store.read().entry(entry).unwrap().is_starred);
}

#[test]
fn a_change_tells_which_rows_it_touched_each_once() {
    let mut store = Store::in_memory().unwrap();
    let entry = write(&mut store, "a").id;
    let tagged = store
        .change(now(), |tx| {
            tx.set_tags(entry, &["one".to_owned(), "two".to_owned()])?;
            tx.star_entry(&EntryStar { entry, is_starred: true })?;
            tx.star_entry(&EntryStar { entry, is_starred: false })
        })
        .unwrap();
    // The tags are told as the entry.
    let uid = store.read().entry(entry).unwrap().uid;
    assert_eq!(tagged.rows, Some([Touched { kind: Kind::Entries, uid }].into()));
    let nothing = store.change(now(), |_| Ok::<_, Error>(())).unwrap();
    assert!(nothing.rows.unwrap().is_empty() && nothing.kinds.is_empty());
    let many = store
        .change(now(), |tx| {
            (0..101).try_for_each(|number| tx.note_prompt_shown(&format!("p{number}"), now().date_naive()))
        })
        .unwrap();
    assert_eq!((many.rows, many.kinds), (None, [Kind::Prompts].into()));
    assert_eq!(store.history.steps(), 3, "what touches nothing is no step");
}

#[test]
fn a_step_that_fails_leaves_nothing_in_memory_and_takes_nothing_out_of_it() {
    let mut store = Store::in_memory().unwrap();
    let entry = write(&mut store, "a").id;
    let typed = type_in(&mut store, entry, "ab", later(0));
    let failed = store.change(later(1), |tx| {
        tx.star_entry(&EntryStar { entry, is_starred: true })?;
        tx.history.forget_row("entries", entry.0);
        Err::<(), _>(Error::NotFound("something"))
    });
    assert!(matches!(failed, Err(Error::NotFound("something"))));
    assert_eq!(store.history.steps(), 2);
    // It is not found in the next step either, which touches another row.
    let other = store.change(later(2), |tx| tx.note_prompt_shown("p", now().date_naive())).unwrap();
    assert_eq!(other.kinds, [Kind::Prompts].into());
    store.undo(typed, later(3)).unwrap();
    assert_eq!(text(&store, entry), "a");
}

#[test]
fn forgetting_a_row_lets_go_of_every_step_that_touched_it_and_of_no_other() {
    let mut store = Store::in_memory().unwrap();
    let (one, two) = (write(&mut store, "a").id, write(&mut store, "b").id);
    let steps = [one, two].map(|entry| type_in(&mut store, entry, "ab", later(0)));
    store.change(later(1), |tx| tx.star_entry(&EntryStar { entry: one, is_starred: true })).unwrap();
    store
        .change(later(2), |tx| {
            tx.history.forget_row("entries", one.0);
            Ok::<_, Error>(())
        })
        .unwrap();
    assert!(matches!(store.undo(steps[0], later(3)), Err(Error::NothingToUndo)));
    assert_eq!(store.latest_step().map(|(step, _)| step), Some(steps[1]));
    store.undo(steps[1], later(3)).unwrap();
    assert_eq!((text(&store, one), text(&store, two)), ("ab".into(), "b".into()));
}
