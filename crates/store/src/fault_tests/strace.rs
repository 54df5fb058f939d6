//! Every system call that some work makes on its folder, and the same work with one of them going wrong.

use std::{
    collections::BTreeMap,
    env, fs,
    io::{Read as _, Write as _},
    os::unix::fs::FileExt as _,
    path::Path,
    process::{Command, ExitStatus, Output, Stdio},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use rusqlite::OpenFlags;

use super::{STEP, keychain::Keychain, works::names_and_bytes};

/// What changes something on the disk. A name that this kind of computer does not have is passed over.
const CHANGES: &str = "?openat,?open,?creat,?write,?pwrite64,?writev,?fsync,?fdatasync,?ftruncate,?fallocate,?rename,\
    ?renameat,?renameat2,?link,?linkat,?unlink,?unlinkat,?mkdir,?mkdirat,?rmdir,?chmod,?fchmod,?fchmodat,?flock";
const READS: &str = "?read,?pread64,?statx,?newfstatat,?getdents64";

/// In the long run, which `PILOT_LIGHT_LONG=1` asks for, each work is killed so often: at each call, and then at any moment.
/// That makes 5,000 for what changes the files of a folder.
const KILLS: usize = 360;

/// How the work ended, as far as the person was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Done,
    Refused,
    Killed,
}

impl Outcome {
    pub(super) const DONE: i32 = 40;
    pub(super) const REFUSED: i32 = 41;

    pub(super) fn named(name: &str) -> Self {
        [Outcome::Done, Outcome::Refused, Outcome::Killed]
            .into_iter()
            .find(|outcome| format!("{outcome:?}") == name)
            .unwrap()
    }

    /// None for one that panicked, or never began.
    fn of(status: ExitStatus) -> Option<Self> {
        match status.code() {
            Some(Outcome::DONE) => Some(Outcome::Done),
            Some(Outcome::REFUSED) => Some(Outcome::Refused),
            Some(_) => None,
            None => Some(Outcome::Killed),
        }
    }
}

/// More calls of each name than a process makes before the work begins.
const CALLS_BEFORE: usize = 12;

/// Makes so many calls of each name that a process makes before the work, in another thread: strace counts those of each
/// thread by themselves, so that the work's own first ones would not be the first to go wrong.
pub(super) fn make_calls_before() {
    let nothing = Path::new("/dev/null");
    for _ in 0..CALLS_BEFORE {
        let mut file = fs::File::options().read(true).write(true).open(nothing).unwrap();
        let _ = file.read(&mut [0]).unwrap();
        let _ = file.read_at(&mut [0], 0).unwrap();
        file.write_all(&[0]).unwrap();
        fs::metadata(nothing).unwrap();
        // Looks at it by another call.
        rusqlite::Connection::open_with_flags(nothing, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    }
}

/// A call to go wrong: the how manieth of its name, in the thread that does the work.
#[derive(Debug, Clone)]
struct Point {
    call: String,
    nth: usize,
    is_read: bool,
}

/// What goes wrong with a call.
struct Fault<'a> {
    call: &'a str,
    inject: String,
}

/// Runs the steps of some work.
pub(super) struct Runner<'a> {
    work: &'a str,
    with: &'a [&'a str],
    keychain: Option<&'a Keychain>,
}

