//! A picture on the clipboard, which WebKitGTK does not give to the page. Read only when a person pastes.

use std::sync::mpsc;

use tauri::{Manager as _, Window};

/// As PNG; nothing where there is none.
pub(crate) fn picture(window: &Window) -> Vec<u8> {
    let (answer, answered) = mpsc::channel();
    let asked = window.app_handle().run_on_main_thread(move || {
        // On the thread that has GTK, which goes on with its other work until the answer is there.
        gtk::Clipboard::get(&gtk::gdk::SELECTION_CLIPBOARD).request_image(move |_, picture| {
            let bytes = picture.and_then(|picture| picture.save_to_bufferv("png", &[]).ok());
            // Nobody waits when the program is ending.
            let _ = answer.send(bytes.unwrap_or_default());
        });
    });
    asked.ok().and_then(|()| answered.recv().ok()).unwrap_or_default()
}
