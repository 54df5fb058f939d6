//! Builds the program: npm packages, the UI, the binaries. Each part is skipped when nothing changed.

use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use crate::process::{Outcome, run, say, tied};
use crate::project::{self, WORKSPACE};

/// Installs a folder's npm packages when its lock file is not the one installed last.
pub(crate) fn npm_packages(folder: &str) -> Outcome {
    let folder = project::root().join(folder);
    let lock = fs::read(folder.join("package-lock.json"))
        .map_err(|error| format!("{}: {error}", folder.join("package-lock.json").display()))?;
    let stamp = folder.join("node_modules/.installed-lock");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    say(&format!("Installing npm packages in {}", folder_name(&folder)));
    run(npm().args(["ci", "--no-audit", "--no-fund"]).current_dir(&folder))?;
    fs::write(&stamp, lock).map_err(|error| format!("{}: {error}", stamp.display()))
}

/// Builds the UI when a file of it, or a message, is newer than the last build.
pub(crate) fn ui() -> Outcome {
    npm_packages("ui")?;
    let ui = project::root().join("ui");
    let built = modified(&ui.join("dist/index.html"));
    let newest = |folder: &Path| newest(folder).map_err(|error| format!("{}: {error}", folder.display()));
    let changed = newest(&ui)?.max(newest(&project::root().join("messages"))?);
    if built.is_some_and(|built| changed <= built) {
        return Ok(());
    }
    say("Building the UI");
    run(npm().args(["run", "build"]).current_dir(&ui))
}

/// Builds these programs, with the UI inside.
pub(crate) fn binaries(names: &[&str]) -> Outcome {
    ui()?;
    say(&format!("Building {} (the first time takes minutes)", names.join(" and ")));
    let mut cargo = project::cargo();
    cargo.arg("build").args(WORKSPACE);
    for name in names {
        cargo.args(["--bin", name]);
    }
    run(&mut cargo)
}

pub(crate) fn npm() -> Command {
    node_tool("npm")
}

pub(crate) fn npx() -> Command {
    node_tool("npx")
}

fn node_tool(name: &str) -> Command {
    // On Windows they are scripts, which need their full name.
    tied(if cfg!(windows) { format!("{name}.cmd") } else { name.to_string() })
}

/// When anything under `folder` last changed. The time of a folder inside counts as well, which shows that
/// a file was deleted; the time of `folder` itself does not, since the build writes there.
fn newest(folder: &Path) -> io::Result<SystemTime> {
    let mut newest = SystemTime::UNIX_EPOCH;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if matches!(entry.file_name().to_str(), Some("node_modules" | "dist" | "dist-pseudo")) {
            continue;
        }
        let metadata = entry.metadata()?;
        newest = newest.max(metadata.modified()?);
        if metadata.is_dir() {
            newest = newest.max(self::newest(&entry.path())?);
        }
    }
    Ok(newest)
}

fn modified(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|metadata| metadata.modified()).ok()
}

fn folder_name(folder: &Path) -> String {
    folder.strip_prefix(project::root()).unwrap_or(folder).display().to_string()
}
