//! Every command of the core, under its own name. Which window may call which is in `capabilities/`.

use std::env;

use pilot_app::{Error, Reply, domain::change::Kind};
use serde_json::{Value, json};
use tauri::{
    AppHandle, Emitter as _, Manager as _, Wry,
    ipc::{Invoke, InvokeBody},
};

use crate::{Shell, autostart, notices, saving, tray};

/// Takes a command off the main thread: it may wait for the disk or for a passphrase.
pub(crate) fn handle(invoke: Invoke<Wry>) -> bool {
    let Invoke { message, resolver, .. } = invoke;
    let window = message.webview_ref().window();
    let app = window.app_handle().clone();
    let name = message.command().to_owned();
    let input = match message.payload() {
        InvokeBody::Json(body) => body.get("input").cloned().unwrap_or_default(),
        InvokeBody::Raw(_) => Value::Null,
    };
    tauri::async_runtime::spawn_blocking(move || {
        let answer = match name.as_str() {
            "save_file" => saving::save_file(&window, input),
            _ => call(&app, &name, input),
        };
        match answer {
            Ok(reply) => resolver.resolve(json!({ "value": reply.value, "change": reply.change })),
            Err(error) => resolver.reject(error),
        }
        trace(&name);
    });
    true
}

/// For `cargo xtask bench`, which times the lines: the name of a command that was answered, and nothing of
/// what was said.
fn trace(name: &str) {
    if env::var_os("PILOT_LIGHT_TRACE").is_some() {
        println!("{name}");
    }
}

/// Runs a command, wherever it came from, and lets every part of the program know what changed.
pub(crate) fn call(app: &AppHandle, name: &str, input: Value) -> Result<Reply, Error> {
    let shell = app.state::<Shell>();
    let reply = shell.core.call(name, input)?;
    let kinds: Vec<Kind> = reply.kinds.iter().copied().collect();
    announce(app, &kinds);
    Ok(reply)
}

/// Lets the windows read again. One that is closing hears nothing, and needs nothing.
pub(crate) fn tell_windows(app: &AppHandle, kinds: &[Kind]) {
    let _ = app.emit("changed", json!({ "kinds": kinds }));
}

/// Says which kinds of things changed: the windows read again, and whoever else that concerns looks again.
pub(crate) fn announce(app: &AppHandle, kinds: &[Kind]) {
    if kinds.is_empty() {
        return;
    }
    tell_windows(app, kinds);
    let touches = |kind| kinds.contains(&kind);
    let rules = touches(Kind::Reminders) || touches(Kind::Settings) || touches(Kind::Status);
    // What a person does by themselves answers a notice that is on the screen.
    if rules || notices::is_any_shown(app) {
        app.state::<Shell>().reminding.look_again();
    }
    if touches(Kind::Reminders) {
        notices::withdraw_answered(app);
    }
    if rules || touches(Kind::Preferences) {
        tray::refresh(app);
    }
    if touches(Kind::Preferences) {
        autostart::apply(app);
    }
}
