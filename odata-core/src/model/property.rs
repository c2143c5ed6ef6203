//! A declared property.

use std::fmt;

use crate::model::{
    names::split_first_name,
    odata_type::{ODataType, TypeKind},
    type_ref::TypeRef,
};

/// A declared property, structural or navigation.
///
/// [`StructuredType::properties`](crate::model::StructuredType::properties) lists the properties of a type.
///
/// ```
/// use odata_core::ODataResource;
///
/// #[derive(ODataResource)]
/// #[odata(namespace = "shop")]
/// struct Order {
///     #[odata(key)]
///     id: i64,
///     tags: Vec<String>,
/// }
///
/// let names: Vec<_> = Order::TYPE.properties().map(|it| it.name()).collect();
/// assert_eq!(names, ["id", "tags"]);
/// let tags = Order::TYPE.property("tags").expect("declared above");
/// assert!(tags.is_collection() && !tags.is_key());
/// assert_eq!(tags.type_name(), "Edm.String");
/// ```
///
/// Source: CSDL 4.01 §7 and §8.
#[derive(Clone, Copy)]
pub struct Property {
    /// The names of all own properties of the type. Splitting them here would cost more compile time than the rest of the description.
    names: &'static str,
    /// The position of the own name in the names, in bytes.
    start: u32,
    /// The length of the own name in bytes.
    length: u16,
    /// The hash of the own name.
    pub(crate) hash: u32,
    pub(crate) declared: &'static TypeRef,
    pub(crate) flags: u16,
}

/// The type of the field of a navigation property: [`Nav`](crate::Nav) or [`NavCollection`](crate::NavCollection).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not `odata_core::Nav` or `odata_core::NavCollection`",
    label = "another type of the same name",
    note = "the derive recognizes `Nav` and `NavCollection` by name: rename `{Self}`, or add `edm` or `with` to the field"
)]
pub trait NavigationField: Sized {
    /// The flag of properties with such a field.
    #[doc(hidden)]
    const FLAG: u16 = property_flag::LINKS;

    /// Returns the value of a property that is missing.
    #[doc(hidden)]
    fn absent() -> Self;
}

/// Flags of a property, for the expansion.
#[doc(hidden)]
pub mod property_flag {
    pub const NOTHING: u16 = 0;
    pub const NULLABLE: u16 = 1;
    pub const COLLECTION: u16 = 2;
    pub const KEY: u16 = 4;
    pub const NAVIGATION: u16 = 8;
    pub const COMPUTED: u16 = 16;
    pub const LINKS: u16 = 32;
    /// The property must be present when it is read.
    pub const REQUIRED: u16 = 64;
    pub const NULLABLE_ITEMS: u16 = 128;
    /// The property is never null, but may be absent even with `require_all`.
    pub const OPTIONAL: u16 = 256;
    /// The form of the value depends on an annotation that may follow it.
    pub(crate) const DEPENDS_ON_ANNOTATION: u16 = 512;
}

/// The own properties of a type, for the expansion, and what is known about all of them.
#[derive(Debug)]
pub struct OwnProperties<const N: usize> {
    pub(super) list: [Property; N],
    /// A set with one bit for the hash of each name.
    pub(super) names: u128,
    /// The flags that any of the properties has.
    pub(super) flags: u16,
}

impl OwnProperties<0> {
    /// No properties.
    pub const NONE: Self = Self::new("", []);
}

#[expect(
    clippy::indexing_slicing,
    clippy::manual_rotate,
    reason = "constant evaluation has no iterators, an index out of bounds would be a compile error, and `rotate_left` would be a call"
)]
impl<const N: usize> OwnProperties<N> {
    /// Gives the properties their names, which are separated by line breaks. They are one string because a program stores each string with a
    /// symbol of ten times its length.
    pub const fn new(names: &'static str, mut list: [Property; N]) -> Self {
        let (mut bytes, mut start, mut set, mut flags, mut i) = (names.as_bytes(), 0, 0, 0, 0);
        while i < N {
            let property = &mut list[i];
            property.names = names;
            property.start = start;
            (property.hash, property.length) = split_first_name!(bytes);
            start += property.length as u32 + 1;
            set |= 1 << (property.hash & 127);
            flags |= property.flags;
            i += 1;
        }
        Self {
            list,
            names: set,
            flags,
        }
    }

