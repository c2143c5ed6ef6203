//! Combinations of the members of an enumeration of flags.

use std::{
    borrow::Borrow,
    fmt,
    hash::{Hash, Hasher},
    marker::PhantomData,
    ops::{BitOr, BitOrAssign},
    str::FromStr,
};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, Visitor},
};

use crate::{
    codec::PropertyType,
    enumeration::{
        enum_type::Member, lookup::MatchRules, odata_enum::ODataEnum, unknown::UnknownMember,
    },
    model::{ODataType, TypeKind},
    raw::write_quoted,
    validate::Validate,
};

pub(crate) mod choose;
pub(crate) mod names;
pub(crate) mod read;

use crate::enumeration::flags::names::Names;

/// An enumeration whose members can be combined (`IsFlags`, CSDL 4.01 §10.2).
///
/// The derive implements it for a type with `#[odata(flags)]`. A property of such a type holds [`Flags`].
#[diagnostic::on_unimplemented(
    message = "the members of `{Self}` cannot be combined",
    label = "not flags",
    note = "add `#[odata(flags)]` to `{Self}`, or use `{Self}` instead of `Flags<{Self}>` if a value is one member"
)]
pub trait ODataFlags: ODataEnum {
    /// The codec of `Flags` of this enumeration.
    #[doc(hidden)]
    type Codec;
}

/// A combination of any number of members of the enumeration `E`.
///
/// The values of the members are combined as bits. In JSON, a value is one string of names separated by commas (JSON 4.01 §7.1).
/// Reading also accepts spaces, repeated names and values in digits. Writing uses as few names as possible, in source order and without
/// spaces, and a number for the bits that belong to no member; a value without bits is the member with value zero, or `0`.
///
/// If `E` has an `other` variant, unknown names and bits are preserved, else they are errors. A value that was read with an unknown name
/// is written with the names that were read until it is changed.
///
/// ```
/// use odata_core::{Flags, ODataEnum, json};
///
/// #[derive(Debug, PartialEq, ODataEnum)]
/// #[odata(namespace = "shop", flags)]
/// enum Wrapping {
///     #[odata(value = 1)]
///     Paper,
///     #[odata(value = 2)]
///     Ribbon,
///     #[odata(value = 4)]
///     Card,
///     #[odata(value = 7)]
///     Everything,
/// }
///
/// let mut wrapping: Flags<Wrapping> = json::from_str(r#""paper, card""#)?;
/// assert!(wrapping.contains(Wrapping::Card) && !wrapping.contains(Wrapping::Ribbon));
/// assert_eq!(wrapping, Wrapping::Paper | Wrapping::Card);
/// assert_eq!(json::to_string(&wrapping)?, r#""paper,card""#);
///
/// wrapping.insert(Wrapping::Ribbon);
/// assert_eq!(wrapping.bits(), 7);
/// assert_eq!(json::to_string(&wrapping)?, r#""everything""#);
/// # Ok::<(), odata_core::Error>(())
/// ```
pub struct Flags<E> {
    bits: i64,
    unknown: Names,
    members: PhantomData<fn() -> E>,
}

impl<E> Flags<E> {
    /// Creates a value without members.
    pub const fn new() -> Flags<E> {
        Flags {
            bits: 0,
            unknown: Names::NONE,
            members: PhantomData,
        }
    }

    /// Returns the combined values of the members. Unknown names have no bits.
    pub const fn bits(&self) -> i64 {
        self.bits
    }

    /// Returns whether there are no members and no unknown names.
    pub fn is_empty(&self) -> bool {
        self.bits == 0 && self.unknown.is_empty()
    }

    /// Returns the unknown names, as they were read.
    pub fn unknown_names(&self) -> impl Iterator<Item = &str> {
        self.unknown.iter()
    }

    fn set_bits(&mut self, bits: i64) {
        if bits != self.bits {
            self.bits = bits;
            self.unknown.forget_text();
        }
    }
}

