//! The steps of `cargo xtask test`. Each runs one of the checks and counts what passed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::counts::{Counts, not_shown, skipped_in_tap};
use crate::failed;
use crate::needs;
use crate::process::{Outcome, run, run_and_keep, tell, tied};
use crate::program::{self, npm, npx};
use crate::project::{self, WORKSPACE};
use crate::session::Session;
use crate::times::Times;

/// What a step came to.
#[derive(Default)]
pub(crate) struct Report {
    pub(crate) counts: Counts,
    /// The tests that failed, by name.
    pub(crate) failed: Vec<String>,
}

impl Report {
    /// A check without tests of its own counts as one.
    pub(crate) fn check(passed: bool) -> Self {
        Self { counts: Counts::check(passed), failed: Vec::new() }
    }
}

fn check(command: &mut Command) -> Outcome<Report> {
    run(command).map(|()| Report::check(true))
}

pub(crate) fn format() -> Outcome<Report> {
    check(project::cargo().args(["fmt", "--all", "--check"]))
}

pub(crate) fn clippy() -> Outcome<Report> {
    let mut cargo = project::cargo();
    check(cargo.arg("clippy").args(WORKSPACE).args(["--all-targets", "--", "-D", "warnings"]))
}

pub(crate) fn rust() -> Outcome<Report> {
    let mut cargo = project::cargo();
    cargo.args(["nextest", "run"]).args(WORKSPACE).args(["--no-fail-fast", "--no-tests", "pass"]);
    let report = project::root().join("target/nextest/default/junit.xml"); // wherever cargo builds
    let _ = fs::remove_file(&report);
    let (succeeded, output) = run_and_keep(&mut cargo)?;
    let junit = read_report(&report);
    tell(Times::from_nextest(&junit));
    let not_shown = not_shown(&junit);
    say_skipped(&not_shown);
    let counts = Counts::from_nextest(&output).map(|counts| counts.without(&not_shown));
    reported(succeeded, counts, failed::in_nextest(&junit))
}

pub(crate) fn generated() -> Outcome<Report> {
    generate(true).map(|()| Report::check(true))
}

/// Writes the generated files, or with `check_only` compares them with what would be written.
/// A script does either for the types of the messages, a test in the app crate for the rest.
pub(crate) fn generate(check_only: bool) -> Outcome {
    needs::ensure(&[needs::BUILD])?;
    needs::nextest()?;
    program::npm_packages("ui")?;
    let mut npm = npm();
    npm.args(["run", "messages"]).current_dir(project::root().join("ui"));
    if check_only {
        npm.args(["--", "--check"]);
    }
    run(&mut npm)?;
    program::ui()?;
    let mut cargo = project::cargo();
    cargo.args(["nextest", "run"]).args(WORKSPACE).args(["--no-tests", "fail"]);
    cargo.args(["-E", "package(pilot-app) & binary(generated)"]);
    if !check_only {
        cargo.env("UPDATE_GENERATED", "1");
    }
    run(&mut cargo)
}

/// Makes the profile of this schema that later versions are tried on.
pub(crate) fn fixture() -> Outcome {
    needs::ensure(&[needs::BUILD])?;
    needs::nextest()?;
    let mut cargo = project::cargo();
    cargo.args(["nextest", "run", "--package", "pilot-app", "--no-tests", "fail"]);
    cargo.args(["-E", "test(this_schema_has_a_profile)"]).env("MAKE_FIXTURE", "1");
    run(&mut cargo)
}

pub(crate) fn types() -> Outcome<Report> {
    pages_and_e2e("check")
}

pub(crate) fn lint() -> Outcome<Report> {
    pages_and_e2e("lint")
}

/// Two checks by the tools that ui has: of its own files, and of those in `e2e`.
fn pages_and_e2e(script: &str) -> Outcome<Report> {
    let mut report = Report::default();
    for script in [script.to_owned(), format!("{script}:e2e")] {
        let passed = run(npm().args(["run", &script]).current_dir(project::root().join("ui")));
        if let Err(error) = &passed {
            tell(error);
        }
        report.counts += Counts::check(passed.is_ok());
    }
    Ok(report)
}

