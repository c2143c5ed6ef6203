//! Writing the members of an envelope.

use serde::ser::SerializeMap;

use crate::{
    codec::WriteAs,
    dynamic::{Annotations, MemberName, is_wanted, write_members},
    protocol::{MetadataLevel, Version},
    runtime::write_member,
    session::write_policy,
};

/// The two names of control information: that of 4.0, that of 4.01.
type Spellings = [&'static str; 2];
pub(crate) const CONTEXT: Spellings = ["@odata.context", "@context"];
pub(crate) const COUNT: Spellings = ["@odata.count", "@count"];
pub(crate) const NEXT_LINK: Spellings = ["@odata.nextLink", "@nextLink"];
pub(crate) const DELTA_LINK: Spellings = ["@odata.deltaLink", "@deltaLink"];

/// Writes control information under its name in the version being written. `metadata=none` includes only the next link and the count
/// (JSON 4.01 §3.1.3).
pub(crate) fn write_control<C, T, M>(
    map: &mut M,
    spellings: Spellings,
    value: &T,
) -> Result<(), M::Error>
where
    C: WriteAs<T>,
    M: SerializeMap,
{
    let policy = write_policy();
    let is_included = spellings == NEXT_LINK || spellings == COUNT;
    if policy.metadata == Some(MetadataLevel::None) && !is_included {
        return Ok(());
    }
    let [v4, v401] = spellings;
    let name = if policy.version >= Version::V401 {
        v401
    } else {
        v4
    };
    write_member::<C, T, M>(map, name, value)
}

/// Writes other control information, unless at `metadata=none`, and annotations.
pub(crate) fn write_annotations<M: SerializeMap>(
    map: &mut M,
    annotations: &Annotations,
) -> Result<(), M::Error> {
    let policy = write_policy();
    let is_included = |name: &str| {
        let is_excluded = policy.metadata == Some(MetadataLevel::None)
            && matches!(MemberName::parse(name), MemberName::Control { .. });
        !is_excluded && is_wanted(name)
    };
    let included = annotations.iter().filter(|(name, _)| is_included(name));
    write_members(map, included, policy.version)
}
