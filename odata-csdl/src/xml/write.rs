//! Writing.

use super::{
    element::Element,
    expression::with_value,
    namespaces::{EDM, EDMX},
};
use crate::model::{
    Annotation, Container, ContainerChild, ContainerChildKind, Document, EnumType, Facets,
    Navigation, Operation, Property, Schema, StructuredType, Term, Type, TypeKind, TypeReference,
};

/// CSDL XML 4.01 §3, §4.
pub(crate) fn write(document: &Document) -> String {
    let references = document.references.iter().map(|reference| {
        let includes = reference.includes.iter().map(|include| {
            Element::new("edmx:Include")
                .with("Namespace", include.namespace.as_str())
                .with_option("Alias", &include.alias)
        });
        Element::new("edmx:Reference")
            .with("Uri", reference.uri.as_str())
            .containing(includes)
    });
    let schemas = document.schemas.iter().map(schema);
    Element::new("edmx:Edmx")
        .with("xmlns:edmx", EDMX)
        .with("Version", document.version.as_str())
        .containing(references)
        .containing([Element::new("edmx:DataServices").containing(schemas)])
        .to_string()
}

fn schema(schema: &Schema) -> Element {
    let groups = schema.annotation_groups.iter().map(|group| {
        Element::new("Annotations")
            .with("Target", group.target.as_str())
            .containing(annotations(&group.annotations))
    });
    Element::new("Schema")
        .with("xmlns", EDM)
        .with("Namespace", schema.namespace.as_str())
        .with_option("Alias", &schema.alias)
        .containing(schema.types.iter().map(ty))
        .containing(schema.operations.iter().map(operation))
        .containing(schema.terms.iter().map(term))
        .containing(schema.containers.iter().map(container))
        .containing(groups)
        .containing(annotations(&schema.annotations))
}

fn named(element: &'static str, name: &str) -> Element {
    Element::new(element).with("Name", name)
}

fn annotations(annotations: &[Annotation]) -> impl Iterator<Item = Element> {
    annotations.iter().filter_map(|annotation| {
        let element = Element::new("Annotation")
            .with("Term", annotation.term.as_str())
            .with_option("Qualifier", &annotation.qualifier);
        with_value(element, &annotation.value)
    })
}

fn ty(ty: &Type) -> Element {
    let element = match &ty.kind {
        TypeKind::Structured(own) => structured(&ty.name, own),
        TypeKind::Enumeration(own) => enumeration(&ty.name, own),
        TypeKind::Definition(own) => {
            let element =
                named("TypeDefinition", &ty.name).with("UnderlyingType", own.underlying.as_str());
            with_facets(element, &own.facets)
        }
    };
    element.containing(annotations(&ty.annotations))
}

/// CSDL XML 4.01 §6, §9.
fn structured(name: &str, own: &StructuredType) -> Element {
    let element = if own.is_entity {
        "EntityType"
    } else {
        "ComplexType"
    };
    let key = own.key.as_ref().map(|key| {
        Element::new("Key").containing(
            key.parts
                .iter()
                .map(|part| named("PropertyRef", &part.path).with_option("Alias", &part.alias)),
        )
    });
    named(element, name)
        .with_option("BaseType", &own.base)
        .with_flag("Abstract", own.is_abstract)
        .with_flag("OpenType", own.is_open)
        .with_flag("HasStream", own.has_stream)
        .containing(key)
        .containing(own.properties.iter().map(property))
}

/// CSDL XML 4.01 §7, §8.
fn property(property: &Property) -> Element {
    let element = match property.navigation {
        Some(_) => "NavigationProperty",
        None => "Property",
    };
    let element = with_type(named(element, &property.name), "Type", &property.ty)
        .with_option("DefaultValue", &property.default);
    match &property.navigation {
        Some(navigation) => with_navigation(element, navigation),
        None => element,
    }
    .containing(annotations(&property.annotations))
}

