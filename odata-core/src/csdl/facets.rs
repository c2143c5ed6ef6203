//! What must be said of a type so that silence does not limit it.

/// The limits of a property of this type, as the two forms write them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Facets {
    None,
    /// Any number of fraction digits. In XML silence means a scale of 0 (CSDL XML 4.01, section 7.2.4), in JSON it means this.
    AnyScale,
    /// As many fraction digits of the second as there may be; silence means none in both forms (section 7.2.3).
    Picoseconds,
}

/// The most that the precision of a time may be.
pub(super) const PICOSECONDS: u8 = 12;

impl Facets {
    pub(super) fn of(type_name: &str) -> Facets {
        match type_name {
            "Edm.Decimal" => Facets::AnyScale,
            "Edm.DateTimeOffset" | "Edm.Duration" | "Edm.TimeOfDay" => Facets::Picoseconds,
            _ => Facets::None,
        }
    }
}
