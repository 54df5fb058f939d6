//! One copy at a time through `tauri-plugin-single-instance`, on Windows and macOS.

use std::{thread, time::Duration};

use pilot_app::Place;
use tauri::AppHandle;

const TRIES: u32 = 25;
const PAUSE: Duration = Duration::from_millis(200);

/// Becomes the one copy, or hands over to it and ends this process.
pub(crate) fn claim(app: &AppHandle, _: &Place) {
    for _ in 0..TRIES {
        let plugin = tauri_plugin_single_instance::init(|app, args, _| super::on_second_start(app, args));
        match app.plugin(plugin) {
            Ok(()) => return,
            // The former copy holds the name and no longer answers.
            Err(_) => thread::sleep(PAUSE),
        }
    }
    // The data folder has a lock of its own: a true second copy will be told there.
    eprintln!("going on without looking for another copy");
}

/// Gives the name back.
pub(super) fn release(app: &AppHandle) {
    tauri_plugin_single_instance::destroy(app);
}
