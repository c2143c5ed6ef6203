//! The part that structs and enums have in common: the item and its OData name.

use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::{
    Attribute, Data, DeriveInput, GenericParam, Generics, Path, Type, WherePredicate,
    ext::IdentExt, parse_quote,
};

use super::{
    naming::{
        Case, advice_for_annotation, check_identifier, check_member_name, check_namespace,
        is_identifier,
    },
    parameter::mentions_parameter,
};
use crate::{
    attr::{Entries, Entry},
    errors::Errors,
};

/// The item that the derive is on.
#[derive(Clone)]
pub(crate) struct Item<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) generics: &'a Generics,
    /// Type parameters that are only in skipped fields and in associated types, on which no impl puts a bound.
    pub(crate) unbounded: Vec<Ident>,
    /// Associated types of parameters that are the types of properties, on which the impls put the bounds of a parameter.
    pub(crate) associated: Vec<Type>,
    /// The predicates of `bound`, instead of the bounds of the impls.
    pub(crate) bound: Option<Vec<WherePredicate>>,
    /// The span of the predicates.
    pub(crate) bound_span: Option<Span>,
    /// The span of `default` on a struct: the struct's `Default::default()` has the values of absent properties.
    pub(crate) default: Option<Span>,
    /// The path of `odata-core`.
    pub(crate) krate: Path,
    /// Whether `crate` names the path.
    pub(crate) has_crate: bool,
    pub(crate) attributes: &'a [Attribute],
    /// Whether the doc comment is not written as CSDL.
    pub(crate) is_undocumented: bool,
}

impl<'a> Item<'a> {
    pub(crate) fn parse(input: &'a DeriveInput, entries: &Entries, errors: &mut Errors) -> Self {
        check_parameters(&input.generics, errors);
        Item {
            ident: &input.ident,
            generics: &input.generics,
            unbounded: Vec::new(),
            associated: Vec::new(),
            bound: bound(&input.generics, entries, errors),
            bound_span: entries.get("bound").map(Entry::span),
            default: entries.span_of("default"),
            krate: entries
                .get("crate")
                .and_then(|it| it.path(errors))
                .unwrap_or_else(|| parse_quote!(::odata_core)),
            has_crate: entries.has("crate"),
            attributes: &input.attrs,
            is_undocumented: entries.has("undocumented"),
        }
    }

    /// Returns the attributes with the doc comment, if it is written as CSDL.
    pub(crate) fn documentation(&self) -> &'a [Attribute] {
        documentation(self.attributes, self.is_undocumented)
    }
}

/// Returns the attributes with the doc comment, if it is written as CSDL.
pub(super) fn documentation(attributes: &[Attribute], is_undocumented: bool) -> &[Attribute] {
    if is_undocumented { &[] } else { attributes }
}

/// Reports `undocumented` where there is no doc comment.
pub(super) fn reject_undocumented<'a>(
    mut documented: impl Iterator<Item = &'a Attribute>,
    entries: &Entries,
    errors: &mut Errors,
) {
    if let Some(entry) = entries.get("undocumented")
        && errors.is_empty()
        && !documented.any(|it| it.path().is_ident("doc"))
    {
        errors.at(
            &entry.ident,
            "`undocumented` has no effect without a doc comment: remove it",
        );
    }
}

/// Parses `bound`, and reports a predicate without a parameter of the item.
fn bound(
    generics: &Generics,
    entries: &Entries,
    errors: &mut Errors,
) -> Option<Vec<WherePredicate>> {
    let entry = entries.get("bound")?;
    if generics.type_params().next().is_none() {
        errors.at(
            &entry.ident,
            "`bound` has no effect without type parameters: remove it",
        );
        return None;
    }
    let predicates = entry.predicates(errors)?;
    for predicate in &predicates {
        let text = predicate.to_token_stream();
        if !mentions_parameter(&text, generics) {
            errors.at_span(
                entry.span(),
                format_args!(
                    "`{text}` has no effect, because it names no generic parameter: remove it"
                ),
            );
        }
    }
    Some(predicates)
}

/// The OData name of a type.
#[derive(Clone)]
pub(crate) struct TypeName {
    pub(crate) namespace: String,
    pub(crate) name: String,
    alias: Option<String>,
}

impl TypeName {
    /// Parses `namespace`, `name` and `schema_alias`.
    pub(crate) fn parse(
        input: &DeriveInput,
        entries: &Entries,
        case: Case,
        errors: &mut Errors,
    ) -> Self {
        TypeName {
            name: name(entries, &input.ident, case, errors).0,
            namespace: namespace(input, entries, errors),
            alias: schema_alias(entries, errors),
        }
        .without_equal_alias(entries, errors)
    }

