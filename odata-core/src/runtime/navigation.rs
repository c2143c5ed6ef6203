//! Reading and writing the fields of navigation properties.

use serde::{
    de::{self, MapAccess},
    ser::SerializeMap,
};

use crate::{
    dynamic::MemberName,
    error::ErrorKind,
    model::{Property, StructuredType},
    protocol::Version,
    raw::{captured, scan},
    runtime::slot::{NavigationMember, Slot},
    session::new_error,
};

/// Returns the slot of the navigation property that control information called `name` belongs to.
///
/// `None` if `name` is not such control information, or if the field does not hold it.
pub(crate) fn slot(
    declared: &'static StructuredType,
    name: &str,
    version: Version,
) -> Option<Slot> {
    let name = MemberName::parse(name);
    let target = name.target();
    if target.is_empty() {
        return None;
    }
    let member = match name.control(version)? {
        "bind" => NavigationMember::Bind,
        "count" => NavigationMember::Count,
        "nextLink" => NavigationMember::NextLink,
        _ => return None,
    };
    let has_field =
        |it: &Property| it.has_links() && (it.is_collection() || member == NavigationMember::Bind);
    let index = declared.index(target)?;
    declared.property_at(index).filter(|it| has_field(it))?;
    Some(Slot::new(declared.last.wrapping_sub(index)).with_member(member))
}

/// Returns the index of the navigation property whose value the control information `name` is: the link of a single-valued one,
/// `Manager@odata.bind`, or the changes of a collection, `Orders@delta`.
pub(crate) fn bound_property(
    declared: &'static StructuredType,
    name: &str,
    version: Version,
) -> Option<u16> {
    let name = MemberName::parse(name);
    let is_collection = match name.control(version)? {
        "bind" => false,
        "delta" => true,
        _ => return None,
    };
    let index = declared.index(name.target())?;
    let property = declared.property_at(index)?;
    (property.is_navigation() && property.is_collection() == is_collection).then_some(index)
}

/// A field that is read from several members.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not `odata_core::Nav` or `odata_core::NavCollection`",
    label = "another type of the same name",
    note = "the derive recognizes `Nav` and `NavCollection` by name: rename `{Self}`, or add `edm` or `with` to the field"
)]
pub trait ReadRelated<'de> {
    /// Reads the value. Null is an error unless `is_nullable`.
    fn value<A: MapAccess<'de>>(&mut self, is_nullable: bool, map: &mut A) -> Result<(), A::Error>;

    /// Reads control information of the property from its JSON text.
    fn read_control<E: de::Error>(&mut self, member: NavigationMember, text: &str)
    -> Result<(), E>;

    /// Returns whether the value is null.
    fn is_null(&self) -> bool;
}

/// Reads a member of a navigation property into its field.
#[inline(never)]
pub fn read_member<'de, N: ReadRelated<'de>, A: MapAccess<'de>>(
    field: &mut N,
    member: NavigationMember,
    is_nullable: bool,
    map: &mut A,
) -> Result<(), A::Error> {
    match member {
        NavigationMember::Value => field.value(is_nullable, map)?,
        member => {
            let text = map.next_value_seed(captured::Captured)?;
            scan::check_captured::<A::Error>(&text)?;
            field.read_control(member, &text)?;
        }
    }
    if !is_nullable && field.is_null() {
        return Err(new_error(
            ErrorKind::Null,
            "null is not allowed for this navigation property",
        ));
    }
    Ok(())
}

/// A field that is written as several members.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not `odata_core::Nav` or `odata_core::NavCollection`",
    label = "another type of the same name"
)]
pub trait WriteRelated {
    /// Writes the members of the property `name`.
    fn write<M: SerializeMap>(&self, name: &'static str, map: &mut M) -> Result<(), M::Error>;
}
