//! Generated files are committed and match the command table.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::disallowed_methods, reason = "it compares files")]

use std::{env, fs, path::Path};

fn matches_committed(file: &str, content: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(file);
    if env::var_os("UPDATE_GENERATED").is_some() {
        fs::write(&path, content).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == content, "{file} is out of date: run `cargo xtask generate`");
}

#[test]
fn the_typescript_of_the_wire_is_up_to_date() {
    matches_committed("ui/src/host/generated/wire.ts", &pilot_app::typescript());
}

fn names() -> impl Iterator<Item = &'static str> {
    pilot_app::COMMAND_NAMES.iter().chain(pilot_app::SHELL_NAMES).copied()
}

#[test]
fn the_command_names_for_the_access_list_are_up_to_date() {
    let names: Vec<&str> = names().collect();
    let names = names.join("\n") + "\n";
    matches_committed("src-tauri/generated/commands.txt", &names);
}

#[test]
fn the_main_window_may_call_every_command() {
    let mut permissions: Vec<String> = [
        "core:event:allow-listen",
        "core:event:allow-unlisten",
        "core:webview:allow-print",
        "core:window:allow-close",
        "core:window:allow-destroy",
    ]
    .map(str::to_owned)
    .to_vec();
    permissions.extend(names().map(|name| format!("allow-{}", name.replace('_', "-"))));
    let capability = serde_json::json!({
        "identifier": "main",
        "description": "The main window: every command, printing, and closing itself. Generated from the command table.",
        "windows": ["main"],
        "permissions": permissions,
    });
    let text = serde_json::to_string_pretty(&capability).unwrap() + "\n";
    matches_committed("src-tauri/capabilities/main.json", &text);
}
