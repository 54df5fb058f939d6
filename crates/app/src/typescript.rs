//! The wire in TypeScript: every type that crosses it, and the commands. One file, committed; a test fails
//! when it no longer matches.

use std::collections::BTreeMap;

use ts_rs::{Config, TS, TypeVisitor};

#[derive(Default)]
pub(crate) struct Declarations {
    types: Types,
    interfaces: Vec<(&'static str, String)>,
}

impl Declarations {
    pub(crate) fn include<T: TS + 'static>(&mut self) {
        self.types.include::<T>();
    }

    pub(crate) fn interface(&mut self, name: &'static str) {
        self.interfaces.push((name, String::new()));
    }

    pub(crate) fn command<I: TS + 'static, O: TS + 'static>(&mut self, name: &str) {
        self.types.include::<I>();
        self.types.include::<O>();
        let config = config();
        if let Some((_, lines)) = self.interfaces.last_mut() {
            lines.push_str(&format!(
                "  {name}: {{ input: {}; output: {} }};\n",
                I::name(&config),
                O::name(&config)
            ));
        }
    }

    /// The file.
    pub(crate) fn finish(self) -> String {
        let types =
            self.types.declared.values().flatten().map(|decl| format!("export {decl}\n")).collect::<String>();
        let mut interfaces = String::new();
        for (name, lines) in &self.interfaces {
            interfaces.push_str(&format!("\nexport interface {name} {{\n{lines}}}\n"));
        }
        format!(
            "// Generated from the command table. Do not edit: `cargo xtask generate`.\n\n\
             /** Tells newtypes apart. No value has it. */\ndeclare const brand: unique symbol;\n\n{types}{interfaces}"
        )
    }
}

/// A newtype of a number or a text stays one in TypeScript: an id is not passed for another there either.
fn branded(name: &str, declaration: String) -> String {
    let brand = |inside| format!("type {name} = {inside} & {{ readonly [brand]: '{name}' }};");
    match declaration.strip_prefix(&format!("type {name} = ")) {
        Some("number;") => brand("number"),
        Some("string;") => brand("string"),
        _ => declaration,
    }
}

fn config() -> Config {
    Config::new().with_large_int("number")
}

/// Types by name. Types without a declaration of their own (numbers, lists) are kept as None.
#[derive(Default)]
struct Types {
    declared: BTreeMap<String, Option<String>>,
}

impl Types {
    fn include<T: TS + 'static + ?Sized>(&mut self) {
        let config = config();
        let name = T::name(&config);
        // Only types of ours have a place to be written to.
        let declaration = T::output_path().map(|_| branded(&name, T::decl(&config)));
        if let Some(known) = self.declared.get(&name) {
            assert_eq!(*known, declaration, "two types are called {name}");
            return;
        }
        self.declared.insert(name, declaration);
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.include::<T>();
    }
}
