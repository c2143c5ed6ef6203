//! CSDL JSON: schemas, types, properties, operations and containers.

use super::json::JsonReader;
use super::json_value::{Json, JsonValue};
use super::{
    Container, ContainerChild, ContainerChildKind, Definition, Enumeration, Facets, Key, KeyPart,
    Member, Navigation, Operation, Property, Schema, Structured, Term, Type, TypeKind, TypeUse,
};

impl JsonReader<'_> {
    pub(crate) fn schema(&mut self, namespace: &str, json: &Json) -> Schema {
        let mut schema = Schema {
            namespace: namespace.to_owned(),
            alias: self.text(json, "$Alias"),
            at: self.at(json),
            ..Schema::default()
        };
        for (name, value) in json.members() {
            match name.as_str() {
                "$Alias" => {}
                "$Annotations" => {
                    schema.annotations = value
                        .members()
                        .iter()
                        .map(|(target, body)| (target.clone(), self.annotations(body, "")))
                        .collect();
                }
                annotation if annotation.contains('@') => {}
                name if name.starts_with('$') => self.unknown(name, value, "a schema"),
                name => self.schema_child(&mut schema, name, value),
            }
        }
        schema
    }

    fn schema_child(&mut self, schema: &mut Schema, name: &str, json: &Json) {
        // All overloads of an action or a function share one member.
        if let JsonValue::Array(overloads) = &json.value {
            for overload in overloads {
                let action = overload.get("$Kind").and_then(Json::text) == Some("Action");
                schema
                    .operations
                    .push(self.operation(name, overload, action));
            }
            return;
        }
        let kind = match json.get("$Kind").and_then(Json::text) {
            Some("EntityType") => TypeKind::Structured(self.structured(json, true)),
            Some("ComplexType") => TypeKind::Structured(self.structured(json, false)),
            Some("EnumType") => TypeKind::Enumeration(self.enumeration(json)),
            Some("TypeDefinition") => TypeKind::Definition(Definition {
                underlying: self.text(json, "$UnderlyingType").unwrap_or_default(),
                facets: facets(json),
            }),
            Some("EntityContainer") => return schema.containers.push(self.container(name, json)),
            Some("Term") => {
                return schema.terms.push(Term {
                    name: name.to_owned(),
                    at: self.at(json),
                });
            }
            _ => {
                return self.error(
                    json,
                    format!("`{name}` needs a `$Kind` that CSDL JSON knows"),
                );
            }
        };
        schema.types.push(Type {
            name: name.to_owned(),
            at: self.at(json),
            kind,
            annotations: self.annotations(json, ""),
        });
    }

    fn structured(&mut self, json: &Json, entity: bool) -> Structured {
        let mut structured = Structured {
            entity,
            base: self.text(json, "$BaseType"),
            is_abstract: self.flag(json, "$Abstract"),
            open: self.flag(json, "$OpenType"),
            has_stream: self.flag(json, "$HasStream"),
            ..Structured::default()
        };
        for (name, value) in json.members() {
            match name.as_str() {
                "$Kind" | "$BaseType" | "$Abstract" | "$OpenType" | "$HasStream" => {}
                "$Key" if entity => structured.key = Some(self.key(value)),
                annotation if annotation.contains('@') => {}
                name if name.starts_with('$') => self.unknown(name, value, "a type"),
                name => structured.properties.push(self.property(name, value)),
            }
        }
        structured
    }

    /// `["ID", {"alias": "path/to/property"}]`
    fn key(&mut self, json: &Json) -> Key {
        let mut parts = Vec::new();
        for item in json.items() {
            let at = self.at(item);
            match &item.value {
                JsonValue::Text(path) => parts.push(KeyPart {
                    path: path.clone(),
                    alias: None,
                    at,
                }),
                JsonValue::Object(members) => {
                    parts.extend(members.iter().filter_map(|(alias, path)| {
                        Some(KeyPart {
                            path: path.text()?.to_owned(),
                            alias: Some(alias.clone()),
                            at,
                        })
                    }))
                }
                _ => self.error(
                    item,
                    "a key part is a property name, or an object with an alias and a path",
                ),
            }
        }
        Key {
            at: self.at(json),
            parts,
        }
    }

    fn property(&mut self, name: &str, json: &Json) -> Property {
        if !matches!(json.value, JsonValue::Object(_)) {
            self.error(json, format!("property `{name}` is an object"));
        }
        const KNOWN: [&str; 14] = [
            "$Kind",
            "$Type",
            "$Collection",
            "$Nullable",
            "$DefaultValue",
            "$MaxLength",
            "$Precision",
            "$Scale",
            "$Unicode",
            "$SRID",
            "$Partner",
            "$ContainsTarget",
            "$ReferentialConstraint",
            "$OnDelete",
        ];
        for (member, value) in json.members() {
            if member.starts_with('$') && member != "$Name" && !KNOWN.contains(&member.as_str()) {
                self.unknown(member, value, "a property");
            }
        }
        let navigation = (json.get("$Kind").and_then(Json::text) == Some("NavigationProperty"))
            .then(|| Navigation {
                contains_target: self.flag(json, "$ContainsTarget"),
                partner: self.text(json, "$Partner"),
            });
        Property {
            name: name.to_owned(),
            at: self.at(json),
            ty: self.type_use(json, "$Type"),
            facets: facets(json),
            default: json.get("$DefaultValue").and_then(Json::scalar),
            navigation,
            annotations: self.annotations(json, ""),
        }
    }

    /// Silence means `Edm.String`, a single value and not nullable (CSDL JSON §7.1, §7.2.1).
    fn type_use(&mut self, json: &Json, member: &str) -> TypeUse {
        TypeUse {
            name: self
                .text(json, member)
                .unwrap_or_else(|| "Edm.String".to_owned()),
            collection: self.flag(json, "$Collection"),
            nullable: Some(self.flag(json, "$Nullable")),
            at: json
                .get(member)
                .map_or_else(|| self.at(json), |found| self.at(found)),
        }
    }

    fn enumeration(&mut self, json: &Json) -> Enumeration {
        let mut enumeration = Enumeration {
            underlying: self.text(json, "$UnderlyingType"),
            flags: self.flag(json, "$IsFlags"),
            members: Vec::new(),
        };
        for (name, value) in json
            .members()
            .iter()
            .filter(|(name, _)| !name.starts_with('$') && !name.contains('@'))
        {
            enumeration.members.push(Member {
                name: name.clone(),
                value: value.scalar(),
                at: self.at(value),
                annotations: self.annotations(json, name),
            });
        }
        enumeration
    }

    fn operation(&mut self, name: &str, json: &Json, action: bool) -> Operation {
        let parameters = json.get("$Parameter").map(Json::items).unwrap_or_default();
        let parameters = parameters.iter().map(|parameter| {
            let name = self.text(parameter, "$Name").unwrap_or_default();
            self.property(&name, parameter)
        });
        let parameters = parameters.collect();
        Operation {
            name: name.to_owned(),
            at: self.at(json),
            action,
            parameters,
            bound: self.flag(json, "$IsBound"),
            returns: json
                .get("$ReturnType")
                .map(|returns| self.type_use(returns, "$Type")),
            annotations: self.annotations(json, ""),
        }
    }

    fn container(&mut self, name: &str, json: &Json) -> Container {
        let children = json
            .members()
            .iter()
            .filter(|(name, _)| !name.starts_with('$') && !name.contains('@'));
        let children = children.map(|(name, child)| {
            let kind = if child.get("$Type").is_none() {
                ContainerChildKind::Import
            } else if self.flag(child, "$Collection") {
                ContainerChildKind::Set(self.type_use(child, "$Type"))
            } else {
                ContainerChildKind::Singleton(self.type_use(child, "$Type"))
            };
            ContainerChild {
                name: name.clone(),
                at: self.at(child),
                kind,
            }
        });
        let children = children.collect();
        Container {
            name: name.to_owned(),
            at: self.at(json),
            children,
        }
    }
}

fn facets(json: &Json) -> Facets {
    let facet = |name| json.get(name).and_then(Json::scalar);
    Facets {
        max_length: facet("$MaxLength"),
        precision: facet("$Precision"),
        scale: facet("$Scale"),
        unicode: facet("$Unicode"),
        srid: facet("$SRID"),
    }
}
