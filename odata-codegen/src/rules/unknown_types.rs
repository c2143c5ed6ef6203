//! Types that are used but defined in no file. Each is reported once, with its users.

use std::collections::{BTreeMap, BTreeSet};

use odata_csdl::Location;

use crate::{
    diagnostic::{Diagnostics, Severity},
    model::{Edm, Model, Target, TypeId},
};

/// The maximum number of users of an unknown type that a message names.
const MAX_USERS: usize = 3;

/// Reports the types that the types of `only` use, or the whole model.
pub(crate) fn report(
    model: &Model,
    only: Option<&BTreeSet<TypeId>>,
    severity: Severity,
    diagnostics: &mut Diagnostics,
) {
    for (name, users) in unknown(model, only) {
        let Some((_, location)) = users.first() else {
            continue;
        };
        let named = users.iter().take(MAX_USERS);
        let named: Vec<String> = named.map(|(user, _)| format!("`{user}`")).collect();
        let more = match users.len().saturating_sub(MAX_USERS) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let reference = match referenced_document(model, &name) {
            Some(uri) => format!(" (its namespace is in {uri})"),
            None => String::new(),
        };
        let reference = similar(model, &name)
            .map_or(reference, |similar| format!(" (did you mean `{similar}`?)"));
        let named = named.join(", ");
        let message = match name.as_str() {
            "" => format!("the type of {named}{more} has no name: it is read as a dynamic value"),
            _ => format!(
                "no file defines `{name}`{reference}, used by {named}{more}: it is read as a dynamic value"
            ),
        };
        diagnostics.push(&model.sources, severity, "type-unknown", *location, message);
    }
}

/// Returns the type that a name with a mistake probably means: a built-in type in another letter case, without `Edm`, or of OData 2 and 3;
/// or a type without its namespace.
fn similar(model: &Model, name: &str) -> Option<String> {
    let (namespace, short) = name.rsplit_once('.').unwrap_or(("", name));
    if namespace.eq_ignore_ascii_case("Edm") || namespace.is_empty() {
        let short = match short {
            "DateTime" => "DateTimeOffset",
            "Time" => "TimeOfDay",
            "Bool" | "bool" => "Boolean",
            "Float" | "float" => "Single",
            "Int" | "int" => "Int32",
            other => other,
        };
        let mut names = Edm::NAMES.iter();
        if let Some(edm) = names.find(|it| it.eq_ignore_ascii_case(short)) {
            return Some(format!("Edm.{edm}"));
        }
    }
    let mut types = model.unique_types().map(|(_, entry)| entry);
    let found = types.find(|entry| namespace.is_empty() && entry.ty.name == name)?;
    Some(found.qualified.clone())
}

/// Returns the document that has the namespace of a name, according to the references.
fn referenced_document<'m>(model: &'m Model, name: &str) -> Option<&'m str> {
    let (namespace, _) = name.rsplit_once('.')?;
    let mut references = model
        .documents
        .iter()
        .flat_map(|document| &document.references);
    let found = references.find(|reference| {
        let mut includes = reference.includes.iter();
        includes.any(|include| include.namespace == namespace)
    });
    found.map(|reference| reference.uri.as_str())
}

/// Returns each unknown type with its users, in the order of the files.
fn unknown(
    model: &Model,
    only: Option<&BTreeSet<TypeId>>,
) -> BTreeMap<String, Vec<(String, Location)>> {
    let mut found: BTreeMap<String, Vec<(String, Location)>> = BTreeMap::new();
    let mut used = |user: String, name: &str, location: Location| {
        if model.target(name) == Target::Missing {
            let users = found.entry(name.to_owned()).or_default();
            users.push((user, location));
        }
    };
    for (id, entry) in model
        .unique_types()
        .filter(|(id, _)| only.is_none_or(|only| only.contains(id)))
    {
        let Some(own) = model.structured(id) else {
            continue;
        };
        if let Some(base) = &own.base {
            used(entry.qualified.clone(), base, entry.ty.location);
        }
        for property in &own.properties {
            let user = format!("{}/{}", entry.qualified, property.name);
            used(user, &property.ty.name, property.ty.location);
        }
    }
    if only.is_some() {
        return found;
    }
    for entry in &model.operations {
        let parameters = entry.operation.parameters.iter();
        let parameters = parameters.map(|parameter| &parameter.ty);
        for ty in parameters.chain(&entry.operation.returns) {
            used(entry.qualified.clone(), &ty.name, ty.location);
        }
    }
    for schema in model.schemas() {
        for child in Model::container_children(schema) {
            if let Some(ty) = child.entity_type() {
                used(child.name.clone(), &ty.name, ty.location);
            }
        }
    }
    found
}
