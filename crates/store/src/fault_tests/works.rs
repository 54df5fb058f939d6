//! What is done, and what must be true afterwards.

use std::{
    fs,
    path::{Path, PathBuf},
};

use pilot_domain::{entry::EntryDraft, search_query::Query};
use rusqlite_migration::Migrations;
use zeroize::Zeroizing;

use super::{power::ACKNOWLEDGED, strace::Outcome};
use crate::{
    Binned, DataKey, Error, KeyFile, Lock, LockKind, Profile, Result, Store,
    connection::give_key,
    files,
    migrations::MIGRATIONS,
    register_functions,
    tests::{PLANTED, bytes_below, create, now, write},
};

/// What ships in a new profile, in place of the routines.
const FILLED: &str = "what was there from the beginning";
const LATER: &str = "what was written later";

/// So many entries fill the log more than once, so that it is written into the file meanwhile.
const MUCH: usize = 30;

fn much(number: usize) -> String {
    format!("{number}: {}", "a grey morning ".repeat(10_000 + number))
}

/// What is saved outside of the data folder.
const EXPORTED: &str = "page.md";

pub(super) const LOCKS: [&str; 3] = ["keychain", "passphrase", "none"];

fn lock(name: &str, passphrase: &str) -> Lock {
    match name {
        "keychain" => Lock::Keychain,
        "passphrase" => Lock::Passphrase(Zeroizing::new(passphrase.to_owned())),
        _ => Lock::Open,
    }
}

/// The key, by what the person knows.
fn key(profile: &Profile, typed: &str) -> Result<DataKey> {
    let file = profile.key_file()?.ok_or(Error::KeyFileMissing)?;
    file.open_unasked()?.map_or_else(|| file.open_with(typed), Ok)
}

fn texts(store: &Store) -> Vec<String> {
    let read = store.read();
    let entries = read.entries(None, 99).unwrap();
    let mut texts: Vec<String> = entries.iter().map(|entry| read.entry(entry.id).unwrap().text).collect();
    texts.sort();
    texts
}

fn fill(folder: &Path, name: &str) -> (Profile, DataKey, Store) {
    let profile = Profile::claim(folder).unwrap();
    let (mut store, key) = create(&profile, &lock(name, "the former one")).unwrap();
    write(&mut store, PLANTED);
    (profile, key, store)
}

/// A folder as an earlier version left it.
fn older(folder: &Path, version: usize) {
    let _profile = Profile::claim(folder).unwrap();
    let key = DataKey::random().unwrap();
    let key_file = KeyFile::new(&key, &Lock::Open).unwrap();
    let first_form = serde_json::to_string(&key_file).unwrap().replacen("\"version\":2", "\"version\":1", 1);
    fs::write(folder.join("keys.json"), first_form).unwrap();
    let mut connection = rusqlite::Connection::open(folder.join("pilot-light.db")).unwrap();
    give_key(&connection, &key).unwrap();
    register_functions(&connection).unwrap();
    Migrations::from_slice(MIGRATIONS).to_version(&mut connection, version).unwrap();
    connection
        .execute(
            "INSERT INTO entries (on_day, zone, created_at, changed_at, opening, text)
             VALUES ('2026-11-03', 'UTC', 5, 5, ?1, ?1)",
            [PLANTED],
        )
        .unwrap();
}

pub(super) const CAUSES: [&str; 4] = ["DiskFull", "QuotaReached", "ReadOnly", "NoLocks"];
pub(super) const FIRST_CAUSE: i32 = 60;

fn why_not_written(folder: &Path) -> Result<()> {
    let profile = Profile::claim(folder)?;
    let mut store = profile.open(&key(&profile, "")?)?;
    let draft = EntryDraft { uid: None, id: None, on: None, title: None, text: LATER.to_owned() };
    match store.change(now(), |tx| tx.save_entry(&draft, now(), now().date_naive(), "UTC")) {
        Err(error) => Err(profile.cause_of(error)),
        Ok(_) => Ok(()),
    }
}

