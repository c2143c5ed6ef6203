//! Any number of members of an enumeration of flags.

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
    enumeration::{
        enum_type::Member, odata_enum::ODataEnum, read::Leniency, unknown::UnknownMember,
    },
    model::odata_type::ODataType,
    raw::quoted::write_quoted,
    validate::Validate,
};

pub(crate) mod choose;
pub(crate) mod names;
pub(crate) mod read;

use crate::enumeration::flags::names::Names;

/// An enumeration whose members combine (`IsFlags`, CSDL 4.01, section 10.2).
///
/// Derived with `#[odata(flags)]`. A property of such a type holds [`Flags`].
#[diagnostic::on_unimplemented(
    message = "the members of `{Self}` cannot be combined",
    label = "not flags",
    note = "add `#[odata(flags)]` to `{Self}`, or use `{Self}` instead of `Flags<{Self}>` if a value is one member"
)]
pub trait ODataFlags: ODataEnum {}

/// Any number of members of the enumeration `E`, none included.
///
/// The members' values are combined as bits. On the wire that is one string: names with commas between them, read with or without
/// blanks, repeats and digits among them (JSON format 4.01, section 7.1). Written are as few names as there can be, in source order
/// and without blanks, and bits that belong to no member as a number; no bits at all as the member of value zero, or `0`.
///
/// Where `E` has a variant that keeps unlisted members, so has the set: names that this build does not know, and bits. Where it has
/// none, those are errors. A set that came with such a name is written in the names that it came with until it is changed.
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
    unlisted: Names,
    members: PhantomData<fn() -> E>,
}

impl<E> Flags<E> {
    /// No members.
    pub const fn new() -> Flags<E> {
        Flags {
            bits: 0,
            unlisted: Names::NONE,
            members: PhantomData,
        }
    }

    /// The members' values, combined. Names that this build does not know have no bits here.
    pub const fn bits(&self) -> i64 {
        self.bits
    }

    /// Whether there is no member, listed or not.
    pub fn is_empty(&self) -> bool {
        self.bits == 0 && self.unlisted.is_empty()
    }

    /// The names that this build does not know, as they came.
    pub fn unlisted(&self) -> impl Iterator<Item = &str> {
        self.unlisted.iter()
    }

    fn set_bits(&mut self, bits: i64) {
        if bits != self.bits {
            self.bits = bits;
            self.unlisted.forget_text();
        }
    }
}

impl<E: ODataFlags> Flags<E> {
    /// The members of these bits; none where one of the bits belongs to no member and `E` keeps no unlisted ones.
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
        let fits = read::fits(E::TYPE, bits, E::TYPE.keeps_unlisted());
        fits.then_some(Flags {
            bits,
            ..Flags::new()
        })
    }

    /// Whether the member is among these: of a combined one, all its bits; of the one that is zero, whether there are no bits.
    pub fn contains(&self, member: impl Borrow<E>) -> bool {
        match bits_of(member.borrow()) {
            Ok(0) => self.bits == 0,
            Ok(bits) => self.bits & bits == bits,
            Err(name) => self.unlisted.contains(name),
        }
    }

    /// Adds a member.
    pub fn insert(&mut self, member: impl Borrow<E>) {
        match bits_of(member.borrow()) {
            Ok(bits) => self.set_bits(self.bits | bits),
            Err(name) => self.unlisted.insert(name),
        }
    }

    /// Takes a member out: of a combined one, all its bits.
    pub fn remove(&mut self, member: impl Borrow<E>) {
        match bits_of(member.borrow()) {
            Ok(bits) => self.set_bits(self.bits & !bits),
            Err(name) => self.unlisted.remove(name),
        }
    }

    /// As few members as there can be: a combined one instead of its parts, unlisted names at the end. Bits of no member are left out;
    /// see [`bits`](Self::bits).
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
        let unlisted = self
            .unlisted
            .iter()
            .filter_map(|name| E::OTHER.map(|other| other(name.to_owned())));
        // Beside unlisted names, no bits are no member.
        let listed = if self.bits == 0 && !self.unlisted.is_empty() {
            0
        } else {
            usize::MAX
        };
        chosen
            .into_iter()
            .take(listed)
            .filter_map(E::member)
            .chain(unlisted)
    }

    fn read(text: &str, leniency: Leniency) -> Result<Flags<E>, UnknownMember> {
        let (bits, unlisted) = read::combined(E::TYPE, E::find, text, leniency)?;
        Ok(Flags {
            bits,
            unlisted,
            members: PhantomData,
        })
    }
}

/// The member's bits; of an unlisted one, its name.
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
            unlisted: self.unlisted.clone(),
            members: PhantomData,
        }
    }
}

/// The same bits and the same unlisted names, in any order.
impl<E> PartialEq for Flags<E> {
    fn eq(&self, other: &Flags<E>) -> bool {
        self.bits == other.bits && self.unlisted == other.unlisted
    }
}

impl<E> Eq for Flags<E> {}

impl<E> Hash for Flags<E> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bits.hash(state);
        self.unlisted.hash(state);
    }
}

/// Exactly this member.
impl<E: ODataFlags> PartialEq<E> for Flags<E> {
    fn eq(&self, member: &E) -> bool {
        match bits_of(member) {
            Ok(bits) => self.bits == bits && self.unlisted.is_empty(),
            Err(name) => self.bits == 0 && self.unlisted.is_only(name),
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

/// The union.
impl<E> BitOrAssign for Flags<E> {
    fn bitor_assign(&mut self, other: Flags<E>) {
        self.set_bits(self.bits | other.bits);
        self.unlisted.extend(&other.unlisted);
    }
}

/// The union.
impl<E> BitOr for Flags<E> {
    type Output = Flags<E>;

    fn bitor(mut self, other: Flags<E>) -> Flags<E> {
        self |= other;
        self
    }
}

/// With that member.
impl<E: ODataFlags> BitOrAssign<E> for Flags<E> {
    fn bitor_assign(&mut self, member: E) {
        self.insert(member);
    }
}

/// With that member.
impl<E: ODataFlags> BitOr<E> for Flags<E> {
    type Output = Flags<E>;

    fn bitor(mut self, member: E) -> Flags<E> {
        self.insert(member);
        self
    }
}

/// As on the wire.
impl<E: ODataFlags> fmt::Display for Flags<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        choose::write(E::TYPE, self.bits, &self.unlisted, f)
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
        Flags::read(text, Leniency::of(E::TYPE))
    }
}

impl<E: ODataFlags> Serialize for Flags<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match E::TYPE.index_of_value(self.bits) {
            Some(index) if self.unlisted.is_empty() => {
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
        write!(f, "a string with members of {}", E::TYPE.name())
    }

    fn visit_str<Error: de::Error>(self, text: &str) -> Result<Flags<E>, Error> {
        Flags::read(text, Leniency::in_force(E::TYPE)).map_err(UnknownMember::into_serde)
    }
}

impl<E: ODataFlags> ODataType for Flags<E> {
    const NAME: &'static str = E::NAME;
}

impl<E> Validate for Flags<E> {}
