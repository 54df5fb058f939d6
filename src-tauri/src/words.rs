//! What the shell says by itself: in the tray, in notices, in titles; in the language that the pages have.

use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use pilot_app::domain::change::Kind;
use pilot_messages::Messages;
use tauri::{AppHandle, Manager as _};

use crate::{events::Event, shell::Shell};

/// English until it is known what is spoken.
static WORDS: LazyLock<RwLock<Spoken>> = LazyLock::new(|| RwLock::new(Spoken::new(pilot_messages::ENGLISH)));

struct Spoken {
    language: &'static str,
    messages: Arc<Messages>,
}

impl Spoken {
    fn new(language: &'static str) -> Self {
        Spoken { language, messages: Arc::new(Messages::new(language)) }
    }
}

pub(crate) fn words() -> Arc<Messages> {
    Arc::clone(&WORDS.read().unwrap_or_else(PoisonError::into_inner).messages)
}

/// To be called before anything is said.
pub(crate) fn speak(language: &'static str) {
    let mut spoken = WORDS.write().unwrap_or_else(PoisonError::into_inner);
    if spoken.language != language {
        *spoken = Spoken::new(language);
    }
}

/// Before the windows and the tray hear it, which say it anew.
pub(crate) fn hear(app: &AppHandle, event: &Event) {
    if let Event::Changed(change) = event
        && change.kinds.contains(&Kind::Preferences)
    {
        speak(app.state::<Shell>().core.language());
    }
}
