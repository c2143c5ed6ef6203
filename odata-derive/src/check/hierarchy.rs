//! Rules of a hierarchy.

use std::collections::{HashMap, HashSet};

use crate::{
    errors::Errors,
    model::{compact, hierarchy::Hierarchy, is_itself, is_parameter},
};

pub(crate) fn hierarchy(hierarchy: &Hierarchy<'_>, errors: &mut Errors) {
    reject_itself(hierarchy, errors);
    reject_parameters_as_variants(hierarchy, errors);
    reject_duplicate_types(hierarchy, errors);
    require_other_for_known(hierarchy, errors);
    reject_duplicate_methods(hierarchy, errors);
}

/// Rejects a hierarchy that is a variant of itself: a value would contain itself without end.
fn reject_itself(hierarchy: &Hierarchy<'_>, errors: &mut Errors) {
    let own = hierarchy.item.ident;
    let variants = hierarchy.variants.iter();
    for variant in variants.filter(|it| is_itself(it.ty, own)) {
        errors.at(
            variant.ty,
            format_args!(
                "`{own}` cannot be a variant of itself: remove `{}`",
                variant.ident
            ),
        );
    }
}

/// Rejects type parameters as variants: a parameter may be any type, even that of another variant.
fn reject_parameters_as_variants(hierarchy: &Hierarchy<'_>, errors: &mut Errors) {
    let generics = hierarchy.item.generics;
    let variants = hierarchy.variants.iter();
    for variant in variants.filter(|it| is_parameter(it.ty, generics)) {
        errors.at(
            variant.ty,
            format_args!(
                "a type parameter cannot be a variant: write a type with `#[derive(ODataResource)]`, or remove `{}`",
                variant.ident
            ),
        );
    }
}

/// Rejects `known` without `other`: without a variant for unknown types, a type without a variant is always an error.
fn require_other_for_known(hierarchy: &Hierarchy<'_>, errors: &mut Errors) {
    if let (Some(known), None) = (&hierarchy.known, &hierarchy.other) {
        errors.at(
            &known.path,
            "`known` has no effect without `other`: add `#[odata(other)] Other(DynamicResource)`, or remove `known`",
        );
    }
}

/// Rejects variants with the same name in snake case, which is a part of the names of their methods.
fn reject_duplicate_methods(hierarchy: &Hierarchy<'_>, errors: &mut Errors) {
    let mut owners = HashMap::new();
    let with_methods = hierarchy
        .variants
        .iter()
        .filter(|_| hierarchy.has_accessors);
    for variant in with_methods {
        for method in variant.methods() {
            let name = method.to_string();
            if let Some(first) = owners.insert(name.clone(), variant.ident)
                && first != variant.ident
            {
                errors.at(
                    variant.ident,
                    format_args!(
                        "the methods of `{}` and `{first}` have the same name `{name}`: rename one of the variants",
                        variant.ident
                    ),
                );
                break;
            }
        }
    }
}

/// Rejects two variants with the same type, because the second would never be read.
fn reject_duplicate_types(hierarchy: &Hierarchy<'_>, errors: &mut Errors) {
    let mut seen = HashSet::new();
    for variant in &hierarchy.variants {
        let ty = compact(variant.ty);
        if seen.contains(&ty) {
            errors.at(
                variant.ty,
                format_args!("duplicate type `{ty}`: remove one of its variants"),
            );
        }
        seen.insert(ty);
    }
}
