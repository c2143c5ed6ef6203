//! Rules of `bound` on a resource.

use proc_macro2::Ident;
use syn::{
    GenericParam, Path, Token, TypeParamBound, WherePredicate, ext::IdentExt,
    punctuated::Punctuated,
};

use crate::{
    errors::Errors,
    model::{BOUNDS, Resource, is_named},
};

/// What the type of a property needs: the names of a trait and of those that imply it, and its path.
const PROPERTY_BOUNDS: &[(&[&str], &str)] = &[
    (&["ODataType"], "odata_core::ODataType"),
    (&["Serialize"], "serde::Serialize"),
    (
        &["Deserialize", "DeserializeOwned"],
        "serde::de::DeserializeOwned",
    ),
];

/// What the type of a property also needs if the resource has a patch type.
const PATCH_BOUNDS: &[(&[&str], &str)] = &[
    (&["Validate"], "odata_core::Validate"),
    (&["Clone", "Copy"], "Clone"),
    (&["PartialEq"], "PartialEq"),
];

/// Reports bounds that are too weak for a property whose type is a parameter. The compiler would report them in each impl.
///
/// The macro knows what a parameter implements if it knows each of its bounds: a trait of the user's own may imply any other.
pub(super) fn require_bounds_of_properties(resource: &Resource<'_>, errors: &mut Errors) {
    let (item, Some(span)) = (&resource.item, resource.item.bound_span) else {
        return;
    };
    // After another error, this one may be a consequence.
    if !errors.is_empty() {
        return;
    }
    for param in item.generics.type_params() {
        let property = resource.properties().find(|(_, it)| {
            it.edm.is_none() && it.with.is_none() && is_named(it.shape.innermost(), &param.ident)
        });
        let (Some((field, _)), Some(bounds)) = (property, bounds_of(resource, &param.ident)) else {
            continue;
        };
        let patch_bounds = PATCH_BOUNDS.iter().filter(|_| resource.patch.is_some());
        let missing: Vec<&str> = (PROPERTY_BOUNDS.iter().chain(patch_bounds))
            .filter(|(names, _)| !names.iter().any(|it| bounds.iter().any(|own| own == it)))
            .map(|(_, path)| *path)
            .collect();
        if !missing.is_empty() {
            errors.at_span(
                span,
                format_args!(
                    "`bound` is too weak for the property `{}`: add `{}: {}`",
                    field.ident.unraw(),
                    param.ident,
                    missing.join(" + ")
                ),
            );
        }
    }
}

/// Returns the names of a parameter's bounds. `None` if the macro does not know one of them.
fn bounds_of(resource: &Resource<'_>, param: &Ident) -> Option<Vec<String>> {
    let item = &resource.item;
    let declared = item.generics.params.iter().find_map(|it| match it {
        GenericParam::Type(it) if it.ident == *param => Some(&it.bounds),
        _ => None,
    });
    let clause = item.generics.where_clause.iter();
    let predicates = clause
        .flat_map(|it| &it.predicates)
        .chain(item.bound.iter().flatten());
    let predicate_bounds = predicates.filter_map(|it| match it {
        WherePredicate::Type(it) if is_named(&it.bounded_ty, param) => Some(&it.bounds),
        _ => None,
    });
    let names = declared
        .into_iter()
        .chain(predicate_bounds)
        .flat_map(names_of);
    let names: Option<Vec<String>> = names.collect();
    names.filter(|it| it.iter().all(|name| BOUNDS.contains(&name.as_str())))
}

fn names_of(
    bounds: &Punctuated<TypeParamBound, Token![+]>,
) -> impl Iterator<Item = Option<String>> + '_ {
    let name = |path: &Path| Some(path.segments.last()?.ident.to_string());
    (bounds.iter())
        .filter(|it| !matches!(it, TypeParamBound::Lifetime(_)))
        .map(move |bound| match bound {
            TypeParamBound::Trait(it) => name(&it.path),
            _ => None,
        })
}
