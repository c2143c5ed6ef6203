//! The table of attribute keys. Parsing, error messages and the tests of the reference (`attributes.md`) read it.

use std::fmt;

/// The item that an attribute is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    /// A struct that derives `ODataResource`.
    Struct,
    /// A field of such a struct.
    Field,
    /// An enum that derives `ODataResource`.
    Hierarchy,
    /// A variant of such an enum.
    Variant,
    /// An enum that derives `ODataEnum`.
    Enumeration,
    /// A variant of such an enum.
    Member,
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Target::Struct => "a struct",
            Target::Field => "a field",
            Target::Hierarchy => "a hierarchy",
            Target::Variant => "a variant of a hierarchy",
            Target::Enumeration => "an enumeration",
            Target::Member => "a member of an enumeration",
        })
    }
}

/// The syntax of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// `key`.
    Flag,
    /// `key = value`.
    Value,
    /// `key` or `key = value`.
    FlagOrValue,
    /// `key(...)`.
    List,
}

/// A key with its form and effect. A key whose form or effect depends on the target has several entries.
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) form: Form,
    pub(crate) targets: &'static [Target],
    /// A correct use.
    pub(crate) example: &'static str,
    /// Its effect, as a predicate with the key as the subject: "names the schema".
    pub(crate) effect: &'static str,
}

/// Returns the key of that name on that target.
pub(crate) fn find(name: &str, target: Target) -> Option<&'static Key> {
    of(target).find(|key| key.name == name)
}

/// Returns the keys on that target.
pub(crate) fn of(target: Target) -> impl Iterator<Item = &'static Key> {
    KEYS.iter().filter(move |key| key.targets.contains(&target))
}

macro_rules! keys {
    ($($name:literal $form:ident on $($target:ident)+: $example:literal $effect:literal;)+) => {
        /// Every key.
        pub(crate) const KEYS: &[Key] = &[$(Key {
            name: $name,
            form: Form::$form,
            targets: &[$(Target::$target),+],
            example: $example,
            effect: $effect,
        }),+];
    };
}

