//! Reading in one pass from a parser into the struct.
//!
//! The derive generates few items for each type ([`ReadResource`] and, for hierarchies, `ReadHierarchy`). Visitors, loops and setters are
//! here, shared by all types.

use serde::de::MapAccess;

use crate::{
    dynamic::{Annotations, ControlInformation, DynamicProperties},
    model::{MAX_PROPERTIES, ODataResource},
    runtime::slot::Slot,
};

pub(crate) mod base_in_place;
pub(crate) mod buffered_members;
pub(crate) mod builder;
pub(crate) mod control;
pub(crate) mod delta;
pub(crate) mod described;
pub(crate) mod erased_builder;
pub(crate) mod error_body;
pub(crate) mod hierarchy;
pub(crate) mod inline_stream;
pub(crate) mod inner_values;
pub(crate) mod key;
pub(crate) mod lookup;
pub(crate) mod member;
pub(crate) mod member_checks;
pub(crate) mod member_index;
pub(crate) mod member_order;
pub(crate) mod members;
pub(crate) mod no_base;
pub(crate) mod progress;
pub(crate) mod rejection;
pub(crate) mod replay;
pub(crate) mod resource;
pub(crate) mod seen;
pub(crate) mod tag;
pub(crate) mod undeclared;
pub(crate) mod value_type;

pub(crate) use crate::runtime::de::{
    buffered_members::BufferedMembers,
    builder::{BuildPlan, Builder},
    delta::{ItemKind, check_removed, is_nested_delta},
    key::Name,
    member::Member,
    member_index::MemberIndex,
    replay::NameText,
    seen::{Required, Seen},
    undeclared::check_member,
};

/// The index of a name that no level of a type declares.
pub(crate) const UNKNOWN: u16 = u16::MAX;

/// Reads a resource type. The derive implements it.
///
/// Keep this trait small: every item is generated for every derived type and adds to its compile time.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an OData resource",
    label = "not an OData resource",
    note = "add `#[derive(ODataResource)]` to `{Self}`"
)]
pub trait ReadResource<'de>: ODataResource + Sized {
    /// Whether reading fills the struct itself or its parts.
    type Plan: BuildPlan;
    /// The required properties.
    const REQUIRED: Required = Required::of::<Self>();
    /// The hash table that finds properties by name.
    const NAME_TABLE: &'static [u16] = match lookup::table_size(Self::TYPE) {
        ..=8 => &lookup::table::<8>(Self::TYPE),
        16 => &lookup::table::<16>(Self::TYPE),
        32 => &lookup::table::<32>(Self::TYPE),
        64 => &lookup::table::<64>(Self::TYPE),
        128 => &lookup::table::<128>(Self::TYPE),
        256 => &lookup::table::<256>(Self::TYPE),
        512 => &lookup::table::<512>(Self::TYPE),
        1024 => &lookup::table::<1024>(Self::TYPE),
        2048 | 4096 => &lookup::table::<4096>(Self::TYPE),
        _ => &lookup::table::<{ 2 * MAX_PROPERTIES as usize }>(Self::TYPE),
    };
    /// Whether `require_all` applies. A patch may omit any property.
    const IS_WHOLE: bool = true;
    /// Fails to evaluate if a type argument breaks a rule. A constant of the type, so that each error is reported once.
    const CHECKED: () = ();
    /// Creates an empty builder.
    fn new_builder() -> Builder<'de, Self>;
    /// Reads the value of the property in this slot: an own property, or one of the base, which counts slots without the own properties.
    // One lifetime, and not one for each reference: the compiler stores each lifetime of each derived impl.
    fn read_property<'a, A: MapAccess<'de>>(
        builder: &'a mut Builder<'de, Self>,
        slot: Slot,
        map: &'a mut A,
    ) -> Result<(), A::Error>;
    /// Returns the fields for undeclared members.
    fn bags_mut<'s>(_: &'s mut Builder<'de, Self>) -> BagsMut<'s> {
        BagsMut::NONE
    }
    /// Builds the struct from its parts; `None` if a part is missing.
    fn build(_: <Self::Plan as BuildPlan>::Parts) -> Option<Self> {
        None
    }
}

/// The fields of a chain for undeclared members.
#[derive(Debug, Default)]
pub struct BagsMut<'a> {
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

impl BagsMut<'_> {
    /// No fields.
    pub const NONE: BagsMut<'static> = BagsMut {
        dynamic: None,
        annotations: None,
        control: None,
        etag: None,
        id: None,
    };
}
