//! Notices with their answers: the one port through which anything is shown by the system. Every answer
//! exists in the tray and in the windows too, since some systems show no buttons.
//!
//! On Linux notices go over the session bus (`notifications/bus.rs`), which tells what `tauri-plugin-notification`
//! cannot: that nothing shows notices here, that there are no buttons, and why a notice went. Elsewhere they
//! go through the plugin (`notifications/plugin.rs`).

#[cfg(target_os = "linux")]
mod bus;
#[cfg(not(target_os = "linux"))]
mod plugin;

#[cfg(target_os = "linux")]
use bus as system;
#[cfg(not(target_os = "linux"))]
use plugin as system;

use pilot_app::{
    Heard, Notification, NotificationTestState, ShownTest,
    domain::{
        ReminderLogId,
        change::{Change, ChangeSource, Kind},
        reminder::{Answer, Hold},
    },
};
use tauri::{AppHandle, Manager as _};

use crate::{events::Event, shell::Shell, words::words};

/// What is on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Id {
    Reminder(ReminderLogId),
    Test,
}

/// What the system is asked to show.
struct Shown {
    title: String,
    body: String,
    /// A key that comes back when it is pressed, and what the button says.
    buttons: Vec<(&'static str, String)>,
}

/// What the system says it can do. None: it does not say.
#[derive(Default)]
struct Abilities {
    server: Option<String>,
    has_buttons: Option<bool>,
    has_sound: Option<bool>,
}

/// Listens for answers. Before the first notice, or none would be reported.
pub(crate) fn register(app: &AppHandle) -> Result<(), Box<dyn std::error::Error>> {
    system::register(app)
}

pub(crate) fn hear(app: &AppHandle, event: &Event) {
    if let Event::Changed(change) = event
        && change.kinds.contains(&Kind::Reminders)
    {
        let app = app.clone();
        tauri::async_runtime::spawn_blocking(move || withdraw_answered(&app));
    }
}

/// Something about reminders is not as it was, of which their thread knows: it looks again by itself.
fn tell(app: &AppHandle) {
    let change = Change { source: ChangeSource::Reminders, ..Change::of(Kind::Reminders) };
    app.state::<Shell>().events.tell(Event::Changed(change));
}

/// Whether anything on this system shows notices now.
pub(crate) fn can_show(app: &AppHandle) -> bool {
    system::can_show(app)
}

/// Whether a notice may still be on the screen.
pub(crate) fn is_any_shown(app: &AppHandle) -> bool {
    !system::shown(app).is_empty()
}

pub(crate) fn show(app: &AppHandle, notification: &Notification) {
    let title = if notification.asks_quiet {
        words().native_notice_ask_quiet()
    } else {
        words().native_notice_title()
    };
    let has_no_buttons = system::abilities(app).has_buttons == Some(false);
    let body = match &notification.words {
        Some(own) => own.clone(),
        None if has_no_buttons => words().native_notice_no_buttons(),
        None => words().native_notice_body(),
    };
    let buttons = notification.answers.iter().map(|answer| (key(*answer), label(*answer))).collect();
    if let Err(error) = system::show(app, Id::Reminder(notification.log), &Shown { title, body, buttons }) {
        pilot_app::note_failure("show_notification", &error);
        if let Err(error) = app.state::<Shell>().core.app().note_not_shown(notification.log) {
            error.note("note_not_shown");
        }
        tell(app);
    }
}

/// Shows a notice that stores nothing, and notes what this system can do and what came back. `hold` is why a reminder
/// would wait now.
pub(crate) fn show_test(app: &AppHandle, hold: Option<Hold>) {
    let shown = Shown {
        title: words().native_test_title(),
        body: words().native_test_body(),
        buttons: vec![("test", words().native_test_button())],
    };
    let state = match system::show(app, Id::Test, &shown) {
        Ok(()) => {
            let Abilities { server, has_buttons, has_sound } = system::abilities(app);
            NotificationTestState::Shown(ShownTest { server, has_buttons, has_sound, hold, heard: None })
        }
        Err(_) => NotificationTestState::NoServer,
    };
    app.state::<Shell>().core.app().note_test(state);
    tell(app);
}

/// Takes notices off the screen that were answered elsewhere, or whose reminder is gone.
fn withdraw_answered(app: &AppHandle) {
    let shown = system::shown(app);
    if shown.is_empty() {
        return;
    }
    let Ok(unanswered) = app.state::<Shell>().core.app().unanswered_notices() else { return };
    for id in shown {
        if let Id::Reminder(log) = id
            && !unanswered.contains(&log)
        {
            system::withdraw(app, id);
        }
    }
}

/// A button or the notice itself (`None`) was pressed. Called from a thread of its own.
fn pressed(app: &AppHandle, id: Id, key: Option<&str>) {
    match id {
        Id::Test => heard(app, id, if key.is_some() { Heard::Button } else { Heard::Click }),
        Id::Reminder(log) => {
            let given =
                key.map_or(Some(Answer::Open), |key| ALL.into_iter().find(|it| self::key(*it) == key));
            if let Some(given) = given {
                app.state::<Shell>().events.tell(Event::Answered { log: Some(log), answer: given });
            }
        }
    }
}

/// A notice went. Only the test wants to know why: one left alone is an answer of its own.
fn heard(app: &AppHandle, id: Id, heard: Heard) {
    if id == Id::Test {
        app.state::<Shell>().core.app().note_test_heard(heard);
        tell(app);
    }
}

const ALL: [Answer; 7] = [
    Answer::Open,
    Answer::NotNow,
    Answer::SameAsLast,
    Answer::Doing,
    Answer::Smaller,
    Answer::StayQuiet,
    Answer::KeepOn,
];

fn key(answer: Answer) -> &'static str {
    match answer {
        Answer::Open => "open",
        Answer::NotNow => "not_now",
        Answer::SameAsLast => "same_as_last",
        Answer::Doing => "doing",
        Answer::Smaller => "smaller",
        Answer::StayQuiet => "stay_quiet",
        Answer::KeepOn => "keep_on",
    }
}

fn label(answer: Answer) -> String {
    match answer {
        Answer::Open => words().native_answer_open(),
        Answer::NotNow => words().native_answer_not_now(),
        Answer::SameAsLast => words().native_answer_same_as_last(),
        Answer::Doing => words().native_answer_doing(),
        Answer::Smaller => words().native_answer_smaller(),
        Answer::StayQuiet => words().native_answer_stay_quiet(),
        Answer::KeepOn => words().native_answer_keep_on(),
    }
}
