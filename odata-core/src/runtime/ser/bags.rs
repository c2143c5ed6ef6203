//! The fields of a chain for undeclared members, and how their annotations are written.

use serde::ser::SerializeMap;

use crate::{
    codec::RawJson,
    dynamic::{
        Annotations, BagEntry, ControlInformation, DynamicProperties, UnwrittenAnnotations,
        place_before_targets,
    },
    protocol::Version,
};

/// The fields of a chain for undeclared members.
#[derive(Debug, Clone, Copy, Default)]
pub struct Bags<'a> {
    /// `#[odata(dynamic_properties)]`.
    pub dynamic: Option<&'a DynamicProperties>,
    /// `#[odata(annotations)]`.
    pub annotations: Option<&'a Annotations>,
    /// `#[odata(control)]`.
    pub control: Option<&'a ControlInformation>,
    /// `#[odata(etag)]`.
    pub etag: Option<&'a Option<String>>,
    /// `#[odata(id)]`.
    pub id: Option<&'a Option<String>>,
}

impl Bags<'_> {
    /// No fields.
    pub const NONE: Bags<'static> = Bags {
        dynamic: None,
        annotations: None,
        control: None,
        etag: None,
        id: None,
    };

    /// Returns whether there are no annotations and no control information.
    #[inline]
    pub(super) fn are_empty(&self) -> bool {
        self.control.is_none_or(ControlInformation::is_empty)
            && self.annotations.is_none_or(Annotations::is_empty)
    }
}

impl<'a> Bags<'a> {
    fn entries(&self) -> impl Iterator<Item = BagEntry<'a>> + use<'a> {
        let control = self.control.into_iter().flat_map(|it| it.entries());
        control
            .chain(self.annotations.into_iter().flat_map(|it| it.entries()))
            .chain(
                self.annotations_among_dynamic()
                    .map(|(name, value)| BagEntry::of_annotations(name, value)),
            )
    }

    /// Returns the annotations that are among the dynamic properties, because the type has no bag for annotations.
    fn annotations_among_dynamic(&self) -> impl Iterator<Item = (&'a str, &'a RawJson)> + use<'a> {
        let dynamic = self.dynamic.filter(|_| self.annotations.is_none());
        let members = dynamic.into_iter().flatten();
        members.filter(|(name, _)| name.contains('@'))
    }

    /// Returns whether the dynamic properties have no annotations among them.
    #[inline]
    pub(super) fn has_no_annotations_among_dynamic(&self) -> bool {
        self.dynamic.is_none_or(DynamicProperties::is_empty)
            || self.annotations_among_dynamic().next().is_none()
    }

    /// Writes the context of the object. Out of line, because most resources have no annotations.
    #[inline(never)]
    pub(super) fn write_context<M: SerializeMap>(
        &self,
        map: &mut M,
        version: Version,
    ) -> Result<(), M::Error> {
        self.entries()
            .filter(BagEntry::is_context)
            .try_for_each(|entry| entry.write(map, version))
    }

    /// Writes the annotations of the object except the context, and returns those of its properties.
    #[inline(never)]
    pub(super) fn write_own<M: SerializeMap>(
        &self,
        map: &mut M,
        version: Version,
    ) -> Result<Option<Box<UnwrittenAnnotations<'a>>>, M::Error> {
        let own = || {
            self.entries()
                .filter(|it| it.property().is_empty() && !it.is_context())
        };
        if self.entries().any(|it| it.describes_own_annotation()) {
            let mut own: Vec<BagEntry<'a>> = own().collect();
            place_before_targets(&mut own);
            own.iter().try_for_each(|entry| entry.write(map, version))?;
        } else {
            own().try_for_each(|entry| entry.write(map, version))?;
        }
        let unwritten = UnwrittenAnnotations::collect(self.entries(), version);
        let has_others = || self.annotations_among_dynamic().next().is_some();
        Ok(unwritten
            .or_else(|| has_others().then(|| UnwrittenAnnotations::none(version)))
            .map(Box::new))
    }
}
