//! The shell's strings, from `ui/messages/en.json` (keys `native_…`), put here by `build.rs`.

include!(concat!(env!("OUT_DIR"), "/words.rs"));
