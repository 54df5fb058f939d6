//! What macOS says: whether the session's screen is locked, and how long nobody has touched the computer.
//! A program on the full screen and Focus are kept from notices by macOS itself.

use std::time::Duration;

use objc2_core_foundation::{CFBoolean, CFDictionary, CFString, CFType};
use objc2_core_graphics::{CGEventSource, CGEventSourceStateID, CGEventType, CGSessionCopyCurrentDictionary};
use pilot_app::domain::reminder::Hold;

use super::AWAY_AFTER;

/// Any kind of input.
const ANY_INPUT: CGEventType = CGEventType(u32::MAX);

pub(super) fn hold() -> Option<Hold> {
    if is_locked() {
        return Some(Hold::Locked);
    }
    let seconds =
        CGEventSource::seconds_since_last_event_type(CGEventSourceStateID::CombinedSessionState, ANY_INPUT);
    let is_away = Duration::try_from_secs_f64(seconds).is_ok_and(|idle| idle >= AWAY_AFTER);
    is_away.then_some(Hold::Away)
}

fn is_locked() -> bool {
    let Some(session) = CGSessionCopyCurrentDictionary() else { return false };
    #[expect(unsafe_code, reason = "the system's dictionary is untyped")]
    // SAFETY: a session dictionary has strings for keys and Core Foundation objects for values.
    let session = unsafe { session.cast_unchecked::<CFString, CFType>() };
    let session: &CFDictionary<CFString, CFType> = &session;
    let locked = session.get(&CFString::from_static_str("CGSSessionScreenIsLocked"));
    locked.is_some_and(|value| value.downcast_ref::<CFBoolean>().is_some_and(CFBoolean::as_bool))
}
