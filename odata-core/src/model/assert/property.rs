//! Rules about a property and its type, which is declared elsewhere.

use std::marker::PhantomData;

use super::{fail, is_or_derives_from, same};
use crate::model::{
    odata_resource::ODataResource,
    odata_type::{Kind, TypeKind},
    property::{Property, property_flag},
    structured_type::StructuredType,
    type_ref::TypeRef,
};

/// A rule that a property breaks.
#[derive(Clone, Copy)]
enum Problem {
    NotProperty(&'static str),
    Abstract,
    Patch,
    Entity,
    FlagsMember,
    Key,
    Navigation,
    Stream,
    Renamed,
}

/// Fails if the own property at this position cannot have its type.
#[track_caller]
pub const fn assert_type_of_property<T: ODataResource>(position: usize) {
    let declared = T::TYPE;
    // A type with an error of its own has no properties.
    if position >= declared.own.len() {
        return;
    }
    let property = &declared.own[position];
    let Some(problem) = problem_of(property, declared.kind) else {
        return;
    };
    let (name, type_name) = (property.name(), property.type_name());
    match problem {
        Problem::NotProperty(advice) => fail("property `{}`: {}", &[name, advice]),
        Problem::Abstract => fail(
            "no value has the abstract type `{}` of property `{}`: use a hierarchy, which is an enum with `#[odata(hierarchy = ...)]`, or remove `abstract`",
            &[type_name, name],
        ),
        Problem::Patch => fail(
            "the type of property `{}` is a patch type, which is only the body of a PATCH request: write the struct that it patches",
            &[name],
        ),
        Problem::Entity => fail(
            "property `{}` has the entity type `{}`, and entities are related by navigation properties: write `Nav<...>` or `NavCollection<...>`, or add `navigation`",
            &[name, type_name],
        ),
        Problem::FlagsMember => fail(
            "a value of the flags enumeration `{}` is a combination of members: write `Flags<...>` as the type of property `{}`",
            &[type_name, name],
        ),
        Problem::Key => fail(
            "`{}` cannot be the type of the key `{}`: use a primitive type such as `i64`, `String` or `edm::Guid`, or remove `key`",
            &[type_name, name],
        ),
        Problem::Navigation => fail(
            "navigation property `{}` does not lead to entities, but to `{}`: write its type without `Nav` and `navigation`, or use an entity type",
            &[name, type_name],
        ),
        Problem::Stream => fail(
            "property `{}` is a collection of streams, which OData does not have: use a complex type with a stream",
            &[name],
        ),
        Problem::Renamed => fail(
            "the values of property `{}` are objects of a type with `#[derive(ODataResource)]`, not values of `{}`: remove `edm`",
            &[name, type_name],
        ),
    }
}

const fn problem_of(property: &Property, owner: Kind) -> Option<Problem> {
    let kind = property.declared.kind;
    let flags = property.flags;
    match kind {
        TypeKind::NotProperty(advice) => return Some(Problem::NotProperty(advice)),
        TypeKind::Abstract(..) => return Some(Problem::Abstract),
        TypeKind::Patch(_) => return Some(Problem::Patch),
        // The parameters of an action are a struct that is not an entity type, and may be entities.
        TypeKind::Structured(_, Some(Kind::Entity))
        | TypeKind::Hierarchy(_, Some(Kind::Entity))
            if flags & property_flag::NAVIGATION == 0 && matches!(owner, Kind::Entity) =>
        {
            return Some(Problem::Entity);
        }
        TypeKind::FlagsMember => return Some(Problem::FlagsMember),
        _ => {}
    }
    if property.is_renamed() && property.is_structured() && is_primitive(property.type_name()) {
        return Some(Problem::Renamed);
    }
    if flags & (property_flag::KEY | property_flag::NAVIGATION | property_flag::COLLECTION) == 0 {
        return None;
    }
    let name = property.type_name();
    let is_edm = matches!(name.as_bytes(), [b'E', b'd', b'm', b'.', ..]);
    if property.is_key() && !can_be_key(kind, name, is_edm) {
        return Some(Problem::Key);
    }
    if property.is_navigation() && !can_be_related(kind, name, is_edm) {
        return Some(Problem::Navigation);
    }
    if property.is_collection() && same(name, "Edm.Stream") {
        return Some(Problem::Stream);
    }
    None
}

/// Returns whether `name` is that of a type in `Edm` whose values are not objects.
const fn is_primitive(name: &str) -> bool {
    matches!(name.as_bytes(), [b'E', b'd', b'm', b'.', ..])
        && !same(name, "Edm.ComplexType")
        && !same(name, "Edm.EntityType")
        && !same(name, "Edm.Untyped")
}

/// Returns whether a key property can have the type: an enumeration, or one of some primitive types (CSDL 4.01 §6.5).
const fn can_be_key(kind: TypeKind, name: &str, is_edm: bool) -> bool {
    const TYPES: [&str; 13] = [
        "Edm.String",
        "Edm.Int32",
        "Edm.Int64",
        "Edm.Guid",
        "Edm.Boolean",
        "Edm.Byte",
        "Edm.Date",
        "Edm.DateTimeOffset",
        "Edm.Decimal",
        "Edm.Duration",
        "Edm.Int16",
        "Edm.SByte",
        "Edm.TimeOfDay",
    ];
    if kind.is_structured() {
        return false;
    }
    let mut i = 0;
    while is_edm && i < TYPES.len() {
        if same(TYPES[i], name) {
            return true;
        }
        i += 1;
    }
    !is_edm
}

/// Returns whether a navigation property can have the type: an entity type (CSDL 4.01 §8.1).
const fn can_be_related(kind: TypeKind, name: &str, is_edm: bool) -> bool {
    if matches!(kind, TypeKind::Enumeration) || matches!(kind.declared(), Some(Kind::Complex)) {
        return false;
    }
    !is_edm
        || same(name, "Edm.EntityType")
        || same(name, "Edm.Untyped")
        || same(name, "Edm.ComplexType")
}

/// The holder of a constant `VALUE`: the inherent one, `true`, if `T` is an `Option`; otherwise that of [`IsOther`], `false`.
#[derive(Debug)]
pub struct IsOption<T>(PhantomData<T>);

impl<T> IsOption<Option<T>> {
    /// Whether the type is an `Option`.
    pub const VALUE: bool = true;
}

/// The constant `VALUE` of a type that is not an `Option`.
pub trait IsOther {
    /// Whether the type is an `Option`.
    const VALUE: bool = false;
}

impl<T> IsOther for IsOption<T> {}

/// Rejects `case_insensitive` on an own property whose type has no members.
#[track_caller]
pub const fn assert_has_members<T: ODataResource>(i: usize) {
    let property = &T::TYPE.own[i];
    let name = property.type_name();
    let is_primitive =
        is_primitive(name) && !property.is_renamed() && !same(name, "Edm.PrimitiveType");
    if is_primitive || property.is_structured() && !name.is_empty() {
        fail(
            "`case_insensitive` ignores the letter case of members, which `{}`, the type of property `{}`, does not have: remove it",
            &[property.type_name(), property.name()],
        );
    }
}

/// Rejects a type that serde does not read or does not write.
#[track_caller]
pub const fn assert_serde(is_readable: bool, is_writable: bool, ty: &str) {
    let traits = match (is_readable, is_writable) {
        (true, true) => return,
        (false, true) => "Deserialize",
        (true, false) => "Serialize",
        (false, false) => "Deserialize, Serialize",
    };
    fail(
        "`{}` does not implement serde's `{}`, as the type of a field with `edm` must: derive it, or write the functions in a module and `with = my_module`",
        &[ty, traits],
    );
}

/// Rejects an own property whose `edm` names a primitive type with another JSON form than that of the field's type.
#[track_caller]
pub const fn assert_same_json<T: ODataResource>(i: usize) {
    let property = &T::TYPE.own[i];
    let (name, own) = (property.type_name(), property.declared.underlying);
    if own.is_empty() || !is_primitive(name) || same(name, own) || have_same_json(name, own) {
        return;
    }
    // The values of an enumeration are texts, and objects have an error of their own.
    let has_texts = !is_primitive(own);
    if property.is_structured() || (has_texts && same(name, "Edm.String")) {
        return;
    }
    fail(
        "the JSON of `{}`, the type of property `{}`, is not that of `{}`: remove `edm`",
        &[own, property.name(), name],
    );
}

/// Returns whether the values of the primitive type `own` have the same JSON form as those of the type `name`.
const fn have_same_json(name: &str, own: &str) -> bool {
    const TEXTS: [&str; 7] = [
        "Edm.String",
        "Edm.Binary",
        "Edm.Date",
        "Edm.DateTimeOffset",
        "Edm.Duration",
        "Edm.Guid",
        "Edm.TimeOfDay",
    ];
    match own.as_bytes() {
        _ if same(name, "Edm.PrimitiveType") => true,
        b"Edm.Untyped" | b"Edm.PrimitiveType" | b"Edm.Stream" => true,
        b"Edm.String" => is_in(name, &TEXTS) || same(name, "Edm.Stream"),
        b"Edm.SByte" | b"Edm.Byte" => is_in(name, &["Edm.Int16", "Edm.Int32"]),
        b"Edm.Int16" => same(name, "Edm.Int32"),
        b"Edm.Single" | b"Edm.Double" => is_in(name, &["Edm.Single", "Edm.Double", "Edm.Decimal"]),
        [b'E', b'd', b'm', b'.', b'G', b'e', b'o', ..] => {
            is_in(name, &["Edm.Geography", "Edm.Geometry"])
        }
        _ => is_in(own, &TEXTS) && same(name, "Edm.String"),
    }
}

const fn is_in(name: &str, names: &[&str]) -> bool {
    let mut i = 0;
    while i < names.len() {
        if same(names[i], name) {
            return true;
        }
        i += 1;
    }
    false
}

/// Rejects `derived_types` on an own property whose values have one type only.
#[track_caller]
pub const fn assert_has_derived_types<T: ODataResource>(i: usize) {
    let property = &T::TYPE.own[i];
    let type_name = property.type_name();
    if !matches!(property.declared.kind, TypeKind::Hierarchy(..)) && !type_name.is_empty() {
        fail(
            "`derived_types` has no effect on property `{}`, whose values only have the type `{}`: use a hierarchy, which is an enum with `#[odata(hierarchy = ...)]`, or remove `derived_types`",
            &[property.name(), type_name],
        );
    }
}

/// Rejects a `declared_type` that is not below the type of the field's hierarchy, and one on a field without a hierarchy.
#[track_caller]
pub const fn assert_declared_type(field: &TypeRef, declared: &'static StructuredType) {
    let own = field.name;
    if own.is_empty() || declared.name.is_empty() {
        return;
    }
    if !matches!(field.kind, TypeKind::Hierarchy(..)) {
        fail(
            "`declared_type` has no effect on values that only have the type `{}`: use a hierarchy, which is an enum with `#[odata(hierarchy = ...)]`, or remove `declared_type`",
            &[own],
        );
    }
    if same(own, declared.name) {
        fail(
            "`{}` is the type of the hierarchy already: remove `declared_type`",
            &[own],
        );
    }
    if !is_or_derives_from(declared, own) {
        fail(
            "`{}` does not derive from `{}`, the type of the hierarchy: use the hierarchy of a base of `{}`, or remove `declared_type`",
            &[declared.name, own, declared.name],
        );
    }
}

/// Rejects a type in `derived_types` that does not derive from the declared type of the own property.
#[track_caller]
pub const fn assert_listed<T: ODataResource>(i: usize, listed: &'static StructuredType) {
    let property = &T::TYPE.own[i];
    let declared = property.type_name();
    if !declared.is_empty() && !is_or_derives_from(listed, declared) {
        fail(
            "`{}` does not derive from `{}`, the type of property `{}`: remove it",
            &[listed.name, declared, property.name()],
        );
    }
}
