//! The patch type itself: the struct, and the same as a resource to expand.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::{Data, DeriveInput, Type};

use super::kept::Kept;
use crate::model::{Field, Property, Resource, Role, Shape};

/// The struct.
pub(super) fn definition(
    model: &Resource<'_>,
    input: &DeriveInput,
    kept: &[Kept<'_>],
) -> TokenStream {
    let (vis, generics) = (&input.vis, model.generics);
    let (_, _, clause) = generics.split_for_impl();
    let ident = format_ident!("{}Patch", model.ident);
    let doc = format!(
        " What a PATCH request changes of a [`{}`]: only what is set is written, and an inner `None` is null.",
        model.ident
    );
    let fields = kept.iter().map(|kept| {
        let (ident, ty) = (kept.field.ident, &kept.ty);
        let vis = source_of(input, ident).map(|it| &it.vis);
        let docs = docs_of(input, kept.field);
        quote!(#docs #vis #ident: #ty)
    });
    quote! {
        #[doc = #doc]
        #[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
        #[allow(dead_code, clippy::all, clippy::pedantic)]
        #vis struct #ident #generics #clause {
            #(#fields,)*
        }
    }
}

fn source_of<'a>(input: &'a DeriveInput, ident: &Ident) -> Option<&'a syn::Field> {
    match &input.data {
        Data::Struct(data) => data
            .fields
            .iter()
            .find(|it| it.ident.as_ref() == Some(ident)),
        _ => None,
    }
}

/// What the resource says of the field, or a word in its place.
fn docs_of(input: &DeriveInput, field: &Field<'_>) -> TokenStream {
    let docs: TokenStream = source_of(input, field.ident)
        .into_iter()
        .flat_map(|it| &it.attrs)
        .filter(|it| it.path().is_ident("doc"))
        .map(ToTokens::to_token_stream)
        .collect();
    if !docs.is_empty() {
        return docs;
    }
    let doc = match &field.role {
        Role::Property(property) => format!(" What becomes of `{}`.", property.name),
        Role::Base => " What becomes of what the base declares.".to_owned(),
        Role::DynamicProperties => {
            " What becomes of dynamic properties: null for one that goes.".to_owned()
        }
        _ => " Of the request itself.".to_owned(),
    };
    quote!(#[doc = #doc])
}

/// The patch type as a resource of the same name, its properties in their places.
pub(super) fn patch_model<'a>(
    model: &Resource<'_>,
    item: &'a DeriveInput,
    kept: &[Kept<'a>],
) -> Option<Resource<'a>> {
    let Data::Struct(data) = &item.data else {
        return None;
    };
    let fields = data
        .fields
        .iter()
        .zip(kept)
        .filter_map(|(source, kept)| {
            let role = match &kept.field.role {
                Role::Property(property) => {
                    Role::Property(Box::new(in_patch(property, &source.ty)))
                }
                other => other.without_property()?,
            };
            Some(Field {
                ident: source.ident.as_ref()?,
                ty: &source.ty,
                role,
            })
        })
        .collect();
    Some(Resource {
        ident: &item.ident,
        generics: &item.generics,
        krate: model.krate.clone(),
        namespace: model.namespace.clone(),
        name: model.name.clone(),
        alias: model.alias.clone(),
        write_type: model.write_type,
        is_abstract: model.is_abstract,
        open: model.open,
        kind: model.kind,
        deref: model.deref,
        patch: None,
        deny_undeclared: model.deny_undeclared,
        // They are about the whole.
        hooks: Vec::new(),
        fields,
        own: model.own,
        is_patch: true,
    })
}

fn in_patch<'a>(property: &Property<'a>, ty: &'a Type) -> Property<'a> {
    let shape = Shape::of(ty);
    Property {
        // `Option<T>` is a `T` that is not null.
        not_nullable: if shape.is_related() {
            property.not_nullable
        } else {
            matches!(&shape, Shape::Option(inner) if !inner.is_option())
        },
        shape,
        in_patch: true,
        default: None,
        ..property.clone()
    }
}
