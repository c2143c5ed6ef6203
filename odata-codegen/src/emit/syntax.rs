//! Structs and enums as syntax trees. Parsing the tokens of a whole item would be a third of a run.

use proc_macro2::{Span, TokenStream};
use syn::{
    AttrStyle, Attribute, Expr, ExprLit, Field, FieldModifiers, Fields, FieldsNamed, FieldsUnnamed,
    Generics, Ident, Item, ItemEnum, ItemStruct, Lit, LitStr, MacroDelimiter, Meta, MetaList,
    MetaNameValue, Path, Result, Token, Variant, Visibility, ext::IdentExt, parse::Parser,
};

/// Returns `pub struct Name { ... }`.
pub(super) fn structure(
    attrs: Vec<Attribute>,
    name: &str,
    fields: impl IntoIterator<Item = Result<Field>>,
) -> Result<Item> {
    let named = FieldsNamed {
        brace_token: <_>::default(),
        named: fields.into_iter().collect::<Result<_>>()?,
    };
    Ok(Item::Struct(ItemStruct {
        attrs,
        vis: public(),
        struct_token: <Token![struct]>::default(),
        ident: ident(name)?,
        generics: Generics::default(),
        fields: Fields::Named(named),
        semi_token: None,
    }))
}

/// Returns `pub enum Name { ... }`.
pub(super) fn enumeration(
    attrs: Vec<Attribute>,
    name: &str,
    variants: impl IntoIterator<Item = Result<Variant>>,
) -> Result<Item> {
    Ok(Item::Enum(ItemEnum {
        attrs,
        vis: public(),
        enum_token: <Token![enum]>::default(),
        ident: ident(name)?,
        generics: Generics::default(),
        brace_token: <_>::default(),
        variants: variants.into_iter().collect::<Result<_>>()?,
    }))
}

/// Returns `pub name: Type`.
pub(super) fn field(attrs: Vec<Attribute>, name: &str, ty: TokenStream) -> Result<Field> {
    Ok(Field {
        vis: public(),
        ident: Some(ident(name)?),
        colon_token: Some(<Token![:]>::default()),
        ..unnamed(attrs, ty)?
    })
}

/// Returns `Name(Type)`.
pub(super) fn variant(attrs: Vec<Attribute>, name: &str, ty: TokenStream) -> Result<Variant> {
    let unnamed = FieldsUnnamed {
        paren_token: <_>::default(),
        unnamed: std::iter::once(unnamed(Vec::new(), ty)?).collect(),
    };
    Ok(Variant {
        attrs,
        ident: ident(name)?,
        fields: Fields::Unnamed(unnamed),
        discriminant: None,
    })
}

/// Returns `#[doc = "..."]`.
pub(super) fn doc(text: &str) -> Attribute {
    let lit = Lit::Str(LitStr::new(text, Span::call_site()));
    attribute(Meta::NameValue(MetaNameValue {
        path: path_of("doc"),
        eq_token: <Token![=]>::default(),
        value: Expr::Lit(ExprLit {
            attrs: Vec::new(),
            lit,
        }),
    }))
}

/// Returns `#[name(...)]`. The name is an identifier.
pub(super) fn list(name: &str, tokens: TokenStream) -> Attribute {
    attribute(Meta::List(MetaList {
        path: path_of(name),
        delimiter: MacroDelimiter::Paren(<_>::default()),
        tokens,
    }))
}

fn attribute(meta: Meta) -> Attribute {
    Attribute {
        pound_token: <Token![#]>::default(),
        style: AttrStyle::Outer,
        bracket_token: <_>::default(),
        meta,
    }
}

fn path_of(name: &str) -> Path {
    Path::from(Ident::new(name, Span::call_site()))
}

fn unnamed(attrs: Vec<Attribute>, ty: TokenStream) -> Result<Field> {
    Ok(Field {
        attrs,
        vis: Visibility::Inherited,
        modifiers: FieldModifiers::default(),
        ident: None,
        colon_token: None,
        ty: syn::parse2(ty)?,
        default: None,
    })
}

fn public() -> Visibility {
    Visibility::Public(<Token![pub]>::default())
}

/// Returns the identifier with this name, which may be raw.
fn ident(name: &str) -> Result<Ident> {
    Ident::parse_any.parse_str(name)
}
