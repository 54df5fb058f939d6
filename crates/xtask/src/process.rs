//! Starting other programs: aloud, quietly, with their words kept, or in the background.
//! On Linux each one is told to end when this process ends, so that nothing outlives a Ctrl-C or a kill.

use std::cell::RefCell;
use std::env;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// An error here is a sentence for the person at the terminal.
pub(crate) type Outcome<T = ()> = Result<T, String>;

thread_local! {
    /// Where this thread writes in place of the terminal.
    static ASIDE: RefCell<Option<File>> = const { RefCell::new(None) };
}

/// Does `work`, with all that it and its programs say written to `file`: they go on beside others that speak.
pub(crate) fn aside<T>(file: &Path, work: impl FnOnce() -> T) -> Outcome<T> {
    let made = File::create(file).map_err(|error| format!("{}: {error}", file.display()))?;
    ASIDE.set(Some(made));
    let done = work();
    ASIDE.set(None);
    Ok(done)
}

/// What a program of this thread writes to.
fn output() -> Stdio {
    ASIDE.with_borrow(|file| {
        let file = file.as_ref().and_then(|file| file.try_clone().ok());
        file.map_or_else(Stdio::inherit, Stdio::from)
    })
}

/// Writes a line where this thread writes.
pub(crate) fn tell(text: impl std::fmt::Display) {
    ASIDE.with_borrow_mut(|file| match file {
        Some(file) => drop(writeln!(file, "{text}")),
        None => println!("{text}"),
    });
}

/// Says what the next long step is.
pub(crate) fn say(text: &str) {
    tell(format_args!("── {text}"));
    let _ = std::io::stdout().flush();
}

/// Is there a program of this name on the search path?
pub(crate) fn finds(name: &str) -> bool {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&crate::project::path()).any(|dir| dir.join(&file).is_file())
}

/// Makes what follows end with this process. It belongs to util-linux, so Debian always has it.
const TIE: [&str; 4] = ["setpriv", "--pdeathsig", "TERM", "--"];

/// A command that ends with this process, where the system can arrange it.
pub(crate) fn tied(program: impl AsRef<OsStr>) -> Command {
    let mut command = if cfg!(target_os = "linux") && finds(TIE[0]) {
        let mut command = Command::new(TIE[0]);
        command.args(&TIE[1..]).arg(program);
        command
    } else {
        Command::new(program)
    };
    command.env("PATH", crate::project::path());
    command
}

/// Runs with its output shown, and fails when it fails.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let status =
        command.stdout(output()).stderr(output()).status().map_err(|error| cannot_start(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` ended with {status}", line(command))) }
}

/// Runs without a word and gives its standard output, or nothing when it fails.
pub(crate) fn read(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs with its output shown and kept. The flag says whether it succeeded.
pub(crate) fn run_and_keep(command: &mut Command) -> Outcome<(bool, String)> {
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| cannot_start(command, &error))?;
    let (sender, lines) = mpsc::channel();
    let out = child.stdout.take().map(|pipe| forward(pipe, sender.clone()));
    let err = child.stderr.take().map(|pipe| forward(pipe, sender));
    let mut kept = String::new();
    for line in lines {
        tell(&line);
        kept.push_str(&line);
        kept.push('\n');
    }
    for reader in [out, err].into_iter().flatten() {
        let _ = reader.join();
    }
    let status = child.wait().map_err(|error| cannot_start(command, &error))?;
    Ok((status.success(), kept))
}

fn forward(pipe: impl Read + Send + 'static, lines: mpsc::Sender<String>) -> thread::JoinHandle<()> {
    thread::spawn(move || {
        for line in BufReader::new(pipe).split(b'\n').map_while(Result::ok) {
            let _ = lines.send(String::from_utf8_lossy(&line).into_owned());
        }
    })
}

/// A program in the background, stopped when this value goes away.
pub(crate) struct Background(pub(crate) Child);

impl Background {
    pub(crate) fn start(command: &mut Command) -> Outcome<Self> {
        command.spawn().map(Self).map_err(|error| cannot_start(command, &error))
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        // Asked first, so that it can tidy up (a display has a lock file); then made to.
        let id = self.0.id().to_string();
        let asked = cfg!(unix) && read(Command::new("sh").args(["-c", "kill -TERM $0", &id])).is_some();
        for _ in 0..if asked { 40 } else { 0 } {
            if !matches!(self.0.try_wait(), Ok(None)) {
                return;
            }
            thread::sleep(Duration::from_millis(50));
        }
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    format!("`{}` could not be started: {error}", line(command))
}

fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let line = words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ");
    line.strip_prefix(&TIE.join(" ")).unwrap_or(&line).trim().to_string()
}
