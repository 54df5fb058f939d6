//! Files that were let go of above the main window, or copied elsewhere and pasted into it, which WebKitGTK does not give
//! to its page. Nothing is read but what a person gave there, and only when the page asks for it. What another program
//! names as a file may be anything: only a file is read, without waiting, and no more of it than can be kept.

use std::{
    cell::RefCell,
    fs::{self, File},
    io::{self, Read as _},
    os::unix::{ffi::OsStrExt as _, fs::OpenOptionsExt as _},
    path::{Path, PathBuf},
    rc::Rc,
    sync::{Mutex, PoisonError},
};

use gtk::{SelectionData, gdk::DragContext, glib, prelude::WidgetExt as _};
use pilot_app::{Error, HiddenFile, domain::attachment};
use serde_json::Value;
use tauri::{Manager as _, WebviewWindow};

/// Most files that are given at once.
const MOST: usize = 500;
/// Longest path that a system opens, in bytes.
const PATH_MAX: usize = 4096;

/// What was given lately, so that a file can be asked for again; and where the latest begin.
#[derive(Default)]
pub(crate) struct DroppedFiles {
    /// How many came before these and are not known any more.
    forgotten: usize,
    paths: Vec<PathBuf>,
    latest: usize,
}

/// As the shell holds it.
pub(crate) type State = Mutex<DroppedFiles>;

/// The files that `data` names.
pub(crate) fn paths(data: &SelectionData) -> Vec<PathBuf> {
    let addresses = data.uris();
    let paths = addresses.iter().filter_map(|address| Some(glib::filename_from_uri(address).ok()?.0));
    paths.filter(|path| path.as_os_str().as_bytes().len() < PATH_MAX).take(MOST).collect()
}

/// Keeps where they lie until they are asked for, and where those lay that came just before.
pub(crate) fn take(dropped: &Mutex<DroppedFiles>, paths: Vec<PathBuf>) {
    let mut dropped = dropped.lock().unwrap_or_else(PoisonError::into_inner);
    let old = dropped.paths.len().saturating_sub(MOST);
    dropped.paths.drain(..old);
    dropped.forgotten += old;
    dropped.latest = dropped.paths.len();
    dropped.paths.extend(paths);
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
            take(&app.state::<State>(), paths);
            false
        });
    })
}

/// The latest: their numbers, names and sizes in bytes.
pub(crate) fn list(dropped: &Mutex<DroppedFiles>) -> Vec<HiddenFile> {
    let (first, latest) = {
        let dropped = dropped.lock().unwrap_or_else(PoisonError::into_inner);
        (dropped.forgotten + dropped.latest, dropped.paths[dropped.latest..].to_vec())
    };
    // The lock is free again: a disk may take its time.
    let told = (first..).zip(latest).map(|(id, path)| HiddenFile {
        id,
        name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        // One that cannot be looked at is told so when it is read.
        length: fs::metadata(&path).map_or(0, |facts| facts.len()),
    });
    told.collect()
}

/// The bytes of one of them. What is no file, such as a folder, a pipe or a device without an end, is not read.
pub(crate) fn read(dropped: &Mutex<DroppedFiles>, id: &Value) -> Result<Vec<u8>, Error> {
    let lacking = || Error::BadInput { detail: "no such file was given".to_owned() };
    let at = id.as_u64().and_then(|id| usize::try_from(id).ok()).ok_or_else(lacking)?;
    let path = {
        let dropped = dropped.lock().unwrap_or_else(PoisonError::into_inner);
        at.checked_sub(dropped.forgotten).and_then(|at| dropped.paths.get(at).cloned())
    };
    bytes(path.and_then(|path| open(&path).ok()).ok_or_else(lacking)?)
}

/// Files of the system say that they are empty and have no end, so the length that is told is not relied on.
fn bytes(from: impl io::Read) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let most = attachment::FILE_MAX as u64 + 1;
    from.take(most).read_to_end(&mut bytes).map_err(|_| Error::BadInput { detail: "not read".to_owned() })?;
    attachment::fits(bytes.len())?;
    Ok(bytes)
}

/// Asked twice, since opening alone does something to some devices; and a pipe would be waited for.
fn open(path: &Path) -> io::Result<File> {
    let is_file =
        |facts: fs::Metadata| if facts.is_file() { Ok(()) } else { Err(io::ErrorKind::InvalidInput) };
    is_file(fs::metadata(path)?)?;
    let file = File::options().read(true).custom_flags(libc::O_NONBLOCK).open(path)?;
    is_file(file.metadata()?)?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use serde_json::json;

    use super::*;

    #[test]
    fn only_files_that_were_given_are_read_and_only_the_latest_are_listed() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a list.txt");
        fs::write(&file, "tea").unwrap();
        let paths = ["/dev/zero".into(), folder.path().to_owned(), file];
        let dropped = Mutex::default();
        take(&dropped, paths[..2].to_vec());
        take(&dropped, paths[2..].to_vec());
        assert_eq!(json!(list(&dropped)), json!([{ "id": 2, "name": "a list.txt", "length": 3 }]));
        assert_eq!(read(&dropped, &json!(2)).unwrap(), b"tea");
        for id in [json!(0), json!(1), json!(3), json!(-1), json!("/etc/passwd"), Value::Null] {
            assert!(read(&dropped, &id).is_err(), "{id}");
        }
    }

    #[test]
    fn what_is_longer_than_can_be_kept_or_has_no_end_is_read_no_further() {
        let folder = tempfile::tempdir().unwrap();
        let [fits, long] = [0, 1].map(|more| {
            let path = folder.path().join(more.to_string());
            File::create(&path).unwrap().set_len(attachment::FILE_MAX as u64 + more).unwrap();
            path
        });
        let dropped = Mutex::default();
        take(&dropped, vec![fits, long]);
        assert_eq!(read(&dropped, &json!(0)).unwrap().len(), attachment::FILE_MAX);
        let too_large = Error::from(attachment::fits(attachment::FILE_MAX + 1).unwrap_err());
        assert_eq!(read(&dropped, &json!(1)).unwrap_err(), too_large);
        assert_eq!(bytes(io::repeat(7)).unwrap_err(), too_large);
    }

    #[test]
    fn a_pipe_is_not_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let dropped = Mutex::default();
        take(&dropped, vec![pipe]);
        assert!(read(&dropped, &json!(0)).is_err());
    }

    #[test]
    fn only_so_many_are_known_and_each_keeps_its_number() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("one");
        fs::write(&file, "tea").unwrap();
        let dropped = Mutex::default();
        take(&dropped, vec![file.clone(); MOST]);
        take(&dropped, vec![file.clone()]);
        assert_eq!(list(&dropped)[0].id, MOST);
        assert!(read(&dropped, &json!(0)).is_ok(), "one that came before is asked for again");
        take(&dropped, vec![file]);
        assert_eq!(list(&dropped)[0].id, MOST + 1);
        assert!(read(&dropped, &json!(MOST + 1)).is_ok() && read(&dropped, &json!(1)).is_ok());
        assert!(read(&dropped, &json!(0)).is_err() && read(&dropped, &json!(MOST + 2)).is_err());
    }
}
