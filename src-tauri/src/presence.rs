//! Whether the system would rather not be interrupted now, where it says so. It is asked only when a
//! reminder is about to come.

#[cfg(target_os = "linux")]
#[path = "presence/linux.rs"]
mod system;
#[cfg(target_os = "macos")]
#[path = "presence/macos.rs"]
mod system;
#[cfg(windows)]
#[path = "presence/windows.rs"]
mod system;

use std::time::Duration;

use pilot_app::domain::reminder::Hold;
use tauri::AppHandle;

use crate::notifications;

/// Nobody has touched the computer for so long that a notice would come and go unseen.
const AWAY_AFTER: Duration = Duration::from_secs(10 * 60);

/// Why a reminder had better wait. `waits` is whether the person wants it to look at the screen.
pub(crate) fn hold(app: &AppHandle, waits: bool) -> Option<Hold> {
    if !notifications::can_show(app) {
        return Some(Hold::NoNotices);
    }
    waits.then(system::hold).flatten()
}
