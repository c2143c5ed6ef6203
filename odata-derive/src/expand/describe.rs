//! `ODataType` and `ODataResource`: the constant description of the type.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use syn::{Type, spanned::Spanned};

use super::{bags::bags, base::Base, codec, definition, impls::span_of};
use crate::model::{
    Bounds, Item, Kind, Property, Resource, Shape, WriteType, is_parameter, mentions_parameter,
    type_argument,
};

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
    let names: Vec<&str> = model.properties().map(|(_, it)| it.name.as_str()).collect();
    let own = if names.is_empty() {
        quote!(&[])
    } else {
        let names = names.join("\n");
        let properties = model
            .properties()
            .map(|(_, it)| property_description(&model.item, it));
        quote!(&_odata::Property::with_packed_names(#names, [#(#properties),*]))
    };
    implement(
        model,
        quote!(&_odata::StructuredType::new(#tag, #alias, #base, #flags, #own)),
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
        set_flags(&own).chain(bags(model).map(|bag| bag.flag)),
    )
}

/// Returns the names of the flags that are set.
fn set_flags<'a>(
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

fn property_description(item: &Item<'_>, property: &Property<'_>) -> TokenStream {
    let shape = &property.shape;
    let is_nullable = (shape.is_option() || shape.is_nav())
        && !property.is_not_nullable
        && !shape.is_collection();
    let has_nullable_items = shape.item().is_some_and(Shape::is_option);
    let flags = [
        (is_nullable, "NULLABLE"),
        (shape.is_collection(), "COLLECTION"),
        (has_nullable_items, "NULLABLE_ITEMS"),
        (property.key.is_some(), "KEY"),
        (property.is_navigation, "NAVIGATION"),
        (property.is_computed, "COMPUTED"),
        (property.is_required(), "REQUIRED"),
        (
            property.is_not_nullable && property.default.is_some(),
            "OPTIONAL",
        ),
    ];
    // Nearly all properties have one of these flags, and the compiler evaluates a constant once for all properties of a type.
    let constant = match &*set_flags(&flags).collect::<Vec<_>>() {
        [flag @ ("NULLABLE" | "REQUIRED" | "COLLECTION")] => Some(format_ident!("{flag}")),
        _ => None,
    };
    let flags = any_of("property_flag", set_flags(&flags));
    let ty = shape.innermost();
    match &property.edm {
        Some(edm) => quote! {
            _odata::Property::of_named(
                &_odata::TypeRef::renamed(#edm, <_odata::OwnTypeOf<#ty>>::OWN_TYPE),
                #flags
            )
        },
        // A type of that name with a codec of its own.
        None if property.with.is_some() && Shape::of(ty).is_nav() => {
            quote!(_odata::Property::of::<#ty>(#flags))
        }
        None if shape.is_nav() && !mentions_parameter(ty, item.generics) => {
            let target = value_type(shape);
            let codec = quote_spanned!(target.span()=> <#target as _codec::PropertyType>::Codec);
            let declared = described(&codec, target, property);
            let field = quote_spanned!(span_of(ty)=> <#ty as _odata::NavigationField>::FLAG);
            quote!(_odata::Property::of_named(#declared, #flags | #field))
        }
        None if shape.is_nav() => {
            quote!(_odata::Property::of::<#ty>(#flags | _odata::property_flag::LINKS))
        }
        None => match shape.type_of_user() {
            // With the span of the type, so that the same error about it elsewhere is reported once.
            Some(ty) if !is_parameter(ty, item.generics) => {
                let codec = codec::of_value_type(ty, item, property);
                let constant = constant.filter(|_| property.derived_types.is_none());
                let declared = described(&codec, ty, property);
                match constant {
                    Some(constant) => quote!(<#codec as _codec::Described>::#constant),
                    None => quote!(_odata::Property::of_named(#declared, #flags)),
                }
            }
            _ => match constant {
                Some(constant) => quote!(_odata::PropertyOf::<#ty>::#constant),
                None => quote!(_odata::Property::of::<#ty>(#flags)),
            },
        },
    }
}

/// Returns the description of the type of a value, with the types that `derived_types` lists.
fn described(codec: &TokenStream, value: &Type, property: &Property<'_>) -> TokenStream {
    let described = quote!(<#codec as _codec::Described>::TYPE);
    if property.derived_types.is_none() {
        return described;
    }
    let types = codec::listed_types(property);
    quote! {
        &_odata::TypeRef::with_derived_types(
            #described,
            &_odata::DerivedTypes::new(
                <#types as _codec::ListedTypes>::NAMES,
                _de::TypesOf::<#value>::is_listed,
            ),
        )
    }
}

/// Returns the type of a value or item, or of an entity to which a navigation property leads.
pub(super) fn value_type<'a>(shape: &Shape<'a>) -> &'a Type {
    let ty = shape.innermost();
    match shape {
        Shape::Nav { .. } => Shape::of(type_argument(ty).unwrap_or(ty)).innermost(),
        _ => ty,
    }
}
