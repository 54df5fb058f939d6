//! Notices with their answers. Every answer exists in the tray and in the windows too, since some systems
//! show no buttons.

use pilot_app::{
    Error, Notice,
    domain::{ReminderLogId, reminder::Answer},
};
use serde_json::json;
use tauri::{AppHandle, Manager as _};
use tauri_plugin_notification::{ActionType, NotificationExt as _};

use crate::{Shell, ipc, windows, windows::Place, words};

/// Action types: with "same as last time", and without it while there is nothing to repeat.
const CAN_REPEAT: &str = "check_in";
const FIRST: &str = "first_check_in";

/// Names the answers and listens for them. Before the first notice, or none would be reported.
pub(crate) fn register(app: &AppHandle) -> Result<(), Box<dyn std::error::Error>> {
    // Open is first: macOS reports the first action when its menu is only opened, so it must do no harm.
    let open = json!({ "id": "open", "title": words::ANSWER_OPEN });
    let not_now = json!({ "id": "not_now", "title": words::ANSWER_NOT_NOW });
    let same = json!({ "id": "same_as_last", "title": words::ANSWER_SAME_AS_LAST });
    let types: Vec<ActionType> = serde_json::from_value(json!([
        { "id": CAN_REPEAT, "actions": [open, not_now, same] },
        { "id": FIRST, "actions": [open, not_now] },
    ]))?;
    app.notification().register_action_types(types)?;
    let handle = app.clone();
    app.notification().on_action(move |performed| {
        let log = performed.notification().map(|notice| ReminderLogId(notice.id().into()));
        let given = match performed.action_id() {
            // A press on the notice itself.
            "open" | "tap" => Answer::Open,
            "not_now" => Answer::NotNow,
            "same_as_last" => Answer::SameAsLast,
            _ => return,
        };
        answer(&handle, log, given);
    })?;
    Ok(())
}

pub(crate) fn show(app: &AppHandle, notice: Notice) {
    let kind = if notice.can_repeat { CAN_REPEAT } else { FIRST };
    let shown = app
        .notification()
        .builder()
        // A log has far fewer lines than an i32 counts.
        .id(i32::try_from(notice.log.0).unwrap_or_default())
        .title(words::NOTICE_TITLE)
        .body(words::NOTICE_BODY)
        .action_type_id(kind)
        .show();
    if let Err(error) = shown {
        eprintln!("no notice: {error}");
    }
}

/// Takes notices off the screen once they are answered elsewhere.
pub(crate) fn withdraw(app: &AppHandle) {
    // Where a system cannot, the notice stays until it goes by itself; its answer then changes nothing.
    let _ = app.notification().remove_all_active();
}

/// Stores an answer and shows what it asks for. `log` none answers the notice that is waiting.
pub(crate) fn answer(app: &AppHandle, log: Option<ReminderLogId>, answer: Answer) {
    let opens = match ipc::call(app, "answer_reminder", json!({ "log": log, "answer": answer })) {
        Ok(reply) => reply.value["opens_check_in"] == true,
        Err(Error::NoCheckInYet | Error::NotOpen) => true,
        Err(error) => {
            eprintln!("answer not stored: {error}");
            true
        }
    };
    if opens {
        let handle = app.clone();
        // Windows are made on the main thread. If the program is ending there is nothing to open.
        let _ = app.run_on_main_thread(move || windows::open_or_report(&handle, Place::CheckIn));
    }
}

/// Whether reminders are paused, for the tray.
pub(crate) fn is_paused(app: &AppHandle) -> bool {
    app.state::<Shell>().core.app().is_paused()
}
