//! The fields of a patch type: their types, and how each changes a value.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{Type, spanned::Spanned};

use crate::model::{Field, NonProperty, Property, Resource, Role, Shape};

/// The resource that a patch type is for.
pub(super) struct PatchedType {
    krate: TokenStream,
    /// The type that `Self` means in the resource.
    self_ty: TokenStream,
    parameters: Vec<Ident>,
}

impl PatchedType {
    pub(super) fn of(model: &Resource<'_>) -> PatchedType {
        let parameters = model.item.generics.type_params();
        PatchedType {
            krate: model.item.krate.to_token_stream(),
            self_ty: model.item.ty(),
            parameters: parameters.map(|it| it.ident.clone()).collect(),
        }
    }

    /// Whether the type mentions a type parameter. Whether such a type has a patch is not known here.
    fn depends_on_parameter(&self, ty: &Type) -> bool {
        contains(ty.to_token_stream(), &|it| self.parameters.contains(it))
    }

    /// The type as it is written in the patch type, where `Self` is another type.
    fn without_self(&self, ty: TokenStream) -> TokenStream {
        ty.into_iter()
            .flat_map(|token| match token {
                TokenTree::Ident(ident) if ident == "Self" => self.self_ty.clone(),
                TokenTree::Group(group) => {
                    let inner = self.without_self(group.stream());
                    TokenTree::Group(Group::new(group.delimiter(), inner)).into()
                }
                other => other.into(),
            })
            .collect()
    }
}

fn contains(tokens: TokenStream, is_wanted: &dyn Fn(&Ident) -> bool) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => is_wanted(&ident),
        TokenTree::Group(group) => contains(group.stream(), is_wanted),
        _ => false,
    })
}

/// A field of a patch type.
pub(super) struct PatchField<'a> {
    /// The field of the resource.
    pub(super) field: &'a Field<'a>,
    /// The type of the field in the patch.
    pub(super) ty: TokenStream,
    pub(super) change: Change,
}

/// How a field of a patch changes a value.
pub(super) enum Change {
    /// Through a codec of the runtime.
    Codec(TokenStream),
    /// As links to entities.
    Links,
    /// By replacing related entities, which `diff` does not compare.
    RelatedEntities,
    Base,
    DynamicProperties,
    /// Not: annotations and control information are about the request.
    Nothing,
}

