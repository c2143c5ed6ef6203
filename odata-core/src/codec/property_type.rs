//! The types that a property can have.

use std::{borrow::Cow, fmt, marker::PhantomData};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _, ser::Error as _};

use crate::{
    codec::{ReadAs, WriteAs, raw_json::RawJson, serde_codec::WithoutSerde},
    model::{ODataType, Property, TypeRef, property_flag},
};

/// A type that a property can have.
///
/// `#[derive(ODataResource)]` and `#[derive(ODataEnum)]` implement it, and the primitive types do. A few types that no property can have
/// implement it as well, so that the compiler can report what to write for them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the type of a property",
    label = "not an OData type",
    note = "for a type of your own, add `#[derive(ODataResource)]` to a struct or `#[derive(ODataEnum)]` to an enum",
    note = "for a UUID, a date, a time or a decimal of another crate, use the type of `odata_core::edm` that converts to it, such as `edm::Guid` or `edm::DateTimeOffset`; the conversion needs the feature with the name of that crate",
    note = "for any other type that implements serde's traits, name its OData type on the field: `#[odata(edm = \"Edm.String\")]`",
    note = "the type arguments of a generic type must be OData types; those of `Flags` enumerations with `#[odata(flags)]`",
    note = "for a field that is not a property, add `#[odata(skip)]`"
)]
pub trait PropertyType {
    /// The codec that reads and writes values of the type.
    // The only item of this trait that an expansion refers to, so that a type without the trait is one compile error.
    #[doc(hidden)]
    type Codec;
}

/// A codec with the description of the type that it reads and writes.
pub trait Described {
    /// The type.
    type Value: ?Sized;
    /// The description.
    const TYPE: &'static TypeRef;
    /// One value, or null.
    const NULLABLE: Property = Property::of_named(Self::TYPE, property_flag::NULLABLE);
    /// One value, which must be present.
    const REQUIRED: Property = Property::of_named(Self::TYPE, property_flag::REQUIRED);
    /// A collection, which is never null.
    const COLLECTION: Property = Property::of_named(Self::TYPE, property_flag::COLLECTION);
}

/// The codec of a type that serde reads and writes.
#[derive(Debug)]
pub struct ValueOf<T: ?Sized>(PhantomData<T>);

impl<T: ODataType + ?Sized> Described for ValueOf<T> {
    type Value = T;
    const TYPE: &'static TypeRef = &TypeRef::of::<T>();
}

impl<'de, T: Deserialize<'de>> ReadAs<'de, T> for ValueOf<T> {
    #[inline]
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        T::deserialize(deserializer)
    }
}

impl<T: Serialize + ?Sized> WriteAs<T> for ValueOf<T> {
    #[inline]
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }
}

/// The codec of a patch type. A property with the type has an error of its own, and none about the patch of the patch type.
#[derive(Debug)]
pub struct PatchOf<T: ?Sized>(PhantomData<T>);

/// The value of a property whose type is a patch type.
#[derive(Debug, Clone, PartialEq)]
pub struct NoValue;

impl<T: ODataType> Described for PatchOf<T> {
    type Value = NoValue;
    const TYPE: &'static TypeRef = &TypeRef::of::<T>();
}

impl<'de, T: Deserialize<'de>> ReadAs<'de, T> for PatchOf<T> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        T::deserialize(deserializer)
    }
}

impl<T: Serialize> WriteAs<T> for PatchOf<T> {
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }
}

/// The holder of a constant `VALUE`: the inherent one, `true`, if `T` can be the type of a property; otherwise that of [`WithoutSerde`],
/// `false`.
#[derive(Debug)]
pub struct IsProperty<T: ?Sized>(PhantomData<T>);

impl<T: PropertyType + ?Sized> IsProperty<T> {
    /// Whether a property can have the type.
    pub const VALUE: bool = true;
}

impl<T> WithoutSerde for IsProperty<T> {}

/// Selects the codec of a generic type with arguments. An argument that is not an OData type is reported once.
#[derive(Debug)]
pub struct CodecOf<T: ?Sized, const IS_PROPERTY: bool>(PhantomData<T>);

