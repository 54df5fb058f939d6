//! What every part of the shell shares.

use std::{path::PathBuf, sync::Arc};

use pilot_app::{Core, Done, Error, domain::change::ChangeSource};

use crate::events::{Event, Events};

pub(crate) struct Shell {
    pub(crate) core: Arc<Core>,
    pub(crate) events: Events,
    /// Where the web views keep what they must keep: nothing of ours.
    pub(crate) web_folder: PathBuf,
    /// Held by every command that has not been answered yet.
    pub(crate) underway: Arc<()>,
}

impl Shell {
    /// Passes an answer on, and tells what it changed.
    pub(crate) fn told<T>(
        &self,
        answer: Result<Done<T>, Error>,
        source: ChangeSource,
    ) -> Result<Done<T>, Error> {
        if let Ok(done) = &answer
            && let Some(change) = done.told(source)
        {
            self.events.tell(Event::Changed(change));
        }
        answer
    }
}
