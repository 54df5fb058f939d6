//! The directions of `docs/architecture.md` and "no network", read off Cargo itself, the tests that `docs/storage.md` names,
//! and what the papers say.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

#[path = "house/circles.rs"]
mod circles;
#[path = "house/papers.rs"]
mod papers;

/// Every crate of ours and what it may depend on among ours.
const DIRECTIONS: &[(&str, &[&str])] = &[
    ("pilot-domain", &[]),
    ("pilot-store", &["pilot-domain"]),
    ("pilot-media", &["pilot-domain"]),
    ("pilot-content", &["pilot-domain"]),
    ("pilot-messages", &[]),
    ("pilot-typeset", &[]),
    (
        "pilot-app",
        &["pilot-content", "pilot-domain", "pilot-media", "pilot-messages", "pilot-typeset", "pilot-store"],
    ),
    ("pilot-devhost", &["pilot-app"]),
    ("pilot-light", &["pilot-app", "pilot-messages"]),
    ("xtask", &[]),
];

/// Crates that keep to one place: SQL, the desktop, words, and nothing else in the pure rules.
const PLACES: &[(&str, &[&str])] = &[
    ("rusqlite", &["pilot-store"]),
    ("image", &["pilot-media"]),
    ("fluent-bundle", &["pilot-messages"]),
    ("keyring", &["pilot-store"]),
    ("tauri", &["pilot-light"]),
    ("axum", &["pilot-devhost"]),
    ("tokio", &["pilot-devhost"]),
];

const DESKTOP_TARGETS: &[&str] =
    &["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc", "aarch64-apple-darwin"];
const NETWORK_CLIENTS: &[&str] = &[
    "attohttpc",
    "curl",
    "h2",
    "hyper",
    "isahc",
    "native-tls",
    "quinn",
    "reqwest",
    "rustls",
    "surf",
    "tungstenite",
    "ureq",
];

fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO")).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The dependencies of each crate of ours that are in the program: not those of tests or build scripts.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let metadata: Value =
        serde_json::from_str(&cargo(&["metadata", "--no-deps", "--format-version", "1"])).unwrap();
    let packages = metadata["packages"].as_array().unwrap().iter();
    packages
        .map(|package| {
            let normal = package["dependencies"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|dependency| dependency["kind"].is_null());
            let names = normal.map(|dependency| dependency["name"].as_str().unwrap().to_owned());
            (package["name"].as_str().unwrap().to_owned(), names.collect())
        })
        .collect()
}

#[test]
fn every_crate_depends_only_where_the_house_allows() {
    let all = dependencies();
    let ours: BTreeSet<&str> = DIRECTIONS.iter().map(|(name, _)| *name).collect();
    assert_eq!(
        all.keys().map(String::as_str).collect::<BTreeSet<_>>(),
        ours,
        "a crate the map does not name"
    );
    for (name, allowed) in DIRECTIONS {
        let on_ours: Vec<&str> =
            all[*name].iter().map(String::as_str).filter(|other| ours.contains(other)).collect();
        assert!(on_ours.iter().all(|other| allowed.contains(other)), "{name} depends on {on_ours:?}");
    }
}

#[test]
fn sql_and_the_desktop_stay_in_their_places() {
    for (library, places) in PLACES {
        for (name, libraries) in dependencies() {
            assert!(
                !libraries.contains(*library) || places.contains(&name.as_str()),
                "{name} uses {library}"
            );
        }
    }
}

#[test]
fn the_shipped_program_has_no_network_client() {
    for target in DESKTOP_TARGETS {
        let tree =
            cargo(&["tree", "-p", "pilot-light", "-e", "normal", "--prefix", "none", "--target", target]);
        let names: BTreeSet<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
        assert!(names.contains("tauri"), "the tree of {target} was not read");
        let found: Vec<_> = NETWORK_CLIENTS.iter().filter(|client| names.contains(**client)).collect();
        assert!(found.is_empty(), "{target}: {found:?}");
    }
}

/// The build for tests makes all crates at once, and so gives the languages that are made for tests to the program too; its
/// pages do not have them. Built to be shipped, it has none.
#[test]
fn the_shipped_program_has_no_language_that_is_made_for_tests() {
    let features = |package: &str| {
        cargo(&["tree", "-p", package, "-e", "normal,features", "--prefix", "none", "-f", "{p} {f}"])
    };
    let has = |package: &str| {
        features(package).lines().any(|line| line.starts_with("pilot-content ") && line.contains("pseudo"))
    };
    assert!(has("pilot-devhost") && !has("pilot-light"));
    // The pages that were built, where they were.
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/dist");
    if pages.is_dir() {
        for file in files_below(&pages) {
            let bytes = fs::read(&file).unwrap();
            assert!(!bytes.windows(5).any(|part| part == b"en-XA"), "{}", file.display());
        }
    }
}

/// The table of promises in `docs/storage.md` names a test for each; `…` stands for the rest of a name.
#[test]
fn the_tests_that_hold_what_is_promised_of_the_data_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let sources: String = ["crates/store/src", "crates/app/tests"]
        .iter()
        .flat_map(|folder| files_below(&root.join(folder)))
        .filter(|file| file.extension().is_some_and(|kind| kind == "rs"))
        .map(|file| fs::read_to_string(file).unwrap())
        .collect();
    let storage = fs::read_to_string(root.join("docs/storage.md")).unwrap();
    let (_, table) = storage.split_once("| promise | test |").unwrap();
    let (table, _) = table.split_once("\n\n").unwrap();
    let mut held = 0;
    for row in table.lines().filter(|row| row.starts_with("| ") && !row.starts_with("| ---")) {
        let tests: Vec<&str> = row.rsplit('|').nth(1).unwrap().split('`').skip(1).step_by(2).collect();
        assert!(!tests.is_empty(), "{row}");
        for test in tests {
            let is_there = match test.rsplit_once('.') {
                Some(_) if test.contains('/') => root.join(test).is_file(),
                Some(_) => files_below(&root.join("crates")).iter().any(|file| file.ends_with(test)),
                None => sources.contains(&format!("fn {}", test.trim_end_matches('…'))),
            };
            assert!(is_there, "{test}");
            held += 1;
        }
    }
    assert!(held > 20);
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] })
        .collect()
}
