//! The codec of the runtime that changes the value of a property, by the shape of its type.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::Type;

use super::patched_type::PatchedType;
use crate::model::{Property, Shape};

/// The placeholder for an associated type, `<Codec as Change<T>>::Patch`. The macro builds `syn` without the parser of expressions, which
/// such a type would need.
pub(super) const NESTED: &str = "__Nested";

/// Returns [`NESTED`] as a type.
pub(super) fn nested_type(span: Span) -> TokenStream {
    Ident::new(NESTED, span).into_token_stream()
}

/// The codec of the runtime that changes a value, and the type of the change.
pub(super) struct PatchCodec {
    pub(super) codec: TokenStream,
    pub(super) ty: TokenStream,
    /// `<Codec as Change<T>>` for a nested patch.
    pub(super) nested: Option<TokenStream>,
}

impl PatchCodec {
    /// Returns the codec of a property. Errors about its type are reported at the type of the field.
    pub(super) fn of(patched: &PatchedType, property: &Property<'_>, span: Span) -> PatchCodec {
        let builder = PatchCodecBuilder {
            patched,
            property,
            span,
        };
        match &property.shape {
            // As in a resource: `None` of the outermost `Option` is absence only.
            Shape::Option(inner)
                if inner.is_option() || inner.is_collection() || property.is_not_nullable =>
            {
                let inner = builder.of_value(inner);
                let codec = inner.codec;
                PatchCodec {
                    codec: quote!(_patch::Known<#codec>),
                    ..inner
                }
            }
            shape => builder.of_value(shape),
        }
    }
}

struct PatchCodecBuilder<'a> {
    patched: &'a PatchedType,
    property: &'a Property<'a>,
    span: Span,
}

impl PatchCodecBuilder<'_> {
    fn of_value(&self, shape: &Shape<'_>) -> PatchCodec {
        let krate = &self.patched.krate;
        match shape {
            Shape::Option(inner) | Shape::Boxed(inner) => {
                let wrapper = if shape.is_option() {
                    "Nullable"
                } else {
                    "Boxed"
                };
                let wrapper = format_ident!("{wrapper}");
                let inner = self.of_value(inner);
                let codec = inner.codec;
                PatchCodec {
                    codec: quote!(_patch::#wrapper<#codec>),
                    ty: self.wrap(shape, inner.ty),
                    nested: inner.nested,
                }
            }
            Shape::Serde(ty) if self.has_patch(ty) => {
                let argument = self.patched.argument("IsPatchable", ty);
                let codec = quote!(#krate::__private::patch::Nested<#argument>);
                let ty = self.patched.without_self(ty.to_token_stream());
                PatchCodec {
                    nested: Some(quote!(<#codec as #krate::__private::patch::Change<#ty>>)),
                    ty: nested_type(self.span),
                    codec,
                }
            }
            shape => {
                let argument = (self.patched).argument("IsReplaceable", shape.innermost());
                PatchCodec {
                    codec: quote!(#krate::__private::patch::Atomic<#argument>),
                    ty: self.ty(shape),
                    nested: None,
                }
            }
        }
    }

    /// Returns whether the value has a patch type of its own. A type with `edm` is the user's own and has none.
    fn has_patch(&self, ty: &Type) -> bool {
        let is_replaced = self.property.atomic.is_some() || self.property.edm.is_some();
        !is_replaced && !Shape::is_builtin(ty) && !self.patched.depends_on_parameter(ty)
    }

    /// Returns the type that has this shape.
    fn ty(&self, shape: &Shape<'_>) -> TokenStream {
        match shape {
            Shape::Option(inner) | Shape::Collection(inner) | Shape::Boxed(inner) => {
                self.wrap(shape, self.ty(inner))
            }
            shape => {
                let ty = shape.innermost().to_token_stream();
                self.patched.without_self(ty)
            }
        }
    }

    /// Wraps the type in `Option`, `Vec` or `Box`, as in the shape.
    fn wrap(&self, shape: &Shape<'_>, ty: TokenStream) -> TokenStream {
        let krate = &self.patched.krate;
        match shape {
            Shape::Option(_) => quote_spanned!(self.span=> ::core::option::Option<#ty>),
            Shape::Collection(_) => quote_spanned!(self.span=> #krate::__private::Vec<#ty>),
            Shape::Boxed(_) => quote_spanned!(self.span=> #krate::__private::Box<#ty>),
            _ => ty,
        }
    }
}
