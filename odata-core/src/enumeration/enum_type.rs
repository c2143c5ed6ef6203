//! The description of an enumeration type.

use crate::{edm::Primitive, raw::unquoted};

/// The description of an enumeration type: its name, underlying type and members.
///
/// It is a constant; see [`ODataEnum::TYPE`](crate::ODataEnum::TYPE). Use it to list the members or to write CSDL.
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
    pub has_other: bool,
    #[doc(hidden)]
    pub members: &'static [Member],
}

/// One member of an enumeration (CSDL 4.01 §10.3).
#[derive(Debug)]
pub struct Member {
    pub(crate) quoted: &'static str,
    pub(crate) name: &'static str,
    pub(crate) value: i64,
}

impl Member {
    /// Creates a member from its name in quotation marks. Called by generated code.
    #[doc(hidden)]
    pub const fn new(quoted: &'static str, value: i64) -> Member {
        Member {
            quoted,
            name: unquoted(quoted),
            value,
        }
    }

    /// Returns the OData name.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the value.
    pub const fn value(&self) -> i64 {
        self.value
    }
}

impl EnumType {
    /// Returns the qualified name, such as `microsoft.graph.accessPackageRequestState`.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the name with the schema's alias instead of the namespace, if there is an alias.
    pub const fn alias_name(&self) -> Option<&'static str> {
        if self.alias.is_empty() {
            None
        } else {
            Some(self.alias)
        }
    }

    /// Returns the type of the values: `Edm.Byte`, `Edm.SByte`, `Edm.Int16`, `Edm.Int32` or `Edm.Int64`.
    pub const fn underlying(&self) -> Primitive {
        self.underlying
    }

    /// Returns whether members can be combined (`IsFlags`). A property of such a type holds [`Flags`](crate::Flags).
    pub const fn is_flags(&self) -> bool {
        self.is_flags
    }

    /// Returns whether reading ignores letter case, unless the options override it.
    pub const fn is_case_insensitive(&self) -> bool {
        self.is_case_insensitive
    }

    /// Returns whether the type has a variant for unknown members.
    pub const fn has_other(&self) -> bool {
        self.has_other
    }

    /// Returns the members in source order.
    pub const fn members(&self) -> &'static [Member] {
        self.members
    }

    /// Returns the member with exactly this name.
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

    /// Returns the name in quotation marks.
    #[inline]
    pub(crate) fn quoted_at(&self, index: u16) -> &'static str {
        self.members
            .get(usize::from(index))
            .map_or(r#""""#, |it| it.quoted)
    }

    /// Returns the maximum value of the underlying type.
    pub(crate) fn max_value(&self) -> i64 {
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

    fn position(&self, predicate: impl Fn(&Member) -> bool) -> Option<u16> {
        let index = self.members.iter().position(predicate)?;
        u16::try_from(index).ok()
    }

    /// Returns the rest of a text that starts with the qualified name of the type and a dot.
    pub(crate) fn without_qualifier<'a>(&self, text: &'a str) -> Option<&'a str> {
        [self.name, self.alias]
            .into_iter()
            .filter(|qualifier| !qualifier.is_empty())
            .find_map(|qualifier| text.strip_prefix(qualifier)?.strip_prefix('.'))
    }
}
