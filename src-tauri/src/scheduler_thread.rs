//! The one thread that waits for reminders. It sleeps until the next moment it was told, at most three
//! quarters of a minute at a time, and compares wall clocks, so that sleep, clock changes and travel are seen.
//! Whoever comes back to the computer, or to the data, is left alone for a moment.

use std::{
    sync::mpsc::{self, Receiver, RecvTimeoutError, Sender},
    thread,
    time::{Duration, Instant},
};

use pilot_app::{
    Clock as _, SystemClock,
    domain::{
        change::{ChangeSource, Kind},
        reminder::Hold,
    },
};
use tauri::{AppHandle, Manager as _};

use crate::{events::Event, notifications, presence, shell::Shell};

/// As `cargo xtask bench idle` tells it.
const NAME: &str = "reminders";
const LONGEST_SLEEP: Duration = Duration::from_secs(45);
const SHORTEST_SLEEP: Duration = Duration::from_millis(200);
/// Nothing is shown for so long once the computer has woken, or the screen or the data was unlocked.
const SETTLING: Duration = Duration::from_secs(5);
/// How late a thread may be on a busy computer that was awake.
const LATE: Duration = Duration::from_secs(3);

/// A line to the thread. What it is told is whether the change bears on the reminders themselves.
struct Wake(Sender<bool>);

pub(crate) fn hear(app: &AppHandle, event: &Event) {
    const RULES: [Kind; 3] = [Kind::Reminders, Kind::Settings, Kind::Status];
    if let Event::Changed(change) = event
        // The reminders know of what they did themselves.
        && change.source != ChangeSource::Reminders
    {
        // The thread ends only with the program.
        let _ = app.state::<Wake>().0.send(RULES.iter().any(|kind| change.kinds.contains(kind)));
    }
}

/// Starts the thread.
pub(crate) fn start(app: &AppHandle) {
    let (wake, woken) = mpsc::channel();
    app.manage(Wake(wake));
    let app = app.clone();
    let thread = thread::Builder::new().name(NAME.to_owned());
    let started = thread.spawn(move || {
        let mut must_look = true;
        let mut comes_back = false;
        let mut was_paused = false;
        loop {
            let shell = app.state::<Shell>();
            // Who has come back is left alone first, for as long as they go on changing things.
            let is_settling = comes_back && shell.core.app().is_due(true).is_ok();
            let sleep = if is_settling { SETTLING } else { look(&app, must_look, &mut comes_back) };
            let is_paused = shell.core.app().paused_until().is_some();
            // A pause ends by itself, without a change.
            if was_paused != is_paused {
                was_paused = is_paused;
                shell.events.tell(Event::PauseOver);
            }
            let went_to_sleep = SystemClock.now();
            let Ok(is_woken) = sleep_for(&app, sleep, &woken) else { return };
            let went_by = (SystemClock.now() - went_to_sleep).to_std();
            let was_away = went_by.is_ok_and(|went_by| has_been_away(went_by, sleep));
            must_look = is_woken || is_settling;
            comes_back = was_away || comes_back && (is_woken || !is_settling);
        }
    });
    if let Err(error) = started {
        pilot_app::note_failure("begin_reminders", &error);
    }
}

/// Sleeps until that has gone by, or something changed that may change what is due. The answer is whether it did.
fn sleep_for(app: &AppHandle, sleep: Duration, woken: &Receiver<bool>) -> Result<bool, RecvTimeoutError> {
    let until = Instant::now() + sleep;
    loop {
        match woken.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(first) => {
                // All that was told meanwhile is one reason to look.
                let bears_on_reminders = woken.try_iter().fold(first, |one, other| one | other);
                // What a person does by themselves answers a notice that is on the screen.
                if bears_on_reminders || notifications::is_any_shown(app) {
                    return Ok(true);
                }
            }
            Err(RecvTimeoutError::Timeout) => return Ok(false),
            Err(error) => return Err(error),
        }
    }
}

/// More went by on the clock than the thread meant to sleep: the computer slept, or its clock was set.
fn has_been_away(went_by: Duration, meant: Duration) -> bool {
    went_by > meant + LATE
}

/// Shows what is due and says how long to sleep. While the screen or the data is locked, somebody `comes_back` later.
fn look(app: &AppHandle, must_look: bool, comes_back: &mut bool) -> Duration {
    let shell = app.state::<Shell>();
    // The system is asked without holding the data: it may take its time to answer.
    let is_due = shell.core.app().is_due(must_look);
    let hold = is_due.clone().ok().flatten().and_then(|waits| presence::hold(app, waits));
    *comes_back = is_due.is_err() || hold == Some(Hold::Locked);
    let tick = shell.core.app().tick(must_look, hold);
    // Locked or refused: nothing can be due.
    let Ok(tick) = tick else { return LONGEST_SLEEP };
    if let Some(notification) = &tick.notification {
        notifications::show(app, notification);
    }
    if let Some(change) = &tick.change {
        shell.events.tell(Event::Changed(change.clone()));
    }
    if tick.test {
        notifications::show_test(app, presence::hold(app, true));
    }
    tick.wake_in
        .and_then(|wake_in| wake_in.to_std().ok())
        .unwrap_or(LONGEST_SLEEP)
        .clamp(SHORTEST_SLEEP, LONGEST_SLEEP)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_computer_that_slept_is_told_from_a_thread_that_was_late() {
        let meant = Duration::from_secs(45);
        for (went_by, is_away) in [(0, false), (45, false), (47, false), (49, true), (3600, true)] {
            assert_eq!(has_been_away(Duration::from_secs(went_by), meant), is_away, "{went_by} s");
        }
    }
}
