//! The project's own commands, so that one line is enough on any computer: `cargo xtask run`, `cargo xtask
//! test`. Only the standard library, so that it compiles in seconds.

mod bench;
mod counts;
mod failed;
mod needs;
mod platforms;
mod process;
mod program;
mod project;
mod run;
mod session;
mod steps;
mod test;
mod times;

use std::process::ExitCode;

use process::Outcome;

fn help() -> String {
    format!(
        "cargo xtask <command>

  run                   build Pilot Light and open its window
      --demo            a throw-away profile with a year of made-up data
      --browser         serve the same UI to a browser on this computer
      --data <folder>   with --browser: where its data lives
  test                  install what the tests need and run them all
      --fast            leave out the browser and the desktop
      --only <step>     one of: {}
  generate              write the generated files again
      --check           only say whether they are up to date
  fixture               keep a profile of this schema, for the versions that come after it
  check-platforms       on Debian: type-check for Windows and macOS, test under wine
  bench [journal|window] what the program costs beside the least that could do the same
  bench idle            what it costs while it waits, looked at for ten minutes",
        test::step_names()
    )
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // An empty error has been told already.
            if !error.is_empty() {
                eprintln!("{error}");
            }
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Outcome {
    let mut words = arguments.iter().map(String::as_str);
    match words.next() {
        Some("run") => {
            let mut options = run::Options::default();
            while let Some(word) = words.next() {
                match word {
                    "--browser" => options.browser = true,
                    "--demo" => options.demo = true,
                    "--data" => options.data = Some(value(word, words.next())?),
                    _ => return Err(unknown(word)),
                }
            }
            run::run(&options)
        }
        Some("test") => {
            let mut options = test::Options::default();
            while let Some(word) = words.next() {
                match word {
                    "--fast" => options.fast = true,
                    "--only" => options.only = Some(value(word, words.next())?),
                    _ => return Err(unknown(word)),
                }
            }
            test::test(&options)
        }
        Some("generate") => match words.next() {
            None => steps::generate(false),
            Some("--check") => steps::generate(true),
            Some(word) => Err(unknown(word)),
        },
        Some("fixture") => match words.next() {
            None => steps::fixture(),
            Some(word) => Err(unknown(word)),
        },
        Some("check-platforms") => match words.next() {
            None => platforms::check_platforms(),
            Some(word) => Err(unknown(word)),
        },
        Some("bench") => match words.next() {
            None => bench::bench(bench::Part::All),
            Some("journal") => bench::bench(bench::Part::Journal),
            Some("window") => bench::bench(bench::Part::Window),
            Some("idle") => bench::idle(),
            Some(word) => Err(unknown(word)),
        },
        None | Some("help" | "--help" | "-h") => {
            println!("{}", help());
            Ok(())
        }
        Some(word) => Err(unknown(word)),
    }
}

fn value(option: &str, value: Option<&str>) -> Outcome<String> {
    value.map(str::to_string).ok_or(format!("{option} needs a value after it\n\n{}", help()))
}

fn unknown(word: &str) -> String {
    format!("`{word}` is not known here\n\n{}", help())
}
