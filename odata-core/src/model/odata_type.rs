//! The OData names of Rust types.

use std::any::Any;

use crate::model::{define::Define, versions::unversioned};

/// The qualified OData name of a Rust type.
///
/// Every field of a resource needs one: it is part of the resource's description, of messages and of CSDL. The primitives and the types
/// with `#[derive(ODataResource)]` or `#[derive(ODataEnum)]` implement this trait. A field of any other type names its OData type with
/// `#[odata(edm = "Edm.String")]`.
///
/// ```
/// use odata_core::{ODataType, edm::Guid};
///
/// assert_eq!(<i64 as ODataType>::NAME, "Edm.Int64");
/// assert_eq!(<Box<Guid> as ODataType>::NAME, "Edm.Guid");
/// ```
///
/// Source: CSDL 4.01 §3.3 (primitive types) and §15.3 (qualified names).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an OData type",
    label = "not an OData type",
    note = "for a type of your own, add `#[derive(ODataResource)]` to a struct or `#[derive(ODataEnum)]` to an enum",
    note = "for a UUID, a date, a time or a decimal of another crate, use the type of `odata_core::edm` that converts to it, such as `edm::Guid` or `edm::DateTimeOffset`; the conversion needs the feature with the name of that crate",
    note = "for any other type that implements serde's traits, name its OData type on the field: `#[odata(edm = \"Edm.String\")]`",
    note = "for a property that may be absent or null, write `Option<T>` on the field itself; for a field that is not a property, add `#[odata(skip)]`"
)]
pub trait ODataType {
    /// The namespace, a dot and the name.
    const NAME: &'static str;

    /// Whether the values are objects of a structured type, which have their type tag inside.
    #[doc(hidden)]
    const IS_STRUCTURED: bool = Self::KIND.is_structured();

    /// The kind of type, as far as the rules of properties need it.
    #[doc(hidden)]
    const KIND: TypeKind = TypeKind::Unknown;

    /// Returns whether a value with the type tag `name` is valid where this type is declared.
    ///
    /// A tag may have the schema's alias instead of the namespace, and any version of a versioned namespace.
    #[doc(hidden)]
    fn accepts(name: &str) -> bool {
        is_same_name(Self::NAME, name)
    }

    /// Adds the definition of the type to a CSDL document.
    #[doc(hidden)]
    fn define(_model: &mut dyn Define) {}
}

/// The kind of a structured type.
///
/// Source: CSDL 4.01 §6 and §9.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// An entity type: its values have an identity, the key of the type or of a base.
    Entity,
    /// A complex type: its values have no identity.
    Complex,
}

/// The kind of a type, for the rules about properties of that type.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub enum TypeKind {
    /// Not known, as for a type whose traits are written by hand: no rule applies.
    Unknown,
    /// A resource that is not abstract, and its kind if it or a base declares one.
    Structured(Description, Option<Kind>),
    /// An abstract resource.
    Abstract(Description, Option<Kind>),
    /// The patch type of a resource, with the description of the resource.
    Patch(Description),
    /// A hierarchy, with the description and the kind of its base.
    Hierarchy(Description, Option<Kind>),
    /// An enumeration.
    Enumeration,
    /// A flags enumeration, of which a property holds `Flags<E>`.
    FlagsMember,
    /// A type that no property can have. The text names the type to write instead.
    NotProperty(&'static str),
}

/// Returns the description of a type, a `StructuredType`. It is a function because the description of a recursive type cannot refer to
/// itself, and its result is `dyn Any` because this module cannot import the types of descriptions.
pub(crate) type Description = fn() -> &'static dyn Any;

impl TypeKind {
    /// Returns whether the values are objects of a structured type.
    pub(crate) const fn is_structured(self) -> bool {
        matches!(
            self,
            TypeKind::Structured(..)
                | TypeKind::Abstract(..)
                | TypeKind::Patch(_)
                | TypeKind::Hierarchy(..)
        )
    }

    /// Returns the kind that the type or a base declares: an entity type with a key or `kind`, or a complex type with `kind`.
    pub(crate) const fn declared(self) -> Option<Kind> {
        match self {
            TypeKind::Structured(_, kind)
            | TypeKind::Abstract(_, kind)
            | TypeKind::Hierarchy(_, kind) => kind,
            _ => None,
        }
    }

    /// Returns the kind of a hierarchy with the description and the kind of its base.
    #[doc(hidden)]
    pub const fn hierarchy(description: Description, base: TypeKind) -> TypeKind {
        TypeKind::Hierarchy(description, base.declared())
    }

    /// Returns the description of a structured type.
    pub(crate) fn description(self) -> Option<&'static dyn Any> {
        match self {
            TypeKind::Structured(description, _)
            | TypeKind::Abstract(description, _)
            | TypeKind::Patch(description)
            | TypeKind::Hierarchy(description, _) => Some(description()),
            _ => None,
        }
    }
}

/// Returns whether `name`, the name in a type tag, is the type `own`. A tag may have the schema's alias instead of the namespace, which is
/// a name without dots, and a version where the type represents all versions.
pub(crate) fn is_same_name(own: &str, name: &str) -> bool {
    let (own_namespace, own_name) = own.rsplit_once('.').unwrap_or(("", own));
    let (namespace, unqualified) = name.rsplit_once('.').unwrap_or(("", name));
    if own_name != unqualified {
        return false;
    }
    let may_be_alias = match own_namespace {
        // Built-in types have no alias, and need no namespace.
        "Edm" => namespace.is_empty(),
        _ => !namespace.contains('.'),
    };
    may_be_alias || namespace == own_namespace || unversioned(name).is_some_and(|it| it == own)
}

impl ODataType for serde_json::Value {
    const NAME: &'static str = "Edm.Untyped";

    fn accepts(_: &str) -> bool {
        true
    }
}
