//! Where things are, and how this project calls cargo. One place, so that `run`, `test` and the rest
//! compile with the same flags and share what is already built.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process;

/// Every compile selects the whole workspace with this feature, even for one binary. The feature choice is
/// then the same each time, and nothing is compiled twice.
pub(crate) const WORKSPACE: [&str; 3] = ["--workspace", "--features", "pilot-light/custom-protocol"];

pub(crate) fn root() -> &'static Path {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.ancestors().nth(2).unwrap_or(own)
}

pub(crate) fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(dir) => root().join(dir),
        None => root().join("target"),
    }
}

/// Where `cargo build` puts programs.
pub(crate) fn binaries() -> PathBuf {
    target().join("debug")
}

pub(crate) fn binary(name: &str) -> PathBuf {
    binaries().join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

/// What is kept between clones: test tools, the compiler cache, the other platforms' build.
pub(crate) fn cache() -> PathBuf {
    let base = env::var_os("XDG_CACHE_HOME").filter(|dir| !dir.is_empty()).map(PathBuf::from);
    base.unwrap_or_else(|| env::home_dir().unwrap_or_else(env::temp_dir).join(".cache")).join("pilot-light")
}

/// Tools that only this project needs are installed here, away from the person's own.
pub(crate) fn tools() -> PathBuf {
    cache().join("tools")
}

/// The search path with the project's own tools first.
pub(crate) fn path() -> std::ffi::OsString {
    let own = tools().join("bin");
    let rest = env::var_os("PATH").unwrap_or_default();
    env::join_paths(std::iter::once(own).chain(env::split_paths(&rest))).unwrap_or(rest)
}

pub(crate) fn is_ci() -> bool {
    env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false")
}

pub(crate) fn cargo() -> Command {
    let mut cargo = process::tied("cargo");
    cargo.current_dir(root());
    // `cargo run` describes this crate to us in variables that would mislead the crates compiled next.
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            cargo.env_remove(&name);
        }
    }
    if cfg!(target_os = "linux") {
        // Link the system's OpenSSL: the same features, and two minutes less to compile.
        cargo.env("OPENSSL_NO_VENDOR", "1");
    }
    if is_ci() && process::finds("sccache") {
        cargo
            .env("RUSTC_WRAPPER", "sccache")
            .env("SCCACHE_DIR", cache().join("sccache"))
            .env("SCCACHE_CACHE_SIZE", "4G")
            .env("SCCACHE_IDLE_TIMEOUT", "120") // its server leaves soon after us
            .env("CARGO_INCREMENTAL", "0"); // sccache cannot keep incremental builds
    }
    cargo
}
