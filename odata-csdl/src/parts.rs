//! The parts of a document and what each consists of: one list for the readers and writers of both formats.

use crate::{
    model::{
        AnnotationGroup, Container, ContainerChild, ContainerChildKind, Document, EnumMember,
        EnumType, Facets, Import, Include, Key, KeyPart, Navigation, NavigationBinding, Operation,
        Property, Reference, ReferentialConstraint, Schema, StructuredType, Term, Type,
        TypeDefinition, TypeKind, TypeReference,
    },
    visitor::{Elements, Layout, Part, Visitor, elements},
};

const REFERENCES: Elements = elements(Layout::Object, &["Reference"]);
const INCLUDES: Elements = elements(Layout::Array, &["Include"]);
const SCHEMAS: Elements = elements(Layout::Members, &["Schema"]);
const TYPES: Elements = elements(
    Layout::Members,
    &["EntityType", "ComplexType", "EnumType", "TypeDefinition"],
);
const KEYS: Elements = elements(Layout::SingleValue, &["Key"]);
const PROPERTIES: Elements = elements(Layout::Members, &["Property", "NavigationProperty"]);
const CONSTRAINTS: Elements = elements(Layout::Pairs, &["ReferentialConstraint"]);
const ON_DELETE: Elements = elements(Layout::SingleValue, &["OnDelete"]);
const MEMBERS: Elements = elements(Layout::Values, &["Member"]);
const OPERATIONS: Elements = elements(Layout::Overloads, &["Action", "Function"]);
const PARAMETERS: Elements = elements(Layout::Array, &["Parameter"]);
const RETURN_TYPES: Elements = elements(Layout::Single, &["ReturnType"]);
const TERMS: Elements = elements(Layout::Members, &["Term"]);
const CONTAINERS: Elements = elements(Layout::Members, &["EntityContainer"]);
const CHILDREN: Elements = elements(
    Layout::Members,
    &["EntitySet", "Singleton", "ActionImport", "FunctionImport"],
);
const BINDINGS: Elements = elements(Layout::Pairs, &["NavigationPropertyBinding"]);
const GROUPS: Elements = elements(Layout::Object, &["Annotations"]);

impl Part for Document {
    fn visit(&mut self, visitor: &mut impl Visitor) {
        visitor.parts(&REFERENCES, &mut self.references);
        visitor.parts(&SCHEMAS, &mut self.schemas);
    }
}

impl Part for Reference {
    fn visit(&mut self, visitor: &mut impl Visitor) {
        visitor.name("Uri", &mut self.uri);
        visitor.parts(&INCLUDES, &mut self.includes);
    }
}

impl Part for Include {
    fn visit(&mut self, visitor: &mut impl Visitor) {
        self.location = visitor.name("Namespace", &mut self.namespace);
        visitor.text("Alias", &mut self.alias);
    }
}

impl Part for Schema {
    fn visit(&mut self, visitor: &mut impl Visitor) {
        self.location = visitor.name("Namespace", &mut self.namespace);
        visitor.text("Alias", &mut self.alias);
        visitor.parts(&TYPES, &mut self.types);
        visitor.parts(&OPERATIONS, &mut self.operations);
        visitor.parts(&TERMS, &mut self.terms);
        visitor.parts(&CONTAINERS, &mut self.containers);
        visitor.parts(&GROUPS, &mut self.annotation_groups);
        visitor.annotations(&mut self.annotations);
    }
}

impl Part for Type {
    fn new(element: &str) -> Self {
        let kind = match element {
            "EnumType" => TypeKind::Enumeration(EnumType::default()),
            "TypeDefinition" => TypeKind::Definition(TypeDefinition::default()),
            element => TypeKind::Structured(StructuredType {
                is_entity: element == "EntityType",
                ..StructuredType::default()
            }),
        };
        Self {
            kind,
            ..Self::default()
        }
    }