    /// Reports an alias that is the namespace (CSDL 4.01 §5).
    fn without_equal_alias(mut self, entries: &Entries, errors: &mut Errors) -> Self {
        if let Some(entry) = entries.get("schema_alias")
            && self.alias.take_if(|it| *it == self.namespace).is_some()
        {
            errors.at_span(
                entry.span(),
                format_args!(
                    "`schema_alias` is the namespace `{}` itself: remove it",
                    self.namespace
                ),
            );
        }
        self
    }

    /// Returns `namespace.name`.
    pub(crate) fn qualified(&self) -> String {
        format!("{}.{}", self.namespace, self.name)
    }

    /// Returns `alias.name`; empty if the schema has no alias.
    pub(crate) fn qualified_with_alias(&self) -> String {
        let alias = self.alias.as_ref();
        alias.map_or_else(String::new, |alias| format!("{alias}.{}", self.name))
    }
}

/// Parses `rename_all`.
pub(super) fn case(entries: &Entries, errors: &mut Errors) -> Case {
    entries
        .get("rename_all")
        .and_then(|it| it.choice(Case::CHOICES, errors))
        .unwrap_or_default()
}

/// Returns the OData name of a property or a member, from `name` or else from the Rust name, and its span.
pub(super) fn name(
    entries: &Entries,
    ident: &Ident,
    case: Case,
    errors: &mut Errors,
) -> (String, Span) {
    let (name, span) = match entries.get("name").and_then(|it| it.string(errors)) {
        Some(name) => (name.value(), name.span()),
        None => (case.apply(&ident.unraw().to_string()), ident.span()),
    };
    if let Some(advice) = advice_for_annotation(&name) {
        errors.at_span(
            span,
            format_args!("`{name}` is not the name of a property: {advice}"),
        );
    } else if let Some(entry) = entries.get("any_name") {
        check_member_name(&name, span, errors);
        if is_identifier(&name) && errors.is_empty() {
            errors.at(
                &entry.ident,
                format_args!(
                    "`any_name` has no effect on `{name}`, which is a simple identifier: remove it"
                ),
            );
        }
    } else {
        check_identifier(&name, span, errors);
    }
    (name, span)
}

fn namespace(input: &DeriveInput, entries: &Entries, errors: &mut Errors) -> String {
    let Some(entry) = entries.get("namespace") else {
        // After another error, this one may be a consequence.
        if errors.is_empty() {
            errors.at(
                &input.ident,
                "missing namespace: add `#[odata(namespace = \"...\")]`",
            );
        }
        return String::new();
    };
    let Some(namespace) = entry.string(errors) else {
        return String::new();
    };
    check_namespace(&namespace.value(), namespace.span(), errors);
    namespace.value()
}

fn schema_alias(entries: &Entries, errors: &mut Errors) -> Option<String> {
    let alias = entries.get("schema_alias")?.string(errors)?;
    // CSDL 4.01 §5.2.
    if matches!(
        alias.value().as_str(),
        "Edm" | "odata" | "System" | "Transient"
    ) {
        errors.at_span(
            alias.span(),
            format_args!(
                "reserved alias `{}`: `odata`, `Edm`, `System` and `Transient` belong to OData, use another",
                alias.value()
            ),
        );
    }
    check_identifier(&alias.value(), alias.span(), errors);
    Some(alias.value())
}

/// Reports parameters that would collide with those of generated code, and attributes on them, which nothing reads.
fn check_parameters(generics: &Generics, errors: &mut Errors) {
    for param in &generics.params {
        let (attrs, ident) = match param {
            GenericParam::Lifetime(it) => (&it.attrs, &it.lifetime.ident),
            GenericParam::Type(it) => (&it.attrs, &it.ident),
            GenericParam::Const(it) => (&it.attrs, &it.ident),
        };
        if ident.to_string().starts_with("__") {
            errors.at(
                param,
                format_args!("`{ident}` may collide with a parameter of generated code: choose a name that does not start with `__`"),
            );
        }
        reject_attributes(attrs, "a parameter", errors);
    }
}

/// Reports attributes in a place where nothing reads them.
fn reject_attributes(attributes: &[Attribute], place: &str, errors: &mut Errors) {
    for attribute in attributes {
        if attribute.path().is_ident("odata") {
            errors.at(
                attribute,
                format_args!("`#[odata(...)]` has no effect on {place}: remove it"),
            );
        }
    }
}

/// Reports attributes on the fields of a variant, where nothing reads them.
pub(super) fn reject_attributes_of_fields(variant: &syn::Variant, errors: &mut Errors) {
    for field in &variant.fields {
        reject_attributes(&field.attrs, "the field of a variant", errors);
    }
}

/// Reports a union: only structs and enums are supported.
pub(crate) fn reject_union(input: &DeriveInput, errors: &mut Errors) {
    if let Data::Union(data) = &input.data {
        errors.at(data.union_token, "unions are not supported: use a struct");
    }
}
