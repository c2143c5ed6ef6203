//! The prelude is not in scope.
#![no_implicit_prelude]
#![deny(warnings, missing_docs, rust_2018_idioms, unused_qualifications)]

use ::odata_core::{Annotations, DynamicProperties, DynamicResource, ODataEnum, ODataResource};
use ::std::{
    boxed::Box, clone::Clone, default::Default, fmt::Debug, option::Option, string::String, vec::Vec,
};

/// A base.
#[derive(Debug, Clone, Default, ODataResource)]
#[odata(namespace = "shop", abstract, open)]
pub struct Document {
    /// A part of the key.
    #[odata(key)]
    pub id: i32,
    /// What is not declared.
    #[odata(dynamic_properties)]
    pub more: DynamicProperties,
    /// Annotations.
    #[odata(annotations)]
    pub annotations: Annotations,
}

/// Its state.
#[derive(Debug, Clone, ODataEnum)]
#[odata(namespace = "shop", case_insensitive)]
pub enum State {
    /// Not sent.
    #[odata(default)]
    Draft,
    /// Sent.
    Sent,
    /// Any other.
    #[odata(other)]
    Other(String),
}

/// A derived type.
#[derive(Debug, Clone, ODataResource)]
#[odata(namespace = "shop", deref)]
pub struct Order {
    /// Its base.
    #[odata(base)]
    pub document: Document,
    /// Required.
    pub state: State,
    /// Rules.
    #[odata(validate(length(max = 3), custom = is_fine))]
    pub note: Option<String>,
    /// Items.
    #[odata(default, validate(each(range(min = 1))))]
    pub numbers: Vec<i64>,
}

fn is_fine(_: &str) -> ::std::result::Result<(), &'static str> {
    ::std::result::Result::Ok(())
}

/// Any of them.
#[derive(Debug, Clone, ODataResource)]
#[odata(hierarchy = Document)]
pub enum AnyDocument {
    /// An order.
    Order(Box<Order>),
    /// Any other.
    #[odata(other)]
    Other(DynamicResource),
}

fn main() {
    let text = r##"{"@odata.type":"#shop.order","id":1,"state":"SENT","numbers":[1]}"##;
    let any: AnyDocument = ::odata_core::json::from_str(text).unwrap();
    ::std::assert_eq!(any.base().unwrap().id, 1);
}
