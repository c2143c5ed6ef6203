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
    runtime::de::control::own_name as own_control_name,
    session::scope,
};

/// What is added to a property's place for the members that say something of it, and taken away from its index. More than an index ever is; 0 is the value itself.
pub const BIND: u16 = 0x1000;
/// See [`BIND`].
pub const COUNT: u16 = 0x2000;
/// See [`BIND`].
pub const NEXT_LINK: u16 = 0x3000;
const MEMBER: u16 = 0xF000;

/// The index of the navigation property, and of which of its members, that `name` is of: only where the field has a place for it.
pub(crate) fn index(
    declared: &'static StructuredType,
    name: &str,
    version: Version,
) -> Option<u16> {
    let (target, _) = name.rsplit_once('@')?;
    if target.is_empty() {
        return None;
    }
    let member = match own_control_name(name.get(target.len()..)?, version)? {
        "bind" => BIND,
        "count" => COUNT,
        "nextLink" => NEXT_LINK,
        _ => return None,
    };
    let has_place = |it: &Property| it.has_links() && (it.is_collection() || member == BIND);
    let index = declared.index(target)?;
    declared.property_at(index).filter(|it| has_place(it))?;
    // As places are counted from the last index, what is taken away here is added there.
    Some(index.wrapping_sub(member))
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
    fn say<E: de::Error>(&mut self, member: u16, text: &str) -> Result<(), E>;

    /// Whether it is null.
    fn is_null(&self) -> bool;
}

/// Reads a member of a navigation property into its field.
#[inline(never)]
pub fn read<'de, N: ReadRelated<'de>, A: MapAccess<'de>>(
    field: &mut N,
    member: u16,
    is_nullable: bool,
    map: &mut A,
) -> Result<(), A::Error> {
    match member & MEMBER {
        0 => field.value(map)?,
        member => {
            let text = map.next_value_seed(captured::Captured)?;
            scan::check::<A::Error>(&text)?;
            field.say(member, &text)?;
        }
    }
    if !is_nullable && field.is_null() {
        return Err(scope::fail(
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