impl<'a> Runner<'a> {
    /// None, and a line that says why, where it cannot be shown.
    pub(super) fn new(work: &'a str, with: &'a [&'a str], keychain: Option<&'a Keychain>) -> Option<Self> {
        if Command::new("strace").arg("--version").output().is_err() {
            eprintln!("not shown here: strace is not installed");
            return None;
        }
        if with.contains(&"keychain") && keychain.is_none() {
            eprintln!("not shown here: {with:?}, without a keychain");
            return None;
        }
        Some(Runner { work, with, keychain })
    }

    pub(super) fn run(&self, step: &str, folder: &Path, wrapped: &[&str]) -> Output {
        self.command(step, folder, wrapped, &[]).output().unwrap()
    }

    pub(super) fn run_with(&self, step: &str, folder: &Path, more: &str) -> Output {
        self.command(step, folder, &[], &[more]).output().unwrap()
    }

    fn command(&self, step: &str, folder: &Path, wrapped: &[&str], more: &[&str]) -> Command {
        let binary = env::current_exe().unwrap();
        let binary = binary.to_string_lossy();
        let own = [&*binary, "fault_tests::the_process", "--exact", "--nocapture", "--test-threads=1"];
        let words = [wrapped, &own].concat();
        let step = [&[step, self.work, &folder.to_string_lossy()], self.with, more].concat().join("|");
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).env(STEP, step).env_remove("RUST_BACKTRACE");
        // Cargo names many folders in it, and each library would be looked for in all of them.
        command.env_remove("LD_LIBRARY_PATH");
        if let Some(keychain) = self.keychain {
            keychain.enter(&mut command);
        }
        command
    }

    /// Kills it after a while, unless it is done by then.
    fn kill_after(&self, folder: &Path, after: Duration) -> ExitStatus {
        let mut command = self.command("act", folder, &[], &[]);
        let mut process = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        thread::sleep(after);
        process.kill().unwrap();
        process.wait().unwrap()
    }

    pub(super) fn prepared(&self, folder: &Path) {
        let prepared = self.run("prepare", folder, &[]);
        assert!(prepared.status.success(), "{}", String::from_utf8_lossy(&prepared.stderr));
    }
}

/// Does the work once for every call it makes and every way in which that may go wrong.
pub(super) fn stop_everywhere(work: &str, with: &[&str], keychain: Option<&Keychain>) {
    stop_at(work, with, keychain, 1);
}

