//! The generated types once more, with serde's own derives: what one would write without `odata-core`.
//!
//! Bases and undeclared properties are flattened, hierarchies are internally tagged enums, date-times and the like are strings. It
//! promises less than the original: order, exact numbers, unknown types and members, null where none may be.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Attribute, Field, Item, ItemEnum, ItemMod, ItemStruct, Variant};

/// What stands for the types of `odata-core`.
const PRELUDE: &str = r#"
pub mod plain {
    pub type Binary = String;
    pub type Date = String;
    pub type DateTimeOffset = String;
    pub type Decimal = serde_json::Number;
    pub type Duration = String;
    pub type Guid = String;
    pub type Stream = serde_json::Value;
    pub type TimeOfDay = String;
    pub type Untyped = serde_json::Value;
    pub type PrimitiveValue = serde_json::Value;
    pub type Flags<E> = Vec<E>;
    pub type DynamicResource = serde_json::Map<String, serde_json::Value>;
    pub type DynamicProperties = serde_json::Map<String, serde_json::Value>;
}
"#;

/// The text of a generated file, turned into its twin.
pub(crate) fn twin(generated: &str) -> syn::Result<String> {
    let mut file = syn::parse_file(generated)?;
    file.items = file.items.into_iter().filter_map(item).collect();
    let derived = prettyplease::unparse(&file);
    Ok(format!(
        "#![allow(unused_imports, dead_code)]\n{PRELUDE}\n{derived}"
    ))
}

fn item(item: Item) -> Option<Item> {
    match item {
        Item::Mod(module) => Some(Item::Mod(of_module(module))),
        Item::Struct(own) => Some(Item::Struct(of_struct(own))),
        Item::Enum(own) => Some(Item::Enum(of_enum(own))),
        _ => None,
    }
}

fn of_module(mut module: ItemMod) -> ItemMod {
    if let Some((_, items)) = &mut module.content {
        *items = std::mem::take(items).into_iter().filter_map(item).collect();
        // Under other names, since the service has types of these names as well.
        items.insert(
            0,
            syn::parse_quote!(
                use crate::plain;
            ),
        );
    }
    module
}

