//! Copies of attachments where downloads go. They are not encrypted, and the page says so.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use pilot_app::{Core, Error, domain::attachment::Attachment};
use serde_json::{Value, json};
use tauri::{AppHandle, Manager as _};

use crate::Shell;

/// Writes a copy beside what is there already. Gives its place.
pub(crate) fn copy_attachment(app: &AppHandle, input: Value) -> Result<Value, Error> {
    let core = &app.state::<Shell>().core;
    let attachment: Attachment = serde_json::from_value(core.call("get_attachment", input)?.value)
        .map_err(|error| Error::BadInput { detail: error.to_string() })?;
    let folder = app.path().download_dir().or_else(|_| app.path().home_dir()).map_err(io::Error::other)?;
    fs::create_dir_all(&folder)?;
    let (path, file) = unused(&folder, &attachment.name)?;
    if let Err(error) = write(core, &attachment, file) {
        // Half of it is of no use. It may be gone already.
        let _ = fs::remove_file(&path);
        return Err(error);
    }
    Ok(json!(path.display().to_string()))
}

fn write(core: &Core, attachment: &Attachment, mut file: File) -> Result<(), Error> {
    for part in 0..attachment.parts {
        let part = json!({ "attachment": attachment.id, "part": part });
        file.write_all(&core.get("get_attachment_part", part)?)?;
    }
    Ok(file.sync_all()?)
}

/// A new file of this name, or of the first such name that is free: never one that is there.
fn unused(folder: &Path, name: &str) -> io::Result<(PathBuf, File)> {
    let (stem, ending) =
        name.rsplit_once('.').map_or((name, String::new()), |(stem, ending)| (stem, format!(".{ending}")));
    let mut number = 1;
    loop {
        let name = if number == 1 { name.to_owned() } else { format!("{stem} ({number}){ending}") };
        let path = folder.join(name);
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            opened => return Ok((path, opened?)),
        }
    }
}
