//! Each crate is an ordered list of layers: a module imports only from the modules before it in the list, and no files import each
//! other in a circle. A file may use what its own parent module defines.
//!
//! The reader follows `use` declarations and paths in code (`crate::`, `super::`, `self::`, and those that begin with a module in
//! scope), through re-exports, to the file that defines the item. Code under `#[cfg(test)]` is not read.

#![expect(clippy::panic, reason = "a test fails by panicking")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::Path,
};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A crate and its layers, the lowest first. `lib.rs` is above all of them.
struct Layers {
    krate: &'static str,
    order: &'static [&'static str],
    /// The layers in which files still import each other in a circle.
    circular: &'static [&'static str],
}

const DERIVE: Layers = Layers {
    krate: "odata-derive",
    order: &["errors", "attr", "model", "check", "expand"],
    circular: &[],
};

const CORE: Layers = Layers {
    krate: "odata-core",
    order: &[
        "validate",
        "error",
        "protocol",
        "options",
        "session",
        "raw",
        "model",
        "codec",
        "edm",
        "enumeration",
        "dynamic",
        "runtime",
        "payload",
        "links",
        "json",
        "patch",
        "csdl",
        "graph",
        "http",
        "axum",
        "guide",
    ],
    circular: &[],
};

const CSDL: Layers = Layers {
    krate: "odata-csdl",
    order: &[
        "location",
        "diagnostic",
        "identifier",
        "model",
        "structured_types",
        "visitor",
        "parts",
        "alias",
        "text",
        "xml",
        "json",
        "format",
    ],
    circular: &[],
};

/// The stages of the library. The command (`cli`) is a crate of its own above them.
const CODEGEN: Layers = Layers {
    krate: "odata-codegen",
    order: &[
        "diagnostic",
        "options",
        "source",
        "model",
        "rules",
        "select",
        "plan",
        "emit",
        "pipeline",
    ],
    circular: &[],
};

#[test]
fn odata_derive_is_layered() {
    assert_layered(&DERIVE);
}

#[test]
fn odata_csdl_is_layered() {
    assert_layered(&CSDL);
}

#[test]
fn odata_codegen_is_layered() {
    assert_layered(&CODEGEN);
}

#[test]
fn odata_core_is_layered() {
    assert_layered(&CORE);
}

fn assert_layered(layers: &Layers) {
    let src = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(layers.krate)
        .join("src");
    let mut files = Files::new();
    add_files(&src, "", &mut files).unwrap_or_else(|error| panic!("{}: {error}", src.display()));
    let problems = problems(layers, &files);
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// The text of each file, by its path from `src`.
type Files = BTreeMap<String, String>;

fn add_files(folder: &Path, prefix: &str, files: &mut Files) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            add_files(&entry.path(), &format!("{name}/"), files)?;
        } else if name.ends_with(".rs") {
            files.insert(name, fs::read_to_string(entry.path())?);
        }
    }
    Ok(())
}

/// What breaks the rules, a line each.
fn problems(layers: &Layers, files: &Files) -> Vec<String> {
    let tree = match Tree::read(layers.krate, files) {
        Ok(tree) => tree,
        Err(error) => return vec![error],
    };
    let mut problems = Vec::new();
    let root = tree.module(0);
    for (name, module) in &root.children {
        let is_inline = tree.module(*module).file == root.file;
        if !is_inline && !layers.order.contains(&name.as_str()) {
            problems.push(format!("`{name}` is in no layer"));
        }
    }
    for name in layers.order {
        if !root.children.contains_key(*name) {
            problems.push(format!("there is no module `{name}`"));
        }
    }
    let rank = |file: &str| {
        let position = layers.order.iter().position(|it| *it == layer_of(file));
        position.unwrap_or(layers.order.len())
    };
    let arrows = tree.arrows();
    for ((from, to), path) in &arrows {
        if rank(from) < rank(to) {
            problems.push(format!("{from} uses `{path}` of {to}, a layer above it"));
        }
    }
    let circles = circles(arrows.keys().filter(|(from, to)| !is_parent(to, from)));
    let mut circular = BTreeSet::new();
    for circle in circles {
        let layer = circle.first().map_or("", |file| layer_of(file));
        if layers.circular.contains(&layer) {
            circular.insert(layer);
        } else {
            problems.push(format!("a circle: {}", circle.join(", ")));
        }
    }
    for layer in layers.circular {
        if !circular.contains(layer) {
            problems.push(format!("`{layer}` has no circle and must leave the list"));
        }
    }
    problems
}

/// The module at the root of the crate that a file belongs to.
fn layer_of(file: &str) -> &str {
    file.split(['/', '.']).next().unwrap_or_default()
}

