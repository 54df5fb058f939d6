//! Files that were let go of above the main window, or copied elsewhere and pasted into it, which WebKitGTK does not give
//! to its page. Nothing is read but what a person gave there, and only when the page asks for it.

use std::{
    cell::RefCell,
    fs::{self, File},
    io::Read as _,
    path::PathBuf,
    rc::Rc,
    sync::{Mutex, PoisonError},
};

use gtk::{SelectionData, gdk::DragContext, glib, prelude::WidgetExt as _};
use pilot_app::{Error, domain::attachment::FILE_MAX};
use serde_json::{Value, json};
use tauri::{Manager as _, WebviewWindow};

use crate::Shell;

/// What was given since the program began, so that a file can be asked for again; and where the latest begin.
#[derive(Default)]
pub(crate) struct Given {
    paths: Vec<PathBuf>,
    latest: usize,
}

/// The files that `data` names.
pub(crate) fn paths(data: &SelectionData) -> Vec<PathBuf> {
    let addresses = data.uris();
    addresses.iter().filter_map(|address| Some(glib::filename_from_uri(address).ok()?.0)).collect()
}

/// Keeps where they lie until they are asked for.
pub(crate) fn take(given: &Mutex<Given>, paths: Vec<PathBuf>) {
    let mut given = given.lock().unwrap_or_else(PoisonError::into_inner);
    given.latest = given.paths.len();
    given.paths.extend(paths);
}

/// Ahead of the web view's own handling, which goes on as it does.
pub(crate) fn watch(window: &WebviewWindow) -> tauri::Result<()> {
    let app = window.app_handle().clone();
    window.with_webview(move |view| {
        let view = view.inner();
        let above = Rc::new(RefCell::new(None::<(DragContext, Vec<PathBuf>)>));
        let held = Rc::clone(&above);
        view.connect_drag_data_received(move |_, drag, _, _, data, _, _| {
            if !data.uris().is_empty() {
                *held.borrow_mut() = Some((drag.clone(), paths(data)));
            }
        });
        view.connect_drag_drop(move |_, drag, _, _, _| {
            // Of this very drag: another may have passed above before.
            let paths = above.take().filter(|(its, _)| its == drag).map_or_else(Vec::new, |(_, paths)| paths);
            take(&app.state::<Shell>().given, paths);
            false
        });
    })
}

/// The latest: their numbers, names and sizes in bytes.
pub(crate) fn list(given: &Mutex<Given>) -> Value {
    let (first, latest) = {
        let given = given.lock().unwrap_or_else(PoisonError::into_inner);
        (given.latest, given.paths[given.latest..].to_vec())
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
pub(crate) fn read(given: &Mutex<Given>, id: &Value) -> Result<Vec<u8>, Error> {
    let lacking = || Error::BadInput { detail: "no such file was given".to_owned() };
    let at = id.as_u64().and_then(|id| usize::try_from(id).ok()).ok_or_else(lacking)?;
    let path = given.lock().unwrap_or_else(PoisonError::into_inner).paths.get(at).cloned();
    let path = path.filter(|path| path.is_file()).ok_or_else(lacking)?;
    // One byte more than fits is enough to see that it does not.
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(FILE_MAX as u64 + 1).read_to_end(&mut bytes));
    read.map(|_| bytes).map_err(|_| Error::BadInput { detail: "not read".to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_that_were_given_are_read_and_only_the_latest_are_listed() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a list.txt");
        fs::write(&file, "tea").unwrap();
        let paths = ["/dev/zero".into(), folder.path().to_owned(), file];
        let given = Mutex::default();
        take(&given, paths[..2].to_vec());
        take(&given, paths[2..].to_vec());
        assert_eq!(list(&given), json!([{ "id": 2, "name": "a list.txt", "length": 3 }]));
        assert_eq!(read(&given, &json!(2)).unwrap(), b"tea");
        for id in [json!(0), json!(1), json!(3), json!(-1), json!("/etc/passwd"), Value::Null] {
            assert!(read(&given, &id).is_err(), "{id}");
        }
    }
}
