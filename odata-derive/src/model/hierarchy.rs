//! An enum of the types derived from one base.

use proc_macro2::{Ident, Span};
use quote::{ToTokens, format_ident};
use syn::{DataEnum, DeriveInput, Fields, Type, ext::IdentExt};

use super::{
    Item, Shape,
    item::reject_attributes_of_fields,
    shape::{pointer_target, type_argument, ungrouped},
};
use crate::{
    attr::{self, keys::Target},
    errors::Errors,
};

/// A hierarchy.
pub(crate) struct Hierarchy<'a> {
    pub(crate) item: Item<'a>,
    pub(crate) base: Option<Type>,
    pub(crate) known: Option<attr::TypeList>,
    /// Whether each variant has methods and conversions.
    pub(crate) has_accessors: bool,
    pub(crate) variants: Vec<Variant<'a>>,
    pub(crate) other: Option<OtherVariant<'a>>,
    /// Whether the item is an enumeration, for which there is another derive.
    pub(crate) is_enumeration: bool,
}

/// The variant for values whose type has no variant.
#[derive(Clone, Copy)]
pub(crate) struct OtherVariant<'a> {
    pub(crate) ident: &'a Ident,
    /// The type that it holds, which should be `DynamicResource`.
    pub(crate) ty: &'a Type,
}

/// A variant that holds one type.
pub(crate) struct Variant<'a> {
    pub(crate) ident: &'a Ident,
    /// The type, without its box.
    pub(crate) ty: &'a Type,
    pub(crate) is_boxed: bool,
    pub(crate) default: Option<Span>,
}

impl Variant<'_> {
    /// Returns the names of its methods: `as_x`, `as_x_mut`, `into_x` and `is_x`.
    pub(crate) fn methods(&self) -> [Ident; 4] {
        let name = snake_case(self.ident);
        [
            format_ident!("as_{name}"),
            format_ident!("as_{name}_mut"),
            format_ident!("into_{name}"),
            format_ident!("is_{name}"),
        ]
    }
}

/// Converts `GivenName` to `given_name`.
fn snake_case(ident: &Ident) -> String {
    let mut name = String::new();
    for c in ident.unraw().to_string().chars() {
        if c.is_uppercase() && !name.is_empty() && !name.ends_with('_') {
            name.push('_');
        }
        name.extend(c.to_lowercase());
    }
    name
}

impl<'a> Hierarchy<'a> {
    pub(crate) fn parse(
        input: &'a DeriveInput,
        data: &'a DataEnum,
        errors: &mut Errors,
    ) -> Hierarchy<'a> {
        let mut hierarchy = Hierarchy {
            item: Item::parse(input, &attr::Entries::default(), errors),
            base: None,
            known: None,
            has_accessors: true,
            variants: Vec::new(),
            other: None,
            is_enumeration: is_enumeration(data),
        };
        if hierarchy.is_enumeration {
            errors.at(
                &input.ident,
                "the variants of a hierarchy hold types: derive only `ODataEnum` for an enumeration, or write variants such as `Book(Book)`",
            );
            return hierarchy;
        }
        let entries = attr::parse(&input.attrs, Target::Hierarchy, errors);
        if !entries.has("hierarchy") && errors.is_empty() {
            errors.at(
                &input.ident,
                "missing base of the hierarchy: add `#[odata(hierarchy = Base)]`, or derive `ODataEnum` for an enumeration",
            );
        }
        hierarchy.item = Item::parse(input, &entries, errors);
        hierarchy.base = entries.get("hierarchy").and_then(|it| it.ty(errors));
        hierarchy.known = entries.get("known").and_then(|it| it.type_list(errors));
        hierarchy.has_accessors = entries
            .get("accessors")
            .and_then(|it| it.boolean(errors))
            .unwrap_or(true);
        for variant in &data.variants {
            hierarchy.add_variant(variant, errors);
        }
        // A base without known derived types has `other` alone.
        if hierarchy.variants.is_empty() && hierarchy.other.is_none() && errors.is_empty() {
            errors.at(
                &input.ident,
                "empty hierarchy: add a variant with a type derived from the base",
            );
        }
        hierarchy
    }

    fn add_variant(&mut self, variant: &'a syn::Variant, errors: &mut Errors) {
        reject_attributes_of_fields(variant, errors);
        let entries = attr::parse(&variant.attrs, Target::Variant, errors);
        let ident = &variant.ident;
        let Some(ty) = only_type(&variant.fields) else {
            let advice = if entries.has("other") {
                format!(
                    "`other` holds a value of an unknown type: write `{ident}(DynamicResource)`"
                )
            } else {
                format!(
                    "a variant of a hierarchy holds one type: write `{ident}({ident})` or `{ident}(Box<{ident}>)`"
                )
            };
            errors.at(variant, advice);
            return;
        };
        if let Some(other) = entries.get("other") {
            if let Some(first) = &self.other {
                errors.at(
                    &other.ident,
                    format_args!("duplicate `other`: already on `{}`", first.ident),
                );
            }
            if let Some(default) = entries.get("default") {
                errors.at(
                    &default.ident,
                    "`default` has no effect with `other`, which is already the variant for values without a type: remove `default`",
                );
            }
            self.other = Some(OtherVariant { ident, ty });
            return;
        }
        if is_dynamic_resource(boxed_type(ty).unwrap_or(ty)) {
            // The wrong entry may be `other`, with a typo.
            if !entries.has_wrong_entry() {
                errors.at(
                    ty,
                    format_args!(
                        "a variant for unknown types requires `other`: write `#[odata(other)] {ident}(DynamicResource)`"
                    ),
                );
            }
            self.other = Some(OtherVariant { ident, ty });
            return;
        }
        check_type(ident, ty, errors);
        let default = entries.span_of("default");
        let first = self.variants.iter().find(|it| it.default.is_some());
        if let (Some(span), Some(first)) = (default, first) {
            errors.at_span(
                span,
                format_args!("duplicate `default`: already on `{}`", first.ident),
            );
        }
        let boxed = boxed_type(ty);
        self.variants.push(Variant {
            ident,
            ty: boxed.unwrap_or(ty),
            is_boxed: boxed.is_some(),
            default,
        });
    }
}

