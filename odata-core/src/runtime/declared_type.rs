//! Properties with `declared_type`, whose declared type derives from that of the field's hierarchy.

use std::marker::PhantomData;

use serde::{Deserializer, Serializer, de::MapAccess, ser};

use crate::{
    codec::{ReadAs, WriteAs, property_type::Described},
    dynamic::DynamicResource,
    model::{
        ODataResource, ODataType, StructuredType, TypeKind, TypeRef, Variant, VariantTypes,
        define::Define, odata_resource::describe,
    },
    runtime::{
        de::hierarchy::{ReadHierarchy, read_hierarchy, tagged_input::TaggedInput},
        listed_types::unlisted_type,
        ser::WriteVariant,
        variant::TypesOf,
    },
};

/// The hierarchy `H`, limited to the type `D` and its derived types.
struct Below<H, D>(H, PhantomData<D>);

impl<H: Variant, D: ODataResource> Below<H, D> {
    /// Returns whether a type of the hierarchy, by its full name, is `D` or derives from it.
    fn includes(name: &str) -> bool {
        name == D::NAME || TypesOf::<H>::is_listed(name, &[D::NAME])
    }
}

impl<H: Variant, D: ODataResource> ODataType for Below<H, D> {
    const NAME: &'static str = D::NAME;
    const KIND: TypeKind = TypeKind::hierarchy(describe::<D>, D::KIND);

    fn accepts(name: &str) -> bool {
        H::accepts(name) && Self::includes(name)
    }

    fn define(model: &mut dyn Define) {
        H::define(model);
    }
}

impl<H: Variant, D: ODataResource> Variant for Below<H, D> {
    const TYPES: VariantTypes = H::TYPES;
    const HAS_OTHER: bool = H::HAS_OTHER;
}

impl<'de, H: ReadHierarchy<'de>, D: ODataResource> ReadHierarchy<'de> for Below<H, D> {
    const BASE: &'static StructuredType = D::TYPE;
    const DEFAULT: Option<(u16, &'static str)> = None;

    fn find(name: &str) -> Option<(u16, &'static str)> {
        H::find(name).filter(|(_, name)| Self::includes(name))
    }

    fn read<A: MapAccess<'de>>(
        variant: u16,
        input: TaggedInput<'_, 'de, A>,
    ) -> Result<Self, A::Error> {
        H::read(variant, input).map(|value| Below(value, PhantomData))
    }

    fn other(resource: DynamicResource) -> Option<Self> {
        H::other(resource).map(|value| Below(value, PhantomData))
    }

    fn known() -> &'static [&'static str] {
        H::known()
    }
}

/// The codec of a value of the hierarchy `H` whose declared type is `D`; `C` if one of them is a mistake, which has an error of its own.
#[derive(Debug)]
pub struct DeclaredAs<C, H, D, const IS_BELOW: bool>(PhantomData<(C, H, D)>);

impl<C, H: Variant, D: ODataResource> Described for DeclaredAs<C, H, D, true> {
    type Value = H;
    const TYPE: &'static TypeRef = &TypeRef::of::<Below<H, D>>();
}

impl<'de, C, H, D> ReadAs<'de, H> for DeclaredAs<C, H, D, true>
where
    H: ReadHierarchy<'de>,
    D: ODataResource,
{
    fn read<S: Deserializer<'de>>(deserializer: S) -> Result<H, S::Error> {
        read_hierarchy::<Below<H, D>, S>(deserializer).map(|value| value.0)
    }
}

impl<C, H, D> WriteAs<H> for DeclaredAs<C, H, D, true>
where
    H: Variant + WriteVariant,
    D: ODataResource,
{
    fn write<S: Serializer>(value: &H, serializer: S) -> Result<S::Ok, S::Error> {
        match unlisted_type(value, &[D::NAME]) {
            Some(found) => Err(ser::Error::custom(format_args!(
                "`{found}` is not derived from `{}`",
                D::NAME
            ))),
            None => value.write(D::NAME, serializer),
        }
    }
}

impl<C: Described, H, D> Described for DeclaredAs<C, H, D, false> {
    type Value = C::Value;
    const TYPE: &'static TypeRef = C::TYPE;
}

impl<'de, C: ReadAs<'de, T>, T, H, D> ReadAs<'de, T> for DeclaredAs<C, H, D, false> {
    fn read<S: Deserializer<'de>>(deserializer: S) -> Result<T, S::Error> {
        C::read(deserializer)
    }
}

impl<C: WriteAs<T>, T, H, D> WriteAs<T> for DeclaredAs<C, H, D, false> {
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        C::write(value, serializer)
    }
}
