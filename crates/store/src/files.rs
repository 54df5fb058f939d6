//! Small files: read with a bound, replaced in one step.

use std::{
    fs,
    io::{self, Read as _, Write as _},
    path::{Path, PathBuf},
};

use crate::{Error, Result, platform};

/// Far more than any of them holds, in bytes.
const LONGEST: u64 = 64 << 10;

/// The bytes of a small file. Errors when it is longer than any that is written here, or no file.
pub fn read_small(path: &Path) -> io::Result<Vec<u8>> {
    // Before it is opened: a pipe would wait for whoever writes to it.
    if !fs::metadata(path)?.is_file() {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(LONGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LONGEST { Err(io::ErrorKind::InvalidData.into()) } else { Ok(bytes) }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_small_file_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("preferences.json");
        assert_eq!(read_small(&file).unwrap_err().kind(), io::ErrorKind::NotFound);
        fs::write(&file, "{}").unwrap();
        assert_eq!(read_small(&file).unwrap(), b"{}");
        fs::File::create(&file).unwrap().set_len(10 << 30).unwrap();
        for path in [file.as_path(), folder.path(), Path::new("/dev/zero"), Path::new("/proc/self/pagemap")] {
            assert!(read_small(path).is_err(), "{path:?}");
        }
    }
}
