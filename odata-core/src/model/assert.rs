//! Model rules about more than one type, which the derive cannot check: constants that fail to evaluate.
//!
//! Every function is `#[track_caller]`, so that the compiler shows the user's type and nothing of this file. A type whose derive reported
//! errors has an empty name and passes every rule: one error is enough.

#![expect(
    clippy::indexing_slicing,
    reason = "constant evaluation has no iterators, and an index out of bounds would be a compile error"
)]

pub(crate) mod arguments;
pub(crate) mod hierarchy;
pub(crate) mod key;
pub(crate) mod property;
pub(crate) mod values;

use crate::model::{
    odata_resource::ODataResource,
    odata_type::TypeKind,
    property::Property,
    structured_type::{MAX_PROPERTIES, StructuredType, type_flag},
};

/// Returns the position of the first own property that a base also declares (CSDL 4.01 §7), or the number of own properties. The expansion
/// has a call of [`fail_redeclared`] for each property, with its span.
///
/// The compiler evaluates this for every derived type, and each step takes about a microsecond. It therefore compares names only if the
/// sets of two levels have a common bit. The same loop rejects a type with the name of one of its bases.
#[track_caller]
pub const fn redeclared<T: ODataResource>() -> usize {
    let (declared, own) = (T::TYPE, T::TYPE.own);
    let (mut first, mut next) = (own.len(), declared.base);
    while let Some(level) = next {
        if level.names & declared.names != 0 {
            if same(level.name, declared.name) && !level.name.is_empty() {
                fail(
                    "`{}` is also the name of a base of this type: give one of them another `name`",
                    &[level.name],
                );
            }
            let i = first_common(own, level, declared.names);
            if i < first {
                first = i;
            }
        }
        next = level.base;
    }
    if declared.inherited as usize + own.len() > MAX_PROPERTIES as usize {
        fail_too_wide(declared);
    }
    first
}

/// Returns the position of the first own property that the level also has, or the number of own properties. `names` is the set of own
/// names.
const fn first_common(own: &[Property], level: &StructuredType, names: u128) -> usize {
    let (mut first, mut i) = (own.len(), 0);
    while i < level.own.len() {
        if names & 1 << (level.own[i].hash & 127) != 0 {
            let at = position(own, &level.own[i]);
            if at < first {
                first = at;
            }
        }
        i += 1;
    }
    first
}

/// Returns the position in `own` of the property with the name of `other`, or the length of `own`.
const fn position(own: &[Property], other: &Property) -> usize {
    let mut i = 0;
    while i < own.len() {
        if own[i].hash == other.hash && same(own[i].name(), other.name()) {
            return i;
        }
        i += 1;
    }
    i
}

/// Fails with the names of the first own property that a base declares, and of the base.
///
/// It has no parameters and does not return: a compiled library stores each step of each call.
#[track_caller]
pub const fn fail_redeclared<T: ODataResource>() -> ! {
    let declared = T::TYPE;
    let own = &declared.own[redeclared::<T>()];
    let mut base = declared.base;
    while let Some(level) = base {
        if position(level.own, own) < level.own.len() {
            fail(
                "property `{}` of `{}` is already declared by its base `{}`: remove the property or rename it",
                &[own.name(), declared.name, level.name],
            );
        }
        base = level.base;
    }
    fail(
        "property `{}` of `{}` is already declared by a base: remove the property or rename it",
        &[own.name(), declared.name],
    )
}

/// Returns whether a type has the name, or derives from a type that has it. Also true if a type of the chain has an error of its own, after
/// which it has no name.
const fn is_or_derives_from(ty: &'static StructuredType, name: &str) -> bool {
    let mut next = Some(ty);
    while let Some(it) = next {
        if same(it.name, name) || it.name.is_empty() {
            return true;
        }
        next = it.base;
    }
    false
}

/// Rejects `default` on a type whose base is built from parts: the base is filled in the value of the type.
#[track_caller]
pub const fn assert_base_in_place<T: ODataResource>() {
    if let Some(base) = T::TYPE.base
        && base.has_flag(type_flag::FROM_PARTS)
    {
        fail(
            "`default` requires that each property of the base has a value if it is absent: add `default` to `{}` as well, or remove it here",
            &[base.name],
        );
    }
}

