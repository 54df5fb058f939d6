//! The two windows. Each is made when it is opened and destroyed when it is closed, so that the program is
//! small while it waits.

use std::{
    collections::HashMap,
    mem,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use pilot_app::domain::change::{ChangeSource, Kind};
use serde_json::json;
use tauri::{
    AppHandle, Emitter as _, Manager as _, Url, WebviewUrl, WebviewWindowBuilder, WindowEvent,
    webview::{NewWindowResponse, PageLoadEvent},
    window::Color,
};

use crate::{events::Event, place::Place, platform, shell::Shell, words::words};

const MAIN: &str = "main";
const CHECK_IN: &str = "check-in";

/// Before the first paint. A window that is dark for a moment hurts less than one that is bright.
const GROUND: Color = Color(0x24, 0x2b, 0x31, 0xff);

/// The program's own page, and that of the development server.
const PAGE: (&str, &str) = if cfg!(windows) { ("http", "tauri.localhost") } else { ("tauri", "localhost") };
const PAGE_IN_DEVELOPMENT: &str = "http://localhost:1420/";

/// WebKitGTK connects to where a link leads before it asks whether it may go there. All it would fetch is asked of a port
/// of this computer that nothing but its administrator can answer on.
#[cfg(target_os = "linux")]
const NOWHERE: &str = "http://127.0.0.1:1";

/// How long a page may take to keep what is being written.
const PATIENCE: Duration = Duration::from_secs(3);

/// What is known of the windows between two events.
#[derive(Default)]
struct Windows {
    /// A person asked to quit, so that no window is left is no reason to stay.
    is_quitting: AtomicBool,
    /// When each window was last asked to close.
    asked_to_close: Mutex<HashMap<String, Instant>>,
    /// What was asked for while its window was closing.
    wanted: Mutex<Vec<Place>>,
}

/// Before the first window, and before anything is heard.
pub(crate) fn register(app: &AppHandle) {
    app.manage(Windows::default());
}

pub(crate) fn hear(app: &AppHandle, event: &Event) {
    match event {
        // The pages read again. One that is closing hears nothing, and needs nothing.
        Event::Changed(change) => {
            let _ = app.emit("changed", change);
            if change.kinds.contains(&Kind::Preferences) {
                on_main_thread(app, name_all);
            }
        }
        Event::Asked(place) => {
            let place = place.clone();
            on_main_thread(app, |app| open_or_report(app, place));
        }
        Event::Quit => on_main_thread(app, quit),
        Event::Answered { .. } | Event::Paused(_) | Event::PauseOver => {}
    }
}

/// The language may be another than before.
fn name_all(app: &AppHandle) {
    for (label, window) in app.webview_windows() {
        // It may be closing.
        let _ = window.set_title(&title(&label));
    }
}

fn title(label: &str) -> String {
    if label == MAIN { words().native_title() } else { words().native_check_in_title() }
}

/// Windows are made and closed there. If the program is ending there is nothing to do.
fn on_main_thread(app: &AppHandle, work: impl FnOnce(&AppHandle) + Send + 'static) {
    let handle = app.clone();
    let _ = app.run_on_main_thread(move || work(&handle));
}

/// Shows a place, making its window if it is not there.
pub(crate) fn open(app: &AppHandle, place: Place) -> tauri::Result<()> {
    let (label, route) = match &place {
        Place::Main(route) if route.is_empty() => (MAIN, "#/today"),
        Place::Main(route) => (MAIN, route.as_str()),
        Place::CheckIn => (CHECK_IN, "#/check-in"),
    };
    if is_leaving(app, label) {
        wanted(&app.state::<Windows>()).push(place);
        return Ok(());
    }
    if let Some(window) = app.get_webview_window(label) {
        if let Place::Main(asked) = &place
            && !asked.is_empty()
        {
            window.emit_to(label, "navigate", asked)?;
        }
        window.unminimize()?;
        window.show()?;
        return window.set_focus();
    }
    // Whoever asked to quit has asked for the program again.
    app.state::<Windows>().is_quitting.store(false, Ordering::Relaxed);
    #[cfg(target_os = "linux")]
    crate::sandbox::begin_page();
    let builder = WebviewWindowBuilder::new(app, label, WebviewUrl::App("index.html".into()))
        // The first route, known before the page's own code asks for it.
        .initialization_script(format!("if (!location.hash) history.replaceState(null, '', '{route}');"))
        .incognito(platform::WEB_VIEWS_ARE_PRIVATE)
        .data_directory(app.state::<Shell>().web_folder.clone())
        .background_color(GROUND)
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        // What is saved goes through `saving.rs`.
        .on_download(|_, _| false)
        // The page itself takes what is let go of above it; see `dropped_files.rs`.
        .disable_drag_drop_handler()
        .visible(false)
        .on_page_load(|window, load| {
            if load.event() == PageLoadEvent::Finished {
                // It may have been closed meanwhile.
                let _ = window.show().and_then(|()| window.set_focus());
            }
        });
    #[cfg(target_os = "linux")]
    let builder = builder.proxy_url(Url::parse(NOWHERE).map_err(tauri::Error::InvalidUrl)?);
    let builder = builder.title(title(label));
    let window = match place {
        Place::Main(_) => builder.inner_size(1100.0, 760.0).min_inner_size(720.0, 520.0),
        Place::CheckIn => builder.inner_size(400.0, 640.0).min_inner_size(320.0, 420.0),
    }
    .build()?;
    #[cfg(target_os = "linux")]
    if label == MAIN {
        crate::dropped_files::watch(&window)?;
    }
    let label = label.to_owned();
    let handle = app.clone();
    window.on_window_event(move |event| match event {
        WindowEvent::CloseRequested { api, .. } if ask_to_close(&handle, &label) => api.prevent_close(),
        WindowEvent::Destroyed => {
            asked_to_close(&handle.state::<Windows>()).remove(&label);
            open_wanted(&handle);
        }
        _ => {}
    });
    Ok(())
}

/// Whether a window must first be gone: the one of this name, or the last of all, behind which the data is locked.
fn is_leaving(app: &AppHandle, label: &str) -> bool {
    let state = app.state::<Windows>();
    let asked = asked_to_close(&state);
    let windows = app.webview_windows();
    windows.contains_key(label) && asked.contains_key(label)
        || !windows.is_empty() && windows.keys().all(|one| asked.contains_key(one))
}

/// A window shows the program's page and nothing else, whatever is pressed, pasted or let go of in it. Where one is in
/// the program stands behind the `#`.
fn is_own_page(address: &Url) -> bool {
    let is_in_development = tauri::is_dev() && address.as_str().starts_with(PAGE_IN_DEVELOPMENT);
    let is_page = (address.scheme(), address.host_str()) == (PAGE.0, Some(PAGE.1))
        && address.port().is_none()
        && address.username().is_empty()
        && matches!(address.path(), "" | "/")
        && address.query().is_none();
    is_page || is_in_development
}

/// From places where nobody can be told: the tray, a notice, a second start.
pub(crate) fn open_or_report(app: &AppHandle, place: Place) {
    if let Err(error) = open(app, place) {
        pilot_app::note_failure("open_window", &error);
    }
}

/// Closes every window and then the program, once the pages have kept what was being written.
fn quit(app: &AppHandle) {
    app.state::<Windows>().is_quitting.store(true, Ordering::Relaxed);
    let windows = app.webview_windows();
    if windows.is_empty() {
        app.exit(0);
    }
    for window in windows.values() {
        if let Err(error) = window.close() {
            pilot_app::note_failure("close_window", &error);
        }
    }
}

/// Lets the page keep what is being written before it goes, and say once that reminders go on. The page then
/// closes its window itself; a page that does not answer is closed after a moment, or at a second press.
/// Returns whether the window waits for its page.
fn ask_to_close(app: &AppHandle, label: &str) -> bool {
    let (shell, state) = (app.state::<Shell>(), app.state::<Windows>());
    let now = Instant::now();
    let former = asked_to_close(&state).insert(label.to_owned(), now);
    if former.is_some_and(|at| now - at < PATIENCE) {
        return false;
    }
    let must_explain = label == MAIN && !state.is_quitting.load(Ordering::Relaxed) && {
        let core = shell.core.app();
        core.has_reminders_on() && !core.is_closing_explained()
    };
    // Noted at once, so that it is said once whatever the page does.
    let explains =
        must_explain && shell.told(shell.core.note_closing_explained(), ChangeSource::Program).is_ok();
    if app.emit_to(label, "closing", json!({ "explain": explains })).is_err() {
        return false;
    }
    if explains {
        // The person may choose to stay.
        asked_to_close(&state).remove(label);
    } else {
        let (app, label) = (app.clone(), label.to_owned());
        thread::spawn(move || {
            thread::sleep(PATIENCE);
            // Not a window that was opened since.
            let is_still_asked = asked_to_close(&app.state::<Windows>()).get(&label) == Some(&now);
            if let Some(window) = app.get_webview_window(&label)
                && is_still_asked
            {
                // It may have gone in this very moment.
                let _ = window.destroy();
            }
        });
    }
    true
}

/// Closes the data behind the last window, when a passphrase can open it again. What that window asked for last is done
/// first: its words are kept.
pub(crate) fn lock_behind(app: &AppHandle) {
    let shell = app.state::<Shell>();
    // Never refused.
    let _ = shell.core.stop_long_work();
    let until = Instant::now() + PATIENCE;
    while Arc::strong_count(&shell.underway) > 1 && Instant::now() < until {
        thread::sleep(Duration::from_millis(5));
    }
    // Refused where there is no passphrase, or nothing is open.
    let _ = shell.told(shell.core.lock(), ChangeSource::Program);
}

/// Opens what was asked for while its window was closing.
fn open_wanted(app: &AppHandle) {
    if !is_any_wanted(app) {
        return;
    }
    let app = app.clone();
    // Not from inside the event that took the former window away.
    thread::spawn(move || {
        // If the program is ending, it starts again by itself.
        on_main_thread(&app, |app| {
            let places = mem::take(&mut *wanted(&app.state::<Windows>()));
            for place in places {
                open_or_report(app, place);
            }
        });
    });
}

/// Whether a window is about to be opened, so that the program must not end.
pub(crate) fn is_any_wanted(app: &AppHandle) -> bool {
    !wanted(&app.state::<Windows>()).is_empty()
}

/// Whether somebody asked for the end of the program, and for nothing since.
pub(crate) fn is_quitting(app: &AppHandle) -> bool {
    app.state::<Windows>().is_quitting.load(Ordering::Relaxed)
}

fn wanted(windows: &Windows) -> MutexGuard<'_, Vec<Place>> {
    windows.wanted.lock().unwrap_or_else(PoisonError::into_inner)
}

