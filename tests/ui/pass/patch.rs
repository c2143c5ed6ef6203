//! A patch type in a crate with all lints and without the prelude.
#![no_implicit_prelude]
#![deny(missing_docs, unreachable_pub, dead_code, unused, clippy::all, clippy::pedantic)]

/// Types with patch types.
pub mod model {
    use ::odata_core::{DynamicProperties, Nav, NavCollection, ODataResource};
    use ::std::{clone::Clone, cmp::PartialEq, option::Option, string::String, vec::Vec};

    /// An address.
    #[derive(Clone, PartialEq, ODataResource)]
    #[odata(namespace = "shop", patch)]
    pub struct Address {
        /// The city.
        pub city: Option<String>,
    }

    /// A party.
    #[derive(Clone, PartialEq, ODataResource)]
    #[odata(namespace = "shop", patch, abstract)]
    pub struct Party {
        /// The key.
        #[odata(key)]
        pub id: i64,
        /// What is not declared.
        #[odata(dynamic_properties)]
        pub more: DynamicProperties,
    }

    /// A customer.
    #[derive(Clone, PartialEq, ODataResource)]
    #[odata(namespace = "shop", patch)]
    pub struct Customer {
        /// The base.
        #[odata(base)]
        pub base: Party,
        /// The address.
        pub address: Option<Address>,
        /// Tags.
        pub tags: Vec<String>,
        /// Who introduced it.
        pub introduced_by: Nav<Customer>,
        /// Whom it introduced.
        pub introduced: NavCollection<Customer>,
    }
}

fn main() {
    use ::odata_core::{json, ODataResource};
    use ::std::{clone::Clone, cmp::PartialEq, option::Option::Some};

    #[derive(Clone, PartialEq, ODataResource)]
    #[odata(namespace = "shop", patch)]
    struct Local {
        size: i32,
    }

    let patch = LocalPatch::diff(&Local { size: 1 }, &Local { size: 2 });
    ::std::assert!(patch == LocalPatch { size: Some(2) });
    ::std::assert!(json::to_string(&patch).is_ok());
}
