//! The journal in its file, as facts: what a search finds, what the bin lets go of, which earlier states stay.

use std::{collections::BTreeSet, fs};

use chrono::{DateTime, Duration, NaiveDate, Utc};
use pilot_domain::{
    EntryId,
    attachment::{AttachedTo, AttachmentKind},
    entry::{Entry, EntryDraft, EntryStar},
    fold::fold,
    search_query::{Attached, Query, Sought},
    version,
};
use proptest::prelude::*;
use rusqlite::Connection;

use crate::{Binned, Error, Store, attachment_tests::facts};

fn now() -> DateTime<Utc> {
    "2026-11-03T10:00:00Z".parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn write_on(store: &mut Store, on: NaiveDate, text: &str) -> Entry {
    let draft = EntryDraft { id: None, on: Some(on), title: None, text: text.to_owned() };
    store.change(|tx| tx.save_entry(&draft, now(), on, "UTC")).unwrap().value
}

fn entitle(store: &mut Store, entry: &Entry, title: &str) {
    let (id, title) = (Some(entry.id), Some(title.to_owned()));
    let draft = EntryDraft { id, on: None, title, text: entry.text.clone() };
    store.change(|tx| tx.save_entry(&draft, now(), entry.on, "UTC")).unwrap();
}

fn write(store: &mut Store, text: &str) -> EntryId {
    write_on(store, now().date_naive(), text).id
}

fn rewrite(store: &mut Store, id: EntryId, text: &str, at: DateTime<Utc>) {
    let draft = EntryDraft { id: Some(id), on: None, title: None, text: text.to_owned() };
    store.change(|tx| tx.save_entry(&draft, at, at.date_naive(), "UTC")).unwrap();
}

fn tag(store: &mut Store, id: EntryId, names: &[&str]) {
    let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
    store.change(|tx| tx.set_tags(id, &names)).unwrap();
}

fn found(store: &Store, typed: &str) -> Vec<EntryId> {
    let hits = store.read().search_entries(&Query::parse(typed), 500).unwrap();
    hits.into_iter().map(|hit| hit.entry.id).collect()
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window.eq_ignore_ascii_case(text.as_bytes()))
}

/// The same schema in a plain file, so that its pages can be read.
#[test]
fn no_page_of_the_file_holds_a_word_of_what_was_removed_from_the_bin() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("plain.db");
    let mut store = Store::set_up(Connection::open(&file).unwrap()).unwrap();
    for number in 0..200 {
        write(&mut store, &format!("grey morning number {number}, {}", "nothing much happened ".repeat(9)));
    }
    let id = write(&mut store, "# zwyxheron\n\nstood where qvorble looked, 鷺鷺鷺");
    for title in ["frumpelbay", "vintroost"] {
        let entry = store.read().entry(id).unwrap();
        entitle(&mut store, &entry, title);
        store.change(|tx| tx.close_entry(id)).unwrap();
    }
    rewrite(&mut store, id, "zwyxheron was here, and then plomquist", now() + Duration::hours(1));
    rewrite(&mut store, id, "only plomquist is left", now() + Duration::hours(2));
    tag(&mut store, id, &["xenflower"]);
    let planted = ["zwyxheron", "qvorble", "plomquist", "xenflower", "frumpelbay", "vintroost", "鷺鷺鷺"];
    let bytes = |name: &str| fs::read(folder.path().join(name)).unwrap_or_default();
    let everywhere = || [bytes("plain.db"), bytes("plain.db-wal")].concat();
    for word in planted {
        assert!(holds(&everywhere(), word), "{word} was never there");
    }

    store.change(|tx| tx.delete_entry(id, now())).unwrap();
    let removed = store.remove_binned(Binned::One(id)).unwrap();
    assert_eq!(removed.value.entries, 1);
    for word in planted {
        assert!(!holds(&everywhere(), word), "{word} is still there");
    }
    let undo: String = store
        .connection()
        .query_row("SELECT coalesce(group_concat(sql), '') FROM undo_log", [], |row| row.get(0))
        .unwrap();
    assert!(planted.iter().all(|word| !undo.contains(word)), "in memory");
    assert!(matches!(store.undo(removed.id), Err(Error::NothingToUndo)));
    assert_eq!(found(&store, "grey").len(), 200);
    store
        .connection()
        .execute_batch("INSERT INTO entries_fts (entries_fts, rank) VALUES ('integrity-check', 1)")
        .unwrap();
}

