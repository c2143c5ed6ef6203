//! The type of a property, as its description refers to it.

#[cfg(feature = "csdl")]
use crate::model::define::Define;
use crate::model::odata_type::{ODataType, TypeKind, is_same_name};

/// The type of a property. Many properties share one.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct TypeRef {
    pub(super) name: &'static str,
    accepts: fn(&str) -> bool,
    pub(super) is_structured: bool,
    pub(super) is_untyped: bool,
    pub(super) is_stream: bool,
    /// Whether an `edm` attribute defines the name, and not the Rust type.
    pub(super) is_renamed: bool,
    /// The types that a `derived_types` attribute lists.
    pub(super) derived_types: Option<&'static DerivedTypes>,
    pub(super) kind: TypeKind,
    /// Adds the definition of the type to a document.
    #[cfg(feature = "csdl")]
    pub(crate) define: fn(&mut dyn Define),
    /// The type of the values of a type definition; empty if it is not known.
    pub(crate) underlying: &'static str,
}

/// The types that a `derived_types` attribute lists.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct DerivedTypes {
    pub(super) names: &'static [&'static str],
    /// Whether a type of the hierarchy, by its name, is one of these or derives from one. A function, because the description of a
    /// recursive type cannot refer to itself.
    pub(super) is_listed: fn(&str, &[&str]) -> bool,
}

impl DerivedTypes {
    /// Lists qualified names of types of a hierarchy.
    pub const fn new(names: &'static [&'static str], is_listed: fn(&str, &[&str]) -> bool) -> Self {
        DerivedTypes { names, is_listed }
    }
}

impl TypeRef {
    /// Describes a type by its own name.
    pub const fn of<T: ODataType + ?Sized>() -> Self {
        TypeRef {
            name: T::NAME,
            accepts: T::accepts,
            is_structured: T::IS_STRUCTURED,
            is_untyped: is_untyped(T::NAME),
            is_stream: matches!(T::NAME.as_bytes(), b"Edm.Stream"),
            is_renamed: false,
            derived_types: None,
            kind: T::KIND,
            #[cfg(feature = "csdl")]
            define: T::define,
            underlying: "",
        }
    }

    /// Describes a type by another name: the name of a type definition, or the OData name of a type that has none.
    pub const fn renamed(name: &'static str, own: OwnType) -> Self {
        TypeRef {
            name,
            accepts: own.accepts,
            is_structured: own.is_structured,
            is_untyped: own.is_untyped,
            is_stream: matches!(name.as_bytes(), b"Edm.Stream"),
            is_renamed: true,
            derived_types: None,
            kind: TypeKind::Unknown,
            #[cfg(feature = "csdl")]
            define: |_| {},
            underlying: own.name,
        }
    }

    /// Describes a type of which a property allows only values of these types, and of types that derive from them.
    pub const fn with_derived_types(&self, listed: &'static DerivedTypes) -> Self {
        TypeRef {
            derived_types: Some(listed),
            ..*self
        }
    }

    /// Describes a type that no property can have, with what to write instead.
    pub(crate) const fn not_property(advice: &'static str) -> Self {
        TypeRef {
            kind: TypeKind::NotProperty(advice),
            ..TypeRef::missing()
        }
    }

    /// Describes a type that has an error of its own: no rule applies.
    pub(crate) const fn missing() -> Self {
        TypeRef {
            name: "",
            accepts: |_| false,
            is_structured: false,
            is_untyped: false,
            is_stream: false,
            is_renamed: false,
            derived_types: None,
            kind: TypeKind::Unknown,
            #[cfg(feature = "csdl")]
            define: |_| {},
            underlying: "",
        }
    }

    pub(super) fn accepts(&self, name: &str) -> bool {
        if !self.is_renamed {
            return (self.accepts)(name);
        }
        match self.name {
            "Edm.Untyped" => true,
            "Edm.PrimitiveType" => is_primitive(name),
            // A type definition has the values of its primitive, which is the field's own type.
            own if !own.starts_with("Edm.") && (self.accepts)(name) => true,
            own => is_same_name(own, name),
        }
    }
}

/// The type of a field, apart from the name in its `edm` attribute.
#[derive(Debug, Clone, Copy)]
pub struct OwnType {
    accepts: fn(&str) -> bool,
    is_structured: bool,
    is_untyped: bool,
    name: &'static str,
}

/// Finds the `OwnType` of `T`, whether or not it has an OData name: the inherent constant wins if `T` is an [`ODataType`].
#[derive(Debug)]
pub struct OwnTypeOf<T: ?Sized>(std::marker::PhantomData<T>);

impl<T: ODataType + ?Sized> OwnTypeOf<T> {
    /// The type itself.
    pub const OWN_TYPE: OwnType = OwnType {
        accepts: T::accepts,
        is_structured: T::IS_STRUCTURED,
        is_untyped: is_untyped(T::NAME),
        name: T::NAME,
    };
}

/// The constant for a type without an OData name.
pub trait UnknownType {
    /// A type of which nothing is known.
    const OWN_TYPE: OwnType = OwnType {
        accepts: is_primitive,
        is_structured: false,
        is_untyped: false,
        name: "",
    };
}

impl<T: ?Sized> UnknownType for OwnTypeOf<T> {}

/// Returns whether a type name is that of a primitive: it has no namespace, or `Edm`.
fn is_primitive(name: &str) -> bool {
    name.strip_prefix("Edm.")
        .unwrap_or(name)
        .bytes()
        .all(|it| it != b'.')
}

/// Returns whether only a type annotation names the type of a value.
const fn is_untyped(name: &str) -> bool {
    matches!(name.as_bytes(), b"Edm.Untyped" | b"Edm.PrimitiveType")
}
