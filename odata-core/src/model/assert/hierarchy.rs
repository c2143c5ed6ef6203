//! Rules of a hierarchy about the types of its variants.

use super::{fail, is_complete, is_or_derives_from, same};
use crate::model::{
    names::hash,
    structured_type::{StructuredType, type_flag},
    variant_types::VariantTypes,
};

/// Rejects a variant that does not derive from the base, or that has no values (CSDL 4.01 §6.2).
#[track_caller]
const fn assert_variant(
    variant: &'static StructuredType,
    base: &'static StructuredType,
    is_default: bool,
) {
    if variant.is_abstract() {
        fail(
            "`{}` is abstract and cannot be a variant: remove the variant",
            &[variant.name],
        );
    }
    // Walks up to the level with as many bases as `base`. The loop is here, since a call during compilation takes longer than several steps.
    let mut level = variant;
    while level.depth > base.depth
        && let Some(above) = level.base
    {
        level = above;
    }
    if !same(level.name, base.name) && !derives_from(variant, base) {
        fail(
            "`{}` does not derive from `{}`, the base of this hierarchy: remove the variant",
            &[variant.name, base.name],
        );
    }
    let is_tagged = variant.has_flag(type_flag::TAGGED | type_flag::ANY_VERSION);
    if is_tagged || is_default || base.name.is_empty() || !is_complete(variant) {
        return;
    }
    if !same(variant.name, base.name) {
        fail(
            "`{}` is written without its type, and would be read back as another one: remove `write_type = \"never\"` from it",
            &[variant.name],
        );
    }
}

/// Returns whether a variant derives from the base. Also true if one of the types has an error of its own, after which it has no name.
const fn derives_from(variant: &'static StructuredType, base: &'static StructuredType) -> bool {
    base.name.is_empty() || is_or_derives_from(variant, base.name)
}

/// Rejects types that do not derive from the base of the hierarchy, are abstract or patch types, or are written without the type that
/// selects the variant.
#[track_caller]
pub const fn assert_derived(
    types: VariantTypes,
    is_patch: bool,
    base: &'static StructuredType,
    is_default: bool,
) {
    match types {
        VariantTypes::One(one) if is_patch => fail(
            "the patch type of `{}` cannot be a variant: write the struct that it patches",
            &[one.name],
        ),
        VariantTypes::One(one) => assert_variant(one, base, is_default),
        VariantTypes::Many(many) => {
            let mut i = 0;
            while i < many.len() {
                assert_derived(many[i], false, base, is_default);
                i += 1;
            }
        }
    }
}

/// Rejects types that derive from the base with other type arguments, which the types of its properties show. The base has the same name
/// with any arguments.
#[track_caller]
pub const fn assert_same_arguments(
    types: VariantTypes,
    base: &'static StructuredType,
    base_text: &str,
) {
    match types {
        VariantTypes::One(one) => {
            let mut level = one;
            while level.depth > base.depth
                && let Some(above) = level.base
            {
                level = above;
            }
            assert_same_properties(one, level, base, base_text);
        }
        VariantTypes::Many(many) => {
            let mut i = 0;
            while i < many.len() {
                assert_same_arguments(many[i], base, base_text);
                i += 1;
            }
        }
    }
}

/// Compares two descriptions of a type and of its bases.
#[track_caller]
const fn assert_same_properties(
    variant: &'static StructuredType,
    mut level: &'static StructuredType,
    mut base: &'static StructuredType,
    base_text: &str,
) {
    while same(level.name, base.name) && level.own.len() == base.own.len() {
        let mut i = 0;
        while i < base.own.len() {
            let (own, expected) = (level.own[i].type_name(), base.own[i].type_name());
            if !same(own, expected) && !own.is_empty() && !expected.is_empty() {
                fail(
                    "`{}` derives from `{}` with other type arguments than `{}`, the base of this hierarchy: its property `{}` has the type `{}`, not `{}`; write the same arguments",
                    &[
                        variant.name,
                        level.name,
                        base_text,
                        base.own[i].name(),
                        own,
                        expected,
                    ],
                );
            }
            i += 1;
        }
        match (level.base, base.base) {
            (Some(above), Some(base_above)) => (level, base) = (above, base_above),
            _ => return,
        }
    }
}

/// Rejects a list of names that is not sorted, has a name twice, or has one without a namespace, which no type has.
#[track_caller]
pub const fn assert_sorted(names: &[&str]) {
    let mut i = 0;
    while i < names.len() {
        if let [b'#', ..] = names[i].as_bytes() {
            fail(
                "`{}` in the list of `known` is not the name of a type: remove the `#`",
                &[names[i]],
            );
        }
        if !is_qualified(names[i]) {
            fail(
                "`{}` in the list of `known` has no namespace: write `namespace.{}`",
                &[names[i], names[i]],
            );
        }
        i += 1;
    }
    let mut i = 1;
    while i < names.len() {
        let (before, name) = (names[i - 1], names[i]);
        if !is_less(before, name) {
            if same(before, name) {
                fail(
                    "duplicate type `{}` in the list of `known`: remove one",
                    &[name],
                );
            }
            fail(
                "the list of `known` is not sorted: move `{}` before `{}`",
                &[name, before],
            );
        }
        i += 1;
    }
}

