//! Puts `messages/` into the program, and makes a method of every English message, so that the compiler knows which there
//! are and what they are to be given. `ui/scripts/catalogue.js` reads them the same way for the page.

use std::{
    env,
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey},
    parser,
};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

fn main() -> Outcome {
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../messages");
    println!("cargo:rerun-if-changed={}", root.display());
    let mut source = "const CATALOGUE: &[(&str, &[&str])] = &[\n".to_owned();
    for language in inside(&root)? {
        let tag = language.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let files: String =
            inside(&language)?.iter().map(|file| format!("include_str!({file:?}), ")).collect();
        writeln!(source, "    ({tag:?}, &[{files}]),")?;
    }
    source.push_str("];\n\nimpl Messages {\n");
    for file in inside(&root.join("en"))? {
        methods(&fs::read_to_string(&file)?, &mut source)
            .map_err(|error| format!("{}: {error}", file.display()))?;
    }
    source.push_str("}\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("catalogue.rs"), source)?;
    Ok(())
}

fn inside(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut paths =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    Ok(paths)
}

fn methods(text: &str, source: &mut String) -> Outcome {
    let resource = parser::parse(text).map_err(|(_, errors)| format!("{errors:?}"))?;
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let mut params = Vec::new();
        if let Some(pattern) = &message.value {
            gather(pattern, &mut params);
        }
        let key = message.id.name;
        let taken: String = params.iter().map(|(name, kind)| format!(", {name}: {kind}")).collect();
        let lifetime = if params.iter().any(|(_, kind)| *kind == ANY) { "<'a>" } else { "" };
        let given: String = params
            .iter()
            .map(|(name, kind)| match *kind {
                NUMBER => format!("({name:?}, Value::Number({name}.into())), "),
                _ => format!("({name:?}, {name}.into()), "),
            })
            .collect();
        writeln!(
            source,
            "    pub fn {key}{lifetime}(&self{taken}) -> String {{ self.said({key:?}, &[{given}]) }}"
        )?;
    }
    Ok(())
}

const ANY: &str = "impl Into<Value<'a>>";
const NUMBER: &str = "impl Into<Number>";
const CHOICE: &str = "&str";

/// The parameters of a pattern and what they may be: one that is counted is a number, one that chooses is a name.
fn gather<'a>(pattern: &Pattern<&'a str>, params: &mut Vec<(&'a str, &'static str)>) {
    let mut add = |name, kind| match params.iter_mut().find(|(known, _)| *known == name) {
        Some((_, known)) if kind != ANY => *known = kind,
        Some(_) => {}
        None => params.push((name, kind)),
    };
    let mut deeper = Vec::new();
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(InlineExpression::VariableReference { id }) => add(id.name, ANY),
            Expression::Inline(_) => {}
            Expression::Select { selector, variants } => {
                if let InlineExpression::VariableReference { id } = selector {
                    add(id.name, if variants.iter().all(is_plural) { NUMBER } else { CHOICE });
                }
                deeper.extend(variants);
            }
        }
    }
    for variant in deeper {
        gather(&variant.value, params);
    }
}

fn is_plural(variant: &Variant<&str>) -> bool {
    match variant.key {
        VariantKey::Identifier { name } => ["zero", "one", "two", "few", "many", "other"].contains(&name),
        VariantKey::NumberLiteral { .. } => true,
    }
}
