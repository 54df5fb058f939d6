//! Notices through `tauri-plugin-notification`, on Windows and macOS. They say neither what they can do nor
//! why a notice went, and a shown one cannot be taken back.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use serde_json::json;
use tauri::{AppHandle, Manager as _};
use tauri_plugin_notification::{ActionType, NotificationExt as _};

use super::{Abilities, Id, Shown};

/// The number of the test; reminders have those of their log.
const TEST: i32 = 0;

type State = Mutex<HashMap<i32, Id>>;

pub(super) fn register(app: &AppHandle) -> Result<(), Box<dyn std::error::Error>> {
    app.manage(State::default());
    let handle = app.clone();
    app.notification().on_action(move |performed| {
        let Some(number) = performed.notification().map(|notice| notification.id()) else { return };
        let id = shelf(&handle, |shown| shown.remove(&number));
        if let Some(id) = id {
            super::pressed(&handle, id, Some(performed.action_id()).filter(|key| *key != "tap"));
        }
    })?;
    Ok(())
}

pub(super) fn can_show(_: &AppHandle) -> bool {
    true
}

pub(super) fn shown(app: &AppHandle) -> Vec<Id> {
    shelf(app, |shown| shown.values().copied().collect())
}

pub(super) fn abilities(_: &AppHandle) -> Abilities {
    Abilities::default()
}

pub(super) fn show(app: &AppHandle, id: Id, shown: &Shown) -> Result<(), Box<dyn std::error::Error>> {
    let number = match id {
        // A log has far fewer lines than an i32 counts.
        Id::Reminder(log) => i32::try_from(log.0).unwrap_or_default(),
        Id::Test => TEST,
    };
    let kind = shown.buttons.iter().map(|(key, _)| *key).collect::<Vec<_>>().join("+");
    let actions: Vec<_> =
        shown.buttons.iter().map(|(key, label)| json!({ "id": key, "title": label })).collect();
    let kinds: Vec<ActionType> = serde_json::from_value(json!([{ "id": kind, "actions": actions }]))?;
    app.notification().register_action_types(kinds)?;
    shelf(app, |shown| shown.insert(number, id));
    app.notification()
        .builder()
        .id(number)
        .title(&shown.title)
        .body(&shown.body)
        .action_type_id(kind)
        .show()?;
    Ok(())
}

pub(super) fn withdraw(app: &AppHandle, id: Id) {
    shelf(app, |shown| shown.retain(|_, other| *other != id));
}

fn shelf<T>(app: &AppHandle, work: impl FnOnce(&mut HashMap<i32, Id>) -> T) -> T {
    work(&mut app.state::<State>().lock().unwrap_or_else(PoisonError::into_inner))
}
