//! Reading CSDL JSON.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::{
    csdl::{
        aliases::Aliases,
        metadata::{Declared, Enumeration, InvalidMetadata, Metadata, Property, Structured},
    },
    model::structured_type::Kind,
};

type Object = Map<String, Value>;

pub(super) fn read(text: &str) -> Result<Metadata, InvalidMetadata> {
    let document: Object = serde_json::from_str(text)
        .map_err(|error| InvalidMetadata::new(error.line(), error.to_string()))?;
    // CSDL JSON 4.01, section 3.1: it must be there.
    if !matches!(document.get("$Version"), Some(Value::String(version)) if version.starts_with("4."))
    {
        return Err(InvalidMetadata::new(
            0,
            "CSDL JSON is an object with `\"$Version\": \"4.01\"`",
        ));
    }
    let mut metadata = Metadata::default();
    let mut aliases = Aliases::default();
    let references = document.get("$Reference").and_then(Value::as_object);
    for include in references
        .into_iter()
        .flat_map(Map::values)
        .filter_map(|it| it.get("$Include")?.as_array())
        .flatten()
    {
        let text = |name| include.get(name).and_then(Value::as_str);
        aliases.add(text("$Alias"), text("$Namespace").unwrap_or_default());
    }
    for (namespace, schema) in document.iter().filter(|(name, _)| is_name(name)) {
        let schema = object(schema, namespace)?;
        aliases.add(schema.get("$Alias").and_then(Value::as_str), namespace);
        for (name, value) in schema.iter().filter(|(name, _)| is_name(name)) {
            let name = format!("{namespace}.{name}");
            // The overloads of an operation share an array.
            if value.is_array() {
                continue;
            }
            let own = At {
                place: &name,
                object: object(value, &name)?,
            };
            let declared = match own.text("$Kind")? {
                Some("EntityType") => own.structured(Kind::Entity)?,
                Some("ComplexType") => own.structured(Kind::Complex)?,
                Some("EnumType") => own.enumeration()?,
                Some("TypeDefinition") => Declared::Definition {
                    underlying: own.text("$UnderlyingType")?.unwrap_or_default().to_owned(),
                },
                _ => continue,
            };
            metadata.types.insert(name, declared);
        }
    }
    aliases.resolve_all(&mut metadata);
    Ok(metadata)
}

/// Whether a member is a part of the model: neither a keyword nor an annotation.
fn is_name(member: &str) -> bool {
    !member.contains(['$', '@'])
}

fn object<'a>(value: &'a Value, place: &str) -> Result<&'a Object, InvalidMetadata> {
    value
        .as_object()
        .ok_or_else(|| InvalidMetadata::new(0, format!("{place} is an object")))
}

/// An object and what it describes.
#[derive(Clone, Copy)]
struct At<'a> {
    place: &'a str,
    object: &'a Object,
}

impl<'a> At<'a> {
    fn is_not(self, name: &str, expected: &str) -> InvalidMetadata {
        InvalidMetadata::new(0, format!("`{name}` of {} is {expected}", self.place))
    }

    fn text(self, name: &str) -> Result<Option<&'a str>, InvalidMetadata> {
        match self.object.get(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(self.is_not(name, "a string")),
        }
    }

    /// Silence means false, for all that CSDL JSON has.
    fn flag(self, name: &str) -> Result<bool, InvalidMetadata> {
        match self.object.get(name) {
            None => Ok(false),
            Some(Value::Bool(flag)) => Ok(*flag),
            Some(_) => Err(self.is_not(name, "true or false")),
        }
    }

    fn structured(self, kind: Kind) -> Result<Declared, InvalidMetadata> {
        let mut properties = BTreeMap::new();
        for (name, value) in self.object.iter().filter(|(name, _)| is_name(name)) {
            let place = format!("{}/{name}", self.place);
            let own = At {
                place: &place,
                object: object(value, &place)?,
            };
            let property = Property {
                type_name: own.text("$Type")?.unwrap_or("Edm.String").to_owned(),
                is_collection: own.flag("$Collection")?,
                is_nullable: Some(own.flag("$Nullable")?),
                is_navigation: own.text("$Kind")? == Some("NavigationProperty"),
            };
            properties.insert(name.clone(), property);
        }
        Ok(Declared::Structured(Structured {
            kind,
            base: self.text("$BaseType")?.map(str::to_owned),
            is_abstract: self.flag("$Abstract")?,
            is_open: self.flag("$OpenType")?,
            key: self.key()?,
            properties,
        }))
    }

    /// A part is a property's name, or a path with an alias, by which it goes in a key predicate (section 6.5).
    fn key(self) -> Result<Vec<String>, InvalidMetadata> {
        let wrong = || {
            self.is_not(
                "$Key",
                "an array of names, or of objects with an alias and a path",
            )
        };
        let Some(key) = self.object.get("$Key") else {
            return Ok(Vec::new());
        };
        let parts = key
            .as_array()
            .ok_or_else(wrong)?
            .iter()
            .map(|part| match part {
                Value::String(name) => Ok(name.clone()),
                Value::Object(aliased) => aliased.keys().next().cloned().ok_or_else(wrong),
                _ => Err(wrong()),
            });
        parts.collect()
    }

    fn enumeration(self) -> Result<Declared, InvalidMetadata> {
        let members = self.object.iter().filter(|(name, _)| is_name(name));
        let members = members.map(|(name, value)| {
            let value = value
                .as_i64()
                .ok_or_else(|| self.is_not(name, "a number"))?;
            Ok((name.clone(), value))
        });
        Ok(Declared::Enumeration(Enumeration {
            underlying: self
                .text("$UnderlyingType")?
                .unwrap_or("Edm.Int32")
                .to_owned(),
            is_flags: self.flag("$IsFlags")?,
            members: members.collect::<Result<_, InvalidMetadata>>()?,
        }))
    }
}
