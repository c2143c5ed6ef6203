//! What the derive generates for an enumeration: its variants by position, in both directions.

/// The index of no member.
pub const UNKNOWN_MEMBER: u16 = u16::MAX;

/// An enum's variants by their position in the type's description.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no patch type",
    label = "no patch type",
    note = "add `patch` to the `#[odata(...)]` of `{Self}`, or `#[odata(atomic)]` to the field so that a patch replaces the whole value"
)]
pub trait EnumMembers: Sized + 'static {
    /// Makes the variant that keeps unlisted members, where there is one.
    const OTHER: Option<fn(String) -> Self>;

    /// The member of exactly that name, or [`UNLISTED`].
    fn find(name: &str) -> u16;

    /// The member at that position.
    fn member(index: u16) -> Option<Self>;

    /// The position of the member; of an unlisted one, its text.
    fn index(&self) -> Result<u16, &str>;
}

/// What the variant for unlisted members holds.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold the text of an unknown member",
    label = "not a text",
    note = "use `String` or `Box<str>`, or a type that implements `From<String>` and `AsRef<str>`"
)]
pub trait UnknownText {
    /// BagField it.
    fn keep(text: String) -> Self;

    /// Gives it back.
    fn text(&self) -> &str;
}

#[diagnostic::do_not_recommend]
impl<T: From<String> + AsRef<str>> UnknownText for T {
    fn keep(text: String) -> T {
        T::from(text)
    }

    fn text(&self) -> &str {
        self.as_ref()
    }
}