fn asked_to_close(windows: &Windows) -> MutexGuard<'_, HashMap<String, Instant>> {
    windows.asked_to_close.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_goes_to_its_own_page_and_nowhere_else() {
        let (scheme, host) = PAGE;
        for place in ["", "/", "/#/journal/7", "#/help"] {
            let address = Url::parse(&format!("{scheme}://{host}{place}")).unwrap();
            assert!(is_own_page(&address), "{address}");
        }
        let others = [
            format!("{scheme}://{host}/licences/OFL.txt"),
            format!("{scheme}://{host}/?a"),
            format!("{scheme}://{host}:81/"),
            format!("{scheme}://me@{host}/"),
            format!("{scheme}://{host}.example.org/"),
            format!("https://example.org/#{scheme}://{host}/"),
            if cfg!(windows) { "tauri://localhost/" } else { "http://tauri.localhost/" }.to_owned(),
            "http://127.0.0.1/".to_owned(),
            "https://localhost/".to_owned(),
            "file:///etc/passwd".to_owned(),
            "about:blank".to_owned(),
            "data:text/html,x".to_owned(),
            "blob:tauri://localhost/1".to_owned(),
            "javascript:alert(1)".to_owned(),
            "mailto:me@example.org".to_owned(),
        ];
        for other in others {
            assert!(!is_own_page(&Url::parse(&other).unwrap()), "{other}");
        }
    }
}