/// The codec to use.
pub trait ResolveCodec {
    /// The codec.
    type Codec;
}

impl<T: PropertyType + ?Sized> ResolveCodec for CodecOf<T, true> {
    type Codec = T::Codec;
}

impl<T: ?Sized> ResolveCodec for CodecOf<T, false> {
    type Codec = NoCodec<T>;
}

/// The codec of a type that has an error of its own. Nothing calls it.
#[derive(Debug)]
pub struct NoCodec<T: ?Sized>(PhantomData<T>);

impl<T: ?Sized> Described for NoCodec<T> {
    type Value = T;
    const TYPE: &'static TypeRef = &TypeRef::missing();
}

/// Implements `PropertyType` for types that implement `ODataType`.
macro_rules! property_type {
    ($($(#[$attribute:meta])* [$($generics:tt)*] $type:ty,)+) => {$(
        #[diagnostic::do_not_recommend]
        $(#[$attribute])*
        impl<$($generics)*> $crate::codec::property_type::PropertyType for $type {
            type Codec = $crate::codec::property_type::ValueOf<Self>;
        }
    )+};
}
pub(crate) use property_type;

/// Implements [`ODataType`] for wrappers, whose OData type is that of their content `T`.
macro_rules! same_type {
    ($([$($generics:tt)*] $type:ty,)+) => {$(
        impl<$($generics)*> $crate::model::ODataType for $type {
            const NAME: &'static str = T::NAME;
            const IS_STRUCTURED: bool = T::IS_STRUCTURED;
            const KIND: $crate::model::TypeKind = T::KIND;

            fn accepts(name: &str) -> bool {
                T::accepts(name)
            }

            fn define(model: &mut dyn $crate::model::define::Define) {
                T::define(model);
            }
        }
    )+};
}
pub(crate) use same_type;

/// Implements [`ODataType`] and [`PropertyType`] for wrappers.
macro_rules! wrapper_type {
    ($([$($generics:tt)*] $type:ty,)+) => {
        $crate::codec::property_type::same_type! { $([$($generics)*] $type,)+ }
        $crate::codec::property_type::property_type! { $([$($generics)*] $type,)+ }
    };
}
pub(crate) use wrapper_type;

property_type! {
    [] serde_json::Value,
    [] RawJson,
}

wrapper_type! {
    [T: ODataType + ?Sized] Box<T>,
    ['a, T: ODataType + ?Sized] &'a T,
    ['a, T: ODataType + ToOwned + ?Sized] Cow<'a, T>,
}

/// The codec of a type that a property cannot have. Nothing calls it, because the type is a compile error.
#[derive(Debug)]
pub struct NotProperty<T: ?Sized>(PhantomData<T>);

/// A type that no property can have.
pub trait Advice {
    /// The error message, which names the type to write instead.
    const ADVICE: &'static str;
}

impl<T: Advice + ?Sized> Described for NotProperty<T> {
    type Value = T;
    const TYPE: &'static TypeRef = &TypeRef::not_property(T::ADVICE);
}

struct IsNotProperty;

impl fmt::Display for IsNotProperty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the type cannot be the type of a property")
    }
}

/// Implements codecs that nothing calls.
macro_rules! uncalled {
    ($($codec:ident)*) => {$(
        impl<'de, T> ReadAs<'de, T> for $codec<T> {
            fn read<D: Deserializer<'de>>(_: D) -> Result<T, D::Error> {
                Err(D::Error::custom(IsNotProperty))
            }
        }

        impl<T: ?Sized> WriteAs<T> for $codec<T> {
            fn write<S: Serializer>(_: &T, _: S) -> Result<S::Ok, S::Error> {
                Err(S::Error::custom(IsNotProperty))
            }
        }
    )*};
}

uncalled! { NoCodec NotProperty }

/// Implements `PropertyType` for types that no property can have, with advice.
macro_rules! not_property {
    ($([$($generics:tt)*] $type:ty: $advice:literal,)+) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> $crate::codec::property_type::PropertyType for $type {
            type Codec = $crate::codec::property_type::NotProperty<Self>;
        }

        impl<$($generics)*> $crate::codec::property_type::Advice for $type {
            const ADVICE: &'static str = $advice;
        }
    )+};
}
pub(crate) use not_property;