/// Rejects a base that is the patch type of a resource: it has only the properties that change.
#[track_caller]
pub const fn assert_base(kind: TypeKind, base: &'static str) {
    if let TypeKind::Patch(_) = kind {
        fail(
            "`{}` is a patch type and cannot be a base: write the struct that it patches",
            &[base],
        );
    }
}

/// Rejects an entity type whose base is a complex type, and the reverse (CSDL 4.01 §6.1 and §9.1).
#[track_caller]
pub const fn assert_kind<T: ODataResource>() {
    let declared = T::TYPE;
    use crate::model::odata_type::Kind::{Complex, Entity};
    if let Some(base) = declared.base {
        match (base.kind, declared.kind) {
            (Entity, Complex) => fail(
                "`{}` is a complex type, but its base `{}` is an entity type: remove `kind`",
                &[declared.name, base.name],
            ),
            (Complex, Entity) if !base.name.is_empty() => fail(
                "`{}` is an entity type, but its base `{}` is a complex type: add `kind = entity` to the base if it is an entity type without a key",
                &[declared.name, base.name],
            ),
            _ => {}
        }
    }
}

/// Rejects a key if a base has one (CSDL 4.01 §6.5).
#[track_caller]
pub const fn assert_one_key<T: ODataResource>() {
    let declared = T::TYPE;
    let mut base = declared.base;
    while let Some(it) = base {
        if let [(first, _), ..] = it.key {
            fail(
                "`{}` inherits the key `{}` from `{}`: remove `key`",
                &[declared.name, first, it.name],
            );
        }
        let mut i = 0;
        while i < it.own.len() {
            if it.own[i].is_key() {
                fail(
                    "`{}` inherits the key `{}` from `{}`: remove `key` from this property",
                    &[declared.name, it.own[i].name(), it.name],
                );
            }
            i += 1;
        }
        base = it.base;
    }
}

/// Rejects a field for undeclared members if a base has one: only one of them would be filled.
#[track_caller]
pub const fn assert_one_bag<T: ODataResource>(bag: u16, name: &str) {
    let declared = T::TYPE;
    let mut base = declared.base;
    if bag == type_flag::DYNAMIC
        && let Some(it) = base
        && it.denies_undeclared()
    {
        fail(
            "this field is always empty, because `{}` inherits `deny_undeclared`: remove one of them",
            &[declared.name],
        );
    }
    while let Some(it) = base {
        if it.flags & bag == 0 {
            return;
        }
        let is_inherited = match it.base {
            Some(base) => base.flags & bag != 0,
            None => false,
        };
        if !is_inherited {
            fail(
                "`{}` inherits `{}` from `{}`: remove this field",
                &[declared.name, name, it.name],
            );
        }
        base = it.base;
    }
}

/// Rejects a type that represents all its versions and has no field for the tag of the version that was read.
#[track_caller]
pub const fn assert_any_version<T: ODataResource>() {
    let declared = T::TYPE;
    if declared.has_annotations() || !is_complete(declared) {
        return;
    }
    fail(
        "`any_version` requires a field for the type tag of `{}`: add `#[odata(annotations)] annotations: Annotations`",
        &[declared.name],
    );
}

/// Rejects an open type without a field for its dynamic properties (CSDL 4.01 §6.3).
#[track_caller]
pub const fn assert_open<T: ODataResource>() {
    let declared = T::TYPE;
    if declared.has_dynamic_properties() || !is_complete(declared) {
        return;
    }
    fail(
        "the open type `{}` requires a field for dynamic properties: add `#[odata(dynamic_properties)] more: DynamicProperties`",
        &[declared.name],
    );
}

/// Rejects `deny_undeclared` on a type with an open base: types that derive from an open type are open (CSDL 4.01 §6.3).
#[track_caller]
pub const fn assert_closed<T: ODataResource>() {
    let declared = T::TYPE;
    if declared.is_open() {
        fail(
            "`{}` is open, because a base is: remove `deny_undeclared`",
            &[declared.name],
        );
    }
}

