//! A GeoJSON geometry object as it stands in the JSON, before it is a declared shape.

use std::fmt;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess,
    Unexpected, Visitor,
};

use crate::edm::{
    error::Reason,
    geo::{coordinates::Coordinates, crs::Crs},
};

/// The `type` of a geometry object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Point,
    LineString,
    Polygon,
    MultiPoint,
    MultiLineString,
    MultiPolygon,
    GeometryCollection,
}

impl Kind {
    const ALL: [Self; 7] = [
        Self::Point,
        Self::LineString,
        Self::Polygon,
        Self::MultiPoint,
        Self::MultiLineString,
        Self::MultiPolygon,
        Self::GeometryCollection,
    ];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Point => "Point",
            Self::LineString => "LineString",
            Self::Polygon => "Polygon",
            Self::MultiPoint => "MultiPoint",
            Self::MultiLineString => "MultiLineString",
            Self::MultiPolygon => "MultiPolygon",
            Self::GeometryCollection => "GeometryCollection",
        }
    }
}

/// A geometry object.
#[derive(Debug)]
pub(super) struct Object {
    pub(super) kind: Kind,
    pub(super) crs: Option<Crs>,
    coordinates: Option<Coordinates>,
    geometries: Option<Vec<Object>>,
}

impl Object {
    /// The coordinates of an object that must be of that kind.
    pub(super) fn coordinates_of(&mut self, kind: Kind) -> Result<Coordinates, Reason> {
        self.check(kind)?;
        self.coordinates
            .take()
            .ok_or(Reason::Borrowed("`coordinates` are missing"))
    }

    /// The members of an object that must be a collection.
    pub(super) fn geometries(&mut self) -> Result<Vec<Object>, Reason> {
        self.check(Kind::GeometryCollection)?;
        self.geometries
            .take()
            .ok_or(Reason::Borrowed("`geometries` are missing"))
    }

    fn check(&self, kind: Kind) -> Result<(), Reason> {
        if self.kind == kind {
            Ok(())
        } else {
            let (expected, found) = (kind.name(), self.kind.name());
            Err(format!("the type must be {expected}, not {found}").into())
        }
    }
}

/// How deep collections may stand in collections: with their lists, half as deep as JSON may.
const MAX_DEPTH: u8 = 50;

/// Reads an object so many collections deep.
#[derive(Clone, Copy)]
struct ObjectSeed(u8);

impl<'de> DeserializeSeed<'de> for ObjectSeed {
    type Value = Object;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Object, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for ObjectSeed {
    type Value = Object;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a GeoJSON geometry object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object, A::Error> {
        let (mut kind, mut coordinates, mut geometries, mut crs) = (None, None, None, None);
        while let Some(key) = map.next_key_seed(KeySeed)? {
            match key {
                Key::Type => once(&mut kind, "type", map.next_value()?)?,
                Key::Coordinates => once(&mut coordinates, "coordinates", map.next_value()?)?,
                Key::Geometries => {
                    let members = map.next_value_seed(MembersSeed(self.0))?;
                    once(&mut geometries, "geometries", members)?;
                }
                Key::Crs => once(&mut crs, "crs", map.next_value()?)?,
                Key::Other => _ = map.next_value::<IgnoredAny>()?,
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

/// BagField the value of a key that comes once.
fn once<T, E: Error>(slot: &mut Option<T>, key: &'static str, value: T) -> Result<(), E> {
    match slot.replace(value) {
        None => Ok(()),
        Some(_) => Err(E::duplicate_field(key)),
    }
}

/// Reads the members of a collection so many collections deep.
struct MembersSeed(u8);

impl<'de> DeserializeSeed<'de> for MembersSeed {
    type Value = Vec<Object>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<Object>, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for MembersSeed {
    type Value = Vec<Object>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of GeoJSON geometry objects")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<Object>, A::Error> {
        if self.0 >= MAX_DEPTH {
            return Err(A::Error::custom("collections are nested too deep"));
        }
        let mut members = Vec::new();
        while let Some(member) = seq.next_element_seed(ObjectSeed(self.0 + 1))? {
            members.push(member);
        }
        Ok(members)
    }
}

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        ObjectSeed(0).deserialize(deserializer)
    }
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KindVisitor;

        impl Visitor<'_> for KindVisitor {
            type Value = Kind;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("one of")?;
                let names = Kind::ALL.map(Kind::name);
                names.iter().try_for_each(|name| write!(f, " {name}"))
            }

            fn visit_str<E: Error>(self, name: &str) -> Result<Kind, E> {
                let found = Kind::ALL.into_iter().find(|kind| kind.name() == name);
                found.ok_or_else(|| E::invalid_value(Unexpected::Str(name), &self))
            }
        }

        deserializer.deserialize_str(KindVisitor)
    }
}

enum Key {
    Type,
    Coordinates,
    Geometries,
    Crs,
    Other,
}

struct KeySeed;

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key of a GeoJSON object")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Key, E> {
        Ok(match key {
            "type" => Key::Type,
            "coordinates" => Key::Coordinates,
            "geometries" => Key::Geometries,
            "crs" => Key::Crs,
            _ => Key::Other,
        })
    }
}
