//! The tray: the same answers as a notice, pause, help, and the ways in and out.

use pilot_app::domain::{
    change::Kind,
    reminder::{Answer, Pause},
};
use tauri::{
    AppHandle, Manager as _, Wry,
    image::Image,
    menu::{Menu, MenuBuilder, SubmenuBuilder},
    tray::TrayIconBuilder,
};

use crate::{events::Event, place::Place, shell::Shell, words::words};

const ID: &str = "tray";

pub(crate) fn show(app: &AppHandle) -> tauri::Result<()> {
    TrayIconBuilder::with_id(ID)
        .icon(icon(false)?)
        .tooltip(words().native_tooltip())
        .menu(&menu(app, false)?)
        .on_menu_event(|app, event| choose(app, event.id().as_ref()))
        .build(app)?;
    refresh(app);
    Ok(())
}

pub(crate) fn hear(app: &AppHandle, event: &Event) {
    const SHOWN: [Kind; 4] = [Kind::Reminders, Kind::Settings, Kind::Status, Kind::Preferences];
    let is_other = match event {
        Event::Changed(change) => SHOWN.iter().any(|kind| change.kinds.contains(kind)),
        Event::PauseOver => true,
        _ => false,
    };
    if is_other {
        refresh(app);
    }
}

/// Shows whether reminders are paused. May be called from any thread.
fn refresh(app: &AppHandle) {
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
                pilot_app::note_failure("update_tray", &error);
            }
        });
    });
}

fn update(app: &AppHandle, is_paused: bool, is_wanted: bool) -> tauri::Result<()> {
    let Some(tray) = app.tray_by_id(ID) else { return Ok(()) };
    tray.set_visible(is_wanted)?;
    tray.set_icon(Some(icon(is_paused)?))?;
    tray.set_tooltip(Some(if is_paused {
        words().native_tooltip_paused()
    } else {
        words().native_tooltip()
    }))?;
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
        .text("check_in", words().native_tray_check_in())
        .text("same_as_last", words().native_answer_same_as_last())
        .text("not_now", words().native_answer_not_now())
        .separator();
    let menu = if is_paused {
        menu.text("resume", words().native_tray_resume())
    } else {
        menu.item(
            &SubmenuBuilder::new(app, words().native_tray_pause())
                .text("one_hour", words().native_tray_pause_hour())
                .text("this_evening", words().native_tray_pause_evening())
                .text("until_tomorrow", words().native_tray_pause_tomorrow())
                .text("until_resumed", words().native_tray_pause_back())
                .build()?,
        )
    };
    menu.separator()
        .text("open", words().native_tray_open())
        .text("help", words().native_tray_help())
        .separator()
        .text("quit", words().native_tray_quit())
        .build()
}

fn choose(app: &AppHandle, item: &str) {
    let events = &app.state::<Shell>().events;
    let answered = |answer| Event::Answered { log: None, answer };
    let paused = |pause| Event::Paused(Some(pause));
    events.tell(match item {
        "check_in" => Event::Asked(Place::CheckIn),
        "same_as_last" => answered(Answer::SameAsLast),
        "not_now" => answered(Answer::NotNow),
        "resume" => Event::Paused(None),
        "one_hour" => paused(Pause::OneHour),
        "this_evening" => paused(Pause::ThisEvening),
        "until_tomorrow" => paused(Pause::UntilTomorrow),
        "until_resumed" => paused(Pause::UntilResumed),
        "help" => Event::Asked(Place::Main("#/help".to_owned())),
        "quit" => Event::Quit,
        _ => Event::Asked(Place::MAIN),
    });
}
