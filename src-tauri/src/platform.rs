//! What differs between systems in the shell.

/// Whether web views can be told to keep nothing on the disk. On Linux a second such view cannot load the
/// bundled page (wry gives each its own context, Tauri registers the page's protocol once); there the web
/// view's folder lies inside the data folder, and the pages store nothing in it.
pub(crate) const WEB_VIEWS_ARE_PRIVATE: bool = cfg!(not(target_os = "linux"));

/// Runs before anything else.
pub(crate) fn prepare() {
    // WebKitGTK's DMABUF renderer leaves windows blank on some drivers and costs a third of the memory
    // here (tauri-apps/tauri#9394). A person's own choice stands.
    #[cfg(target_os = "linux")]
    {
        const RENDERER: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
        if std::env::var_os(RENDERER).is_none() {
            #[expect(unsafe_code, reason = "set_var is sound while this is the only thread")]
            // SAFETY: first statement of `main`, before any thread is started.
            unsafe {
                std::env::set_var(RENDERER, "1");
            }
        }
    }
}
