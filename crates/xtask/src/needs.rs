//! What each command needs on this computer, and how it gets there. On Debian and Ubuntu the missing
//! packages are named with their reason, then installed; elsewhere the list is shown and we stop.

use std::fs;
use std::process::Command;

use crate::process::{Outcome, finds, read, run, say};
use crate::project;

pub(crate) struct Need {
    found_by: FoundBy,
    package: &'static str,
    why: &'static str,
}

enum FoundBy {
    Tool(&'static str),
    /// A library as pkg-config knows it.
    Library(&'static str),
    AnyFont,
    Path(&'static str),
}
use FoundBy::{AnyFont, Library, Path, Tool};

const fn need(found_by: FoundBy, package: &'static str, why: &'static str) -> Need {
    Need { found_by, package, why }
}

/// To compile the program on Linux.
pub(crate) const BUILD: &[Need] = &[
    need(Tool("pkg-config"), "pkg-config", "finds the libraries below"),
    need(Library("webkit2gtk-4.1"), "libwebkit2gtk-4.1-dev", "draws the window"),
    need(Library("ayatana-appindicator3-0.1"), "libayatana-appindicator3-dev", "the tray icon"),
    need(Library("dbus-1"), "libdbus-1-dev", "talks to the desktop session"),
    need(Library("openssl"), "libssl-dev", "encrypts the data file"),
];

/// To test what is set on pages.
pub(crate) const PAPER_TESTS: &[Need] = &[
    need(Tool("pdftotext"), "poppler-utils", "reads the pages that were set"),
    need(Path("/usr/share/doc/fonts-noto-core"), "fonts-noto-core", "letters of many scripts for them"),
    need(Path("/usr/share/doc/fonts-noto-color-emoji"), "fonts-noto-color-emoji", "small pictures in a text"),
    need(Path("/usr/share/doc/fonts-dejavu-core"), "fonts-dejavu-core", "signs among letters"),
];

/// To test what holds the data.
pub(crate) const STORE_TESTS: &[Need] = &[
    need(Tool("strace"), "strace", "makes system calls fail, and shows that none opens a network connection"),
    need(Tool("dbus-daemon"), "dbus", "a private session for the keychain"),
    need(Tool("gnome-keyring-daemon"), "gnome-keyring", "a keychain for the lock tests"),
];

/// To open the window where there is no display.
pub(crate) const VIRTUAL_DISPLAY: &[Need] = &[
    need(Tool("Xvfb"), "xvfb", "a display in memory"),
    need(Tool("dbus-daemon"), "dbus", "a private desktop session"),
    need(Tool("openbox"), "openbox", "manages the window there"),
    need(Tool("xdotool"), "xdotool", "sees when the window is up"),
    need(Tool("import"), "imagemagick", "takes the picture"),
    need(AnyFont, "fonts-dejavu-core", "letters for the system's own dialogs"),
];

/// To test in a browser and in the real window.
pub(crate) const SLOW_TESTS: &[Need] = &[
    need(Tool("chromium-headless-shell"), "chromium-headless-shell", "the browser for the browser tests"),
    need(Tool("chromium"), "chromium", "fills the screen in the reminder tests"),
    need(Tool("WebKitWebDriver"), "webkit2gtk-driver", "drives the real window"),
    need(Tool("dunst"), "dunst", "a notification server for the reminder tests"),
    need(Tool("notify-send"), "libnotify-bin", "checks that server"),
    need(Tool("dbus-monitor"), "dbus-bin", "shows what was sent to it"),
    need(Tool("xclip"), "xclip", "puts a picture on the clipboard"),
    need(Tool("setxkbmap"), "x11-xkb-utils", "turns to another keyboard"),
    need(Tool("ps"), "procps", "shows which programs still run"),
    need(Tool("faketime"), "faketime", "sets the clock that the program reads"),
    need(
        Path("/usr/lib/python3/dist-packages/dbusmock"),
        "python3-dbusmock",
        "a notification server without buttons",
    ),
    need(Path("/usr/lib/python3/dist-packages/gi"), "python3-gi", "the loop of the tray's stand-in"),
    need(Path("/usr/share/doc/gir1.2-gtk-3.0"), "gir1.2-gtk-3.0", "a program to drag a file from"),
];

/// To keep compiled crates between one clean clone and the next.
pub(crate) const KEPT_BUILDS: &[Need] =
    &[need(Tool("sccache"), "sccache", "keeps compiled crates for the next run")];

/// To look at the Windows and macOS programs from Debian.
pub(crate) const OTHER_PLATFORMS: &[Need] = &[
    need(Tool("x86_64-w64-mingw32-gcc"), "gcc-mingw-w64-x86-64", "links Windows programs"),
    need(Path("/usr/lib/wine/wine64"), "wine64", "runs Windows programs"),
    need(Tool("wine"), "wine", "starts wine64"),
    need(Path("/usr/share/doc/rustc-web"), "rustc-web", "a Rust that comes with its sources"),
    need(Path("/usr/share/doc/libstd-rust-web-dev"), "libstd-rust-web-dev", "its host library"),
    need(Path("/usr/share/doc/rust-web-src"), "rust-web-src", "those sources"),
];

/// On Linux, makes sure that everything in `groups` is there. Elsewhere there is nothing to look for:
/// the system brings its own web view, and OpenSSL is compiled with the program.
pub(crate) fn ensure(groups: &[&[Need]]) -> Outcome {
    node()?;
    if !cfg!(target_os = "linux") {
        return perl();
    }
    let missing = missing(groups);
    if missing.is_empty() {
        return Ok(());
    }
    say("Missing on this computer");
    for need in &missing {
        println!("   {:<30} {}", need.package, need.why);
    }
    let packages: Vec<&str> = missing.iter().map(|need| need.package).collect();
    if !is_debian_like() || !finds("apt-get") {
        return Err("Install these first. The names are Debian's; yours may differ a little.".into());
    }
    say("Installing them with apt-get");
    apt(&["update"], &packages)?;
    apt(&["install", "-y", "--no-install-recommends"], &packages)?;
    match self::missing(groups).first() {
        None => Ok(()),
        Some(need) => Err(format!("{} was installed, yet is not found", need.package)),
    }
}

fn missing<'a>(groups: &[&'a [Need]]) -> Vec<&'a Need> {
    groups.iter().flat_map(|group| group.iter()).filter(|need| !is_there(need)).collect()
}

