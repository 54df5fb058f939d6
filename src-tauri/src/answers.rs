//! What a person answers outside the pages: to a notice, and in the tray.

use pilot_app::{
    ReminderAnswer,
    domain::{
        ReminderLogId,
        change::ChangeSource,
        reminder::{Answer, Opens, Pause},
    },
};
use tauri::{AppHandle, Manager as _};

use crate::{events::Event, shell::Shell};

pub(crate) fn hear(app: &AppHandle, event: &Event) {
    match *event {
        Event::Answered { log, answer } => on_the_disk(app, move |shell| store(shell, log, answer)),
        Event::Paused(pause) => on_the_disk(app, move |shell| set_pause(shell, pause)),
        _ => {}
    }
}

fn on_the_disk(app: &AppHandle, work: impl FnOnce(&Shell) + Send + 'static) {
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || work(&app.state::<Shell>()));
}

/// Stores an answer and asks for what it opens.
fn store(shell: &Shell, log: Option<ReminderLogId>, answer: Answer) {
    let answered = shell.core.answer_reminder(ReminderAnswer { log, answer });
    let opens = match shell.told(answered, ChangeSource::Program) {
        Ok(done) => done.value.opens,
        // What went wrong stands in the log; the answer can be given in the window.
        Err(_) => Some(Opens::CheckIn),
    };
    if let Some(opens) = &opens {
        shell.events.tell(Event::Asked(opens.into()));
    }
}

fn set_pause(shell: &Shell, pause: Option<Pause>) {
    let set = match pause {
        Some(pause) => shell.core.pause_reminders(pause),
        None => shell.core.resume_reminders(),
    };
    // What went wrong stands in the log, and the tray goes on saying how it is.
    let _ = shell.told(set, ChangeSource::Program);
}
