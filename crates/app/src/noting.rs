//! What goes wrong in a core is noted, shown and deleted.

use std::panic::{self, PanicHookInfo};

use tracing::{Subscriber, error};

use crate::{Core, Done, Result, log};

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

    /// What writes the events of our crates into this core's log.
    pub fn subscriber(&self) -> impl Subscriber + Send + Sync + 'static {
        log::subscriber(self.log.clone(), self.clock())
    }

    /// Runs a command, and notes it if it failed or took long.
    pub(crate) fn noted<T>(&self, command: &'static str, run: impl FnOnce() -> Result<T>) -> Result<T> {
        let began = self.now();
        let answer = run();
        log::note(command, self.now() - began, &answer);
        answer
    }
}

pub(crate) fn get_log(core: &Core) -> Result<String> {
    Ok(core.log.file().text())
}

pub(crate) fn delete_log(core: &Core) -> Result<Done<()>> {
    Ok(Done::unchanged(core.log.file().delete()?))
}