pub(crate) fn ui() -> Outcome<Report> {
    let report = new_report("ui.json")?;
    let mut vitest = npx();
    vitest.args(["vitest", "run", "--reporter=default", "--reporter=json", "--outputFile.json"]);
    let succeeded = run(vitest.arg(&report).current_dir(project::root().join("ui"))).is_ok();
    let json = read_report(&report);
    reported(succeeded, Counts::from_vitest(&json), failed::in_vitest(&json))
}

pub(crate) fn browser() -> Outcome<Report> {
    // The pages once more, with the languages that are made for tests.
    run(npm().args(["run", "build:pseudo"]).current_dir(project::root().join("ui")))?;
    let report = new_report("browser.json")?;
    // It takes all the processor there is, and gives way to what goes on beside it, which mostly waits.
    let mut playwright = if cfg!(target_os = "linux") { tied("nice") } else { npx() };
    if cfg!(target_os = "linux") {
        playwright.arg("npx");
    }
    playwright
        .args(["playwright", "test", "--reporter=list,json"])
        .current_dir(project::root().join("e2e/browser"))
        .env("PLAYWRIGHT_JSON_OUTPUT_NAME", &report)
        .env("PILOT_LIGHT_BIN_DIR", project::binaries());
    let succeeded = run(&mut playwright).is_ok();
    let json = read_report(&report);
    tell(Times::from_playwright(&json));
    reported(succeeded, Counts::from_playwright(&json), failed::in_playwright(&json))
}

pub(crate) fn desktop() -> Outcome<Report> {
    if !cfg!(target_os = "linux") {
        tell("The desktop tests need Linux.");
        return Ok(Report { counts: Counts { skipped: 1, ..Counts::default() }, ..Report::default() });
    }
    let (report, times) = (new_report("desktop.tap")?, new_report("desktop-times.txt")?);
    let e2e = project::root().join("e2e/desktop");
    let session = Session::start()?;
    let mut node = tied("node");
    // One at a time: they share the display and the bus.
    node.args(["--test", "--test-concurrency=1"])
        .args(["--test-reporter=spec", "--test-reporter-destination=stdout"])
        .arg("--test-reporter=tap")
        .arg(format!("--test-reporter-destination={}", report.display()))
        .arg(format!("--test-reporter={}", e2e.join("times.mjs").display()))
        .arg(format!("--test-reporter-destination={}", times.display()))
        .args(files_ending(&e2e, ".test.mjs")?)
        .env("PILOT_LIGHT_BIN_DIR", project::binaries())
        .env("PILOT_LIGHT_OUT_DIR", project::target().join("desktop"));
    let succeeded = run(session.enter(&mut node)).is_ok();
    let tap = read_report(&report);
    tell(Times::from_desktop(&read_report(&times)));
    say_skipped(&skipped_in_tap(&tap));
    reported(succeeded, Counts::from_tap(&tap), failed::in_tap(&tap))
}

fn say_skipped(skipped: &[String]) {
    for test in skipped {
        tell(format_args!("   skipped: {test}"));
    }
}

/// A runner that failed without a failed test, or gave no counts, still counts as a failure.
fn reported(succeeded: bool, counts: Option<Counts>, failed: Vec<String>) -> Outcome<Report> {
    let mut counts = counts.ok_or("The tests could not be run.")?;
    if !succeeded && counts.failed == 0 {
        counts.failed = 1;
    }
    Ok(Report { counts, failed })
}

/// A place for a runner's report, with the last one out of the way.
pub(crate) fn new_report(name: &str) -> Outcome<PathBuf> {
    let folder = project::target().join("reports");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let report = folder.join(name);
    let _ = fs::remove_file(&report);
    Ok(report)
}

pub(crate) fn read_report(report: &Path) -> String {
    fs::read_to_string(report).unwrap_or_default()
}

fn files_ending(folder: &Path, ending: &str) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with(ending))
        .collect();
    files.sort();
    Ok(files)
}
