//! The body of an action: its parameters as a struct (JSON 4.01 §18).

use std::collections::HashSet;

use odata_csdl::Property;
use syn::Item;

use super::{
    attribute::Attribute,
    context::Context,
    docs,
    field::{Owner, code, field, names, prefers_pascal},
    imports::Imports,
    structure::{add_core_crate, attributes, bags},
    syntax,
};
use crate::{
    model::{Vocabulary, is_member_name},
    plan::{ActionPlan, Scope, snake},
};

pub(super) fn items(
    context: Context<'_>,
    actions: &[&ActionPlan],
    imports: &mut Imports<'_>,
) -> Vec<syn::Result<Item>> {
    let actions = actions.iter();
    actions
        .filter_map(|action| item(context, action, imports))
        .collect()
}

fn item(
    context: Context<'_>,
    action: &ActionPlan,
    imports: &mut Imports<'_>,
) -> Option<syn::Result<Item>> {
    let entry = context.model.operations.get(action.operation)?;
    let operation = &entry.operation;
    let mut scope = Scope::default();
    let parameters = operation.passed_parameters().iter();
    let mut seen = HashSet::new();
    let parameters: Vec<&Property> = parameters
        .filter(|parameter| is_member_name(&parameter.name) && seen.insert(&parameter.name))
        .collect();
    let idents: Vec<String> = parameters
        .iter()
        .map(|parameter| scope.claim([snake(&parameter.name).as_str()]))
        .collect();
    let named: Vec<(&Property, &str)> = parameters
        .into_iter()
        .zip(idents.iter().map(String::as_str))
        .collect();
    let is_pascal = prefers_pascal(names(&named));

    let mut attribute = Attribute::default();
    attribute.value("namespace", &entry.namespace);
    attribute.value("name", &operation.name);
    if is_pascal {
        attribute.value("rename_all", "PascalCase");
    }
    attribute.value("write_type", "never");
    add_core_crate(context, &mut attribute);
    let owner = Owner {
        id: None,
        qualified: &entry.qualified,
        key: &[],
        is_pascal,
    };
    let fields: Vec<_> = named
        .into_iter()
        .map(|(parameter, ident)| field(context, &owner, parameter, ident, imports))
        .collect();
    let (dynamic, annotations) = (
        scope.claim(["dynamic_properties", "undeclared_properties"]),
        scope.claim(["annotations", "instance_annotations"]),
    );
    let bags = bags(&dynamic, &annotations, imports);

    let vocabulary = Vocabulary(&operation.annotations);
    let bound = operation
        .parameters
        .first()
        .filter(|_| operation.is_bound)
        .map(|parameter| format!(", bound to {}", code(&parameter.ty.to_string())));
    let paragraphs = [
        vocabulary
            .description()
            .map(docs::prose)
            .unwrap_or_default(),
        format!(
            "The body of the action {}{}.",
            code(&entry.qualified),
            bound.unwrap_or_default()
        ),
        operation
            .returns
            .as_ref()
            .map(|returns| format!("It returns {}.", code(&returns.to_string())))
            .unwrap_or_default(),
    ];
    let attributes = attributes(context, &paragraphs, &entry.qualified, &attribute, imports);
    let fields = fields.into_iter().chain(bags);
    Some(syntax::structure(attributes, &action.ident, fields))
}