    fn element(&self) -> Option<&'static str> {
        Some(match &self.kind {
            TypeKind::Structured(own) if own.is_entity => "EntityType",
            TypeKind::Structured(_) => "ComplexType",
            TypeKind::Enumeration(_) => "EnumType",
            TypeKind::Definition(_) => "TypeDefinition",
        })
    }

    fn visit(&mut self, visitor: &mut impl Visitor) {
        self.location = visitor.name("Name", &mut self.name);
        match &mut self.kind {
            TypeKind::Structured(own) => {
                visitor.path("BaseType", &mut own.base);
                visitor.flag("Abstract", &mut own.is_abstract);
                visitor.flag("OpenType", &mut own.is_open);
                visitor.flag("HasStream", &mut own.has_stream);
                if own.is_entity {
                    visitor.part(&KEYS, &mut own.key);
                }
                visitor.parts(&PROPERTIES, &mut own.properties);
            }
            TypeKind::Enumeration(own) => {
                visitor.path("UnderlyingType", &mut own.underlying);
                visitor.flag("IsFlags", &mut own.is_flags);
                visitor.parts(&MEMBERS, &mut own.members);
            }
            TypeKind::Definition(own) => {
                visitor.name("UnderlyingType", &mut own.underlying);
                visitor.resolve(&mut own.underlying);
                visitor.facets(&mut own.facets, &own.underlying);
            }
        }
        visitor.annotations(&mut self.annotations);
    }
}

impl Part for Key {
    fn visit(&mut self, visitor: &mut impl Visitor) {
        self.location = visitor.location();
        visitor.key_parts(&mut self.parts);
    }
}

impl Part for KeyPart {
    fn visit(&mut self, visitor: &mut impl Visitor) {
        self.location = visitor.name("Name", &mut self.path);
        visitor.text("Alias", &mut self.alias);
    }
}

impl Part for Property {
    fn new(element: &str) -> Self {
        Self {
            navigation: (element == "NavigationProperty").then(Navigation::default),
            ..Self::default()
        }
    }

    fn element(&self) -> Option<&'static str> {
        Some(match self.navigation {
            Some(_) => "NavigationProperty",
            None => "Property",
        })
    }

    fn visit(&mut self, visitor: &mut impl Visitor) {
        self.location = visitor.name("Name", &mut self.name);
        visitor.ty("Type", &mut self.ty);
        if let Some(navigation) = &mut self.navigation {
            visitor.path("Partner", &mut navigation.partner);
            visitor.flag("ContainsTarget", &mut navigation.contains_target);
            visitor.parts(&CONSTRAINTS, &mut navigation.constraints);
            visitor.part(&ON_DELETE, &mut navigation.on_delete);
        } else {
            visitor.facets(&mut self.ty.facets, &self.ty.name);
            visitor.constant("DefaultValue", &mut self.default, &self.ty.name);
        }
        visitor.annotations(&mut self.annotations);
    }
}

impl Part for ReferentialConstraint {
    fn visit(&mut self, visitor: &mut impl Visitor) {
        visitor.target("Property", &mut self.property);
        visitor.target("ReferencedProperty", &mut self.referenced_property);
    }
}

/// The action of `OnDelete`.
impl Part for String {
    fn visit(&mut self, visitor: &mut impl Visitor) {
        visitor.target("Action", self);
    }
}

impl Part for EnumMember {
    fn visit(&mut self, visitor: &mut impl Visitor) {
        self.location = visitor.name("Name", &mut self.name);
        visitor.constant("Value", &mut self.value, "Edm.Int64");
        visitor.annotations(&mut self.annotations);
    }
}

impl Part for Operation {
    fn new(element: &str) -> Self {
        Self {
            is_action: element == "Action",
            ..Self::default()
        }
    }

    fn element(&self) -> Option<&'static str> {
        Some(if self.is_action { "Action" } else { "Function" })
    }

    fn visit(&mut self, visitor: &mut impl Visitor) {
        self.location = visitor.name("Name", &mut self.name);
        visitor.flag("IsBound", &mut self.is_bound);
        visitor.flag("IsComposable", &mut self.is_composable);
        visitor.path("EntitySetPath", &mut self.entity_set_path);
        visitor.parts(&PARAMETERS, &mut self.parameters);
        visitor.part(&RETURN_TYPES, &mut self.returns);
        visitor.annotations(&mut self.annotations);
    }
}

