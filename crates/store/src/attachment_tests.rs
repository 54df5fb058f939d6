//! Attachments in their file, as facts: what is kept, what is gone, and what nobody sees yet.

use std::{collections::BTreeSet, fs};

use chrono::{DateTime, Duration, Utc};
use pilot_domain::{
    AttachmentId, EntryId,
    attachment::{AttachedTo, Attachment, AttachmentFacts, AttachmentKind, AttachmentPart, Metadata, PART},
    change::Kind,
    entry::EntryDraft,
    search_query::Query,
};
use rusqlite::Connection;

use crate::{Binned, Error, Lock, Profile, Store, tests::create};

fn now() -> DateTime<Utc> {
    "2026-11-03T10:00:00Z".parse().unwrap()
}

fn write(store: &mut Store, text: &str) -> EntryId {
    let draft = EntryDraft { uid: None, id: None, on: None, title: None, text: text.to_owned() };
    store.change(now(), |tx| tx.save_entry(&draft, now(), now().date_naive(), "UTC")).unwrap().value.id
}

pub(crate) fn facts(kind: AttachmentKind, length: usize) -> AttachmentFacts {
    AttachmentFacts {
        kind,
        media_type: "application/octet-stream".to_owned(),
        length: length as u64,
        width: None,
        height: None,
        moves: false,
        metadata: Metadata::Unknown,
        not_shown: None,
    }
}

fn begin(store: &mut Store, to: AttachedTo, name: &str, length: usize) -> AttachmentId {
    let facts = facts(AttachmentKind::File, length);
    store.change(now(), |tx| tx.begin_attachment(to, name, &facts, now())).unwrap().value
}

fn keep(store: &mut Store, attachment: AttachmentId, part: Option<u32>, bytes: &[u8]) {
    let of = AttachmentPart { attachment, part };
    store.change(now(), |tx| tx.keep_attachment_part(of, bytes)).unwrap();
}

fn attach(store: &mut Store, entry: EntryId, name: &str, bytes: &[u8]) -> Attachment {
    attach_to(store, AttachedTo::Entry(entry), name, bytes)
}

fn attach_to(store: &mut Store, to: AttachedTo, name: &str, bytes: &[u8]) -> Attachment {
    let id = begin(store, to, name, bytes.len());
    for (part, bytes) in (0..).zip(bytes.chunks(PART)) {
        keep(store, id, Some(part), bytes);
    }
    store.change(now(), |tx| tx.finish_attachment(id, None, now())).unwrap().value
}

fn bytes_of(store: &Store, id: AttachmentId) -> Result<Vec<u8>, Error> {
    let parts = store.read().attachment(id)?.parts;
    let part = |part| store.read().attachment_part(AttachmentPart { attachment: id, part: Some(part) });
    Ok((0..parts).map(part).collect::<Result<Vec<_>, _>>()?.concat())
}

fn count(store: &Store, table: &str) -> u32 {
    store.connection().query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
}

fn found(store: &Store, typed: &str) -> Vec<EntryId> {
    let hits = store.read().search_entries(&Query::parse(typed), 500).unwrap();
    hits.into_iter().map(|hit| hit.entry.id).collect()
}

/// Bytes that do not repeat.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 7_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    (0..length).map(|_| next()).collect()
}

#[test]
fn bytes_come_back_as_they_were_after_the_file_was_closed() {
    let folder = tempfile::tempdir().unwrap();
    let profile = Profile::claim(folder.path()).unwrap();
    let (mut store, key) = create(&profile, &Lock::Open).unwrap();
    let entry = write(&mut store, "with a film");
    let whole = noise(2 * PART + 5);
    let id = attach(&mut store, entry, "film.mp4", &whole).id;
    keep(&mut store, id, None, b"small");
    drop(store);
    let store = profile.open(&key).unwrap();
    assert!(bytes_of(&store, id).unwrap() == whole);
    let [there] = &store.read().attachments(AttachedTo::Entry(entry)).unwrap()[..] else { panic!("one") };
    assert_eq!((there.parts, there.has_thumbnail, there.name.as_str()), (3, true, "film.mp4"));
    let beside: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(beside.len(), 6, "no other file came beside the data: {beside:?}");
    for file in fs::read_dir(folder.path()).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        assert!(!bytes.windows(64).any(|window| window == &whole[1000..1064]));
    }
}

