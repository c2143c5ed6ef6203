//! Reading: schemas, types, properties, operations and containers.

use roxmltree::Node;

use super::{
    namespaces::EDM,
    read::{Reader, elements, named, owned},
};
use crate::model::{
    AnnotationGroup, Container, ContainerChild, ContainerChildKind, EnumMember, EnumType, Facets,
    Import, Key, KeyPart, Navigation, NavigationBinding, Operation, Property,
    ReferentialConstraint, Schema, StructuredType, Term, Type, TypeDefinition, TypeKind,
    TypeReference,
};

const FACETS: [&str; 5] = ["MaxLength", "Precision", "Scale", "Unicode", "SRID"];

/// The name of an element of CSDL, or nothing for an element of another XML namespace.
fn edm_name<'a>(node: Node<'a, '_>) -> &'a str {
    match node.tag_name().namespace() {
        Some(EDM) => node.tag_name().name(),
        _ => "",
    }
}

impl Reader<'_> {
    pub(super) fn schema(&mut self, node: Node<'_, '_>) -> Schema {
        self.only(node, &["Namespace", "Alias"]);
        let mut schema = Schema {
            namespace: self.required(node, "Namespace"),
            alias: owned(node, "Alias"),
            location: self.value_location(node, "Namespace"),
            annotations: self.annotations(node),
            ..Schema::default()
        };
        for child in elements(node) {
            match edm_name(child) {
                "EntityType" => schema
                    .types
                    .push(self.part(child, |reader, node| reader.structured(node, true))),
                "ComplexType" => schema
                    .types
                    .push(self.part(child, |reader, node| reader.structured(node, false))),
                "EnumType" => schema.types.push(self.part(child, Self::enumeration)),
                "TypeDefinition" => schema.types.push(self.part(child, Self::definition)),
                "Action" => schema
                    .operations
                    .push(self.part(child, |reader, node| reader.operation(node, true))),
                "Function" => schema
                    .operations
                    .push(self.part(child, |reader, node| reader.operation(node, false))),
                "EntityContainer" => schema.containers.push(self.part(child, Self::container)),
                "Term" => schema.terms.push(self.part(child, Self::term)),
                "Annotations" => schema
                    .annotation_groups
                    .push(self.part(child, Self::annotation_group)),
                "Annotation" => {}
                _ => self.unknown(child),
            }
        }
        schema
    }

    fn term(&mut self, node: Node<'_, '_>) -> Term {
        Term {
            name: self.required(node, "Name"),
            location: self.value_location(node, "Name"),
            ty: if node.has_attribute("Type") {
                self.type_reference(node, "Type")
            } else {
                TypeReference::default()
            },
            base: self.path(node, "BaseTerm"),
            default: owned(node, "DefaultValue"),
            applies_to: node
                .attribute("AppliesTo")
                .unwrap_or_default()
                .split_whitespace()
                .map(str::to_owned)
                .collect(),
            annotations: self.annotations(node),
        }
    }

    /// A qualifier of the group applies to each of its annotations.
    fn annotation_group(&mut self, node: Node<'_, '_>) -> AnnotationGroup {
        let mut group = AnnotationGroup {
            target: self.required_path(node, "Target"),
            annotations: self.annotations(node),
        };
        for annotation in &mut group.annotations {
            annotation.qualifier = annotation
                .qualifier
                .take()
                .or_else(|| owned(node, "Qualifier"));
        }
        group
    }

    fn structured(&mut self, node: Node<'_, '_>, is_entity: bool) -> Type {
        self.only(
            node,
            &["Name", "BaseType", "Abstract", "OpenType", "HasStream"],
        );
        let mut structured = StructuredType {
            is_entity,
            base: self.path(node, "BaseType"),
            is_abstract: self.flag(node, "Abstract"),
            is_open: self.flag(node, "OpenType"),
            has_stream: self.flag(node, "HasStream"),
            ..StructuredType::default()
        };
        for child in elements(node) {
            match edm_name(child) {
                "Key" if is_entity => structured.key = Some(self.key(child)),
                "Property" => {
                    self.only(
                        child,
                        &[&["Name", "Type", "Nullable", "DefaultValue"][..], &FACETS].concat(),
                    );
                    structured.properties.push(self.property(child));
                }
                "NavigationProperty" => structured.properties.push(self.navigation(child)),
                "Annotation" => {}
                _ => self.unknown(child),
            }
        }
        self.ty(node, TypeKind::Structured(structured))
    }

    fn key(&mut self, node: Node<'_, '_>) -> Key {
        Key {
            location: self.location(node),
            parts: named(node, "PropertyRef")
                .map(|part| KeyPart {
                    path: self.required(part, "Name"),
                    alias: owned(part, "Alias"),
                    location: self.value_location(part, "Name"),
                })
                .collect(),
        }
    }

    fn ty(&mut self, node: Node<'_, '_>, kind: TypeKind) -> Type {
        Type {
            name: self.required(node, "Name"),
            location: self.value_location(node, "Name"),
            kind,
            annotations: self.annotations(node),
        }
    }

    fn property(&mut self, node: Node<'_, '_>) -> Property {
        Property {
            name: self.required(node, "Name"),
            location: self.value_location(node, "Name"),
            ty: self.type_reference(node, "Type"),
            default: owned(node, "DefaultValue"),
            navigation: None,
            annotations: self.annotations(node),
        }
    }

    fn navigation(&mut self, node: Node<'_, '_>) -> Property {
        self.only(
            node,
            &["Name", "Type", "Nullable", "Partner", "ContainsTarget"],
        );
        let mut navigation = Navigation {
            contains_target: self.flag(node, "ContainsTarget"),
            partner: self.path(node, "Partner"),
            ..Navigation::default()
        };
        for child in elements(node) {
            match child.tag_name().name() {
                "ReferentialConstraint" => navigation.constraints.push(ReferentialConstraint {
                    property: self.target(child, "Property"),
                    referenced_property: self.target(child, "ReferencedProperty"),
                }),
                "OnDelete" => navigation.on_delete = owned(child, "Action"),
                "Annotation" => {}
                _ => self.unknown(child),
            }
        }
        Property {
            navigation: Some(navigation),
            ..self.property(node)
        }
    }

    /// The type in an attribute, with `Nullable` and the facets beside it.
    fn type_reference(&mut self, node: Node<'_, '_>, attribute: &str) -> TypeReference {
        let text = self.required(node, attribute);
        let item = text
            .strip_prefix("Collection(")
            .and_then(|rest| rest.strip_suffix(')'));
        TypeReference {
            is_collection: item.is_some(),
            name: self.aliases.resolve(item.unwrap_or(&text)),
            nullable: self.boolean(node, "Nullable"),
            facets: facets(node),
            location: self.value_location(node, attribute),
        }
    }

    fn enumeration(&mut self, node: Node<'_, '_>) -> Type {
        self.only(node, &["Name", "UnderlyingType", "IsFlags"]);
        let mut enumeration = EnumType {
            underlying: owned(node, "UnderlyingType"),
            is_flags: self.flag(node, "IsFlags"),
            members: Vec::new(),
        };
        for child in elements(node) {
            match edm_name(child) {
                "Member" => {
                    self.only(child, &["Name", "Value"]);
                    enumeration.members.push(EnumMember {
                        name: self.required(child, "Name"),
                        value: owned(child, "Value"),
                        location: self.value_location(child, "Name"),
                        annotations: self.annotations(child),
                    });
                }
                "Annotation" => {}
                _ => self.unknown(child),
            }
        }
        self.ty(node, TypeKind::Enumeration(enumeration))
    }

    fn definition(&mut self, node: Node<'_, '_>) -> Type {
        self.only(node, &[&["Name", "UnderlyingType"][..], &FACETS].concat());
        let definition = TypeDefinition {
            underlying: self.required_path(node, "UnderlyingType"),
            facets: facets(node),
        };
        self.ty(node, TypeKind::Definition(definition))
    }

    fn operation(&mut self, node: Node<'_, '_>, is_action: bool) -> Operation {
        self.only(node, &["Name", "IsBound", "EntitySetPath", "IsComposable"]);
        let mut operation = Operation {
            name: self.required(node, "Name"),
            location: self.value_location(node, "Name"),
            is_action,
            is_bound: self.flag(node, "IsBound"),
            is_composable: self.flag(node, "IsComposable"),
            entity_set_path: self.path(node, "EntitySetPath"),
            annotations: self.annotations(node),
            ..Operation::default()
        };
        for child in elements(node) {
            match edm_name(child) {
                "Parameter" => operation.parameters.push(self.property(child)),
                "ReturnType" => operation.returns = Some(self.type_reference(child, "Type")),
                "Annotation" => {}
                _ => self.unknown(child),
            }
        }
        operation
    }

    fn import(&self, node: Node<'_, '_>, attribute: &str) -> Import {
        Import {
            is_action: attribute == "Action",
            operation: self.target(node, attribute),
            entity_set: self.path(node, "EntitySet"),
        }
    }

    fn container(&mut self, node: Node<'_, '_>) -> Container {
        let mut container = Container {
            name: self.required(node, "Name"),
            location: self.value_location(node, "Name"),
            extends: self.path(node, "Extends"),
            children: Vec::new(),
            annotations: self.annotations(node),
        };
        for child in elements(node) {
            let kind = match edm_name(child) {
                "EntitySet" => {
                    ContainerChildKind::EntitySet(self.type_reference(child, "EntityType"))
                }
                "Singleton" => ContainerChildKind::Singleton(self.type_reference(child, "Type")),
                "ActionImport" => ContainerChildKind::Import(self.import(child, "Action")),
                "FunctionImport" => ContainerChildKind::Import(self.import(child, "Function")),
                "Annotation" => continue,
                _ => {
                    self.unknown(child);
                    continue;
                }
            };
            container.children.push(ContainerChild {
                name: self.required(child, "Name"),
                location: self.value_location(child, "Name"),
                kind,
                bindings: named(child, "NavigationPropertyBinding")
                    .map(|binding| NavigationBinding {
                        path: self.target(binding, "Path"),
                        target: self.target(binding, "Target"),
                    })
                    .collect(),
                in_service_document: self.boolean(child, "IncludeInServiceDocument"),
                annotations: self.annotations(child),
            });
        }
        container
    }
}

fn facets(node: Node<'_, '_>) -> Facets {
    Facets {
        max_length: owned(node, "MaxLength"),
        precision: owned(node, "Precision"),
        scale: owned(node, "Scale"),
        unicode: owned(node, "Unicode"),
        srid: owned(node, "SRID"),
    }
}
