//! Linux desktops say over the bus whether they are dark; GTK, and with it the web view, has to be told.

use tauri::{AppHandle, Theme};
use zbus::{Connection, Proxy, export::ordered_stream::OrderedStreamExt as _, zvariant::OwnedValue};

const NAMESPACE: &str = "org.freedesktop.appearance";
const KEY: &str = "color-scheme";

/// Follows the desktop for as long as its bus is there. One that says nothing leaves GTK's own choice.
pub(crate) fn follow(app: &AppHandle) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        // Without a portal there is nothing to follow.
        let _ = listen(&app).await;
    });
}

async fn listen(app: &AppHandle) -> zbus::Result<()> {
    let bus = Connection::session().await?;
    let portal = Proxy::new(
        &bus,
        "org.freedesktop.portal.Desktop",
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.Settings",
    )
    .await?;
    // Listened to before it is asked, so that no change falls between.
    let mut changes = portal.receive_signal_with_args("SettingChanged", &[(0, NAMESPACE), (1, KEY)]).await?;
    apply(app, &portal.call("Read", &(NAMESPACE, KEY)).await?);
    while let Some(change) = changes.next().await {
        let (_, _, scheme): (String, String, OwnedValue) = change.body().deserialize()?;
        apply(app, &scheme);
    }
    Ok(())
}

/// 1 is dark, 2 is light, anything else is no wish (the portal's own numbers).
fn apply(app: &AppHandle, scheme: &OwnedValue) {
    // `Read` wraps its answer twice.
    let scheme = scheme
        .downcast_ref::<zbus::zvariant::Value<'_>>()
        .map_or_else(|_| u32::try_from(scheme), u32::try_from);
    match scheme {
        Ok(1) => app.set_theme(Some(Theme::Dark)),
        Ok(2) => app.set_theme(Some(Theme::Light)),
        _ => {}
    }
}