fn of_struct(mut own: ItemStruct) -> ItemStruct {
    let keys = Keys::of(&own.attrs);
    let case = keys
        .text("rename_all")
        .unwrap_or_else(|| "camelCase".to_owned());
    own.attrs = vec![
        syn::parse_quote!(#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]),
        syn::parse_quote!(#[serde(rename_all = #case)]),
    ];
    if let syn::Fields::Named(fields) = &mut own.fields {
        fields.named = std::mem::take(&mut fields.named)
            .into_iter()
            .filter_map(of_field)
            .collect();
    }
    own
}

fn of_field(mut field: Field) -> Option<Field> {
    let keys = Keys::of(&field.attrs);
    if keys.has("annotations") {
        // They go where all that is undeclared goes.
        return None;
    }
    field.ty = plain(&field.ty);
    field.attrs = match (
        keys.has("base") || keys.has("dynamic_properties"),
        keys.text("name"),
    ) {
        (true, _) => vec![syn::parse_quote!(#[serde(flatten)])],
        (false, Some(name)) => vec![
            syn::parse_quote!(#[serde(rename = #name, skip_serializing_if = "Option::is_none")]),
        ],
        (false, None) => vec![syn::parse_quote!(#[serde(skip_serializing_if = "Option::is_none")])],
    };
    Some(field)
}

fn of_enum(mut own: ItemEnum) -> ItemEnum {
    let keys = Keys::of(&own.attrs);
    own.attrs = if keys.has("hierarchy") {
        vec![
            syn::parse_quote!(#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]),
            syn::parse_quote!(#[serde(tag = "@odata.type")]),
        ]
    } else {
        let case = keys
            .text("rename_all")
            .unwrap_or_else(|| "camelCase".to_owned());
        vec![
            syn::parse_quote!(#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]),
            syn::parse_quote!(#[serde(rename_all = #case)]),
        ]
    };
    own.variants.iter_mut().for_each(of_variant);
    own
}

fn of_variant(variant: &mut Variant) {
    let keys = Keys::of(&variant.attrs);
    // The doc comment of a hierarchy's variant is the qualified name of its type.
    let qualified = documented(&variant.attrs);
    variant.attrs = match (
        keys.has("other"),
        keys.text("name"),
        variant.fields.is_empty(),
    ) {
        (true, ..) => vec![syn::parse_quote!(#[serde(untagged)])],
        (false, Some(name), _) => vec![syn::parse_quote!(#[serde(rename = #name)])],
        (false, None, false) => {
            let tag = format!("#{qualified}");
            vec![syn::parse_quote!(#[serde(rename = #tag)])]
        }
        (false, None, true) => Vec::new(),
    };
    for field in &mut variant.fields {
        field.ty = plain(&field.ty);
    }
}

/// The first name in backticks of a doc comment.
fn documented(attributes: &[Attribute]) -> String {
    let text = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("doc"))
        .map(|attribute| attribute.to_token_stream().to_string());
    text.collect::<String>()
        .split('`')
        .nth(1)
        .unwrap_or_default()
        .to_owned()
}

const PLAIN: [&str; 13] = [
    "Binary",
    "Date",
    "DateTimeOffset",
    "Decimal",
    "Duration",
    "DynamicProperties",
    "DynamicResource",
    "Flags",
    "Guid",
    "PrimitiveValue",
    "Stream",
    "TimeOfDay",
    "Untyped",
];

/// A type with the stand-ins in place of what `odata-core` has.
fn plain(ty: &syn::Type) -> syn::Type {
    fn replaced(tokens: TokenStream) -> TokenStream {
        let mut out = TokenStream::new();
        let mut after_colon = false;
        for token in tokens {
            match &token {
                // A name after `::` is one of the service's own.
                TokenTree::Ident(name)
                    if !after_colon && PLAIN.contains(&name.to_string().as_str()) =>
                {
                    out.extend(quote!(plain::#name))
                }
                _ => out.extend([token.clone()]),
            }
            after_colon = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ':');
        }
        out
    }
    let text = ty
        .to_token_stream()
        .to_string()
        .replace(":: odata_core :: edm ::", "plain ::")
        .replace(":: odata_core ::", "plain ::");
    let tokens: TokenStream = text.parse().unwrap_or_default();
    syn::parse2(replaced(tokens)).unwrap_or_else(|_| syn::Type::Verbatim(ty.to_token_stream()))
}

/// The keys of `#[odata(...)]`.
struct Keys(Vec<(String, Option<String>)>);

impl Keys {
    fn of(attributes: &[Attribute]) -> Keys {
        let mut keys = Vec::new();
        for attribute in attributes
            .iter()
            .filter(|attribute| attribute.path().is_ident("odata"))
        {
            let Ok(list) = attribute.meta.require_list() else {
                continue;
            };
            let mut tokens = list.tokens.clone().into_iter().peekable();
            while let Some(token) = tokens.next() {
                let mut value = None;
                while let Some(next) = tokens.next_if(
                    |next| !matches!(next, TokenTree::Punct(punct) if punct.as_char() == ','),
                ) {
                    if let TokenTree::Literal(literal) = next {
                        value = syn::parse_str::<syn::LitStr>(&literal.to_string())
                            .ok()
                            .map(|text| text.value());
                    }
                }
                tokens.next();
                keys.push((token.to_string(), value));
            }
        }
        Keys(keys)
    }

    fn has(&self, key: &str) -> bool {
        self.0.iter().any(|(name, _)| name == key)
    }

    fn text(&self, key: &str) -> Option<String> {
        self.0
            .iter()
            .find(|(name, _)| name == key)
            .and_then(|(_, value)| value.clone())
    }
}
