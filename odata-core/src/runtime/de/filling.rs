//! What is being filled, without its type: so the loops over members exist once, and a type adds no more than its properties.

use serde::de::MapAccess;

use crate::{
    model::structured_type::StructuredType,
    runtime::de::{ReadResource, Sinks, lookup::Lookup, seen::Seen, way::Partial},
};

/// A partial resource whose members come from an `A`.
trait Fill<'de, A: MapAccess<'de>> {
    /// See [`ReadResource::visit`].
    fn visit(&mut self, place: u16, map: &mut A) -> Result<(), A::Error>;
    /// See [`ReadResource::sinks`].
    fn sinks(&mut self) -> Sinks<'_>;
}

struct Typed<'p, 'de, T: ReadResource<'de>>(&'p mut Partial<'de, T>);

impl<'de, T: ReadResource<'de>, A: MapAccess<'de>> Fill<'de, A> for Typed<'_, 'de, T> {
    fn visit(&mut self, place: u16, map: &mut A) -> Result<(), A::Error> {
        T::visit(self.0, place, map)
    }

    fn sinks(&mut self) -> Sinks<'_> {
        T::sinks(self.0)
    }
}

/// A partial resource, and what the loops must know of its type.
pub(super) struct Filling<'p, 'de, A> {
    fill: &'p mut dyn Fill<'de, A>,
    pub(super) declared: &'static StructuredType,
    slots: &'static [u16],
    /// None where nothing is.
    pub(super) required: Option<&'static Seen>,
    pub(super) is_whole: bool,
}

impl<'de, A: MapAccess<'de>> Filling<'_, 'de, A> {
    /// Does `f` with `partial`.
    #[inline]
    pub(super) fn with<T: ReadResource<'de>, R>(
        partial: &mut Partial<'de, T>,
        f: impl FnOnce(&mut Filling<'_, 'de, A>) -> R,
    ) -> R {
        f(&mut Filling {
            fill: &mut Typed::<T>(partial),
            declared: StructuredType::of::<T>(),
            slots: T::SLOTS,
            required: const {
                match T::REQUIRED {
                    Seen::NONE => None,
                    _ => Some(&T::REQUIRED),
                }
            },
            is_whole: T::IS_WHOLE,
        })
    }

    #[inline]
    pub(super) fn lookup(&self) -> Lookup {
        Lookup::new(self.declared, self.slots)
    }

    /// Reads the value of the property with this index, less what [`navigation::member`](crate::navigation::member) takes away.
    #[inline]
    pub(super) fn visit(&mut self, index: u16, map: &mut A) -> Result<(), A::Error> {
        self.fill.visit(self.declared.last.wrapping_sub(index), map)
    }

    pub(super) fn sinks(&mut self) -> Sinks<'_> {
        self.fill.sinks()
    }
}
