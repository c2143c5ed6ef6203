//! The mapping between the variants of an enumeration and indices, which the derive generates.

/// The index that means "no member".
pub const UNKNOWN_MEMBER: u16 = u16::MAX;

/// The variants of an enumeration by their index in [`ODataEnum::TYPE`](crate::ODataEnum::TYPE).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an OData enumeration",
    label = "not an OData enumeration",
    note = "add `#[derive(ODataEnum)]` to `{Self}`"
)]
pub trait EnumMembers: Sized + 'static {
    /// Builds the `other` variant, if there is one.
    const OTHER: Option<fn(String) -> Self>;

    /// Returns the index of the member with exactly this name, or [`UNKNOWN_MEMBER`].
    fn find(name: &str) -> u16;

    /// Returns the member at this index.
    fn member(index: u16) -> Option<Self>;

    /// Returns the index of the member, or the text of an unknown member.
    fn index(&self) -> Result<u16, &str>;
}

/// The content of the `other` variant.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold the text of an unknown member",
    label = "not a text",
    note = "use `String` or `Box<str>`, or a type that implements `From<String>` and `AsRef<str>`"
)]
pub trait UnknownText {
    /// Creates the content from the text that was read.
    fn from_text(text: String) -> Self;

    /// Returns the text.
    fn as_text(&self) -> &str;
}

#[diagnostic::do_not_recommend]
impl<T: From<String> + AsRef<str>> UnknownText for T {
    fn from_text(text: String) -> T {
        T::from(text)
    }

    fn as_text(&self) -> &str {
        self.as_ref()
    }
}
