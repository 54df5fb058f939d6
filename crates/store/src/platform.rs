//! What differs between systems about files: who may read them.

use std::{fs, io, path::Path};

/// Makes `folder` readable by this user only.
#[cfg(unix)]
pub(crate) fn keep_folder_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
}

/// Opens `file` to read and write, readable by this user only from its first moment.
#[cfg(unix)]
pub(crate) fn open_private(file: &Path) -> io::Result<fs::File> {
    use std::os::unix::fs::OpenOptionsExt;
    fs::OpenOptions::new().create(true).read(true).write(true).truncate(false).mode(0o600).open(file)
}

/// Opens `file` to write at its end, readable by this user only from its first moment.
#[cfg(unix)]
pub(crate) fn append_private(file: &Path) -> io::Result<fs::File> {
    use std::os::unix::fs::OpenOptionsExt;
    fs::OpenOptions::new().create(true).append(true).mode(0o600).open(file)
}

/// A rename is on the disk only once its folder is.
#[cfg(unix)]
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

/// What tells a file from another that took its place.
#[cfg(unix)]
pub(crate) fn identity(file: &Path) -> io::Result<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(file).map(|file| (file.dev(), file.ino()))
}

// On Windows a person's profile folder already grants access to that person and the system only.
#[cfg(not(unix))]
pub(crate) fn keep_folder_private(_folder: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
pub(crate) fn open_private(file: &Path) -> io::Result<fs::File> {
    fs::OpenOptions::new().create(true).read(true).write(true).truncate(false).open(file)
}

/// To write, and not only at the end: there it takes that to cut a file short.
#[cfg(not(unix))]
pub(crate) fn append_private(file: &Path) -> io::Result<fs::File> {
    use std::io::{Seek as _, SeekFrom};
    let mut file = open_private(file)?;
    file.seek(SeekFrom::End(0))?;
    Ok(file)
}

#[cfg(not(unix))]
pub(crate) fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// A file that is open there cannot be replaced.
#[cfg(not(unix))]
pub(crate) fn identity(file: &Path) -> io::Result<(u64, u64)> {
    fs::metadata(file).map(|_| (0, 0))
}
