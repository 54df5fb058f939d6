//! `cargo xtask bench`: what the program costs beside the least that could do the same work, both measured
//! in turn on this computer, as one Markdown table. It asserts nothing: computers differ, and are busy.

mod samples;
mod window;

use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::path::PathBuf;
use std::process::Stdio;

use crate::needs;
use crate::process::{Outcome, run, say, tied};
use crate::program;
use crate::project::{self, WORKSPACE};
use samples::{HEAD, MEDIAN, P95, Samples, Unit};

/// In the root `Cargo.toml`.
const PROFILE: &str = "bench-program";

/// How many entries the journal is measured with.
const SIZES: [u32; 3] = [1_000, 10_000, 100_000];

const THE_LEAST: &str = "\
The least is, for the window: a bare Tauri window with one heading, drawn. For what comes now, of a thousand
reminders with five years behind them: one pass over the same log, counting what was shown. For a save: one committed UPDATE of the
same text in an SQLCipher table with the same index, pragmas and kind of key, as many rows in it. For opening: the same
rows, read. For the bin: the same rows with their index, deleted in one commit. For a search, at every key of three words (rare, middling, in every entry): the FTS5 query on the same
entries, indexed by FTS5 alone, with the same limit and order, once for row numbers only, once with the entries that it found, and once with the place of
the hit cut out and marked by FTS5 itself, as the program does too.
With 200 MB attached: the same journal without.
Usable is when the last command that the first page asks for is answered. Memory is the proportional share (PSS) of the
program and its web view; with a journal, what the core holds after all the above beside what it held before.";

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    All,
    Journal,
    Window,
}

pub(crate) fn bench(part: Part) -> Outcome {
    let has_window = part != Part::Journal;
    if has_window && !cfg!(target_os = "linux") {
        return Err("The window is measured on Linux only. `cargo xtask bench journal` runs here.".into());
    }
    needs::ensure(if has_window { &[needs::BUILD, needs::VIRTUAL_DISPLAY] } else { &[needs::BUILD] })?;
    build(has_window)?;

    let mut rows = Vec::new();
    if has_window {
        rows.extend(measure_window()?);
    }
    if part != Part::Window {
        rows.extend(measure_decisions()?);
        for entries in SIZES {
            rows.extend(measure_journal(entries)?);
        }
        rows.extend(measure_attached()?);
    }
    let _ = fs::remove_dir_all(folder());
    println!("\n{HEAD}\n{}\n", rows.join("\n"));
    println!("{THE_LEAST}");
    println!("Each ratio is the median of the rounds; beside it the lowest and the highest round.");
    println!("Built as the release, without link-time optimisation (profile `{PROFILE}`).");
    Ok(())
}

fn build(has_window: bool) -> Outcome {
    let mut cargo = project::cargo();
    cargo.arg("build").args(WORKSPACE).args(["--profile", PROFILE, "--example", "bench"]);
    if has_window {
        program::ui()?;
        cargo.args(["--bin", "pilot-light", "--example", "bare"]);
    }
    say("Building (the first time takes minutes)");
    run(&mut cargo)
}

fn measure_journal(entries: u32) -> Outcome<Vec<String>> {
    say(&format!("The journal with {entries} entries"));
    let folder = empty_folder("journal")?;
    let lines = example_bench(&["journal", &folder.to_string_lossy(), &entries.to_string()])?;
    [
        ("list", "open the journal", Unit::Milliseconds, MEDIAN, "p50"),
        ("open", "open an entry", Unit::Milliseconds, MEDIAN, "p50"),
        ("save", "save an entry", Unit::Milliseconds, MEDIAN, "p50"),
        ("search-index", "search, against row numbers", Unit::Milliseconds, P95, "p95"),
        ("search-found", "search, against the entries", Unit::Milliseconds, P95, "p95"),
        ("search-marked", "search, against marked entries", Unit::Milliseconds, P95, "p95"),
        ("purge", "empty the bin of all", Unit::Milliseconds, MEDIAN, "once"),
        ("memory", "memory of the core", Unit::Mebibytes, MEDIAN, "once"),
    ]
    .into_iter()
    .map(|(name, what, unit, at, label)| {
        Ok(Samples::named(name, &lines)?.row(&format!("{what}, {entries} entries, {label}"), unit, at))
    })
    .collect()
}

fn measure_attached() -> Outcome<Vec<String>> {
    say("Attaching 200 MB");
    let lines = example_bench(&["attached", &empty_folder("attached")?.to_string_lossy()])?;
    [("opening", "open the data and the journal"), ("looking", "look at the journal")]
        .into_iter()
        .map(|(name, what)| {
            let label = format!("{what}, 200 MB attached");
            Ok(Samples::named(name, &lines)?.row(&label, Unit::Milliseconds, MEDIAN))
        })
        .collect()
}

fn measure_window() -> Outcome<Vec<String>> {
    say("Preparing a data folder with 1,000 entries");
    let prepared = empty_folder("prepared")?;
    example_bench(&["prepare", &prepared.to_string_lossy()])?;
    let found = window::measure(&prepared, &empty_folder("home")?)?;
    Ok(vec![
        found.start_demo.row("window to usable, demo", Unit::Milliseconds, MEDIAN),
        found.start_own.row("window to usable, 1,000 entries", Unit::Milliseconds, MEDIAN),
        found.memory_open.row("memory, window open", Unit::Mebibytes, MEDIAN),
        found.memory_hidden.row("memory, window closed, reminder on", Unit::Mebibytes, MEDIAN),
    ])
}

fn measure_decisions() -> Outcome<Vec<String>> {
    let samples = Samples::named("decide", &example_bench(&["decisions"])?)?;
    let row = |at, label| samples.row(&format!("what comes now, {label}"), Unit::Milliseconds, at);
    Ok(vec![row(MEDIAN, "p50"), row(P95, "p95")])
}

/// What the program costs while it waits: its window closed, a reminder on, nothing due.
pub(crate) fn idle() -> Outcome {
    if !cfg!(target_os = "linux") {
        return Err("Waiting is measured on Linux only.".into());
    }
    needs::ensure(&[needs::BUILD, needs::VIRTUAL_DISPLAY])?;
    build(true)?;
    let prepared = empty_folder("prepared")?;
    example_bench(&["prepare", &prepared.to_string_lossy()])?;
    let found = window::wait(&prepared, &empty_folder("home")?)?;
    let _ = fs::remove_dir_all(folder());
    println!("\n{found}");
    Ok(())
}

fn example_bench(arguments: &[&str]) -> Outcome<String> {
    let mut command = tied(built("examples/bench"));
    let output = command
        .args(arguments)
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("the store's measurements could not be started: {error}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(format!("the store's measurements ended with {}", output.status))
    }
}

fn built(name: &str) -> PathBuf {
    project::target().join(PROFILE).join(format!("{name}{EXE_SUFFIX}"))
}

/// On the disk that the build is on: the system's folder for temporary files may be memory.
fn folder() -> PathBuf {
    project::target().join("bench")
}

fn empty_folder(name: &str) -> Outcome<PathBuf> {
    let folder = folder().join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}
