//! The patch type that stands in for a missing one, so that a value without a patch type is one compile error.

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{IgnoredAny, MapAccess},
};

use crate::{
    codec::property_type::NoValue,
    error::Error,
    model::{NoBase, ODataResource, ODataType, StructuredType},
    patch::{PatchedBase, patchable::Patchable},
    runtime::{
        de::{ReadResource, Required, builder::FromParts, members::skip_value},
        ser::{WriteResource, level::Root, members::WriteMembers},
        slot::Slot,
    },
    validate::Validate,
};

/// The patch that changes nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NoPatch;

impl ODataType for NoPatch {
    const NAME: &'static str = "";
}

#[diagnostic::do_not_recommend]
impl ODataResource for NoPatch {
    const TYPE: &'static StructuredType = NoBase::TYPE;
}

/// A base that is not a resource has an error of its own.
#[diagnostic::do_not_recommend]
impl PatchedBase for NoBase {
    type Level = NoPatch;

    fn diff_level(_: &Self, _: &Self) -> NoPatch {
        NoPatch
    }

    fn is_level_empty(_: &NoPatch) -> bool {
        true
    }

    fn level_to_patch(&self) -> NoPatch {
        NoPatch
    }

    fn apply_level(&mut self, _: NoPatch) -> Result<(), Error> {
        Ok(())
    }
}

/// A property whose type is a patch type has an error of its own.
#[diagnostic::do_not_recommend]
impl Patchable for NoValue {
    type Patch = NoPatch;

    fn diff(_: &Self, _: &Self) -> Option<NoPatch> {
        None
    }

    fn to_patch(&self) -> NoPatch {
        NoPatch
    }

    fn apply(&mut self, _: NoPatch) -> Result<(), Error> {
        Ok(())
    }

    fn create(_: NoPatch) -> Result<Self, Error> {
        Ok(NoValue)
    }
}

impl Validate for NoPatch {}

impl Serialize for NoPatch {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }
}

impl<'de> Deserialize<'de> for NoPatch {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(deserializer).map(|_| NoPatch)
    }
}

impl<'de> ReadResource<'de> for NoPatch {
    type Plan = (FromParts, ());
    const REQUIRED: Required = Required::None;

    fn new_builder() {}

    fn read_property<A: MapAccess<'de>>(_: &mut (), _: Slot, map: &mut A) -> Result<(), A::Error> {
        skip_value(map)
    }

    fn build((): ()) -> Option<Self> {
        Some(NoPatch)
    }
}

impl WriteResource for NoPatch {
    type Level = Root;

    fn fields<W: WriteMembers>(&self, _: &mut W) {}
}
