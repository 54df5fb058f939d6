//! The two windows. Each is made when it is opened and destroyed when it is closed, so that the program is
//! small while it waits.

use std::{
    collections::HashMap,
    mem,
    sync::{Arc, MutexGuard, PoisonError, atomic::Ordering},
    thread,
    time::{Duration, Instant},
};

use percent_encoding::NON_ALPHANUMERIC;
use pilot_app::domain::{change::ChangeSource, reminder::Opens};
use serde_json::json;
use tauri::{
    AppHandle, Emitter as _, Manager as _, Url, WebviewUrl, WebviewWindowBuilder, WindowEvent,
    webview::{NewWindowResponse, PageLoadEvent},
    window::Color,
};

use crate::{Shell, ipc, platform, words};

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

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Place {
    /// The main window, at a route such as `#/help`; empty leaves it where it is.
    Main(String),
    CheckIn,
}

/// Shows a place, making its window if it is not there.
pub(crate) fn open(app: &AppHandle, place: Place) -> tauri::Result<()> {
    let (label, route) = match &place {
        Place::Main(route) if route.is_empty() => (MAIN, "#/today"),
        Place::Main(route) => (MAIN, route.as_str()),
        Place::CheckIn => (CHECK_IN, "#/check-in"),
    };
    if is_leaving(app, label) {
        wanted(&app.state::<Shell>()).push(place);
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
    app.state::<Shell>().is_quitting.store(false, Ordering::Relaxed);
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
        // The page itself takes what is let go of above it; see `given.rs`.
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
    let window = match place {
        Place::Main(_) => builder.title(words::TITLE).inner_size(1100.0, 760.0).min_inner_size(720.0, 520.0),
        Place::CheckIn => {
            builder.title(words::CHECK_IN_TITLE).inner_size(400.0, 640.0).min_inner_size(320.0, 420.0)
        }
    }
    .build()?;
    #[cfg(target_os = "linux")]
    if label == MAIN {
        crate::given::watch(&window)?;
    }
    let label = label.to_owned();
    let handle = app.clone();
    window.on_window_event(move |event| match event {
        WindowEvent::CloseRequested { api, .. } if ask_to_close(&handle, &label) => api.prevent_close(),
        WindowEvent::Destroyed => {
            asked_to_close(&handle.state::<Shell>()).remove(&label);
            open_wanted(&handle);
        }
        _ => {}
    });
    Ok(())
}

/// Whether a window must first be gone: the one of this name, or the last of all, behind which the data is locked.
fn is_leaving(app: &AppHandle, label: &str) -> bool {
    let shell = app.state::<Shell>();
    let asked = asked_to_close(&shell);
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

/// Where an answer leads.
pub(crate) fn place_of(opens: &Opens) -> Place {
    let part = |text: &str| percent_encoding::utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    Place::Main(match opens {
        Opens::CheckIn => return Place::CheckIn,
        Opens::Today => "#/today".to_owned(),
        Opens::Write { prompt } if prompt.is_empty() => "#/journal/new".to_owned(),
        Opens::Write { prompt } => format!("#/journal/new/{}", part(prompt)),
        Opens::Activity { activity } => format!("#/doing/activities/{}", activity.0),
        Opens::Routine { routine } => format!("#/doing/routines/{}", routine.0),
        Opens::Item { item } => format!("#/library/{}", part(item)),
    })
}

/// From places where nobody can be told: the tray, a notice, a second start.
pub(crate) fn open_or_report(app: &AppHandle, place: Place) {
    if let Err(error) = open(app, place) {
        eprintln!("no window: {error}");
    }
}

/// Closes every window and then the program, once the pages have kept what was being written.
pub(crate) fn quit(app: &AppHandle) {
    app.state::<Shell>().is_quitting.store(true, Ordering::Relaxed);
    let windows = app.webview_windows();
    if windows.is_empty() {
        app.exit(0);
    }
    for window in windows.values() {
        if let Err(error) = window.close() {
            eprintln!("window not closed: {error}");
        }
    }
}

/// Lets the page keep what is being written before it goes, and say once that reminders go on. The page then
/// closes its window itself; a page that does not answer is closed after a moment, or at a second press.
/// Returns whether the window waits for its page.
fn ask_to_close(app: &AppHandle, label: &str) -> bool {
    let shell = app.state::<Shell>();
    let now = Instant::now();
    let former = asked_to_close(&shell).insert(label.to_owned(), now);
    if former.is_some_and(|at| now - at < PATIENCE) {
        return false;
    }
    let must_explain = label == MAIN && !shell.is_quitting.load(Ordering::Relaxed) && {
        let core = shell.core.app();
        core.has_reminders_on() && !core.is_closing_explained()
    };
    // Noted at once, so that it is said once whatever the page does.
    let explains =
        must_explain && ipc::call(app, "note_closing_explained", json!(null), ChangeSource::Program).is_ok();
    if app.emit_to(label, "closing", json!({ "explain": explains })).is_err() {
        return false;
    }
    if explains {
        // The person may choose to stay.
        asked_to_close(&shell).remove(label);
    } else {
        let (app, label) = (app.clone(), label.to_owned());
        thread::spawn(move || {
            thread::sleep(PATIENCE);
            // Not a window that was opened since.
            let is_still_asked = asked_to_close(&app.state::<Shell>()).get(&label) == Some(&now);
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
    let _ = ipc::call(app, "stop_long_work", json!(null), ChangeSource::Program);
    let underway = &app.state::<Shell>().underway;
    let until = Instant::now() + PATIENCE;
    while Arc::strong_count(underway) > 1 && Instant::now() < until {
        thread::sleep(Duration::from_millis(5));
    }
    // Refused where there is no passphrase, or nothing is open.
    let _ = ipc::call(app, "lock", json!(null), ChangeSource::Program);
}

/// Opens what was asked for while its window was closing.
fn open_wanted(app: &AppHandle) {
    if !is_any_wanted(&app.state::<Shell>()) {
        return;
    }
    let app = app.clone();
    // Not from inside the event that took the former window away.
    thread::spawn(move || {
        let handle = app.clone();
        // If the program is ending, it starts again by itself.
        let _ = app.run_on_main_thread(move || {
            let places = mem::take(&mut *wanted(&handle.state::<Shell>()));
            for place in places {
                open_or_report(&handle, place);
            }
        });
    });
}

/// Whether a window is about to be opened, so that the program must not end.
pub(crate) fn is_any_wanted(shell: &Shell) -> bool {
    !wanted(shell).is_empty()
}

fn wanted(shell: &Shell) -> MutexGuard<'_, Vec<Place>> {
    shell.wanted.lock().unwrap_or_else(PoisonError::into_inner)
}

fn asked_to_close(shell: &Shell) -> MutexGuard<'_, HashMap<String, Instant>> {
    shell.asked_to_close.lock().unwrap_or_else(PoisonError::into_inner)
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