fn with_navigation(element: Element, navigation: &Navigation) -> Element {
    let constraints = navigation.constraints.iter().map(|constraint| {
        Element::new("ReferentialConstraint")
            .with("Property", constraint.property.as_str())
            .with(
                "ReferencedProperty",
                constraint.referenced_property.as_str(),
            )
    });
    let on_delete = navigation
        .on_delete
        .as_ref()
        .map(|action| Element::new("OnDelete").with("Action", action.as_str()));
    element
        .with_option("Partner", &navigation.partner)
        .with_flag("ContainsTarget", navigation.contains_target)
        .containing(constraints)
        .containing(on_delete)
}

fn with_type(element: Element, attribute: &'static str, ty: &TypeReference) -> Element {
    let name = if ty.is_collection {
        format!("Collection({})", ty.name)
    } else {
        ty.name.clone()
    };
    let nullable = ty.nullable.map(|nullable| nullable.to_string());
    let element = element
        .with(attribute, name)
        .with_option("Nullable", &nullable);
    with_facets(element, &ty.facets)
}

fn with_facets(element: Element, facets: &Facets) -> Element {
    element
        .with_option("MaxLength", &facets.max_length)
        .with_option("Precision", &facets.precision)
        .with_option("Scale", &facets.scale)
        .with_option("Unicode", &facets.unicode)
        .with_option("SRID", &facets.srid)
}

/// CSDL XML 4.01 §10.
fn enumeration(name: &str, own: &EnumType) -> Element {
    named("EnumType", name)
        .with_option("UnderlyingType", &own.underlying)
        .with_flag("IsFlags", own.is_flags)
        .containing(own.members.iter().map(|member| {
            named("Member", &member.name)
                .with_option("Value", &member.value)
                .containing(annotations(&member.annotations))
        }))
}

/// CSDL XML 4.01 §12.
fn operation(operation: &Operation) -> Element {
    let element = if operation.is_action {
        "Action"
    } else {
        "Function"
    };
    let parameters = operation.parameters.iter().map(|parameter| {
        with_type(named("Parameter", &parameter.name), "Type", &parameter.ty)
            .containing(annotations(&parameter.annotations))
    });
    let returns = operation
        .returns
        .as_ref()
        .map(|ty| with_type(Element::new("ReturnType"), "Type", ty));
    named(element, &operation.name)
        .with_flag("IsBound", operation.is_bound)
        .with_flag("IsComposable", operation.is_composable)
        .with_option("EntitySetPath", &operation.entity_set_path)
        .containing(parameters)
        .containing(returns)
        .containing(annotations(&operation.annotations))
}

/// CSDL XML 4.01 §14.1.
fn term(term: &Term) -> Element {
    let applies_to = (!term.applies_to.is_empty()).then(|| term.applies_to.join(" "));
    with_type(named("Term", &term.name), "Type", &term.ty)
        .with_option("BaseTerm", &term.base)
        .with_option("DefaultValue", &term.default)
        .with_option("AppliesTo", &applies_to)
        .containing(annotations(&term.annotations))
}

/// CSDL XML 4.01 §13.
fn container(container: &Container) -> Element {
    named("EntityContainer", &container.name)
        .with_option("Extends", &container.extends)
        .containing(container.children.iter().map(container_child))
        .containing(annotations(&container.annotations))
}

fn container_child(child: &ContainerChild) -> Element {
    let element = match &child.kind {
        ContainerChildKind::EntitySet(ty) => {
            named("EntitySet", &child.name).with("EntityType", ty.name.as_str())
        }
        ContainerChildKind::Singleton(ty) => with_type(named("Singleton", &child.name), "Type", ty),
        ContainerChildKind::Import(own) => {
            let (element, attribute) = match own.is_action {
                true => ("ActionImport", "Action"),
                false => ("FunctionImport", "Function"),
            };
            named(element, &child.name)
                .with(attribute, own.operation.as_str())
                .with_option("EntitySet", &own.entity_set)
        }
    };
    let in_service_document = child.in_service_document.map(|listed| listed.to_string());
    let bindings = child.bindings.iter().map(|binding| {
        Element::new("NavigationPropertyBinding")
            .with("Path", binding.path.as_str())
            .with("Target", binding.target.as_str())
    });
    element
        .with_option("IncludeInServiceDocument", &in_service_document)
        .containing(bindings)
        .containing(annotations(&child.annotations))
}
