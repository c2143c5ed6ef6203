//! An enum of the types derived from one base.

use proc_macro2::{Ident, Span};
use syn::{DataEnum, DeriveInput, Fields, GenericArgument, Generics, Path, PathArguments, Type};

use super::{resource::crate_path, shape};
use crate::{
    attr::{self, keys::Place},
    errors::Errors,
};

/// A hierarchy.
pub(crate) struct Hierarchy<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) generics: &'a Generics,
    pub(crate) krate: Path,
    pub(crate) base: Option<Type>,
    pub(crate) known: Option<Path>,
    pub(crate) variants: Vec<Variant<'a>>,
    pub(crate) other: Option<Other<'a>>,
}

/// The variant that keeps a resource whose type has none.
#[derive(Clone, Copy)]
pub(crate) struct Other<'a> {
    pub(crate) ident: &'a Ident,
    /// The type in it, which should be `DynamicResource`.
    pub(crate) ty: &'a Type,
}

/// A variant that holds one type.
pub(crate) struct Variant<'a> {
    pub(crate) ident: &'a Ident,
    /// The type, without its box.
    pub(crate) ty: &'a Type,
    pub(crate) boxed: bool,
    pub(crate) default: Option<Span>,
}

impl<'a> Hierarchy<'a> {
    pub(crate) fn read(
        input: &'a DeriveInput,
        data: &'a DataEnum,
        errors: &mut Errors,
    ) -> Hierarchy<'a> {
        if is_enumeration(data) {
            errors.at(
                &input.ident,
                "an enum of plain members is an enumeration: derive `ODataEnum`; a hierarchy's variants hold the types derived from one base",
            );
            return Hierarchy {
                ident: &input.ident,
                generics: &input.generics,
                krate: crate_path(&attr::read(&[], Place::Hierarchy, errors), errors),
                base: None,
                known: None,
                variants: Vec::new(),
                other: None,
            };
        }
        let entries = attr::read(&input.attrs, Place::Hierarchy, errors);
        let base = entries.get("hierarchy").and_then(|it| it.ty(errors));
        if !entries.has("hierarchy") && errors.is_empty() {
            errors.at(
                &input.ident,
                "an enum of resources needs its base: add `#[odata(hierarchy = Base)]`; an enumeration derives `ODataEnum`",
            );
        }
        let mut hierarchy = Hierarchy {
            ident: &input.ident,
            generics: &input.generics,
            krate: crate_path(&entries, errors),
            base,
            known: entries.get("known").and_then(|it| it.path(errors)),
            variants: Vec::new(),
            other: None,
        };
        for variant in &data.variants {
            hierarchy.add(variant, errors);
        }
        if hierarchy.variants.is_empty() && errors.is_empty() {
            errors.at(
                &input.ident,
                "a hierarchy has at least one variant with a type derived from its base",
            );
        }
        hierarchy
    }

    fn add(&mut self, variant: &'a syn::Variant, errors: &mut Errors) {
        let entries = attr::read(&variant.attrs, Place::Variant, errors);
        let Some(ty) = only_type(&variant.fields) else {
            errors.at(
                variant,
                format_args!(
                    "a variant of a hierarchy holds one type: `{0}({0})` or `{0}(Box<{0}>)`",
                    variant.ident
                ),
            );
            return;
        };
        if let Some(other) = entries.get("other") {
            if let Some(first) = &self.other {
                errors.at(
                    &other.ident,
                    format_args!("there is one `other`, and `{}` is it", first.ident),
                );
            }
            if let Some(default) = entries.get("default") {
                errors.at(&default.ident, "`other` already takes what names no type");
            }
            self.other = Some(Other {
                ident: &variant.ident,
                ty,
            });
            return;
        }
        let (ty, boxed) = unboxed(ty);
        let default = entries.get("default").map(|it| it.ident.span());
        if let (Some(span), Some(first)) = (
            default,
            self.variants.iter().find(|it| it.default.is_some()),
        ) {
            errors.at_span(
                span,
                format_args!("there is one `default`, and `{}` is it", first.ident),
            );
        }
        self.variants.push(Variant {
            ident: &variant.ident,
            ty,
            boxed,
            default,
        });
    }
}

/// Nothing but members.
fn is_enumeration(data: &DataEnum) -> bool {
    let holding = data
        .variants
        .iter()
        .filter(|it| !matches!(it.fields, Fields::Unit))
        .count();
    holding == 0 && !data.variants.is_empty()
}

fn only_type(fields: &Fields) -> Option<&Type> {
    match fields {
        Fields::Unnamed(unnamed) if unnamed.unnamed.len() == 1 => {
            unnamed.unnamed.first().map(|it| &it.ty)
        }
        _ => None,
    }
}

/// `T` of `Box<T>`.
fn unboxed(ty: &Type) -> (&Type, bool) {
    let inner = match shape::unwrapped(ty) {
        Type::Path(path) => path.path.segments.last().filter(|it| it.ident == "Box"),
        _ => None,
    };
    match inner.map(|it| &it.arguments) {
        Some(PathArguments::AngleBracketed(list)) => match list.args.first() {
            Some(GenericArgument::Type(inner)) => (inner, true),
            _ => (ty, false),
        },
        _ => (ty, false),
    }
}