#[test]
fn what_is_in_the_bin_is_nowhere_else_and_comes_back_whole() {
    let mut store = Store::in_memory().unwrap();
    let id = write(&mut store, "the heron");
    tag(&mut store, id, &["birds"]);
    let before = store.read().entry(id).unwrap();
    store.change(|tx| tx.delete_entry(id, now())).unwrap();

    let read = store.read();
    assert!(read.entries(None, 9).unwrap().is_empty());
    assert!(read.tags().unwrap().is_empty());
    assert!(read.entry_days(day("2026-01-01"), day("2026-12-31")).unwrap().is_empty());
    assert!(matches!(read.entry(id), Err(Error::NotFound(_))));
    assert!(found(&store, "heron").is_empty() && found(&store, "tag:birds").is_empty());
    assert!(found(&store, "-rain").is_empty());
    let bin = store.read().bin().unwrap();
    assert_eq!((bin[0].entry.id, bin[0].goes_on), (id, day("2026-12-03")));

    store.change(|tx| tx.bring_back_entry(id)).unwrap();
    assert_eq!(store.read().entry(id).unwrap(), before);
    assert_eq!(found(&store, "heron tag:birds"), [id]);
    assert!(store.read().bin().unwrap().is_empty());
}

#[test]
fn only_what_has_been_in_the_bin_for_long_is_removed_by_itself() {
    let mut store = Store::in_memory().unwrap();
    let [old, fresh, kept] = ["old", "fresh", "kept"].map(|text| write(&mut store, text));
    store.change(|tx| tx.delete_entry(old, now() - Duration::days(30))).unwrap();
    store.change(|tx| tx.delete_entry(fresh, now() - Duration::days(29))).unwrap();
    assert_eq!(store.remove_binned(Binned::Until(now() - Duration::days(30))).unwrap().value.entries, 1);
    assert_eq!(store.read().bin().unwrap()[0].entry.id, fresh);
    assert!(store.read().entry(kept).is_ok());
    assert!(matches!(store.remove_binned(Binned::One(kept)), Err(Error::NotFound(_))), "not in the bin");
    assert_eq!(store.remove_binned(Binned::All).unwrap().value.entries, 1);
}

#[test]
fn a_tag_is_renamed_and_merged_everywhere_in_one_change() {
    let mut store = Store::in_memory().unwrap();
    let [one, two, three] = ["one", "two", "three"].map(|text| write(&mut store, text));
    tag(&mut store, one, &["Garden"]);
    tag(&mut store, two, &["garden", "outside"]);
    tag(&mut store, three, &["outside"]);
    assert_eq!(store.read().entry(two).unwrap().tags, ["Garden", "outside"], "one spelling");

    let merged = store.change(|tx| tx.rename_tag("garden", "Outside")).unwrap();
    assert_eq!(store.read().tags().unwrap(), ["Outside"]);
    assert_eq!(found(&store, "tag:outside"), [three, two, one]);
    store.undo(merged.id).unwrap();
    assert_eq!(store.read().tags().unwrap(), ["Garden", "outside"]);
    assert_eq!(store.read().entry(two).unwrap().tags, ["Garden", "outside"]);
    let nobody = store.change(|tx| tx.rename_tag("rain", "snow"));
    assert!(matches!(nobody, Err(Error::NotFound(_))));
}

/// What the index does to every letter of the scripts that its table of accents knows, against our own rule.
#[test]
fn letters_are_folded_as_the_index_folds_them() {
    let connection = Connection::open_in_memory().unwrap();
    connection
        .execute_batch(
            "CREATE VIRTUAL TABLE t USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2');
             CREATE VIRTUAL TABLE v USING fts5vocab (t, row);",
        )
        .unwrap();
    let differing: Vec<(char, String, String)> = (0x30..=0x24f_u32)
        .chain(0x400..=0x45f)
        .chain(0x1e00..=0x1eff)
        .filter_map(char::from_u32)
        .filter(|c| c.is_alphanumeric())
        .filter_map(|c| {
            connection.execute("DELETE FROM t", []).unwrap();
            connection.execute("INSERT INTO t VALUES (?1)", [format!("x{c}")]).unwrap();
            let term: String = connection.query_row("SELECT term FROM v", [], |row| row.get(0)).unwrap();
            let ours = fold(&format!("x{c}"));
            (term != ours).then_some((c, term, ours))
        })
        .collect();
    assert!(differing.is_empty(), "{differing:?}");
}

