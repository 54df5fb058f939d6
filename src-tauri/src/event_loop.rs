//! The one loop that hands each event to whom it concerns. It waits for nothing: who needs the data, the disk or the bus
//! goes there by a task of their own.

use std::{sync::mpsc::Receiver, thread};

use tauri::{AppHandle, Manager as _};

use crate::{
    answers, autostart, events::Event, notifications, scheduler_thread, shell::Shell, tray, windows, words,
};

/// As `cargo xtask bench idle` tells it.
const NAME: &str = "events";

/// Starts the loop.
pub(crate) fn start(app: &AppHandle) {
    let Some(told) = app.state::<Shell>().events.take() else { return };
    let app = app.clone();
    let started = thread::Builder::new().name(NAME.to_owned()).spawn(move || run(&app, &told));
    if let Err(error) = started {
        pilot_app::note_failure("begin_events", &error);
    }
}

fn run(app: &AppHandle, told: &Receiver<Event>) {
    for event in told {
        words::hear(app, &event);
        windows::hear(app, &event);
        scheduler_thread::hear(app, &event);
        notifications::hear(app, &event);
        tray::hear(app, &event);
        autostart::hear(app, &event);
        answers::hear(app, &event);
    }
}
