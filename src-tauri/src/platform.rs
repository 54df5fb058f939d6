//! What differs between systems in the shell.

/// Whether web views can be told to keep nothing on the disk. On Linux a second such view cannot load the
/// bundled page (wry gives each its own context, Tauri registers the page's protocol once); there the web
/// view's folder lies inside the data folder, and the pages store nothing in it.
pub(crate) const WEB_VIEWS_ARE_PRIVATE: bool = cfg!(not(target_os = "linux"));

/// A desktop whose message bus goes away need not take the program with it: by default GLib would end it.
pub(crate) fn outlive_the_bus() {
    #[cfg(target_os = "linux")]
    if let Ok(bus) = gio::bus_get_sync(gio::BusType::Session, gio::Cancellable::NONE) {
        bus.set_exit_on_close(false);
    }
}

/// A session that ends, or a computer that shuts down, asks first: what is being written is then kept and the data let go of,
/// as at any other end.
#[cfg(target_os = "linux")]
pub(crate) fn quit_when_asked(app: &tauri::AppHandle) {
    use gtk::glib::{ControlFlow, unix_signal_add_local};
    use tauri::Manager as _;

    use crate::{events::Event, shell::Shell};

    const SIGHUP: i32 = 1;
    const SIGINT: i32 = 2;
    const SIGTERM: i32 = 15;
    for signal in [SIGHUP, SIGINT, SIGTERM] {
        let app = app.clone();
        unix_signal_add_local(signal, move || {
            app.state::<Shell>().events.tell(Event::Quit);
            ControlFlow::Continue
        });
    }
}

/// The file that says where data was kept. Not in the data folder or beside it: what becomes of those, a move or a
/// disk that is not connected, must not befall it as well.
pub(crate) fn whereabouts(app: &tauri::AppHandle) -> Option<std::path::PathBuf> {
    use tauri::Manager as _;
    let paths = app.path();
    let folder = if cfg!(windows) {
        paths.app_local_data_dir()
    } else if cfg!(target_os = "macos") {
        paths.home_dir().map(|home| home.join("Library/Preferences").join(&app.config().identifier))
    } else {
        paths.app_config_dir()
    };
    Some(folder.ok()?.join("whereabouts.json"))
}

/// What a crash would write to the disk is what one has written. The web view's processes take this limit over. To close
/// the memory to other programs of this user as well, the process would have to be hidden from the desktop's portals, which
/// then answer nothing.
fn leave_no_core_dump() {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        // A limit can always be lowered.
        let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    }
}

/// Runs before anything else.
pub(crate) fn prepare() {
    leave_no_core_dump();
    #[cfg(target_os = "linux")]
    for (setting, is_wanted) in [
        // WebKitGTK's DMABUF renderer leaves windows blank on some drivers and costs a third of the memory
        // here (tauri-apps/tauri#9394).
        ("WEBKIT_DISABLE_DMABUF_RENDERER", true),
        // It would look at the computer's memory every five seconds, long after the last window has closed.
        ("WEBKIT_DISABLE_MEMORY_PRESSURE_MONITOR", true),
        (crate::sandbox::SETTING, crate::sandbox::is_wanted()),
    ] {
        // A person's own choice stands.
        if is_wanted && std::env::var_os(setting).is_none() {
            #[expect(unsafe_code, reason = "set_var is sound while this is the only thread")]
            // SAFETY: at the beginning of `main`, before any thread is started.
            unsafe {
                std::env::set_var(setting, "1");
            }
        }
    }
}
