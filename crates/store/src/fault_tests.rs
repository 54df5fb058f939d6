//! Whatever is done to the files may stop at any system call: the program is killed there, the disk is full from there
//! on, or that one call fails. Each time the data opens afterwards, by what the person knows.
//!
//! The work is done in a process of its own, under strace, which makes the calls fail. The same process is what
//! looks afterwards, so that it has the same keychain.

mod power;
mod strace;

use std::{
    env, fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

use pilot_domain::{entry::EntryDraft, search_query::Query};
use rusqlite_migration::Migrations;
use zeroize::Zeroizing;

use crate::{
    Binned, DataKey, Error, KeyFile, Lock, LockKind, Profile, Result, Store,
    connection::MIGRATIONS,
    folded,
    tests::{PLANTED, bytes_below, create, now, write},
};
use power::{ACKNOWLEDGED, cut_everywhere};
use strace::{Outcome, Runner, stop_everywhere};

/// Names the work, the step of it and the folder for the process that does it.
const STEP: &str = "PILOT_LIGHT_FAULT_TEST";

/// What ships in a new profile, in place of the routines.
const FILLED: &str = "what was there from the beginning";
const LATER: &str = "what was written later";

/// So many entries fill the log more than once, so that it is written into the file meanwhile.
const MUCH: usize = 30;

fn much(number: usize) -> String {
    format!("{number}: {}", "a grey morning ".repeat(10_000 + number))
}

const LOCKS: [&str; 3] = ["keychain", "passphrase", "none"];

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
    connection.pragma_update(None, "key", key.pragma().as_str()).unwrap();
    folded::register(&connection).unwrap();
    Migrations::from_slice(MIGRATIONS).to_version(&mut connection, version).unwrap();
    connection
        .execute(
            "INSERT INTO entries (on_day, zone, created_at, changed_at, opening, text)
             VALUES ('2026-11-03', 'UTC', 5, 5, ?1, ?1)",
            [PLANTED],
        )
        .unwrap();
}

const CAUSES: [&str; 4] = ["DiskFull", "QuotaReached", "ReadOnly", "NoLocks"];
const FIRST_CAUSE: i32 = 60;

fn why_not_written(folder: &Path) -> Result<()> {
    let profile = Profile::claim(folder)?;
    let mut store = profile.open(&key(&profile, "")?)?;
    let draft = EntryDraft { id: None, on: None, title: None, text: LATER.to_owned() };
    match store.change(|tx| tx.save_entry(&draft, now(), now().date_naive(), "UTC")) {
        Err(Error::Sql(_)) => profile.try_to_write(),
        other => other.map(drop),
    }
}

/// One thing that is done to a folder: what was there, what is done, and what must be true wherever that stops.
struct Work {
    prepare: fn(&Path, &[&str]),
    act: fn(&Path, &[&str]) -> Result<()>,
    check: fn(&Path, &[&str], Outcome),
}

