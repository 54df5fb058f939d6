//! The least window Tauri can open: one heading, and one word on standard output once it is drawn.
//! `cargo xtask bench` measures the program against it.

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        // The access list knows the program's own command names only, so the page borrows one.
        .invoke_handler(|invoke| {
            println!("ready");
            invoke.resolver.resolve(());
            true
        })
        .run(tauri::generate_context!("examples/bare/tauri.conf.json"))
}
