//! What the derive generates for an enumeration: its variants by position, in both directions.

/// The index of no member.
pub const UNLISTED: u16 = u16::MAX;

/// An enum's variants by their position in the type's description.
pub trait MemberTable: Sized + 'static {
    /// Makes the variant that keeps unlisted members, where there is one.
    const OTHER: Option<fn(String) -> Self>;

    /// The member of exactly that name, or [`UNLISTED`].
    fn find(name: &str) -> u16;

    /// The member at that position.
    fn member(index: u16) -> Option<Self>;

    /// The position of the member; of an unlisted one, its text.
    fn index(&self) -> Result<u16, &str>;
}