/// Reports a type that is certain not to be that of a variant: a struct or a hierarchy, perhaps boxed.
fn check_type(ident: &Ident, ty: &Type, errors: &mut Errors) {
    let shape = Shape::of(boxed_type(ty).unwrap_or(ty));
    let inner = match ungrouped(ty) {
        Type::Reference(reference) => reference.elem.to_token_stream(),
        _ if shape.is_nav() => type_argument(ty).unwrap_or(ty).to_token_stream(),
        _ => pointer_target(ty)
            .unwrap_or_else(|| shape.innermost())
            .to_token_stream(),
    };
    let problem = match &shape {
        Shape::Option(_) => "optional",
        Shape::Collection(_) => "a collection",
        Shape::Nav { .. } => "a link",
        Shape::Boxed(_) => "boxed twice",
        _ if matches!(ungrouped(ty), Type::Reference(_)) => "borrowed",
        _ if pointer_target(ty).is_some() => "shared",
        shape if shape.is_primitive() => {
            errors.at(
                ty,
                format_args!(
                    "`{inner}` cannot be a variant: use a struct with `#[derive(ODataResource)]`"
                ),
            );
            return;
        }
        _ => return,
    };
    errors.at(
        ty,
        format_args!("the value of a variant cannot be {problem}: write `{ident}({inner})`"),
    );
}

/// Returns whether no variant holds a value.
fn is_enumeration(data: &DataEnum) -> bool {
    let mut variants = data.variants.iter();
    variants.len() > 0 && variants.all(|it| matches!(it.fields, Fields::Unit))
}

/// Returns the type of the only field of a tuple variant.
pub(super) fn only_type(fields: &Fields) -> Option<&Type> {
    match fields {
        Fields::Unnamed(unnamed) if unnamed.unnamed.len() == 1 => {
            unnamed.unnamed.first().map(|it| ungrouped(&it.ty))
        }
        _ => None,
    }
}

/// Returns whether the type is one that a variant with `other` holds.
fn is_dynamic_resource(ty: &Type) -> bool {
    matches!(ungrouped(ty), Type::Path(path) if path.path.segments.last().is_some_and(|it| it.ident == "DynamicResource"))
}

/// Returns `T` of `Box<T>`.
fn boxed_type(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ungrouped(ty) else {
        return None;
    };
    let is_box = path
        .path
        .segments
        .last()
        .is_some_and(|it| it.ident == "Box");
    type_argument(ty).filter(|_| is_box)
}
