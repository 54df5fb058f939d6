//! One copy at a time by a name on the session bus.
//!
//! Any program can take that name. So who has it is believed to be a copy only while the data is in use, and to have taken
//! a start over only when it says so in time. Otherwise this one goes on as if alone: a person sees a window, and the data
//! folder has a lock of its own, which tells a true second copy.

use std::{
    env, process,
    sync::{Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

use pilot_app::Place;
use tauri::AppHandle;
use zbus::blocking::{Connection, connection::Builder};

const NAME: &str = "org.pilotlight.PilotLight.SingleInstance";
const PATH: &str = "/org/pilotlight/PilotLight/SingleInstance";
const INTERFACE: &str = "org.SingleInstance.DBus";

/// How long a copy that begins, or that is closing, may take.
const PATIENCE: Duration = Duration::from_secs(5);
const PAUSE: Duration = Duration::from_millis(200);
/// How long a copy may take to answer.
const ANSWER: Duration = Duration::from_secs(3);

/// Through which this copy has the name.
static HELD: Mutex<Option<Connection>> = Mutex::new(None);

struct Door {
    app: AppHandle,
}

#[zbus::interface(name = "org.SingleInstance.DBus")]
impl Door {
    fn execute_callback(&self, args: Vec<String>, _folder: String) {
        super::on_second_start(&self.app, args);
    }
}

/// Becomes the one copy, or hands over to it and ends this process.
pub(crate) fn claim(app: &AppHandle, place: &Place) {
    let began = Instant::now();
    loop {
        match take_name(app) {
            Ok(connection) => {
                *HELD.lock().unwrap_or_else(PoisonError::into_inner) = Some(connection);
                return;
            }
            Err(zbus::Error::NameTaken) if place.is_in_use() && hand_over().is_ok() => {
                app.cleanup_before_exit();
                process::exit(0);
            }
            Err(zbus::Error::NameTaken) if began.elapsed() < PATIENCE => thread::sleep(PAUSE),
            Err(error) => {
                eprintln!("going on without looking for another copy: {error}");
                return;
            }
        }
    }
}

fn take_name(app: &AppHandle) -> zbus::Result<Connection> {
    Builder::session()?
        .name(NAME)?
        .replace_existing_names(false)
        .allow_name_replacements(false)
        .serve_at(PATH, Door { app: app.clone() })?
        .build()
}

fn hand_over() -> zbus::Result<()> {
    let args: Vec<String> = env::args_os().map(|arg| arg.to_string_lossy().into_owned()).collect();
    let connection = Builder::session()?.method_timeout(ANSWER).build()?;
    connection.call_method(Some(NAME), PATH, Some(INTERFACE), "ExecuteCallback", &(args, "")).map(|_| ())
}

/// Gives the name back.
pub(super) fn release(_: &AppHandle) {
    if let Some(connection) = HELD.lock().unwrap_or_else(PoisonError::into_inner).take() {
        // If the bus has gone, so has the name.
        let _ = connection.release_name(NAME);
    }
}