/// Entries of few and alike words, so that searches meet.
#[derive(Debug, Clone)]
struct Page {
    title: Option<&'static str>,
    words: Vec<&'static str>,
    tags: BTreeSet<&'static str>,
    is_starred: bool,
    on: NaiveDate,
    is_binned: bool,
    attached: Option<(&'static str, AttachmentKind)>,
}

const FILES: [(&str, AttachmentKind); 4] = [
    ("grey rain.jpg", AttachmentKind::Picture),
    ("b_a.mp3", AttachmentKind::Sound),
    ("今日 100%.txt", AttachmentKind::Text),
    ("Café.pdf", AttachmentKind::File),
];

const WORDS: [&str; 12] =
    ["grey", "Grün", "grünt", "cafe\u{301}", "Café", "a", "b", "日本", "今日は雨", "it's", "100%", "x_y"];

fn pages() -> impl Strategy<Value = Vec<Page>> {
    let page = (
        prop::option::of(prop::sample::select(&WORDS[..])),
        prop::collection::vec(prop::sample::select(&WORDS[..]), 1..6),
        prop::collection::btree_set(prop::sample::select(&["rain", "Rainbow", "two words", "é"][..]), 0..3),
        any::<bool>(),
        // Some days before 1970, whose number is negative.
        prop_oneof![0..700_i64, -30_000..-10_000_i64],
        prop::bool::weighted(0.2),
        prop::option::of(prop::sample::select(&FILES[..])),
    );
    let page = page.prop_map(|(title, words, tags, is_starred, days, is_binned, attached)| {
        let on = day("2025-01-01") + Duration::days(days);
        Page { title, words, tags, is_starred, on, is_binned, attached }
    });
    prop::collection::vec(page, 0..12)
}

fn searches() -> impl Strategy<Value = String> {
    let piece = prop_oneof![prop::sample::select(
        &[
            "gr",
            "GRU",
            "cafe",
            "café",
            "\"a b\"",
            "\"grey a",
            "日",
            "は雨",
            "\"日本\"",
            "b",
            "it's",
            "it",
            "100%",
            "x_y",
            "%",
            "tag:rain",
            "tag:\"rain\"",
            "tag:\"two words\"",
            "tag:e",
            "starred:",
            "has:picture",
            "has:s",
            "has:file",
            "\"b a\"",
            "jpg",
            "starred:no",
            "on:2025",
            "on:2025-06",
            "on:2025-06-10",
            "before:2026",
            "after:2025-11",
            "on:rain",
            "\"",
            "-",
        ][..]
    ),];
    prop::collection::vec((any::<bool>(), piece), 1..4).prop_map(|pieces| {
        let typed =
            pieces.into_iter().map(|(is_not, piece)| format!("{}{piece}", if is_not { "-" } else { "" }));
        typed.collect::<Vec<_>>().join(" ")
    })
}

fn looked_for_as(kind: AttachmentKind) -> Attached {
    match kind {
        AttachmentKind::Picture => Attached::Picture,
        AttachmentKind::Sound => Attached::Sound,
        AttachmentKind::Text | AttachmentKind::File => Attached::File,
    }
}

#[test]
fn a_title_is_found_and_marked_is_part_of_earlier_states_and_comes_back_with_them() {
    let mut store = Store::in_memory().unwrap();
    let entry = write_on(&mut store, now().date_naive(), "the heron");
    entitle(&mut store, &entry, "Grey day");
    let hits = store.read().search_entries(&Query::parse("\"grey day\""), 9).unwrap();
    assert!(hits[0].around.is_empty() && hits[0].title[0].hit);
    assert!(found(&store, "\"day the\"").is_empty(), "a title and a text are two places");
    store.change(|tx| tx.close_entry(entry.id)).unwrap();
    rewrite(&mut store, entry.id, "another heron", now());
    assert_eq!(store.read().entry(entry.id).unwrap().title, "Grey day", "left alone by a draft without one");

    let entry = store.read().entry(entry.id).unwrap();
    store.change(|tx| tx.close_entry(entry.id)).unwrap();
    let untitled = EntryDraft { id: Some(entry.id), on: None, title: Some(String::new()), text: entry.text };
    let change = store.change(|tx| tx.save_entry(&untitled, now(), entry.on, "UTC")).unwrap();
    assert!(found(&store, "grey").is_empty());
    let versions = store.read().versions(entry.id).unwrap();
    let states: Vec<_> = versions.iter().map(|one| (one.title.as_str(), one.opening.as_str())).collect();
    assert_eq!(states, [("Grey day", "another heron"), ("Grey day", "the heron")]);
    store.undo(change.id).unwrap();
    assert_eq!(found(&store, "grey"), [entry.id]);

    store.change(|tx| tx.save_entry(&untitled, now(), entry.on, "UTC")).unwrap();
    let back = store.change(|tx| tx.bring_back_version(versions[1].id, now())).unwrap().value;
    assert_eq!((back.title.as_str(), back.text.as_str()), ("Grey day", "the heron"));
    assert_eq!(found(&store, "\"grey day\" heron"), [entry.id]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn a_search_finds_what_a_plain_look_at_every_entry_finds(
        pages in pages(), typed in prop::collection::vec(searches(), 8),
    ) {
        let mut store = Store::in_memory().unwrap();
        let mut written = Vec::new();
        for page in &pages {
            let text = page.words.join(" ");
            // Written on one day, then moved to another.
            let entry = write_on(&mut store, day("2025-06-01"), &text);
            let title = page.title.map(str::to_owned);
            let moved = EntryDraft { id: Some(entry.id), on: Some(page.on), title, text };
            store.change(|tx| tx.save_entry(&moved, now(), page.on, "UTC")).unwrap();
            tag(&mut store, entry.id, &page.tags.iter().copied().collect::<Vec<_>>());
            let star = EntryStar { entry: entry.id, is_starred: page.is_starred };
            store.change(|tx| tx.star_entry(&star)).unwrap();
            if let Some((name, kind)) = page.attached {
                let to = AttachedTo::Entry(entry.id);
                let id = store.change(|tx| tx.begin_attachment(to, name, &facts(kind, 1), now()));
                store.change(|tx| tx.finish_attachment(id.unwrap().value, None, now())).unwrap();
            }
            written.push((store.read().entry(entry.id).unwrap(), page));
            if page.is_binned {
                store.change(|tx| tx.delete_entry(entry.id, now())).unwrap();
            }
        }
        for typed in typed {
            let query = Query::parse(&typed);
            let mut expected: Vec<_> = written
                .iter()
                .filter(|(_, page)| !page.is_binned)
                .filter(|(entry, page)| {
                    let Entry { title, text, tags, is_starred, on, .. } = entry;
                    let attached: Vec<Attached> = page.attached.iter().map(|(_, kind)| looked_for_as(*kind)).collect();
                    let named: Vec<String> = page.attached.iter().map(|(name, _)| (*name).to_owned()).collect();
                    let (is_starred, on) = (*is_starred, *on);
                    query.matches(&Sought { title, text, tags, is_starred, on, attached: &attached, named: &named })
                })
                .map(|(entry, _)| (entry.on, entry.id))
                .collect();
            expected.sort_by(|a, b| b.cmp(a));
            let expected: Vec<EntryId> = expected.into_iter().map(|(_, id)| id).collect();
            prop_assert_eq!(found(&store, &typed), expected, "{}", typed);
        }
    }

    #[test]
    fn every_state_that_stood_for_a_while_or_was_closed_can_be_read_again(
        steps in prop::collection::vec(("[ab\n日]{0,4}", 0..25_i64, any::<bool>()), 1..70),
    ) {
        let mut store = Store::in_memory().unwrap();
        let id = write(&mut store, "x");
        let (mut at, mut text, mut changed, mut was_closed) = (now(), "x".to_owned(), now(), false);
        let mut kept: Vec<String> = Vec::new();
        for (next, minutes, closes) in steps {
            at += Duration::minutes(minutes);
            let stood = was_closed || at - changed >= version::LEFT_FOR;
            if next != text && stood && kept.last() != Some(&text) {
                kept.push(text.clone());
            }
            rewrite(&mut store, id, &next, at);
            was_closed = closes || (was_closed && next == text);
            (text, changed) = (next, at);
            if closes {
                store.change(|tx| tx.close_entry(id)).unwrap();
            }
        }
        let read = store.read();
        let mut there: Vec<String> = read
            .versions(id)
            .unwrap()
            .into_iter()
            .map(|summary| read.version(summary.id).unwrap().text)
            .collect();
        there.reverse();
        let most = version::MOST as usize;
        prop_assert_eq!(&there, &kept[kept.len().saturating_sub(most)..].to_vec());

        // Each can be put back, and the text it replaces is not lost by that.
        if let Some(first) = read.versions(id).unwrap().last().map(|one| one.id) {
            let expected = read.version(first).unwrap().text;
            let back = store.change(|tx| tx.bring_back_version(first, at)).unwrap();
            prop_assert_eq!(&back.value.text, &expected);
            let read = store.read();
            let latest = read.versions(id).unwrap().first().map(|one| read.version(one.id).unwrap().text);
            prop_assert!(text == expected || latest.as_ref() == Some(&text));
            store.undo(back.id).unwrap();
            prop_assert_eq!(store.read().entry(id).unwrap().text, text);
        }
    }
}
