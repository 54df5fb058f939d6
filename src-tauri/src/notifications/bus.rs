//! Notices over the session bus, by the Desktop Notifications Specification.
//!
//! One connection is kept, since some servers take a notice away with the connection that sent it; it is
//! listened to before the first notice, so that no answer is too quick; and when the bus went away, the next
//! notice makes a new one.
//!
//! Any program on the bus can send an answer. One counts if it comes from the server that showed the notice, and is
//! among those that were offered with it.

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
use crate::words::words;

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";
/// A server that does not answer must not keep reminders waiting.
const PATIENCE: Duration = Duration::from_secs(3);

#[derive(Default)]
struct Notifications {
    connection: Option<Connection>,
    shown: Shelf,
}

type Shelf = Arc<Mutex<OnScreen>>;

/// What is on the screen through this connection.
#[derive(Default)]
struct OnScreen {
    /// Who shows it: the name that the bus itself puts on each message of theirs.
    server: String,
    /// By the server's numbers.
    notifications: HashMap<u32, Offered>,
}

struct Offered {
    id: Id,
    keys: Vec<&'static str>,
}

impl OnScreen {
    /// Of a former server nothing is heard any more, and its numbers are given again.
    fn put(&mut self, server: &str, number: u32, offered: Offered) {
        if self.server != server {
            self.notifications.clear();
            server.clone_into(&mut self.server);
        }
        self.notifications.insert(number, offered);
    }

    fn number_of(&self, id: Id) -> Option<u32> {
        self.notifications.iter().find(|(_, offered)| offered.id == id).map(|(number, _)| *number)
    }

    /// What is pressed with this key, and the key as it was offered.
    fn pressed(&self, server: &str, number: u32, key: &str) -> Option<(Id, &'static str)> {
        let offered = self.notifications.get(&number).filter(|_| self.server == server)?;
        let key = offered.keys.iter().find(|offered| **offered == key)?;
        Some((offered.id, key))
    }

    fn closed(&mut self, server: &str, number: u32) -> Option<Id> {
        if self.server != server {
            return None;
        }
        self.notifications.remove(&number).map(|offered| offered.id)
    }
}
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
    lock(&lock(&app.state::<State>()).shown).notifications.values().map(|offered| offered.id).collect()
}

pub(super) fn abilities(app: &AppHandle) -> Abilities {
    let ask = || {
        let connection = connection(app)?;
        let abilities = capabilities(&connection)?;
        let has = |ability: &str| Some(abilities.iter().any(|other| other == ability));
        let server = call(&connection, "GetServerInformation", &())
            .and_then(|reply| reply.body().deserialize::<(String, String, String, String)>())
            .map(|(name, ..)| name)
            .ok();
        Ok::<_, zbus::Error>(Abilities { server, has_buttons: has("actions"), has_sound: has("sound") })
    };
    ask().unwrap_or_default()
}

pub(super) fn show(app: &AppHandle, id: Id, shown: &Shown) -> zbus::Result<()> {
    let connection = connection(app)?;
    let abilities = capabilities(&connection).ok();
    // One that does not say may have it.
    let may = |ability: &str| abilities.as_ref().is_none_or(|all| all.iter().any(|other| other == ability));
    let open = words().native_answer_open();
    let mut offered: Vec<(&'static str, &str)> = Vec::new();
    if may("actions") {
        offered.push(("default", &open));
        offered.extend(shown.buttons.iter().map(|(key, label)| (*key, label.as_str())));
    }
    let keys = offered.iter().map(|(key, _)| *key).collect();
    let actions: Vec<&str> = offered.into_iter().flat_map(|(key, label)| [key, label]).collect();
    let hints: HashMap<&str, Value<'_>> = HashMap::from([
        ("desktop-entry", Value::from("pilot-light")),
        ("suppress-sound", Value::from(true)),
        ("urgency", Value::from(1u8)),
    ]);
    // The shelf is locked until the number is on it: an answer cannot be quicker.
    let shelf = Arc::clone(&lock(&app.state::<State>()).shown);
    let mut on_screen = lock(&shelf);
    let is_same_server = owner(&connection).is_some_and(|owner| owner == on_screen.server);
    let replaced = on_screen.number_of(id).filter(|_| is_same_server).unwrap_or(0);
    let body = body(&shown.body, may("body-markup"));
    // -1: it stays as long as the server thinks right.
    let arguments =
        (words().native_title(), replaced, "pilot-light", &shown.title, body, actions, hints, -1i32);
    let reply = call(&connection, "Notify", &arguments)?;
    let server = reply.header().sender().ok_or(zbus::Error::MissingField)?.to_string();
    on_screen.put(&server, reply.body().deserialize()?, Offered { id, keys });
    Ok(())
}

