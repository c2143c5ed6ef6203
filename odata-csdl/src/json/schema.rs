//! Reading: schemas, types, properties, operations and containers.

use super::{
    read::Reader,
    value::{Json, JsonValue},
};
use crate::model::{
    AnnotationGroup, Container, ContainerChild, ContainerChildKind, EnumMember, EnumType, Facets,
    Import, Key, KeyPart, Navigation, NavigationBinding, Operation, Property,
    ReferentialConstraint, Schema, StructuredType, Term, Type, TypeDefinition, TypeKind,
    TypeReference,
};

const PROPERTY_MEMBERS: [&str; 15] = [
    "$Kind",
    "$Name",
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

impl Reader<'_> {
    pub(super) fn schema(&mut self, namespace: &str, json: &Json) -> Schema {
        let mut schema = Schema {
            namespace: namespace.to_owned(),
            alias: self.text(json, "$Alias"),
            location: self.location(json),
            annotations: self.annotations(json, ""),
            ..Schema::default()
        };
        for (name, value) in json.members() {
            match name.as_str() {
                "$Alias" => {}
                "$Annotations" => {
                    let groups = value.members().iter();
                    schema.annotation_groups = groups
                        .map(|(target, body)| AnnotationGroup {
                            target: self.aliases.resolve(target),
                            annotations: self.annotations(body, ""),
                        })
                        .collect();
                }
                annotation if annotation.contains('@') => {}
                name if name.starts_with('$') => self.unknown(name, value, "a schema"),
                name => {
                    self.set_part(Some(value));
                    self.schema_child(&mut schema, name, value);
                    self.set_part(None);
                }
            }
        }
        schema
    }

    fn schema_child(&mut self, schema: &mut Schema, name: &str, json: &Json) {
        // All overloads of an action or a function share one member.
        if let JsonValue::Array(overloads) = &json.value {
            for overload in overloads {
                self.set_part(Some(overload));
                schema.operations.push(self.operation(name, overload));
            }
            return;
        }
        let kind = match kind(json) {
            Some("EntityType") => TypeKind::Structured(self.structured(json, true)),
            Some("ComplexType") => TypeKind::Structured(self.structured(json, false)),
            Some("EnumType") => TypeKind::Enumeration(self.enumeration(json)),
            Some("TypeDefinition") => TypeKind::Definition(self.definition(json)),
            Some("EntityContainer") => return schema.containers.push(self.container(name, json)),
            Some("Term") => return schema.terms.push(self.term(name, json)),
            _ => {
                let message = format!(
                    "missing or unknown `$Kind` of `{name}`: write for example `\"$Kind\": \"ComplexType\"`"
                );
                return self.error(json, message);
            }
        };
        schema.types.push(Type {
            name: name.to_owned(),
            location: self.location(json),
            kind,
            annotations: self.annotations(json, ""),
        });
    }

    fn term(&mut self, name: &str, json: &Json) -> Term {
        let applies_to = json.get("$AppliesTo").map(Json::items).unwrap_or_default();
        Term {
            name: name.to_owned(),
            location: self.location(json),
            ty: self.type_reference(json),
            base: self.path(json, "$BaseTerm"),
            default: json.get("$DefaultValue").and_then(Json::scalar),
            applies_to: applies_to
                .iter()
                .filter_map(Json::text)
                .map(str::to_owned)
                .collect(),
            annotations: self.annotations(json, ""),
        }
    }

    fn structured(&mut self, json: &Json, is_entity: bool) -> StructuredType {
        let mut structured = StructuredType {
            is_entity,
            base: self.path(json, "$BaseType"),
            is_abstract: self.flag(json, "$Abstract"),
            is_open: self.flag(json, "$OpenType"),
            has_stream: self.flag(json, "$HasStream"),
            ..StructuredType::default()
        };
        for (name, value) in json.members() {
            match name.as_str() {
                "$Kind" | "$BaseType" | "$Abstract" | "$OpenType" | "$HasStream" => {}
                "$Key" if is_entity => structured.key = Some(self.key(value)),
                annotation if annotation.contains('@') => {}
                name if name.starts_with('$') => self.unknown(name, value, "a type"),
                name => structured.properties.push(self.property(name, value)),
            }
        }
        structured
    }

    /// `["id", {"alias": "path/to/property"}]`
    fn key(&mut self, json: &Json) -> Key {
        let mut parts = Vec::new();
        for item in json.items() {
            let location = self.location(item);
            match &item.value {
                JsonValue::Text(path) => parts.push(KeyPart {
                    path: path.clone(),
                    alias: None,
                    location,
                }),
                JsonValue::Object(members) => {
                    parts.extend(members.iter().filter_map(|(alias, path)| {
                        Some(KeyPart {
                            path: path.text()?.to_owned(),
                            alias: Some(alias.clone()),
                            location,
                        })
                    }));
                }
                _ => self.error(
                    item,
                    "invalid key part: write a property name, or an object with an alias and a path",
                ),
            }
        }
        Key {
            location: self.location(json),
            parts,
        }
    }

    fn property(&mut self, name: &str, json: &Json) -> Property {
        if !matches!(json.value, JsonValue::Object(_)) {
            self.error(json, format!("invalid property `{name}`: write an object"));
        }
        for (member, value) in json.members() {
            if member.starts_with('$') && !PROPERTY_MEMBERS.contains(&member.as_str()) {
                self.unknown(member, value, "a property");
            }
        }
        let navigation = (kind(json) == Some("NavigationProperty")).then(|| self.navigation(json));
        let mut ty = self.type_reference(json);
        if navigation.is_some() && ty.is_collection && ty.nullable == Some(false) {
            // The items of such a collection are never null, and XML must not state it (§8.3).
            ty.nullable = None;
        }
        Property {
            name: name.to_owned(),
            location: self.location(json),
            ty,
            default: json.get("$DefaultValue").and_then(Json::scalar),
            navigation,
            annotations: self.annotations(json, ""),
        }
    }

    fn navigation(&mut self, json: &Json) -> Navigation {
        let constraints = json.get("$ReferentialConstraint").into_iter();
        let constraints = constraints
            .flat_map(Json::names)
            .filter_map(|(property, path)| {
                Some(ReferentialConstraint {
                    property: property.clone(),
                    referenced_property: path.text()?.to_owned(),
                })
            });
        Navigation {
            contains_target: self.flag(json, "$ContainsTarget"),
            partner: self.path(json, "$Partner"),
            constraints: constraints.collect(),
            on_delete: self.text(json, "$OnDelete"),
        }
    }

    /// Default: `Edm.String`, a single value, not nullable (CSDL JSON 4.01 §7.1, §7.2.1).
    fn type_reference(&mut self, json: &Json) -> TypeReference {
        let name = self.path(json, "$Type");
        let name = name.unwrap_or_else(|| "Edm.String".to_owned());
        TypeReference {
            is_collection: self.flag(json, "$Collection"),
            nullable: Some(self.flag(json, "$Nullable")),
            facets: facets(json, &name),
            location: self.location(json.get("$Type").unwrap_or(json)),
            name,
        }
    }

    fn enumeration(&mut self, json: &Json) -> EnumType {
        EnumType {
            underlying: self.path(json, "$UnderlyingType"),
            is_flags: self.flag(json, "$IsFlags"),
            members: json
                .names()
                .map(|(name, value)| EnumMember {
                    name: name.clone(),
                    value: value.scalar(),
                    location: self.location(value),
                    annotations: self.annotations(json, name),
                })
                .collect(),
        }
    }

    fn definition(&mut self, json: &Json) -> TypeDefinition {
        let underlying = self.path(json, "$UnderlyingType").unwrap_or_default();
        TypeDefinition {
            facets: facets(json, &underlying),
            underlying,
        }
    }

    fn operation(&mut self, name: &str, json: &Json) -> Operation {
        let parameters = json.get("$Parameter").map(Json::items).unwrap_or_default();
        Operation {
            name: name.to_owned(),
            location: self.location(json),
            is_action: kind(json) == Some("Action"),
            is_bound: self.flag(json, "$IsBound"),
            is_composable: self.flag(json, "$IsComposable"),
            entity_set_path: self.path(json, "$EntitySetPath"),
            parameters: parameters
                .iter()
                .map(|parameter| {
                    let name = self.text(parameter, "$Name").unwrap_or_default();
                    self.property(&name, parameter)
                })
                .collect(),
            returns: json
                .get("$ReturnType")
                .map(|returns| self.type_reference(returns)),
            annotations: self.annotations(json, ""),
        }
    }

    fn container(&mut self, name: &str, json: &Json) -> Container {
        Container {
            name: name.to_owned(),
            location: self.location(json),
            extends: self.path(json, "$Extends"),
            children: json
                .names()
                .map(|(name, child)| self.container_child(name, child))
                .collect(),
            annotations: self.annotations(json, ""),
        }
    }

    fn container_child(&mut self, name: &str, json: &Json) -> ContainerChild {
        let action = self.path(json, "$Action");
        let is_action = action.is_some();
        let kind = match action.or_else(|| self.path(json, "$Function")) {
            Some(operation) => ContainerChildKind::Import(Import {
                is_action,
                operation,
                entity_set: self.path(json, "$EntitySet"),
            }),
            None => {
                let mut ty = self.type_reference(json);
                let is_set = std::mem::take(&mut ty.is_collection);
                ty.nullable = ty.nullable.filter(|nullable| *nullable);
                if is_set {
                    ContainerChildKind::EntitySet(ty)
                } else {
                    ContainerChildKind::Singleton(ty)
                }
            }
        };
        let bindings = json.get("$NavigationPropertyBinding").into_iter();
        let bindings = bindings
            .flat_map(Json::members)
            .filter_map(|(path, target)| {
                Some(NavigationBinding {
                    path: path.clone(),
                    target: target.text()?.to_owned(),
                })
            });
        ContainerChild {
            name: name.to_owned(),
            location: self.location(json),
            kind,
            bindings: bindings.collect(),
            in_service_document: self.boolean(json, "$IncludeInServiceDocument"),
            annotations: self.annotations(json, ""),
        }
    }
}

fn kind(json: &Json) -> Option<&str> {
    json.get("$Kind").and_then(Json::text)
}

fn facets(json: &Json, type_name: &str) -> Facets {
    let facet = |name| json.get(name).and_then(Json::scalar);
    // The default of JSON, which XML has to state (§7.2.4).
    let default_scale = (type_name == "Edm.Decimal").then(|| "variable".to_owned());
    Facets {
        max_length: facet("$MaxLength"),
        precision: facet("$Precision"),
        scale: facet("$Scale").or(default_scale),
        unicode: facet("$Unicode"),
        srid: facet("$SRID"),
    }
}
