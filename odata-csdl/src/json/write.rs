//! Writing.

use super::{
    expression::{number, value},
    value::{Json, JsonValue, Object, array},
};
use crate::model::{
    Annotation, Container, ContainerChild, ContainerChildKind, Document, EnumType, Facets,
    Operation, Property, Schema, StructuredType, Term, Type, TypeKind, TypeReference, Version,
};

/// CSDL JSON 4.01 §3, §4.
pub(crate) fn write(document: &Document) -> String {
    let references = document.references.iter().map(|reference| {
        let includes = reference.includes.iter().map(|include| {
            Object::default()
                .with("$Namespace", include.namespace.as_str())
                .with_text("$Alias", &include.alias)
        });
        let body = Object::default().with("$Include", array(includes));
        (reference.uri.clone(), body)
    });
    let container = document.schemas.iter().find_map(|schema| {
        let container = schema.containers.first()?;
        Some(format!("{}.{}", schema.namespace, container.name))
    });
    let schemas = document.schemas.iter();
    let root = Object::default()
        .with("$Version", Version::V4_01.as_str())
        .with_text("$EntityContainer", &container)
        .with_members("$Reference", references)
        .containing(schemas.map(|own| (own.namespace.clone(), schema(own))));
    format!("{}\n", Json::from(root))
}

fn schema(schema: &Schema) -> Object {
    let groups = schema.annotation_groups.iter().map(|group| {
        let annotations = annotations("", &group.annotations);
        let object = Object::default().containing(annotations);
        (group.target.clone(), object)
    });
    let types = schema.types.iter();
    let terms = schema.terms.iter();
    let containers = schema.containers.iter();
    Object::default()
        .with_text("$Alias", &schema.alias)
        .containing(annotations("", &schema.annotations))
        .with_members("$Annotations", groups)
        .containing(types.map(|own| (own.name.clone(), ty(own))))
        .containing(operations(&schema.operations))
        .containing(terms.map(|own| (own.name.clone(), term(own))))
        .containing(containers.map(|own| (own.name.clone(), container(own))))
}

/// `member` is the name before the `@`, or empty for the annotations of the object itself.
fn annotations(member: &str, annotations: &[Annotation]) -> impl Iterator<Item = (String, Json)> {
    annotations.iter().filter_map(move |annotation| {
        let qualifier = annotation.qualifier.as_ref();
        let qualifier = qualifier.map(|it| format!("#{it}")).unwrap_or_default();
        let name = format!("{member}@{}{qualifier}", annotation.term);
        Some((name, value(&annotation.value)?))
    })
}

fn ty(ty: &Type) -> Object {
    let object = match &ty.kind {
        TypeKind::Structured(own) => structured(own),
        TypeKind::Enumeration(own) => enumeration(own),
        TypeKind::Definition(own) => {
            let object = Object::default().with("$Kind", "TypeDefinition");
            let object = object.with("$UnderlyingType", own.underlying.as_str());
            with_facets(object, &own.facets, &own.underlying)
        }
    };
    object.containing(annotations("", &ty.annotations))
}

/// CSDL JSON 4.01 §6, §9.
fn structured(own: &StructuredType) -> Object {
    let kind = if own.is_entity {
        "EntityType"
    } else {
        "ComplexType"
    };
    let key = own.key.as_ref().map(|key| {
        array(key.parts.iter().map(|part| match &part.alias {
            Some(alias) => Object::default().with(alias, part.path.as_str()).into(),
            None => Json::from(part.path.as_str()),
        }))
    });
    let properties = own.properties.iter().map(|own| {
        let kind = own.navigation.as_ref().map(|_| "NavigationProperty");
        let object = Object::default().with_option("$Kind", kind);
        (own.name.clone(), property(object, own))
    });
    Object::default()
        .with("$Kind", kind)
        .with_text("$BaseType", &own.base)
        .with_flag("$Abstract", own.is_abstract)
        .with_flag("$OpenType", own.is_open)
        .with_flag("$HasStream", own.has_stream)
        .with_option("$Key", key)
        .containing(properties)
}

/// CSDL JSON 4.01 §7, §8.
fn property(object: Object, property: &Property) -> Object {
    let is_navigation = property.navigation.is_some();
    let default = property.default.as_deref();
    let mut object = with_type(object, &property.ty, is_navigation).with_option(
        "$DefaultValue",
        default.map(|text| constant(text, &property.ty.name)),
    );
    if let Some(navigation) = &property.navigation {
        let constraints = navigation.constraints.iter();
        let constraints =
            constraints.map(|it| (it.property.clone(), it.referenced_property.as_str()));
        object = object
            .with_text("$Partner", &navigation.partner)
            .with_flag("$ContainsTarget", navigation.contains_target)
            .with_members("$ReferentialConstraint", constraints)
            .with_text("$OnDelete", &navigation.on_delete);
    }
    object.containing(annotations("", &property.annotations))
}

/// Default: `Edm.String`, a single value, not nullable (CSDL JSON 4.01 §7.1, §7.2.1).
fn with_type(object: Object, ty: &TypeReference, is_navigation: bool) -> Object {
    let name = (ty.name != "Edm.String").then_some(ty.name.as_str());
    // Related entities in a collection are never null (§8.3).
    let is_nullable =
        ty.nullable.unwrap_or(!ty.is_collection) && !(is_navigation && ty.is_collection);
    let object = object
        .with_option("$Type", name)
        .with_flag("$Collection", ty.is_collection)
        .with_flag("$Nullable", is_nullable);
    with_facets(object, &ty.facets, &ty.name)
}