pub(super) fn withdraw(app: &AppHandle, id: Id) {
    let shelf = Arc::clone(&lock(&app.state::<State>()).shown);
    let taken_off = {
        let mut on_screen = lock(&shelf);
        on_screen.number_of(id).map(|number| {
            on_screen.notifications.remove(&number);
            (number, on_screen.server.clone())
        })
    };
    if let Some((number, server)) = taken_off {
        // To the one that shows it: another has its own numbers. If that one has gone, so has the notice.
        let close = |connection: Connection| {
            connection.call_method(Some(server.as_str()), PATH, Some(NAME), "CloseNotification", &number)
        };
        let _ = connection(app).and_then(close);
    }
}

/// A body as the server is to read it. Where it reads markup, own words are none; where it says that it does not, each
/// sign is shown as it stands. Signs that steer a screen are left out.
fn body(words: &str, reads_markup: bool) -> String {
    let mut body = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' if reads_markup => body.push_str("&amp;"),
            '<' if reads_markup => body.push_str("&lt;"),
            '>' if reads_markup => body.push_str("&gt;"),
            '\t' => body.push(' '),
            _ if c != '\n' && c.is_control() => {}
            _ => body.push(c),
        }
    }
    body
}

fn capabilities(connection: &Connection) -> zbus::Result<Vec<String>> {
    call(connection, "GetCapabilities", &())?.body().deserialize()
}

/// Who shows notices now, by the name that the bus gave them.
fn owner(connection: &Connection) -> Option<String> {
    let owner = DBusProxy::new(connection).ok()?.get_name_owner(BusName::try_from(NAME).ok()?);
    owner.ok().map(|owner| owner.to_string())
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
    *lock(&state.shown) = OnScreen::default();
    let connection = Builder::session()?.method_timeout(PATIENCE).build()?;
    let rule = MatchRule::builder().msg_type(Type::Signal).interface(NAME)?.path(PATH)?.build();
    let signals = MessageIterator::for_match_rule(rule, &connection, None)?;
    let (app, shelf, asked) = (app.clone(), Arc::clone(&state.shown), connection.clone());
    thread::spawn(move || {
        for signal in signals.flatten() {
            listen(&app, &asked, &shelf, &signal);
        }
    });
    state.connection = Some(connection.clone());
    Ok(connection)
}

fn listen(app: &AppHandle, connection: &Connection, shelf: &Shelf, signal: &Message) {
    let header = signal.header();
    let Some(sender) = header.sender().map(|sender| sender.as_str()) else { return };
    if lock(shelf).server != sender {
        return;
    }
    // One that another has taken the place of answers for nothing any more.
    if owner(connection).is_some_and(|owner| owner != sender) {
        return;
    }
    match header.member().map(|member| member.as_str()) {
        Some("ActionInvoked") => {
            let Ok((number, key)) = signal.body().deserialize::<(u32, String)>() else { return };
            let pressed = lock(shelf).pressed(sender, number, &key);
            let Some((id, key)) = pressed else { return };
            super::pressed(app, id, Some(key).filter(|key| *key != "default"));
        }
        Some("NotificationClosed") => {
            let Ok((number, reason)) = signal.body().deserialize::<(u32, u32)>() else { return };
            let closed = lock(shelf).closed(sender, number);
            let Some(id) = closed else { return };
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_words_are_words_whatever_the_server_reads() {
        let words = "tea & <b>toast</b>\u{1b}[1m\ton the\nsill";
        assert_eq!(body(words, true), "tea &amp; &lt;b&gt;toast&lt;/b&gt;[1m on the\nsill");
        assert_eq!(body(words, false), "tea & <b>toast</b>[1m on the\nsill");
    }

    #[test]
    fn only_the_server_that_shows_a_notice_answers_and_only_what_was_offered() {
        let mut on_screen = OnScreen::default();
        on_screen.put(":1.5", 7, Offered { id: Id::Test, keys: vec!["default", "test"] });
        assert_eq!(on_screen.pressed(":1.5", 7, "test"), Some((Id::Test, "test")));
        for (server, number, key) in
            [(":1.6", 7, "test"), (":1.5", 8, "test"), (":1.5", 7, "open"), ("", 7, "")]
        {
            assert_eq!(on_screen.pressed(server, number, key), None, "{server} {number} {key}");
        }
        assert_eq!(on_screen.closed(":1.6", 7), None);
        // Another server gives the same number to something of its own.
        on_screen.put(":1.6", 9, Offered { id: Id::Test, keys: Vec::new() });
        assert_eq!(on_screen.pressed(":1.5", 7, "test"), None);
        assert_eq!(on_screen.closed(":1.6", 9), Some(Id::Test));
        assert_eq!(on_screen.number_of(Id::Test), None);
    }
}
