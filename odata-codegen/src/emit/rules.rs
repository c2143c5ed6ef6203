//! Facets and bounds as validation rules (CSDL XML 4.01 §7.2).

use odata_csdl::Property;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{
    imports::tokens,
    reference::{ItemType, facet},
};
use crate::model::{Edm, Vocabulary, bounds::Bound};

/// Returns the rules of a value, or of the items of a collection.
pub(super) fn rules(property: &Property, item: &ItemType) -> Vec<TokenStream> {
    let mut rules = Vec::new();
    let stated = |text: Option<&str>| text.and_then(|text| text.parse::<u32>().ok());
    if matches!(item.primitive, Some(Edm::String | Edm::Binary))
        && let Some(length) = stated(facet(property, item, |facets| facets.max_length.as_ref()))
    {
        let length = Literal::u32_unsuffixed(length);
        rules.push(quote!(length(max = #length)));
    }
    let bound = |text: Option<&str>| Bound::parse(item.primitive?, text?).ok();
    let (least, greatest) = Vocabulary(&property.annotations).bounds();
    let (least, greatest) = match (bound(least), bound(greatest)) {
        // No value meets both, and the derive rejects them.
        (Some(least), Some(greatest)) if least.exceeds(&greatest) => (None, None),
        bounds => bounds,
    };
    if item.primitive == Some(Edm::Decimal) {
        let precision = stated(facet(property, item, |facets| facets.precision.as_ref()));
        let scale = facet(property, item, |facets| facets.scale.as_ref());
        rules.extend(digits(precision, scale));
    }
    match (
        least.as_ref().and_then(literal),
        greatest.as_ref().and_then(literal),
    ) {
        (None, None) => {}
        (Some(least), None) => rules.push(quote!(range(min = #least))),
        (None, Some(greatest)) => rules.push(quote!(range(max = #greatest))),
        (Some(least), Some(greatest)) => rules.push(quote!(range(min = #least, max = #greatest))),
    }
    rules
}

/// Returns the rule for these facets, or `None` where they allow every decimal.
///
/// CSDL XML's default for the scale is 0, but services that do not state it send fractions: without it, only the number of digits is
/// checked.
fn digits(precision: Option<u32>, scale: Option<&str>) -> Option<TokenStream> {
    // No decimal has 0 digits.
    let precision = precision.filter(|&precision| precision > 0);
    let is_floating = scale.is_some_and(|it| it.eq_ignore_ascii_case("floating"));
    let scale = scale.and_then(|it| it.parse::<u32>().ok());
    let precision = precision.filter(|&precision| scale.is_none_or(|scale| scale <= precision));
    let literal = |digits: Option<u32>| digits.map(Literal::u32_unsuffixed);
    match (literal(precision), literal(scale)) {
        (Some(precision), Some(scale)) => {
            Some(quote!(digits(precision = #precision, scale = #scale)))
        }
        (None, Some(scale)) => Some(quote!(digits(scale = #scale))),
        (Some(precision), None) if is_floating => {
            Some(quote!(digits(precision = #precision, floating)))
        }
        (Some(precision), None) => Some(quote!(digits(precision = #precision))),
        (None, None) => None,
    }
}

fn literal(bound: &Bound) -> Option<TokenStream> {
    match bound {
        Bound::Integer(value) => Some(tokens(&value.to_string())),
        Bound::Float(value) => Some(tokens(&format!("{value:?}"))),
        Bound::Decimal(text) => Some(quote!(#text)),
    }
}