impl<E: ODataFlags> Flags<E> {
    /// Returns the members with these bits; `None` if a bit belongs to no member and `E` has no `other` variant.
    ///
    /// ```
    /// use odata_core::{Flags, ODataEnum};
    ///
    /// #[derive(ODataEnum)]
    /// #[odata(namespace = "shop", flags)]
    /// enum Wrapping {
    ///     #[odata(value = 1)]
    ///     Paper,
    ///     #[odata(value = 2)]
    ///     Ribbon,
    /// }
    ///
    /// assert_eq!(Flags::<Wrapping>::from_bits(3), Some(Wrapping::Paper | Wrapping::Ribbon));
    /// assert_eq!(Flags::<Wrapping>::from_bits(4), None);
    /// ```
    pub fn from_bits(bits: i64) -> Option<Flags<E>> {
        let fits = read::fits(E::TYPE, bits, E::TYPE.has_other());
        fits.then_some(Flags {
            bits,
            ..Flags::new()
        })
    }

    /// Returns whether the value contains a member. A member that combines others is contained if all of its bits are set; the member with
    /// value zero is contained if no bit is set.
    pub fn contains(&self, member: impl Borrow<E>) -> bool {
        match bits_of(member.borrow()) {
            Ok(0) => self.bits == 0,
            Ok(bits) => self.bits & bits == bits,
            Err(name) => self.unknown.contains(name),
        }
    }

    /// Adds a member.
    pub fn insert(&mut self, member: impl Borrow<E>) {
        match bits_of(member.borrow()) {
            Ok(bits) => self.set_bits(self.bits | bits),
            Err(name) => self.unknown.insert(name),
        }
    }

    /// Removes a member. If it combines others, all of its bits are removed.
    pub fn remove(&mut self, member: impl Borrow<E>) {
        match bits_of(member.borrow()) {
            Ok(bits) => self.set_bits(self.bits & !bits),
            Err(name) => self.unknown.remove(name),
        }
    }

    /// Returns as few members as possible: a member that combines others instead of its parts, and unknown names at the end. Bits that
    /// belong to no member are omitted; see [`bits`](Self::bits).
    ///
    /// ```
    /// use odata_core::ODataEnum;
    ///
    /// #[derive(Debug, PartialEq, ODataEnum)]
    /// #[odata(namespace = "shop", flags)]
    /// enum Wrapping {
    ///     #[odata(value = 1)]
    ///     Paper,
    ///     #[odata(value = 2)]
    ///     Ribbon,
    /// }
    ///
    /// let both = Wrapping::Ribbon | Wrapping::Paper;
    /// assert_eq!(both.iter().collect::<Vec<_>>(), [Wrapping::Paper, Wrapping::Ribbon]);
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = E> {
        let (chosen, _) = choose::members(E::TYPE, self.bits);
        let unknown = self
            .unknown
            .iter()
            .filter_map(|name| E::OTHER.map(|other| other(name.to_owned())));
        // A value without bits is the member with value zero, unless it has unknown names.
        let known = if self.bits == 0 && !self.unknown.is_empty() {
            0
        } else {
            usize::MAX
        };
        chosen
            .into_iter()
            .take(known)
            .filter_map(E::member)
            .chain(unknown)
    }

    fn read(text: &str, rules: MatchRules) -> Result<Flags<E>, UnknownMember> {
        let (bits, unknown) = read::read_members(E::TYPE, E::find, text, rules)?;
        Ok(Flags {
            bits,
            unknown,
            members: PhantomData,
        })
    }
}

/// Returns the bits of the member; for an unknown member, its name.
fn bits_of<E: ODataFlags>(member: &E) -> Result<i64, &str> {
    let index = member.index()?;
    Ok(E::TYPE.member_at(index).map_or(0, Member::value))
}

impl<E> Default for Flags<E> {
    fn default() -> Flags<E> {
        Flags::new()
    }
}

impl<E> Clone for Flags<E> {
    fn clone(&self) -> Flags<E> {
        Flags {
            bits: self.bits,
            unknown: self.unknown.clone(),
            members: PhantomData,
        }
    }
}

/// Compares the bits, and the unknown names in any order.
impl<E> PartialEq for Flags<E> {
    fn eq(&self, other: &Flags<E>) -> bool {
        self.bits == other.bits && self.unknown == other.unknown
    }
}

impl<E> Eq for Flags<E> {}