/// One thing that is done to a folder: what was there, what is done, and what must be true wherever that stops.
pub(super) struct Work {
    pub(super) prepare: fn(&Path, &[&str]),
    pub(super) act: fn(&Path, &[&str]) -> Result<()>,
    pub(super) check: fn(&Path, &[&str], Outcome),
}

pub(super) fn work(name: &str) -> Work {
    match name {
        "first run" => Work {
            prepare: |_, _| {},
            act: |folder, with| {
                let profile = Profile::claim(folder)?;
                profile.create(&lock(with[0], "the former one"), |tx| {
                    let draft =
                        EntryDraft { uid: None, id: None, on: None, title: None, text: FILLED.to_owned() };
                    tx.save_entry(&draft, now(), now().date_naive(), "UTC").map(drop)
                })?;
                Ok(())
            },
            check: |folder, with, outcome| {
                let profile = Profile::claim(folder).unwrap();
                match profile.key_file().unwrap() {
                    // It begins again.
                    None => {
                        assert_ne!(outcome, Outcome::Done);
                        create(&profile, &lock(with[0], "another one")).unwrap();
                    }
                    Some(_) => {
                        let key = key(&profile, "the former one").unwrap();
                        assert_eq!(texts(&profile.open(&key).unwrap()), [FILLED]);
                    }
                }
            },
        },
        "lock" => Work {
            prepare: |folder, with| drop(fill(folder, with[0])),
            act: |folder, with| {
                let profile = Profile::claim(folder)?;
                let key = key(&profile, "the former one")?;
                profile.change_lock(&key, &lock(with[1], "the next one"))
            },
            check: |folder, with, outcome| {
                let profile = Profile::claim(folder).unwrap();
                let [former, next] = ["the former one", "the next one"].map(|typed| key(&profile, typed));
                if outcome == Outcome::Done {
                    assert!(next.is_ok(), "the next lock opens: {:?}", next.err());
                    assert_eq!(former.is_ok(), with[1] != "passphrase", "and the former does not");
                    let kind = profile.key_file().unwrap().unwrap().lock();
                    let names = [LockKind::Keychain, LockKind::Passphrase, LockKind::Open];
                    assert_eq!(
                        names.iter().position(|name| *name == kind),
                        LOCKS.iter().position(|name| *name == with[1])
                    );
                }
                let key = former.or(next).unwrap();
                assert_eq!(texts(&profile.open(&key).unwrap()), [PLANTED]);
                nothing_else_holds_a_key(folder);
            },
        },
        "recovery key" => Work {
            prepare: |folder, _| {
                let (profile, key, _) = fill(folder, "passphrase");
                let (shown, _) = profile.make_recovery_key(&key).unwrap();
                fs::write(folder.with_extension("paper"), shown.as_bytes()).unwrap();
            },
            act: |folder, _| {
                let profile = Profile::claim(folder)?;
                let key = key(&profile, "the former one")?;
                let (shown, _) = profile.make_recovery_key(&key)?;
                // The person writes it down once it is shown.
                Ok(fs::write(folder.with_extension("paper"), shown.as_bytes())?)
            },
            check: |folder, _, outcome| {
                let profile = Profile::claim(folder).unwrap();
                if outcome == Outcome::Done {
                    let on_paper = fs::read_to_string(folder.with_extension("paper")).unwrap();
                    key(&profile, &on_paper).unwrap();
                }
                let key = key(&profile, "the former one").unwrap();
                assert_eq!(texts(&profile.open(&key).unwrap()), [PLANTED]);
                nothing_else_holds_a_key(folder);
            },
        },
        "rotation" => Work {
            prepare: |folder, with| drop(fill(folder, with[0])),
            act: |folder, with| {
                let profile = Profile::claim(folder)?;
                let former = key(&profile, "the former one")?;
                let store = profile.open(&former)?;
                let mut rotation = profile.begin_rotation(&former)?;
                rotation.copy(&|_, _| true)?;
                let next = profile.take_rotated(rotation, store, &lock(with[1], "the next one"))?;
                profile.open(&next).map(drop)
            },
            check: |folder, _, outcome| {
                let profile = Profile::claim(folder).unwrap();
                let next = key(&profile, "the next one");
                let key = if outcome == Outcome::Done {
                    next.unwrap()
                } else {
                    next.or_else(|_| key(&profile, "the former one")).unwrap()
                };
                assert_eq!(texts(&profile.open(&key).unwrap()), [PLANTED]);
                // Only what is in force lies there.
                assert!(!fs::read_dir(folder).unwrap().any(|file| file.unwrap().path().is_dir()));
                nothing_else_holds_a_key(folder);
            },
        },
        "migration" => Work {
            prepare: |folder, with| older(folder, with[0].parse().unwrap()),
            act: |folder, _| {
                let profile = Profile::claim(folder)?;
                drop(profile.open(&key(&profile, "")?)?);
                Ok(())
            },
            check: |folder, _, _| {
                let profile = Profile::claim(folder).unwrap();
                let store = profile.open(&key(&profile, "").unwrap()).unwrap();
                assert_eq!(texts(&store), [PLANTED]);
                assert_eq!(store.read().search_entries(&Query::parse("heron"), 9).unwrap().len(), 1);
            },
        },
        "bin" => Work {
            prepare: |folder, _| {
                let (_, _, mut store) = fill(folder, "none");
                let binned = write(&mut store, "what is let go of");
                store.change(now(), |tx| tx.delete_entry(binned.id, now())).unwrap();
            },
            act: |folder, _| {
                let profile = Profile::claim(folder)?;
                let mut store = profile.open(&key(&profile, "")?)?;
                store.remove_binned(Binned::All, now()).map(drop)
            },
            check: |folder, _, outcome| {
                let profile = Profile::claim(folder).unwrap();
                let mut store = profile.open(&key(&profile, "").unwrap()).unwrap();
                assert_eq!(texts(&store), [PLANTED]);
                if outcome == Outcome::Done {
                    assert!(store.read().bin().unwrap().is_empty());
                }
                store.remove_binned(Binned::All, now()).unwrap();
                assert!(store.read().bin().unwrap().is_empty());
                assert_eq!(texts(&store), [PLANTED]);
            },
        },
        "set aside" => Work {
            // Killed while it was open: the log is part of it. And damaged since.
            prepare: |folder, _| {
                let (profile, _, store) = fill(folder, "none");
                std::mem::forget((profile, store));
                let file = folder.join("pilot-light.db");
                let mut bytes = fs::read(&file).unwrap();
                bytes[50..90].fill(7);
                fs::write(file, bytes).unwrap();
            },
            act: |folder, _| Profile::claim(folder)?.set_aside("then").map(drop),
            check: |folder, _, outcome| {
                let was = fs::read_to_string(folder.with_extension("was")).unwrap();
                let mut profile = Profile::claim(folder).unwrap();
                if outcome == Outcome::Done {
                    assert!(profile.key_file().unwrap().is_none());
                }
                // What was begun is done, or can be begun again; all of it lies together then.
                if !matches!(profile.key_file(), Ok(None)) {
                    profile.set_aside("later").unwrap();
                }
                assert!(profile.key_file().unwrap().is_none());
                let asides: Vec<PathBuf> = fs::read_dir(folder)
                    .unwrap()
                    .map(|entry| entry.unwrap().path())
                    .filter(|path| path.is_dir())
                    .collect();
                assert_eq!(asides.len(), 1, "{asides:?}");
                assert_eq!(names_and_bytes(&asides[0]), was);
                create(&profile, &Lock::Open).unwrap();
            },
        },
        "lost saves" => Work {
            // Killed while it was open; a bit in its log turned since.
            prepare: |folder, _| {
                let (profile, _, mut store) = fill(folder, "none");
                for number in 1..=3 {
                    write(&mut store, &number.to_string());
                }
                std::mem::forget((profile, store));
                let log = folder.join("pilot-light.db-wal");
                let mut bytes = fs::read(&log).unwrap();
                let at = bytes.len() / 2;
                bytes[at] ^= 1;
                fs::write(&log, &bytes).unwrap();
                fs::write(folder.with_extension("paper"), bytes).unwrap();
            },
            act: |folder, _| {
                let profile = Profile::claim(folder)?;
                profile.open(&key(&profile, "")?)?.let_be()
            },
            check: |folder, _, _| {
                let profile = Profile::claim(folder).unwrap();
                let found = texts(&profile.open(&key(&profile, "").unwrap()).unwrap());
                assert!(found.iter().any(|text| text == PLANTED) && found.len() < 4);
                let aside = profile.lost_saves().unwrap();
                let log = fs::read(folder.with_extension("paper")).unwrap();
                assert!(fs::read(aside.join("pilot-light.db-wal")).unwrap() == log);
                let copied = Profile::claim(&aside).unwrap();
                assert!(copied.open(&key(&copied, "").unwrap()).is_ok());
            },
        },
        "readable" => Work {
            prepare: |folder, _| {
                let (_, _, mut store) = fill(folder, "none");
                let long = write(&mut store, &much(1));
                store.close().unwrap();
                // One on which the long entry stands and nothing else.
                damage_where(folder, |store| {
                    let read = store.read();
                    let is_read = |id| read.entry(id).is_ok() && store.check().is_ok();
                    let others = read.entries(None, 9).unwrap_or_default().into_iter().map(|entry| entry.id);
                    let mut others = others.filter(|id| *id != long.id).peekable();
                    others.peek().is_some() && others.all(is_read) && !is_read(long.id)
                });
                fs::copy(folder.join("pilot-light.db"), folder.with_extension("paper")).unwrap();
            },
            act: |folder, _| {
                let profile = Profile::claim(folder)?;
                let key = key(&profile, "")?;
                let mut store = profile.open(&key)?;
                let rescue = profile.begin_rescue(&mut store, &key)?;
                rescue.copy(&|_| true)?;
                profile.take_readable(rescue, store, "then").map(drop)
            },
            check: |folder, _, outcome| {
                let profile = Profile::claim(folder).unwrap();
                let store = profile.open(&key(&profile, "").unwrap()).unwrap();
                let all = store.read().entries(None, 9).unwrap();
                let short = all.iter().find(|entry| entry.excerpt == PLANTED).unwrap();
                assert_eq!(store.read().entry(short.id).unwrap().text, PLANTED);
                let damaged = fs::read(folder.with_extension("paper")).unwrap();
                let is_damaged =
                    |folder: &Path| fs::read(folder.join("pilot-light.db")).is_ok_and(|now| now == damaged);
                assert!(is_damaged(folder) || is_damaged(&folder.join("set-aside-then")));
                assert!(outcome != Outcome::Done || all.len() == 1 && !is_damaged(folder));
            },
        },
        "writing" => Work {
            prepare: |folder, _| drop(fill(folder, "none")),
            act: |folder, _| {
                let profile = Profile::claim(folder)?;
                let mut store = profile.open(&key(&profile, "")?)?;
                let draft = EntryDraft { uid: None, id: None, on: None, title: None, text: LATER.to_owned() };
                store.change(now(), |tx| tx.save_entry(&draft, now(), now().date_naive(), "UTC")).map(drop)
            },
            check: |folder, _, outcome| {
                let profile = Profile::claim(folder).unwrap();
                let found = texts(&profile.open(&key(&profile, "").unwrap()).unwrap());
                assert!(found.iter().any(|text| text == PLANTED));
                assert!(outcome != Outcome::Done || found.iter().any(|text| text == LATER));
                assert!(found.len() <= 2 && profile.lost_saves().is_none());
            },
        },
        "writing, and why not" => Work {
            prepare: |folder, _| drop(fill(folder, "none")),
            act: |folder, _| {
                let Err(error) = why_not_written(folder) else { return Ok(()) };
                let named = format!("{error:?}");
                let cause = CAUSES.iter().position(|cause| named.split('(').next() == Some(*cause));
                std::process::exit(cause.map_or(99, |cause| FIRST_CAUSE + i32::try_from(cause).unwrap()));
            },
            check: |_, _, _| {},
        },
        "writing much" => Work {
            prepare: |folder, _| drop(fill(folder, "none")),
            act: |folder, _| {
                let profile = Profile::claim(folder)?;
                let mut store = profile.open(&key(&profile, "")?)?;
                for number in 1..=MUCH {
                    write(&mut store, &much(number));
                    println!("{ACKNOWLEDGED}{number}");
                }
                store.close()
            },
            check: |folder, with, _| {
                let profile = Profile::claim(folder).unwrap();
                let mut found = texts(&profile.open(&key(&profile, "").unwrap()).unwrap());
                found.retain(|text| text != PLANTED);
                found.sort_by_key(|text| text.len());
                let acknowledged: usize = with.last().unwrap().parse().unwrap();
                assert!(found.len() >= acknowledged, "{} of {acknowledged}", found.len());
                assert_eq!(profile.lost_saves(), None);
                for (number, text) in (1..).zip(found) {
                    assert!(text == much(number));
                }
            },
        },
        "export" => Work {
            // What else lies there is somebody else's.
            prepare: |folder, with| {
                for name in [with[0], "page.next", "page.md.part"] {
                    fs::write(folder.join(name), PLANTED).unwrap();
                }
            },
            act: |folder, _| files::export(&folder.join(EXPORTED), much(1).as_bytes()),
            check: |folder, _, outcome| {
                let was = fs::read_to_string(folder.with_extension("was")).unwrap();
                let now = names_and_bytes(folder);
                let is_exported = |line: &&str| line.split(' ').next() == Some(EXPORTED);
                let (former, others): (Vec<&str>, Vec<&str>) = was.lines().partition(is_exported);
                let (exported, mut left): (Vec<&str>, Vec<&str>) = now.lines().partition(is_exported);
                let is_new = exported == [format!("{EXPORTED} {:?}", much(1).as_bytes())];
                assert!(is_new || outcome != Outcome::Done && exported == former);
                if outcome == Outcome::Killed {
                    left.retain(|line| !line.starts_with(".tmp"));
                }
                assert_eq!(left, others);
            },
        },
        _ => panic!("no such work: {name}"),
    }
}