/// Returns whether `parent` is the file of a module that `file` is in.
fn is_parent(parent: &str, file: &str) -> bool {
    parent == "lib.rs"
        || parent
            .strip_suffix(".rs")
            .and_then(|folder| file.strip_prefix(folder))
            .is_some_and(|rest| rest.starts_with('/'))
}

/// The groups of files that reach each other.
fn circles<'a>(arrows: impl Iterator<Item = &'a (String, String)>) -> BTreeSet<Vec<&'a str>> {
    let mut next: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (from, to) in arrows {
        next.entry(from).or_default().push(to);
    }
    let reached_from = |start: &str| {
        let mut reached = BTreeSet::new();
        let mut open: Vec<&str> = next.get(start).cloned().unwrap_or_default();
        while let Some(file) = open.pop() {
            if reached.insert(file) {
                open.extend(next.get(file).into_iter().flatten());
            }
        }
        reached
    };
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        next.keys().map(|it| (*it, reached_from(it))).collect();
    reached
        .iter()
        .map(|(file, from_here)| {
            let returns = |it: &&str| {
                reached
                    .get(it)
                    .is_some_and(|reached| reached.contains(file))
            };
            from_here.iter().copied().filter(returns).collect()
        })
        .filter(|group: &Vec<&str>| !group.is_empty())
        .collect()
}

/// A path in code: its segments.
type Segments = Vec<String>;

/// A module, inline or a file.
struct Module {
    file: String,
    /// The folder of the files of its child modules.
    folder: String,
    parent: usize,
    children: BTreeMap<String, usize>,
    /// The names that it defines itself.
    items: BTreeSet<String>,
    /// The names that `use` brings into scope.
    imports: BTreeMap<String, Segments>,
    globs: Vec<Segments>,
    /// Every path in it.
    paths: BTreeSet<Segments>,
}

/// All modules of a crate; the first is its root.
struct Tree<'a> {
    krate: String,
    files: &'a Files,
    modules: Vec<Module>,
    /// The file of each `macro_rules!` macro.
    macros: BTreeMap<String, String>,
}

/// The maximum depth of re-exports, more than any in use.
const MAX_STEPS: usize = 16;

impl<'a> Tree<'a> {
    fn read(krate: &str, files: &'a Files) -> Result<Self, String> {
        let mut tree = Tree {
            krate: krate.replace('-', "_"),
            files,
            modules: Vec::new(),
            macros: BTreeMap::new(),
        };
        tree.add_file("lib.rs", String::new(), 0)?;
        Ok(tree)
    }

    fn module(&self, id: usize) -> &Module {
        self.modules
            .get(id)
            .unwrap_or_else(|| panic!("no module {id}"))
    }

    fn module_mut(&mut self, id: usize) -> &mut Module {
        self.modules
            .get_mut(id)
            .unwrap_or_else(|| panic!("no module {id}"))
    }

    fn add_file(&mut self, file: &str, folder: String, parent: usize) -> Result<usize, String> {
        let text = self
            .files
            .get(file)
            .ok_or_else(|| format!("there is no {file}"))?;
        let tokens: TokenStream = text.parse().map_err(|error| format!("{file}: {error}"))?;
        self.add_module(file.to_owned(), folder, parent, tokens)
    }

    fn add_module(
        &mut self,
        file: String,
        folder: String,
        parent: usize,
        tokens: TokenStream,
    ) -> Result<usize, String> {
        let id = self.modules.len();
        self.modules.push(Module {
            file,
            folder,
            parent,
            children: BTreeMap::new(),
            items: BTreeSet::new(),
            imports: BTreeMap::new(),
            globs: Vec::new(),
            paths: BTreeSet::new(),
        });
        self.scan(id, tokens, true)?;
        Ok(id)
    }

