//! The constant description of an enumeration.

use crate::{edm::primitive::Primitive, raw::quoted::unquoted};

/// An enumeration type, as a constant: no allocation, no registration, usable in `const` context.
///
/// Reached through [`ODataEnum::TYPE`](crate::ODataEnum::TYPE). Use it to list the members, or to write CSDL.
///
/// ```
/// use odata_core::{ODataEnum, edm::Primitive, enumeration::Member};
///
/// #[derive(ODataEnum)]
/// #[odata(namespace = "shop", underlying = "Edm.Byte")]
/// enum Size {
///     #[odata(value = 10)]
///     Small,
///     #[odata(value = 20)]
///     Large,
/// }
///
/// let size = <Size as ODataEnum>::TYPE;
/// assert_eq!((size.name(), size.underlying()), ("shop.size", Primitive::Byte));
/// assert_eq!(size.members().iter().map(Member::name).collect::<Vec<_>>(), ["small", "large"]);
/// assert_eq!(size.member("large").map(Member::value), Some(20));
/// ```
#[derive(Debug)]
pub struct EnumType {
    #[doc(hidden)]
    pub name: &'static str,
    #[doc(hidden)]
    pub alias: &'static str,
    #[doc(hidden)]
    pub underlying: Primitive,
    #[doc(hidden)]
    pub is_flags: bool,
    #[doc(hidden)]
    pub is_case_insensitive: bool,
    #[doc(hidden)]
    pub keeps_unlisted: bool,
    #[doc(hidden)]
    pub members: &'static [Member],
}

/// One member of an enumeration (CSDL 4.01, section 10.3).
#[derive(Debug)]
pub struct Member {
    pub(crate) quoted: &'static str,
    pub(crate) name: &'static str,
    pub(crate) value: i64,
}

impl Member {
    /// For the expansion: `quoted` is the name in quotation marks.
    #[doc(hidden)]
    pub const fn new(quoted: &'static str, value: i64) -> Member {
        Member {
            quoted,
            name: unquoted(quoted),
            value,
        }
    }

    /// The name on the wire.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The value.
    pub const fn value(&self) -> i64 {
        self.value
    }
}

impl EnumType {
    /// The qualified name: `microsoft.graph.accessPackageRequestState`.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The name with the schema's alias in place of the namespace, where the type has one.
    pub const fn alias_name(&self) -> Option<&'static str> {
        if self.alias.is_empty() {
            None
        } else {
            Some(self.alias)
        }
    }

    /// The type of the values: `Edm.Byte`, `Edm.SByte`, `Edm.Int16`, `Edm.Int32` or `Edm.Int64`.
    pub const fn underlying(&self) -> Primitive {
        self.underlying
    }

    /// Whether members combine; a property then holds [`Flags`](crate::Flags).
    pub const fn is_flags(&self) -> bool {
        self.is_flags
    }

    /// Whether a member is read in any letter case, unless the options say otherwise.
    pub const fn is_case_insensitive(&self) -> bool {
        self.is_case_insensitive
    }

    /// Whether the type has a variant that keeps what names no member.
    pub const fn keeps_unlisted(&self) -> bool {
        self.keeps_unlisted
    }

    /// The members in source order.
    pub const fn members(&self) -> &'static [Member] {
        self.members
    }

    /// The member of exactly that name.
    pub fn member(&self, name: &str) -> Option<&'static Member> {
        self.members.iter().find(|it| it.name == name)
    }

    pub(crate) fn member_at(&self, index: u16) -> Option<&'static Member> {
        self.members.get(usize::from(index))
    }

    #[inline]
    pub(crate) fn name_at(&self, index: u16) -> &'static str {
        self.members
            .get(usize::from(index))
            .map_or("", |it| it.name)
    }

    /// [`name_at`](Self::name_at) as it is written.
    #[inline]
    pub(crate) fn quoted_at(&self, index: u16) -> &'static str {
        self.members
            .get(usize::from(index))
            .map_or(r#""""#, |it| it.quoted)
    }

    /// The greatest value that the underlying type has.
    pub(crate) fn greatest(&self) -> i64 {
        match self.underlying {
            Primitive::Byte => u8::MAX.into(),
            Primitive::SByte => i8::MAX.into(),
            Primitive::Int16 => i16::MAX.into(),
            Primitive::Int32 => i32::MAX.into(),
            _ => i64::MAX,
        }
    }

    pub(crate) fn index_of_value(&self, value: i64) -> Option<u16> {
        self.position(|it| it.value == value)
    }

    pub(crate) fn index_ignoring_case(&self, name: &str) -> Option<u16> {
        self.position(|it| it.name.eq_ignore_ascii_case(name))
    }

    fn position(&self, is_wanted: impl Fn(&Member) -> bool) -> Option<u16> {
        let index = self.members.iter().position(is_wanted)?;
        u16::try_from(index).ok()
    }

    /// What follows the type's own name and a dot.
    pub(crate) fn without_qualifier<'a>(&self, text: &'a str) -> Option<&'a str> {
        [self.name, self.alias]
            .into_iter()
            .filter(|qualifier| !qualifier.is_empty())
            .find_map(|qualifier| text.strip_prefix(qualifier)?.strip_prefix('.'))
    }
}
