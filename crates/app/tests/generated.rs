//! Generated files are committed and match the command table.

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

#[test]
fn the_command_names_for_the_access_list_are_up_to_date() {
    let names = pilot_app::COMMAND_NAMES.join("\n") + "\n";
    matches_committed("src-tauri/generated/commands.txt", &names);
}
