//! Assertions about a type and the types of its properties, of which the macro sees only the names. They fail in const evaluation.

mod arguments;
mod limits;

use std::collections::HashSet;

use arguments::about_arguments;
use limits::about_limits;
use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::{Type, spanned::Spanned};

use super::{
    bags::bags,
    base::Base,
    codec,
    describe::{flags, value_type},
    impls::span_of,
};
use crate::model::{
    Property, Resource, Shape, compact, is_parameter, mentions_parameter, stand_in,
};

/// The maximum number of properties that the runtime can track. For a type without a base, the macro counts them.
const MAX_PROPERTIES: usize = 8192;

/// A redeclared property of a type with more properties is reported at the name of the type. Nobody writes such a type, and the compiler takes
/// more time for the position of each property than for the rest of the rule.
const MAX_SPANS: usize = 64;

/// Returns the assertions in a constant beside the type. A type with parameters has them in its reader, since a constant with parameters is
/// evaluated only where it is used; its constant has stand-ins for the parameters.
pub(super) fn expand(model: &Resource<'_>) -> TokenStream {
    let ident = model.item.ident;
    let Some(arguments) = stand_in(&model.item) else {
        return TokenStream::new();
    };
    let base = Base::assertion(model);
    let assertions = about_type(model, &quote!(#ident #arguments), !model.has_parameters());
    let limits = about_limits(model);
    let assertions = quote!(#base #assertions #limits);
    if assertions.is_empty() {
        return assertions;
    }
    quote!({ #assertions })
}

/// Returns the assertions that a type with these attributes may fail, each with the span for its error.
pub(super) fn about_type(
    model: &Resource<'_>,
    ty: &TokenStream,
    has_arguments: bool,
) -> TokenStream {
    let width = (model.properties().count() > MAX_PROPERTIES && model.base().is_none())
        .then(|| quote_spanned!(span_of(model.item.ident)=> _assert::assert_width::<#ty>();));
    let properties = about_properties(model, ty, has_arguments);
    let chain = model.base().map(|_| about_chain(model, ty));
    quote!(#width #properties #chain)
}

/// Returns the assertions about a derived type and its bases.
fn about_chain(model: &Resource<'_>, ty: &TokenStream) -> TokenStream {
    let arms = model.properties().enumerate().map(|(i, (field, _))| {
        quote_spanned! {span_of(field.ident)=>
            #i => _assert::fail_redeclared::<#ty>(),
        }
    });
    let ident = span_of(model.item.ident);
    // Errors about the whole type have this span.
    let redeclared = quote_spanned!(ident=> _assert::redeclared::<#ty>());
    let count = model.properties().count();
    let arms = if count <= MAX_SPANS {
        quote!(#(#arms)* _ => {})
    } else {
        quote_spanned!(ident=> #count => {} _ => _assert::fail_redeclared::<#ty>())
    };
    let key_list = model.key_list.as_ref().map(|it| it.span);
    let key = model.properties().find_map(|(_, property)| property.key);
    let key = key_list.or(key);
    let rules = [
        (key, "assert_one_key"),
        (key_list, "assert_key_list"),
        (model.kind.map(|(_, span)| span).or(key), "assert_kind"),
        (model.any_version, "assert_any_version"),
        (model.open, "assert_open"),
        (model.deny_undeclared, "assert_closed"),
        (model.item.default, "assert_base_in_place"),
    ];
    let rules = rules.into_iter().filter_map(|(span, rule)| {
        let (span, rule) = (span?, format_ident!("{rule}"));
        Some(quote_spanned!(span_of(&span)=> _assert::#rule::<#ty>();))
    });
    let bags = bags(model).map(|bag| {
        let (flag, key) = (format_ident!("{}", bag.flag), bag.key);
        quote_spanned! {span_of(bag.field.ident)=>
            _assert::assert_one_bag::<#ty>(_odata::type_flag::#flag, #key);
        }
    });
    quote! {
        match #redeclared {
            #arms
        }
        #(#rules)*
        #(#bags)*
    }
}

/// Returns the assertions about the types of properties.
pub(super) fn about_properties(
    model: &Resource<'_>,
    ty: &TokenStream,
    has_arguments: bool,
) -> TokenStream {
    let assertions = Assertions {
        model,
        ty,
        has_arguments,
    };
    let types = assertions.type_assertions();
    let rules = [
        Assertions::property_assertion,
        Assertions::not_option_assertion,
        Assertions::serde_assertion,
        Assertions::same_json_assertion,
        Assertions::members_assertion,
        Assertions::declared_type_assertion,
        Assertions::derived_types_assertion,
    ];
    let properties = rules.iter().flat_map(|rule| {
        (model.properties().enumerate())
            .filter_map(|(i, (_, property))| rule(&assertions, i, property))
    });
    let arguments = about_arguments(model);
    quote!(#(#types)* #(#properties)* #arguments)
}

struct Assertions<'m> {
    model: &'m Resource<'m>,
    /// The type in the assertions, with arguments.
    ty: &'m TokenStream,
    /// Whether the arguments are those of the type. Stand-ins may break rules that the arguments follow.
    has_arguments: bool,
}

impl Assertions<'_> {
    /// Returns whether nothing is known about a type with type parameters.
    fn is_open(&self, ty: &Type) -> bool {
        !self.has_arguments && mentions_parameter(ty, self.model.item.generics)
    }

    /// Returns the assertions that no type of a property breaks a rule of the model, one for properties with equal descriptions.
    fn type_assertions(&self) -> impl Iterator<Item = TokenStream> {
        let mut seen = HashSet::new();
        let of_user = (self.model.properties().enumerate()).filter(|(_, (_, property))| {
            let ty = property.shape.type_of_user();
            ty.is_some_and(|ty| self.has_arguments || !is_parameter(ty, self.model.item.generics))
        });
        let ty = self.ty;
        of_user
            .filter(move |(_, (_, property))| {
                (property.codec).is_none_or(|codec| seen.insert((codec, flags(property))))
            })
            .map(move |(i, (field, _))| {
                quote_spanned!(field.span=> _assert::assert_type_of_property::<#ty>(#i);)
            })
    }

    /// Returns the assertion that a property can have this generic type.
    fn property_assertion(&self, _: usize, property: &Property<'_>) -> Option<TokenStream> {
        if property.edm.is_some() || property.with.is_some() || property.shape.is_nav() {
            return None;
        }
        let ty = property.shape.type_of_user()?;
        codec::is_checked(ty, &self.model.item).then(|| {
            quote_spanned! {ty.span()=>
                let _ = <<#ty as _codec::PropertyType>::Codec as _codec::Described>::TYPE;
            }
        })
    }

    /// Returns the assertion that the type is not an alias of `Option`, which the macro has to see. There is none if the type cannot be
    /// named here.
    fn not_option_assertion(&self, _: usize, property: &Property<'_>) -> Option<TokenStream> {
        let Shape::Serde(ty) = property.shape else {
            return None;
        };
        if (property.edm.is_none() && property.with.is_none())
            || mentions_parameter(ty, self.model.item.generics)
        {
            return None;
        }
        let name = &property.name;
        Some(quote_spanned! {span_of(ty)=> {
            use _assert::IsOther as _;
            _assert::assert_not_option(_assert::IsOption::<#ty>::VALUE, #name);
        }})
    }

    /// Returns the assertion that serde reads and writes the type of a property with `edm`.
    fn serde_assertion(&self, _: usize, property: &Property<'_>) -> Option<TokenStream> {
        let ty = type_with_edm(property)?;
        let stand_ins = codec::stand_ins_for(ty, &self.model.item)?;
        let text = compact(ty);
        let check = quote_spanned! {span_of(ty)=>
            _assert::assert_serde(
                _codec::IsReadable::<#ty>::VALUE,
                _codec::IsWritable::<#ty>::VALUE,
                #text,
            );
        };
        Some(quote!({ #stand_ins #check }))
    }

    /// Returns the assertion that the type of a property with `edm` has the JSON of the type that `edm` names.
    fn same_json_assertion(&self, i: usize, property: &Property<'_>) -> Option<TokenStream> {
        let ty = self.ty;
        let user_type = type_with_edm(property).filter(|it| !self.is_open(it))?;
        Some(quote_spanned!(span_of(user_type)=> _assert::assert_same_json::<#ty>(#i);))
    }

    /// Returns the assertion that the type of a property with `case_insensitive` is an enumeration.
    fn members_assertion(&self, i: usize, property: &Property<'_>) -> Option<TokenStream> {
        let ty = self.ty;
        let user_type = property.shape.type_of_user()?;
        if !property.is_case_insensitive || is_parameter(user_type, self.model.item.generics) {
            return None;
        }
        Some(quote_spanned!(span_of(user_type)=> _assert::assert_has_members::<#ty>(#i);))
    }

    /// Returns the assertion that a `declared_type` is a type of the property's hierarchy.
    fn declared_type_assertion(&self, _: usize, property: &Property<'_>) -> Option<TokenStream> {
        let (declared, _) = property.declared_type.as_ref()?;
        let value = value_type(&property.shape);
        if self.is_open(value) {
            return None;
        }
        let codec = codec::of_type(value, &self.model.item);
        Some(quote_spanned! {span_of(declared)=>
            _assert::assert_declared_type(
                <#codec as _codec::Described>::TYPE,
                <#declared as _base::BaseResource>::TYPE,
            );
        })
    }

    /// Returns the assertions that a property with `derived_types` has a hierarchy, and that each of the types is in it.
    fn derived_types_assertion(&self, i: usize, property: &Property<'_>) -> Option<TokenStream> {
        let (paths, span) = property.derived_types.as_ref()?;
        let ty = self.ty;
        let value = value_type(&property.shape);
        let checks = paths.iter().map(|path| {
            let possible = (!self.is_open(value)).then(|| {
                quote_spanned! {span_of(path)=>
                    _assert::assert_possible(
                        _de::TypesOf::<#value>::TYPES,
                        _de::TypesOf::<#value>::HAS_OTHER,
                        <#path as _base::BaseResource>::TYPE,
                    );
                }
            });
            quote_spanned! {span_of(path)=>
                _assert::assert_listed::<#ty>(#i, <#path as _base::BaseResource>::TYPE);
                #possible
            }
        });
        let hierarchy =
            quote_spanned!(span_of(span)=> _assert::assert_has_derived_types::<#ty>(#i););
        Some(quote!(#hierarchy #(#checks)*))
    }
}

/// Returns the user's type in a property with `edm` that serde reads and writes.
fn type_with_edm<'a>(property: &Property<'a>) -> Option<&'a Type> {
    (property.edm.is_some() && property.with.is_none())
        .then(|| property.shape.type_of_user())
        .flatten()
}
