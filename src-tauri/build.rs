//! Names the commands for the access list.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let commands: Vec<&'static str> = include_str!("generated/commands.txt").lines().collect();
    let manifest = tauri_build::AppManifest::new().commands(commands.leak());
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?;
    Ok(())
}
