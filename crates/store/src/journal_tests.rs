//! The journal in its file, as facts: what a search finds, what the bin lets go of, which earlier states stay.

use std::{collections::BTreeSet, fs};

use chrono::{DateTime, Duration, NaiveDate, Utc};
use pilot_domain::{
    EntryId,
    attachment::{AttachedTo, AttachmentKind},
    entry::{Entry, EntryDraft, EntryStar},
    fold::fold,
    search_query::{Attached, Query, Sought},
    tokens::{folded, tokens},
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
    let draft = EntryDraft { uid: None, id: None, on: Some(on), title: None, text: text.to_owned() };
    let kept = store.change(now(), |tx| tx.save_entry(&draft, now(), on, "UTC")).unwrap();
    store.read().entry(kept.value.id).unwrap()
}

fn entitle(store: &mut Store, entry: &Entry, title: &str) {
    let (id, title) = (Some(entry.id), Some(title.to_owned()));
    let draft = EntryDraft { uid: None, id, on: None, title, text: entry.text.clone() };
    store.change(now(), |tx| tx.save_entry(&draft, now(), entry.on, "UTC")).unwrap();
}

fn write(store: &mut Store, text: &str) -> EntryId {
    write_on(store, now().date_naive(), text).id
}

fn rewrite(store: &mut Store, id: EntryId, text: &str, at: DateTime<Utc>) {
    let draft = EntryDraft { uid: None, id: Some(id), on: None, title: None, text: text.to_owned() };
    store.change(now(), |tx| tx.save_entry(&draft, at, at.date_naive(), "UTC")).unwrap();
}

fn tag(store: &mut Store, id: EntryId, names: &[&str]) {
    let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
    store.change(now(), |tx| tx.set_tags(id, &names)).unwrap();
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
        store.change(now(), |tx| tx.close_entry(id, now())).unwrap();
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

    store.change(now(), |tx| tx.delete_entry(id, now())).unwrap();
    let removed = store.remove_binned(Binned::One(id), now()).unwrap();
    assert_eq!(removed.value.entries, 1);
    for word in planted {
        assert!(!holds(&everywhere(), word), "{word} is still there");
    }
    let undo = store.history.held();
    assert!(
        undo.iter().all(|(_, opposite)| planted.iter().all(|word| !opposite.contains(word))),
        "in memory"
    );
    assert!(matches!(store.undo(removed.id, now()), Err(Error::NothingToUndo)));
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
    store.change(now(), |tx| tx.delete_entry(id, now())).unwrap();

    let read = store.read();
    assert!(read.entries(None, 9).unwrap().is_empty());
    assert!(read.tags().unwrap().is_empty());
    assert!(read.entry_days(day("2026-01-01"), day("2026-12-31")).unwrap().is_empty());
    assert!(matches!(read.entry(id), Err(Error::NotFound(_))));
    assert!(found(&store, "heron").is_empty() && found(&store, "tag:birds").is_empty());
    assert!(found(&store, "-rain").is_empty());
    let bin = store.read().bin().unwrap();
    assert_eq!((bin[0].entry.id, bin[0].goes_on), (id, day("2026-12-03")));

    store.change(now(), |tx| tx.bring_back_entry(id)).unwrap();
    assert_eq!(store.read().entry(id).unwrap(), before);
    assert_eq!(found(&store, "heron tag:birds"), [id]);
    assert!(store.read().bin().unwrap().is_empty());
}

#[test]
fn only_what_has_been_in_the_bin_for_long_is_removed_by_itself() {
    let mut store = Store::in_memory().unwrap();
    let [old, fresh, kept] = ["old", "fresh", "kept"].map(|text| write(&mut store, text));
    store.change(now(), |tx| tx.delete_entry(old, now() - Duration::days(30))).unwrap();
    store.change(now(), |tx| tx.delete_entry(fresh, now() - Duration::days(29))).unwrap();
    assert_eq!(
        store.remove_binned(Binned::Until(now() - Duration::days(30)), now()).unwrap().value.entries,
        1
    );
    assert_eq!(store.read().bin().unwrap()[0].entry.id, fresh);
    assert!(store.read().entry(kept).is_ok());
    assert!(
        matches!(store.remove_binned(Binned::One(kept), now()), Err(Error::NotFound(_))),
        "not in the bin"
    );
    assert_eq!(store.remove_binned(Binned::All, now()).unwrap().value.entries, 1);
}

