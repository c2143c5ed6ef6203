//! The entity sets, singletons and bound operations of a module as constants.

use quote::quote;
use syn::Item;

use super::{
    context::Context,
    docs,
    field::code,
    imports::{Imports, tokens},
    reference::path,
};
use crate::plan::{LinkKind, LinkPlan};

pub(super) fn items(
    context: Context<'_>,
    links: &[&LinkPlan],
    imports: &mut Imports<'_>,
) -> Vec<syn::Result<Item>> {
    let links = links.iter();
    links
        .filter_map(|link| item(context, link, imports))
        .collect()
}

fn item(
    context: Context<'_>,
    link: &LinkPlan,
    imports: &mut Imports<'_>,
) -> Option<syn::Result<Item>> {
    let ty = context.plan.ty(link.ty)?;
    let target = path(imports.module(), &ty.module, &ty.ident);
    let (ident, name, word) = (tokens(&link.ident), &link.name, link.kind.word());
    let mut owner = code(context.model.qualified(link.ty));
    if link.is_collection {
        owner = format!("a collection of {owner}");
    }
    let (text, item) = match link.kind {
        LinkKind::EntitySet | LinkKind::Singleton => {
            let is_set = link.kind == LinkKind::EntitySet;
            let of = imports.core(if is_set {
                "EntitySet"
            } else {
                "links::Singleton"
            });
            let value = quote!(#of<'static> = #of::of::<#target>(#name));
            (format!("The {word} {}, of {owner}.", code(name)), value)
        }
        LinkKind::Action | LinkKind::Function => {
            let of = imports.core("links::BoundOperation");
            let constructor = tokens(word);
            let on_collection = link.is_collection.then(|| quote!(.on_collection()));
            let value = quote!(#of = #of::#constructor::<#target>(#name) #on_collection);
            (
                format!("The {word} {}, bound to {owner}.", code(name)),
                value,
            )
        }
    };
    let docs = docs::attributes(&[text]);
    Some(syn::parse2(quote!(#(#docs)* pub const #ident: #item;)))
}
