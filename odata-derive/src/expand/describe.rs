//! `ODataType` and `ODataResource`: the constant description of the type, and the assertions about several types.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use super::{bags::bags, base::Base, codec, definition, impls::span_of};
use syn::{Type, spanned::Spanned};

use crate::model::{
    Bounds, Item, Kind, Property, Resource, Shape, WriteType, compact, is_parameter,
    mentions_parameter, stand_in, type_argument,
};

pub(super) fn expand(model: &Resource<'_>) -> TokenStream {
    let tag = format!("\"#{}\"", model.name.qualified());
    let alias = model.name.qualified_with_alias();
    let base = match Base::of(model) {
        Some(Base { ty, .. }) => quote! {
            ::core::option::Option::Some(<#ty as _odata::ODataResource>::TYPE)
        },
        None => quote!(::core::option::Option::None),
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
    let odata_type = (model.item).odata_type(&model.name.qualified(), Some(kind), definition);
    let resource = model.item.implement(
        Bounds::Type,
        quote!(_odata::ODataResource),
        quote!(const TYPE: &'static _odata::StructuredType = #description;),
    );
    quote!(#odata_type #resource)
}

/// The kind of type, for the rules about properties that have it.
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

/// The kind of the base.
///
/// It is not that of the resolved base, which depends on the base's description: a property of the base may have the derived type, so that
/// its kind is a part of that description.
fn kind_of_base(model: &Resource<'_>, base: &Type) -> TokenStream {
    if model.item.bound.is_some() && mentions_parameter(base, model.item.generics) {
        quote!(<#base as _odata::ODataType>::KIND)
    } else {
        quote!(_odata::base::IsResource::<#base>::KIND)
    }
}

/// The flags that the type's own attributes set; the runtime adds those of the base.
fn type_flags(model: &Resource<'_>) -> TokenStream {
    let kind = model.kind.map(|(kind, _)| kind);
    let is_tagged = match model.write_type.map(|(it, _)| it).unwrap_or_default() {
        WriteType::Always => true,
        WriteType::Never => false,
        // The tag of the version that was read is written in any case.
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

/// The names of the flags that are set.
fn set_flags<'a>(
    flags: &'a [(bool, &'static str)],
) -> impl Iterator<Item = &'static str> + use<'a> {
    flags
        .iter()
        .filter(|(is_set, _)| *is_set)
        .map(|(_, name)| *name)
}

/// The flags of these names, in a module of the runtime.
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
            let codec =
                quote_spanned!(target.span()=> <#target as _odata::codec::PropertyType>::Codec);
            let declared = if property.derived_types.is_some() {
                let types = codec::listed_types(property);
                quote! {
                    &_odata::TypeRef::with_derived_types(
                        <#codec as _odata::codec::Described>::TYPE,
                        &_odata::DerivedTypes::new(
                            <#types as _odata::codec::ListedTypes>::NAMES,
                            _odata::de::TypesOf::<#target>::is_listed,
                        ),
                    )
                }
            } else {
                quote!(<#codec as _odata::codec::Described>::TYPE)
            };
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
                if property.derived_types.is_some() {
                    let types = codec::listed_types(property);
                    return quote! {
                        _odata::Property::of_named(
                            &_odata::TypeRef::with_derived_types(
                                <#codec as _odata::codec::Described>::TYPE,
                                &_odata::DerivedTypes::new(
                                    <#types as _odata::codec::ListedTypes>::NAMES,
                                    _odata::de::TypesOf::<#ty>::is_listed,
                                ),
                            ),
                            #flags
                        )
                    };
                }
                match constant {
                    Some(constant) => quote!(<#codec as _odata::codec::Described>::#constant),
                    None => quote! {
                        _odata::Property::of_named(<#codec as _odata::codec::Described>::TYPE, #flags)
                    },
                }
            }
            _ => {
                let ty = shape.innermost();
                match constant {
                    Some(constant) => quote!(_odata::PropertyOf::<#ty>::#constant),
                    None => quote!(_odata::Property::of::<#ty>(#flags)),
                }
            }
        },
    }
}

/// The type of a value or item, or of an entity to which a navigation property leads.
fn value_type<'a>(shape: &Shape<'a>) -> &'a Type {
    let ty = shape.innermost();
    match shape {
        Shape::Nav { .. } => Shape::of(type_argument(ty).unwrap_or(ty)).innermost(),
        _ => ty,
    }
}

/// Assertions that fail in const evaluation if the type breaks a rule. A type with parameters has them in its reader, since a
/// constant with parameters is evaluated only where it is used; here it has stand-ins for them.
pub(super) fn assertions(model: &Resource<'_>) -> TokenStream {
    let ident = model.item.ident;
    let Some(arguments) = stand_in(&model.item) else {
        return TokenStream::new();
    };
    let base = Base::assertion(model);
    let assertions = assertions_about(model, &quote!(#ident #arguments), !model.has_parameters());
    let assertions = quote!(#base #assertions);
    if assertions.is_empty() {
        return assertions;
    }
    quote!({ #assertions })
}

/// The assertions that a type with these attributes may fail, each with the span for its error.
pub(super) fn assertions_about(
    model: &Resource<'_>,
    ty: &TokenStream,
    has_arguments: bool,
) -> TokenStream {
    let mut assertions = TokenStream::new();
    let own = model.properties().count();
    if own > MAX_PROPERTIES && model.base().is_none() {
        assertions.extend(quote_spanned! {span_of(model.item.ident)=>
            _odata::assert::assert_width::<#ty>();
        });
    }
    assertions.extend(assertions_about_properties(model, ty, has_arguments));
    if model.base().is_none() {
        return assertions;
    }
    let arms = model.properties().enumerate().map(|(i, (field, _))| {
        quote_spanned! {span_of(field.ident)=>
            #i => _odata::assert::fail_redeclared::<#ty>(#i),
        }
    });
    // With the span for the errors about the whole type.
    let redeclared =
        quote_spanned!(span_of(model.item.ident)=> _odata::assert::redeclared::<#ty>());
    assertions.extend(quote! {
        match #redeclared {
            #(#arms)*
            _ => {}
        }
    });
    let key = model.properties().find_map(|(_, property)| property.key);
    if let Some(span) = key {
        assertions
            .extend(quote_spanned!(span_of(&span)=> _odata::assert::assert_one_key::<#ty>();));
    }
    if let Some(span) = model.kind.map(|(_, span)| span).or(key) {
        assertions.extend(quote_spanned!(span_of(&span)=> _odata::assert::assert_kind::<#ty>();));
    }
    if let Some(span) = model.any_version {
        assertions
            .extend(quote_spanned!(span_of(&span)=> _odata::assert::assert_any_version::<#ty>();));
    }
    if let Some(span) = model.open {
        assertions.extend(quote_spanned!(span_of(&span)=> _odata::assert::assert_open::<#ty>();));
    }
    if let Some(span) = model.deny_undeclared {
        assertions.extend(quote_spanned!(span_of(&span)=> _odata::assert::assert_closed::<#ty>();));
    }
    assertions.extend(bags(model).map(|bag| {
        let (flag, key) = (format_ident!("{}", bag.flag), bag.key);
        quote_spanned! {span_of(bag.field.ident)=>
            _odata::assert::assert_one_bag::<#ty>(_odata::type_flag::#flag, #key);
        }
    }));
    assertions
}

/// The most properties that the runtime can track. For a type without a base, the macro counts them.
const MAX_PROPERTIES: usize = 8192;

/// The assertions about the types of properties, of which the macro sees only the names.
///
/// A type parameter may be anything, unless `ty` is the type with its arguments.
pub(super) fn assertions_about_properties(
    model: &Resource<'_>,
    ty: &TokenStream,
    has_arguments: bool,
) -> TokenStream {
    let arms: Vec<TokenStream> = model
        .properties()
        .enumerate()
        .filter(|(_, (_, property))| {
            let ty = property.shape.type_of_user();
            ty.is_some_and(|ty| has_arguments || !is_parameter(ty, model.item.generics))
        })
        .map(|(i, (field, _))| {
            quote_spanned! {span_of(field.ty)=>
                #i => _odata::assert::fail_misused::<#ty>(#i),
            }
        })
        .collect();
    let misused = (!arms.is_empty()).then(|| {
        quote! {
            match _odata::assert::misused::<#ty>() {
                #(#arms)*
                _ => {}
            }
        }
    });
    // Only where the type can be named here, and an alias may be one of `Option`.
    let not_options = model
        .properties()
        .filter(|(_, it)| it.edm.is_some() || it.with.is_some())
        .filter(|(field, it)| {
            matches!(it.shape, Shape::Serde(_))
                && !mentions_parameter(field.ty, model.item.generics)
        })
        .map(|(field, property)| {
            let (ty, name) = (field.ty, &property.name);
            quote_spanned! {span_of(ty)=> {
                use _odata::assert::IsOther as _;
                _odata::assert::assert_not_option(_odata::assert::IsOption::<#ty>::VALUE, #name);
            }}
        });
    let with_members = model
        .properties()
        .enumerate()
        .filter(|(_, (_, it))| it.is_case_insensitive)
        .filter_map(|(i, (_, it))| Some((i, it.shape.type_of_user()?)))
        .filter(|(_, ty)| !is_parameter(ty, model.item.generics))
        .map(|(i, user)| {
            quote_spanned!(span_of(user)=> _odata::assert::assert_has_members::<#ty>(#i);)
        });
    let read_by_serde = model
        .properties()
        .filter(|(_, it)| it.edm.is_some() && it.with.is_none())
        .filter_map(|(_, it)| it.shape.type_of_user())
        .filter_map(|ty| Some((ty, codec::stand_ins_for(ty, &model.item)?)))
        .map(|(ty, stand_ins)| {
            let text = compact(ty);
            let check = quote_spanned! {span_of(ty)=>
                _odata::assert::assert_serde(
                    _odata::codec::IsReadable::<#ty>::VALUE,
                    _odata::codec::IsWritable::<#ty>::VALUE,
                    #text,
                );
            };
            quote!({ #stand_ins #check })
        });
    let generic = model
        .properties()
        .filter(|(_, it)| it.edm.is_none() && it.with.is_none() && !it.shape.is_nav())
        .filter_map(|(_, it)| it.shape.type_of_user())
        .filter(|ty| codec::is_checked(ty, &model.item))
        .map(|ty| {
            quote_spanned! {ty.span()=>
                let _ = <<#ty as _odata::codec::PropertyType>::Codec as _odata::codec::Described>::TYPE;
            }
        });
    let renamed = model
        .properties()
        .enumerate()
        .filter(|(_, (_, it))| it.edm.is_some() && it.with.is_none())
        .filter_map(|(i, (_, it))| Some((i, it.shape.type_of_user()?)))
        .filter(|(_, ty)| has_arguments || !mentions_parameter(ty, model.item.generics))
        .map(|(i, user)| {
            quote_spanned!(span_of(user)=> _odata::assert::assert_same_json::<#ty>(#i);)
        });
    let listed = model
        .properties()
        .enumerate()
        .flat_map(|(i, (_, property))| {
            let (paths, span) = match &property.derived_types {
                Some((paths, span)) => (&**paths, Some(*span)),
                None => (&[][..], None),
            };
            let hierarchy = span.map(|span| {
            quote_spanned!(span_of(&span)=> _odata::assert::assert_has_derived_types::<#ty>(#i);)
        });
            let value = value_type(&property.shape);
            let is_open = mentions_parameter(value, model.item.generics) && !has_arguments;
            let each = paths.iter().map(move |path| {
                let possible = (!is_open).then(|| quote_spanned! {span_of(path)=>
                    _odata::assert::assert_possible(
                        _odata::de::TypesOf::<#value>::TYPES,
                        _odata::de::TypesOf::<#value>::HAS_OTHER,
                        <#path as _odata::base::BaseResource>::TYPE,
                    );
                });
            quote_spanned! {span_of(path)=>
                _odata::assert::assert_listed::<#ty>(#i, <#path as _odata::base::BaseResource>::TYPE);
                #possible
            }
        });
            hierarchy.into_iter().chain(each).collect::<Vec<_>>()
        });
    let declared = model.properties().filter_map(|(_, property)| {
        let (declared, _) = property.declared_type.as_ref()?;
        let value = value_type(&property.shape);
        if !has_arguments && mentions_parameter(value, model.item.generics) {
            return None;
        }
        let codec = codec::of_type(value, &model.item);
        Some(quote_spanned! {span_of(declared)=>
            _odata::assert::assert_declared_type(
                <#codec as _odata::codec::Described>::TYPE,
                <#declared as _odata::base::BaseResource>::TYPE,
            );
        })
    });
    quote!(#misused #(#generic)* #(#not_options)* #(#read_by_serde)* #(#renamed)* #(#with_members)* #(#declared)* #(#listed)*)
}
