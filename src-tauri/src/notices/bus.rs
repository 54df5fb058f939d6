//! Notices over the session bus, by the Desktop Notifications Specification.
//!
//! One connection is kept, since some servers take a notice away with the connection that sent it; it is
//! listened to before the first notice, so that no answer is too quick; and when the bus went away, the next
//! notice makes a new one.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
    time::Duration,
};

use pilot_app::Heard;
use tauri::{AppHandle, Manager as _};
use zbus::{
    MatchRule,
    blocking::{Connection, MessageIterator, connection::Builder, fdo::DBusProxy},
    message::{Message, Type},
    names::BusName,
    zvariant::Value,
};

use super::{Abilities, Id, Shown};
use crate::words;

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";
/// A server that does not answer must not keep reminders waiting.
const PATIENCE: Duration = Duration::from_secs(3);

/// The connection and what is on the screen through it, by the server's numbers.
#[derive(Default)]
struct Notifications {
    connection: Option<Connection>,
    shown: Shelf,
}

type Shelf = Arc<Mutex<HashMap<u32, Id>>>;
type State = Mutex<Notifications>;

pub(super) fn register(app: &AppHandle) -> Result<(), Box<dyn std::error::Error>> {
    app.manage(State::default());
    Ok(())
}

pub(super) fn can_show(app: &AppHandle) -> bool {
    let check = || {
        let connection = connection(app)?;
        let bus = DBusProxy::new(&connection)?;
        let is_it = |name: &str| name == NAME;
        Ok::<_, zbus::Error>(
            bus.name_has_owner(BusName::try_from(NAME)?)?
                // A server that the bus starts when it is needed.
                || bus.list_activatable_names()?.iter().any(|name| is_it(name.as_str())),
        )
    };
    check().unwrap_or(false)
}

pub(super) fn shown(app: &AppHandle) -> Vec<Id> {
    lock(&lock(&app.state::<State>()).shown).values().copied().collect()
}

pub(super) fn abilities(app: &AppHandle) -> Abilities {
    let ask = || {
        let connection = connection(app)?;
        let abilities: Vec<String> = call(&connection, "GetCapabilities", &())?.body().deserialize()?;
        let has = |ability: &str| Some(abilities.iter().any(|other| other == ability));
        let server = call(&connection, "GetServerInformation", &())
            .and_then(|reply| reply.body().deserialize::<(String, String, String, String)>())
            .map(|(name, ..)| name)
            .ok();
        Ok::<_, zbus::Error>(Abilities { server, has_buttons: has("actions"), has_sound: has("sound") })
    };
    ask().unwrap_or_default()
}

pub(super) fn show(app: &AppHandle, id: Id, shown: &Shown<'_>) -> zbus::Result<()> {
    let connection = connection(app)?;
    let can_press = abilities(app).has_buttons != Some(false);
    let mut actions: Vec<&str> = Vec::new();
    if can_press {
        actions.extend(["default", words::ANSWER_OPEN]);
        actions.extend(shown.buttons.iter().flat_map(|(key, label)| [*key, *label]));
    }
    let hints: HashMap<&str, Value<'_>> = HashMap::from([
        ("desktop-entry", Value::from("pilot-light")),
        ("suppress-sound", Value::from(true)),
        ("urgency", Value::from(1u8)),
    ]);
    // The shelf is locked until the number is on it: an answer cannot be quicker.
    let shelf = Arc::clone(&lock(&app.state::<State>()).shown);
    let mut on_screen = lock(&shelf);
    let replaced = on_screen.iter().find(|(_, other)| **other == id).map_or(0, |(number, _)| *number);
    // -1: it stays as long as the server thinks right.
    let arguments = (words::TITLE, replaced, "pilot-light", shown.title, shown.body, actions, hints, -1i32);
    let number: u32 = call(&connection, "Notify", &arguments)?.body().deserialize()?;
    on_screen.insert(number, id);
    Ok(())
}

pub(super) fn withdraw(app: &AppHandle, id: Id) {
    let shelf = Arc::clone(&lock(&app.state::<State>()).shown);
    let numbers: Vec<u32> =
        lock(&shelf).iter().filter(|(_, other)| **other == id).map(|(number, _)| *number).collect();
    for number in numbers {
        lock(&shelf).remove(&number);
        // If the server has gone, so has the notice.
        let _ = connection(app).and_then(|connection| call(&connection, "CloseNotification", &number));
    }
}

fn call<B>(connection: &Connection, method: &str, body: &B) -> zbus::Result<Message>
where
    B: serde::Serialize + zbus::zvariant::DynamicType,
{
    connection.call_method(Some(NAME), PATH, Some(NAME), method, body)
}

/// The connection, made anew if the bus has gone since.
fn connection(app: &AppHandle) -> zbus::Result<Connection> {
    let state = app.state::<State>();
    let mut state = lock(&state);
    if let Some(connection) = state.connection.as_ref().filter(|connection| !connection.is_closed()) {
        return Ok(connection.clone());
    }
    // What was shown through the former one cannot be heard of any more.
    lock(&state.shown).clear();
    let connection = Builder::session()?.method_timeout(PATIENCE).build()?;
    let rule = MatchRule::builder().msg_type(Type::Signal).interface(NAME)?.path(PATH)?.build();
    let signals = MessageIterator::for_match_rule(rule, &connection, None)?;
    let (app, shelf) = (app.clone(), Arc::clone(&state.shown));
    thread::spawn(move || {
        for signal in signals.flatten() {
            listen(&app, &shelf, &signal);
        }
    });
    state.connection = Some(connection.clone());
    Ok(connection)
}

fn listen(app: &AppHandle, shelf: &Shelf, signal: &Message) {
    let header = signal.header();
    match header.member().map(|member| member.as_str()) {
        Some("ActionInvoked") => {
            let Ok((number, key)) = signal.body().deserialize::<(u32, String)>() else { return };
            let Some(id) = lock(shelf).get(&number).copied() else { return };
            super::pressed(app, id, Some(key.as_str()).filter(|key| *key != "default"));
        }
        Some("NotificationClosed") => {
            let Ok((number, reason)) = signal.body().deserialize::<(u32, u32)>() else { return };
            let Some(id) = lock(shelf).remove(&number) else { return };
            let why = match reason {
                1 => Heard::Expired,
                2 => Heard::Dismissed,
                _ => Heard::Closed,
            };
            super::heard(app, id, why);
        }
        _ => {}
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
