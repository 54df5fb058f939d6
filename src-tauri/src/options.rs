//! What can be said on the command line.

use std::{env, path::PathBuf};

use crate::place::Place;

/// `--hidden` (start without a window), `--check-in` (open the small window), `--demo` (a throw-away profile).
#[derive(Debug, Clone, Default)]
pub(crate) struct Options {
    pub(crate) demo: bool,
    hidden: bool,
    check_in: bool,
}

impl Options {
    /// Unknown arguments are passed over: systems add their own.
    pub(crate) fn from_args(args: impl Iterator<Item = String>) -> Self {
        let mut options = Options::default();
        for arg in args {
            match arg.as_str() {
                "--hidden" => options.hidden = true,
                "--check-in" => options.check_in = true,
                "--demo" => options.demo = true,
                _ => {}
            }
        }
        options
    }

    pub(crate) fn place(&self) -> Option<Place> {
        match self {
            Options { check_in: true, .. } => Some(Place::CheckIn),
            Options { hidden: true, .. } => None,
            _ => Some(Place::MAIN),
        }
    }

    /// Another data folder than the usual one, named by `PILOT_LIGHT_DATA`.
    pub(crate) fn data_folder(&self) -> Option<PathBuf> {
        env::var_os("PILOT_LIGHT_DATA").filter(|folder| !folder.is_empty()).map(PathBuf::from)
    }
}
