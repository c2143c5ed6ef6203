//! Writing navigation properties, links in the form of the version being written (section 8.5).

use serde::{
    Serialize, Serializer,
    ser::{SerializeMap, SerializeSeq},
};

use crate::{
    codec::number::NumberFormat,
    dynamic::control::value_kind::wire_name,
    payload::{
        entity_reference::EntityReference,
        navigation::{EntityOrReference, Nav, collection::NavCollection},
    },
    protocol::version::Version,
    runtime::navigation::WriteRelated,
    session::policy::write_policy,
};

impl<T: Serialize> Serialize for EntityOrReference<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            EntityOrReference::Reference(reference) => reference.serialize(serializer),
            EntityOrReference::Entity(entity) => entity.serialize(serializer),
        }
    }
}

/// Whether links have the form of 4.01.
fn is_newer() -> bool {
    write_policy().version >= Version::V401
}

/// `name@odata.member`, as the version spells it.
fn member(name: &str, member: &str) -> String {
    let full = format!("{name}@odata.{member}");
    wire_name(&full, write_policy().version).into_owned()
}

impl<T: Serialize> WriteRelated for Nav<T> {
    fn write<M: SerializeMap>(&self, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        match self {
            Nav::Absent => Ok(()),
            Nav::Null => map.serialize_entry(name, &()),
            Nav::Reference(reference) => map.serialize_entry(name, reference),
            Nav::Expanded(entity) => map.serialize_entry(name, entity),
            Nav::Bind(id) if is_newer() => map.serialize_entry(name, &EntityReference::new(id)),
            Nav::Bind(id) => map.serialize_entry(&member(name, "bind"), id),
            Nav::Unbind if is_newer() => map.serialize_entry(name, &()),
            Nav::Unbind => map.serialize_entry(&member(name, "bind"), &()),
        }
    }
}

impl<T: Serialize> WriteRelated for NavCollection<T> {
    fn write<M: SerializeMap>(&self, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        if let Some(count) = self.count {
            map.serialize_entry(&member(name, "count"), &Count(count))?;
        }
        // 4.01 has links among the values.
        let links: &[String] = if is_newer() { &self.bind } else { &[] };
        if links.is_empty() && !self.bind.is_empty() {
            map.serialize_entry(&member(name, "bind"), &self.bind)?;
        }
        if self.value.is_some() || !links.is_empty() {
            let items = self.value.as_deref().unwrap_or_default();
            map.serialize_entry(name, &Items { links, items })?;
        }
        if let Some(link) = &self.next_link {
            map.serialize_entry(&member(name, "nextLink"), link)?;
        }
        Ok(())
    }
}

/// A string where the payload is IEEE754Compatible (section 3.2).
struct Count(i64);

impl Serialize for Count {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0
            .serialize_number(serializer, || write_policy().ieee754)
    }
}

struct Items<'a, T> {
    links: &'a [String],
    items: &'a [EntityOrReference<T>],
}

impl<T: Serialize> Serialize for Items<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut all = serializer.serialize_seq(Some(self.links.len() + self.items.len()))?;
        for id in self.links {
            all.serialize_element(&EntityReference::new(id))?;
        }
        for item in self.items {
            all.serialize_element(item)?;
        }
        all.end()
    }
}
