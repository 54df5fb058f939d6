//! Starting at login, off until asked for.

use tauri::{AppHandle, Manager as _};
use tauri_plugin_autostart::ManagerExt as _;

use crate::Shell;

/// Makes the system do what the preferences say.
pub(crate) fn apply(app: &AppHandle) {
    let launcher = app.autolaunch();
    let wanted = app.state::<Shell>().core.starts_at_login();
    let done = match (wanted, launcher.is_enabled().unwrap_or(false)) {
        (true, _) => launcher.enable(),
        (false, true) => launcher.disable(),
        (false, false) => Ok(()),
    };
    if let Err(error) = done {
        eprintln!("start at login not changed: {error}");
    }
}

/// Writes the entry again at each start, so that a program that was moved is found.
pub(crate) fn heal(app: &AppHandle) {
    if app.state::<Shell>().core.starts_at_login() {
        apply(app);
    }
}
