//! A private desktop session: a display in memory, a message bus, a window manager, and a runtime folder
//! that only this user can read. Nothing in it can touch the person's own desktop.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::process::{Background, Outcome, tied};

pub(crate) struct Session {
    display: String,
    bus: String,
    runtime_dir: PathBuf,
    // Stopped in this order, the display last.
    _running: Vec<Background>,
}

/// Is there a display that the person can see?
pub(crate) fn has_display() -> bool {
    !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()))
}

impl Session {
    pub(crate) fn start() -> Outcome<Self> {
        let runtime_dir = new_runtime_dir().map_err(|error| format!("no runtime folder: {error}"))?;

        let mut xvfb = tied("Xvfb");
        // With -displayfd the server picks a free number itself, and says it once it is ready.
        xvfb.args(["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"]);
        let (xvfb, number) = start_and_read_line(&mut xvfb)?;
        let display = format!(":{number}");

        let mut bus = tied("dbus-daemon");
        bus.args(["--session", "--nofork", "--nopidfile", "--print-address=1"]);
        // Programs that the bus starts need the session too.
        bus.env("DISPLAY", &display).env("XDG_RUNTIME_DIR", &runtime_dir);
        let (bus, address) = start_and_read_line(&mut bus)?;

        let mut session = Self { display, bus: address, runtime_dir, _running: vec![bus, xvfb] };
        let mut openbox = tied("openbox");
        session.enter(&mut openbox);
        openbox.stdout(Stdio::null()).stderr(Stdio::null());
        session._running.insert(0, Background::start(&mut openbox)?);
        Ok(session)
    }

    /// Makes `command` a part of this session, and of no other.
    pub(crate) fn enter<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("XDG_RUNTIME_DIR", &self.runtime_dir)
            .env("XDG_SESSION_TYPE", "x11")
            .env("NO_AT_BRIDGE", "1") // no accessibility bus here, and no waiting for one
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("XDG_CURRENT_DESKTOP")
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self._running.drain(..).for_each(drop);
        let _ = fs::remove_dir_all(&self.runtime_dir);
    }
}

fn start_and_read_line(command: &mut Command) -> Outcome<(Background, String)> {
    let mut running = Background::start(command.stdout(Stdio::piped()).stderr(Stdio::null()))?;
    let mut line = String::new();
    if let Some(pipe) = running.0.stdout.take() {
        let _ = BufReader::new(pipe).read_line(&mut line);
    }
    match line.trim() {
        "" => Err(format!("{:?} did not start", command.get_program())),
        text => Ok((running, text.to_string())),
    }
}

/// Named after this process. Those of processes that are gone (a Ctrl-C leaves one) are cleared away.
/// The path holds no colon, which D-Bus would misread.
fn new_runtime_dir() -> std::io::Result<PathBuf> {
    const PREFIX: &str = "pilot-light-session-";
    for entry in fs::read_dir(env::temp_dir())?.flatten() {
        let name = entry.file_name();
        let owner = name.to_str().and_then(|name| name.strip_prefix(PREFIX));
        if owner.is_some_and(|id| !Path::new("/proc").join(id).exists()) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
    let dir = env::temp_dir().join(format!("{PREFIX}{}", std::process::id()));
    #[cfg_attr(not(unix), expect(unused_mut, reason = "only Unix gives it a mode"))]
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(&dir)?;
    Ok(dir)
}