    /// Does the same, with the description at each position. In most types, many properties have the same description but for the name, and
    /// the compiler evaluates each that is written.
    pub const fn repeated<const K: usize>(
        names: &'static str,
        positions: &[u8; N],
        different: [Property; K],
    ) -> Self {
        let (mut list, mut i) = ([different[0]; N], 0);
        while i < N {
            if positions[i] != 0 {
                list[i] = different[positions[i] as usize];
            }
            i += 1;
        }
        Self::new(names, list)
    }
}

/// Properties of type `T` with one flag, for the expansion. Each is evaluated once in a program, unlike a call.
#[derive(Debug)]
pub struct PropertyOf<T: ?Sized>(std::marker::PhantomData<T>);

impl<T: ODataType + ?Sized> PropertyOf<T> {
    /// One value or null.
    pub const NULLABLE: Property = Property::of::<T>(property_flag::NULLABLE);
    /// One value, which must be present.
    pub const REQUIRED: Property = Property::of::<T>(property_flag::REQUIRED);
    /// A collection, which is never null.
    pub const COLLECTION: Property = Property::of::<T>(property_flag::COLLECTION);
}

impl Property {
    /// Creates a property of a type with an OData name, for the expansion.
    #[doc(hidden)]
    pub const fn of<T: ODataType + ?Sized>(flags: u16) -> Property {
        Property::of_named(const { &TypeRef::of::<T>() }, flags)
    }

    /// Creates a property whose attribute names its type, for the expansion.
    #[doc(hidden)]
    pub const fn of_named(declared: &'static TypeRef, flags: u16) -> Property {
        let depends_on_annotation = if declared.is_untyped || declared.is_stream {
            property_flag::DEPENDS_ON_ANNOTATION
        } else {
            property_flag::NOTHING
        };
        Property {
            names: "",
            start: 0,
            length: 0,
            hash: 0,
            declared,
            flags: flags | depends_on_annotation,
        }
    }

