//! `cargo xtask test`: every check, and one line of counts at the end.
//! A failing step does not stop the ones after it, so one run shows all there is to mend.

use std::panic;
use std::path::PathBuf;
use std::thread::{self, ScopedJoinHandle};
use std::time::Instant;

use crate::counts::Counts;
use crate::needs;
use crate::process::{Outcome, aside, say, tell};
use crate::program;
use crate::project;
use crate::steps::{self, Report};

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
    /// It leaves the processor to others: it uses one core, or waits for most of its time. The steps after it go on beside it.
    goes_beside: bool,
    run: fn() -> Outcome<Report>,
}

const fn step(name: &'static str, run: fn() -> Outcome<Report>) -> Step {
    Step { name, is_slow: false, goes_beside: false, run }
}

const STEPS: &[Step] = &[
    step("format", steps::format),
    step("clippy", steps::clippy),
    step("rust", steps::rust),
    step("generated", steps::generated),
    Step { goes_beside: true, ..step("lint", steps::lint) },
    step("types", steps::types),
    step("ui", steps::ui),
    Step { is_slow: true, goes_beside: true, ..step("desktop", steps::desktop) },
    Step { is_slow: true, ..step("browser", steps::browser) },
];

pub(crate) fn step_names() -> String {
    STEPS.iter().map(|step| step.name).collect::<Vec<_>>().join(", ")
}

/// A step that is over, and what it took.
struct Over {
    name: &'static str,
    report: Report,
    seconds: f32,
}

/// A step that goes on beside others, and where what it says is written meanwhile.
struct Beside<'scope> {
    name: &'static str,
    said: PathBuf,
    over: ScopedJoinHandle<'scope, Outcome<Over>>,
}

impl Beside<'_> {
    /// Waits for its end, and tells what it said.
    fn join(self) -> Outcome<Over> {
        let over = self.over.join().unwrap_or_else(|panicked| panic::resume_unwind(panicked));
        say(self.name);
        println!("{}", steps::read_report(&self.said));
        over
    }
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
    let over = thread::scope(|scope| -> Outcome<Vec<Over>> {
        let (mut over, mut beside) = (Vec::new(), Vec::new());
        for (number, &step) in steps.iter().enumerate() {
            if step.goes_beside && number + 1 < steps.len() {
                let said = steps::new_report(&format!("{}.log", step.name))?;
                let file = said.clone();
                let running = scope.spawn(move || aside(&file, || take(step)));
                beside.push(Beside { name: step.name, said, over: running });
            } else {
                say(step.name);
                over.push(take(step));
            }
        }
        for one in beside {
            over.push(one.join()?);
        }
        Ok(over)
    })?;
    conclude(&over)
}

fn take(step: &Step) -> Over {
    let started = Instant::now();
    let report = (step.run)().unwrap_or_else(|error| {
        tell(&error);
        Report::check(false)
    });
    let over = Over { name: step.name, report, seconds: started.elapsed().as_secs_f32() };
    tell(over.line());
    over
}

impl Over {
    fn line(&self) -> String {
        format!("{:<10} {:>6.1} s   {}", self.name, self.seconds, self.report.counts)
    }
}

/// Tells how all of them went, and what failed once more: a whole run is long.
fn conclude(over: &[Over]) -> Outcome {
    let mut total = Counts::default();
    let mut lines = Vec::new();
    for one in over {
        total += one.report.counts;
        lines.push(one.line());
    }
    println!("\nAll steps:\n{}", lines.join("\n"));
    for one in over.iter().filter(|one| one.report.counts.failed > 0) {
        println!("\nFailed: {}\n    {}", one.name, one.report.failed.join("\n    "));
    }
    println!("\n{total}");
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
    // Here, and not by two steps at once.
    program::npm_packages("e2e/browser")?;
    if with_slow {
        program::binaries(&["pilot-devhost", "pilot-light"])?;
    }
    program::ui() // the shell does not compile without it
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
