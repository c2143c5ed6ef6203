//! Reading: one streaming pass from a parser into the struct itself.
//!
//! The derive writes a handful of items per type ([`ReadResource`], [`ReadHierarchy`]); visitors, loops, setters and everything that
//! is not the type's own business live here, shared.

use serde::de::MapAccess;

use crate::{
    dynamic::{
        annotations::Annotations, control::ControlInformation, properties::DynamicProperties,
    },
    model::{odata_resource::ODataResource, structured_type::MAX_PROPERTIES},
    runtime::slot::Slot,
};

pub(crate) mod buffered_members;
pub(crate) mod builder;
pub(crate) mod control;
pub(crate) mod delta;
pub(crate) mod erased_builder;
pub(crate) mod hierarchy;
pub(crate) mod key;
pub(crate) mod lookup;
pub(crate) mod members;
pub(crate) mod replay;
pub(crate) mod seen;
pub(crate) mod tag;
pub(crate) mod undeclared;
pub(crate) mod value_type;

pub(crate) use crate::runtime::de::{
    builder::{BuildPlan, Builder},
    seen::Required,
};

/// The index of a name that no level of a type declares.
pub(crate) const UNKNOWN: u16 = u16::MAX;

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
    type Plan: BuildPlan;
    /// The properties that must be there.
    const REQUIRED: Required = Required::of::<Self>();
    /// Finds the properties by name; no type has more than `MAX_PROPERTIES`.
    const SLOTS: &'static [u16] = match lookup::slots_for(Self::TYPE) {
        ..=8 => &lookup::slots::<8>(Self::TYPE),
        16 => &lookup::slots::<16>(Self::TYPE),
        32 => &lookup::slots::<32>(Self::TYPE),
        64 => &lookup::slots::<64>(Self::TYPE),
        128 => &lookup::slots::<128>(Self::TYPE),
        256 => &lookup::slots::<256>(Self::TYPE),
        512 => &lookup::slots::<512>(Self::TYPE),
        1024 => &lookup::slots::<1024>(Self::TYPE),
        2048 | 4096 => &lookup::slots::<4096>(Self::TYPE),
        _ => &lookup::slots::<{ 2 * MAX_PROPERTIES as usize }>(Self::TYPE),
    };
    /// Whether `require_all` may ask for more: not of a patch, which is a part by nature.
    const IS_WHOLE: bool = true;
    /// Something to fill.
    fn new_builder() -> Builder<'de, Self>;
    /// Reads the value of the property that has this place, counted from the last that the type declares: so each level knows its own without
    /// knowing how many there are above, and takes as many away as it has before it asks its base.
    fn read_property<A: MapAccess<'de>>(
        builder: &mut Builder<'de, Self>,
        slot: Slot,
        map: &mut A,
    ) -> Result<(), A::Error>;
    /// Where what no level declares goes.
    fn bags_mut<'s>(_: &'s mut Builder<'de, Self>) -> BagsMut<'s> {
        BagsMut::NONE
    }
    /// The whole from its parts; `None` where one is missing.
    fn build(_: <Self::Plan as BuildPlan>::Parts) -> Option<Self> {
        None
    }
}

/// The places a chain offers for what it does not declare.
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
    /// No place at all.
    pub const NONE: BagsMut<'static> = BagsMut {
        dynamic: None,
        annotations: None,
        control: None,
        etag: None,
        id: None,
    };
}