keys! {
    "namespace" Value on Struct Enumeration: r#"namespace = "microsoft.graph""#
        "names the schema that declares the type";
    "name" Value on Struct Enumeration: r#"name = "user""#
        "replaces the OData name that `rename_all` derives from the Rust name";
    "name" Value on Field: r#"name = "displayName""#
        "replaces the OData name that `rename_all` derives from the field's name";
    "any_name" Flag on Field: "any_name"
        "allows a `name` that is not a simple identifier, as some services have";
    "name" Value on Member: r#"name = "unknownFutureValue""#
        "replaces the OData name that `rename_all` derives from the variant's name";
    "rename_all" Value on Struct Enumeration: r#"rename_all = "PascalCase""#
        "turns Rust names into OData names: `camelCase` (the default), `PascalCase` or `verbatim`";
    "schema_alias" Value on Struct Enumeration: r#"schema_alias = "graph""#
        "names the alias of the schema, which type names may have instead of the namespace";
    "write_type" Value on Struct: r#"write_type = "always""#
        "chooses when `@odata.type` is written: `derived` (the default: if the type has a base), `always` or `never`";
    "abstract" Flag on Struct: "abstract"
        "declares an abstract type: only types derived from it have values";
    "any_version" Flag on Struct: "any_version"
        "makes the type represent all its versions: a type tag may have a version after the namespace";
    "open" Flag on Struct: "open"
        "declares an open type: instances may have properties that the model does not declare";
    "kind" Value on Struct: "kind = entity"
        "chooses `entity` or `complex` (the default: an entity if there is a key)";
    "deref" Flag on Struct: "deref"
        "generates `Deref` and `DerefMut` to the base";
    "patch" Flag on Struct: "patch"
        "generates the type of PATCH bodies";
    "deny_undeclared" Flag on Struct: "deny_undeclared"
        "rejects properties that no type of the chain declares";
    "validate" Value on Struct: "validate = my_check"
        "names a function that checks the whole value";
    "validate" List on Field: "validate(length(max = 64), custom = my_check)"
        "lists rules for the value";
    "bound" Value on Struct Hierarchy: r#"bound = "T: Validate""#
        "replaces the bounds of the generated impls on type parameters";
    "crate" Value on Struct Hierarchy Enumeration: "crate = my_odata"
        "is the path of `odata-core`, if that is not `::odata_core`";
    "hierarchy" Value on Hierarchy: "hierarchy = CustomExtensionData"
        "names the base of the variants' types";
    "known" Value on Hierarchy: "known = MODEL_TYPES"
        "names the sorted list of the model's concrete types, so that `other` holds only types that are not in it";
    "accessors" Value on Hierarchy: "accessors = false"
        "omits the methods and conversions of each variant";
    "other" Flag on Variant: "other"
        "marks the variant for types without a variant of their own";
    "other" Flag on Member: "other"
        "marks the variant for unknown members";
    "default" Flag on Struct: "default"
        "supplies the values of absent properties: those of the struct's `Default::default()`";
    "default" FlagOrValue on Field: "default = my_default"
        "supplies the value of an absent property: `Default::default()`, or the result of a function";
    "default" Flag on Variant: "default"
        "marks the variant for values without `@odata.type`";
    "default" Flag on Member: "default"
        "marks the member that `Default::default()` returns";
    "base" Flag on Field: "base"
        "marks the field that holds the base type";
    "key" List on Struct: r#"key("id", "address/zip" = "zip")"#
        "lists the parts of the entity's key: own or inherited properties, or paths with their names in key predicates";
    "key" Flag on Field: "key"
        "makes the property part of the entity's key, so that null is an error";
    "key_position" Value on Field: "key_position = 2"
        "is the position in the key, counted from 1, if it is not that of the field";
    "nullable" Value on Field: "nullable = false"
        "rejects null for an `Option`, which may still be absent";
    "null_collection" Flag on Field: "null_collection"
        "reads null for a collection as an absent property, or as an empty `Vec`";
    "skip" Flag on Field: "skip"
        "excludes the field from OData; reading sets it to `Default::default()`";
    "computed" Flag on Field: "computed"
        "declares that the service computes the property";
    "immutable" Flag on Field: "immutable"
        "declares that the value does not change after the entity was created";
    "undocumented" Flag on Struct Field Enumeration: "undocumented"
        "omits the doc comment from CSDL";
    "atomic" Flag on Field: "atomic"
        "makes a patch replace the whole value";
    "navigation" Flag on Field: "navigation"
        "makes the property a navigation property";
    "dynamic_properties" Flag on Field: "dynamic_properties"
        "marks the field that holds undeclared properties";
    "annotations" Flag on Field: "annotations"
        "marks the field that holds annotations";
    "control" Flag on Field: "control"
        "marks the field that holds control information";
    "etag" Flag on Field: "etag"
        "marks the field that holds `@odata.etag`";
    "id" Flag on Field: "id"
        "marks the field that holds `@odata.id`";
    "derived_types" List on Field: "derived_types(Manager, Engineer)"
        "lists the types that a value must have or derive from";
    "declared_type" Value on Field: "declared_type = Manager"
        "names the property's type, if the field's hierarchy is of a base of it";
    "with" Value on Field: "with = my_module"
        "names a module whose `serialize` and `deserialize` write and read the field";
    "borrow" Flag on Field: "borrow"
        "makes a `Cow<'_, str>` borrow from the input where possible";
    "edm" Value on Field: r#"edm = "Edm.String""#
        "names the OData type of a Rust type that has none";
    "case_insensitive" Flag on Field Enumeration: "case_insensitive"
        "ignores letter case when members are read";
    "value" Value on Member: "value = 1"
        "is the member's number";
    "flags" Flag on Enumeration: "flags"
        "allows combinations of members";
    "underlying" Value on Enumeration: r#"underlying = "Edm.Int64""#
        "chooses the integer type of the values (the default: `Edm.Int32`)";
}

#[cfg(test)]
mod tests;
