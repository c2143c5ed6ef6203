//! How the fields of navigation properties are filled and written, as the derive calls it. Not public: it may change with the derive in
//! any release.

use serde::{
    de::{self, MapAccess},
    ser::SerializeMap,
};

use crate::{
    error::ErrorKind,
    model::{property::Property, structured_type::StructuredType},
    protocol::version::Version,
    raw::{captured, scan},
    runtime::{
        de::control::own_name as own_control_name,
        slot::{NavigationMember, Slot},
    },
    session::failure::new_error,
};

/// Returns the slot of the navigation property that control information called `name` belongs to.
///
/// `None` if `name` is no such control information, or if the field has no place for it.
pub(crate) fn slot(
    declared: &'static StructuredType,
    name: &str,
    version: Version,
) -> Option<Slot> {
    let (target, _) = name.rsplit_once('@')?;
    if target.is_empty() {
        return None;
    }
    let member = match own_control_name(name.get(target.len()..)?, version)? {
        "bind" => NavigationMember::Bind,
        "count" => NavigationMember::Count,
        "nextLink" => NavigationMember::NextLink,
        _ => return None,
    };
    let has_place =
        |it: &Property| it.has_links() && (it.is_collection() || member == NavigationMember::Bind);
    let index = declared.index(target)?;
    declared.property_at(index).filter(|it| has_place(it))?;
    Some(Slot::new(declared.last.wrapping_sub(index)).with_member(member))
}

/// Returns the index of the single-valued navigation property that `name`, such as `Manager@odata.bind`, links.
pub(crate) fn bound_property(
    declared: &'static StructuredType,
    name: &str,
    version: Version,
) -> Option<u16> {
    let (target, _) = name.rsplit_once('@')?;
    own_control_name(name.get(target.len()..)?, version).filter(|it| *it == "bind")?;
    let index = declared.index(target)?;
    let property = declared.property_at(index)?;
    (property.is_navigation() && !property.is_collection()).then_some(index)
}

/// A field that is filled by several members.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not `odata_core::Nav` or `odata_core::NavCollection`",
    label = "another type of the same name",
    note = "the derive recognizes `Nav` and `NavCollection` by name: rename `{Self}`, or add `edm` or `with` to the field"
)]
pub trait ReadRelated<'de> {
    /// Reads the value.
    fn value<A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<(), A::Error>;

    /// Takes what another member says.
    fn read_control<E: de::Error>(&mut self, member: NavigationMember, text: &str)
    -> Result<(), E>;

    /// Whether it is null.
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
        NavigationMember::Value => field.value(map)?,
        member => {
            let text = map.next_value_seed(captured::Captured)?;
            scan::check_captured::<A::Error>(&text)?;
            field.read_control(member, &text)?;
        }
    }
    if !is_nullable && field.is_null() {
        return Err(new_error(
            ErrorKind::Null,
            "null where something must be related",
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
    /// Writes what there is.
    fn write<M: SerializeMap>(&self, name: &'static str, map: &mut M) -> Result<(), M::Error>;
}
