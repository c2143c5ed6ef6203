//! Precision and scale of a decimal as a function that checks them (CSDL XML 4.01 §7.2.3, §7.2.4).

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::imports::{Imports, tokens};

/// The name of the function for these facets. A module has each function once.
pub(super) fn check(precision: Option<u32>, scale: u32, imports: &mut Imports<'_>) -> TokenStream {
    let name = precision.map_or_else(
        || format!("decimal_scale_{scale}"),
        |precision| format!("decimal_{precision}_{scale}"),
    );
    let ident = tokens(&name);
    let decimal = imports.core("edm::Decimal");
    let after = format!("must have at most {scale} digits after the point");
    let most_after = Literal::u32_unsuffixed(scale);
    let before = precision
        .map(|precision| precision.saturating_sub(scale))
        .map(|most| {
            let message = format!("must have at most {most} digits before the point");
            let most = Literal::u32_unsuffixed(most);
            quote! {
                if value.integer_digits() > #most {
                    return Err(#message);
                }
            }
        });
    imports.helper(
        name,
        quote! {
            fn #ident(value: &#decimal) -> Result<(), &'static str> {
                #before
                if value.fraction_digits() > #most_after {
                    return Err(#after);
                }
                Ok(())
            }
        },
    );
    ident
}
