//! The file of what went wrong, as lines that hold no word of what was written. Two of a bounded size, beside the data: it
//! moves with it.

use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use crate::{files, platform};

/// The file, and what it was before it was full.
const NAMES: [&str; 2] = ["log.txt", "log-before.txt"];

/// So many bytes of lines wait for a folder, or for a disk that takes them.
const MOST_WAITING: usize = 16 << 10;

/// Writing is best effort and never fails: what cannot be written waits in memory.
#[derive(Debug, Default)]
pub struct LogFile {
    folder: Option<PathBuf>,
    waiting: Vec<u8>,
}

impl LogFile {
    /// Where it lies from now on: the folder that this process holds. Without one nothing is written.
    pub fn lie_in(&mut self, folder: Option<&Path>) {
        if self.folder.as_deref() != folder {
            self.folder = folder.map(Path::to_owned);
            self.write_waiting();
        }
    }

    /// Adds lines, each of them whole.
    pub fn add(&mut self, lines: &[u8]) {
        if self.waiting.len() + lines.len() > MOST_WAITING {
            self.waiting.clear();
        }
        if lines.len() <= MOST_WAITING {
            self.waiting.extend_from_slice(lines);
        }
        self.write_waiting();
    }

    /// All lines there are, the oldest first.
    pub fn text(&self) -> String {
        let [now, before] = NAMES.map(|name| self.path(name).and_then(|path| files::read_small(&path).ok()));
        let all = [before.unwrap_or_default(), now.unwrap_or_default(), self.waiting.clone()].concat();
        String::from_utf8_lossy(&all).into_owned()
    }

    pub fn delete(&mut self) -> io::Result<()> {
        self.waiting.clear();
        for path in NAMES.iter().filter_map(|name| self.path(name)) {
            match fs::remove_file(path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }

    fn path(&self, name: &str) -> Option<PathBuf> {
        self.folder.as_ref().map(|folder| folder.join(name))
    }

    fn write_waiting(&mut self) {
        if self.append().is_ok() {
            self.waiting.clear();
        }
    }

    fn append(&self) -> io::Result<()> {
        let [Some(now), Some(before)] = NAMES.map(|name| self.path(name)) else {
            return Err(io::ErrorKind::NotFound.into());
        };
        if self.waiting.is_empty() {
            return Ok(());
        }
        match fs::metadata(&now) {
            // A pipe would wait for whoever reads it.
            Ok(file) if !file.is_file() => return Err(io::ErrorKind::InvalidData.into()),
            Ok(file) if file.len() + self.waiting.len() as u64 > files::LONGEST => fs::rename(&now, before)?,
            _ => {}
        }
        let mut file = platform::append_private(&now)?;
        let whole = file.metadata()?.len();
        // Half a line is taken back: it is written anew with the next.
        file.write_all(&self.waiting).inspect_err(|_| drop(file.set_len(whole)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Profile;

    fn in_folder(folder: &Path) -> LogFile {
        let mut log = LogFile::default();
        log.lie_in(Some(folder));
        log
    }

    #[test]
    fn what_was_noted_before_the_folder_was_held_is_written_once_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let mut log = LogFile::default();
        log.add(b"first\n");
        assert_eq!(log.text(), "first\n");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        log.lie_in(Some(folder.path()));
        log.add(b"second\n");
        assert_eq!(fs::read_to_string(folder.path().join("log.txt")).unwrap(), "first\nsecond\n");
        assert_eq!(in_folder(folder.path()).text(), "first\nsecond\n");
    }

    #[test]
    fn it_stays_small_and_keeps_the_latest() {
        let folder = tempfile::tempdir().unwrap();
        let mut log = in_folder(folder.path());
        let line = |number: usize| format!("{number:0>99}\n");
        for number in 0..3_000 {
            log.add(line(number).as_bytes());
        }
        let sizes = NAMES.map(|name| fs::metadata(folder.path().join(name)).unwrap().len());
        assert!(sizes.iter().all(|size| (1..=files::LONGEST).contains(size)), "{sizes:?}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
        let text = log.text();
        assert!(text.ends_with(&line(2_999)) && text.lines().count() > 655, "{}", text.lines().count());
        let numbers: Vec<usize> = text.lines().map(|line| line.parse().unwrap()).collect();
        assert!(numbers.windows(2).all(|two| two[0] + 1 == two[1]));
    }

    #[test]
    fn deleting_leaves_nothing_of_it() {
        let folder = tempfile::tempdir().unwrap();
        let mut log = in_folder(folder.path());
        log.delete().unwrap();
        for _ in 0..2_000 {
            log.add(&[b'a'; 80]);
        }
        log.delete().unwrap();
        assert_eq!((log.text().as_str(), fs::read_dir(folder.path()).unwrap().count()), ("", 0));
    }

    #[test]
    fn where_nothing_can_be_written_it_waits_within_bounds() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("log.txt")).unwrap();
        let mut log = in_folder(folder.path());
        for _ in 0..1_000 {
            log.add(&[b'a'; 80]);
        }
        assert!(!log.text().is_empty() && log.text().len() <= MOST_WAITING);
        fs::remove_dir(folder.path().join("log.txt")).unwrap();
        log.add(b"\n");
        assert!(fs::metadata(folder.path().join("log.txt")).unwrap().len() > 80);
        assert!(log.waiting.is_empty());
    }

    #[test]
    fn a_folder_with_nothing_but_a_log_is_a_first_run() {
        let folder = tempfile::tempdir().unwrap();
        in_folder(folder.path()).add(b"line\n");
        let mut profile = Profile::claim(folder.path()).unwrap();
        assert!(profile.key_file().unwrap().is_none());
        assert!(profile.set_aside("today").unwrap().is_none());
        assert_eq!(in_folder(folder.path()).text(), "line\n");
    }

    #[cfg(unix)]
    #[test]
    fn only_this_user_can_read_it() {
        use std::os::unix::fs::PermissionsExt as _;

        let folder = tempfile::tempdir().unwrap();
        in_folder(folder.path()).add(b"line\n");
        let mode = fs::metadata(folder.path().join("log.txt")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
