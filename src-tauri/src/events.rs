//! What happens in the shell, as one list. Whoever notices something says so here and knows of nobody who hears it; one
//! loop (`event_loop.rs`) hands it to all.

use std::sync::{
    Mutex, PoisonError,
    mpsc::{self, Receiver, Sender},
};

use pilot_app::domain::{
    ReminderLogId,
    change::Change,
    reminder::{Answer, Pause},
};

use crate::place::Place;

#[derive(Debug)]
pub(crate) enum Event {
    /// Something that a page, the tray or a reminder shows is not as it was.
    Changed(Change),
    /// A reminder was answered, outside the pages. None is the one that is waiting.
    Answered { log: Option<ReminderLogId>, answer: Answer },
    /// A pause was chosen, outside the pages; none ends the one there is.
    Paused(Option<Pause>),
    /// A pause ended by itself.
    PauseOver,
    /// A window was asked for.
    Asked(Place),
    /// Somebody asked for the end of the program: a person, or a session that ends.
    Quit,
}

/// Where events are told, and kept until the loop begins.
pub(crate) struct Events {
    tell: Sender<Event>,
    told: Mutex<Option<Receiver<Event>>>,
}

impl Events {
    pub(crate) fn new() -> Self {
        let (tell, told) = mpsc::channel();
        Events { tell, told: Mutex::new(Some(told)) }
    }

    pub(crate) fn tell(&self, event: Event) {
        // The loop ends only with the program.
        let _ = self.tell.send(event);
    }

    /// All that is told from the beginning; nothing the second time.
    pub(crate) fn take(&self) -> Option<Receiver<Event>> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}