/// The type of an operation's result.
impl Part for TypeReference {
    fn visit(&mut self, visitor: &mut impl Visitor) {
        visitor.ty("Type", self);
        visitor.facets(&mut self.facets, &self.name);
    }
}

impl Part for Facets {
    fn visit(&mut self, visitor: &mut impl Visitor) {
        visitor.constant("MaxLength", &mut self.max_length, "Edm.Int32");
        visitor.constant("Precision", &mut self.precision, "Edm.Int32");
        visitor.constant("Scale", &mut self.scale, "Edm.Int32");
        visitor.constant("Unicode", &mut self.unicode, "Edm.Boolean");
        // In JSON it is a string, even if it is a number (CSDL JSON 4.01 §7.2.6).
        visitor.constant("SRID", &mut self.srid, "Edm.String");
    }
}

impl Part for Term {
    fn visit(&mut self, visitor: &mut impl Visitor) {
        self.location = visitor.name("Name", &mut self.name);
        visitor.ty("Type", &mut self.ty);
        visitor.facets(&mut self.ty.facets, &self.ty.name);
        visitor.path("BaseTerm", &mut self.base);
        visitor.constant("DefaultValue", &mut self.default, &self.ty.name);
        visitor.words("AppliesTo", &mut self.applies_to);
        visitor.annotations(&mut self.annotations);
    }
}

impl Part for Container {
    fn visit(&mut self, visitor: &mut impl Visitor) {
        self.location = visitor.name("Name", &mut self.name);
        visitor.path("Extends", &mut self.extends);
        visitor.parts(&CHILDREN, &mut self.children);
        visitor.annotations(&mut self.annotations);
    }
}

impl Part for ContainerChild {
    fn new(element: &str) -> Self {
        let kind = match element {
            "EntitySet" => ContainerChildKind::EntitySet(TypeReference::default()),
            "Singleton" => ContainerChildKind::Singleton(TypeReference::default()),
            element => ContainerChildKind::Import(Import {
                is_action: element == "ActionImport",
                ..Import::default()
            }),
        };
        Self {
            kind,
            ..Self::default()
        }
    }

    fn element(&self) -> Option<&'static str> {
        Some(match &self.kind {
            ContainerChildKind::EntitySet(_) => "EntitySet",
            ContainerChildKind::Singleton(_) => "Singleton",
            ContainerChildKind::Import(own) if own.is_action => "ActionImport",
            ContainerChildKind::Import(_) => "FunctionImport",
        })
    }

    fn visit(&mut self, visitor: &mut impl Visitor) {
        self.location = visitor.name("Name", &mut self.name);
        match &mut self.kind {
            ContainerChildKind::EntitySet(ty) => visitor.ty("EntityType", ty),
            ContainerChildKind::Singleton(ty) => visitor.ty("Type", ty),
            ContainerChildKind::Import(own) => {
                let attribute = if own.is_action { "Action" } else { "Function" };
                visitor.target(attribute, &mut own.operation);
                visitor.path("EntitySet", &mut own.entity_set);
            }
        }
        visitor.boolean("IncludeInServiceDocument", &mut self.in_service_document);
        visitor.parts(&BINDINGS, &mut self.bindings);
        visitor.annotations(&mut self.annotations);
    }
}

impl Part for NavigationBinding {
    fn visit(&mut self, visitor: &mut impl Visitor) {
        visitor.target("Path", &mut self.path);
        visitor.target("Target", &mut self.target);
    }
}

impl Part for AnnotationGroup {
    fn visit(&mut self, visitor: &mut impl Visitor) {
        visitor.name("Target", &mut self.target);
        visitor.resolve(&mut self.target);
        visitor.annotations(&mut self.annotations);
        // A qualifier of the group applies to all of its annotations. The model has it in each annotation, and not in the group.
        let mut qualifier = None;
        visitor.text("Qualifier", &mut qualifier);
        for annotation in &mut self.annotations {
            annotation.qualifier = annotation.qualifier.take().or_else(|| qualifier.clone());
        }
    }
}
