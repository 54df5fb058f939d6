//! The one thread that waits for reminders. It sleeps until the next moment it was told, at most three
//! quarters of a minute at a time, and compares wall clocks, so that sleep, clock changes and travel are seen.

use std::{
    sync::{
        Mutex, PoisonError,
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    thread,
    time::Duration,
};

use tauri::{AppHandle, Manager as _};

use crate::{Shell, ipc, notices, presence, tray};

/// As `cargo xtask bench idle` tells it.
const NAME: &str = "reminders";
const LONGEST_SLEEP: Duration = Duration::from_secs(45);
const SHORTEST_SLEEP: Duration = Duration::from_millis(200);

/// A line to the thread.
pub(crate) struct Reminding {
    wake: Sender<()>,
    woken: Mutex<Option<Receiver<()>>>,
}

impl Reminding {
    pub(crate) fn new() -> Self {
        let (wake, woken) = mpsc::channel();
        Reminding { wake, woken: Mutex::new(Some(woken)) }
    }

    /// Something changed that may change what is due.
    pub(crate) fn look_again(&self) {
        // The thread ends only with the program.
        let _ = self.wake.send(());
    }
}

/// Starts the thread.
pub(crate) fn start(app: &AppHandle) {
    let shell = app.state::<Shell>();
    let Some(woken) = shell.reminding.woken.lock().unwrap_or_else(PoisonError::into_inner).take() else {
        return;
    };
    let app = app.clone();
    let thread = thread::Builder::new().name(NAME.to_owned());
    let started = thread.spawn(move || {
        let mut must_look = true;
        let mut was_paused = false;
        loop {
            let sleep = look(&app, must_look);
            let is_paused = app.state::<Shell>().core.app().paused_until().is_some();
            // A pause ends by itself, without a change.
            if was_paused != is_paused {
                was_paused = is_paused;
                tray::refresh(&app);
            }
            must_look = match woken.recv_timeout(sleep) {
                Ok(()) => {
                    while woken.try_recv().is_ok() {}
                    true
                }
                Err(RecvTimeoutError::Timeout) => false,
                Err(RecvTimeoutError::Disconnected) => return,
            };
        }
    });
    if let Err(error) = started {
        eprintln!("no reminders: {error}");
    }
}

/// Shows what is due and says how long to sleep.
fn look(app: &AppHandle, must_look: bool) -> Duration {
    let shell = app.state::<Shell>();
    // The system is asked without holding the data: it may take its time to answer.
    let is_due = shell.core.app().is_due(must_look);
    let hold = is_due.ok().flatten().and_then(|waits| presence::hold(app, waits));
    let tick = shell.core.app().tick(must_look, hold);
    // Locked or refused: nothing can be due.
    let Ok(tick) = tick else { return LONGEST_SLEEP };
    if let Some(notice) = &tick.notice {
        notices::show(app, notice);
    }
    if let Some((_, kinds)) = &tick.change {
        // Not through `announce`, which would wake this thread for its own work.
        ipc::tell_windows(app, kinds);
        notices::withdraw_answered(app);
    }
    if tick.test {
        notices::show_test(app);
    }
    tick.wake_in
        .and_then(|wake_in| wake_in.to_std().ok())
        .unwrap_or(LONGEST_SLEEP)
        .clamp(SHORTEST_SLEEP, LONGEST_SLEEP)
}