/// Rejects a type without a base that has more properties than the reader can track.
#[track_caller]
pub const fn assert_width<T: ODataResource>() {
    if T::TYPE.own.len() > MAX_PROPERTIES as usize {
        fail_too_wide(T::TYPE);
    }
}

#[track_caller]
const fn fail_too_wide(declared: &StructuredType) {
    fail(
        "`{}` has more than 8192 properties, including inherited ones: use `dynamic_properties` for some of them",
        &[declared.name],
    );
}

/// Rejects an alias of `Option`, whose `None` the derive would treat as a value.
#[track_caller]
pub const fn assert_not_option(is_option: bool, property: &str) {
    if is_option {
        fail(
            "the type of property `{}` is an alias of an `Option`, which the derive cannot see: write `Option<...>` itself",
            &[property],
        );
    }
}

/// Rejects two limits that no value meets.
#[track_caller]
pub const fn assert_limits(is_empty: bool, [min, max]: [&str; 2]) {
    if is_empty {
        fail(
            "no value meets `min = {}` and `max = {}`: swap the limits",
            &[min, max],
        );
    }
}

/// Rejects a scale that is greater than the precision (CSDL 4.01 §7.2.4).
#[track_caller]
pub const fn assert_scale(is_greater: bool, [scale, precision]: [&str; 2]) {
    if is_greater {
        fail(
            "the scale `{}` is greater than the precision `{}`: use a smaller scale",
            &[scale, precision],
        );
    }
}

/// Returns whether the type and its bases have names: those with errors of their own have none.
const fn is_complete(of: &StructuredType) -> bool {
    let mut next = Some(of);
    while let Some(it) = next {
        if it.name.is_empty() {
            return false;
        }
        next = it.base;
    }
    true
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

/// Fails the evaluation with a message, in which the next value replaces each `{}`.
#[expect(clippy::panic, reason = "in a constant, a panic is the compile error")]
#[track_caller]
const fn fail(message: &str, values: &[&str]) -> ! {
    let (mut rest, mut text) = (message.as_bytes(), [0; 512]);
    let (mut length, mut used) = (0, 0);
    while let [first, after @ ..] = rest {
        let part = match after {
            [b'}', after @ ..] if *first == b'{' && used < values.len() => {
                rest = after;
                used += 1;
                values[used - 1].as_bytes()
            }
            _ => {
                let (first, after) = rest.split_at(1);
                rest = after;
                first
            }
        };
        let mut i = 0;
        while i < part.len() && length < text.len() {
            text[length] = part[i];
            length += 1;
            i += 1;
        }
    }
    match std::str::from_utf8(text.split_at(length).0) {
        Ok(text) => panic!("{}", text),
        Err(_) => panic!("the model breaks a rule of OData"),
    }
}

#[cfg(test)]
mod tests {
    use super::redeclared;
    use crate::{
        ODataResource, ODataType,
        model::{
            property::{OwnProperties, Property},
            structured_type::StructuredType,
        },
    };

    static OWN: OwnProperties<4096> =
        OwnProperties::new("", [const { Property::of::<i32>(0) }; 4096]);
    static ONE: OwnProperties<1> = OwnProperties::new("", [const { Property::of::<i32>(0) }]);
    static BASE: StructuredType = StructuredType::new("", "", None, 0, &OWN);
    static DERIVED: StructuredType = StructuredType::new("", "", Some(&BASE), 0, &OWN);

    struct Widest;

    impl ODataType for Widest {
        const NAME: &'static str = "";
    }

    impl ODataResource for Widest {
        const TYPE: &'static StructuredType = &DERIVED;
    }

    struct TooWide;

    impl ODataType for TooWide {
        const NAME: &'static str = "";
    }

    impl ODataResource for TooWide {
        const TYPE: &'static StructuredType = &StructuredType::new("", "", Some(&DERIVED), 0, &ONE);
    }

    #[test]
    fn as_many_properties_as_the_limit_are_accepted() {
        redeclared::<Widest>();
    }

    #[test]
    #[should_panic(expected = "more than 8192 properties")]
    fn inherited_properties_count_towards_the_limit() {
        redeclared::<TooWide>();
    }
}
