//! Small files: read with a bound, replaced in one step.

use std::{
    fs,
    io::{self, Read as _, Write as _},
    path::{Path, PathBuf},
};

use crate::{Error, Result, platform};

/// Errors with [`io::ErrorKind::InvalidData`] when there is more.
pub fn read_at_most(file: &Path, most_bytes: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(file)?.take(most_bytes + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most_bytes { Err(io::ErrorKind::InvalidData.into()) } else { Ok(bytes) }
}

/// Replaces `file` in one step, so that a crash leaves either the former one or the new one. The new one is read once more
/// before it counts.
pub fn replace(file: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = file.parent()
        && !folder.exists()
    {
        fs::create_dir_all(folder)?;
        platform::keep_folder_private(folder)?;
    }
    let next = next(file);
    // A half-written one from a crash is of no use.
    let _ = fs::remove_file(&next);
    let written = write(&next, bytes).and_then(|()| Ok(fs::rename(&next, file)?));
    if written.is_err() {
        discard_next(file);
        return written;
    }
    if let Some(folder) = file.parent() {
        platform::sync_folder(folder)?;
    }
    Ok(())
}

fn write(next: &Path, bytes: &[u8]) -> Result<()> {
    let mut file = platform::open_private(next)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    if fs::read(next)? == bytes { Ok(()) } else { Err(Error::Io(io::ErrorKind::InvalidData.into())) }
}

/// Where the next `file` is written.
fn next(file: &Path) -> PathBuf {
    file.with_extension("next")
}

pub(crate) fn discard_next(file: &Path) {
    let _ = fs::remove_file(next(file));
}
