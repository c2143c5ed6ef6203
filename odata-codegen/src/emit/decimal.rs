//! The facets and bounds of a decimal as functions that check them (CSDL XML 4.01 §7.2.3, §7.2.4). A module has each function once.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::imports::{Imports, tokens};

/// The function for these facets, or `None` where they allow every decimal.
///
/// CSDL XML's default for the scale is 0, but services that do not state it send fractions: without it, only the number of digits is checked.
pub(super) fn digits(
    precision: Option<u32>,
    scale: Option<&str>,
    imports: &mut Imports<'_>,
) -> Option<TokenStream> {
    let limit = |digits: TokenStream, most: u32, what: &str| {
        let message = format!("must have at most {most} {what}");
        let most = Literal::u64_unsuffixed(most.into());
        quote! {
            if #digits > #most {
                return Err(#message);
            }
        }
    };
    let (name, body) = match (precision, scale.map(str::parse::<u32>), scale) {
        (precision, Some(Ok(scale)), _) => {
            let name = precision.map_or_else(
                || format!("decimal_scale_{scale}"),
                |precision| format!("decimal_{precision}_{scale}"),
            );
            let before = precision.map(|precision| {
                let most = precision.saturating_sub(scale);
                limit(
                    quote!(value.integer_digits()),
                    most,
                    "digits before the point",
                )
            });
            let after = limit(
                quote!(value.fraction_digits()),
                scale,
                "digits after the point",
            );
            (name, quote!(#before #after))
        }
        (Some(precision), _, Some(scale)) if scale.eq_ignore_ascii_case("floating") => {
            let digits = quote!(value.significant_digits());
            let body = limit(digits, precision, "significant digits");
            (format!("decimal_floating_{precision}"), body)
        }
        (Some(precision), ..) => {
            let digits = quote!(value.integer_digits() + value.fraction_digits());
            (
                format!("decimal_{precision}"),
                limit(digits, precision, "digits"),
            )
        }
        (None, ..) => return None,
    };
    Some(function(&name, &body, imports))
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
