//! WebKit's sandbox for the page (Linux): without a network, without the person's files, and apart from other programs.
//! WebKitGTK ends the program where it cannot make one, so it is tried first; and where two starts with it came to no page,
//! it is done without.

use std::{
    env,
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::atomic::{AtomicBool, Ordering},
};

/// What asks WebKitGTK for it. Nothing else does: wry does not.
pub(crate) const SETTING: &str = "WEBKIT_FORCE_SANDBOX";

/// So many starts that came to no page are enough.
const ENOUGH: usize = 2;

/// A page has been begun and has asked for nothing yet.
static IS_BEGUN: AtomicBool = AtomicBool::new(false);

pub(crate) fn is_wanted() -> bool {
    env::var_os("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS").is_none()
        && failed_starts() < ENOUGH
        && can_be_made()
}

/// Its parts are looked for in their usual places, and one is made for a trial as WebKit does in a container. A display over
/// the network would be out of the page's reach.
fn can_be_made() -> bool {
    let is_display_here = env::var_os("WAYLAND_DISPLAY").is_some()
        || env::var_os("DISPLAY").is_some_and(|display| display.as_encoded_bytes().starts_with(b":"));
    is_display_here
        && is_bus_there()
        && Path::new("/usr/bin/xdg-dbus-proxy").exists()
        && Command::new("/usr/bin/bwrap")
            .args(["--ro-bind", "/", "/", "--proc", "/proc", "--dev", "/dev", "--unshare-all", "true"])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|made| made.success())
}

/// A session's bus that has gone, as in a shell of another session, ends WebKit's proxy to it, and the program with it.
fn is_bus_there() -> bool {
    let address = env::var_os("DBUS_SESSION_BUS_ADDRESS").unwrap_or_default();
    let path =
        address.to_str().and_then(|address| address.strip_prefix("unix:path=")?.split([',', ';']).next());
    path.is_none_or(|path| Path::new(path).exists())
}

/// A page is about to be made. Should the program end before it asks for anything, that is remembered.
pub(crate) fn begin_page() {
    // Two windows that are begun at once are one start.
    if env::var_os(SETTING).as_deref() == Some(OsStr::new("1"))
        && !IS_BEGUN.swap(true, Ordering::Relaxed)
        && let Some(file) = failures()
    {
        // Where it cannot be written, nothing is remembered. Only a program that ends is, so it need not reach the disk.
        let _ = file.parent().map(fs::create_dir_all);
        let _ = fs::write(&file, "x".repeat(failed_starts() + 1));
    }
}

/// A page has asked for something, so it stands.
pub(crate) fn note_page() {
    if IS_BEGUN.swap(false, Ordering::Relaxed)
        && let Some(file) = failures()
    {
        let _ = fs::remove_file(file);
    }
}

fn failed_starts() -> usize {
    failures()
        .and_then(|file| fs::metadata(file).ok())
        .map_or(0, |file| usize::try_from(file.len()).unwrap_or(ENOUGH))
}

/// Has a byte for each start that came to no page. It is needed before there is a program that knows its folders.
fn failures() -> Option<PathBuf> {
    let named = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|folder| folder.is_absolute());
    let folder = named.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cache")))?;
    Some(folder.join("org.pilotlight.PilotLight/starts-without-a-page"))
}
