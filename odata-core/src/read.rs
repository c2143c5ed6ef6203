//! Reading: one streaming pass from a parser into the struct itself.
//!
//! The derive writes a handful of items per type ([`ReadResource`], [`ReadHierarchy`]); visitors, loops, setters and everything that
//! is not the type's own business live here, shared.

use serde::de::MapAccess;

use crate::{Annotations, ControlInformation, DynamicProperties, resource::ODataResource};

mod codec;
mod control;
mod early;
mod filling;
mod hierarchy;
mod inherited;
mod key;
mod lookup;
mod members;
mod replay;
mod seen;
mod setter;
mod tag;
mod tagged;
mod undeclared;
mod way;

pub use crate::by_type::ByType;
pub use codec::{
    BorrowedStr, Boxed, CaseInsensitive, Number, Opt, Plain, Present, ReadAs, Seq, Text,
};
pub(crate) use control::own_name as own_control_name;
pub(crate) use early::{Early, Member as EarlyMember};
pub use hierarchy::{
    Arrival, Names, ReadHierarchy, ReadVariant, Types, Variant, accepts, hierarchy, nested,
    no_variant,
};
pub(crate) use inherited::{Inheritance, context_type};
pub(crate) use key::{KeySeed, Name, TAG};
pub(crate) use lookup::Lookup;
pub use members::{abstract_type, pass_over, resource};
pub(crate) use replay::{NameText, captured};
pub use seen::{MAX_PROPERTIES, Seen};
pub use setter::{set, set_part};
pub(crate) use tag::Tag;
pub(crate) use undeclared::{Index, check_member, duplicate};
pub use way::{Filled, InParts, InPlace, Partial, WayOf, whole};

/// The index of a name that no level of a type declares.
pub(crate) const UNKNOWN: u16 = u16::MAX;

/// The type tag's name in 4.0 (JSON format 4.01, section 4.5.3).
pub(crate) const TYPE_TAG: &str = "@odata.type";

/// How a resource type is filled: written by the derive.
///
/// There are few items, and what can be said once is said here: each costs every type that derives it time to compile.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an OData resource",
    label = "not an OData resource",
    note = "add `#[derive(ODataResource)]` to `{Self}`"
)]
pub trait ReadResource<'de>: ODataResource + Sized {
    /// Whether the struct itself is filled or its parts.
    type Filled: Filled;
    /// The properties that must be there.
    const REQUIRED: Seen = Seen::required(Self::TYPE);
    /// Finds the properties by name; no type has more than [`MAX_PROPERTIES`].
    const SLOTS: &'static [u16] = match lookup::slots_for(Self::TYPE) {
        ..=8 => &lookup::slots::<8>(Self::TYPE),
        16 => &lookup::slots::<16>(Self::TYPE),
        32 => &lookup::slots::<32>(Self::TYPE),
        64 => &lookup::slots::<64>(Self::TYPE),
        128 => &lookup::slots::<128>(Self::TYPE),
        256 => &lookup::slots::<256>(Self::TYPE),
        512 => &lookup::slots::<512>(Self::TYPE),
        _ => &lookup::slots::<1024>(Self::TYPE),
    };
    /// Whether `require_all` may ask for more: not of a patch, which is a part by nature.
    const IS_WHOLE: bool = true;
    /// Something to fill.
    fn start() -> Partial<'de, Self>;
    /// Reads the value of the property that has this place, counted from the last that the type declares: so each level knows its own without
    /// knowing how many there are above, and takes as many away as it has before it asks its base.
    fn visit<A: MapAccess<'de>>(
        partial: &mut Partial<'de, Self>,
        place: u16,
        map: &mut A,
    ) -> Result<(), A::Error>;
    /// Where what no level declares goes.
    fn sinks<'s>(_: &'s mut Partial<'de, Self>) -> Sinks<'s> {
        Sinks::NONE
    }
    /// The whole from its parts; `None` where one is missing.
    fn whole(_: <Self::Filled as Filled>::Parts) -> Option<Self> {
        None
    }
}

/// The places a chain offers for what it does not declare.
#[derive(Debug, Default)]
pub struct Sinks<'a> {
    /// `#[odata(dynamic_properties)]`.
    pub dynamic: Option<&'a mut DynamicProperties>,
    /// `#[odata(annotations)]`.
    pub annotations: Option<&'a mut Annotations>,
    /// `#[odata(control)]`.
    pub control: Option<&'a mut ControlInformation>,
    /// `#[odata(etag)]`.
    pub etag: Option<&'a mut Option<String>>,
    /// `#[odata(id)]`.
    pub id: Option<&'a mut Option<String>>,
}

impl Sinks<'_> {
    /// No place at all.
    pub const NONE: Sinks<'static> = Sinks {
        dynamic: None,
        annotations: None,
        control: None,
        etag: None,
        id: None,
    };
}