impl<'a> PatchField<'a> {
    /// The field of the patch for a field of the resource, unless a patch cannot change it.
    pub(super) fn of(field: &'a Field<'a>, patched: &PatchedType) -> Option<PatchField<'a>> {
        let ty = patched.without_self(field.ty.to_token_stream());
        let (krate, span) = (&patched.krate, field.ty.span());
        let (ty, change) = match &field.role {
            Role::NonProperty(NonProperty::Skip) => return None,
            Role::NonProperty(NonProperty::Base) => (
                quote_spanned!(span=> <#ty as #krate::patch::PatchedBase>::Level),
                Change::Base,
            ),
            Role::NonProperty(NonProperty::DynamicProperties) => (ty, Change::DynamicProperties),
            Role::NonProperty(_) => (ty, Change::Nothing),
            Role::Property(it) if it.key.is_some() || it.is_computed => return None,
            Role::Property(it) if it.shape.is_nav() => (ty, Change::Links),
            Role::Property(it) => {
                let (change, ty) = if it.is_navigation {
                    (Change::RelatedEntities, ty)
                } else if it.with.is_some() {
                    (Change::Codec(quote!(_odata::patch::Atomic)), ty)
                } else {
                    let codec = PatchCodec::of(patched, it, span);
                    (Change::Codec(codec.codec), codec.ty)
                };
                (quote_spanned!(span=> ::core::option::Option<#ty>), change)
            }
        };
        Some(PatchField { field, ty, change })
    }

    /// An expression that is true if the field changes nothing; `None` if it never does.
    pub(super) fn is_empty(&self) -> Option<TokenStream> {
        let (member, ty) = (self.field.ident, self.field.ty);
        let is_annotations = matches!(self.field.role, Role::NonProperty(NonProperty::Annotations));
        Some(match &self.change {
            Change::Base => {
                quote!(<#ty as _odata::patch::PatchedBase>::is_level_empty(&self.#member))
            }
            Change::DynamicProperties => quote!(self.#member.is_empty()),
            Change::Nothing if is_annotations => quote!(self.#member.is_empty()),
            Change::Nothing => return None,
            Change::Links => quote!(self.#member.is_absent()),
            Change::Codec(_) | Change::RelatedEntities => quote!(self.#member.is_none()),
        })
    }

    /// An expression for the change from `old` to `new`.
    pub(super) fn diff(&self) -> TokenStream {
        let member = self.field.ident;
        match &self.change {
            Change::Codec(codec) => {
                quote!(<#codec as _odata::patch::Change<_>>::diff(&old.#member, &new.#member))
            }
            Change::Base => {
                quote!(_odata::patch::PatchedBase::diff_level(&old.#member, &new.#member))
            }
            Change::DynamicProperties => {
                quote!(_odata::patch::diff_dynamic(&old.#member, &new.#member))
            }
            Change::Links => quote!(_odata::patch::Linked::diff(&old.#member, &new.#member)),
            Change::RelatedEntities | Change::Nothing => {
                quote!(::core::default::Default::default())
            }
        }
    }

    /// An expression for the change from null to `self`.
    pub(super) fn create(&self) -> TokenStream {
        let member = self.field.ident;
        match &self.change {
            Change::Codec(codec) => {
                quote!(<#codec as _odata::patch::Change<_>>::to_patch(&self.#member))
            }
            Change::Base => quote!(_odata::patch::PatchedBase::level_to_patch(&self.#member)),
            Change::DynamicProperties => quote!(_odata::patch::clone_dynamic(&self.#member)),
            Change::Links => quote! {
                _odata::patch::Linked::diff(&::core::default::Default::default(), &self.#member)
            },
            Change::RelatedEntities | Change::Nothing => {
                quote!(::core::default::Default::default())
            }
        }
    }

    /// Statements that apply the field of `patch` to `self`.
    pub(super) fn apply(&self) -> TokenStream {
        let member = self.field.ident;
        match &self.change {
            Change::Codec(codec) => {
                let name = self.field.property().map(|it| &it.name);
                quote!(_odata::patch::apply::<#codec, _>(#name, &mut self.#member, patch.#member)?;)
            }
            Change::Base => {
                quote!(_odata::patch::PatchedBase::apply_level(&mut self.#member, patch.#member)?;)
            }
            Change::DynamicProperties => {
                quote!(_odata::patch::apply_dynamic(&mut self.#member, patch.#member);)
            }
            Change::Links => {
                quote!(_odata::patch::Linked::apply(&mut self.#member, patch.#member);)
            }
            Change::RelatedEntities => quote! {
                if let ::core::option::Option::Some(value) = patch.#member {
                    self.#member = value;
                }
            },
            Change::Nothing => TokenStream::new(),
        }
    }
}

/// The codec of the runtime that changes a value, and the type of the change.
struct PatchCodec {
    codec: TokenStream,
    ty: TokenStream,
}

impl PatchCodec {
    /// The codec of a property. Errors about its type are reported at the type of the field.
    fn of(patched: &PatchedType, property: &Property<'_>, span: Span) -> PatchCodec {
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
                let PatchCodec { codec, ty } = builder.of_value(inner);
                let codec = quote!(_odata::patch::Known<#codec>);
                PatchCodec { codec, ty }
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
                let PatchCodec { codec, ty } = self.of_value(inner);
                PatchCodec {
                    codec: quote!(_odata::patch::#wrapper<#codec>),
                    ty: self.wrap(shape, ty),
                }
            }
            Shape::Serde(ty) if self.has_patch(ty) => {
                let ty = self.patched.without_self(ty.to_token_stream());
                PatchCodec {
                    codec: quote_spanned!(self.span=> _odata::patch::Nested),
                    ty: quote_spanned!(self.span=> <#ty as #krate::Patchable>::Patch),
                }
            }
            shape => PatchCodec {
                codec: quote!(_odata::patch::Atomic),
                ty: self.ty(shape),
            },
        }
    }

    /// Whether the value has a patch type of its own. A type with `edm` is the user's own and has none.
    fn has_patch(&self, ty: &Type) -> bool {
        let is_replaced = self.property.atomic.is_some() || self.property.edm.is_some();
        !is_replaced && !Shape::is_builtin(ty) && !self.patched.depends_on_parameter(ty)
    }

    /// The type that has this shape.
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

    /// `Option`, `Vec` or `Box` of the type, as in the shape.
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
