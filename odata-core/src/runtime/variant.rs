//! The functions through which a hierarchy uses the types of its variants. Rust prefers the inherent functions here to those of the traits.
//! A type that cannot be a variant has only those of the traits, which do nothing: it has an error of its own and causes no further errors.

use std::{
    any::{Any, TypeId},
    marker::PhantomData,
};

use serde::{Serializer, de::MapAccess};

use crate::{
    model::{TypeKind, Variant, VariantTypes, define::Define},
    runtime::{
        de::hierarchy::{
            no_variant,
            tagged_input::{ReadVariant, TaggedInput},
        },
        ser::{WriteVariant, level::BaseAccess, write_nothing},
    },
};

/// The types of a variant that holds a `T`.
#[derive(Debug)]
pub struct TypesOf<T>(PhantomData<T>);

impl<T: Variant> TypesOf<T> {
    /// See [`Variant::TYPES`].
    pub const TYPES: VariantTypes = T::TYPES;
    /// See [`Variant::IS_PATCH`].
    pub const IS_PATCH: bool = T::IS_PATCH;
    /// See [`Variant::HAS_OTHER`].
    pub const HAS_OTHER: bool = T::HAS_OTHER;
    /// Whether the type can be a variant.
    pub const IS_VARIANT: bool = true;
    /// Whether the type is a hierarchy. The constant `TYPES` is not used, because it holds the descriptions of all variants: one of them
    /// may have a property with this constant in its type.
    pub const IS_HIERARCHY: bool = matches!(T::KIND, TypeKind::Hierarchy(..));

    /// Adds the definition of the type to a CSDL document.
    pub fn define_type(model: &mut dyn Define) {
        T::define_type(model);
    }

    /// Returns whether the type with this name is listed, or derives from a listed one. A type that is not known may derive from one.
    pub fn is_listed(name: &str, listed: &[&str]) -> bool {
        let mut is_unlisted = false;
        T::TYPES.for_each(&mut |it| {
            if it.is_named(name) {
                is_unlisted = !it.chain().any(|level| listed.contains(&level.name()));
            }
        });
        !is_unlisted
    }
}

/// The constants and functions of a type that cannot be a variant.
pub trait NoTypes {
    /// No types.
    const TYPES: VariantTypes = VariantTypes::Many(&[]);
    /// Whether the type is a patch type.
    const IS_PATCH: bool = false;
    /// Whether the type has a variant for values of any other type.
    const HAS_OTHER: bool = false;
    /// Whether the type can be a variant.
    const IS_VARIANT: bool = false;
    /// Whether the type is a hierarchy.
    const IS_HIERARCHY: bool = false;

    /// Adds nothing.
    fn define_type(_: &mut dyn Define) {}

    /// Returns `true`.
    fn is_listed(_: &str, _: &[&str]) -> bool {
        true
    }
}

impl<T> NoTypes for TypesOf<T> {}

/// Reads a variant of the type `T`.
#[derive(Debug)]
pub struct VariantReader<'de, T>(PhantomData<(&'de (), T)>);

impl<'de, T: ReadVariant<'de>> VariantReader<'de, T> {
    /// See [`ReadVariant::read`].
    #[inline(always)]
    pub fn read<A: MapAccess<'de>>(input: TaggedInput<'_, 'de, A>) -> Result<T, A::Error> {
        T::read(input)
    }

    /// See [`ReadVariant::read_boxed`].
    #[inline(always)]
    pub fn read_boxed<A: MapAccess<'de>>(
        input: TaggedInput<'_, 'de, A>,
    ) -> Result<Box<T>, A::Error> {
        T::read_boxed(input)
    }
}

/// The functions of a type that cannot be read as a variant.
pub trait UnreadVariant<'de, T> {
    /// Fails.
    fn read<A: MapAccess<'de>>(_: TaggedInput<'_, 'de, A>) -> Result<T, A::Error> {
        no_variant()
    }

    /// Fails.
    fn read_boxed<A: MapAccess<'de>>(_: TaggedInput<'_, 'de, A>) -> Result<Box<T>, A::Error> {
        no_variant()
    }
}

impl<'de, T> UnreadVariant<'de, T> for VariantReader<'de, T> {}

/// Writes a variant of the type `T`.
#[derive(Debug)]
pub struct VariantWriter<T>(PhantomData<T>);

impl<T: WriteVariant> VariantWriter<T> {
    /// See [`WriteVariant::write`].
    #[inline(always)]
    pub fn write<S: Serializer>(
        value: &T,
        declared: &str,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        value.write(declared, serializer)
    }

    /// See [`WriteVariant::type_name`].
    #[inline(always)]
    pub fn type_name(value: &T) -> Option<&str> {
        value.type_name()
    }
}

/// The functions of a type that cannot be written as a variant.
pub trait UnwrittenVariant<T> {
    /// Writes nothing.
    fn write<S: Serializer>(_: &T, _: &str, serializer: S) -> Result<S::Ok, S::Error> {
        write_nothing(serializer)
    }

    /// Returns `None`.
    fn type_name(_: &T) -> Option<&str> {
        None
    }
}

impl<T> UnwrittenVariant<T> for VariantWriter<T> {}

/// Finds the base of a variant of the type `T`.
#[derive(Debug)]
pub struct VariantBase<T>(PhantomData<T>);

impl<T: BaseAccess> VariantBase<T> {
    /// See [`BaseAccess::part`].
    #[inline(always)]
    pub fn part(value: &T, id: TypeId) -> Option<&dyn Any> {
        value.part(id)
    }

    /// See [`BaseAccess::part_mut`].
    #[inline(always)]
    pub fn part_mut(value: &mut T, id: TypeId) -> Option<&mut dyn Any> {
        value.part_mut(id)
    }
}

/// The functions of a type whose base is not found.
pub trait BaselessVariant<T> {
    /// Returns `None`.
    fn part(_: &T, _: TypeId) -> Option<&dyn Any> {
        None
    }

    /// Returns `None`.
    fn part_mut(_: &mut T, _: TypeId) -> Option<&mut dyn Any> {
        None
    }
}

impl<T> BaselessVariant<T> for VariantBase<T> {}
