//! Pictures as nobody makes them by accident. What is in them is made here, byte by byte.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod bombs;
mod gif;
mod jpeg;
mod planted;
mod png;
mod webp;
