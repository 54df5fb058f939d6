//! What the papers of the house say: licences are on the list of `deny.toml`, and the docs name files that exist.

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::Value;

use super::{cargo, files_below};

/// npm packages that name none in their own file.
const LICENCE_ELSEWHERE: &[&str] = &["node_modules/svelte-toolbelt"]; // MIT, in its file LICENSE

fn root() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn allowed() -> BTreeSet<String> {
    let text = fs::read_to_string(root().join("deny.toml")).unwrap();
    let (_, list) = text.split_once("\nallow = [").unwrap();
    let (list, _) = list.split_once(']').unwrap();
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// An expression is fine when one of its choices is, and a choice when all of its parts are. Brackets stand only around a
/// choice here, as in `(MIT OR Apache-2.0) AND Unicode-3.0`.
fn is_allowed(licence: &str, allowed: &BTreeSet<String>) -> bool {
    let parts = licence.replace('/', " OR ");
    parts
        .split(" AND ")
        .all(|part| part.trim_matches(['(', ')']).split(" OR ").any(|choice| allowed.contains(choice.trim())))
}

#[test]
fn every_licence_is_on_the_list() {
    let allowed = allowed();
    assert!(is_allowed("(MIT OR GPL-3.0) AND Zlib", &allowed) && !is_allowed("MIT AND GPL-3.0", &allowed));
    let metadata: Value =
        serde_json::from_str(&cargo(&["metadata", "--offline", "--format-version", "1"])).unwrap();
    let mut licences: Vec<(String, String)> = metadata["packages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|package| {
            let text = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
            (text("name"), text("license"))
        })
        .collect();
    for lock in ["ui/package-lock.json", "e2e/browser/package-lock.json"] {
        let lock: Value = serde_json::from_str(&fs::read_to_string(root().join(lock)).unwrap()).unwrap();
        licences.extend(
            lock["packages"]
                .as_object()
                .unwrap()
                .iter()
                .filter(|(name, _)| !name.is_empty() && !LICENCE_ELSEWHERE.contains(&name.as_str()))
                .map(|(name, package)| {
                    (name.clone(), package["license"].as_str().unwrap_or_default().to_owned())
                }),
        );
    }
    assert!(licences.len() > 500, "the lists were not read");
    let others: Vec<_> = licences.iter().filter(|(_, licence)| !is_allowed(licence, &allowed)).collect();
    assert!(others.is_empty(), "{others:#?}");
}

/// Whatever stands in backticks and begins with a folder of ours is a path; `…`, `<` and `*` stand for more.
#[test]
fn the_docs_name_what_exists() {
    const FOLDERS: &[&str] = &["crates/", "docs/", "e2e/", "icons/", "src-tauri/", "ui/", ".ci/", ".github/"];
    let root = root();
    let mut docs = files_below(&root.join("docs"));
    docs.extend(["CONTRIBUTING.md", "README.md", "SECURITY.md"].map(|name| root.join(name)));
    let mut named = 0;
    for doc in docs.iter().filter(|doc| doc.extension().is_some_and(|kind| kind == "md")) {
        let text = fs::read_to_string(doc).unwrap();
        for name in text.split('`').skip(1).step_by(2) {
            let is_path = FOLDERS.iter().any(|folder| name.starts_with(folder));
            if !is_path || name.contains(['…', '<', '*', ' ', '\n']) || name.contains("NNNN") {
                continue;
            }
            named += 1;
            // The pages are built, and their tools are installed.
            let is_made = name.starts_with("ui/dist");
            assert!(is_made || root.join(name).exists(), "{} names {name}", doc.display());
        }
    }
    assert!(named > 40, "the docs were not read");
}
