//! Saving a file where a person chooses. Nothing of theirs leaves the data folder any other way, and only this user
//! can read the file.

use std::{path::PathBuf, sync::mpsc};

use pilot_app::{Error, Reply, domain::attachment, export};
use serde_json::Value;
use tauri::{Manager as _, Window};

/// Asks where to, and writes the file. Answers whether it was: a person may think better of it.
pub(crate) fn save_file(window: &Window, input: &Value, content: &[u8]) -> Result<Reply, Error> {
    let lacking = || Error::BadInput { detail: "a file needs a name".to_owned() };
    let name = attachment::file_name(input["name"].as_str().ok_or_else(lacking)?);
    let place = ask(window, name);
    if let Some(place) = &place {
        export(place, content).map_err(|_| Error::FileNotSaved)?;
    }
    Reply::answer(place.is_some())
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
    // It holds itself until it is answered.
    let held = Cell::new(Some(dialog.clone()));
    dialog.connect_response(move |dialog, response| {
        let chosen = (response == gtk::ResponseType::Accept).then(|| dialog.filename()).flatten();
        // Nobody waits when the program is ending.
        let _ = answer.send(chosen);
        held.take();
    });
    dialog.show();
}

#[cfg(not(target_os = "linux"))]
fn show(window: &Window, name: &str, answer: mpsc::Sender<Option<PathBuf>>) {
    let choosing = rfd::AsyncFileDialog::new().set_parent(window).set_file_name(name).save_file();
    tauri::async_runtime::spawn(async move {
        let chosen = choosing.await.map(|file| file.path().to_owned());
        let _ = answer.send(chosen);
    });
}
