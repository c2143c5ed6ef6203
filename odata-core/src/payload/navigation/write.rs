//! Writing of navigation properties. Links have the form of the version being written (JSON 4.01 §8.5).

use serde::{
    Serialize, Serializer,
    ser::{SerializeMap, SerializeSeq},
};

use crate::{
    codec::NumberFormat,
    dynamic::wire_name,
    payload::{
        entity_reference::EntityReference,
        navigation::{EntityOrReference, Nav, collection::NavCollection},
    },
    protocol::Version,
    runtime::WriteRelated,
    session::write_policy,
};

impl<T: Serialize> Serialize for EntityOrReference<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            EntityOrReference::Reference(reference) => reference.serialize(serializer),
            EntityOrReference::Entity(entity) => entity.serialize(serializer),
        }
    }
}

/// Returns whether links have the form of 4.01.
fn is_v401() -> bool {
    write_policy().version >= Version::V401
}

/// Returns the name of control information of the property, in the version being written.
fn control_name(name: &str, term: &str) -> String {
    let full = format!("{name}@odata.{term}");
    wire_name(&full, write_policy().version).into_owned()
}

impl<T: Serialize> WriteRelated for Nav<T> {
    fn write<M: SerializeMap>(&self, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        match self {
            Nav::Absent => Ok(()),
            Nav::Null => map.serialize_entry(name, &()),
            Nav::Reference(reference) => map.serialize_entry(name, reference),
            Nav::Expanded(entity) => map.serialize_entry(name, entity),
            Nav::Bind(id) if is_v401() => map.serialize_entry(name, &EntityReference::new(id)),
            Nav::Bind(id) => map.serialize_entry(&control_name(name, "bind"), id),
            Nav::Unbind if is_v401() => map.serialize_entry(name, &()),
            Nav::Unbind => map.serialize_entry(&control_name(name, "bind"), &()),
        }
    }
}

impl<T: Serialize> WriteRelated for NavCollection<T> {
    fn write<M: SerializeMap>(&self, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        if let Some(count) = self.count {
            map.serialize_entry(&control_name(name, "count"), &Count(count))?;
        }
        // In 4.01, links are among the items.
        let links: &[String] = if is_v401() { &self.bind } else { &[] };
        if links.is_empty() && !self.bind.is_empty() {
            map.serialize_entry(&control_name(name, "bind"), &self.bind)?;
        }
        if self.value.is_some() || !links.is_empty() {
            let items = self.value.as_deref().unwrap_or_default();
            map.serialize_entry(name, &Items { links, items })?;
        }
        if let Some(link) = &self.next_link {
            map.serialize_entry(&control_name(name, "nextLink"), link)?;
        }
        Ok(())
    }
}

/// A string in an IEEE754Compatible payload (JSON 4.01 §3.2).
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
