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
    let (first, latest) = {
        let dropped = dropped.lock().unwrap_or_else(PoisonError::into_inner);
        (dropped.latest, dropped.paths[dropped.latest..].to_vec())
    };
    // The lock is free again: a disk may take its time.
    let told = (first..).zip(latest).map(|(id, path)| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // One that cannot be looked at is told so when it is read.
        json!({ "id": id, "name": name, "length": fs::metadata(&path).map_or(0, |facts| facts.len()) })
    });
    told.collect()
}

/// The bytes of one of them. What is no file, such as a folder or a device without an end, is not read.
pub(crate) fn read(dropped: &Mutex<Dropped>, id: &Value) -> Result<Vec<u8>, Error> {
    let lacking = || Error::BadInput { detail: "no such file was dropped".to_owned() };
    let at = id.as_u64().and_then(|id| usize::try_from(id).ok()).ok_or_else(lacking)?;
    let path = dropped.lock().unwrap_or_else(PoisonError::into_inner).paths.get(at).cloned();
    let path = path.filter(|path| path.is_file()).ok_or_else(lacking)?;
    fs::read(path).map_err(|_| Error::BadInput { detail: "not read".to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_that_were_dropped_are_read_and_only_the_latest_are_listed() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a list.txt");
        fs::write(&file, "tea").unwrap();
        let paths = vec!["/dev/zero".into(), folder.path().to_owned(), file];
        let dropped = Mutex::new(Dropped { paths, latest: 2 });
        assert_eq!(list(&dropped), json!([{ "id": 2, "name": "a list.txt", "length": 3 }]));
        assert_eq!(read(&dropped, &json!(2)).unwrap(), b"tea");
        for id in [json!(0), json!(1), json!(3), json!(-1), json!("/etc/passwd"), Value::Null] {
            assert!(read(&dropped, &id).is_err(), "{id}");
        }
    }
}
