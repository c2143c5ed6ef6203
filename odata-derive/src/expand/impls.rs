//! The headers of impls, the scope around them, and the spans in them.

use std::env;

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

use crate::model::{Bounds, Item, bounded};

impl Item<'_> {
    /// Returns the type of the item: `Order<'a, T>`.
    pub(super) fn ty(&self) -> TokenStream {
        let (ident, (_, ty_generics, _)) = (self.ident, self.generics.split_for_impl());
        quote!(#ident #ty_generics)
    }

    /// Returns an impl of a trait for the item.
    pub(super) fn implement(
        &self,
        bounds: Bounds,
        trait_path: TokenStream,
        body: TokenStream,
    ) -> TokenStream {
        let ty = self.ty();
        self.implement_for(bounds, quote!(#trait_path for #ty), body)
    }

    /// Returns the item's own methods.
    pub(super) fn inherent(&self, bounds: Bounds, body: TokenStream) -> TokenStream {
        self.implement_for(bounds, self.ty(), body)
    }

    /// Returns an impl with the generics of the item. `subject` is what follows `impl`: a type, or `Trait for Type`.
    pub(super) fn implement_for(
        &self,
        bounds: Bounds,
        subject: TokenStream,
        body: TokenStream,
    ) -> TokenStream {
        let generics = bounded(self, bounds);
        let (impl_generics, _, where_clause) = generics.split_for_impl();
        let unlisted = is_shipped().then(|| quote!(#[diagnostic::do_not_recommend]));
        quote! {
            #[automatically_derived]
            #unlisted
            impl #impl_generics #subject #where_clause { #body }
        }
    }

    /// Returns the impl of `Deserialize` with this body.
    pub(super) fn deserialize(&self, attributes: TokenStream, body: TokenStream) -> TokenStream {
        let body = quote! {
            #attributes
            fn deserialize<__D: _serde::Deserializer<'__de>>(deserializer: __D) -> _odata::Result<Self, __D::Error> {
                #body
            }
        };
        self.implement(Bounds::Read, quote!(_serde::Deserialize<'__de>), body)
    }

    /// Returns the impl of `Serialize` with this body.
    pub(super) fn serialize(&self, attributes: TokenStream, body: TokenStream) -> TokenStream {
        let body = quote! {
            #attributes
            fn serialize<__S: _serde::Serializer>(&self, serializer: __S) -> _odata::Result<__S::Ok, __S::Error> {
                #body
            }
        };
        self.implement(Bounds::Write, quote!(_serde::Serialize), body)
    }

    /// Returns the impl of `Validate`. Without statements, it has the trait's own `check`.
    pub(super) fn validate(&self, attributes: TokenStream, statements: TokenStream) -> TokenStream {
        let check = (!statements.is_empty()).then(|| {
            quote! {
                #attributes
                fn check<'__a>(&'__a self, at: &'__a _validate::Path<'__a>, violations: &'__a mut _validate::Violations) {
                    #statements
                }
            }
        });
        self.implement(Bounds::Validate, quote!(_odata::Validate), quote!(#check))
    }

    /// Returns the impl of `ODataType` with this name, the kind of the type if it is known, and these other items, and that of
    /// `PropertyType` with this codec.
    pub(super) fn odata_type(
        &self,
        name: &str,
        kind: Option<TokenStream>,
        items: TokenStream,
        codec: &str,
    ) -> TokenStream {
        let kind = kind.map(|kind| quote!(const KIND: _odata::TypeKind = _odata::#kind;));
        let implementation = self.implement(
            Bounds::Type,
            quote!(_odata::ODataType),
            quote! {
                const NAME: &'static str = #name;
                #kind
                #items
            },
        );
        let property_type = self.property_type(codec);
        quote!(#implementation #property_type)
    }

    /// Returns the impl of `PropertyType` of a type that this codec of the runtime reads and writes.
    pub(super) fn property_type(&self, codec: &str) -> TokenStream {
        let codec = format_ident!("{codec}");
        self.implement(
            Bounds::Type,
            quote!(_codec::PropertyType),
            quote! {
                type Codec = _codec::#codec<Self>;
            },
        )
    }
}

/// Returns whether the type is one that `odata-core` ships. The impls of such types have an attribute that hides them from the compiler's
/// lists of types that implement a trait. Other impls do not have it, because a module without a prelude does not resolve it.
fn is_shipped() -> bool {
    env::var_os("CARGO_PKG_NAME").is_some_and(|it| it == "odata-core")
}

/// Returns the span for errors of generated code about `tokens`. Names are resolved as in all generated code: a struct that a macro wrote
/// has spans in which the expansion's own variables would not be found.
pub(super) fn span_of(tokens: &impl Spanned) -> Span {
    Span::call_site().located_at(tokens.span())
}

/// Puts items in a scope of their own, where the runtime is `_odata`, whatever the user calls it.
pub(super) fn scoped(item: &Item<'_>, items: TokenStream) -> TokenStream {
    let krate = &item.krate;
    let imports = if item.has_crate {
        // If the path is wrong, the compiler reports the first import, and nothing about the names that the two define. It would report
        // each use of a name that only the glob defines.
        // A path that leads to another module is reported at the path.
        let import = quote_spanned!(krate.span()=> __private as _odata);
        quote! {
            use #krate::#import;
            #[allow(unused_imports)]
            use _odata::{
                assert as _assert, base as _base, codec as _codec, de as _de, patch as _patch, scope::*, ser as _ser, serde as _serde,
                validate as _validate,
            };
        }
    } else {
        quote!(use #krate::__private::scope::*;)
    };
    quote! {
        #[doc(hidden)]
        #[allow(clippy::all, clippy::pedantic, non_upper_case_globals, unused_qualifications, deprecated)]
        const _: () = {
            #imports
            #items
        };
    }
}
