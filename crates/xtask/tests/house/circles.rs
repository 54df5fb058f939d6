//! Inside a crate an arrow runs one way too: no module rests on one that rests on it. Read off the sources: what a module
//! names of another, and the methods of another's type that it calls where a third adds them.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use syn::{
    Attribute, File, ImplItem, Item, ItemEnum, ItemImpl, ItemMod, ItemStruct, ItemUse, Type, UseTree,
    visit::{self, Visit},
};

use super::files_below;

const CRATES: &[&str] = &[
    "crates/app",
    "crates/content",
    "crates/domain",
    "crates/media",
    "crates/typeset",
    "crates/store",
    "src-tauri",
];

#[test]
fn no_module_rests_on_one_that_rests_on_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut found = String::new();
    for name in CRATES {
        let arrows = Sources::read(&root.join(name).join("src")).arrows();
        assert!(arrows.len() > 3, "{name} was not read");
        for (from, to) in in_circles(arrows) {
            found.push_str(&format!("{name}: {from} → {to}\n"));
        }
    }
    assert!(found.is_empty(), "{found}");
}

#[test]
fn a_circle_is_seen_by_its_names_and_by_its_methods() {
    let sources = |files: [(&str, &str); 3]| Sources {
        files: files.map(|(name, text)| (vec![name.to_owned()], syn::parse_file(text).unwrap())).into(),
        root: syn::parse_file("mod a; mod b; mod c; pub use a::A;").unwrap(),
    };
    let a = ("a", "pub struct A; impl A { pub fn one(&self) {} }");
    let c = ("c", "use crate::A; impl A { pub fn two(&self) {} }");
    let fine = sources([a, ("b", "use super::c; fn f(a: &crate::A) { a.two() }"), c]);
    assert_eq!(in_circles(fine.arrows()), BTreeSet::new());
    let by_name = sources([("a", "use crate::c::C; pub struct A;"), ("b", ""), c]);
    assert_eq!(in_circles(by_name.arrows()).len(), 2);
    let by_method = sources([("a", "pub struct A; fn f(a: &A) { a.two() }"), ("b", ""), c]);
    assert_eq!(in_circles(by_method.arrows()).len(), 2);
    let in_a_macro = sources([("a", "pub struct A; fn f() { vec![crate::c::g()]; }"), ("b", ""), c]);
    assert_eq!(in_circles(in_a_macro.arrows()).len(), 2);
    let in_its_tests =
        sources([("a", "pub struct A; #[cfg(test)] mod tests { use crate::c::C; }"), ("b", ""), c]);
    assert_eq!(in_circles(in_its_tests.arrows()), BTreeSet::new());
}

/// A module at the top of a crate, with all below it.
type Arrows = BTreeSet<(String, String)>;

/// The arrows from which one comes back to where they begin.
fn in_circles(arrows: Arrows) -> Arrows {
    let leads = |from: &str, to: &str| {
        let (mut seen, mut next) = (BTreeSet::from([from]), vec![from]);
        while let Some(at) = next.pop() {
            let beyond = arrows.iter().filter(|(one, _)| one == at).map(|(_, other)| other.as_str());
            next.extend(beyond.filter(|other| seen.insert(other)));
        }
        seen.contains(to)
    };
    arrows.iter().filter(|(from, to)| leads(to, from)).cloned().collect()
}

struct Sources {
    /// Each with the way to its module.
    files: Vec<(Vec<String>, File)>,
    /// `lib.rs` or `main.rs`.
    root: File,
}

impl Sources {
    fn read(folder: &Path) -> Self {
        let mut files: Vec<(Vec<String>, File)> = files_below(folder)
            .into_iter()
            .filter(|file| file.extension().is_some_and(|kind| kind == "rs"))
            .map(|file| {
                let place = file.strip_prefix(folder).unwrap().with_extension("");
                let way = place.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
                (way, syn::parse_file(&fs::read_to_string(&file).unwrap()).unwrap())
            })
            .collect();
        let is_root = |way: &[String]| matches!(way, [name] if name == "lib" || name == "main");
        let at = files.iter().position(|(way, _)| is_root(way)).unwrap();
        let (_, root) = files.swap_remove(at);
        let of_tests = tests_in(&root, &[]);
        let of_tests: Vec<Vec<String>> =
            files.iter().flat_map(|(way, file)| tests_in(file, way)).chain(of_tests).collect();
        files.retain(|(way, _)| !of_tests.iter().any(|test| way.starts_with(test)));
        Sources { files, root }
    }

