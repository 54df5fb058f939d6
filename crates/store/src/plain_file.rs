//! The plain files beside the data are small, and are read as such, whatever has taken their place.

use std::{
    fs,
    io::{self, Read as _},
    path::Path,
};

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
