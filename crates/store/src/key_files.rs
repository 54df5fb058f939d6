//! The key file on the disk. It is kept twice, so that one that is damaged takes no journal with it.

use std::{fs, io, path::Path};

use crate::{Error, KeyFile, Result, files};

/// The first is what counts; the second is what it was when it was last whole.
pub(crate) const NAMES: [&str; 2] = ["keys.json", "keys-copy.json"];

/// The keys of a folder; `None` when it has none. Where only one of the two is whole, the other is made from it.
pub(crate) fn read(folder: &Path) -> Result<Option<KeyFile>> {
    let [first, second] = NAMES.map(|name| folder.join(name));
    match one(&first) {
        Ok(Some(keys)) => {
            let text = keys.to_text()?;
            if keys.is_checked() && fs::read(&second).ok().as_ref() != Some(&text) {
                // One that cannot be written now can be the next time.
                let _ = files::replace(&second, &text);
            }
            Ok(Some(keys))
        }
        Err(Error::NewerSchema) => Err(Error::NewerSchema),
        otherwise => match one(&second) {
            Ok(Some(keys)) => {
                let _ = files::replace(&first, &keys.to_text()?);
                Ok(Some(keys))
            }
            _ => otherwise,
        },
    }
}

fn one(file: &Path) -> Result<Option<KeyFile>> {
    match files::read_small(file) {
        Ok(text) => KeyFile::parse(&text).map(Some),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) if error.kind() == io::ErrorKind::InvalidData => {
            Err(Error::KeyFileDamaged((&error).into()))
        }
        Err(error) => Err(error.into()),
    }
}

/// Puts other keys in place of those of a folder. Wherever this stops, the first file is whole, and the second follows it
/// when it is next read. What is refused is in neither.
pub(crate) fn replace(folder: &Path, keys: &KeyFile) -> Result<()> {
    let [first, second] = NAMES.map(|name| folder.join(name));
    let text = keys.to_text()?;
    let former = fs::read(&second).ok();
    let replaced = files::replace(&second, &text).and_then(|()| files::replace(&first, &text));
    if replaced.is_err() && fs::read(&first).ok().as_ref() != Some(&text) {
        let is_as_before = former.is_some_and(|former| files::replace(&second, &former).is_ok());
        if !is_as_before {
            let _ = fs::remove_file(&second);
        }
    }
    replaced
}

/// Removes what a write that was cut short left of keys, which may be such as the lock refuses.
pub(crate) fn tidy(folder: &Path) {
    for name in NAMES {
        files::discard_next(&folder.join(name));
    }
}
