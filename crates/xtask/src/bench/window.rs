//! Opens the program and a bare Tauri window in turn, each on a desktop of its own, and looks from outside:
//! when it can be used, and how much memory it and its web view hold.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use super::built;
use super::samples::Samples;
use crate::process::{Background, Outcome, read, say, tied};
use crate::session::Session;

/// An odd number, so that one round is the median.
const ROUNDS: u32 = 9;
/// No start takes this long.
const PATIENCE: Duration = Duration::from_secs(60);
/// A page that has asked nothing for so long has what it needs.
const QUIET: Duration = Duration::from_secs(1);
/// Until memory stands still.
const SETTLING: Duration = Duration::from_secs(3);

#[derive(Default)]
pub(super) struct Found {
    pub(super) start_demo: Samples,
    pub(super) start_own: Samples,
    pub(super) memory_open: Samples,
    pub(super) memory_hidden: Samples,
}

#[derive(Clone, Copy)]
enum Kind {
    Bare,
    Demo,
    Own,
}

/// One start, looked at.
#[derive(Default)]
struct Visit {
    usable_after_ms: f64,
    open_mib: f64,
    /// With the window closed, of the program that stays.
    hidden_mib: f64,
}

/// `prepared` is the data folder to open; `home` a folder for everything else, emptied at each start.
pub(super) fn measure(prepared: &Path, home: &Path) -> Outcome<Found> {
    let mut found = Found::default();
    // The first round reads the programs from the disk and is not counted.
    for round in 0..=ROUNDS {
        say(&format!("Window, round {round} of {ROUNDS}"));
        let visit = |kind| visit(kind, prepared, home);
        let (bare, demo, own);
        if round % 2 == 0 {
            (bare, demo, own) = (visit(Kind::Bare)?, visit(Kind::Demo)?, visit(Kind::Own)?);
        } else {
            (own, demo, bare) = (visit(Kind::Own)?, visit(Kind::Demo)?, visit(Kind::Bare)?);
        }
        if round > 0 {
            found.start_demo.add(round, demo.usable_after_ms, bare.usable_after_ms);
            found.start_own.add(round, own.usable_after_ms, bare.usable_after_ms);
            found.memory_open.add(round, own.open_mib, bare.open_mib);
            found.memory_hidden.add(round, own.hidden_mib, bare.open_mib);
        }
    }
    Ok(found)
}

/// Starts one kind on a session of its own; also gives the milliseconds until it could be used.
fn open(session: &Session, kind: Kind, prepared: &Path, home: &Path) -> Outcome<(Background, f64)> {
    let data = home.join("data");
    copy_afresh(prepared, home, &data).map_err(|error| format!("{}: {error}", home.display()))?;
    let mut command = tied(built(if matches!(kind, Kind::Bare) { "examples/bare" } else { "pilot-light" }));
    if matches!(kind, Kind::Demo) {
        command.arg("--demo");
    }
    session
        .enter(&mut command)
        .env("HOME", home)
        .env("PILOT_LIGHT_DATA", &data)
        .env("PILOT_LIGHT_TRACE", "1")
        // As the program sets it for itself, so that both draw the same way.
        .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
        .stdout(Stdio::piped());
    for folder in ["XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"] {
        command.env_remove(folder);
    }
    let started = Instant::now();
    let mut running = Background::start(&mut command)?;
    let usable_after_ms = last_line_at(&mut running, started)?.as_secs_f64() * 1000.0;
    Ok((running, usable_after_ms))
}

fn visit(kind: Kind, prepared: &Path, home: &Path) -> Outcome<Visit> {
    let session = Session::start()?;
    let (mut running, usable_after_ms) = open(&session, kind, prepared, home)?;
    thread::sleep(SETTLING);
    let open_mib = memory(running.0.id());
    let mut hidden_mib = 0.0;
    if matches!(kind, Kind::Own) {
        close_window(&session)?;
        thread::sleep(SETTLING);
        if !matches!(running.0.try_wait(), Ok(None)) {
            return Err("the program ended with its window, though a reminder is on".into());
        }
        hidden_mib = memory(running.0.id());
    }
    Ok(Visit { usable_after_ms, open_mib, hidden_mib })
}

/// Looks at the program while it waits, for ten minutes.
pub(super) fn wait(prepared: &Path, home: &Path) -> Outcome<String> {
    const MINUTES: u32 = 10;
    let session = Session::start()?;
    let (mut running, _) = open(&session, Kind::Own, prepared, home)?;
    thread::sleep(SETTLING);
    close_window(&session)?;
    thread::sleep(SETTLING);
    let before = Waiting::of(running.0.id());
    say(&format!("Waiting for {MINUTES} minutes"));
    thread::sleep(Duration::from_secs(u64::from(MINUTES) * 60));
    if !matches!(running.0.try_wait(), Ok(None)) {
        return Err("the program ended while it waited".into());
    }
    let after = Waiting::of(running.0.id());
    let mut lines =
        format!("While it waits, over {MINUTES} minutes:\n\n| thread | woke a minute |\n| --- | ---: |\n");
    let mut all = 0;
    for (thread, (name, wakes)) in &after.threads {
        // One that has come since then woke all its times since then.
        let wakes = wakes - before.threads.get(thread).map_or(0, |(_, wakes)| *wakes);
        all += wakes;
        if wakes > 0 {
            lines += &format!("| {name} | {:.1} |\n", wakes as f64 / f64::from(MINUTES));
        }
    }
    Ok(format!(
        "{lines}| all | {:.1} |\n\nThe program and what it started used {} ms of processor time (counted in steps of 10 ms).",
        all as f64 / f64::from(MINUTES),
        (after.ticks - before.ticks) * 10
    ))
}

