//! `cargo xtask test`: every check, one after the other, and one line of counts at the end.
//! A failing step does not stop the ones after it, so one run shows all there is to mend.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::counts::{Counts, not_shown, skipped_in_tap};
use crate::needs;
use crate::process::{Outcome, run, run_and_keep, say, tied};
use crate::program::{self, npm, npx};
use crate::project::{self, WORKSPACE};
use crate::session::Session;
use crate::times::Times;

#[derive(Default)]
pub(crate) struct Options {
    /// Leave out the browser and the desktop.
    pub(crate) fast: bool,
    /// Only the step of this name.
    pub(crate) only: Option<String>,
}

struct Step {
    name: &'static str,
    is_slow: bool,
    run: fn() -> Outcome<Counts>,
}

const STEPS: &[Step] = &[
    Step { name: "format", is_slow: false, run: format },
    Step { name: "clippy", is_slow: false, run: clippy },
    Step { name: "rust", is_slow: false, run: rust },
    Step { name: "generated", is_slow: false, run: generated },
    Step { name: "types", is_slow: false, run: types },
    Step { name: "lint", is_slow: false, run: lint },
    Step { name: "ui", is_slow: false, run: ui },
    Step { name: "browser", is_slow: true, run: browser },
    Step { name: "desktop", is_slow: true, run: desktop },
];

pub(crate) fn step_names() -> String {
    STEPS.iter().map(|step| step.name).collect::<Vec<_>>().join(", ")
}

pub(crate) fn test(options: &Options) -> Outcome {
    let steps: Vec<&Step> = STEPS
        .iter()
        .filter(|step| !(options.fast && step.is_slow))
        .filter(|step| options.only.as_deref().is_none_or(|name| name == step.name))
        .collect();
    if steps.is_empty() {
        return Err(format!("There is no such step. The steps are: {}", step_names()));
    }
    prepare(steps.iter().any(|step| step.is_slow))?;

    let mut total = Counts::default();
    let mut lines = Vec::new();
    let mut failures = Vec::new();
    for step in steps {
        say(step.name);
        let started = Instant::now();
        let counts = (step.run)().unwrap_or_else(|error| {
            println!("{error}");
            Counts::check(false)
        });
        let line = format!("{:<10} {:>6.1} s   {counts}", step.name, started.elapsed().as_secs_f32());
        println!("{line}");
        if counts.failed > 0 {
            failures.push(line.clone());
        }
        lines.push(line);
        total += counts;
    }
    if !failures.is_empty() {
        println!("\nFailed:\n{}", failures.join("\n"));
    }
    println!("\nAll steps:\n{}\n\n{total}", lines.join("\n"));
    verdict(total, project::is_ci())
}

/// A person may lack a tool; the run that others rely on may not.
fn verdict(total: Counts, is_ci: bool) -> Outcome {
    match total {
        Counts { failed: 0, skipped: 0, .. } => Ok(()),
        Counts { failed: 0, .. } if !is_ci => Ok(()),
        Counts { failed: 0, .. } => Err("What was skipped was not shown, so this is no pass.".to_owned()),
        _ => Err(String::new()),
    }
}

/// Installs what the steps need and builds what they share.
fn prepare(with_slow: bool) -> Outcome {
    let mut groups = vec![needs::BUILD, needs::STORE_TESTS, needs::PAPER_TESTS];
    if project::is_ci() {
        groups.push(needs::KEPT_BUILDS);
    }
    if with_slow {
        groups.extend([needs::VIRTUAL_DISPLAY, needs::SLOW_TESTS]);
    }
    needs::ensure(&groups)?;
    needs::nextest()?;
    if with_slow && cfg!(target_os = "linux") {
        needs::tauri_driver()?;
    }
    program::ui() // the shell does not compile without it
}

fn check(command: &mut Command) -> Outcome<Counts> {
    run(command).map(|()| Counts::check(true))
}

fn format() -> Outcome<Counts> {
    check(project::cargo().args(["fmt", "--all", "--check"]))
}

fn clippy() -> Outcome<Counts> {
    let mut cargo = project::cargo();
    check(cargo.arg("clippy").args(WORKSPACE).args(["--all-targets", "--", "-D", "warnings"]))
}

