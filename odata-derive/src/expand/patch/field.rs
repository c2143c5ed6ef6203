//! The fields of a patch type: their types, and how each changes a value.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

use super::{
    codec::{NESTED, PatchCodec, nested_type},
    patched_type::{PatchedType, contains, replaced},
};
use crate::model::{Field, NonProperty, Role};

/// A field of a patch type.
pub(super) struct PatchField<'a> {
    /// The field of the resource.
    pub(super) field: &'a Field<'a>,
    /// The type of the field in the patch, in which [`NESTED`] is the type that a nested patch has.
    ty: TokenStream,
    /// `<Codec as Change<T>>` for a nested patch or that of a base.
    pub(super) nested: Option<TokenStream>,
    pub(super) change: Change,
}

/// The way in which a field of a patch changes a value.
pub(super) enum Change {
    /// Through a codec of the runtime.
    Codec(TokenStream),
    /// As links to entities.
    Links,
    /// By replacing related entities, which `diff` does not compare. The codec clones and compares patches.
    RelatedEntities(TokenStream),
    /// Through a codec of the runtime for a base.
    Base(TokenStream),
    DynamicProperties,
    /// Not at all: annotations and control information describe the request.
    Nothing,
}

impl<'a> PatchField<'a> {
    /// Returns the field of the patch for a field of the resource, unless a patch cannot change it.
    pub(super) fn of(field: &'a Field<'a>, patched: &PatchedType) -> Option<PatchField<'a>> {
        let ty = patched.without_self(field.ty.to_token_stream());
        let (krate, span) = (&patched.krate, field.ty.span());
        let mut nested = None;
        let (ty, change) = match &field.role {
            Role::NonProperty(NonProperty::Skip) => return None,
            Role::NonProperty(NonProperty::Base) => {
                let argument = patched.argument("IsPatchedBase", field.ty);
                let codec = quote!(#krate::__private::patch::BasePatch<#argument>);
                nested = Some(quote!(<#codec as #krate::__private::patch::ChangeBase<#ty>>));
                (nested_type(span), Change::Base(codec))
            }
            Role::NonProperty(NonProperty::DynamicProperties) => (ty, Change::DynamicProperties),
            Role::NonProperty(_) => (ty, Change::Nothing),
            Role::Property(it) if it.key.is_some() || it.is_computed => return None,
            Role::Property(it) if it.shape.is_nav() => (ty, Change::Links),
            Role::Property(it) => {
                let atomic = || {
                    let argument = patched.argument("IsReplaceable", it.shape.innermost());
                    quote!(#krate::__private::patch::Atomic<#argument>)
                };
                let (change, ty) = if it.is_navigation {
                    (Change::RelatedEntities(atomic()), ty)
                } else if it.with.is_some() {
                    (Change::Codec(atomic()), ty)
                } else {
                    let codec = PatchCodec::of(patched, it, span);
                    nested = codec.nested;
                    (Change::Codec(codec.codec), codec.ty)
                };
                (quote_spanned!(span=> ::core::option::Option<#ty>), change)
            }
        };
        Some(PatchField {
            field,
            ty,
            nested,
            change,
        })
    }

    /// Returns a field that only mentions parameters.
    pub(super) fn marker(field: &'a Field<'a>) -> PatchField<'a> {
        PatchField {
            field,
            ty: field.ty.to_token_stream(),
            nested: None,
            change: Change::Nothing,
        }
    }

    /// Returns the type of the field in the patch, as it is in the expansion or in a form that the parser accepts.
    pub(super) fn ty(&self, is_for_parser: bool) -> TokenStream {
        match self.nested_type() {
            Some(nested) if !is_for_parser => {
                replaced(self.ty.clone(), &|it| it == NESTED, &nested)
            }
            _ => self.ty.clone(),
        }
    }

    /// Returns the type that replaces [`NESTED`].
    pub(super) fn nested_type(&self) -> Option<TokenStream> {
        let nested = self.nested.as_ref()?;
        let name = format_ident!("{}", if self.is_base() { "Level" } else { "Patch" });
        Some(quote_spanned!(self.field.ty.span()=> #nested::#name))
    }

    fn is_base(&self) -> bool {
        matches!(self.change, Change::Base(_))
    }

    /// Returns an expression that is true if the field changes nothing; `None` for a field that never changes a value.
    pub(super) fn is_empty(&self) -> Option<TokenStream> {
        let (member, ty) = (self.field.ident, self.field.ty);
        let is_annotations = matches!(self.field.role, Role::NonProperty(NonProperty::Annotations));
        Some(match &self.change {
            Change::Base(codec) => {
                quote!(<#codec as _patch::ChangeBase<#ty>>::is_empty(&self.#member))
            }
            Change::DynamicProperties => quote!(self.#member.is_empty()),
            Change::Nothing if is_annotations => quote!(self.#member.is_empty()),
            Change::Nothing => return None,
            Change::Links => quote!(self.#member.is_absent()),
            Change::Codec(_) | Change::RelatedEntities(_) => quote!(self.#member.is_none()),
        })
    }

    /// Returns an expression for the change from `old` to `new`.
    pub(super) fn diff(&self) -> TokenStream {
        let member = self.field.ident;
        match &self.change {
            Change::Codec(codec) => {
                quote!(<#codec as _patch::Change<_>>::diff(&old.#member, &new.#member))
            }
            Change::Base(codec) => {
                quote!(<#codec as _patch::ChangeBase<_>>::diff(&old.#member, &new.#member))
            }
            Change::DynamicProperties => {
                quote!(_patch::diff_dynamic(&old.#member, &new.#member))
            }
            Change::Links => quote!(_patch::Linked::diff(&old.#member, &new.#member)),
            Change::RelatedEntities(_) | Change::Nothing => {
                quote!(_odata::Default::default())
            }
        }
    }

    /// Returns an expression for the change from null to `self`.
    pub(super) fn create(&self) -> TokenStream {
        let member = self.field.ident;
        match &self.change {
            Change::Codec(codec) => {
                quote!(<#codec as _patch::Change<_>>::to_patch(&self.#member))
            }
            Change::Base(codec) => {
                quote!(<#codec as _patch::ChangeBase<_>>::to_patch(&self.#member))
            }
            Change::DynamicProperties => quote!(_patch::clone_dynamic(&self.#member)),
            Change::Links => quote! {
                _patch::Linked::diff(&_odata::Default::default(), &self.#member)
            },
            Change::RelatedEntities(_) | Change::Nothing => {
                quote!(_odata::Default::default())
            }
        }
    }

    /// Returns statements that apply the field of `patch` to `self`.
    pub(super) fn apply(&self) -> TokenStream {
        let member = self.field.ident;
        match &self.change {
            Change::Codec(codec) => {
                let name = self.field.property().map(|it| &it.name);
                quote!(_patch::apply::<#codec, _>(#name, &mut self.#member, patch.#member)?;)
            }
            Change::Base(codec) => quote! {
                <#codec as _patch::ChangeBase<_>>::apply(&mut self.#member, patch.#member)?;
            },
            Change::DynamicProperties => {
                quote!(_patch::apply_dynamic(&mut self.#member, patch.#member);)
            }
            Change::Links => {
                quote!(_patch::Linked::apply(&mut self.#member, patch.#member);)
            }
            Change::RelatedEntities(_) => quote! {
                if let _odata::Some(value) = patch.#member {
                    self.#member = value;
                }
            },
            Change::Nothing => TokenStream::new(),
        }
    }
}

impl PatchField<'_> {
    /// Returns an expression for a clone of the field.
    pub(super) fn clone(&self, patched: &PatchedType) -> TokenStream {
        let (member, ty) = (
            self.field.ident,
            patched.without_self(self.field.ty.to_token_stream()),
        );
        match &self.change {
            Change::Codec(codec) | Change::RelatedEntities(codec) => {
                quote!(_patch::clone_option::<#codec, #ty>(&self.#member))
            }
            _ => quote!(::core::clone::Clone::clone(&self.#member)),
        }
    }

    /// Returns an expression that is true if the field equals that of `other`.
    pub(super) fn is_equal(&self, patched: &PatchedType) -> TokenStream {
        let (member, ty) = (
            self.field.ident,
            patched.without_self(self.field.ty.to_token_stream()),
        );
        match &self.change {
            Change::Codec(codec) | Change::RelatedEntities(codec) => {
                quote!(_patch::are_options_equal::<#codec, #ty>(&self.#member, &other.#member))
            }
            _ => quote!(self.#member == other.#member),
        }
    }

    /// Returns an expression that is the error about a type that has no patch type, cannot be replaced or is not a patched base.
    pub(super) fn assertion(&self, patched: &PatchedType) -> Option<TokenStream> {
        let (codec, ty, property) = match (&self.change, &self.field.role) {
            (Change::Base(codec), _) => (codec, self.field.ty, None),
            (Change::Codec(codec) | Change::RelatedEntities(codec), Role::Property(it)) => {
                (codec, it.shape.innermost(), Some(it))
            }
            _ => return None,
        };
        let is_constant = contains(codec.clone(), &|it| it == "Unpatched");
        if !is_constant {
            return None;
        }
        let (span, is_nested) = (ty.span(), contains(codec.clone(), &|it| it == "Nested"));
        let ty = patched.without_self(ty.to_token_stream());
        Some(match property {
            // A base that is not a resource has an error of its own.
            None => {
                let stand_ins = &patched.stand_ins;
                quote_spanned! {span=>
                let _ = <_base::Resolved<
                    _base::BaseOf<#ty, { #stand_ins _base::IsResource::<#ty>::FORM }>
                > as _patch::PatchedBase>::level_to_patch;
                }
            }
            Some(property) => {
                // A type that no property can have has an error of its own, and then this one is not reported.
                let ty = match property.edm {
                    Some(_) => ty,
                    None => {
                        quote_spanned!(span=> <<#ty as _codec::PropertyType>::Codec as _codec::Described>::Value)
                    }
                };
                if is_nested {
                    quote_spanned!(span=> let _ = <#ty as _odata::Patchable>::to_patch;)
                } else {
                    quote_spanned!(span=> let _ = <#ty as _patch::Replaceable>::replaced;)
                }
            }
        })
    }
}
