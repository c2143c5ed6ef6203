//! `ODataType` and `ODataResource`: the constant description of the type.

mod properties;

use proc_macro2::{Ident, TokenStream};
pub(super) use properties::flags;
use properties::own_properties;
use quote::{format_ident, quote};

use syn::Type;

use super::{bags::bags, base::Base, definition};
use crate::model::{Bounds, Kind, Resource, Shape, WriteType, mentions_parameter, type_argument};

pub(super) fn expand(model: &Resource<'_>) -> TokenStream {
    let tag = format!("\"#{}\"", model.name.qualified());
    let alias = model.name.qualified_with_alias();
    let base = match Base::of(model) {
        Some(Base { ty, .. }) => quote! {
            _odata::Some(<#ty as _odata::ODataResource>::TYPE)
        },
        None => quote!(_odata::None),
    };
    let flags = type_flags(model);
    let own = own_properties(model);
    let key = model.key_list.as_ref().map(|list| {
        let parts = list.parts.iter().map(|it| (it.path.value(), it.name()));
        let parts = parts.map(|(path, name)| quote!((#path, #name)));
        quote!(.with_key(&[#(#parts),*]))
    });
    implement(
        model,
        quote!(&_odata::StructuredType::new(#tag, #alias, #base, #flags, #own) #key),
        definition::of_resource(model),
    )
}

/// A patch type has the description of its resource.
pub(super) fn of_patch(patch: &Resource<'_>, resource: &Ident) -> TokenStream {
    let (_, ty_generics, _) = patch.item.generics.split_for_impl();
    implement(
        patch,
        quote!(<#resource #ty_generics as _odata::ODataResource>::TYPE),
        definition::of_patch(&quote!(#resource #ty_generics)),
    )
}

fn implement(
    model: &Resource<'_>,
    description: TokenStream,
    definition: TokenStream,
) -> TokenStream {
    let kind = kind(model);
    let codec = if model.is_patch { "PatchOf" } else { "ValueOf" };
    let name = model.name.qualified();
    let odata_type = (model.item).odata_type(&name, Some(kind), definition, codec);
    let resource = model.item.implement(
        Bounds::Type,
        quote!(_odata::ODataResource),
        quote!(const TYPE: &'static _odata::StructuredType = #description;),
    );
    quote!(#odata_type #resource)
}

/// Returns the kind of type, for the rules about properties that have it.
fn kind(model: &Resource<'_>) -> TokenStream {
    let declared = match model.kind {
        Some((kind, _)) => Some(kind),
        None => model.has_key().then_some(Kind::Entity),
    };
    let constant = match (declared, model.is_abstract) {
        _ if model.is_patch => "PATCH",
        (Some(Kind::Entity), false) => "ENTITY",
        (Some(Kind::Entity), true) => "ABSTRACT_ENTITY",
        (Some(Kind::Complex), false) => "COMPLEX",
        (Some(Kind::Complex), true) => "ABSTRACT_COMPLEX",
        (None, is_abstract) => match model.base() {
            Some(base) => {
                let kind = kind_of_base(model, base.ty);
                return quote!(KindOf::<Self>::derived(#kind, #is_abstract));
            }
            None if is_abstract => "ABSTRACT",
            None => "STRUCTURED",
        },
    };
    let constant = format_ident!("{constant}");
    quote!(KindOf::<Self>::#constant)
}

/// Returns the kind of the base.
///
/// The base is not resolved first: that requires its description, which contains the kind of the derived type if a property of the base
/// has that type.
fn kind_of_base(model: &Resource<'_>, base: &Type) -> TokenStream {
    if model.item.bound.is_some() && mentions_parameter(base, model.item.generics) {
        quote!(<#base as _odata::ODataType>::KIND)
    } else {
        quote!(_base::IsResource::<#base>::KIND)
    }
}

/// Returns the flags that the type's own attributes set; the runtime adds those of the base.
fn type_flags(model: &Resource<'_>) -> TokenStream {
    let kind = model.kind.map(|(kind, _)| kind);
    let is_tagged = match model.write_type.map(|(it, _)| it).unwrap_or_default() {
        WriteType::Always => true,
        WriteType::Never => false,
        // The tag of the version that was read is always written.
        WriteType::Derived => model.base().is_some() && model.any_version.is_none(),
    };
    let is_entity = kind == Some(Kind::Entity) || (kind.is_none() && model.has_key());
    let own = [
        (model.is_abstract, "ABSTRACT"),
        (model.any_version.is_some(), "ANY_VERSION"),
        (model.open.is_some(), "OPEN"),
        (model.deny_undeclared.is_some(), "DENIES_UNDECLARED"),
        (is_entity, "ENTITY"),
        (kind == Some(Kind::Complex), "COMPLEX"),
        (is_tagged, "TAGGED"),
        (!model.has_initial_values(), "FROM_PARTS"),
    ];
    any_of(
        "type_flag",
        names_of_set_flags(&own).chain(bags(model).map(|bag| bag.flag)),
    )
}

/// Returns the names of the flags that are set.
fn names_of_set_flags<'a>(
    flags: &'a [(bool, &'static str)],
) -> impl Iterator<Item = &'static str> + use<'a> {
    flags
        .iter()
        .filter(|(is_set, _)| *is_set)
        .map(|(_, name)| *name)
}

/// Returns the flags of these names, in a module of the runtime.
fn any_of(module: &str, flags: impl Iterator<Item = &'static str>) -> TokenStream {
    let module = format_ident!("{module}");
    let mut flags = flags.map(|it| format_ident!("{it}")).peekable();
    if flags.peek().is_none() {
        return quote!(_odata::#module::NOTHING);
    }
    quote!(#(_odata::#module::#flags)|*)
}

/// Returns the type of a value or item, or of an entity to which a navigation property leads.
pub(super) fn value_type<'a>(shape: &Shape<'a>) -> &'a Type {
    let ty = shape.innermost();
    match shape {
        Shape::Nav { .. } => Shape::of(type_argument(ty).unwrap_or(ty)).innermost(),
        _ => ty,
    }
}