    /// Returns the name in JSON.
    #[inline]
    pub const fn name(&self) -> &'static str {
        if let Some((_, names)) = self.names.split_at_checked(self.start as usize)
            && let Some((name, _)) = names.split_at_checked(self.length as usize)
        {
            return name;
        }
        ""
    }

    /// Returns whether `name` is the name of the property. Runs for each member that is read.
    #[inline(always)]
    pub(crate) fn has_name(&self, name: &str) -> bool {
        let length = usize::from(self.length);
        // In most cases the lengths differ.
        if length != name.len() {
            return false;
        }
        let start = self.start as usize;
        let own = self.names.as_bytes().get(start..start + length);
        own.is_some_and(|own| are_same_bytes(own, name.as_bytes()))
    }

    /// Returns the qualified name of the declared type, or of the items of a [collection](Self::is_collection).
    pub const fn type_name(&self) -> &'static str {
        self.declared.name
    }

    /// Returns the qualified names of the types that values may have or derive from (`Org.OData.Validation.V1.DerivedTypeConstraint`).
    /// Empty if values may have any type that derives from the declared one.
    ///
    /// [`derived_types`](crate::attributes#field-derived_types) declares them.
    pub const fn derived_types(&self) -> &'static [&'static str] {
        match self.declared.derived_types {
            Some(listed) => listed.names,
            None => &[],
        }
    }

    /// Returns whether a value with the type tag `name` has a listed type, or one that derives from it. A type that the hierarchy does not
    /// know may derive from a listed one.
    pub(crate) fn is_listed(&self, name: &str) -> bool {
        (self.declared.derived_types).is_none_or(|it| (it.is_listed)(name, it.names))
    }

    /// Returns whether values with the type tag `name` are valid for this property.
    pub(crate) fn accepts(&self, name: &str) -> bool {
        self.declared.accepts(name)
    }

    /// Returns the name of the type that its values have in URLs, where a type definition has the values of its primitive type.
    pub(crate) fn literal_type(&self) -> &'static str {
        match self.declared.underlying {
            underlying
                if underlying.starts_with("Edm.") && !self.type_name().starts_with("Edm.") =>
            {
                underlying
            }
            _ => self.type_name(),
        }
    }

    /// Returns whether its values, or items, are members of an enumeration.
    pub(crate) const fn is_enumeration(&self) -> bool {
        matches!(self.declared.kind, TypeKind::Enumeration)
    }

    /// Returns whether the type of its values, or items, is a hierarchy.
    pub(crate) const fn is_hierarchy(&self) -> bool {
        matches!(self.declared.kind, TypeKind::Hierarchy(..))
    }

    /// Returns whether an `edm` attribute names the type.
    pub(crate) const fn is_renamed(&self) -> bool {
        self.declared.is_renamed
    }

    /// Returns whether its values, or items, are objects of a structured type.
    pub(crate) const fn is_structured(&self) -> bool {
        self.declared.is_structured
    }

    /// Returns whether only a type annotation names the type of its values: `Edm.Untyped`, `Edm.PrimitiveType`.
    pub(crate) const fn is_untyped(&self) -> bool {
        self.declared.is_untyped
    }

    /// Returns whether the property is a stream, whose inline content depends on its media type.
    pub(crate) const fn is_stream(&self) -> bool {
        self.declared.is_stream
    }

    /// Returns whether an annotation that may follow the value determines the form of the value.
    pub(crate) const fn depends_on_annotation(&self) -> bool {
        self.flags & property_flag::DEPENDS_ON_ANNOTATION != 0
    }

    /// Returns whether the value may be null. Never for a collection: only its items may be null.
    pub const fn is_nullable(&self) -> bool {
        self.flags & property_flag::NULLABLE != 0
    }

    /// Returns whether the property may be absent although it is never null, even with `require_all`.
    pub(crate) const fn is_optional(&self) -> bool {
        self.flags & property_flag::OPTIONAL != 0
    }

    /// Returns whether items of the collection may be null: a field `Vec<Option<T>>`.
    pub const fn has_nullable_items(&self) -> bool {
        self.flags & property_flag::NULLABLE_ITEMS != 0
    }

    /// Returns whether the property is a collection.
    pub const fn is_collection(&self) -> bool {
        self.flags & property_flag::COLLECTION != 0
    }

    /// Returns whether its field has `key`: the property is part of the key. A key that `key(...)` lists on the struct marks no property.
    pub const fn is_key(&self) -> bool {
        self.flags & property_flag::KEY != 0
    }

    /// Returns whether the property is a navigation property.
    pub const fn is_navigation(&self) -> bool {
        self.flags & property_flag::NAVIGATION != 0
    }

    /// Returns whether the field also holds the control information and links of the property: `Nav` and `NavCollection`.
    pub(crate) const fn has_links(&self) -> bool {
        self.flags & property_flag::LINKS != 0
    }

    /// Returns whether the service computes the value (`Org.OData.Core.V1.Computed`).
    pub const fn is_computed(&self) -> bool {
        self.flags & property_flag::COMPUTED != 0
    }
}

impl fmt::Debug for Property {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Property")
            .field("name", &self.name())
            .field("type_name", &self.type_name())
            .finish_non_exhaustive()
    }
}

/// Returns whether names of the same length are equal. Short names are compared without a call.
#[inline]
fn are_same_bytes(a: &[u8], b: &[u8]) -> bool {
    match a.len() {
        8..=16 => have_same_ends::<8>(a, b),
        17..=32 => have_same_ends::<16>(a, b),
        4..8 => have_same_ends::<4>(a, b),
        0..4 => a.iter().eq(b),
        _ => a == b,
    }
}

/// Returns whether the first `N` bytes and the last `N` bytes are equal; with at most `2 * N` bytes, these are all.
#[inline]
fn have_same_ends<const N: usize>(a: &[u8], b: &[u8]) -> bool {
    a.first_chunk::<N>() == b.first_chunk() && a.last_chunk::<N>() == b.last_chunk()
}

#[cfg(test)]
mod tests {
    use crate::model::property::are_same_bytes;

    #[test]
    fn names_are_equal_if_all_bytes_are() {
        let text = b"customExtensionStageInstanceDetail";
        for length in 0..text.len() {
            let name: Vec<u8> = text.iter().copied().take(length).collect();
            assert!(are_same_bytes(&name, &name.clone()));
            for at in 0..length {
                let other: Vec<u8> = (name.iter().enumerate())
                    .map(|(i, byte)| if i == at { byte ^ 1 } else { *byte })
                    .collect();
                assert!(!are_same_bytes(&name, &other), "{name:?} at {at}");
            }
        }
    }
}
