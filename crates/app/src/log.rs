//! What went wrong and what took long, as events of `tracing`: the time, the name of the command, codes. Never an input, a value
//! or a message of a library, which may repeat what was written.

use std::{
    fmt, io,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use chrono::TimeDelta;
use pilot_store::LogFile;
use tracing::{Subscriber, debug, info, level_filters::LevelFilter, warn};
use tracing_subscriber::{
    Layer as _,
    filter::Targets,
    fmt::{format::Writer, layer, time::FormatTime},
    layer::SubscriberExt as _,
};

use crate::{Clock, Error, Result};

/// A person waits for what takes longer, in milliseconds.
const SLOW: i64 = 300;

/// What takes long by its nature: a key is made of a passphrase, a person is asked, much is read or written.
const LONG: &[&str] = &[
    "create_profile",
    "unlock",
    "ask_keychain",
    "change_lock",
    "make_recovery_key",
    "rotate_key",
    "recover_readable",
    "check_file",
    "get_pages",
    "put_attachment",
];

/// The lines, shared by what writes them and what shows them.
#[derive(Clone, Default)]
pub(crate) struct Log(Arc<Mutex<LogFile>>);

impl Log {
    pub(crate) fn file(&self) -> MutexGuard<'_, LogFile> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Each event is written as a whole line.
impl io::Write for Log {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.file().add(line);
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The time of an event, by the clock of the core.
struct By(Arc<dyn Clock>);

impl FormatTime for By {
    fn format_time(&self, into: &mut Writer<'_>) -> fmt::Result {
        write!(into, "{}", self.0.now().format("%Y-%m-%dT%H:%M:%SZ"))
    }
}

/// What writes the events of our crates. Those of others may say anything.
pub(crate) fn subscriber(log: Log, clock: Arc<dyn Clock>) -> impl Subscriber + Send + Sync + 'static {
    let ours = Targets::new().with_target("pilot", LevelFilter::INFO);
    let lines =
        layer().with_ansi(false).with_target(false).with_timer(By(clock)).with_writer(move || log.clone());
    tracing_subscriber::registry().with(lines.with_filter(ours))
}

/// Notes a command that failed, or took long.
pub(crate) fn note<T>(command: &'static str, took: TimeDelta, answer: &Result<T>) {
    let ms = took.num_milliseconds().max(0);
    match answer {
        Err(error) if error.is_trouble() => {
            let cause = error.cause().map(|cause| cause.to_string());
            warn!(%command, code = %error.code(), cause = cause.as_deref(), ms);
        }
        // A refusal is no trouble.
        Err(error) => debug!(%command, code = %error.code(), ms),
        Ok(_) if ms > SLOW && !LONG.contains(&command) => info!(%command, code = %"slow", ms),
        Ok(_) => {}
    }
}

/// Notes what failed in a host, by what was being done and the kind of the error: its words may say more than that.
pub fn note_failure(doing: &'static str, error: &impl fmt::Debug) {
    let kind: String = format!("{error:?}").chars().take_while(char::is_ascii_alphanumeric).collect();
    warn!(%doing, code = %kind);
}

impl Error {
    /// Notes what is no command's answer, by what was being done.
    pub fn note(&self, doing: &'static str) {
        let cause = self.cause().map(|cause| cause.to_string());
        warn!(%doing, code = %self.code(), cause = cause.as_deref());
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_takes_long_by_its_nature_is_named_as_its_command_is() {
        assert!(super::LONG.iter().all(|name| crate::COMMAND_NAMES.contains(name)));
    }
}
