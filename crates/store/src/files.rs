//! Files that are written whole or not at all: the small ones of the data folder, which are read with a bound, and those
//! that a person saves elsewhere.

use std::{
    fs,
    io::{self, Read as _, Write as _},
    path::{Path, PathBuf},
};

use tempfile::{NamedTempFile, TempPath};

use crate::{Error, Result, platform};

/// Far more than any of them holds, in bytes.
pub(crate) const LONGEST: u64 = 64 << 10;

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

/// Replaces `file` in one step, so that a crash leaves either the former one or the new one.
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
    let made = NamedTempFile::from_parts(platform::open_private(&next)?, TempPath::try_from_path(next)?);
    put(made, file, bytes)?;
    if let Some(folder) = file.parent() {
        platform::sync_folder(folder)?;
    }
    Ok(())
}

/// Writes a file where a person chose, in place of another if they chose that. Nothing else that lies there is touched: it
/// is made under a name that nothing else has. Only this user can read it.
pub fn export(place: &Path, bytes: &[u8]) -> Result<()> {
    let folder = place.parent().ok_or(io::Error::from(io::ErrorKind::NotFound))?;
    put(NamedTempFile::new_in(folder)?, place, bytes)?;
    // Not every disk that a person may choose can do that; the file is in its place.
    let _ = platform::sync_folder(folder);
    Ok(())
}

/// Puts what was made beside its place there, once it is on the disk. It is read once more before it counts; one that does
/// not is removed.
fn put(mut made: NamedTempFile, place: &Path, bytes: &[u8]) -> Result<()> {
    made.write_all(bytes)?;
    made.as_file().sync_all()?;
    if fs::read(made.path())? != bytes {
        return Err(Error::Io(io::ErrorKind::InvalidData.into()));
    }
    made.persist(place).map(drop).map_err(|error| error.error.into())
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

    #[cfg(unix)]
    #[test]
    fn an_exported_file_is_whole_this_users_alone_and_takes_the_place_of_the_former() {
        use std::os::unix::fs::PermissionsExt as _;

        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("page.pdf");
        fs::write(&place, "a longer text of before").unwrap();
        export(&place, b"after").unwrap();
        assert_eq!(fs::read(&place).unwrap(), b"after");
        assert_eq!(fs::metadata(&place).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn where_nothing_can_be_exported_nothing_is_left_behind() {
        let folder = tempfile::tempdir().unwrap();
        let taken = folder.path().join("taken");
        fs::create_dir_all(taken.join("inside")).unwrap();
        assert!(export(&taken, b"text").is_err());
        assert!(export(&folder.path().join("nowhere/page.pdf"), b"text").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
