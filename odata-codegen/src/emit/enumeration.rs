//! An enumeration type as an enum.

use std::collections::HashSet;

use odata_csdl::{EnumMember, EnumType, is_simple_identifier};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{
    attribute::Attribute,
    context::Context,
    docs,
    field::{code, default_name, prefers_pascal},
    imports::{Imports, tokens},
    structure::{core_crate, named},
};
use crate::{
    diagnostic::Diagnostics,
    model::{Edm, TypeId, Vocabulary},
    plan::{Scope, pascal},
};

/// Candidates for the name of the variant for unlisted members.
const OTHER: [&str; 3] = ["Other", "Unlisted", "UnlistedMember"];

pub(super) fn item(
    context: Context<'_>,
    id: TypeId,
    imports: &mut Imports<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<TokenStream> {
    let (entry, own, ty) = (
        context.model.entry(id)?,
        context.model.enumeration(id)?,
        context.plan.ty(id)?,
    );
    if own.members.is_empty() {
        let message = format!(
            "`{}` has no members: no enum is generated, and its values are text",
            entry.qualified
        );
        context.unsupported(entry.ty.location, message, diagnostics);
        return None;
    }
    let mut seen = HashSet::new();
    let members: Vec<&EnumMember> = own
        .members
        .iter()
        .filter(|member| is_simple_identifier(&member.name) && seen.insert(member.name.as_str()))
        .collect();
    let mut names = Scope::default();
    let idents: Vec<String> = members
        .iter()
        .map(|member| names.claim([pascal(&member.name).as_str()]))
        .collect();
    let other = tokens(&names.claim(OTHER));
    let names = idents.iter().zip(&members);
    let pascal_case =
        prefers_pascal(names.map(|(ident, member)| (ident.as_str(), member.name.as_str())));

    let mut values = Values::of(own);
    let mut variants = Vec::new();
    for (member, ident) in members.iter().zip(&idents) {
        let mut attribute = Attribute::default();
        if default_name(ident, pascal_case) != member.name {
            attribute.value("name", &member.name);
        }
        match values.next(member) {
            Some(value) => attribute.value("value", Literal::i128_unsuffixed(value)),
            None => {
                let message = format!(
                    "`{}` of `{}` has the value of another member or a value out of range: it is left out, and read as an unlisted member",
                    member.name, entry.qualified
                );
                context.unsupported(member.location, message, diagnostics);
                continue;
            }
        }
        let mut paragraphs = docs::descriptions(Vocabulary(&member.annotations));
        if paragraphs.iter().all(String::is_empty) {
            paragraphs.push(format!("{}.", code(&member.name)));
        }
        let (docs, ident) = (docs::attributes(&paragraphs), tokens(ident));
        variants.push(quote! { #docs #attribute #ident });
    }

    let mut attribute = Attribute::default();
    named(&mut attribute, entry);
    if pascal_case {
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
    core_crate(context, &mut attribute);

    let mut paragraphs = docs::descriptions(entry.vocabulary());
    let kind = if own.is_flags {
        "Enumeration of flags"
    } else {
        "Enumeration"
    };
    paragraphs.push(format!("{kind} {}.", code(&entry.qualified)));
    let docs = docs::attributes(&paragraphs);
    let (derive, ident) = (imports.core("ODataEnum"), tokens(&ty.ident));
    Some(quote! {
        #docs
        #[derive(Debug, Clone, PartialEq, Eq, Hash, #derive)]
        #attribute
        pub enum #ident {
            #(#variants,)*
            #[doc = " A member that the metadata does not define: kept, and written back unchanged."]
            #[odata(other)]
            #other(String)
        }
    })
}

/// The values of members, stated or counted from zero (CSDL XML 4.01 §10.3).
struct Values {
    range: (i128, i128),
    next: i128,
    used: HashSet<i128>,
}

impl Values {
    fn of(own: &EnumType) -> Values {
        let (least, greatest) = underlying(own).and_then(range).unwrap_or_default();
        // Values of flags are combined bit by bit.
        let least = if own.is_flags { 0 } else { least };
        Values {
            range: (least, greatest),
            next: 0,
            used: HashSet::new(),
        }
    }

    fn next(&mut self, member: &EnumMember) -> Option<i128> {
        let value = member
            .value
            .as_ref()
            .and_then(|text| text.parse().ok())
            .unwrap_or(self.next);
        self.next = value.saturating_add(1);
        let fits = (self.range.0..=self.range.1).contains(&value);
        (fits && self.used.insert(value)).then_some(value)
    }
}

/// The stated underlying type, or the widest one where the stated is not allowed or too narrow for a value.
fn underlying(own: &EnumType) -> Option<&str> {
    let stated = own.underlying.as_deref().unwrap_or("Edm.Int32");
    let Some((least, greatest)) = range(stated) else {
        return Some("Edm.Int64");
    };
    let mut values = own
        .members
        .iter()
        .filter_map(|member| member.value.as_ref()?.parse::<i128>().ok());
    let fit = values.all(|value| (least..=greatest).contains(&value));
    Some(if fit { stated } else { "Edm.Int64" })
}

fn range(name: &str) -> Option<(i128, i128)> {
    Edm::parse(name).and_then(Edm::enumeration_range)
}
