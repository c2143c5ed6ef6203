//! Types whose patch is the new value.

use crate::{
    codec::RawJson,
    dynamic::DynamicResource,
    edm::{
        Binary, Date, DateTimeOffset, Decimal, Duration, Guid, PrimitiveValue, Stream, TimeOfDay,
    },
    enumeration::{EnumMembers, Flags},
    error::Error,
    patch::patchable::Patchable,
};

macro_rules! replaced {
    () => {
        type Patch = Self;

        fn diff(old: &Self, new: &Self) -> Option<Self> {
            (old != new).then(|| new.clone())
        }

        fn to_patch(&self) -> Self {
            self.clone()
        }

        fn apply(&mut self, patch: Self) -> Result<(), Error> {
            *self = patch;
            Ok(())
        }

        fn create(patch: Self) -> Result<Self, Error> {
            Ok(patch)
        }

        #[doc(hidden)]
        fn replaced(patch: &Self) -> Option<&Self> {
            Some(patch)
        }
    };
}

macro_rules! plain {
    ($($type:ty,)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Patchable for $type {
            replaced!();
        }
    )*};
}

plain! {
    bool, i8, i16, i32, i64, u8, u16, u32, u64, f32, f64, String,
    Binary, Date, DateTimeOffset, Decimal, Duration, Guid, PrimitiveValue, Stream, TimeOfDay,
    RawJson, serde_json::Value, DynamicResource,
}

#[cfg(feature = "geo")]
mod geo {
    use crate::{
        edm::geo::{
            Geography, GeographyCollection, GeographyLineString, GeographyMultiLineString,
            GeographyMultiPoint, GeographyMultiPolygon, GeographyPoint, GeographyPolygon, Geometry,
            GeometryCollection, GeometryLineString, GeometryMultiLineString, GeometryMultiPoint,
            GeometryMultiPolygon, GeometryPoint, GeometryPolygon,
        },
        error::Error,
        patch::patchable::Patchable,
    };

    plain! {
        Geography, GeographyCollection, GeographyLineString, GeographyMultiLineString,
        GeographyMultiPoint, GeographyMultiPolygon, GeographyPoint, GeographyPolygon, Geometry,
        GeometryCollection, GeometryLineString, GeometryMultiLineString, GeometryMultiPoint,
        GeometryMultiPolygon, GeometryPoint, GeometryPolygon,
    }
}

#[diagnostic::do_not_recommend]
impl<E> Patchable for Flags<E> {
    replaced!();
}

#[diagnostic::do_not_recommend]
impl<E: EnumMembers + Clone + PartialEq> Patchable for E {
    replaced!();
}