#[test]
fn nobody_sees_what_has_not_arrived_whole_and_its_rest_goes_after_the_next_opening() {
    let mut store = Store::in_memory().unwrap();
    let entry = write(&mut store, "half");
    let id = begin(&mut store, AttachedTo::Entry(entry), "half.mp4", 2 * PART);
    keep(&mut store, id, Some(0), &noise(PART));
    assert!(store.read().attachments(AttachedTo::Entry(entry)).unwrap().is_empty());
    assert!(matches!(store.read().attachment(id), Err(Error::NotFound(_))));
    assert!(found(&store, "half.mp4").is_empty() && found(&store, "has:file").is_empty());
    // Emptying the bin meanwhile does not take it away.
    store.remove_binned(Binned::All, now()).unwrap();
    keep(&mut store, id, Some(1), &noise(PART));
    assert_eq!(
        store.remove_binned(Binned::Until(now() - Duration::days(30)), now()).unwrap().value.attachments,
        1
    );
    assert_eq!((count(&store, "attachments"), count(&store, "attachment_bytes")), (0, 0));
}

#[test]
fn many_parts_are_one_step_and_push_out_no_step_before_them() {
    let mut store = Store::in_memory().unwrap();
    let entry = write(&mut store, "a line");
    let before = store.change(now(), |tx| tx.delete_entry(entry, now())).unwrap();
    store.undo(before.id, now()).unwrap();
    let other = store.change(now(), |tx| tx.close_entry(entry, now())).unwrap();
    let id = begin(&mut store, AttachedTo::Entry(entry), "long.wav", 70 * 10);
    for part in 0..70 {
        keep(&mut store, id, Some(part), b"0123456789");
    }
    let added = store.change(now(), |tx| tx.finish_attachment(id, None, now())).unwrap();
    assert_eq!(added.kinds, BTreeSet::from([Kind::Attachments]));
    store.undo(added.id, now()).unwrap();
    assert!(store.read().attachments(AttachedTo::Entry(entry)).unwrap().is_empty());
    store.undo(other.id, now()).unwrap();
}

#[test]
fn taking_one_off_can_be_taken_back_without_copying_its_bytes() {
    let mut store = Store::in_memory().unwrap();
    let entry = write(&mut store, "a line");
    let whole = noise(PART);
    let id = attach(&mut store, entry, "rain.jpg", &whole).id;
    store.change(now(), |tx| tx.caption_attachment(id, "wet street")).unwrap();
    let listed = |store: &Store| store.read().entries(None, 1).unwrap()[0].has_attachments;
    assert!(listed(&store));
    let removed = store.change(now(), |tx| tx.remove_attachment(id, now())).unwrap();
    assert!(!listed(&store));
    assert!(
        store.read().attachments(AttachedTo::Entry(entry)).unwrap().is_empty()
            && bytes_of(&store, id).is_err()
    );
    let held: usize = store.history.held().iter().map(|(_, opposite)| opposite.len()).sum();
    assert!(held < 10_000, "{held} letters");
    store.undo(removed.id, now()).unwrap();
    assert_eq!(store.read().attachment(id).unwrap().caption, "wet street");
    assert!(bytes_of(&store, id).unwrap() == whole);
}

#[test]
fn what_was_taken_off_waits_in_a_list_and_is_put_back_or_let_go_by_itself() {
    let mut store = Store::in_memory().unwrap();
    let (entry, other) = (write(&mut store, "one"), write(&mut store, "two"));
    let ids = ["a.txt", "b.txt"].map(|name| attach(&mut store, entry, name, b"words").id);
    let elsewhere = attach(&mut store, other, "c.txt", b"words").id;
    for id in ids.into_iter().chain([elsewhere]) {
        store.change(now(), |tx| tx.remove_attachment(id, now())).unwrap();
    }
    store.change(now(), |tx| tx.delete_entry(other, now())).unwrap();
    let removed = |store: &Store| -> Vec<(AttachmentId, String)> {
        let all = store.read().removed_attachments().unwrap();
        all.into_iter().map(|one| (one.attachment.id, one.goes_on.to_string())).collect()
    };
    assert_eq!(removed(&store), [ids[1], ids[0]].map(|id| (id, "2026-12-03".to_owned())));
    store.change(now(), |tx| tx.bring_back_attachment(ids[0])).unwrap();
    assert_eq!(bytes_of(&store, ids[0]).unwrap(), b"words");
    assert!(
        matches!(store.remove_binned(Binned::Attachment(ids[0]), now()), Err(Error::NotFound(_))),
        "not taken off"
    );
    assert_eq!(store.remove_binned(Binned::Attachment(ids[1]), now()).unwrap().value.attachments, 1);
    assert!(removed(&store).is_empty() && store.read().bin().unwrap().len() == 1);
    assert!(matches!(store.change(now(), |tx| tx.bring_back_attachment(ids[1])), Err(Error::NotFound(_))));
}

