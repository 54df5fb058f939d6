//! What went wrong and what took long, as events of `tracing`: the time, the name of the command, codes. Never an input, a value
//! or a message of a library, which may repeat what was written.

use std::{
    fmt, io,
    panic::{self, PanicHookInfo},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use chrono::TimeDelta;
use pilot_store::LogFile;
use tracing::{Subscriber, debug, error, info, level_filters::LevelFilter, warn};
use tracing_subscriber::{
    Layer as _,
    filter::Targets,
    fmt::{format::Writer, layer, time::FormatTime},
    layer::SubscriberExt as _,
};

use crate::{Clock, Core, Done, Error, Result};

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
    "keep_readable",
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

impl Core {
    /// From now on what goes wrong in this process is written into the data folder: a host's first act. A panic leaves where
    /// it was, and not its message.
    pub fn begin_log(&self) {
        // A host that has begun one already keeps it.
        let _ = tracing::subscriber::set_global_default(self.subscriber());
        let former = panic::take_hook();
        panic::set_hook(Box::new(move |info: &PanicHookInfo<'_>| {
            let at = info.location().map(ToString::to_string);
            error!(code = "panic", at = at.as_deref());
            former(info);
        }));
    }

    /// What writes the events of our crates. Those of others may say anything.
    pub fn subscriber(&self) -> impl Subscriber + Send + Sync + 'static {
        let log = self.log.clone();
        let ours = Targets::new().with_target("pilot", LevelFilter::INFO);
        let lines = layer()
            .with_ansi(false)
            .with_target(false)
            .with_timer(By(self.clock()))
            .with_writer(move || log.clone());
        tracing_subscriber::registry().with(lines.with_filter(ours))
    }

    /// Runs a command, and notes it if it failed or took long.
    pub(crate) fn noted<T>(&self, command: &'static str, run: impl FnOnce() -> Result<T>) -> Result<T> {
        let began = self.now();
        let answer = run();
        note(command, self.now() - began, &answer);
        answer
    }
}

fn note<T>(command: &'static str, took: TimeDelta, answer: &Result<T>) {
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

impl Error {
    /// Notes what is no command's answer, by what was being done.
    pub fn note(&self, doing: &'static str) {
        let cause = self.cause().map(|cause| cause.to_string());
        warn!(%doing, code = %self.code(), cause = cause.as_deref());
    }
}

pub(crate) fn get_log(core: &Core) -> Result<String> {
    Ok(core.log.file().text())
}

pub(crate) fn delete_log(core: &Core) -> Result<Done<()>> {
    Ok(Done::unchanged(core.log.file().delete()?))
}
