//! The position of an error is in the body.

use std::fmt;

use odata_core::{Error, ErrorKind};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// Asserts that the pointer, line and column of `error` are in `body`.
pub(crate) fn check(body: &[u8], error: &Error) {
    let lines = 1 + body.iter().filter(|byte| **byte == b'\n').count();
    assert!(
        error.line() <= lines,
        "{error:?}: line {} of {lines}",
        error.line()
    );
    assert!(
        error.column() <= body.len(),
        "{error:?}: column {} of {}",
        error.column(),
        body.len()
    );
    let Ok(tree) = serde_json::from_slice::<Tree>(body) else {
        return;
    };
    let steps: Vec<String> = error
        .pointer()
        .split('/')
        .skip(1)
        .map(|step| step.replace("~1", "/").replace("~0", "~"))
        .collect();
    if tree.has(&steps) {
        return;
    }
    // A missing member is not in the body, but its object is.
    let is_missing = matches!(
        error.kind(),
        ErrorKind::Missing | ErrorKind::MissingType | ErrorKind::Validation
    );
    let parent = &steps[..steps.len().saturating_sub(1)];
    assert!(
        is_missing && tree.has(parent),
        "{error:?} points at nothing"
    );
}

/// The names of a document, with duplicates.
enum Tree {
    Object(Vec<(String, Tree)>),
    Array(Vec<Tree>),
    Leaf,
}

impl Tree {
    fn has(&self, steps: &[String]) -> bool {
        let Some((first, rest)) = steps.split_first() else {
            return true;
        };
        match self {
            Tree::Object(members) => members
                .iter()
                .any(|(name, value)| name == first && value.has(rest)),
            Tree::Array(items) => first
                .parse()
                .ok()
                .and_then(|at: usize| items.get(at))
                .is_some_and(|it| it.has(rest)),
            Tree::Leaf => false,
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(Build)
    }
}

struct Build;

impl<'de> Visitor<'de> for Build {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Tree, E> {
        Ok(Tree::Leaf)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Tree, E> {
        Ok(Tree::Leaf)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Tree, E> {
        Ok(Tree::Leaf)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Tree, E> {
        Ok(Tree::Leaf)
    }

    fn visit_str<E>(self, _: &str) -> Result<Tree, E> {
        Ok(Tree::Leaf)
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Leaf)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree, A::Error> {
        let mut all = Vec::new();
        while let Some(item) = items.next_element()? {
            all.push(item);
        }
        Ok(Tree::Array(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Tree, A::Error> {
        let mut all = Vec::new();
        while let Some(member) = members.next_entry()? {
            all.push(member);
        }
        Ok(Tree::Object(all))
    }
}