#[test]
fn one_takes_the_place_of_another_with_its_words_in_one_step() {
    let mut store = Store::in_memory().unwrap();
    let entry = write(&mut store, "a line");
    let former = attach(&mut store, entry, "rain.jpg", b"clean").id;
    store.change(now(), |tx| tx.caption_attachment(former, "wet street")).unwrap();
    let id = begin(&mut store, AttachedTo::Entry(entry), "rain.jpg", 8);
    keep(&mut store, id, Some(0), b"original");
    let done = store.change(now(), |tx| tx.finish_attachment(id, Some(former), now())).unwrap();
    let all = |store: &Store| {
        store
            .read()
            .attachments(AttachedTo::Entry(entry))
            .unwrap()
            .iter()
            .map(|one| one.id)
            .collect::<Vec<_>>()
    };
    assert_eq!((all(&store), done.value.caption.as_str()), (vec![id], "wet street"));
    store.undo(done.id, now()).unwrap();
    assert_eq!(all(&store), [former]);
}

#[test]
fn an_entry_in_the_bin_keeps_what_is_attached_and_lets_nobody_read_it() {
    let mut store = Store::in_memory().unwrap();
    let entry = write(&mut store, "a line");
    let id = attach(&mut store, entry, "rain.jpg", b"bytes").id;
    store.change(now(), |tx| tx.delete_entry(entry, now())).unwrap();
    assert!(bytes_of(&store, id).is_err());
    assert!(found(&store, "rain").is_empty());
    let facts = facts(AttachmentKind::File, 1);
    let more = store.change(now(), |tx| tx.begin_attachment(AttachedTo::Entry(entry), "x", &facts, now()));
    assert!(matches!(more, Err(Error::NotFound(_))));
    store.change(now(), |tx| tx.bring_back_entry(entry)).unwrap();
    assert_eq!(bytes_of(&store, id).unwrap(), b"bytes");
    store.change(now(), |tx| tx.delete_entry(entry, now())).unwrap();
    store.remove_binned(Binned::One(entry), now()).unwrap();
    assert_eq!((count(&store, "attachments"), count(&store, "attachment_bytes")), (0, 0));
}

#[test]
fn what_is_on_a_shelf_stands_beside_the_entries_and_goes_the_same_way() {
    let mut store = Store::in_memory().unwrap();
    let entry = write(&mut store, "a line");
    let picture = attach_to(&mut store, AttachedTo::Plan, "the dog.jpg", b"dog").id;
    let song = attach_to(&mut store, AttachedTo::Songs, "low tide は.mp3", b"tide").id;
    let on = |store: &Store, to| -> Vec<AttachmentId> {
        store.read().attachments(to).unwrap().iter().map(|one| one.id).collect()
    };
    assert_eq!(on(&store, AttachedTo::Plan), [picture]);
    assert_eq!(on(&store, AttachedTo::Songs), [song]);
    assert!(on(&store, AttachedTo::Entry(entry)).is_empty());
    assert_eq!(bytes_of(&store, song).unwrap(), b"tide");
    // A search finds entries, with and without what is on shelves.
    assert!(found(&store, "tide").is_empty() && found(&store, "has:file").is_empty());
    for typed in ["-tide", "-has:file", "-は", "line"] {
        assert_eq!(found(&store, typed), [entry], "{typed}");
    }

    let gone = store.change(now(), |tx| tx.remove_attachment(song, now())).unwrap();
    assert_eq!(gone.kinds, BTreeSet::from([Kind::Attachments]));
    assert!(on(&store, AttachedTo::Songs).is_empty() && bytes_of(&store, song).is_err());
    assert_eq!(store.read().removed_attachments().unwrap()[0].attachment.to, AttachedTo::Songs);
    store.undo(gone.id, now()).unwrap();
    assert_eq!(on(&store, AttachedTo::Songs), [song]);
    store.change(now(), |tx| tx.remove_attachment(song, now())).unwrap();
    store.remove_binned(Binned::All, now()).unwrap();
    assert_eq!((count(&store, "attachments"), count(&store, "attachment_bytes")), (1, 1));
    let check = "INSERT INTO attachments_fts (attachments_fts, rank) VALUES ('integrity-check', 1)";
    store.connection().execute_batch(check).unwrap();
}

