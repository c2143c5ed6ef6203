#![forbid(unsafe_code)]
//! The derive macros of `odata-core`. Use them through that crate, which re-exports them beside the traits of the same names.

mod attr;
mod check;
mod errors;
mod expand;
mod model;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Makes a struct an OData resource, or an enum the hierarchy of the types derived from one base.
#[proc_macro_derive(ODataResource, attributes(odata))]
pub fn resource(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    expand::resource_or_hierarchy(&input).into()
}

/// Makes an enum an OData enumeration: members by name or value on the wire, flags, members that this build does not know.
#[proc_macro_derive(ODataEnum, attributes(odata))]
pub fn enumeration(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    expand::enumeration(&input).into()
}
