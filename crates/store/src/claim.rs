//! The lock file of a data folder. The running copy holds it, so that a second one is kept out; and it says what is to be
//! expected in the folder, so that data that went missing is not taken for a first run.

use std::{
    fs,
    io::{Read as _, Seek as _, Write as _},
    path::Path,
    thread,
    time::{Duration, Instant},
};

use crate::{Error, Result, platform};

pub(crate) const LOCK_FILE: &str = "in-use.lock";

const NOTHING: &str = "nothing is kept here yet";
const SETTING_ASIDE: &str = "being set aside: ";

/// How long a closing copy may take to let go of the folder.
const PATIENCE: Duration = Duration::from_secs(3);

/// What is expected in the folder: the last line says so. A file that is empty, or was cut short, tells of data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Expected {
    Nothing,
    Data,
    /// The rest of the files goes into the folder of this name.
    SettingAside(String),
}

pub(crate) struct Claim {
    /// The system gives it back when the process ends, however it ends.
    file: fs::File,
}

impl Claim {
    /// Errors with [`Error::InUse`] when another process has the folder. In a new one nothing is expected.
    pub(crate) fn take(folder: &Path, is_new: bool) -> Result<Self> {
        if is_new {
            begin(folder)?;
        }
        let file = platform::open_private(&folder.join(LOCK_FILE))?;
        let started = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Claim { file }),
                // The former copy may be on its way out.
                Err(fs::TryLockError::WouldBlock) if started.elapsed() < PATIENCE => {
                    thread::sleep(PATIENCE / 30)
                }
                Err(fs::TryLockError::WouldBlock) => return Err(Error::InUse(None)),
                // A network share may have no locks; without one, two copies would write into one file.
                Err(fs::TryLockError::Error(error)) => {
                    let error = Error::from(error);
                    return Err(if matches!(error, Error::Io(_)) {
                        Error::NoLocks(error.cause())
                    } else {
                        error
                    });
                }
            }
        }
    }

    pub(crate) fn expected(&self) -> Result<Expected> {
        let mut text = Vec::new();
        (&self.file).rewind()?;
        (&self.file).take(64 << 10).read_to_end(&mut text)?;
        let text = String::from_utf8_lossy(&text);
        let last = text.strip_suffix('\n').and_then(|lines| lines.lines().last());
        Ok(match last {
            Some(NOTHING) => Expected::Nothing,
            Some(line) => line
                .strip_prefix(SETTING_ASIDE)
                .map_or(Expected::Data, |name| Expected::SettingAside(name.to_owned())),
            None => Expected::Data,
        })
    }

    /// Writes it down in one step. Errors leave what was expected before.
    pub(crate) fn expect(&self, expected: &Expected) -> Result<()> {
        if self.expected()? == *expected {
            return Ok(());
        }
        let line = match expected {
            Expected::Data => {
                self.file.set_len(0)?;
                return Ok(self.file.sync_all()?);
            }
            Expected::Nothing => NOTHING.to_owned(),
            Expected::SettingAside(name) => format!("{SETTING_ASIDE}{name}"),
        };
        // Reading it has gone to its end. What was cut short there is a line by itself.
        (&self.file).write_all(format!("\n{line}\n").as_bytes())?;
        Ok(self.file.sync_all()?)
    }
}

/// Makes the file with its first line in it, so that there is no moment in which it would tell of data.
fn begin(folder: &Path) -> Result<()> {
    let [file, next] = [LOCK_FILE, "in-use.next"].map(|name| folder.join(name));
    let mut made = platform::open_private(&next)?;
    made.write_all(format!("{NOTHING}\n").as_bytes())?;
    made.sync_all()?;
    // One that another copy made in this moment stays; a disk without links has no such way to tell.
    if fs::hard_link(&next, &file).is_err() && !file.exists() {
        fs::rename(&next, &file)?;
    }
    let _ = fs::remove_file(&next);
    Ok(())
}
