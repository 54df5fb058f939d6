//! What the shell says by itself: in the tray, in notices, in titles.

use std::sync::LazyLock;

use pilot_messages::Messages;

/// In English until one can choose.
static WORDS: LazyLock<Messages> = LazyLock::new(|| Messages::new("en"));

pub(crate) fn words() -> &'static Messages {
    &WORDS
}
