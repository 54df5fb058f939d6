//! `cargo xtask run`: opens the real window, or serves the same UI to a browser.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use crate::needs;
use crate::process::{Background, Outcome, read, run as run_aloud, say, tied};
use crate::program;
use crate::project;
use crate::session::{Session, has_display};

#[derive(Default)]
pub(crate) struct Options {
    pub(crate) browser: bool,
    pub(crate) demo: bool,
    /// Where `--browser` keeps its data.
    pub(crate) data: Option<String>,
}

pub(crate) fn run(options: &Options) -> Outcome {
    if options.browser {
        needs::ensure(&[needs::BUILD])?;
        return serve(options);
    }
    if has_display() {
        needs::ensure(&[needs::BUILD])?;
        program::binaries(&["pilot-light"])?;
        say("Pilot Light is open. It stops with Ctrl-C here, or from its tray.");
        return run_aloud(&mut window(options));
    }
    say("There is no display here, so the window opens on a virtual one.");
    needs::ensure(&[needs::BUILD, needs::VIRTUAL_DISPLAY])?;
    program::binaries(&["pilot-light"])?;
    let session = Session::start()?;
    let mut running = Background::start(session.enter(&mut window(options)))?;
    let picture = picture_of_window(&session, &mut running)?;
    say(&format!("The window is up. A picture of it: {}", picture.display()));
    say("It keeps running until it is stopped (Ctrl-C).");
    match running.0.wait() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("Pilot Light ended with {status}")),
        Err(error) => Err(error.to_string()),
    }
}

fn window(options: &Options) -> Command {
    let mut command = tied(project::binary("pilot-light"));
    if options.demo {
        command.arg("--demo");
    }
    command
}

fn serve(options: &Options) -> Outcome {
    program::binaries(&["pilot-devhost"])?;
    let port = free_port().map_err(|error| format!("no free port: {error}"))?;
    let mut command = tied(project::binary("pilot-devhost"));
    command.arg("--ui").arg(project::root().join("ui/dist")).args(["--port", &port.to_string()]);
    if options.demo {
        command.arg("--demo");
    }
    if let Some(dir) = &options.data {
        command.args(["--data", dir]);
    }
    say(&format!("Open http://127.0.0.1:{port} in a browser. Ctrl-C stops it."));
    run_aloud(&mut command)
}

/// The usual port, or any that is free.
fn free_port() -> std::io::Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 1421)).or_else(|_| TcpListener::bind(("127.0.0.1", 0)))?;
    Ok(listener.local_addr()?.port())
}

/// Waits until the window is there and has stopped changing, then keeps a picture of it.
fn picture_of_window(session: &Session, running: &mut Background) -> Outcome<PathBuf> {
    const PATIENCE: Duration = Duration::from_secs(60);
    let folder = project::target().join("run");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let now = read(Command::new("date").arg("+%Y%m%d-%H%M%S")).unwrap_or_default();
    let picture = folder.join(format!("{}.png", now.trim()));

    let started = Instant::now();
    let mut before = None;
    while started.elapsed() < PATIENCE {
        thread::sleep(Duration::from_millis(400));
        if let Ok(Some(status)) = running.0.try_wait() {
            return Err(format!("Pilot Light ended before its window was up: {status}"));
        }
        let search = ["search", "--onlyvisible", "--class", "pilot-light"];
        if read(session.enter(Command::new("xdotool").args(search))).is_none() {
            continue;
        }
        run_aloud(session.enter(Command::new("import").args(["-window", "root"]).arg(&picture)))?;
        let look = look(&picture);
        if look.is_some() && look == before {
            return Ok(picture);
        }
        before = look;
    }
    Err(format!("The window was not up after {} seconds", PATIENCE.as_secs()))
}

/// What the picture shows, as a signature of its pixels, or nothing while it is still blank.
fn look(picture: &Path) -> Option<String> {
    let text = read(Command::new("identify").args(["-format", "%k %#"]).arg(picture))?;
    let (colours, signature) = text.split_once(' ')?;
    (colours.parse::<u32>().ok()? > 16).then(|| signature.to_string())
}
