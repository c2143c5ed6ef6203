//! The facets of a decimal as a rule, and its bounds as functions that check them (CSDL XML 4.01 §7.2.3, §7.2.4). A module has each function
//! once.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::imports::{Imports, tokens};

/// The rule for these facets, or `None` where they allow every decimal.
///
/// CSDL XML's default for the scale is 0, but services that do not state it send fractions: without it, only the number of digits is checked.
pub(super) fn digits(precision: Option<u32>, scale: Option<&str>) -> Option<TokenStream> {
    // No decimal has 0 digits.
    let precision = precision.filter(|most| *most > 0);
    let is_floating = scale.is_some_and(|it| it.eq_ignore_ascii_case("floating"));
    let scale = scale.and_then(|it| it.parse::<u32>().ok());
    let precision = precision.filter(|most| scale.is_none_or(|scale| scale <= *most));
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

/// Which of its bounds, both of which a value may have.
#[derive(Clone, Copy)]
pub(super) enum End {
    Least,
    Greatest,
}

/// The function for `Validation.Minimum` or `Validation.Maximum`.
pub(super) fn bound(end: End, text: &str, imports: &mut Imports<'_>) -> TokenStream {
    let (word, comparison, relation) = match end {
        End::Least => ("min", quote!(<), "at least"),
        End::Greatest => ("max", quote!(>), "at most"),
    };
    let message = format!("must be {relation} {text}");
    let name = format!(
        "decimal_{word}_{}",
        text.replace('-', "minus_").replace('.', "_")
    );
    let decimal = imports.core("edm::Decimal");
    let body = quote! {
        if #text.parse::<#decimal>().is_ok_and(|bound| *value #comparison bound) {
            return Err(#message);
        }
    };
    function(&name, &body, imports)
}

fn function(name: &str, body: &TokenStream, imports: &mut Imports<'_>) -> TokenStream {
    let ident = tokens(name);
    let decimal = imports.core("edm::Decimal");
    let function = quote! {
        fn #ident(value: &#decimal) -> Result<(), &'static str> {
            #body
            Ok(())
        }
    };
    imports.helper(name.to_owned(), function);
    ident
}