    /// Reads the tokens of a module, or (not at its top) of a group in it.
    fn scan(&mut self, id: usize, tokens: TokenStream, is_top: bool) -> Result<(), String> {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut rest: &[TokenTree] = &tokens;
        let mut before: Option<&TokenTree> = None;
        while let [first, after @ ..] = rest {
            let (previous, skipped) = (before, rest);
            before = Some(first);
            rest = after;
            match first {
                TokenTree::Group(group) if is_punct(previous, '#') && is_cfg_test(group) => {
                    rest = after_item(rest);
                }
                TokenTree::Group(group) => self.scan(id, group.stream(), false)?,
                TokenTree::Ident(ident) => match (ident.to_string().as_str(), after) {
                    ("mod", [TokenTree::Ident(name), body, after @ ..]) => {
                        self.add_child(id, &name.to_string(), body)?;
                        rest = after;
                    }
                    ("use", after) if !is_punct(after.first(), '<') => {
                        let end = after.iter().position(|it| is_punct(Some(it), ';'));
                        let (tree, after) = after.split_at(end.unwrap_or(after.len()));
                        self.add_imports(id, &Vec::new(), tree);
                        rest = after;
                    }
                    ("macro_rules", [_, TokenTree::Ident(name), ..]) => {
                        let file = self.module(id).file.clone();
                        self.macros.insert(name.to_string(), file);
                    }
                    (
                        "fn" | "struct" | "enum" | "trait" | "const" | "static" | "type",
                        [TokenTree::Ident(name), ..],
                    ) if is_top => {
                        self.module_mut(id).items.insert(name.to_string());
                    }
                    _ if is_punct(previous, ':') || is_punct(previous, '#') => {}
                    _ => {
                        let (path, after) = path(skipped);
                        if path.len() > 1 {
                            self.module_mut(id).paths.insert(path);
                            rest = after;
                        }
                    }
                },
                _ => {}
            }
        }
        Ok(())
    }

    fn add_child(&mut self, id: usize, name: &str, body: &TokenTree) -> Result<(), String> {
        let parent = self.module(id);
        let (path, file) = (format!("{}{name}", parent.folder), parent.file.clone());
        let child = match body {
            TokenTree::Group(group) => {
                self.add_module(file, format!("{path}/"), id, group.stream())?
            }
            _ => self.add_file(&format!("{path}.rs"), format!("{path}/"), id)?,
        };
        self.module_mut(id).children.insert(name.to_owned(), child);
        Ok(())
    }

    /// What the tree of a `use` declaration brings into scope.
    fn add_imports(&mut self, id: usize, prefix: &Segments, tree: &[TokenTree]) {
        if tree.is_empty() {
            return;
        }
        let (own, rest) = path(tree);
        let full: Segments = prefix.iter().chain(&own).cloned().collect();
        match rest {
            [TokenTree::Group(group), ..] if group.delimiter() == Delimiter::Brace => {
                let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
                for tree in tokens.split(|it| is_punct(Some(it), ',')) {
                    self.add_imports(id, &full, tree);
                }
            }
            [star, ..] if is_punct(Some(star), '*') => self.module_mut(id).globs.push(full),
            _ => {
                let mut full = full;
                full.pop_if(|it| it == "self");
                let name = match rest {
                    [_, TokenTree::Ident(alias)] => Some(alias.to_string()),
                    _ => full.last().cloned(),
                };
                if let Some(name) = name {
                    self.module_mut(id).imports.insert(name, full);
                }
            }
        }
    }

    /// Which file uses which other, with a path that shows it.
    fn arrows(&self) -> BTreeMap<(String, String), String> {
        let mut arrows = BTreeMap::new();
        for (id, module) in self.modules.iter().enumerate() {
            let paths = module
                .imports
                .values()
                .chain(&module.globs)
                .chain(&module.paths);
            for path in paths {
                if let Some(file) = self.file_of(id, path, 0).filter(|it| *it != module.file) {
                    arrows.insert((module.file.clone(), file), path.join("::"));
                }
            }
        }
        arrows
    }

    /// The file that defines what the path names; `None` for another crate.
    fn file_of(&self, from: usize, path: &[String], steps: usize) -> Option<String> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => self.file_in(0, rest, steps),
            "self" => self.file_in(from, rest, steps),
            "super" => self.file_in(self.module(from).parent, rest, steps),
            name if name == self.krate => self.file_in(0, rest, steps),
            name if self.module(from).children.contains_key(name) => {
                self.file_in(from, path, steps)
            }
            name => {
                let import = self.module(from).imports.get(name)?;
                // `use serde::{self, ...}` of another crate leads to itself.
                if import.first() == Some(first) || steps > MAX_STEPS {
                    return None;
                }
                let path: Segments = import.iter().chain(rest).cloned().collect();
                self.file_of(from, &path, steps + 1)
            }
        }
    }

    /// The same for a path from a module on.
    fn file_in(&self, id: usize, path: &[String], steps: usize) -> Option<String> {
        let module = self.module(id);
        let Some((name, rest)) = path.split_first() else {
            return Some(module.file.clone());
        };
        if steps > MAX_STEPS || module.items.contains(name) {
            return Some(module.file.clone());
        }
        if name == "super" {
            return self.file_in(module.parent, rest, steps);
        }
        if let Some(child) = module.children.get(name) {
            return self.file_in(*child, rest, steps);
        }
        if let Some(import) = module.imports.get(name) {
            let path: Segments = import.iter().chain(rest).cloned().collect();
            return self.file_of(id, &path, steps + 1);
        }
        if let Some(file) = self.macros.get(name).filter(|_| id == 0) {
            return Some(file.clone());
        }
        let from_glob = module.globs.iter().find_map(|glob| {
            let path: Segments = glob.iter().chain(path).cloned().collect();
            self.file_of(id, &path, steps + 1)
        });
        from_glob.or_else(|| Some(module.file.clone()))
    }
}

