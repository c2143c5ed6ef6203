//! Rules of the field of a base.

use quote::ToTokens;
use syn::Type;

use crate::{
    errors::Errors,
    model::{Resource, Shape, is_itself, is_parameter, pointer_target, ungrouped},
};

pub(super) fn base(resource: &Resource<'_>, errors: &mut Errors) {
    let Some(field) = resource.base() else {
        return;
    };
    let (ident, ty) = (field.ident, field.ty);
    let shape = Shape::of(ty);
    let inner = match ungrouped(ty) {
        Type::Reference(reference) => &*reference.elem,
        _ => pointer_target(ty).unwrap_or_else(|| shape.innermost()),
    };
    // A value would contain itself without end.
    let own = resource.item.ident;
    if is_itself(inner, own) {
        errors.at(
            ty,
            format_args!("`{own}` cannot be its own base: use another type"),
        );
        return;
    }
    if is_parameter(inner, resource.item.generics) {
        errors.at(
            ty,
            "a type parameter cannot be a base: write a struct with `#[derive(ODataResource)]`",
        );
        return;
    }
    let is_unnamed = matches!(
        ungrouped(inner),
        Type::Tuple(_) | Type::Array(_) | Type::FnPtr(_) | Type::Ptr(_) | Type::Never(_)
    );
    let inner = inner.to_token_stream();
    let problem = match &shape {
        Shape::Option(_) => "optional",
        Shape::Collection(_) => "a collection",
        Shape::Boxed(_) => "boxed",
        _ if matches!(ungrouped(ty), Type::Reference(_)) => "borrowed",
        _ if pointer_target(ty).is_some() => "shared",
        _ if is_unnamed || shape.is_primitive() => {
            errors.at(
                ty,
                format_args!(
                    "`{inner}` cannot be a base: use a struct with `#[derive(ODataResource)]`"
                ),
            );
            return;
        }
        _ => return,
    };
    errors.at(
        ty,
        format_args!("a base cannot be {problem}: write `{ident}: {inner}`"),
    );
}
