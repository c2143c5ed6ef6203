//! CSDL XML: schemas, types, properties, operations and containers.

use roxmltree::Node;

use super::xml::{EDM, Reader};
use super::{
    Container, ContainerChild, ContainerChildKind, Definition, Enumeration, Facets, Key, KeyPart,
    Member, Navigation, Operation, Property, Schema, Structured, Term, Type, TypeKind, TypeUse,
};

const FACETS: [&str; 5] = ["MaxLength", "Precision", "Scale", "Unicode", "SRID"];

fn elements<'a, 'input>(node: Node<'a, 'input>) -> impl Iterator<Item = Node<'a, 'input>> {
    node.children().filter(Node::is_element)
}

impl Reader<'_> {
    pub(crate) fn schema(&mut self, node: Node<'_, '_>) -> Schema {
        self.only(node, &["Namespace", "Alias"]);
        let mut schema = Schema {
            namespace: self.required(node, "Namespace"),
            alias: node.attribute("Alias").map(str::to_owned),
            at: self.at_value(node, "Namespace"),
            ..Schema::default()
        };
        for child in elements(node) {
            match (child.tag_name().namespace(), child.tag_name().name()) {
                (Some(EDM), "EntityType") => schema.types.push(self.structured(child, true)),
                (Some(EDM), "ComplexType") => schema.types.push(self.structured(child, false)),
                (Some(EDM), "EnumType") => schema.types.push(self.enumeration(child)),
                (Some(EDM), "TypeDefinition") => schema.types.push(self.definition(child)),
                (Some(EDM), "Action") => schema.operations.push(self.operation(child, true)),
                (Some(EDM), "Function") => schema.operations.push(self.operation(child, false)),
                (Some(EDM), "EntityContainer") => schema.containers.push(self.container(child)),
                (Some(EDM), "Term") => schema.terms.push(Term {
                    name: self.required(child, "Name"),
                    at: self.at_value(child, "Name"),
                }),
                (Some(EDM), "Annotations") => {
                    let target = self.required(child, "Target");
                    schema.annotations.push((target, self.annotations(child)));
                }
                (Some(EDM), "Annotation") => {}
                _ => self.unknown(child),
            }
        }
        schema
    }

    fn structured(&mut self, node: Node<'_, '_>, entity: bool) -> Type {
        self.only(
            node,
            &["Name", "BaseType", "Abstract", "OpenType", "HasStream"],
        );
        let mut structured = Structured {
            entity,
            base: node.attribute("BaseType").map(str::to_owned),
            is_abstract: self.boolean(node, "Abstract").unwrap_or(false),
            open: self.boolean(node, "OpenType").unwrap_or(false),
            has_stream: self.boolean(node, "HasStream").unwrap_or(false),
            ..Structured::default()
        };
        for child in elements(node) {
            match (child.tag_name().namespace(), child.tag_name().name()) {
                (Some(EDM), "Key") if entity => {
                    let parts = elements(child)
                        .filter(|part| part.has_tag_name((EDM, "PropertyRef")))
                        .collect::<Vec<_>>();
                    let parts = parts.into_iter().map(|part| KeyPart {
                        path: self.required(part, "Name"),
                        alias: part.attribute("Alias").map(str::to_owned),
                        at: self.at_value(part, "Name"),
                    });
                    let parts = parts.collect();
                    structured.key = Some(Key {
                        at: self.at(child),
                        parts,
                    });
                }
                (Some(EDM), "Property") => {
                    self.only(
                        child,
                        &[&["Name", "Type", "Nullable", "DefaultValue"][..], &FACETS].concat(),
                    );
                    structured.properties.push(self.property(child));
                }
                (Some(EDM), "NavigationProperty") => {
                    structured.properties.push(self.navigation(child))
                }
                (Some(EDM), "Annotation") => {}
                _ => self.unknown(child),
            }
        }
        self.named(node, TypeKind::Structured(structured))
    }

    fn named(&mut self, node: Node<'_, '_>, kind: TypeKind) -> Type {
        Type {
            name: self.required(node, "Name"),
            at: self.at_value(node, "Name"),
            kind,
            annotations: self.annotations(node),
        }
    }

    fn property(&mut self, node: Node<'_, '_>) -> Property {
        Property {
            name: self.required(node, "Name"),
            at: self.at_value(node, "Name"),
            ty: self.type_use(node, "Type"),
            facets: facets(node),
            default: node.attribute("DefaultValue").map(str::to_owned),
            navigation: None,
            annotations: self.annotations(node),
        }
    }

    fn navigation(&mut self, node: Node<'_, '_>) -> Property {
        self.only(
            node,
            &["Name", "Type", "Nullable", "Partner", "ContainsTarget"],
        );
        for child in elements(node) {
            // Which properties refer to the target, and what happens when it goes, is the service's business.
            if !matches!(
                child.tag_name().name(),
                "ReferentialConstraint" | "OnDelete" | "Annotation"
            ) {
                self.unknown(child);
            }
        }
        let navigation = Navigation {
            contains_target: self.boolean(node, "ContainsTarget").unwrap_or(false),
            partner: node.attribute("Partner").map(str::to_owned),
        };
        Property {
            navigation: Some(navigation),
            ..self.property(node)
        }
    }

    /// A type reference: the attribute with the type, and `Nullable` beside it.
    fn type_use(&mut self, node: Node<'_, '_>, attribute: &str) -> TypeUse {
        let text = self.required(node, attribute);
        let item = text
            .strip_prefix("Collection(")
            .and_then(|rest| rest.strip_suffix(')'));
        TypeUse {
            collection: item.is_some(),
            name: item.map_or_else(|| text.clone(), str::to_owned),
            nullable: self.boolean(node, "Nullable"),
            at: self.at_value(node, attribute),
        }
    }

    fn enumeration(&mut self, node: Node<'_, '_>) -> Type {
        self.only(node, &["Name", "UnderlyingType", "IsFlags"]);
        let mut enumeration = Enumeration {
            underlying: node.attribute("UnderlyingType").map(str::to_owned),
            flags: self.boolean(node, "IsFlags").unwrap_or(false),
            members: Vec::new(),
        };
        for child in elements(node) {
            match (child.tag_name().namespace(), child.tag_name().name()) {
                (Some(EDM), "Member") => {
                    self.only(child, &["Name", "Value"]);
                    enumeration.members.push(Member {
                        name: self.required(child, "Name"),
                        value: child.attribute("Value").map(str::to_owned),
                        at: self.at_value(child, "Name"),
                        annotations: self.annotations(child),
                    });
                }
                (Some(EDM), "Annotation") => {}
                _ => self.unknown(child),
            }
        }
        self.named(node, TypeKind::Enumeration(enumeration))
    }

    fn definition(&mut self, node: Node<'_, '_>) -> Type {
        self.only(node, &[&["Name", "UnderlyingType"][..], &FACETS].concat());
        let definition = Definition {
            underlying: self.required(node, "UnderlyingType"),
            facets: facets(node),
        };
        self.named(node, TypeKind::Definition(definition))
    }

    fn operation(&mut self, node: Node<'_, '_>, action: bool) -> Operation {
        self.only(node, &["Name", "IsBound", "EntitySetPath", "IsComposable"]);
        let mut operation = Operation {
            name: self.required(node, "Name"),
            at: self.at_value(node, "Name"),
            action,
            bound: self.boolean(node, "IsBound").unwrap_or(false),
            parameters: Vec::new(),
            returns: None,
            annotations: self.annotations(node),
        };
        for child in elements(node) {
            match (child.tag_name().namespace(), child.tag_name().name()) {
                (Some(EDM), "Parameter") => operation.parameters.push(self.property(child)),
                (Some(EDM), "ReturnType") => operation.returns = Some(self.type_use(child, "Type")),
                (Some(EDM), "Annotation") => {}
                _ => self.unknown(child),
            }
        }
        operation
    }

    fn container(&mut self, node: Node<'_, '_>) -> Container {
        let mut container = Container {
            name: self.required(node, "Name"),
            at: self.at_value(node, "Name"),
            children: Vec::new(),
        };
        for child in elements(node) {
            let kind = match (child.tag_name().namespace(), child.tag_name().name()) {
                (Some(EDM), "EntitySet") => {
                    ContainerChildKind::Set(self.type_use(child, "EntityType"))
                }
                (Some(EDM), "Singleton") => {
                    ContainerChildKind::Singleton(self.type_use(child, "Type"))
                }
                (Some(EDM), "ActionImport" | "FunctionImport") => ContainerChildKind::Import,
                (Some(EDM), "Annotation") => continue,
                _ => {
                    self.unknown(child);
                    continue;
                }
            };
            container.children.push(ContainerChild {
                name: self.required(child, "Name"),
                at: self.at_value(child, "Name"),
                kind,
            });
        }
        container
    }
}

fn facets(node: Node<'_, '_>) -> Facets {
    let facet = |name| node.attribute(name).map(str::to_owned);
    Facets {
        max_length: facet("MaxLength"),
        precision: facet("Precision"),
        scale: facet("Scale"),
        unicode: facet("Unicode"),
        srid: facet("SRID"),
    }
}
