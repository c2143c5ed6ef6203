#![forbid(unsafe_code)]
//! The derive macros of [`odata-core`](https://docs.rs/odata-core), which re-exports each next to the trait of the same name. Use them
//! through that crate.
//!
//! - [`ODataResource`](macro@ODataResource) on a struct: a resource, which is an entity type or a complex type, perhaps derived from another.
//! - [`ODataResource`](macro@ODataResource) on an enum with `hierarchy`: a hierarchy, which is a value of any of the types derived from one
//!   base.
//! - [`ODataEnum`](macro@ODataEnum) on an enum: an enumeration of named members with values.
//!
//! [The attribute reference](https://docs.rs/odata-core/latest/odata_core/attributes/index.html) has every key of `#[odata(...)]`.

mod attr;
mod check;
mod errors;
mod expand;
mod model;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Runs the example of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

/// Implements OData reading and writing for a struct (a resource), or for an enum of the types derived from one base (a hierarchy).
///
/// ```
/// use odata_core::{ODataResource, json};
///
/// #[derive(Debug, PartialEq, ODataResource)]
/// #[odata(namespace = "shop")]
/// struct Order {
///     #[odata(key)]
///     id: i64,
///     shipping_note: Option<String>,
/// }
///
/// let order: Order = json::from_str(r#"{"id":1,"shippingNote":"At the back"}"#)?;
/// assert_eq!(order.shipping_note.as_deref(), Some("At the back"));
/// assert_eq!(json::to_string(&order)?, r#"{"id":1,"shippingNote":"At the back"}"#);
/// # Ok::<(), odata_core::Error>(())
/// ```
// `serde` is a helper attribute so that the macro sees `#[serde(...)]` and reports what to write instead.
#[proc_macro_derive(ODataResource, attributes(odata, serde))]
pub fn resource(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    expand::resource_or_hierarchy(&input).into()
}

/// Implements OData reading and writing for an enum of members (an enumeration): members by name or value, flags, and unknown
/// members.
///
/// ```
/// use odata_core::{ODataEnum, json};
///
/// #[derive(Debug, PartialEq, ODataEnum)]
/// #[odata(namespace = "shop")]
/// enum Status {
///     Ordered,
///     InTransit,
///     #[odata(other)]
///     Other(String),
/// }
///
/// assert_eq!(json::from_str::<Status>(r#""inTransit""#)?, Status::InTransit);
/// assert_eq!(json::from_str::<Status>(r#""lost""#)?, Status::Other("lost".to_owned()));
/// # Ok::<(), odata_core::Error>(())
/// ```
#[proc_macro_derive(ODataEnum, attributes(odata, serde))]
pub fn enumeration(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    expand::enumeration(&input).into()
}
