//! Names the commands for the access list, and takes the shell's strings from the UI's messages.

use std::{env, fs, path::Path};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let commands: Vec<&'static str> = include_str!("generated/commands.txt").lines().collect();
    let manifest = tauri_build::AppManifest::new().commands(commands.leak());
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?;
    words()
}

/// One constant for each `native_…` message: tray, notices and window titles speak the UI's language.
fn words() -> Result<(), Box<dyn std::error::Error>> {
    const MESSAGES: &str = "../ui/messages/en.json";
    println!("cargo:rerun-if-changed={MESSAGES}");
    let messages: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(&fs::read_to_string(MESSAGES)?)?;
    let mut source = String::new();
    for (key, text) in &messages {
        if let (Some(name), Some(text)) = (key.strip_prefix("native_"), text.as_str()) {
            source.push_str(&format!("pub(crate) const {}: &str = {text:?};\n", name.to_uppercase()));
        }
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("words.rs"), source)?;
    Ok(())
}
