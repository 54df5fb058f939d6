//! Pilot Light's desktop shell: windows, tray, notices, start at login, one copy at a time.
//! It has no rules of its own; what is so and what is due is decided in `pilot-app`.

// No console window on Windows.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod answers;
mod autostart;
#[cfg(target_os = "linux")]
mod clipboard;
#[cfg(target_os = "linux")]
mod color_scheme;
#[cfg(target_os = "linux")]
mod dropped_files;
mod event_loop;
mod events;
mod formats;
mod ipc;
mod notifications;
mod options;
mod place;
mod platform;
mod presence;
#[cfg(target_os = "linux")]
mod sandbox;
mod saving;
mod scheduler_thread;
mod shell;
mod single_instance;
mod tray;
mod windows;
mod words;

use std::{alloc::System, process::ExitCode, sync::Arc};

use pilot_app::{Core, Place, SystemClock};
use tauri::{AppHandle, Manager as _, RunEvent};
use zeroizing_alloc::ZeroAlloc;

use crate::{events::Events, options::Options, shell::Shell};

/// What the program lets go of is wiped: what one typed comes in as JSON, and is copied on its way by parts that wipe nothing.
#[global_allocator]
static WIPING: ZeroAlloc<System> = ZeroAlloc(System);

fn main() -> ExitCode {
    platform::prepare();
    let options = Options::from_args(std::env::args().skip(1));
    let builder = tauri::Builder::default();
    #[cfg(not(target_os = "linux"))]
    let builder = builder.plugin(tauri_plugin_notification::init());
    let app = builder
        .plugin(tauri_plugin_autostart::Builder::new().args(["--hidden"]).build())
        .invoke_handler(ipc::handle)
        .setup(move |app| start(app.handle(), &options))
        .build(tauri::generate_context!());
    match app {
        Ok(app) => {
            app.run(on_event);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("Pilot Light could not start: {error}");
            ExitCode::FAILURE
        }
    }
}

fn start(app: &AppHandle, options: &Options) -> Result<(), Box<dyn std::error::Error>> {
    platform::outlive_the_bus();
    #[cfg(target_os = "linux")]
    color_scheme::follow(app);
    #[cfg(target_os = "linux")]
    platform::quit_when_asked(app);
    let named = options.data_folder();
    let place = Place {
        is_named: named.is_some(),
        folder: named.map_or_else(|| app.path().app_data_dir(), Ok)?,
        whereabouts: platform::whereabouts(app),
    };
    single_instance::claim(app, &place);
    let folder = place.folder.clone();
    let core = if options.demo { Core::demo(SystemClock)? } else { Core::start(place, SystemClock) };
    core.begin_log();
    core.follow_system_languages(&sys_locale::get_locales().collect::<Vec<_>>());
    words::speak(core.language());
    let core = Arc::new(core);
    app.manage(Shell {
        core: Arc::clone(&core),
        events: Events::new(),
        web_folder: folder.join("web"),
        underway: Arc::default(),
    });
    windows::register(app);
    #[cfg(target_os = "linux")]
    app.manage(dropped_files::State::default());
    notifications::register(app)?;
    // Without a tray the program is still whole: a second start shows the window.
    if let Err(error) = tray::show(app) {
        pilot_app::note_failure("show_tray", &error);
    }
    if !options.demo {
        autostart::heal(app);
    }
    if let Some(place) = options.place() {
        windows::open(app, place)?;
    }
    scheduler_thread::start(app);
    event_loop::start(app);
    Ok(())
}

fn on_event(app: &AppHandle, event: RunEvent) {
    match event {
        // The last window has closed, and what a passphrase guards is closed behind it. Reminders that are on, and a
        // window asked for meanwhile, are reasons to stay.
        RunEvent::ExitRequested { api, code: None, .. } => {
            windows::lock_behind(app);
            let has_reminders_on = || app.state::<Shell>().core.app().has_reminders_on();
            if windows::is_any_wanted(app) || !windows::is_quitting(app) && has_reminders_on() {
                api.prevent_exit();
            } else {
                single_instance::begin_closing(app);
            }
        }
        RunEvent::ExitRequested { .. } => single_instance::begin_closing(app),
        RunEvent::Exit => {
            app.state::<Shell>().core.close();
            single_instance::finish_closing(app);
        }
        // macOS: the dock icon was pressed.
        #[cfg(target_os = "macos")]
        RunEvent::Reopen { .. } => windows::open_or_report(app, place::Place::MAIN),
        _ => {}
    }
}
