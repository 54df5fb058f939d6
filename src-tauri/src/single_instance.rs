//! One copy at a time: a second start shows the window of the first and ends.
//!
//! A start while the last copy is still closing must start all the same. Two things can go wrong there: the
//! closing copy no longer answers (then we ask again until it is gone), or it still answers and then ends
//! (then it starts a new copy as its last act).

use std::{
    env,
    process::Command,
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};

use tauri::AppHandle;

use crate::{
    options::Options,
    windows::{self, Place},
};

static IS_CLOSING: AtomicBool = AtomicBool::new(false);
static WAS_ASKED_WHILE_CLOSING: AtomicBool = AtomicBool::new(false);

const TRIES: u32 = 25;
const PAUSE: Duration = Duration::from_millis(200);

/// Becomes the one copy, or hands over to it and ends this process.
pub(crate) fn claim(app: &AppHandle) {
    for _ in 0..TRIES {
        let plugin = tauri_plugin_single_instance::init(|app, args, _| on_second_start(app, args));
        match app.plugin(plugin) {
            Ok(()) => return,
            // The former copy holds the name and no longer answers.
            Err(_) => thread::sleep(PAUSE),
        }
    }
    // The data folder has a lock of its own: a true second copy will be told there.
    eprintln!("going on without looking for another copy");
}

fn on_second_start(app: &AppHandle, args: Vec<String>) {
    if IS_CLOSING.load(Ordering::SeqCst) {
        WAS_ASKED_WHILE_CLOSING.store(true, Ordering::SeqCst);
        return;
    }
    let place = Options::from_args(args.into_iter().skip(1)).place().unwrap_or(Place::Main(String::new()));
    let handle = app.clone();
    // If the program is ending, `finish_closing` starts the next copy.
    let _ = app.run_on_main_thread(move || windows::open_or_report(&handle, place));
}

pub(crate) fn begin_closing(_: &AppHandle) {
    IS_CLOSING.store(true, Ordering::SeqCst);
}

/// The last act: gives the name back, and starts a new copy if one was asked for meanwhile.
pub(crate) fn finish_closing(app: &AppHandle) {
    tauri_plugin_single_instance::destroy(app);
    if WAS_ASKED_WHILE_CLOSING.load(Ordering::SeqCst)
        && let Ok(program) = env::current_exe()
        && let Err(error) = Command::new(program).spawn()
    {
        eprintln!("could not start again: {error}");
    }
}