fn with_facets(object: Object, facets: &Facets, type_name: &str) -> Object {
    // `max` and no limit are the same.
    let max_length = facets.max_length.as_deref().filter(|text| *text != "max");
    // XML has the default `0`, JSON the default `variable` (§7.2.4).
    let default_scale = (type_name == "Edm.Decimal").then_some("0");
    let scale = facets.scale.as_deref().or(default_scale);
    let unicode = facets.unicode.as_deref();
    object
        .with_option("$MaxLength", max_length.map(number))
        .with_option("$Precision", facets.precision.as_deref().map(number))
        .with_option(
            "$Scale",
            scale.filter(|text| *text != "variable").map(number),
        )
        .with_option(
            "$Unicode",
            unicode.map(|text| constant(text, "Edm.Boolean")),
        )
        .with_option("$SRID", facets.srid.as_deref().map(number))
}

/// A constant as the JSON type of its Edm type. Text that is not a value of the type stays text.
fn constant(text: &str, type_name: &str) -> Json {
    match (type_name, text) {
        ("Edm.Boolean", "true" | "false") => JsonValue::Bool(text == "true").into(),
        (
            "Edm.Byte" | "Edm.SByte" | "Edm.Int16" | "Edm.Int32" | "Edm.Int64" | "Edm.Single"
            | "Edm.Double" | "Edm.Decimal",
            _,
        ) => number(text),
        _ => text.into(),
    }
}

/// CSDL JSON 4.01 §10.
fn enumeration(own: &EnumType) -> Object {
    let mut object = Object::default()
        .with("$Kind", "EnumType")
        .with_text("$UnderlyingType", &own.underlying)
        .with_flag("$IsFlags", own.is_flags);
    for (index, member) in own.members.iter().enumerate() {
        // XML may leave the value to the position, JSON may not (§10.3).
        let value = member.value.clone().unwrap_or_else(|| index.to_string());
        object = object
            .with(&member.name, number(&value))
            .containing(annotations(&member.name, &member.annotations));
    }
    object
}

/// All overloads of an operation share one member (CSDL JSON 4.01 §12).
fn operations(operations: &[Operation]) -> Vec<(String, Json)> {
    let mut overloads: Vec<(String, Vec<Object>)> = Vec::new();
    for own in operations {
        match overloads.iter_mut().find(|(name, _)| *name == own.name) {
            Some((_, bodies)) => bodies.push(operation(own)),
            None => overloads.push((own.name.clone(), vec![operation(own)])),
        }
    }
    let overloads = overloads.into_iter();
    overloads
        .map(|(name, bodies)| (name, array(bodies)))
        .collect()
}

fn operation(own: &Operation) -> Object {
    let parameters = own.parameters.iter().map(|parameter| {
        let object = Object::default().with("$Name", parameter.name.as_str());
        property(object, parameter)
    });
    let returns = own.returns.as_ref();
    Object::default()
        .with("$Kind", if own.is_action { "Action" } else { "Function" })
        .with_flag("$IsBound", own.is_bound)
        .with_flag("$IsComposable", own.is_composable)
        .with_text("$EntitySetPath", &own.entity_set_path)
        .with_items("$Parameter", parameters)
        .with_option(
            "$ReturnType",
            returns.map(|ty| with_type(Object::default(), ty, false)),
        )
        .containing(annotations("", &own.annotations))
}

/// CSDL JSON 4.01 §14.1.
fn term(own: &Term) -> Object {
    let default = own.default.as_deref();
    with_type(Object::default().with("$Kind", "Term"), &own.ty, false)
        .with_text("$BaseTerm", &own.base)
        .with_option(
            "$DefaultValue",
            default.map(|text| constant(text, &own.ty.name)),
        )
        .with_items("$AppliesTo", own.applies_to.iter().map(String::as_str))
        .containing(annotations("", &own.annotations))
}

/// CSDL JSON 4.01 §13.
fn container(own: &Container) -> Object {
    let children = own.children.iter();
    Object::default()
        .with("$Kind", "EntityContainer")
        .with_text("$Extends", &own.extends)
        .containing(annotations("", &own.annotations))
        .containing(children.map(|child| (child.name.clone(), container_child(child))))
}

fn container_child(own: &ContainerChild) -> Object {
    let object = Object::default();
    let object = match &own.kind {
        ContainerChildKind::EntitySet(ty) => object
            .with_flag("$Collection", true)
            .with("$Type", ty.name.as_str()),
        ContainerChildKind::Singleton(ty) => object
            .with("$Type", ty.name.as_str())
            .with_flag("$Nullable", ty.nullable == Some(true)),
        ContainerChildKind::Import(import) => {
            let name = if import.is_action {
                "$Action"
            } else {
                "$Function"
            };
            let object = object.with(name, import.operation.as_str());
            object.with_text("$EntitySet", &import.entity_set)
        }
    };
    let bindings = own.bindings.iter();
    let bindings = bindings.map(|binding| (binding.path.clone(), binding.target.as_str()));
    let in_service_document = own.in_service_document.map(JsonValue::Bool);
    object
        .with_members("$NavigationPropertyBinding", bindings)
        .with_option("$IncludeInServiceDocument", in_service_document)
        .containing(annotations("", &own.annotations))
}