/// A process and all that it started, while they wait.
struct Waiting {
    /// Each thread's name and how often it has woken, by its number.
    threads: BTreeMap<u32, (String, u64)>,
    /// Hundredths of a second on a processor.
    ticks: u64,
}

impl Waiting {
    fn of(root: u32) -> Self {
        let mut waiting = Waiting { threads: BTreeMap::new(), ticks: 0 };
        for process in tree(root) {
            waiting.ticks += ticks(process);
            for task in fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten() {
                let Some(id) = task.file_name().to_str().and_then(|name| name.parse().ok()) else { continue };
                let read = |file| fs::read_to_string(task.path().join(file)).unwrap_or_default();
                let status = read("status");
                let wakes = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
                let wakes = wakes.and_then(|count| count.trim().parse().ok()).unwrap_or(0);
                waiting.threads.insert(id, (read("comm").trim().to_owned(), wakes));
            }
        }
        waiting
    }
}

/// Processor time of a process, in hundredths of a second.
fn ticks(process: u32) -> u64 {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    // Counted after the name, which may hold spaces: the times are the 12th and 13th field from there.
    let fields: Vec<&str> =
        stat.rsplit_once(") ").map(|(_, rest)| rest.split(' ').collect()).unwrap_or_default();
    [11, 12].iter().filter_map(|at| fields.get(*at)?.parse::<u64>().ok()).sum()
}

fn copy_afresh(prepared: &Path, home: &Path, data: &Path) -> std::io::Result<()> {
    fs::remove_dir_all(home)?;
    fs::create_dir_all(data)?;
    for file in fs::read_dir(prepared)?.flatten() {
        fs::copy(file.path(), data.join(file.file_name()))?;
    }
    Ok(())
}

/// When the last line came that was followed by quiet. The program says each command that it has answered, the
/// bare window that it is drawn.
fn last_line_at(running: &mut Background, started: Instant) -> Outcome<Duration> {
    let pipe = running.0.stdout.take().ok_or("no output to read")?;
    let (sender, lines) = mpsc::channel();
    // Ends with the program.
    thread::spawn(move || {
        for _ in BufReader::new(pipe).lines().map_while(Result::ok) {
            let _ = sender.send(started.elapsed());
        }
    });
    let mut last = lines.recv_timeout(PATIENCE).map_err(|_| "the window did not come up")?;
    while let Ok(later) = lines.recv_timeout(QUIET) {
        last = later;
    }
    Ok(last)
}

/// As a person does, and waits until it is gone.
fn close_window(session: &Session) -> Outcome {
    let xdotool = |words: &[&str]| read(session.enter(Command::new("xdotool").args(words)));
    let started = Instant::now();
    xdotool(&["key", "alt+F4"]);
    while xdotool(&["search", "--onlyvisible", "--class", "pilot-light"]).is_some() {
        if started.elapsed() > PATIENCE {
            return Err("the window did not close".into());
        }
        thread::sleep(Duration::from_millis(100));
    }
    Ok(())
}

/// What a process and all that it started hold, in MiB. Memory that others share is counted in part (PSS).
fn memory(root: u32) -> f64 {
    tree(root).into_iter().filter_map(share_kib).sum::<f64>() / 1024.0
}

/// A process and all that it started.
fn tree(root: u32) -> Vec<u32> {
    let parents = parents();
    let mut tree = vec![root];
    let mut next = 0;
    while let Some(&process) = tree.get(next) {
        tree.extend(parents.iter().filter(|(_, parent)| *parent == process).map(|(child, _)| *child));
        next += 1;
    }
    tree
}

/// Every process with the one that started it.
fn parents() -> Vec<(u32, u32)> {
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    processes
        .filter_map(|entry| {
            let id = entry.file_name().to_str()?.parse().ok()?;
            let stat = fs::read_to_string(entry.path().join("stat")).ok()?;
            // `id (name) state parent …`; a name may hold anything, brackets too.
            let parent = stat.rsplit_once(") ")?.1.split(' ').nth(1)?.parse().ok()?;
            Some((id, parent))
        })
        .collect()
}

fn share_kib(process: u32) -> Option<f64> {
    let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
    rollup.lines().find_map(|line| line.strip_prefix("Pss:")?.trim().strip_suffix(" kB")?.parse().ok())
}
