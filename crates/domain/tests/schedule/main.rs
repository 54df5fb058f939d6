//! The reminder rule: under random reminders, logs, clocks and jumps, across every clock change of every
//! zone, and one case at a time.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod always;
mod backoff;
mod clock_changes;
mod life;
mod one_at_a_time;
mod recurrence;