not_property! {
    [T] Option<T>: "`Option` must be written on the field itself, where the derive sees it: write `Option<T>`, not an alias of it",
    [T] std::marker::PhantomData<T>: "a `PhantomData` is not a property: add `#[odata(skip)]`",
    [T, const N: usize] [T; N]: "an array has no OData type: write `Vec<T>`",
    [K, V, S] std::collections::HashMap<K, V, S>: "a map has no OData type: use `Vec` of a type with a name and a value, or `DynamicProperties`",
    [K, V] std::collections::BTreeMap<K, V>: "a map has no OData type: use `Vec` of a type with a name and a value, or `DynamicProperties`",
    [] u16: "`u16` has no OData type: use `i32`, or name its OData type with `edm`",
    [] u32: "`u32` has no OData type: use `i64`, or name its OData type with `edm`",
    [] u64: "`u64` has no OData type: use `i64` or `edm::Decimal`, or name its OData type with `edm`",
    [] usize: "`usize` has no OData type: use `i64` or `edm::Decimal`",
    [T] Vec<T>: "`Vec` must be written on the field itself, where the derive sees it: write `Vec<T>`, not an alias of it",
}

not_property! {
    [] std::time::Duration: "a `Duration` of the standard library has no OData name: use `odata_core::edm::Duration`, which converts from and to it",
    [] std::time::SystemTime: "a `SystemTime` has no OData name: use `odata_core::edm::DateTimeOffset`, which converts from and to it",
}

#[cfg(feature = "bigdecimal")]
not_property! {
    [] bigdecimal::BigDecimal: "a `BigDecimal` has no OData name: use `odata_core::edm::Decimal`, which converts from and to it",
}

#[cfg(feature = "rust_decimal")]
not_property! {
    [] rust_decimal::Decimal: "a `Decimal` of rust_decimal has no OData name: use `odata_core::edm::Decimal`, which converts from and to it",
}

#[cfg(feature = "time")]
not_property! {
    [] time::OffsetDateTime: "an `OffsetDateTime` has no OData name: use `odata_core::edm::DateTimeOffset`, which converts from and to it",
    [] time::Date: "a `Date` of the crate `time` has no OData name: use `odata_core::edm::Date`, which converts from and to it",
    [] time::Time: "a `Time` has no OData name: use `odata_core::edm::TimeOfDay`, which converts from and to it",
    [] time::Duration: "a `Duration` of the crate `time` has no OData name: use `odata_core::edm::Duration`, which converts from and to it",
}

#[cfg(feature = "jiff")]
not_property! {
    [] jiff::Timestamp: "a `Timestamp` has no OData name: use `odata_core::edm::DateTimeOffset`, which converts from and to it",
    [] jiff::civil::Date: "a `Date` of the crate `jiff` has no OData name: use `odata_core::edm::Date`, which converts from and to it",
    [] jiff::civil::Time: "a `Time` of the crate `jiff` has no OData name: use `odata_core::edm::TimeOfDay`, which converts from and to it",
    [] jiff::SignedDuration: "a `SignedDuration` has no OData name: use `odata_core::edm::Duration`, which converts from and to it",
}

#[cfg(feature = "uuid")]
not_property! {
    [] uuid::Uuid: "a `Uuid` has no OData name: use `odata_core::edm::Guid`, which converts from and to it",
}

#[cfg(feature = "chrono")]
not_property! {
    [Z: chrono::TimeZone] chrono::DateTime<Z>: "a `DateTime` has no OData name: use `odata_core::edm::DateTimeOffset`, which converts from and to it",
    [] chrono::NaiveDate: "a `NaiveDate` has no OData name: use `odata_core::edm::Date`, which converts from and to it",
    [] chrono::NaiveTime: "a `NaiveTime` has no OData name: use `odata_core::edm::TimeOfDay`, which converts from and to it",
    [] chrono::TimeDelta: "a `TimeDelta` has no OData name: use `odata_core::edm::Duration`, which converts from and to it",
}
