//! The two windows. Each is made when it is opened and destroyed when it is closed, so that the program is
//! small while it waits.

use serde_json::json;
use tauri::{
    AppHandle, Emitter as _, Manager as _, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent,
    webview::PageLoadEvent, window::Color,
};

use crate::{Shell, ipc, platform, words};

const MAIN: &str = "main";
const CHECK_IN: &str = "check-in";

/// Before the first paint. A window that is dark for a moment hurts less than one that is bright.
const GROUND: Color = Color(0x24, 0x2b, 0x31, 0xff);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// The main window, at a route such as `#/help`; empty leaves it where it is.
    Main(&'static str),
    CheckIn,
}

/// Shows a place, making its window if it is not there.
pub(crate) fn open(app: &AppHandle, place: Place) -> tauri::Result<()> {
    let (label, route) = match place {
        Place::Main("") => (MAIN, "#/today"),
        Place::Main(route) => (MAIN, route),
        Place::CheckIn => (CHECK_IN, "#/check-in"),
    };
    if let Some(window) = app.get_webview_window(label) {
        if let Place::Main(asked) = place
            && !asked.is_empty()
        {
            window.emit_to(label, "navigate", asked)?;
        }
        window.unminimize()?;
        window.show()?;
        return window.set_focus();
    }
    let builder = WebviewWindowBuilder::new(app, label, WebviewUrl::App("index.html".into()))
        // The first route, known before the page's own code asks for it.
        .initialization_script(format!("if (!location.hash) history.replaceState(null, '', '{route}');"))
        .incognito(platform::WEB_VIEWS_ARE_PRIVATE)
        .data_directory(app.state::<Shell>().web_folder.clone())
        .background_color(GROUND)
        .visible(false)
        .on_page_load(|window, load| {
            if load.event() == PageLoadEvent::Finished {
                // It may have been closed meanwhile.
                let _ = window.show().and_then(|()| window.set_focus());
            }
        });
    let window = match place {
        Place::Main(_) => builder.title(words::TITLE).inner_size(1100.0, 760.0).min_inner_size(720.0, 520.0),
        Place::CheckIn => {
            builder.title(words::CHECK_IN_TITLE).inner_size(400.0, 640.0).min_inner_size(320.0, 420.0)
        }
    }
    .build()?;
    if label == MAIN {
        explain_first_close(&window);
    }
    Ok(())
}

/// From places where nobody can be told: the tray, a notice, a second start.
pub(crate) fn open_or_report(app: &AppHandle, place: Place) {
    if let Err(error) = open(app, place) {
        eprintln!("no window: {error}");
    }
}

/// The first time that closing leaves the program running for its reminders, the window says so before it goes.
fn explain_first_close(window: &WebviewWindow) {
    let this = window.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::CloseRequested { api, .. } = event {
            let app = this.app_handle();
            let must_explain = {
                let shell = app.state::<Shell>();
                let core = shell.core.app();
                core.has_reminders_on() && !core.is_closing_explained()
            };
            // Noted at once, so that a second press closes it whatever the page does.
            if must_explain
                && ipc::call(app, "note_closing_explained", json!(null)).is_ok()
                && this.emit("closing", ()).is_ok()
            {
                api.prevent_close();
            }
        }
    });
}
