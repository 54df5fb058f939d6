//! Files that were let go of above the main window, which WebKitGTK does not give to its page. Nothing is read but what a
//! person let go of there, and only when the page asks for it.

use std::{
    cell::RefCell,
    fs,
    path::PathBuf,
    rc::Rc,
    sync::{Mutex, PoisonError},
};

use gtk::{gdk::DragContext, glib, prelude::WidgetExt as _};
use pilot_app::Error;
use serde_json::{Value, json};
use tauri::{Manager as _, WebviewWindow};

use crate::Shell;

/// What was let go of since the program began, so that a file can be asked for again; and where the latest begin.
#[derive(Default)]
pub(crate) struct Dropped {
    paths: Vec<PathBuf>,
    latest: usize,
}

/// Ahead of the web view's own handling, which goes on as it does.
pub(crate) fn watch(window: &WebviewWindow) -> tauri::Result<()> {
    let app = window.app_handle().clone();
    window.with_webview(move |view| {
        let view = view.inner();
        let above = Rc::new(RefCell::new(None::<(DragContext, Vec<PathBuf>)>));
        let held = Rc::clone(&above);
        view.connect_drag_data_received(move |_, drag, _, _, data, _, _| {
            let addresses = data.uris();
            if !addresses.is_empty() {
                let paths = addresses.iter().filter_map(|address| glib::filename_from_uri(address).ok());
                *held.borrow_mut() = Some((drag.clone(), paths.map(|(path, _)| path).collect()));
            }
        });
        view.connect_drag_drop(move |_, drag, _, _, _| {
            // Of this very drag: another may have passed above before.
            let paths = above.take().filter(|(its, _)| its == drag).map_or_else(Vec::new, |(_, paths)| paths);
            let shell = app.state::<Shell>();
            let mut dropped = shell.dropped.lock().unwrap_or_else(PoisonError::into_inner);
            dropped.latest = dropped.paths.len();
            dropped.paths.extend(paths);
            false
        });
    })
}

/// The latest: their numbers, names and sizes in bytes.
pub(crate) fn list(dropped: &Mutex<Dropped>) -> Value {
    let dropped = dropped.lock().unwrap_or_else(PoisonError::into_inner);
    let latest = dropped.paths.iter().enumerate().skip(dropped.latest);
    let told = latest.map(|(id, path)| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // One that cannot be looked at is told so when it is read.
        json!({ "id": id, "name": name, "length": fs::metadata(path).map_or(0, |facts| facts.len()) })
    });
    told.collect()
}

/// The bytes of one of them.
pub(crate) fn read(dropped: &Mutex<Dropped>, id: &Value) -> Result<Vec<u8>, Error> {
    let lacking = || Error::BadInput { detail: "no such file was dropped".to_owned() };
    let at = id.as_u64().and_then(|id| usize::try_from(id).ok()).ok_or_else(lacking)?;
    let path = dropped.lock().unwrap_or_else(PoisonError::into_inner).paths.get(at).cloned();
    fs::read(path.ok_or_else(lacking)?).map_err(|_| Error::BadInput { detail: "not read".to_owned() })
}