#[test]
fn a_tag_is_renamed_and_merged_everywhere_in_one_change() {
    let mut store = Store::in_memory().unwrap();
    let [one, two, three] = ["one", "two", "three"].map(|text| write(&mut store, text));
    tag(&mut store, one, &["Garden"]);
    tag(&mut store, two, &["garden", "outside"]);
    tag(&mut store, three, &["outside"]);
    assert_eq!(store.read().entry(two).unwrap().tags, ["Garden", "outside"], "one spelling");

    let merged = store.change(now(), |tx| tx.rename_tag("garden", "Outside")).unwrap();
    assert_eq!(store.read().tags().unwrap(), ["Outside"]);
    assert_eq!(found(&store, "tag:outside"), [three, two, one]);
    store.undo(merged.id, now()).unwrap();
    assert_eq!(store.read().tags().unwrap(), ["Garden", "outside"]);
    assert_eq!(store.read().entry(two).unwrap().tags, ["Garden", "outside"]);
    let nobody = store.change(now(), |tx| tx.rename_tag("rain", "snow"));
    assert!(matches!(nobody, Err(Error::NotFound(_))));
}

#[test]
fn what_is_written_in_two_ways_and_read_as_one_is_found_as_one() {
    for (text, typed) in [
        ("cafe\u{301}s by the sea", vec!["cafés", "CAFES"]),
        (
            "a won\u{ad}der\u{ad}ful mid\u{200b}night in snow\u{2060}fall",
            vec!["wonderful", "midnight", "snowfall", "won\u{200d}der"],
        ),
        ("می\u{200c}خواهم", vec!["میخواهم", "می\u{200c}خواهم"]),
        (
            "新しいUSBを買った。LINEで話した。午後3時にNetflixを見た",
            vec!["USB", "netflix", "3", "時に", "3時", "line", "しいU"],
        ),
        (
            "今天跑了5公里，体重70kg。Python学了2小时",
            vec!["70kg", "2", "70", "公里，体重", "了2小", "python学"],
        ),
        ("天气很好2026年", vec!["2026", "好2026年"]),
        ("วันนี้ดูNetflixที่บ้าน", vec!["netflix", "วันนี้", "ที่บ้าน"]),
        ("ＵＳＢ stick １２３ ｶﾌｪで休む", vec!["USB", "123", "カフェ", "ｶﾌｪ", "ＳＴＩＣＫ"]),
        ("A hard day 🌧 and then soup ❤️‍🔥 x😀y 👍🏽", vec!["🌧", "😀", "❤️‍🔥", "❤", "👍", "y", "🌧 and"]),
        ("שָׁלוֹם עולם. كَتَبَ الوَلَدُ", vec!["שלום", "كتب", "الولد", "שָׁלוֹם"]),
        (
            "и\u{306}од ガーデン \u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af} ή",
            vec!["йод", "カ\u{3099}ーデン", "한글", "η\u{301}", "и\u{306}"],
        ),
        ("it’s l‘eau ʻokina", vec!["it's", "itʼs", "eau", "okina"]),
        ("㍿とﬁrst ㎏", vec!["株式会社", "first", "kg"]),
        ("ต้นไม้ทำ", vec!["ท\u{e4d}\u{e32}"]),
        ("\u{1025}\u{102e}", vec!["\u{1026}"]),
    ] {
        let mut store = Store::in_memory().unwrap();
        let id = write(&mut store, text);
        write(&mut store, "another page");
        for typed in typed {
            assert_eq!(found(&store, typed), [id], "{typed} in {text}");
            let hits = store.read().search_entries(&Query::parse(typed), 9).unwrap();
            // ㍿ is marked where it is looked for whole.
            assert!(hits[0].snippet.iter().any(|piece| piece.hit), "{typed} in {text}");
        }
    }
}

#[test]
fn quotation_marks_dashes_and_colons_of_any_kind_are_read_as_such() {
    let mut store = Store::in_memory().unwrap();
    let one = write(&mut store, "It was a grey day.");
    let other = write(&mut store, "The day was grey.");
    tag(&mut store, other, &["two words", "x"]);
    for typed in
        ["“grey day”", "„grey day“", "«grey day»", "「grey day」", "\u{ff02}grey day\u{ff02}", "\"grey day”"]
    {
        assert_eq!(found(&store, typed), [one], "{typed}");
    }
    for typed in [
        "-“grey day”",
        "−\"grey day\"",
        "－«grey day»",
        "tag:“two words”",
        "tag：x",
        "ｔａｇ：ｘ",
        "ta\u{200b}g:x",
    ] {
        assert_eq!(found(&store, typed), [other], "{typed}");
    }
    assert_eq!(found(&store, "on：２０２６－１１").len(), 2);
    assert_eq!(found(&store, "on:2026−11").len(), 2);
}