    fn arrows(&self) -> Arrows {
        let modules: BTreeSet<&str> = self.files.iter().map(|(way, _)| way[0].as_str()).collect();
        let mut shown = BTreeMap::new();
        for item in &self.root.items {
            if let Item::Use(shows) = item {
                for way in ways_of(shows) {
                    if let [module, .., name] = way.as_slice() {
                        shown.insert(name.clone(), module.clone());
                    }
                }
            }
        }
        let mut found: Vec<Found> = Vec::new();
        for (way, file) in &self.files {
            let mut one = Found { way: way.clone(), top: way[0].clone(), ..Found::default() };
            one.visit_file(file);
            found.push(one);
        }
        let module_of = |way: &[String]| match way {
            [name, ..] if modules.contains(name.as_str()) => Some(name.clone()),
            [name, ..] => shown.get(name).cloned(),
            [] => None,
        };
        let mut arrows = Arrows::new();
        for one in &found {
            arrows.extend(one.named.iter().filter_map(|way| module_of(way)).map(|to| (one.top.clone(), to)));
        }
        // Of a type's methods, those count that another module adds, where the name alone says which.
        let types = |top: &str| -> BTreeSet<&str> {
            let of = found.iter().filter(|one| one.top == top);
            of.flat_map(|one| one.types.iter().map(String::as_str)).collect()
        };
        let mut homes: BTreeMap<&str, BTreeSet<Option<&str>>> = BTreeMap::new();
        for one in &found {
            let own = types(&one.top);
            for (of, method) in &one.methods {
                let added_by = (!own.contains(of.as_str())).then_some(one.top.as_str());
                homes.entry(method).or_default().insert(added_by);
            }
        }
        for one in &found {
            for call in &one.calls {
                let homes: Vec<_> = homes.get(call.as_str()).into_iter().flatten().collect();
                if let [Some(home)] = homes.as_slice() {
                    arrows.insert((one.top.clone(), (*home).to_owned()));
                }
            }
        }
        arrows.retain(|(from, to)| from != to);
        arrows
    }
}

/// The modules that are there for tests alone.
fn tests_in(file: &File, way: &[String]) -> Vec<Vec<String>> {
    let modules = file.items.iter().filter_map(|item| match item {
        Item::Mod(module) if is_for_tests(&module.attrs) => Some(module.ident.to_string()),
        _ => None,
    });
    modules.map(|name| [way, &[name]].concat()).collect()
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|one| {
        one.path().is_ident("cfg")
            && one.meta.require_list().is_ok_and(|list| list.tokens.to_string() == "test")
    })
}

/// What one file names.
#[derive(Default)]
struct Found {
    /// Where in the crate what is being read stands.
    way: Vec<String>,
    top: String,
    /// Ways from the top of the crate.
    named: Vec<Vec<String>>,
    types: BTreeSet<String>,
    /// Of which type, and its name.
    methods: BTreeSet<(String, String)>,
    calls: BTreeSet<String>,
}

impl Found {
    fn note(&mut self, segments: &[String]) {
        let mut way = match segments.first().map(String::as_str) {
            Some("crate") => Vec::new(),
            Some("super" | "self") => self.way.clone(),
            _ => return,
        };
        for (at, segment) in segments.iter().enumerate() {
            match segment.as_str() {
                "crate" | "self" if at == 0 => {}
                "super" => drop(way.pop()),
                name => way.push(name.to_owned()),
            }
        }
        self.named.push(way);
    }
}

impl<'a> Visit<'a> for Found {
    fn visit_item(&mut self, item: &'a Item) {
        let attributes = match item {
            Item::Mod(one) => &one.attrs,
            Item::Fn(one) => &one.attrs,
            Item::Use(one) => &one.attrs,
            Item::Impl(one) => &one.attrs,
            _ => return visit::visit_item(self, item),
        };
        if !is_for_tests(attributes) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_struct(&mut self, one: &'a ItemStruct) {
        self.types.insert(one.ident.to_string());
        visit::visit_item_struct(self, one);
    }

    fn visit_item_enum(&mut self, one: &'a ItemEnum) {
        self.types.insert(one.ident.to_string());
        visit::visit_item_enum(self, one);
    }

    fn visit_item_mod(&mut self, module: &'a ItemMod) {
        self.way.push(module.ident.to_string());
        visit::visit_item_mod(self, module);
        self.way.pop();
    }

    fn visit_item_use(&mut self, shows: &'a ItemUse) {
        for way in ways_of(shows) {
            self.note(&way);
        }
    }

    fn visit_path(&mut self, path: &'a syn::Path) {
        let segments: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.note(&segments);
        if let [.., _, name] = segments.as_slice() {
            self.calls.insert(name.clone());
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, one: &'a syn::Macro) {
        let text = one.tokens.to_string();
        for named in text.split("crate :: ").skip(1) {
            let name: String = named.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            self.note(&["crate".to_owned(), name]);
        }
        visit::visit_macro(self, one);
    }

    fn visit_item_impl(&mut self, block: &'a ItemImpl) {
        if let (None, Type::Path(of)) = (&block.trait_, &*block.self_ty)
            && let Some(of) = of.path.segments.last()
        {
            let functions = block.items.iter().filter_map(|item| match item {
                ImplItem::Fn(one) => Some((of.ident.to_string(), one.sig.ident.to_string())),
                _ => None,
            });
            self.methods.extend(functions);
        }
        visit::visit_item_impl(self, block);
    }

    fn visit_expr_method_call(&mut self, call: &'a syn::ExprMethodCall) {
        self.calls.insert(call.method.to_string());
        visit::visit_expr_method_call(self, call);
    }
}

fn ways_of(shows: &ItemUse) -> Vec<Vec<String>> {
    fn go(tree: &UseTree, before: &[String], into: &mut Vec<Vec<String>>) {
        let with = |name: String| [before, &[name]].concat();
        match tree {
            UseTree::Path(path) => go(&path.tree, &with(path.ident.to_string()), into),
            UseTree::Name(name) => into.push(with(name.ident.to_string())),
            UseTree::Rename(name) => into.push(with(name.ident.to_string())),
            UseTree::Glob(_) => into.push(before.to_vec()),
            UseTree::Group(group) => group.items.iter().for_each(|tree| go(tree, before, into)),
        }
    }
    let mut into = Vec::new();
    go(&shows.tree, &[], &mut into);
    into
}
