//! `cargo xtask check-platforms`: what can be known about the Windows and macOS programs from Debian.
//! Both are type-checked as a whole, and the core crates' tests run as Windows programs under wine.
//! It is not a release build: the Windows target is GNU, and the compiler is Debian's.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::needs;
use crate::process::{Outcome, run, say};
use crate::program;
use crate::project;

const WINDOWS: &str = "x86_64-pc-windows-gnu";
const MACOS: &str = "aarch64-apple-darwin";
/// Debian's compiler comes with the sources of its standard library, so it can build one for any target.
const COMPILER: &str = "/usr/bin/rustc";
const TESTED: [&str; 5] = ["pilot-domain", "pilot-store", "pilot-media", "pilot-content", "pilot-app"];

pub(crate) fn check_platforms() -> Outcome {
    if !cfg!(target_os = "linux") {
        return Err("This runs on Debian or Ubuntu.".into());
    }
    needs::ensure(&[needs::BUILD, needs::OTHER_PLATFORMS])?;
    program::ui()?;
    let version = crate::process::read(Command::new(COMPILER).arg("--version")).unwrap_or_default();
    say(&format!("Compiling with Debian's {} (the first time takes many minutes)", version.trim()));

    let results = [
        ("Windows: the whole program type-checks", check(&mut windows()?, WINDOWS)),
        ("macOS: the whole program type-checks", check(&mut macos()?, MACOS)),
        ("Windows: the core crates' tests pass under wine", test_under_wine()),
    ];
    let mut all_well = true;
    for (name, result) in &results {
        println!("{:<8} {name}", if result.is_ok() { "ok" } else { "FAILED" });
        all_well &= result.is_ok();
    }
    if all_well { Ok(()) } else { Err(String::new()) }
}

fn check(cargo: &mut Command, target: &str) -> Outcome {
    say(&format!("Type-checking for {target}"));
    cargo.args(["check", "--workspace", "--exclude", "pilot-devhost"]);
    run(cargo.args(["--features", "pilot-light/custom-protocol", "--target", target]))
}

fn test_under_wine() -> Outcome {
    say("Running the core crates' tests under wine");
    let shim = folder("wine-shim")?;
    let mut compiler = Command::new("x86_64-w64-mingw32-gcc");
    compiler.args(["-shared", "-O1", "-o"]).arg(shim.join("bcryptprimitives.dll"));
    run(compiler.arg(stand_in("process_prng.c")).arg("-ladvapi32"))?;

    let mut cargo = windows()?;
    cargo.args(["test", "--no-fail-fast", "--lib", "--tests", "--target", WINDOWS]);
    for package in TESTED {
        cargo.args(["--package", package]);
    }
    cargo
        .env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER", stand_in("wine-runner"))
        .env("WINEPREFIX", project::cache().join("wine"))
        .env("WINEARCH", "win64")
        .env("WINEDEBUG", "-all")
        .env("WINEPATH", shim);
    run(&mut cargo)
}

fn windows() -> Outcome<Command> {
    let mut cargo = cargo()?;
    cargo.env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER", "x86_64-w64-mingw32-gcc");
    Ok(cargo)
}

fn macos() -> Outcome<Command> {
    let sdk = folder("apple-sdk")?;
    let mut cargo = cargo()?;
    // The headers are the host's: they are only asked for a version.
    let path = project::path();
    let with_xcrun = env::join_paths(std::iter::once(stand_ins()).chain(env::split_paths(&path)));
    cargo
        .env("PATH", with_xcrun.unwrap_or(path))
        .env("SDKROOT", &sdk)
        .env("CC_aarch64_apple_darwin", stand_in("apple-compiler"))
        .env("CXX_aarch64_apple_darwin", stand_in("apple-compiler"))
        .env("AR_aarch64_apple_darwin", stand_in("apple-archiver"))
        .env("AARCH64_APPLE_DARWIN_OPENSSL_NO_VENDOR", "1")
        .env("AARCH64_APPLE_DARWIN_OPENSSL_INCLUDE_DIR", "/usr/include")
        .env("AARCH64_APPLE_DARWIN_OPENSSL_LIB_DIR", sdk)
        .env("AARCH64_APPLE_DARWIN_OPENSSL_STATIC", "0"); // else it looks for the libraries there
    Ok(cargo)
}

fn cargo() -> Outcome<Command> {
    let mut cargo = project::cargo();
    cargo
        .env("RUSTC", COMPILER)
        .env("RUSTC_BOOTSTRAP", "1") // build-std is not stable yet
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_unwind,test")
        .env("CARGO_TARGET_DIR", folder("platforms")?)
        .env_remove("OPENSSL_NO_VENDOR")
        .env_remove("RUSTC_WRAPPER")
        .env_remove("LD_LIBRARY_PATH"); // set by `cargo run`, for the other compiler
    Ok(cargo)
}

fn stand_ins() -> PathBuf {
    project::root().join("crates/xtask/platforms")
}

fn stand_in(name: &str) -> PathBuf {
    stand_ins().join(name)
}

/// A folder that is kept between clones.
fn folder(name: &str) -> Outcome<PathBuf> {
    let folder = project::cache().join(name);
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}
