//! Model rules that only the compiler can check, since they cross types: constants that fail to evaluate.

#![expect(
    clippy::indexing_slicing,
    reason = "constant evaluation has no iterators, and an index out of bounds would be a compile error"
)]

use crate::model::{Kind, StructuredType};

/// A property declared below a base that declares it already (CSDL 4.01, section 7).
pub const fn assert_not_redeclared(declared: &'static StructuredType) {
    let mut base = declared.base;
    while let Some(it) = base {
        let mut i = 0;
        while i < declared.own.len() {
            let mut j = 0;
            while j < it.own.len() {
                if same(declared.own[i].name, it.own[j].name) {
                    fail(&[
                        "property `",
                        declared.own[i].name,
                        "` of ",
                        declared.name,
                        " is already declared by its base ",
                        it.name,
                    ]);
                }
                j += 1;
            }
            i += 1;
        }
        base = it.base;
    }
}

/// An entity type below a complex one, or the other way round (CSDL 4.01, sections 6.2 and 9.2).
pub const fn assert_kind_of_base(declared: &'static StructuredType) {
    let Some(base) = declared.base else { return };
    match (declared.kind, base.kind) {
        (Kind::Entity, Kind::Complex) => fail(&[
            declared.name,
            " is an entity type, but its base ",
            base.name,
            " is a complex type: give the base a key, or `kind = entity`",
        ]),
        (Kind::Complex, Kind::Entity) => fail(&[
            declared.name,
            " says `kind = complex`, but its base ",
            base.name,
            " is an entity type",
        ]),
        _ => {}
    }
}

/// A variant that is not of the hierarchy, or of which there can be no value (CSDL 4.01, section 6.2).
pub const fn assert_variant(variant: &'static StructuredType, base: &'static StructuredType) {
    if variant.is_abstract {
        fail(&[
            variant.name,
            " is abstract: no value is one, so it cannot be a variant",
        ]);
    }
    let mut next = Some(variant);
    while let Some(it) = next {
        if same(it.name, base.name) {
            return;
        }
        next = it.base;
    }
    fail(&[
        variant.name,
        " does not derive from ",
        base.name,
        ", the base of this hierarchy",
    ]);
}

/// A key declared below a base that has one (CSDL 4.01, section 6.5).
pub const fn assert_one_key(declared: &'static StructuredType) {
    let mut base = declared.base;
    while let Some(it) = base {
        let mut i = 0;
        while i < it.own.len() {
            if it.own[i].is_key() {
                fail(&[
                    declared.name,
                    " declares a key, but its base ",
                    it.name,
                    " already has `",
                    it.own[i].name,
                    "` as one",
                ]);
            }
            i += 1;
        }
        base = it.base;
    }
}

/// More properties than the reader's set has room for.
pub const fn assert_width(declared: &'static StructuredType) {
    let mut count = declared.own.len();
    let mut base = declared.base;
    while let Some(it) = base {
        count += it.own.len();
        base = it.base;
    }
    if count > crate::read::MAX_PROPERTIES as usize {
        fail(&[
            declared.name,
            " declares more than 512 properties, its bases' among them",
        ]);
    }
}

/// A second bag in a chain: what no level declares can go to one place only.
pub const fn assert_one_bag(declared: &'static StructuredType, dynamic: bool, annotations: bool) {
    let Some(base) = declared.base else { return };
    let key = if dynamic && base.has_dynamic_properties {
        "dynamic_properties"
    } else if annotations && base.has_annotations {
        "annotations"
    } else {
        return;
    };
    fail(&[
        declared.name,
        " has a field for `",
        key,
        "`, but so has its base ",
        base.name,
        ": one serves the whole chain",
    ]);
}

/// An open type without a place for dynamic properties (CSDL 4.01, section 6.3).
pub const fn assert_open_keeps(declared: &'static StructuredType) {
    if !declared.has_dynamic_properties {
        fail(&[
            declared.name,
            " is open, but no level of it keeps dynamic properties: add a field with `#[odata(dynamic_properties)]`",
        ]);
    }
}

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}

/// Ends the evaluation with a message put together from parts.
#[expect(clippy::panic, reason = "in a constant, a panic is the compile error")]
const fn fail(parts: &[&str]) -> ! {
    let mut text = [0; 512];
    let mut length = 0;
    let mut i = 0;
    while i < parts.len() {
        let part = parts[i].as_bytes();
        let mut j = 0;
        while j < part.len() && length < text.len() {
            text[length] = part[j];
            length += 1;
            j += 1;
        }
        i += 1;
    }
    match std::str::from_utf8(text.split_at(length).0) {
        Ok(text) => panic!("{}", text),
        Err(_) => panic!("the model breaks a rule of OData"),
    }
}
