//! What Windows says: its own opinion whether this is a moment for a notice, and how long nobody has
//! touched the computer.

use std::time::Duration;

use pilot_app::domain::reminder::Hold;
use windows_sys::Win32::{
    System::SystemInformation::GetTickCount,
    UI::{
        Input::KeyboardAndMouse::{GetLastInputInfo, LASTINPUTINFO},
        Shell::{
            QUNS_BUSY, QUNS_NOT_PRESENT, QUNS_PRESENTATION_MODE, QUNS_QUIET_TIME,
            QUNS_RUNNING_D3D_FULL_SCREEN, SHQueryUserNotificationState,
        },
    },
};

use super::AWAY_AFTER;

pub(super) fn hold() -> Option<Hold> {
    let mut state = 0;
    #[expect(unsafe_code, reason = "Windows is asked by its own call")]
    // SAFETY: the pointer is to a local of the right type, written before the call returns.
    let answered = unsafe { SHQueryUserNotificationState(&raw mut state) } == 0;
    match state {
        QUNS_NOT_PRESENT if answered => Some(Hold::Locked),
        QUNS_BUSY | QUNS_RUNNING_D3D_FULL_SCREEN | QUNS_PRESENTATION_MODE if answered => {
            Some(Hold::FullScreen)
        }
        QUNS_QUIET_TIME if answered => Some(Hold::DoNotDisturb),
        _ => idle_for().is_some_and(|idle| idle >= AWAY_AFTER).then_some(Hold::Away),
    }
}

fn idle_for() -> Option<Duration> {
    let size = u32::try_from(size_of::<LASTINPUTINFO>()).ok()?;
    let mut last = LASTINPUTINFO { cbSize: size, dwTime: 0 };
    #[expect(unsafe_code, reason = "Windows is asked by its own calls")]
    // SAFETY: the struct carries its own size, as the call asks; the clock takes nothing.
    let now = unsafe { (GetLastInputInfo(&raw mut last) != 0).then(|| GetTickCount()) }?;
    // Both count milliseconds since the start, and begin again after 49 days.
    Some(Duration::from_millis(now.wrapping_sub(last.dwTime).into()))
}
