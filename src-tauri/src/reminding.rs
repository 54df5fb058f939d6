//! The one thread that waits for reminders. It sleeps until the next moment it was told, at most half a
//! minute at a time, and compares wall clocks, so that sleep, clock changes and travel are seen.

use std::{
    sync::{
        Mutex, PoisonError,
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    thread,
    time::Duration,
};

use serde_json::json;
use tauri::{AppHandle, Manager as _};

use crate::{Shell, ipc, notices};

const LONGEST_SLEEP: Duration = Duration::from_secs(30);
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
    thread::spawn(move || {
        loop {
            let sleep = look(&app);
            match woken.recv_timeout(sleep) {
                Ok(()) => while woken.try_recv().is_ok() {},
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    });
}

/// Shows what is due and says how long to sleep.
fn look(app: &AppHandle) -> Duration {
    let tick = app.state::<Shell>().core.app().tick();
    // Locked or refused: nothing can be due.
    let Ok(tick) = tick else { return LONGEST_SLEEP };
    if let Some((_, kinds)) = &tick.change {
        ipc::announce(app, &json!(kinds));
    }
    for notice in tick.notices {
        notices::show(app, notice);
    }
    tick.next_wake
        .and_then(|next| (next - tick.now).to_std().ok())
        .unwrap_or(LONGEST_SLEEP)
        .clamp(SHORTEST_SLEEP, LONGEST_SLEEP)
}
