//! GNOME, KDE and Xfce over the bus, dunst by its own name, and what X11 knows.

use std::{env, time::Duration};

use pilot_app::domain::reminder::Hold;
use x11rb::{
    connection::Connection as _,
    protocol::{
        screensaver::ConnectionExt as _,
        xproto::{AtomEnum, ConnectionExt as _, Window},
    },
    rust_connection::RustConnection,
};
use zbus::{
    blocking::{Connection, connection::Builder, fdo::DBusProxy},
    names::BusName,
    zvariant::{DynamicDeserialize, DynamicType, OwnedValue},
};

use super::AWAY_AFTER;

const PATIENCE: Duration = Duration::from_secs(2);

pub(super) fn hold() -> Option<Hold> {
    let session = Builder::session().and_then(|it| it.method_timeout(PATIENCE).build()).map(Bus).ok();
    let session = session.as_ref();
    let x11 = X11::connect();
    let x11 = x11.as_ref();
    if session.is_some_and(is_locked) || is_locked_by_login() {
        Some(Hold::Locked)
    } else if session.is_some_and(has_notifications_off) || has_gnome_banners_off() {
        Some(Hold::DoNotDisturb)
    } else if x11.is_some_and(X11::is_filled) {
        Some(Hold::FullScreen)
    } else if session.and_then(idle_for).or_else(|| x11?.idle_for()).is_some_and(|idle| idle >= AWAY_AFTER) {
        Some(Hold::Away)
    } else {
        None
    }
}

struct Bus(Connection);

impl Bus {
    /// The answer of a program that is running; none is started for the question.
    fn ask<B, T>(&self, name: &str, path: &str, interface: &str, method: &str, body: &B) -> Option<T>
    where
        B: serde::Serialize + DynamicType,
        T: for<'d> DynamicDeserialize<'d>,
    {
        let owner = BusName::try_from(name).ok()?;
        if !DBusProxy::new(&self.0).ok()?.name_has_owner(owner).ok()? {
            return None;
        }
        let reply = self.0.call_method(Some(name), path, Some(interface), method, body).ok()?;
        reply.body().deserialize().ok()
    }

    fn property(&self, name: &str, path: &str, interface: &str, property: &str) -> Option<OwnedValue> {
        self.ask(name, path, "org.freedesktop.DBus.Properties", "Get", &(interface, property))
    }

    fn is_set(&self, name: &str, path: &str, interface: &str, property: &str) -> bool {
        self.property(name, path, interface, property).is_some_and(|value| bool::try_from(value) == Ok(true))
    }
}

fn is_locked(bus: &Bus) -> bool {
    [
        ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
        ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
        ("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"),
        ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
        ("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
    ]
    .into_iter()
    .any(|(name, path)| bus.ask(name, path, name, "GetActive", &()) == Some(true))
}

fn is_locked_by_login() -> bool {
    let Ok(system) = Builder::system().and_then(|it| it.method_timeout(PATIENCE).build()) else {
        return false;
    };
    let path = "/org/freedesktop/login1/session/auto";
    Bus(system).is_set("org.freedesktop.login1", path, "org.freedesktop.login1.Session", "LockedHint")
}

fn has_notifications_off(bus: &Bus) -> bool {
    let (name, path) = ("org.freedesktop.Notifications", "/org/freedesktop/Notifications");
    // KDE says it of its own server; dunst under a name of its own; Xfce keeps it in its settings.
    bus.is_set(name, path, name, "Inhibited")
        || bus.is_set(name, path, "org.dunstproject.cmd0", "paused")
        || bus
            .ask::<_, OwnedValue>(
                "org.xfce.Xfconf",
                "/org/xfce/Xfconf",
                "org.xfce.Xfconf",
                "GetProperty",
                &("xfce4-notifyd", "/do-not-disturb"),
            )
            .is_some_and(|value| bool::try_from(value) == Ok(true))
}

/// GNOME keeps it in its settings, which other desktops may have lying about.
fn has_gnome_banners_off() -> bool {
    use gio::prelude::SettingsExt as _;
    const SCHEMA: &str = "org.gnome.desktop.notifications";
    let is_gnome = env::var("XDG_CURRENT_DESKTOP").is_ok_and(|desktop| desktop.contains("GNOME"));
    // Asking for a schema that is not installed would end the program.
    let is_installed = || gio::SettingsSchemaSource::default()?.lookup(SCHEMA, true);
    is_gnome && is_installed().is_some() && !gio::Settings::new(SCHEMA).boolean("show-banners")
}

fn idle_for(bus: &Bus) -> Option<Duration> {
    let name = "org.gnome.Mutter.IdleMonitor";
    bus.ask::<_, u64>(name, "/org/gnome/Mutter/IdleMonitor/Core", name, "GetIdletime", &())
        .map(Duration::from_millis)
}

struct X11 {
    connection: RustConnection,
    root: Window,
}

impl X11 {
    /// None under Wayland, where X11 knows only its own guests.
    fn connect() -> Option<Self> {
        if env::var_os("WAYLAND_DISPLAY").is_some() {
            return None;
        }
        let (connection, screen) = x11rb::connect(None).ok()?;
        let root = connection.setup().roots.get(screen)?.root;
        Some(X11 { connection, root })
    }

    /// Whether another program fills the screen.
    fn is_filled(&self) -> bool {
        let state = || {
            let active = *self.numbers(self.root, "_NET_ACTIVE_WINDOW", AtomEnum::WINDOW.into())?.first()?;
            let full = self.atom("_NET_WM_STATE_FULLSCREEN")?;
            let is_full = self.numbers(active, "_NET_WM_STATE", AtomEnum::ATOM.into())?.contains(&full);
            let owner = self.numbers(active, "_NET_WM_PID", AtomEnum::CARDINAL.into()).unwrap_or_default();
            Some(is_full && owner.first() != Some(&std::process::id()))
        };
        state().unwrap_or(false)
    }

    fn idle_for(&self) -> Option<Duration> {
        let info = self.connection.screensaver_query_info(self.root).ok()?.reply().ok()?;
        Some(Duration::from_millis(info.ms_since_user_input.into()))
    }

    fn atom(&self, name: &str) -> Option<u32> {
        Some(self.connection.intern_atom(true, name.as_bytes()).ok()?.reply().ok()?.atom)
    }

    fn numbers(&self, window: Window, property: &str, kind: u32) -> Option<Vec<u32>> {
        let property = self.atom(property)?;
        let reply = self.connection.get_property(false, window, property, kind, 0, 64).ok()?.reply().ok()?;
        Some(reply.value32()?.collect())
    }
}
