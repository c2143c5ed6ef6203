//! An enumeration type as an enum.

use std::collections::{HashMap, HashSet};

use odata_csdl::{EnumMember, is_simple_identifier};
use proc_macro2::Literal;
use quote::quote;
use syn::Item;

use super::{
    attribute::{Attribute, additional},
    context::Context,
    docs,
    field::{code, default_name, prefers_pascal},
    imports::{Imports, tokens},
    structure::{add_core_crate, add_names},
};
use crate::{
    diagnostic::Diagnostics,
    model::{
        TypeId, Vocabulary,
        members::{underlying, values},
    },
    plan::{Scope, pascal},
};

/// Candidates for the name of the variant for unlisted members.
const OTHER: [&str; 3] = ["Other", "Unlisted", "UnlistedMember"];

pub(super) fn item(
    context: Context<'_>,
    id: TypeId,
    imports: &mut Imports<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<syn::Result<Item>> {
    let (entry, own, ty) = (
        context.model.entry(id)?,
        context.model.enumeration(id)?,
        context.plan.ty(id)?,
    );
    if !context.model.has_members(id) {
        let message = format!(
            "`{}` has no members with values: no enum is generated, and its values are text",
            entry.qualified
        );
        context.report_unsupported(entry.ty.location, message, diagnostics);
        return None;
    }
    let mut seen = HashSet::new();
    let members: Vec<&EnumMember> = own
        .members
        .iter()
        .filter(|member| is_simple_identifier(&member.name) && seen.insert(member.name.as_str()))
        .collect();
    let mut names = Scope::default();
    // The derive generates a constant of this name.
    names.reserve(["ALL"]);
    let idents: Vec<String> = members
        .iter()
        .map(|member| match pascal(&member.name).as_str() {
            name @ "ALL" => names.claim([name, "All"]),
            name => names.claim([name]),
        })
        .collect();
    let other = tokens(&names.claim(OTHER));
    let names = idents.iter().zip(&members);
    let is_pascal =
        prefers_pascal(names.map(|(ident, member)| (ident.as_str(), member.name.as_str())));

    let values: HashMap<&str, i128> = values(own)
        .filter_map(|(member, value)| Some((member.name.as_str(), value?)))
        .collect();
    let mut variants = Vec::new();
    for (member, ident) in members.iter().zip(&idents) {
        let mut attribute = Attribute::default();
        if default_name(ident, is_pascal) != member.name {
            attribute.value("name", &member.name);
        }
        // Members without a usable value have a finding.
        let Some(&value) = values.get(member.name.as_str()) else {
            continue;
        };
        attribute.value("value", Literal::i128_unsuffixed(value));
        let mut paragraphs = docs::descriptions(Vocabulary(&member.annotations));
        if paragraphs.iter().all(String::is_empty) {
            paragraphs.push(format!("{}.", code(&member.name)));
        }
        let (docs, ident) = (docs::attributes(&paragraphs), tokens(ident));
        variants.push(quote! { #(#docs)* #attribute #ident });
    }

    let mut attribute = Attribute::default();
    add_names(&mut attribute, entry);
    if is_pascal {
        attribute.value("rename_all", "PascalCase");
    }
    if let Some(name) = underlying(own).filter(|name| *name != "Edm.Int32") {
        attribute.value("underlying", name);
    }
    attribute.flag_if("flags", own.is_flags);
    // Members that differ only in letter case have to be matched exactly.
    let lower: HashSet<String> = members
        .iter()
        .map(|member| member.name.to_lowercase())
        .collect();
    attribute.flag_if("case_insensitive", lower.len() == members.len());
    add_core_crate(context, &mut attribute);

    let mut paragraphs = docs::descriptions(entry.vocabulary());
    let kind = if own.is_flags {
        "Enumeration of flags"
    } else {
        "Enumeration"
    };
    paragraphs.push(format!("{kind} {}.", code(&entry.qualified)));
    let docs = docs::attributes(&paragraphs);
    let (derive, ident) = (imports.core("ODataEnum"), tokens(&ty.ident));
    let additional = additional(context, &entry.qualified);
    Some(syn::parse2(quote! {
        #(#docs)*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, #derive)]
        #(#additional)*
        #attribute
        pub enum #ident {
            #(#variants,)*
            #[doc = " A member that the metadata does not define, preserved and written back unchanged."]
            #[odata(other)]
            #other(String)
        }
    }))
}