impl<E> Hash for Flags<E> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bits.hash(state);
        self.unknown.hash(state);
    }
}

/// Compares with exactly one member.
impl<E: ODataFlags> PartialEq<E> for Flags<E> {
    fn eq(&self, member: &E) -> bool {
        match bits_of(member) {
            Ok(bits) => self.bits == bits && self.unknown.is_empty(),
            Err(name) => self.bits == 0 && self.unknown.is_only(name),
        }
    }
}

impl<E: ODataFlags> From<E> for Flags<E> {
    fn from(member: E) -> Flags<E> {
        let mut flags = Flags::new();
        flags.insert(member);
        flags
    }
}

impl<E: ODataFlags> FromIterator<E> for Flags<E> {
    fn from_iter<I: IntoIterator<Item = E>>(members: I) -> Flags<E> {
        let mut flags = Flags::new();
        flags.extend(members);
        flags
    }
}

impl<E: ODataFlags> Extend<E> for Flags<E> {
    fn extend<I: IntoIterator<Item = E>>(&mut self, members: I) {
        members.into_iter().for_each(|it| self.insert(it));
    }
}

/// Adds the members of another value.
impl<E> BitOrAssign for Flags<E> {
    fn bitor_assign(&mut self, other: Flags<E>) {
        self.set_bits(self.bits | other.bits);
        self.unknown.extend(&other.unknown);
    }
}

/// Returns the union.
impl<E> BitOr for Flags<E> {
    type Output = Flags<E>;

    fn bitor(mut self, other: Flags<E>) -> Flags<E> {
        self |= other;
        self
    }
}

/// Adds a member.
impl<E: ODataFlags> BitOrAssign<E> for Flags<E> {
    fn bitor_assign(&mut self, member: E) {
        self.insert(member);
    }
}

/// Returns the value with a member added.
impl<E: ODataFlags> BitOr<E> for Flags<E> {
    type Output = Flags<E>;

    fn bitor(mut self, member: E) -> Flags<E> {
        self.insert(member);
        self
    }
}

/// Displays the text that is written to JSON.
impl<E: ODataFlags> fmt::Display for Flags<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        choose::write(E::TYPE, self.bits, &self.unknown, f)
    }
}

impl<E: ODataFlags> fmt::Debug for Flags<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Flags({self})")
    }
}

impl<E: ODataFlags> FromStr for Flags<E> {
    type Err = UnknownMember;

    fn from_str(text: &str) -> Result<Flags<E>, UnknownMember> {
        Flags::read(text, MatchRules::of(E::TYPE))
    }
}

impl<E: ODataFlags> Serialize for Flags<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match E::TYPE.index_of_value(self.bits) {
            Some(index) if self.unknown.is_empty() => {
                write_quoted(E::TYPE.quoted_at(index), serializer)
            }
            _ => serializer.collect_str(self),
        }
    }
}

impl<'de, E: ODataFlags> Deserialize<'de> for Flags<E> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Flags<E>, D::Error> {
        deserializer.deserialize_str(FlagsVisitor(PhantomData))
    }
}

struct FlagsVisitor<E>(PhantomData<E>);

impl<E: ODataFlags> Visitor<'_> for FlagsVisitor<E> {
    type Value = Flags<E>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            return f.write_str(E::TYPE.name());
        }
        write!(f, "a string with members of {}", E::TYPE.name())
    }

    fn visit_str<Error: de::Error>(self, text: &str) -> Result<Flags<E>, Error> {
        Flags::read(text, MatchRules::in_force(E::TYPE)).map_err(UnknownMember::into_serde)
    }
}

impl<E: ODataFlags> ODataType for Flags<E> {
    const NAME: &'static str = E::NAME;
    const KIND: TypeKind = TypeKind::Enumeration;

    fn define(model: &mut dyn crate::model::define::Define) {
        E::define(model);
    }
}

impl<E> Validate for Flags<E> {}

// Only enumerations with `flags` have this codec. An enumeration without `flags` is then one error.
#[diagnostic::do_not_recommend]
impl<E: ODataFlags> PropertyType for Flags<E> {
    type Codec = <E as ODataFlags>::Codec;
}