#[test]
fn tags_that_look_alike_become_one_when_the_rule_is_another_and_can_be_kept_apart_again() {
    let folder = tempfile::tempdir().unwrap();
    let open = || Store::set_up(Connection::open(folder.path().join("plain.db")).unwrap()).unwrap();
    let mut store = open();
    let [one, two] = [write(&mut store, "one"), write(&mut store, "two")];
    assert!(store.merged_tags().is_empty());
    tag(&mut store, one, &["garden"]);
    // As a program with another rule kept them.
    store
        .connection()
        .execute_batch(&format!(
            "INSERT INTO entry_tags (entry_id, name, folded, uid) VALUES
                 ({one}, 'йод', 'йод', randomblob(16)), ({one}, 'и\u{306}од', 'иод', randomblob(16)),
                 ({two}, 'и\u{306}од', 'иод', randomblob(16)), ({two}, '\u{ad}', '\u{ad}', randomblob(16));
             UPDATE index_rule SET rule = 0;
             INSERT INTO entries_fts (entries_fts) VALUES ('delete-all');",
            one = one.0,
            two = two.0,
        ))
        .unwrap();
    drop(store);
    let mut store = open();
    assert_eq!(store.merged_tags(), ["йод"]);
    assert_eq!(store.read().tags().unwrap().len(), 2);
    assert_eq!(store.read().entry(one).unwrap().tags, ["garden", "йод"]);
    assert_eq!(found(&store, "tag:йод").len(), 2);
    assert_eq!(found(&store, "one"), [one]);

    store.keep_tags_apart(now()).unwrap();
    assert_eq!(found(&store, "tag:\"йод\""), [one]);
    assert_eq!(found(&store, "tag:\"йод (2)\"").len(), 2);
    assert!(store.merged_tags().is_empty() && store.keep_tags_apart(now()).is_err());
    drop(store);
    assert!(open().merged_tags().is_empty(), "they stay apart");
}

#[test]
fn an_entry_that_was_emptied_leaves_no_row_and_long_words_go_to_the_bin() {
    let mut store = Store::in_memory().unwrap();
    let brief = write(&mut store, "oops");
    rewrite(&mut store, brief, "\u{200b}\n", now());
    let closed = store.change(now(), |tx| tx.close_entry(brief, now())).unwrap();
    assert!(!closed.value);
    assert!(store.read().entries(None, 9).unwrap().is_empty() && store.read().bin().unwrap().is_empty());

    let words = "it was a long grey day ".repeat(9);
    let long = write(&mut store, &words);
    rewrite(&mut store, long, "", now());
    store.change(now(), |tx| tx.close_entry(long, now())).unwrap();
    assert!(store.read().entries(None, 9).unwrap().is_empty());
    assert!(store.read().entry_days(day("2026-01-01"), day("2026-12-31")).unwrap().is_empty());
    store.change(now(), |tx| tx.bring_back_entry(long)).unwrap();
    assert_eq!(store.read().entry(long).unwrap().text, words);

    // One that stood, however short, is a state of its own.
    let stood = write(&mut store, "tea");
    assert!(store.change(now(), |tx| tx.close_entry(stood, now())).unwrap().value);
    rewrite(&mut store, stood, " ", now());
    store.change(now(), |tx| tx.drop_empty_entries(now())).unwrap();
    assert_eq!(store.read().bin().unwrap()[0].entry.excerpt, "tea");
}

