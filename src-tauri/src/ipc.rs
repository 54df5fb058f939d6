//! Every command of the core, under its own name. Which window may call which is in `capabilities/`.

use std::{env, sync::Arc};

use percent_encoding::percent_decode_str;
use pilot_app::{
    COMMANDS_GIVING_BYTES, Done, Error, Reply,
    domain::change::{Change, ChangeSource, Kind},
};
use serde_json::Value;
use tauri::{
    AppHandle, Emitter as _, Manager as _, Wry,
    ipc::{Invoke, InvokeBody, InvokeMessage, Response},
};

use crate::{Shell, autostart, notices, saving, tray};

/// Takes a command off the main thread: it may wait for the disk or for a passphrase.
pub(crate) fn handle(invoke: Invoke<Wry>) -> bool {
    let Invoke { message, resolver, .. } = invoke;
    let window = message.webview_ref().window();
    let app = window.app_handle().clone();
    let underway = Arc::clone(&app.state::<Shell>().underway);
    let label = window.label().to_owned();
    #[cfg(target_os = "linux")]
    crate::sandbox::note_page();
    tauri::async_runtime::spawn_blocking(move || {
        let name = message.command();
        let page = || ChangeSource::Page(label.clone());
        let input = match message.payload() {
            InvokeBody::Json(body) => body.get("input").cloned().unwrap_or_default(),
            InvokeBody::Raw(_) => Value::Null,
        };
        let answer = match given_bytes(&message) {
            _ if COMMANDS_GIVING_BYTES.contains(&name) => {
                app.state::<Shell>().core.get(name, input).map(Response::new)
            }
            #[cfg(target_os = "linux")]
            _ if name == "get_clipboard_picture" => crate::clipboard::picture(&window).map(Response::new),
            #[cfg(target_os = "linux")]
            _ if name == "list_dropped_files" => {
                Done::unchanged(crate::given::list(&app.state::<Shell>().given)).reply().and_then(sent)
            }
            #[cfg(target_os = "linux")]
            _ if name == "list_pasted_files" => {
                let given = &app.state::<Shell>().given;
                crate::given::take(given, crate::clipboard::files(&window));
                Done::unchanged(crate::given::list(given)).reply().and_then(sent)
            }
            #[cfg(target_os = "linux")]
            _ if name == "get_given_file" => {
                crate::given::read(&app.state::<Shell>().given, &input).map(Response::new)
            }
            Some((input, bytes)) if name == "save_file" => {
                saving::save_file(&window, &input, &bytes).and_then(sent)
            }
            Some((input, bytes)) => {
                reply(&app, app.state::<Shell>().core.put(name, input, bytes), page()).and_then(sent)
            }
            None => call(&app, name, input, page()).and_then(sent),
        };
        match answer {
            Ok(answer) => resolver.resolve(answer),
            Err(error) => resolver.reject(error),
        }
        trace(name);
        drop(underway);
    });
    true
}

/// Bytes take the whole body, and their input is in a header then. Where a web view has no way for bytes they
/// come as numbers.
fn given_bytes(message: &InvokeMessage<Wry>) -> Option<(Value, Vec<u8>)> {
    let header = message.headers().get("pilot-input")?.to_str().ok()?;
    let input = serde_json::from_str(&percent_decode_str(header).decode_utf8().ok()?).ok()?;
    let bytes = match message.payload() {
        InvokeBody::Raw(bytes) => bytes.clone(),
        InvokeBody::Json(numbers) => serde_json::from_value(numbers.clone()).ok()?,
    };
    Some((input, bytes))
}

fn sent(reply: Reply) -> Result<Response, Error> {
    Ok(Response::new(serde_json::to_string(&reply)?))
}

/// For `cargo xtask bench`, which times the lines: the name of a command that was answered, and nothing of
/// what was said.
fn trace(name: &str) {
    if env::var_os("PILOT_LIGHT_TRACE").is_some() {
        println!("{name}");
    }
}

/// Runs a command, wherever it came from, and lets every part of the program know what changed.
pub(crate) fn call(app: &AppHandle, name: &str, input: Value, source: ChangeSource) -> Result<Reply, Error> {
    reply(app, app.state::<Shell>().core.call(name, input), source)
}

fn reply(app: &AppHandle, answer: Result<Reply, Error>, source: ChangeSource) -> Result<Reply, Error> {
    let reply = answer?;
    if let Some(change) = reply.told(source) {
        announce(app, &change);
    }
    Ok(reply)
}

/// Lets the windows read again. One that is closing hears nothing, and needs nothing.
pub(crate) fn tell_windows(app: &AppHandle, change: &Change) {
    let _ = app.emit("changed", change);
}

/// Says what changed: the windows read again, and whoever else that concerns looks again.
pub(crate) fn announce(app: &AppHandle, change: &Change) {
    tell_windows(app, change);
    let touches = |kind| change.kinds.contains(&kind);
    let rules = touches(Kind::Reminders) || touches(Kind::Settings) || touches(Kind::Status);
    // What a person does by themselves answers a notice that is on the screen.
    // The reminders know of what they did themselves.
    if change.source != ChangeSource::Reminders && (rules || notices::is_any_shown(app)) {
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
