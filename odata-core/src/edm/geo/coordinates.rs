//! `coordinates` before the shape they belong to is known: positions in up to three lists.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::{
    codec::number::arbitrary_number,
    edm::{error::Reason, geo::position::Position},
};

/// A line: two positions or more.
pub(super) type Line = Vec<Position>;
/// Rings, the outer one first.
pub(super) type Rings = Vec<Line>;

/// What the key `coordinates` may hold, told apart by how deep the lists are.
#[derive(Debug)]
pub(super) enum Coordinates {
    /// `[]`, which is a list of anything.
    Empty,
    Position(Position),
    Positions(Vec<Position>),
    Lines(Vec<Line>),
    Polygons(Vec<Rings>),
}

const DEPTH: &str = "the coordinates are not nested as the type has it";

impl Coordinates {
    pub(super) fn position(self) -> Result<Position, Reason> {
        match self {
            Self::Position(position) => Ok(position),
            _ => Err(DEPTH.into()),
        }
    }

    pub(super) fn positions(self) -> Result<Vec<Position>, Reason> {
        match self {
            Self::Empty => Ok(Vec::new()),
            Self::Positions(positions) => Ok(positions),
            _ => Err(DEPTH.into()),
        }
    }

    pub(super) fn lines(self) -> Result<Vec<Line>, Reason> {
        match self {
            Self::Empty => Ok(Vec::new()),
            Self::Lines(lines) => Ok(lines),
            _ => Err(DEPTH.into()),
        }
    }

    pub(super) fn polygons(self) -> Result<Vec<Rings>, Reason> {
        match self {
            Self::Empty => Ok(Vec::new()),
            Self::Polygons(polygons) => Ok(polygons),
            _ => Err(DEPTH.into()),
        }
    }
}

/// RFC 7946 §3.1.4. Empty coordinates are a shape without extent (§3.1).
pub(super) fn check_line(line: &[Position]) -> Result<(), Reason> {
    match line.len() {
        1 => Err("a line has two positions or more".into()),
        _ => Ok(()),
    }
}

/// RFC 7946 §3.1.5.
pub(super) fn check_lines(lines: &[Line]) -> Result<(), Reason> {
    lines.iter().try_for_each(|line| check_line(line))
}

/// RFC 7946 §3.1.6. Which way a ring winds is not checked: readers must not insist on it.
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

/// RFC 7946 §3.1.7.
pub(super) fn check_polygons(polygons: &[Rings]) -> Result<(), Reason> {
    polygons.iter().try_for_each(|rings| check_rings(rings))
}

/// Every position, and every list of them, is as it should be.
pub(super) fn check_nothing<T>(_: &T) -> Result<(), Reason> {
    Ok(())
}

/// Reads coordinates in at most so many lists around the positions.
#[derive(Clone, Copy)]
struct Nested(u8);

/// A number, or coordinates one list further in.
enum Item {
    Number(f64),
    Coordinates(Coordinates),
}

impl<'de> DeserializeSeed<'de> for Nested {
    type Value = Item;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Item, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Nested {
    type Value = Item;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number of a position, or a list of positions")
    }

    fn visit_f64<E>(self, number: f64) -> Result<Item, E> {
        Ok(Item::Number(number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Item, E> {
        Ok(Item::Number(number as f64))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Item, E> {
        Ok(Item::Number(number as f64))
    }

    /// A number where the user's build turned `arbitrary_precision` of `serde_json` on.
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Item, A::Error> {
        let text = arbitrary_number(map, &self)?;
        text.parse().map(Item::Number).map_err(A::Error::custom)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Item, A::Error> {
        match self.0.checked_sub(1) {
            Some(less) => list(less, seq).map(Item::Coordinates),
            None => Err(A::Error::custom(
                "no shape has coordinates that are nested so deep",
            )),
        }
    }
}

/// Reads the items of a list; the first one says what they all are.
fn list<'de, A: SeqAccess<'de>>(depth: u8, mut seq: A) -> Result<Coordinates, A::Error> {
    Ok(match seq.next_element_seed(Nested(depth))? {
        None => Coordinates::Empty,
        Some(Item::Number(x)) => Coordinates::Position(Position::read_rest(x, seq)?),
        Some(Item::Coordinates(Coordinates::Position(first))) => {
            Coordinates::Positions(rest(first, seq)?)
        }
        Some(Item::Coordinates(Coordinates::Positions(first))) => {
            Coordinates::Lines(rest(first, seq)?)
        }
        Some(Item::Coordinates(Coordinates::Lines(first))) => {
            Coordinates::Polygons(rest(first, seq)?)
        }
        Some(Item::Coordinates(Coordinates::Empty | Coordinates::Polygons(_))) => {
            return Err(A::Error::custom("an empty list stands for no position"));
        }
    })
}

fn rest<'de, T: Deserialize<'de>, A: SeqAccess<'de>>(
    first: T,
    mut seq: A,
) -> Result<Vec<T>, A::Error> {
    let mut items = vec![first];
    while let Some(item) = seq.next_element()? {
        items.push(item);
    }
    Ok(items)
}

impl<'de> Deserialize<'de> for Coordinates {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Outermost;

        impl<'de> Visitor<'de> for Outermost {
            type Value = Coordinates;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of coordinates")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Coordinates, A::Error> {
                list(3, seq)
            }
        }

        deserializer.deserialize_seq(Outermost)
    }
}