const fn is_qualified(name: &str) -> bool {
    let bytes = name.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        if bytes[i] == b'.' {
            return true;
        }
        i += 1;
    }
    false
}

const fn is_less(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let shorter = if a.len() < b.len() { a.len() } else { b.len() };
    let mut i = 0;
    // One comparison rather than two with `&&`, which takes four times as long in const evaluation.
    while i < shorter {
        if a[i] != b[i] {
            return a[i] < b[i];
        }
        i += 1;
    }
    a.len() < b.len()
}

/// Rejects two variants of one qualified name, because only the first would be read. Rejects a base that is not a resource, unless a
/// variant has the same error about its base.
#[track_caller]
pub const fn assert_distinct(types: VariantTypes, base_without_type: Option<&str>) {
    let variants = types.variants();
    Names::new().add(variants, variants);
    if let Some(base) = base_without_type
        && are_complete(variants)
    {
        fail(
            "`{}` is not an OData resource: name a struct with `#[derive(ODataResource)]`, which a hierarchy is not",
            &[base],
        );
    }
}

/// Returns whether no type, and no base of one, has an error of its own.
const fn are_complete(variants: &[VariantTypes]) -> bool {
    let mut i = 0;
    while i < variants.len() {
        let is_complete = match variants[i] {
            VariantTypes::One(it) => is_complete(it),
            VariantTypes::Many(inner) => are_complete(inner),
        };
        if !is_complete {
            return false;
        }
        i += 1;
    }
    true
}

/// Two sets of bits, for the halves of the names' hashes. A name whose bits are both set already is compared with all others, which takes
/// a step of const evaluation for each byte; so few others may have the same bits.
struct Names {
    low: [u64; 1024],
    high: [u64; 1024],
}

impl Names {
    const fn new() -> Names {
        Names {
            low: [0; 1024],
            high: [0; 1024],
        }
    }

    #[track_caller]
    const fn add(&mut self, variants: &[VariantTypes], all: &[VariantTypes]) {
        let mut i = 0;
        while i < variants.len() {
            match variants[i] {
                VariantTypes::One(it) => self.add_type(it, all),
                VariantTypes::Many(inner) => self.add(inner, all),
            }
            i += 1;
        }
    }

    #[track_caller]
    const fn add_type(&mut self, it: &StructuredType, all: &[VariantTypes]) {
        let hash = hash(it.name);
        let (low, low_bit) = ((hash >> 6) as usize & 1023, 1 << (hash & 63));
        let (high, high_bit) = ((hash >> 22) as usize, 1 << (hash >> 16 & 63));
        let is_known = self.low[low] & low_bit != 0 && self.high[high] & high_bit != 0;
        if is_known && !it.name.is_empty() && count(all, it.name) > 1 {
            fail(
                "two variants have the type name `{}`: remove one of them, or give its type another `name`",
                &[it.name],
            );
        }
        self.low[low] |= low_bit;
        self.high[high] |= high_bit;
    }
}

/// Returns the number of types with the name.
const fn count(variants: &[VariantTypes], name: &str) -> usize {
    let (mut i, mut total) = (0, 0);
    while i < variants.len() {
        total += match variants[i] {
            VariantTypes::One(it) => same(it.name, name) as usize,
            VariantTypes::Many(inner) => count(inner, name),
        };
        i += 1;
    }
    total
}

/// Rejects a type in `derived_types` that no variant of the property's hierarchy has or derives from, so that no value can have it. A
/// hierarchy with `other` has values of any type.
#[track_caller]
pub const fn assert_possible(
    hierarchy: VariantTypes,
    has_other: bool,
    listed: &'static StructuredType,
) {
    if has_other || listed.name.is_empty() || includes(hierarchy, listed.name) {
        return;
    }
    fail(
        "no variant of the hierarchy has the type `{}` or derives from it: remove it, or add a variant to the hierarchy",
        &[listed.name],
    );
}

/// Returns whether one of the types has this name or derives from the type with this name, or has errors of its own.
const fn includes(types: VariantTypes, name: &str) -> bool {
    match types {
        VariantTypes::One(one) => is_or_derives_from(one, name),
        VariantTypes::Many(many) => {
            // The hierarchies with errors of their own have no variant.
            let (mut i, mut is_included) = (0, many.is_empty());
            while i < many.len() && !is_included {
                is_included = includes(many[i], name);
                i += 1;
            }
            is_included
        }
    }
}
