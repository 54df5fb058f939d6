//! A picture and files on the clipboard, which WebKitGTK does not give to the page. Looked at only when a person pastes.

use std::{path::PathBuf, sync::mpsc};

use gtk::{Clipboard, gdk, gdk_pixbuf::Pixbuf};
use pilot_app::{Error, domain::attachment};
use tauri::{Manager as _, Window};

use crate::given;

/// As much as a picture may take unpacked, in bytes: a larger one would not be shown.
const MOST_UNPACKED: usize = 400 << 20;

/// As PNG; nothing where there is none.
pub(crate) fn picture(window: &Window) -> Result<Vec<u8>, Error> {
    let found = asked(window, |clipboard, answer| {
        clipboard.request_image(move |_, picture| answer(picture.map(png)));
    });
    found.unwrap_or_else(|| Ok(Vec::new()))
}

fn png(picture: &Pixbuf) -> Result<Vec<u8>, Error> {
    let unpacked = picture.byte_length();
    if unpacked > MOST_UNPACKED {
        attachment::fits(unpacked)?;
    }
    let bytes = picture.save_to_bufferv("png", &[]).unwrap_or_default();
    attachment::fits(bytes.len())?;
    Ok(bytes)
}

/// Where the files lie that were copied in a file manager.
pub(crate) fn files(window: &Window) -> Vec<PathBuf> {
    asked(window, |clipboard, answer| {
        let addresses = gdk::Atom::intern("text/uri-list");
        clipboard.request_contents(&addresses, move |_, data| answer(given::paths(data)));
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
