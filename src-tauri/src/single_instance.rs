//! One copy at a time: a second start shows the window of the first and ends.
//!
//! A start while the last copy is still closing must start all the same. Two things can go wrong there: the
//! closing copy no longer answers (then we ask again until it is gone), or it still answers and then ends
//! (then it starts a new copy as its last act).

#[cfg(target_os = "linux")]
mod bus;
#[cfg(not(target_os = "linux"))]
mod plugin;

use std::{
    env,
    process::Command,
    sync::{Mutex, MutexGuard, PoisonError},
};

#[cfg(target_os = "linux")]
use bus as system;
#[cfg(not(target_os = "linux"))]
use plugin as system;
pub(crate) use system::claim;
use tauri::AppHandle;

use crate::{options::Options, place::Place, windows};

/// How far this copy is on its way out, and how many starts it took over without having shown a window.
struct Ending {
    stage: Stage,
    owed: u32,
}

#[derive(PartialEq, Eq)]
enum Stage {
    Running,
    Closing,
    /// The last look at what is owed has been taken.
    Gone,
}

static ENDING: Mutex<Ending> = Mutex::new(Ending { stage: Stage::Running, owed: 0 });

fn on_second_start(app: &AppHandle, args: Vec<String>) {
    let mut ending = ending();
    match ending.stage {
        Stage::Gone => start_again(),
        // The last act will see to it.
        Stage::Closing => ending.owed += 1,
        Stage::Running => {
            ending.owed += 1;
            let place = Options::from_args(args.into_iter().skip(1)).place().unwrap_or(Place::MAIN);
            let handle = app.clone();
            // If the program ends before this has run, its window is still owed.
            let _ = app.run_on_main_thread(move || {
                windows::open_or_report(&handle, place);
                self::ending().owed -= 1;
            });
        }
    }
}

pub(crate) fn begin_closing(_: &AppHandle) {
    ending().stage = Stage::Closing;
}

/// The last act: gives the name back, and starts a new copy if one was asked for meanwhile.
pub(crate) fn finish_closing(app: &AppHandle) {
    system::release(app);
    let mut ending = ending();
    ending.stage = Stage::Gone;
    if ending.owed > 0 {
        start_again();
    }
}

fn start_again() {
    if let Ok(program) = env::current_exe()
        && let Err(error) = Command::new(program).spawn()
    {
        pilot_app::note_failure("start_again", &error);
    }
}

fn ending() -> MutexGuard<'static, Ending> {
    ENDING.lock().unwrap_or_else(PoisonError::into_inner)
}