fn rust() -> Outcome<Counts> {
    let mut cargo = project::cargo();
    cargo.args(["nextest", "run"]).args(WORKSPACE).args(["--no-fail-fast", "--no-tests", "pass"]);
    let report = project::root().join("target/nextest/default/junit.xml"); // wherever cargo builds
    let _ = fs::remove_file(&report);
    let (succeeded, output) = run_and_keep(&mut cargo)?;
    let junit = read_report(&report);
    println!("{}", Times::from_nextest(&junit));
    let not_shown = not_shown(&junit);
    say_skipped(&not_shown);
    counted(succeeded, Counts::from_nextest(&output).map(|counts| counts.without(&not_shown)))
}

fn generated() -> Outcome<Counts> {
    generate(true).map(|()| Counts::check(true))
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

fn types() -> Outcome<Counts> {
    pages_and_e2e("check")
}

fn lint() -> Outcome<Counts> {
    pages_and_e2e("lint")
}

/// Two checks by the tools that ui has: of its own files, and of those in `e2e`.
fn pages_and_e2e(script: &str) -> Outcome<Counts> {
    program::npm_packages("e2e/browser")?; // the types of what its tests call
    let mut counts = Counts::default();
    for script in [script.to_owned(), format!("{script}:e2e")] {
        let passed = run(npm().args(["run", &script]).current_dir(project::root().join("ui")));
        if let Err(error) = &passed {
            println!("{error}");
        }
        counts += Counts::check(passed.is_ok());
    }
    Ok(counts)
}

fn ui() -> Outcome<Counts> {
    let report = new_report("ui.json")?;
    let mut vitest = npx();
    vitest.args(["vitest", "run", "--reporter=default", "--reporter=json", "--outputFile.json"]);
    let succeeded = run(vitest.arg(&report).current_dir(project::root().join("ui"))).is_ok();
    counted(succeeded, Counts::from_vitest(&read_report(&report)))
}

fn browser() -> Outcome<Counts> {
    program::npm_packages("e2e/browser")?;
    program::binaries(&["pilot-devhost"])?;
    // The pages once more, with the languages that are made for tests.
    run(npm().args(["run", "build:pseudo"]).current_dir(project::root().join("ui")))?;
    let report = new_report("browser.json")?;
    let mut playwright = npx();
    playwright
        .args(["playwright", "test", "--reporter=list,json"])
        .current_dir(project::root().join("e2e/browser"))
        .env("PLAYWRIGHT_JSON_OUTPUT_NAME", &report)
        .env("PILOT_LIGHT_BIN_DIR", project::binaries());
    let succeeded = run(&mut playwright).is_ok();
    let json = read_report(&report);
    println!("{}", Times::from_playwright(&json));
    counted(succeeded, Counts::from_playwright(&json))
}

fn desktop() -> Outcome<Counts> {
    if !cfg!(target_os = "linux") {
        println!("The desktop tests need Linux.");
        return Ok(Counts { skipped: 1, ..Counts::default() });
    }
    program::npm_packages("e2e/browser")?; // axe-core lives there
    program::binaries(&["pilot-light"])?;
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
    println!("{}", Times::from_desktop(&read_report(&times)));
    say_skipped(&skipped_in_tap(&tap));
    counted(succeeded, Counts::from_tap(&tap))
}

fn say_skipped(skipped: &[String]) {
    for test in skipped {
        println!("   skipped: {test}");
    }
}

/// A runner that failed without a failed test, or gave no counts, still counts as a failure.
fn counted(succeeded: bool, counts: Option<Counts>) -> Outcome<Counts> {
    let mut counts = counts.ok_or("The tests could not be run.")?;
    if !succeeded && counts.failed == 0 {
        counts.failed = 1;
    }
    Ok(counts)
}

/// A place for a runner's report, with the last one out of the way.
fn new_report(name: &str) -> Outcome<PathBuf> {
    let folder = project::target().join("reports");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let report = folder.join(name);
    let _ = fs::remove_file(&report);
    Ok(report)
}

fn read_report(report: &Path) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_skipped_fails_the_run_that_others_rely_on() {
        let of = |failed, skipped| Counts { passed: 9, failed, skipped };
        assert!(verdict(of(0, 0), true).is_ok() && verdict(of(0, 1), false).is_ok());
        assert!(verdict(of(0, 1), true).is_err() && verdict(of(1, 0), false).is_err());
    }
}
