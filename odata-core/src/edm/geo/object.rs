//! A GeoJSON geometry object, before its type is compared with the declared one.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Unexpected, Visitor};

use crate::{
    edm::{
        error::Reason,
        geo::{coordinates::Coordinates, crs::Crs},
    },
    session::Level,
};

macro_rules! kinds {
    ($($kind:ident)*) => {
        /// The `type` of a geometry object.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Kind {
            $($kind,)*
        }

        impl Kind {
            const NAMES: &'static [&'static str] = &[$(stringify!($kind)),*];

            pub(super) fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => stringify!($kind),)*
                }
            }

            fn from_name<E: Error>(name: &str) -> Result<Self, E> {
                match name {
                    $(stringify!($kind) => Ok(Self::$kind),)*
                    _ => {
                        let expected = format!("one of {}", Self::NAMES.join(" "));
                        Err(E::invalid_value(Unexpected::Str(name), &expected.as_str()))
                    }
                }
            }
        }
    };
}

kinds! { Point LineString Polygon MultiPoint MultiLineString MultiPolygon GeometryCollection }

/// A geometry object.
#[derive(Debug)]
pub(super) struct Object {
    pub(super) kind: Kind,
    pub(super) crs: Option<Crs>,
    coordinates: Option<Coordinates>,
    geometries: Option<Vec<Object>>,
}

impl Object {
    /// Takes the coordinates out of the object. An object of another kind is an error.
    pub(super) fn coordinates_of(&mut self, kind: Kind) -> Result<Coordinates, Reason> {
        self.expect_kind(kind)?;
        self.coordinates
            .take()
            .ok_or(Reason::Borrowed("`coordinates` are missing"))
    }

    /// Takes the members out of a collection. An object of another kind is an error.
    pub(super) fn geometries(&mut self) -> Result<Vec<Object>, Reason> {
        self.expect_kind(Kind::GeometryCollection)?;
        self.geometries
            .take()
            .ok_or(Reason::Borrowed("`geometries` are missing"))
    }

    fn expect_kind(&self, kind: Kind) -> Result<(), Reason> {
        if self.kind == kind {
            Ok(())
        } else {
            let (expected, found) = (kind.name(), self.kind.name());
            Err(format!("the type must be {expected}, not {found}").into())
        }
    }
}

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ObjectVisitor)
    }
}

struct ObjectVisitor;

impl<'de> Visitor<'de> for ObjectVisitor {
    type Value = Object;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a GeoJSON geometry object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object, A::Error> {
        let _level = Level::enter()?;
        let (mut kind, mut coordinates, mut geometries, mut crs) = (None, None, None, None);
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "type" => {
                    let name = map.next_value::<String>()?;
                    set_once(&mut kind, "type", Kind::from_name(&name)?)?;
                }
                "coordinates" => {
                    set_once(&mut coordinates, "coordinates", map.next_value()?)?;
                }
                "geometries" => {
                    let _level = Level::enter()?;
                    set_once(&mut geometries, "geometries", map.next_value()?)?;
                }
                "crs" => set_once(&mut crs, "crs", map.next_value()?)?,
                _ => _ = map.next_value::<IgnoredAny>()?,
            }
        }
        Ok(Object {
            kind: kind.ok_or_else(|| A::Error::missing_field("type"))?,
            crs: crs.flatten(),
            coordinates,
            geometries,
        })
    }
}

/// Sets the value of a member, which must not repeat.
fn set_once<T, E: Error>(member: &mut Option<T>, name: &'static str, value: T) -> Result<(), E> {
    match member.replace(value) {
        None => Ok(()),
        Some(_) => Err(E::duplicate_field(name)),
    }
}
