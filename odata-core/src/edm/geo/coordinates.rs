//! The coordinates of a shape: positions in up to three levels of lists.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::{
    codec::number::arbitrary_number,
    edm::{error::Reason, geo::position::Position},
};

/// A line: two positions or more.
pub(super) type Line = Vec<Position>;
/// The rings of a polygon, the outer ring first.
pub(super) type Rings = Vec<Line>;

/// The value of the member `coordinates`, which may precede the `type` that defines its form.
#[derive(Debug)]
pub(super) enum Coordinates {
    Number(f64),
    Position(Position),
    List(Vec<Coordinates>),
}

/// The coordinates of one kind of shape.
pub(super) trait FromCoordinates: Sized {
    /// Converts coordinates, or returns the rule that they break.
    fn from_coordinates(coordinates: Coordinates) -> Result<Self, Reason>;
}

const NESTING: &str = "the nesting of the coordinates does not match the type";

impl FromCoordinates for Position {
    fn from_coordinates(coordinates: Coordinates) -> Result<Self, Reason> {
        match coordinates {
            Coordinates::Position(position) => Ok(position),
            _ => Err(NESTING.into()),
        }
    }
}

impl<T: FromCoordinates> FromCoordinates for Vec<T> {
    fn from_coordinates(coordinates: Coordinates) -> Result<Self, Reason> {
        match coordinates {
            Coordinates::List(items) => items.into_iter().map(T::from_coordinates).collect(),
            _ => Err(NESTING.into()),
        }
    }
}

/// Checks a line (RFC 7946 §3.1.4). Empty coordinates are a shape without extent (§3.1).
pub(super) fn check_line(line: &[Position]) -> Result<(), Reason> {
    match line.len() {
        1 => Err("a line has two positions or more".into()),
        _ => Ok(()),
    }
}

/// Checks the lines of a `MultiLineString` (RFC 7946 §3.1.5).
pub(super) fn check_lines(lines: &[Line]) -> Result<(), Reason> {
    lines.iter().try_for_each(|line| check_line(line))
}

/// Checks the rings of a polygon (RFC 7946 §3.1.6). Their direction is not checked, because parsers should accept both.
pub(super) fn check_rings(rings: &[Line]) -> Result<(), Reason> {
    rings.iter().try_for_each(|ring| {
        if ring.len() < 4 {
            Err("a ring of a polygon has four positions or more".into())
        } else if ring.first() == ring.last() {
            Ok(())
        } else {
            Err("a ring of a polygon ends where it begins".into())
        }
    })
}

/// Checks the polygons of a `MultiPolygon` (RFC 7946 §3.1.7).
pub(super) fn check_polygons(polygons: &[Rings]) -> Result<(), Reason> {
    polygons.iter().try_for_each(|rings| check_rings(rings))
}

/// Accepts any position and any list of positions.
pub(super) fn check_nothing<T>(_: &T) -> Result<(), Reason> {
    Ok(())
}

/// Reads coordinates with at most this many levels of lists, including the list of a position.
#[derive(Clone, Copy)]
struct Nested(u8);

impl<'de> DeserializeSeed<'de> for Nested {
    type Value = Coordinates;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Coordinates, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Nested {
    type Value = Coordinates;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of coordinates")
    }

    fn visit_f64<E>(self, number: f64) -> Result<Coordinates, E> {
        Ok(Coordinates::Number(number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Coordinates, E> {
        Ok(Coordinates::Number(number as f64))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Coordinates, E> {
        Ok(Coordinates::Number(number as f64))
    }

    /// Reads a number if the feature `arbitrary_precision` of `serde_json` is on.
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Coordinates, A::Error> {
        let text = arbitrary_number(map, &self)?;
        let number = text.parse().map_err(A::Error::custom)?;
        Ok(Coordinates::Number(number))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Coordinates, A::Error> {
        let Some(levels) = self.0.checked_sub(1) else {
            return Err(A::Error::custom(
                "coordinates are nested at most four levels deep",
            ));
        };
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(Nested(levels))? {
            match item {
                Coordinates::Number(x) if items.is_empty() => {
                    return Position::read_rest(x, seq).map(Coordinates::Position);
                }
                item => items.push(item),
            }
        }
        Ok(Coordinates::List(items))
    }
}

impl<'de> Deserialize<'de> for Coordinates {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Nested(4).deserialize(deserializer)
    }
}

impl<'de> Deserialize<'de> for Position {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_coordinates(Coordinates::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}
