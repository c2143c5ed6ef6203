//! The base in a struct with `default`.

use serde::de::MapAccess;

use crate::{
    model::{BaseOf, ODataResource, ResolveBase, base_form},
    runtime::{
        de::{
            BagsMut, ReadResource,
            builder::{BuildPlan, InPlace},
            members::skip_value,
        },
        slot::Slot,
    },
};

/// A base in a struct with `default`, which is filled in place.
///
/// The default methods are those of a base that is not a resource or is built from parts. Both are errors.
pub trait BaseInPlace<'de>: ResolveBase {
    /// Reads the property of the base with a given slot.
    fn read_property<A: MapAccess<'de>>(
        _: &mut Self::Field,
        _: Slot,
        map: &mut A,
    ) -> Result<(), A::Error> {
        skip_value(map)
    }
    /// Returns the bags of the base.
    fn bags_mut(_: &mut Self::Field) -> BagsMut<'_> {
        BagsMut::NONE
    }
}

macro_rules! base_in_place {
    ($($form:ident)*) => {$(
        impl<'de, B> BaseInPlace<'de> for BaseOf<B, { base_form::$form }>
        where
            B: ReadResource<'de, Plan: BuildPlan<Strategy = InPlace>>,
        {
            #[inline(always)]
            fn read_property<A: MapAccess<'de>>(
                base: &mut B,
                slot: Slot,
                map: &mut A,
            ) -> Result<(), A::Error> {
                B::read_property(base, slot, map)
            }

            #[inline(always)]
            fn bags_mut(base: &mut B) -> BagsMut<'_> {
                B::bags_mut(base)
            }
        }
    )*};
}

base_in_place! { IN_PLACE OPEN }

impl<B: ODataResource> BaseInPlace<'_> for BaseOf<B, { base_form::FROM_PARTS }> {}

impl<B> BaseInPlace<'_> for BaseOf<B, { base_form::NO_RESOURCE }> {}
