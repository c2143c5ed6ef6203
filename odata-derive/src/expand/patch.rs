//! The patch type of a resource (`patch`): a resource itself, whose properties may all be absent, and what makes and applies it.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{Data, DeriveInput, Type, spanned::Spanned};

use super::{describe, in_scope, inherit, read, validate, write};
use crate::{
    errors::Errors,
    model::{Bounds, Field, Property, Resource, Role, Shape, bounded},
};

/// The patch type, which stands beside the resource, and its impls.
pub(crate) fn expand(
    model: &Resource<'_>,
    input: &DeriveInput,
    span: Span,
    errors: &mut Errors,
) -> Option<TokenStream> {
    let target = Target::of(model);
    let kept: Vec<Kept<'_>> = model
        .fields
        .iter()
        .filter_map(|field| Kept::of(field, &target))
        .collect();
    let item = definition(model, input, &kept);
    let parsed: DeriveInput = errors.keep(syn::parse2(item.clone()))?;
    let patch = patch_model(model, &parsed, &kept)?;

    let describe = describe::of_patch(&patch, model.ident);
    let read = read::expand(&patch);
    let write = write::expand(&patch);
    let validate = validate::expand(&patch);
    let inherit = inherit::expand(&patch);
    let own = own(model, patch.ident, &kept, span);
    let changes = changes(model, patch.ident, &kept);
    let impls = in_scope(
        &model.krate,
        quote!(#describe #read #write #validate #inherit #own #changes),
    );
    Some(quote!(#item #impls))
}

/// The resource that is patched, as far as its fields' types speak of it.
struct Target {
    krate: TokenStream,
    /// What `Self` is in the resource.
    itself: TokenStream,
    parameters: Vec<Ident>,
}

impl Target {
    fn of(model: &Resource<'_>) -> Target {
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
struct Kept<'a> {
    field: &'a Field<'a>,
    /// Its type in the patch.
    ty: TokenStream,
    change: Change,
}

/// How a field changes.
enum Change {
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
    fn of(field: &'a Field<'a>, target: &Target) -> Option<Kept<'a>> {
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

/// The struct.
fn definition(model: &Resource<'_>, input: &DeriveInput, kept: &[Kept<'_>]) -> TokenStream {
    let (vis, generics) = (&input.vis, model.generics);
    let (_, _, clause) = generics.split_for_impl();
    let ident = format_ident!("{}Patch", model.ident);
    let doc = format!(
        " What a PATCH request changes of a [`{}`]: only what is set is written, and an inner `None` is null.",
        model.ident
    );
    let fields = kept.iter().map(|kept| {
        let (ident, ty) = (kept.field.ident, &kept.ty);
        let vis = source_of(input, ident).map(|it| &it.vis);
        let docs = docs_of(input, kept.field);
        quote!(#docs #vis #ident: #ty)
    });
    quote! {
        #[doc = #doc]
        #[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
        #[allow(dead_code, clippy::all, clippy::pedantic)]
        #vis struct #ident #generics #clause {
            #(#fields,)*
        }
    }
}

fn source_of<'a>(input: &'a DeriveInput, ident: &Ident) -> Option<&'a syn::Field> {
    match &input.data {
        Data::Struct(data) => data
            .fields
            .iter()
            .find(|it| it.ident.as_ref() == Some(ident)),
        _ => None,
    }
}

/// What the resource says of the field, or a word in its place.
fn docs_of(input: &DeriveInput, field: &Field<'_>) -> TokenStream {
    let docs: TokenStream = source_of(input, field.ident)
        .into_iter()
        .flat_map(|it| &it.attrs)
        .filter(|it| it.path().is_ident("doc"))
        .map(ToTokens::to_token_stream)
        .collect();
    if !docs.is_empty() {
        return docs;
    }
    let doc = match &field.role {
        Role::Property(property) => format!(" What becomes of `{}`.", property.name),
        Role::Base => " What becomes of what the base declares.".to_owned(),
        Role::DynamicProperties => {
            " What becomes of dynamic properties: null for one that goes.".to_owned()
        }
        _ => " Of the request itself.".to_owned(),
    };
    quote!(#[doc = #doc])
}

/// The patch type as a resource of the same name, its properties in their places.
fn patch_model<'a>(
    model: &Resource<'_>,
    item: &'a DeriveInput,
    kept: &[Kept<'a>],
) -> Option<Resource<'a>> {
    let Data::Struct(data) = &item.data else {
        return None;
    };
    let fields = data
        .fields
        .iter()
        .zip(kept)
        .filter_map(|(source, kept)| {
            let role = match &kept.field.role {
                Role::Property(property) => {
                    Role::Property(Box::new(in_patch(property, &source.ty)))
                }
                other => other.without_property()?,
            };
            Some(Field {
                ident: source.ident.as_ref()?,
                ty: &source.ty,
                role,
            })
        })
        .collect();
    let passed_over = model
        .properties()
        .filter(|(_, it)| it.key.is_some() || it.computed)
        .map(|(_, it)| (it.name.clone(), it.index))
        .collect();
    Some(Resource {
        ident: &item.ident,
        generics: &item.generics,
        krate: model.krate.clone(),
        namespace: model.namespace.clone(),
        name: model.name.clone(),
        alias: model.alias.clone(),
        write_type: model.write_type,
        is_abstract: model.is_abstract,
        open: model.open,
        kind: model.kind,
        deref: model.deref,
        patch: None,
        deny_undeclared: model.deny_undeclared,
        // They are about the whole.
        hooks: Vec::new(),
        fields,
        is_patch: true,
        passed_over,
    })
}

fn in_patch<'a>(property: &Property<'a>, ty: &'a Type) -> Property<'a> {
    let shape = Shape::of(ty);
    Property {
        // `Option<T>` is a `T` that is not null.
        not_nullable: if shape.is_related() {
            property.not_nullable
        } else {
            matches!(&shape, Shape::Option(inner) if !inner.is_option())
        },
        shape,
        in_patch: true,
        default: None,
        ..property.clone()
    }
}

/// The patch type's own methods, and what every such type is.
fn own(model: &Resource<'_>, patch: &Ident, kept: &[Kept<'_>], span: Span) -> TokenStream {
    let target = model.ident;
    let (plain_impl, ty_generics, plain_clause) = model.generics.split_for_impl();
    let generics = bounded(model.generics, Bounds::Patch);
    let (impl_generics, _, clause) = generics.split_for_impl();
    let write = bounded(model.generics, Bounds::Write);
    let (write_impl, _, write_clause) = write.split_for_impl();
    let name = patch.to_string();
    let members = kept.iter().map(|it| it.field.ident);
    let emptiness = kept.iter().filter_map(|kept| {
        let (member, ty) = (kept.field.ident, kept.field.ty);
        match (&kept.change, &kept.field.role) {
            (Change::Base, _) => {
                Some(quote!(<#ty as _odata::change::PatchedBase>::is_level_empty(&self.#member)))
            }
            (Change::Dynamic, _) | (_, Role::Annotations) => Some(quote!(self.#member.is_empty())),
            (Change::Never, _) => None,
            (Change::Linked, _) => Some(quote!(self.#member.is_absent())),
            (Change::By(_) | Change::Set, _) => Some(quote!(self.#member.is_none())),
        }
    });
    let differences = kept.iter().map(|kept| {
        let member = kept.field.ident;
        let value = match &kept.change {
            Change::By(by) => {
                quote!(<#by as _odata::change::Change<_>>::diff(&old.#member, &new.#member))
            }
            Change::Base => {
                quote!(_odata::change::PatchedBase::diff_level(&old.#member, &new.#member))
            }
            Change::Dynamic => quote!(_odata::change::diff_dynamic(&old.#member, &new.#member)),
            Change::Linked => quote!(_odata::change::Linked::diff(&old.#member, &new.#member)),
            Change::Set | Change::Never => quote!(::core::default::Default::default()),
        };
        quote!(#member: #value)
    });
    let apply = quote_spanned!(span=> _odata::change::apply_to(target, self));
    quote! {
        #[automatically_derived]
        impl #plain_impl ::core::default::Default for #patch #ty_generics #plain_clause {
            fn default() -> Self {
                Self { #(#members: ::core::default::Default::default(),)* }
            }
        }
        #[automatically_derived]
        impl #write_impl ::core::fmt::Debug for #patch #ty_generics #write_clause {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                _odata::change::debug(self, #name, f)
            }
        }
        #[automatically_derived]
        #[allow(dead_code)]
        impl #impl_generics #patch #ty_generics #clause {
            /// What makes `new` of `old`: empty where they do not differ.
            #[must_use]
            pub fn diff(old: &#target #ty_generics, new: &#target #ty_generics) -> Self {
                Self { #(#differences,)* }
            }

            /// Whether it changes nothing.
            #[must_use]
            pub fn is_empty(&self) -> bool {
                true #(&& #emptiness)*
            }

            /// Makes the change.
            ///
            /// # Errors
            /// Where it sets up a complex value that was null, and what it says of it is not all that its type requires. Nothing is
            /// changed then.
            pub fn apply_to(self, target: &mut #target #ty_generics) -> ::core::result::Result<(), _odata::Error> {
                #apply
            }
        }
    }
}

/// The same for the resource as a value and as a base.
fn changes(model: &Resource<'_>, patch: &Ident, kept: &[Kept<'_>]) -> TokenStream {
    let target = model.ident;
    let (_, ty_generics, _) = model.generics.split_for_impl();
    let generics = bounded(model.generics, Bounds::Patch);
    let (impl_generics, _, clause) = generics.split_for_impl();
    let whole = kept.iter().map(|kept| {
        let member = kept.field.ident;
        let value = match &kept.change {
            Change::By(by) => quote!(<#by as _odata::change::Change<_>>::whole(&self.#member)),
            Change::Base => quote!(_odata::change::PatchedBase::whole_level(&self.#member)),
            Change::Dynamic => quote!(_odata::change::whole_dynamic(&self.#member)),
            Change::Linked => quote! {
                _odata::change::Linked::diff(&::core::default::Default::default(), &self.#member)
            },
            Change::Set | Change::Never => quote!(::core::default::Default::default()),
        };
        quote!(#member: #value)
    });
    let steps = kept.iter().filter_map(|kept| {
        let member = kept.field.ident;
        match (&kept.change, kept.field.property()) {
            (Change::By(by), Some(property)) => {
                let name = &property.name;
                Some(quote!(_odata::change::apply::<#by, _>(#name, &mut self.#member, patch.#member)?;))
            }
            (Change::Base, _) => {
                Some(quote!(_odata::change::PatchedBase::apply_level(&mut self.#member, patch.#member)?;))
            }
            (Change::Dynamic, _) => {
                Some(quote!(_odata::change::apply_dynamic(&mut self.#member, patch.#member);))
            }
            (Change::Linked, _) => {
                Some(quote!(_odata::change::Linked::apply(&mut self.#member, patch.#member);))
            }
            (Change::Set, _) => Some(quote! {
                if let ::core::option::Option::Some(value) = patch.#member {
                    self.#member = value;
                }
            }),
            _ => None,
        }
    });
    quote! {
        #[automatically_derived]
        #[allow(unused_variables)]
        impl #impl_generics _odata::change::PatchedBase for #target #ty_generics #clause {
            type Level = #patch #ty_generics;

            fn diff_level(old: &Self, new: &Self) -> Self::Level {
                #patch::diff(old, new)
            }

            fn is_level_empty(patch: &Self::Level) -> bool {
                patch.is_empty()
            }

            fn whole_level(&self) -> Self::Level {
                #patch { #(#whole,)* }
            }

            fn apply_level(&mut self, patch: Self::Level) -> ::core::result::Result<(), _odata::Error> {
                #(#steps)*
                ::core::result::Result::Ok(())
            }
        }
        #[automatically_derived]
        impl #impl_generics _odata::Patchable for #target #ty_generics #clause {
            type Patch = #patch #ty_generics;

            fn diff(old: &Self, new: &Self) -> ::core::option::Option<Self::Patch> {
                let patch = #patch::diff(old, new);
                if patch.is_empty() {
                    ::core::option::Option::None
                } else {
                    ::core::option::Option::Some(patch)
                }
            }

            fn whole(&self) -> Self::Patch {
                _odata::change::PatchedBase::whole_level(self)
            }

            fn apply(&mut self, patch: Self::Patch) -> ::core::result::Result<(), _odata::Error> {
                _odata::change::PatchedBase::apply_level(self, patch)
            }

            fn create(patch: Self::Patch) -> ::core::result::Result<Self, _odata::Error> {
                _odata::change::create(&patch)
            }
        }
    }
}
