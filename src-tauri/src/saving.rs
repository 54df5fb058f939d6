//! Saving a file where a person chooses. Nothing of theirs leaves the data folder any other way, and only this user
//! can read the file.

use std::{path::PathBuf, sync::mpsc};

#[cfg(target_os = "linux")]
use gtk::glib::GString;
use pilot_app::{Done, Error, FileName, Reply, domain::attachment, export};
use serde_json::Value;
use tauri::{Manager as _, Window};

/// Asks where to, and writes the file. Answers whether it was: a person may think better of it.
pub(crate) fn save_file(window: &Window, input: Value, content: &[u8]) -> Result<Reply, Error> {
    let FileName { name } = serde_json::from_value(input)?;
    let name = attachment::file_name(&name);
    let place = ask(window, name);
    if let Some(place) = &place {
        export(place, content).map_err(|error| {
            let error = Error::FileNotSaved { cause: error.cause() };
            error.note("save_file");
            error
        })?;
    }
    Done::unchanged(place.is_some()).reply()
}

/// Waits until a person has chosen; nothing if they did not.
fn ask(window: &Window, name: String) -> Option<PathBuf> {
    let (answer, answered) = mpsc::channel();
    let above = window.clone();
    window.app_handle().run_on_main_thread(move || show(&above, &name, answer)).ok()?;
    answered.recv().ok().flatten()
}

/// GTK's own, on the thread that has GTK: it goes through the portal where the desktop wants that.
#[cfg(target_os = "linux")]
fn show(window: &Window, name: &str, answer: mpsc::Sender<Option<PathBuf>>) {
    use std::cell::Cell;

    use gtk::prelude::{FileChooserExt as _, NativeDialogExt as _};

    let above = window.gtk_window().ok();
    let dialog = gtk::FileChooserNative::new(None, above.as_ref(), gtk::FileChooserAction::Save, None, None);
    dialog.set_current_name(name);
    dialog.set_do_overwrite_confirmation(true);
    let known = recent_list();
    // It holds itself until it is answered.
    let held = Cell::new(Some(dialog.clone()));
    dialog.connect_response(move |dialog, response| {
        let chosen = (response == gtk::ResponseType::Accept).then(|| dialog.filename()).flatten();
        if let (Some(_), Some(address)) = (&chosen, dialog.uri())
            && !known.contains(&address)
        {
            keep_off_recent_list(address);
        }
        // Nobody waits when the program is ending.
        let _ = answer.send(chosen);
        held.take();
    });
    dialog.show();
}

/// The addresses of the files that were used lately, as every program of the desktop can read them.
#[cfg(target_os = "linux")]
fn recent_list() -> Vec<GString> {
    use gtk::prelude::RecentManagerExt as _;

    let items = gtk::RecentManager::default().map(|list| list.items()).unwrap_or_default();
    items.iter().filter_map(gtk::RecentInfo::uri).collect()
}

/// GTK puts what was saved on that list, around the time of the answer, and writes the list a quarter of a second later. Until
/// then it is taken off again.
#[cfg(target_os = "linux")]
fn keep_off_recent_list(address: GString) {
    use std::time::{Duration, Instant};

    use gtk::{
        glib::{ControlFlow, timeout_add_local},
        prelude::RecentManagerExt as _,
    };

    const PAUSE: Duration = Duration::from_millis(40);
    const PATIENCE: Duration = Duration::from_secs(10);
    let Some(list) = gtk::RecentManager::default() else { return };
    if list.remove_item(&address).is_ok() {
        return;
    }
    let until = Instant::now() + PATIENCE;
    timeout_add_local(PAUSE, move || {
        if list.remove_item(&address).is_ok() || Instant::now() > until {
            ControlFlow::Break
        } else {
            ControlFlow::Continue
        }
    });
}

#[cfg(not(target_os = "linux"))]
fn show(window: &Window, name: &str, answer: mpsc::Sender<Option<PathBuf>>) {
    let choosing = rfd::AsyncFileDialog::new().set_parent(window).set_file_name(name).save_file();
    tauri::async_runtime::spawn(async move {
        let chosen = choosing.await.map(|file| file.path().to_owned());
        let _ = answer.send(chosen);
    });
}
