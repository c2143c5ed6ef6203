//! When control information is written.

/// When an entry of a bag is written. In an ordered payload, the context comes before the type (JSON format 4.01, section 4.4); all
/// else keeps its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    BeforeType,
    AfterType,
}

impl Turn {
    pub(crate) const ALL: [Turn; 2] = [Turn::BeforeType, Turn::AfterType];

    /// That of an entry of control information, in either spelling.
    pub(crate) fn of(name: &str) -> Turn {
        if matches!(name, "@odata.context" | "@context") {
            Turn::BeforeType
        } else {
            Turn::AfterType
        }
    }
}
