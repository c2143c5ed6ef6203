//! The fields that a patch has, and how each changes.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Type, spanned::Spanned};

use crate::model::{Field, Property, Resource, Role, Shape};

/// The resource that is patched, as far as its fields' types speak of it.
pub(super) struct Target {
    krate: TokenStream,
    /// What `Self` is in the resource.
    itself: TokenStream,
    parameters: Vec<Ident>,
}

impl Target {
    pub(super) fn of(model: &Resource<'_>) -> Target {
        let (ident, (_, ty_generics, _)) = (model.ident, model.generics.split_for_impl());
        Target {
            krate: model.krate.to_token_stream(),
            itself: quote!(#ident #ty_generics),
            parameters: model
                .generics
                .type_params()
                .map(|it| it.ident.clone())
                .collect(),
        }
    }

    /// Whether the type depends on a parameter, of which nothing says how it changes.
    fn is_open(&self, ty: &Type) -> bool {
        any(ty.to_token_stream(), &|it| self.parameters.contains(it))
    }

    /// The type as it reads outside of the resource.
    fn outside(&self, ty: TokenStream) -> TokenStream {
        ty.into_iter()
            .flat_map(|token| match token {
                TokenTree::Ident(ident) if ident == "Self" => self.itself.clone(),
                TokenTree::Group(group) => {
                    TokenTree::Group(Group::new(group.delimiter(), self.outside(group.stream())))
                        .into()
                }
                other => other.into(),
            })
            .collect()
    }
}

fn any(tokens: TokenStream, is_wanted: &dyn Fn(&Ident) -> bool) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => is_wanted(&ident),
        TokenTree::Group(group) => any(group.stream(), is_wanted),
        _ => false,
    })
}

/// A field that the patch has, too.
pub(super) struct Kept<'a> {
    pub(super) field: &'a Field<'a>,
    /// Its type in the patch.
    pub(super) ty: TokenStream,
    pub(super) change: Change,
}

/// How a field changes.
pub(super) enum Change {
    /// As the runtime's codec says.
    By(TokenStream),
    /// By links.
    Linked,
    /// By what is set, and never seen by `diff`: related entities.
    Set,
    Base,
    Dynamic,
    /// Not at all: it is about the request.
    Never,
}

impl<'a> Kept<'a> {
    pub(super) fn of(field: &'a Field<'a>, target: &Target) -> Option<Kept<'a>> {
        let ty = target.outside(field.ty.to_token_stream());
        let (krate, span) = (&target.krate, field.ty.span());
        let (ty, change) = match &field.role {
            Role::Skip => return None,
            Role::Base => {
                let ty = quote_spanned!(span=> <#ty as #krate::patch::PatchedBase>::Level);
                (ty, Change::Base)
            }
            Role::DynamicProperties => (ty, Change::Dynamic),
            Role::Annotations | Role::Control | Role::Etag | Role::Id => (ty, Change::Never),
            Role::Property(it) if it.key.is_some() || it.computed => return None,
            Role::Property(it) if it.shape.is_related() => (ty, Change::Linked),
            Role::Property(it) if it.navigation => (
                quote_spanned!(span=> ::core::option::Option<#ty>),
                Change::Set,
            ),
            Role::Property(it) if it.with.is_some() => (
                quote_spanned!(span=> ::core::option::Option<#ty>),
                Change::By(quote!(_odata::change::Atomic)),
            ),
            Role::Property(property) => {
                let way = Way {
                    target,
                    property,
                    span,
                };
                let Changed { by, patch } = way.outermost(&property.shape);
                let ty = quote_spanned!(span=> ::core::option::Option<#patch>);
                (ty, Change::By(by))
            }
        };
        Some(Kept { field, ty, change })
    }
}

/// What changes a value: the runtime's codec, and its type.
struct Changed {
    by: TokenStream,
    patch: TokenStream,
}

/// A property on its way into the patch. Whatever is wrong with a type is said at the field's.
struct Way<'a> {
    target: &'a Target,
    property: &'a Property<'a>,
    span: Span,
}

impl Way<'_> {
    /// The outermost `Option` is null or absence, as in a resource.
    fn outermost(&self, shape: &Shape<'_>) -> Changed {
        match shape {
            Shape::Option(inner)
                if inner.is_option() || inner.is_collection() || self.property.not_nullable =>
            {
                let Changed { by, patch } = self.value(inner);
                Changed {
                    by: quote!(_odata::change::Known<#by>),
                    patch,
                }
            }
            other => self.value(other),
        }
    }

    fn value(&self, shape: &Shape<'_>) -> Changed {
        let krate = &self.target.krate;
        match shape {
            Shape::Option(inner) => {
                let Changed { by, patch } = self.value(inner);
                Changed {
                    by: quote!(_odata::change::Nullable<#by>),
                    patch: quote_spanned!(self.span=> ::core::option::Option<#patch>),
                }
            }
            Shape::Boxed(inner) => {
                let Changed { by, patch } = self.value(inner);
                Changed {
                    by: quote!(_odata::change::Boxed<#by>),
                    patch: quote_spanned!(self.span=> #krate::__private::Box<#patch>),
                }
            }
            Shape::Plain(ty) if self.is_nested(ty) => {
                let ty = self.target.outside(ty.to_token_stream());
                Changed {
                    by: quote_spanned!(self.span=> _odata::change::Nested),
                    patch: quote_spanned!(self.span=> <#ty as #krate::Patchable>::Patch),
                }
            }
            whole => Changed {
                by: quote!(_odata::change::Atomic),
                patch: self.whole(whole),
            },
        }
    }

    /// Whether the value's type says how it changes. What it is on the wire is the user's own affair where `edm` says it.
    fn is_nested(&self, ty: &Type) -> bool {
        let is_whole = self.property.atomic.is_some() || self.property.edm.is_some();
        !is_whole && !Shape::is_own(ty) && !self.target.is_open(ty)
    }

    /// The type that has this shape.
    fn whole(&self, shape: &Shape<'_>) -> TokenStream {
        let krate = &self.target.krate;
        match shape {
            Shape::Option(inner) => {
                let inner = self.whole(inner);
                quote_spanned!(self.span=> ::core::option::Option<#inner>)
            }
            Shape::Seq(inner) => {
                let inner = self.whole(inner);
                quote_spanned!(self.span=> #krate::__private::Vec<#inner>)
            }
            Shape::Boxed(inner) => {
                let inner = self.whole(inner);
                quote_spanned!(self.span=> #krate::__private::Box<#inner>)
            }
            Shape::Number(ty)
            | Shape::CowStr(ty)
            | Shape::Plain(ty)
            | Shape::Related { ty, .. } => self.target.outside(ty.to_token_stream()),
        }
    }
}