fn work(name: &str) -> Work {
    match name {
        "first run" => Work {
            prepare: |_, _| {},
            act: |folder, with| {
                let profile = Profile::claim(folder)?;
                profile.create(&lock(with[0], "the former one"), |tx| {
                    let draft = EntryDraft { id: None, on: None, title: None, text: FILLED.to_owned() };
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
                let shown = profile.make_recovery_key(&key).unwrap();
                fs::write(folder.with_extension("paper"), shown.as_bytes()).unwrap();
            },
            act: |folder, _| {
                let profile = Profile::claim(folder)?;
                let key = key(&profile, "the former one")?;
                let shown = profile.make_recovery_key(&key)?;
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
                store.change(|tx| tx.delete_entry(binned.id, now())).unwrap();
            },
            act: |folder, _| {
                let profile = Profile::claim(folder)?;
                let mut store = profile.open(&key(&profile, "")?)?;
                store.remove_binned(Binned::All).map(drop)
            },
            check: |folder, _, outcome| {
                let profile = Profile::claim(folder).unwrap();
                let mut store = profile.open(&key(&profile, "").unwrap()).unwrap();
                assert_eq!(texts(&store), [PLANTED]);
                if outcome == Outcome::Done {
                    assert!(store.read().bin().unwrap().is_empty());
                }
                store.remove_binned(Binned::All).unwrap();
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
        "writing" => Work {
            prepare: |folder, _| drop(fill(folder, "none")),
            act: |folder, _| {
                let profile = Profile::claim(folder)?;
                let mut store = profile.open(&key(&profile, "")?)?;
                let draft = EntryDraft { id: None, on: None, title: None, text: LATER.to_owned() };
                store.change(|tx| tx.save_entry(&draft, now(), now().date_naive(), "UTC")).map(drop)
            },
            check: |folder, _, outcome| {
                let profile = Profile::claim(folder).unwrap();
                let found = texts(&profile.open(&key(&profile, "").unwrap()).unwrap());
                assert!(found.iter().any(|text| text == PLANTED));
                assert!(outcome != Outcome::Done || found.iter().any(|text| text == LATER));
                assert!(found.len() <= 2);
            },
        },
        "writing, and why not" => Work {
            prepare: |folder, _| drop(fill(folder, "none")),
            act: |folder, _| {
                let Err(error) = why_not_written(folder) else { return Ok(()) };
                let cause = CAUSES.iter().position(|cause| *cause == format!("{error:?}"));
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
                for (number, text) in (1..).zip(found) {
                    assert!(text == much(number));
                }
            },
        },
        _ => panic!("no such work: {name}"),
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

fn names_and_bytes(folder: &Path) -> String {
    let files = bytes_below(folder);
    let files = files.iter().map(|(path, bytes)| (path.file_name().unwrap().to_string_lossy(), bytes));
    files
        .filter(|(name, _)| name != "in-use.lock")
        .map(|(name, bytes)| format!("{name} {bytes:?}\n"))
        .collect()
}

/// The process that does a step of some work.
#[test]
fn the_process() {
    let Ok(step) = env::var(STEP) else { return };
    let mut parts = step.split('|');
    let (step, name, folder) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
    let with: Vec<&str> = parts.collect();
    let (work, folder) = (work(name), Path::new(folder));
    match step {
        "prepare" => (work.prepare)(folder, &with),
        "act" => {
            let outcome = (work.act)(folder, &with);
            std::process::exit(if outcome.is_ok() { Outcome::DONE } else { Outcome::REFUSED });
        }
        outcome => (work.check)(folder, &with, Outcome::named(outcome)),
    }
}

#[test]
fn a_first_run_that_stops_begins_again() {
    stop_everywhere("first run", &["none"], None);
}

#[test]
fn a_change_of_lock_leaves_a_way_in() {
    let keychain = Keychain::start();
    for former in LOCKS {
        for next in LOCKS {
            stop_everywhere("lock", &[former, next], keychain.as_ref());
        }
    }
}

#[test]
fn a_new_recovery_key_leaves_a_way_in() {
    stop_everywhere("recovery key", &[], None);
}

#[test]
fn an_older_file_is_brought_up_to_date_or_left() {
    stop_everywhere("migration", &["1"], None);
}

#[test]
fn emptying_the_bin_takes_nothing_else() {
    stop_everywhere("bin", &[], None);
}

#[test]
fn what_is_set_aside_lies_together() {
    stop_everywhere("set aside", &[], None);
}

#[test]
fn what_is_written_is_there_once_it_is_acknowledged() {
    stop_everywhere("writing", &[], None);
}

#[test]
fn what_keeps_the_disk_from_taking_it_is_told_by_its_cause() {
    let place = tempfile::tempdir().unwrap();
    let Some(runner) = Runner::new("writing, and why not", &[], None) else { return };
    runner.prepared(place.path());
    for (fault, told) in [
        ("fsync,fdatasync:error=ENOSPC:when=1+", "DiskFull"),
        ("pwrite64,fsync,fdatasync:error=ENOSPC:when=1+", "DiskFull"),
        ("pwrite64,fsync,fdatasync:error=EDQUOT:when=1+", "QuotaReached"),
        ("pwrite64,fsync,fdatasync:error=EROFS:when=1+", "ReadOnly"),
        ("flock:error=ENOLCK:when=1+", "NoLocks"),
        ("flock:error=EOPNOTSUPP:when=1+", "NoLocks"),
    ] {
        let inject = format!("inject={fault}");
        let acted =
            runner.run("act", place.path(), &["strace", "-f", "-qq", "-o", "/dev/null", "-e", &inject]);
        let cause = acted.status.code().unwrap() - FIRST_CAUSE;
        assert_eq!(usize::try_from(cause).ok().and_then(|cause| CAUSES.get(cause)), Some(&told), "{fault}");
    }
}

#[test]
fn what_was_acknowledged_outlives_a_power_cut() {
    cut_everywhere("writing much", &[]);
}

#[test]
fn what_is_done_to_the_files_outlives_a_power_cut() {
    for (work, with) in [
        ("first run", &["none"][..]),
        ("lock", &["none", "passphrase"]),
        ("lock", &["passphrase", "none"]),
        ("recovery key", &[]),
        ("migration", &["1"]),
        ("bin", &[]),
        ("set aside", &[]),
    ] {
        cut_everywhere(work, with);
    }
}

/// A keychain of its own: a session bus and the daemon behind it, in a home of their own.
struct Keychain {
    home: tempfile::TempDir,
    address: String,
    running: Vec<Child>,
}

impl Keychain {
    fn start() -> Option<Self> {
        let home = tempfile::tempdir().unwrap();
        let mut bus = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
            .stdout(Stdio::piped())
            .spawn()
            .ok()?;
        let mut address = String::new();
        std::io::BufRead::read_line(&mut std::io::BufReader::new(bus.stdout.take().unwrap()), &mut address)
            .unwrap();
        let mut keychain = Keychain { home, address: address.trim().to_owned(), running: vec![bus] };
        let mut daemon = Command::new("gnome-keyring-daemon");
        daemon
            .args(["--foreground", "--components=secrets", "--unlock"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null());
        let mut daemon = keychain.enter(&mut daemon).spawn().ok()?;
        daemon.stdin.take().unwrap().write_all(b"a password of the login\n").unwrap();
        keychain.running.push(daemon);
        let made = keychain.home.path().join(".local/share/keyrings/login.keyring");
        while !made.exists() {
            thread::sleep(Duration::from_millis(20));
        }
        Some(keychain)
    }

    fn enter<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command
            .env("HOME", self.home.path())
            .env("XDG_RUNTIME_DIR", self.home.path())
            .env("DBUS_SESSION_BUS_ADDRESS", &self.address)
            .env_remove("XDG_DATA_HOME")
    }
}

impl Drop for Keychain {
    fn drop(&mut self) {
        for child in self.running.iter_mut().rev() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