/// Turns a bit on the first page of which something is then so.
fn damage_where(folder: &Path, is_so: impl Fn(&Store) -> bool) {
    let file = folder.join("pilot-light.db");
    let whole = fs::read(&file).unwrap();
    for page in 60.. {
        let mut turned = whole.clone();
        turned[page * 4096 + 9] ^= 1;
        fs::write(&file, turned).unwrap();
        let profile = Profile::claim(folder).unwrap();
        let Ok(store) = profile.open(&key(&profile, "").unwrap()) else { continue };
        let found = is_so(&store);
        store.let_be().unwrap();
        if found {
            return;
        }
    }
}

/// What a lock refuses must not lie beside it.
fn nothing_else_holds_a_key(folder: &Path) {
    let kept = fs::read(folder.join("keys.json")).unwrap();
    for (path, bytes) in bytes_below(folder) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        assert!(!name.contains("key") || bytes == kept, "{name}");
    }
}

pub(super) fn names_and_bytes(folder: &Path) -> String {
    let files = bytes_below(folder);
    let files = files.iter().map(|(path, bytes)| (path.file_name().unwrap().to_string_lossy(), bytes));
    files
        .filter(|(name, _)| name != "in-use.lock")
        .map(|(name, bytes)| format!("{name} {bytes:?}\n"))
        .collect()
}