fn is_there(need: &Need) -> bool {
    match need.found_by {
        Tool(name) => finds(name),
        Library(name) => read(Command::new("pkg-config").args(["--exists", name])).is_some(),
        AnyFont => read(&mut Command::new("fc-list")).is_some_and(|fonts| !fonts.is_empty()),
        Path(path) => fs::exists(path).unwrap_or(false),
    }
}

fn is_debian_like() -> bool {
    let text = fs::read_to_string("/etc/os-release").unwrap_or_default();
    text.lines()
        .filter_map(|line| line.strip_prefix("ID=").or_else(|| line.strip_prefix("ID_LIKE=")))
        .flat_map(|ids| ids.trim_matches('"').split(' '))
        .any(|id| id == "debian" || id == "ubuntu")
}

fn apt(arguments: &[&str], packages: &[&str]) -> Outcome {
    let is_root = read(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    let mut command = if is_root {
        Command::new("env")
    } else if finds("sudo") {
        let mut sudo = Command::new("sudo");
        sudo.arg("env");
        sudo
    } else {
        let line = format!("apt-get install --no-install-recommends {}", packages.join(" "));
        return Err(format!("There is no sudo here. As root, run:\n   {line}"));
    };
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]);
    command.args(arguments);
    if arguments.contains(&"install") {
        command.args(packages);
    }
    run(&mut command)
}

fn node() -> Outcome {
    let version = read(Command::new("node").arg("--version")).unwrap_or_default();
    let major = version.trim_start_matches('v').split('.').next().and_then(|n| n.parse().ok());
    match major {
        Some(20..) if finds("npm") || cfg!(windows) => Ok(()),
        _ => Err("Node 20 or later with npm is needed: https://nodejs.org".to_string()),
    }
}

fn perl() -> Outcome {
    if finds("perl") {
        return Ok(());
    }
    Err("Perl is needed to compile OpenSSL. On Windows, install Strawberry Perl, and the\n   \
         \"Desktop development with C++\" part of Visual Studio Build Tools."
        .to_string())
}

/// The Rust test runner.
pub(crate) fn nextest() -> Outcome {
    if read(project::cargo().args(["nextest", "--version"])).is_some() {
        return Ok(());
    }
    say("Installing cargo-nextest, which runs the Rust tests (about five minutes, once)");
    cargo_install("cargo-nextest", "^0.9")
}

/// The bridge between the desktop tests and the real window.
pub(crate) fn tauri_driver() -> Outcome {
    if finds("tauri-driver") {
        return Ok(());
    }
    say("Installing tauri-driver, which drives the real window (about a minute, once)");
    cargo_install("tauri-driver", "^2")
}

fn cargo_install(name: &str, version: &str) -> Outcome {
    let mut install = project::cargo();
    install.args(["install", name, "--locked", "--version", version, "--root"]);
    // Its build leaves nothing behind: cargo uses a temporary target folder.
    run(install.arg(project::tools()).env_remove("CARGO_TARGET_DIR"))
}