/// As [`stop_everywhere`], at one of so many ways of going wrong: for what makes a thousand calls that are nearly alike. At
/// all of them in the long run.
pub(super) fn stop_at(work: &str, with: &[&str], keychain: Option<&Keychain>, one_of: usize) {
    let Some(runner) = Runner::new(work, with, keychain) else { return };
    let place = tempfile::tempdir().unwrap();
    let made = place.path().join("made");
    fs::create_dir(&made).unwrap();
    runner.prepared(&made);
    // A secret in the keychain cannot be copied.
    let ready = |name: &str| {
        let folder = place.path().join(name);
        if with.first() == Some(&"keychain") {
            fs::create_dir(&folder).unwrap();
            runner.prepared(&folder);
        } else {
            copy(&made, &folder);
        }
        folder
    };
    let log = place.path().join("log");
    let first = ready("first");
    let calls = format!("trace={CHANGES},{READS}");
    let traced =
        runner.run("act", &first, &["strace", "-f", "-y", "-qq", "-o", &log.to_string_lossy(), "-e", &calls]);
    assert_eq!(traced.status.code(), Some(Outcome::DONE), "{}", String::from_utf8_lossy(&traced.stderr));
    let points = points(&fs::read_to_string(&log).unwrap(), &first.to_string_lossy());
    assert!(points.len() > 8, "{points:?}");

    let is_long = env::var_os("PILOT_LIGHT_LONG").is_some();
    let faults: Vec<Fault> = points
        .iter()
        .flat_map(|Point { call, nth, is_read }| {
            let fault = |how| Fault { call, inject: format!("inject={call}:{how}") };
            let failing = fault(format!("error=EIO:when={nth}"));
            let killed = fault(format!("signal=KILL:when={nth}"));
            let full = fault(format!("error=ENOSPC:when={nth}+"));
            if *is_read { vec![failing] } else { vec![failing, killed, full] }
        })
        .step_by(if is_long { 1 } else { one_of })
        .collect();
    let untouched = ready("untouched");
    let started = Instant::now();
    runner.run("act", &untouched, &[]);
    let lasts = started.elapsed();
    let (next, killed) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let (wrong, outcomes) = (Mutex::new(Vec::new()), Mutex::new(BTreeMap::<String, usize>::new()));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    let fault = faults.get(number);
                    if fault.is_none() && !(is_long && killed.load(Ordering::Relaxed) < KILLS) {
                        break;
                    }
                    let folder = ready(&number.to_string());
                    let (status, fault) = match fault {
                        Some(fault) => {
                            let trace = format!("trace={}", fault.call);
                            let mut words = vec!["strace", "-f", "-qq", "-o", "/dev/null", "-e", &trace];
                            words.extend(["-e", &fault.inject]);
                            if !fault.inject.contains("signal=") {
                                // Stops at this call alone, which is five times as fast; but no signal comes from it.
                                words.push("--seccomp-bpf");
                            }
                            (runner.run("act", &folder, &words).status, fault.inject.clone())
                        }
                        None => {
                            let after = lasts.mul_f64((number * 7919 % 1_000) as f64 / 1_000.0);
                            (runner.kill_after(&folder, after), format!("killed after {after:?}"))
                        }
                    };
                    let Some(outcome) = Outcome::of(status) else {
                        wrong.lock().unwrap().push(format!("{fault}: {status}"));
                        continue;
                    };
                    if outcome == Outcome::Killed {
                        killed.fetch_add(1, Ordering::Relaxed);
                    }
                    let checked = runner.run(&format!("{outcome:?}"), &folder, &[]);
                    *outcomes.lock().unwrap().entry(format!("{outcome:?}")).or_default() += 1;
                    if !checked.status.success() {
                        let said = String::from_utf8_lossy(&checked.stderr).into_owned();
                        wrong.lock().unwrap().push(format!("{fault} ({outcome:?}): {said}"));
                    }
                    let _ = fs::remove_dir_all(&folder);
                }
            });
        }
    });
    let (wrong, outcomes) = (wrong.into_inner().unwrap(), outcomes.into_inner().unwrap());
    let stops: usize = outcomes.values().sum();
    eprintln!(
        "{work} {with:?}: {} calls, {stops} stops, {} of them kills; {outcomes:?}",
        points.len(),
        killed.into_inner()
    );
    assert!(wrong.is_empty(), "{work} {with:?}: {} of {stops}:\n{}", wrong.len(), wrong.join("\n"));
}

/// The calls that have to do with the folder, in the order in which they were made.
fn points(log: &str, folder: &str) -> Vec<Point> {
    let mut made = BTreeMap::<(&str, &str), usize>::new();
    let mut points = Vec::new();
    for line in log.lines() {
        let Some((process, rest)) = line.split_once(' ') else { continue };
        let Some((call, _)) = rest.trim_start().split_once('(') else { continue };
        if !call.bytes().all(|sign| sign.is_ascii_alphanumeric() || sign == b'_') {
            continue;
        }
        let nth = made.entry((process, call)).or_default();
        *nth += 1;
        if rest.contains(folder) {
            let is_read = READS.split(',').any(|read| read.trim_start_matches('?') == call);
            points.push(Point { call: call.to_owned(), nth: *nth, is_read });
        }
    }
    let first = log.split(' ').next().unwrap_or_default();
    for Point { call, nth, .. } in &points {
        assert!(
            made.get(&(first, call)).is_none_or(|before| before < nth),
            "{call} goes wrong before the work"
        );
    }
    points
}

/// What a person has outside of the folder.
pub(super) fn take_along(from: &Path, to: &Path) {
    let _ = fs::copy(from.with_extension("paper"), to.with_extension("paper"));
}

/// The folder again, as it was, and beside it what it held.
fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for file in fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), to.join(file.file_name())).unwrap();
    }
    fs::write(to.with_extension("was"), names_and_bytes(to)).unwrap();
    take_along(from, to);
}