/// What `tokens.rs` makes of a text is what the index holds: the tokenizer of the file cuts at spaces and nothing else.
fn terms(store: &Store) -> BTreeSet<String> {
    store
        .connection()
        .execute_batch(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab (main, entries_fts, row)",
        )
        .unwrap();
    let mut statement = store.connection().prepare("SELECT term FROM terms").unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().collect::<rusqlite::Result<_>>().unwrap()
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
    assert!(hits[0].snippet.is_empty() && hits[0].title[0].hit);
    assert!(found(&store, "\"day the\"").is_empty(), "a title and a text are two places");
    store.change(now(), |tx| tx.close_entry(entry.id, now())).unwrap();
    rewrite(&mut store, entry.id, "another heron", now());
    assert_eq!(store.read().entry(entry.id).unwrap().title, "Grey day", "left alone by a draft without one");

    let entry = store.read().entry(entry.id).unwrap();
    store.change(now(), |tx| tx.close_entry(entry.id, now())).unwrap();
    let untitled =
        EntryDraft { uid: None, id: Some(entry.id), on: None, title: Some(String::new()), text: entry.text };
    let change = store.change(now(), |tx| tx.save_entry(&untitled, now(), entry.on, "UTC")).unwrap();
    assert!(found(&store, "grey").is_empty());
    let versions = store.read().versions(entry.id).unwrap();
    let states: Vec<_> = versions.iter().map(|one| (one.title.as_str(), one.excerpt.as_str())).collect();
    assert_eq!(states, [("Grey day", "another heron"), ("Grey day", "the heron")]);
    store.undo(change.id, now()).unwrap();
    assert_eq!(found(&store, "grey"), [entry.id]);

    store.change(now(), |tx| tx.save_entry(&untitled, now(), entry.on, "UTC")).unwrap();
    store.change(now(), |tx| tx.bring_back_version(versions[1].id, now())).unwrap();
    let back = store.read().entry(entry.id).unwrap();
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
            let moved = EntryDraft { uid: None, id: Some(entry.id), on: Some(page.on), title, text };
            store.change(now(), |tx| tx.save_entry(&moved, now(), page.on, "UTC")).unwrap();
            tag(&mut store, entry.id, &page.tags.iter().copied().collect::<Vec<_>>());
            let star = EntryStar { entry: entry.id, is_starred: page.is_starred };
            store.change(now(), |tx| tx.star_entry(&star)).unwrap();
            if let Some((name, kind)) = page.attached {
                let to = AttachedTo::Entry(entry.id);
                let id = store.change(now(), |tx| tx.begin_attachment(to, name, &facts(kind, 1), now()));
                store.change(now(), |tx| tx.finish_attachment(id.unwrap().value, None, now())).unwrap();
            }
            written.push((store.read().entry(entry.id).unwrap(), page));
            if page.is_binned {
                store.change(now(), |tx| tx.delete_entry(entry.id, now())).unwrap();
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
    fn the_index_holds_the_tokens_of_a_text_and_nothing_else(text in "\\PC{0,40}|[ -~é\u{301}日ｶﾞ한ก😀]{0,40}") {
        let mut store = Store::in_memory().unwrap();
        write(&mut store, &text);
        let expected: BTreeSet<String> = tokens(&text).map(|(_, token)| folded(&token)).collect();
        prop_assert_eq!(terms(&store), expected);
    }

    #[test]
    fn what_begins_at_the_border_of_a_script_is_found_and_marked(
        parts in prop::collection::vec(
            prop_oneof![
                "[a-z]{1,4}", "[0-9]{1,4}", "[A-Zé]{1,3}", "[ぁ-んァ-ヶ]{1,3}", "[一-鿆]{1,3}", "[가-힣]{1,3}", "[ก-ฮ]{1,3}",
                "[а-яЁ]{1,4}", "[א-ת]{1,3}", "[ﾞｶ-ﾝ]{1,3}", "[😀🌧❤]{1,2}", Just(" ".to_owned()), Just("\u{ad}".to_owned()),
            ],
            1..9,
        ),
        from in 0usize..9,
        length in 0usize..4,
        cuts_word in any::<bool>(),
    ) {
        let text = parts.concat();
        let there: Vec<_> = tokens(&text).collect();
        prop_assume!(!there.is_empty());
        let first = from % there.len();
        let (last, word) = &there[(first + length).min(there.len() - 1)];
        let mut sought = text[there[first].0.start..last.end].to_owned();
        // A word is found by its start; a sign is whole or it is another.
        if cuts_word && word.chars().all(|c| c.is_ascii_alphanumeric()) && word.len() > 1 {
            sought.pop();
        }
        prop_assume!(!sought.contains(' '));
        // As a plain scan of the text finds it.
        prop_assert!(fold(&text).contains(&fold(&sought)));
        let mut store = Store::in_memory().unwrap();
        let id = write(&mut store, &text);
        prop_assert_eq!(found(&store, &sought), [id], "{} in {}", sought, text);
        let hits = store.read().search_entries(&Query::parse(&sought), 1).unwrap();
        prop_assert!(hits[0].snippet.iter().any(|piece| piece.hit), "{} in {}", sought, text);
    }

    #[test]
    fn every_state_that_stood_for_a_while_or_was_closed_can_be_read_again(
        steps in prop::collection::vec(("[ab日][ab\n日]{0,3}", 0..25_i64, any::<bool>()), 1..70),
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
                store.change(now(), |tx| tx.close_entry(id, now())).unwrap();
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
            let back = store.change(now(), |tx| tx.bring_back_version(first, at)).unwrap();
            let read = store.read();
            prop_assert_eq!(&read.entry(id).unwrap().text, &expected);
            let latest = read.versions(id).unwrap().first().map(|one| read.version(one.id).unwrap().text);
            prop_assert!(text == expected || latest.as_ref() == Some(&text));
            store.undo(back.id, now()).unwrap();
            prop_assert_eq!(store.read().entry(id).unwrap().text, text);
        }
    }
}