fn is_punct(token: Option<&TokenTree>, wanted: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == wanted)
}

fn is_cfg_test(group: &proc_macro2::Group) -> bool {
    let text: String = group.stream().to_string();
    text.split_whitespace().collect::<String>() == "cfg(test)"
}

/// What follows an item: its last token is a `;` or a block.
fn after_item(tokens: &[TokenTree]) -> &[TokenTree] {
    let end = tokens.iter().position(|token| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        token => is_punct(Some(token), ';'),
    });
    tokens
        .get(end.map_or(tokens.len(), |end| end + 1)..)
        .unwrap_or_default()
}

/// The segments at the front, and what follows them (after the last `::`).
fn path(tokens: &[TokenTree]) -> (Segments, &[TokenTree]) {
    let mut segments = Vec::new();
    let mut rest = match tokens {
        [dollar, rest @ ..] if is_punct(Some(dollar), '$') => rest,
        tokens => tokens,
    };
    while let [TokenTree::Ident(ident), after @ ..] = rest {
        segments.push(ident.to_string());
        rest = after;
        match rest {
            [a, b, after @ ..] if is_punct(Some(a), ':') && is_punct(Some(b), ':') => rest = after,
            _ => break,
        }
    }
    (segments, rest)
}

#[cfg(test)]
mod tests {
    use super::{Files, Layers, problems};

    const LAYERS: Layers = Layers {
        krate: "my-crate",
        order: &["low", "high"],
        circular: &[],
    };

    fn files(low: &str, high: &str, nested: &str) -> Files {
        [
            ("lib.rs", "mod low; mod high; pub use high::High;"),
            ("low.rs", low),
            ("high.rs", high),
            ("high/nested.rs", nested),
        ]
        .map(|(file, text)| (file.to_owned(), text.to_owned()))
        .into()
    }

    #[test]
    fn arrows_down_the_order_are_right() {
        let files = files(
            "pub struct Low; #[cfg(test)] mod tests { use crate::high::High; }",
            "mod nested; pub use nested::Nested; pub struct High(crate::low::Low);",
            "use super::High; pub struct Nested(High);",
        );
        assert_eq!(problems(&LAYERS, &files), [""; 0]);
    }

    #[test]
    fn an_arrow_up_the_order_is_found_in_imports_in_code_and_through_re_exports() {
        let high = "mod nested; pub struct High;";
        for low in [
            "use crate::high::High;",
            "use crate::{high::{High as Other}};",
            "fn low() -> super::high::High { todo!() }",
            "use super::high; fn low() { high::nested::new() }",
            "use crate::High;",
            "use my_crate::High;",
            "mod inner { fn low() { vec![super::super::high::High]; } }",
        ] {
            let problems = problems(&LAYERS, &files(low, high, "pub fn new() {}"));
            assert!(!problems.is_empty(), "{low}");
            for problem in problems {
                assert!(problem.starts_with("low.rs uses `"), "{low}: {problem}");
                assert!(problem.ends_with("a layer above it"), "{low}: {problem}");
            }
        }
    }

    #[test]
    fn a_circle_of_siblings_is_found() {
        let mut files = files(
            "",
            "mod nested; mod other;",
            "use super::other::Other; pub struct Nested;",
        );
        files.insert(
            "high/other.rs".to_owned(),
            "pub struct Other(super::nested::Nested);".to_owned(),
        );
        assert_eq!(
            problems(&LAYERS, &files),
            ["a circle: high/nested.rs, high/other.rs"]
        );
        let tolerant = Layers {
            circular: &["low", "high"],
            ..LAYERS
        };
        assert_eq!(
            problems(&tolerant, &files),
            ["`low` has no circle and must leave the list"]
        );
    }

    #[test]
    fn a_module_without_a_layer_and_a_layer_without_a_module_are_found() {
        let mut files = files("", "mod nested;", "");
        files.insert("lib.rs".to_owned(), "mod low; mod new;".to_owned());
        files.insert("new.rs".to_owned(), String::new());
        assert_eq!(
            problems(&LAYERS, &files),
            ["`new` is in no layer", "there is no module `high`"]
        );
    }
}
