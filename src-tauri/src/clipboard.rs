//! A picture and files on the clipboard, which WebKitGTK does not give to the page. Looked at only when a person pastes.

use std::{path::PathBuf, sync::mpsc};

use gtk::{Clipboard, gdk};
use pilot_app::{Error, domain::attachment};
use tauri::{Manager as _, Window};

use crate::dropped_files;

/// As it lies there, in the first of these forms that there is; nothing where there is none. It is not decoded here:
/// where a picture is attached it is looked at, within limits.
pub(crate) fn picture(window: &Window) -> Result<Vec<u8>, Error> {
    let forms = ["image/png", "image/jpeg"].into_iter();
    let mut pictures = forms.map(|form| {
        asked(window, move |clipboard, answer| {
            clipboard.request_contents(&gdk::Atom::intern(form), move |_, data| {
                answer(if data.length() > 0 { data.data() } else { Vec::new() });
            });
        })
    });
    let bytes = pictures.find(|bytes: &Vec<u8>| !bytes.is_empty()).unwrap_or_default();
    attachment::fits(bytes.len())?;
    Ok(bytes)
}

/// Where the files lie that were copied in a file manager.
pub(crate) fn files(window: &Window) -> Vec<PathBuf> {
    asked(window, |clipboard, answer| {
        let addresses = gdk::Atom::intern("text/uri-list");
        clipboard.request_contents(&addresses, move |_, data| answer(dropped_files::paths(data)));
    })
}

/// Asks on the thread that has GTK, which goes on with its other work until the answer is there.
fn asked<T: Default + Send + 'static>(
    window: &Window,
    ask: impl FnOnce(&Clipboard, Box<dyn FnOnce(T)>) + Send + 'static,
) -> T {
    let (answer, answered) = mpsc::channel();
    let asked = window.app_handle().run_on_main_thread(move || {
        let tell = move |found| {
            // Nobody waits when the program is ending.
            let _ = answer.send(found);
        };
        ask(&Clipboard::get(&gdk::SELECTION_CLIPBOARD), Box::new(tell));
    });
    asked.ok().and_then(|()| answered.recv().ok()).unwrap_or_default()
}
