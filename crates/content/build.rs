//! Puts `content/` into the program: a folder for each language, and under its tag every file that lies in it.

use std::{
    env,
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

fn main() -> Outcome {
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../content");
    println!("cargo:rerun-if-changed={}", root.display());
    let mut source = "const FOLDERS: &[(&str, &[(&str, &str)])] = &[\n".to_owned();
    for folder in inside(&root)?.iter().filter(|path| path.is_dir()) {
        writeln!(source, "    ({:?}, &[", name(folder))?;
        for file in inside(folder)? {
            if file.is_dir() {
                for item in inside(&file)? {
                    let path = format!("{}/{}", name(&file), name(&item));
                    writeln!(source, "        ({path:?}, include_str!({item:?})),")?;
                }
            } else {
                writeln!(source, "        ({:?}, include_str!({file:?})),", name(&file))?;
            }
        }
        source.push_str("    ]),\n");
    }
    source.push_str("];\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("folders.rs"), source)?;
    Ok(())
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn inside(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut paths =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    Ok(paths)
}
