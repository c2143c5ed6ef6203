//! The base of a type without one, as a resource: no value of it is ever built.

use serde::de::MapAccess;

use crate::{
    model::NoBase,
    runtime::{
        de::{ReadResource, Required, builder::FromParts, members::skip_value},
        slot::Slot,
    },
};

#[diagnostic::do_not_recommend]
impl<'de> ReadResource<'de> for NoBase {
    type Plan = (FromParts, ());
    const REQUIRED: Required = Required::None;

    fn new_builder() {}

    fn read_property<A: MapAccess<'de>>(_: &mut (), _: Slot, map: &mut A) -> Result<(), A::Error> {
        skip_value(map)
    }
}