#[test]
fn a_file_from_before_there_were_shelves_keeps_every_byte_and_every_id() {
    let mut connection = Connection::open_in_memory().unwrap();
    let before = rusqlite_migration::Migrations::from_slice(&crate::migrations::MIGRATIONS[..9]);
    before.to_latest(&mut connection).unwrap();
    connection
        .execute_batch(
            r#"INSERT INTO entries (on_day, zone, created_at, changed_at, opening, text)
                   VALUES ('2026-11-03', 'UTC', 0, 0, 'a line', 'a line');
               INSERT INTO attachments (entry_id, name, caption, added_at, facts) VALUES (1, 'rain.jpg', 'wet', 5,
                   '{"kind":"picture","media_type":"image/jpeg","length":3,"width":1,"height":1,"moves":false,"traces":"absent","not_shown":null}');
               INSERT INTO attachment_bytes (attachment_id, part, bytes) VALUES (1, 0, x'010203');
               INSERT INTO attachments (entry_id, name, added_at, facts) VALUES (1, 'gone', 5, '{}');
               DELETE FROM attachments WHERE id = 2;"#,
        )
        .unwrap();
    let mut store = Store::set_up(connection).unwrap();
    let [there] = &store.read().attachments(AttachedTo::Entry(EntryId(1))).unwrap()[..] else {
        panic!("one")
    };
    assert_eq!((there.id.0, there.name.as_str(), there.caption.as_str()), (1, "rain.jpg", "wet"));
    assert_eq!(bytes_of(&store, there.id).unwrap(), [1, 2, 3]);
    assert_eq!(found(&store, "wet has:picture"), [EntryId(1)]);
    assert_eq!(attach(&mut store, EntryId(1), "next", b"n").id.0, 3, "an id is not given twice");
    // What points to another row is watched over again.
    store.change(now(), |tx| tx.delete_entry(EntryId(1), now())).unwrap();
    store.remove_binned(Binned::All, now()).unwrap();
    assert_eq!((count(&store, "attachments"), count(&store, "attachment_bytes")), (0, 0));
}

/// The same schema in a plain file, so that its pages can be read. Once small, so that it is written anew; once with
/// more left in it than that is done for.
#[test]
fn no_page_of_the_file_holds_a_byte_of_what_was_let_go() {
    for left in [1, 4] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("plain.db");
        let mut store = Store::set_up(Connection::open(&file).unwrap()).unwrap();
        let (entry, other) = (write(&mut store, "stays"), write(&mut store, "goes"));
        let whole = noise(PART);
        for _ in 0..left {
            attach(&mut store, entry, "stays.bin", &vec![9; PART]);
        }
        let taken_off = attach(&mut store, entry, "zwyxheron.jpg", &[&whole[..], b"qvorble one"].concat()).id;
        attach(&mut store, other, "plomquist.jpg", &[&whole[..], b"qvorble two"].concat());
        store.change(now(), |tx| tx.caption_attachment(taken_off, "xenflower")).unwrap();
        let planted: [&[u8]; 6] = [
            b"qvorble one",
            b"qvorble two",
            b"zwyxheron",
            b"plomquist",
            b"xenflower",
            &whole[500_000..500_064],
        ];
        let missing = |there: bool| {
            let read = |name: &str| fs::read(folder.path().join(name)).unwrap_or_default();
            let everywhere = [read("plain.db"), read("plain.db-wal")].concat();
            let holds = |what: &[u8]| everywhere.windows(what.len()).any(|window| window == what);
            planted.iter().filter(|what| holds(what) != there).count()
        };
        assert_eq!(missing(true), 0, "not all of it was there");
        store.change(now(), |tx| tx.remove_attachment(taken_off, now())).unwrap();
        store.change(now(), |tx| tx.delete_entry(other, now())).unwrap();
        let removed = store.remove_binned(Binned::All, now()).unwrap();
        assert_eq!((removed.value.entries, removed.value.attachments), (1, 1));
        assert_eq!(missing(false), 0, "something is still there");
        let undo = store.history.held();
        let names = |word: &str| undo.iter().any(|(_, opposite)| opposite.contains(word));
        assert!(!names("zwyxheron") && !names("plomquist"), "in memory");
        assert_eq!(store.read().attachments(AttachedTo::Entry(entry)).unwrap().len(), left);
        let check = "INSERT INTO attachments_fts (attachments_fts, rank) VALUES ('integrity-check', 1)";
        store.connection().execute_batch(check).unwrap();
    }
}
