//! The least window Tauri can open: one heading, and one word on standard output once it is drawn.
//! `cargo xtask bench` measures the program against it.

#![expect(clippy::expect_used, reason = "a measuring stick that cannot be held is of no use")]

fn main() {
    tauri::Builder::default()
        // The access list knows the program's own command names only, so the page borrows one.
        .invoke_handler(|invoke| {
            println!("ready");
            invoke.resolver.resolve(());
            true
        })
        .run(tauri::generate_context!("examples/bare/tauri.conf.json"))
        .expect("the bare window did not open");
}
