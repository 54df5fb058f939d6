//! Every command of the core, under its own name. Which window may call which is in `capabilities/`.

use std::{env, sync::Arc};

use percent_encoding::percent_decode_str;
use pilot_app::{DOWNLOAD_COMMANDS, Error, Reply, domain::change::ChangeSource};
use serde_json::Value;
use tauri::{
    Manager as _, Wry,
    ipc::{Invoke, InvokeBody, InvokeMessage, Response},
};

#[cfg(target_os = "linux")]
use crate::dropped_files;
use crate::{saving, shell::Shell};

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
        let shell = app.state::<Shell>();
        let name = message.command();
        let page = || ChangeSource::Page(label.clone());
        let input = match message.payload() {
            InvokeBody::Json(body) => body.get("input").cloned().unwrap_or_default(),
            InvokeBody::Raw(_) => Value::Null,
        };
        let answer = match given_bytes(&message) {
            _ if DOWNLOAD_COMMANDS.contains(&name) => shell.core.download(name, input).map(Response::new),
            #[cfg(target_os = "linux")]
            _ if name == "get_clipboard_picture" => crate::clipboard::picture(&window).map(Response::new),
            #[cfg(target_os = "linux")]
            _ if name == "list_dropped_files" => {
                pilot_app::Done::unchanged(dropped_files::list(&app.state::<dropped_files::State>()))
                    .reply()
                    .and_then(sent)
            }
            #[cfg(target_os = "linux")]
            _ if name == "list_pasted_files" => {
                let dropped = &app.state::<dropped_files::State>();
                dropped_files::take(dropped, crate::clipboard::files(&window));
                pilot_app::Done::unchanged(dropped_files::list(dropped)).reply().and_then(sent)
            }
            #[cfg(target_os = "linux")]
            _ if name == "get_hidden_file" => {
                dropped_files::read(&app.state::<dropped_files::State>(), &input).map(Response::new)
            }
            _ if name == "get_system_formats" => {
                pilot_app::Done::unchanged(crate::formats::of_system()).reply().and_then(sent)
            }
            Some((input, bytes)) if name == "save_file" => {
                saving::save_file(&window, input, &bytes).and_then(sent)
            }
            Some((input, bytes)) => shell.told(shell.core.upload(name, input, bytes), page()).and_then(sent),
            None => shell.told(shell.core.call(name, input), page()).and_then(sent),
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
