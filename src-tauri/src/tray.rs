//! The tray: the same answers as a notice, pause, help, and the ways in and out.

use pilot_app::domain::{change::ChangeSource, reminder::Answer};
use serde_json::json;
use tauri::{
    AppHandle, Manager as _, Wry,
    image::Image,
    menu::{Menu, MenuBuilder, SubmenuBuilder},
    tray::TrayIconBuilder,
};

use crate::{
    Shell, ipc, notices,
    windows::{self, Place},
    words,
};

const ID: &str = "tray";

pub(crate) fn show(app: &AppHandle) -> tauri::Result<()> {
    TrayIconBuilder::with_id(ID)
        .icon(icon(false)?)
        .tooltip(words::TOOLTIP)
        .menu(&menu(app, false)?)
        .on_menu_event(|app, event| choose(app, event.id().as_ref()))
        .build(app)?;
    refresh(app);
    Ok(())
}

/// Shows whether reminders are paused. May be called from any thread.
pub(crate) fn refresh(app: &AppHandle) {
    let handle = app.clone();
    // Off this thread: the caller may hold the data, and menus belong to the main thread.
    tauri::async_runtime::spawn_blocking(move || {
        let (is_paused, is_wanted) = {
            let core = &handle.state::<Shell>().core;
            (core.app().paused_until().is_some(), core.shows_tray_icon())
        };
        let app = handle.clone();
        // If the program is ending there is nothing left to show.
        let _ = handle.run_on_main_thread(move || {
            if let Err(error) = update(&app, is_paused, is_wanted) {
                eprintln!("tray not updated: {error}");
            }
        });
    });
}

fn update(app: &AppHandle, is_paused: bool, is_wanted: bool) -> tauri::Result<()> {
    let Some(tray) = app.tray_by_id(ID) else { return Ok(()) };
    tray.set_visible(is_wanted)?;
    tray.set_icon(Some(icon(is_paused)?))?;
    tray.set_tooltip(Some(if is_paused { words::TOOLTIP_PAUSED } else { words::TOOLTIP }))?;
    tray.set_menu(Some(menu(app, is_paused)?))
}

fn icon(is_paused: bool) -> tauri::Result<Image<'static>> {
    Image::from_bytes(if is_paused {
        include_bytes!("../../icons/tray-paused.png").as_slice()
    } else {
        include_bytes!("../../icons/tray.png").as_slice()
    })
}

fn menu(app: &AppHandle, is_paused: bool) -> tauri::Result<Menu<Wry>> {
    let menu = MenuBuilder::new(app)
        .text("check_in", words::TRAY_CHECK_IN)
        .text("same_as_last", words::ANSWER_SAME_AS_LAST)
        .text("not_now", words::ANSWER_NOT_NOW)
        .separator();
    let menu = if is_paused {
        menu.text("resume", words::TRAY_RESUME)
    } else {
        menu.item(
            &SubmenuBuilder::new(app, words::TRAY_PAUSE)
                .text("one_hour", words::TRAY_PAUSE_HOUR)
                .text("this_evening", words::TRAY_PAUSE_EVENING)
                .text("until_tomorrow", words::TRAY_PAUSE_TOMORROW)
                .text("until_resumed", words::TRAY_PAUSE_BACK)
                .build()?,
        )
    };
    menu.separator()
        .text("open", words::TRAY_OPEN)
        .text("help", words::TRAY_HELP)
        .separator()
        .text("quit", words::TRAY_QUIT)
        .build()
}

fn choose(app: &AppHandle, item: &str) {
    match item {
        "check_in" => windows::open_or_report(app, Place::CheckIn),
        "open" => windows::open_or_report(app, Place::Main(String::new())),
        "help" => windows::open_or_report(app, Place::Main("#/help".to_owned())),
        "quit" => windows::quit(app),
        _ => {
            let (app, item) = (app.clone(), item.to_owned());
            // The disk is not waited for on the main thread.
            tauri::async_runtime::spawn_blocking(move || match item.as_str() {
                "same_as_last" => notices::answer(&app, None, Answer::SameAsLast),
                "not_now" => notices::answer(&app, None, Answer::NotNow),
                "resume" => change(&app, "resume_reminders", json!(null)),
                pause => change(&app, "pause_reminders", json!(pause)),
            });
        }
    }
}

fn change(app: &AppHandle, name: &str, input: serde_json::Value) {
    if let Err(error) = ipc::call(app, name, input, ChangeSource::Program) {
        eprintln!("{name}: {error}");
    }
}
