//! Starting at login, off until asked for.

use pilot_app::domain::change::Kind;
use tauri::{AppHandle, Manager as _};
use tauri_plugin_autostart::ManagerExt as _;

use crate::{events::Event, shell::Shell};

pub(crate) fn hear(app: &AppHandle, event: &Event) {
    if let Event::Changed(change) = event
        && change.kinds.contains(&Kind::Preferences)
    {
        let app = app.clone();
        tauri::async_runtime::spawn_blocking(move || apply(&app));
    }
}

/// Makes the system do what the preferences say.
fn apply(app: &AppHandle) {
    let launcher = app.autolaunch();
    let wanted = app.state::<Shell>().core.starts_at_login();
    let done = match (wanted, launcher.is_enabled().unwrap_or(false)) {
        (true, _) => launcher.enable(),
        (false, true) => launcher.disable(),
        (false, false) => Ok(()),
    };
    if let Err(error) = done {
        pilot_app::note_failure("start_at_login", &error);
    }
}

/// Writes the entry again at each start, so that a program that was moved is found.
pub(crate) fn heal(app: &AppHandle) {
    if app.state::<Shell>().core.starts_at_login() {
        apply(app);
    }
}
