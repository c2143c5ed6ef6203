//! The book: how to use this crate, one subject a chapter.
//!
//! Each chapter is short and has programs that run. Read the first chapter and the second if you know serde; then read the chapter of
//! what your service sends.
//!
//! | Chapter | Read it if |
//! |---|---|
//! | [First type](first_type) | you start |
//! | [Coming from serde](from_serde) | you have structs with serde's derives |
//! | [Inheritance and hierarchies](inheritance) | bodies have `@odata.type`, or types have a base |
//! | [Enumerations and flags](enumerations) | properties have named values |
//! | [Open types and annotations](open_types) | bodies have members that no type declares |
//! | [Null, absent and PATCH](null_and_patch) | you update entities, or select properties |
//! | [Delta](delta) | you keep a copy of a collection up to date |
//! | [Validation](validation) | values have rules |
//! | [Errors](errors) | something does not compile, or a body is rejected |
//! | [From `$metadata` to types](metadata) | the service describes its types, and you do not want to write them |
//! | [CSDL and drift](drift) | you publish `$metadata`, or want to notice when a service changes |
//! | [Performance](performance) | bodies are large or many |
//! | [Cookbook](cookbook) | you use Microsoft Graph, Dataverse, SAP or Redfish |
//!
//! The book explains; [`attributes`](crate::attributes) is the reference of every key of `#[odata(...)]`.

#[doc = include_str!("guide/first_type.md")]
pub mod first_type {}

#[doc = include_str!("guide/from_serde.md")]
pub mod from_serde {}

#[doc = include_str!("guide/inheritance.md")]
pub mod inheritance {}

#[doc = include_str!("guide/enumerations.md")]
pub mod enumerations {}

#[doc = include_str!("guide/open_types.md")]
pub mod open_types {}

#[doc = include_str!("guide/null_and_patch.md")]
pub mod null_and_patch {}

#[doc = include_str!("guide/delta.md")]
pub mod delta {}

#[doc = include_str!("guide/validation.md")]
pub mod validation {}

#[doc = include_str!("guide/errors.md")]
pub mod errors {}

#[doc = include_str!("guide/metadata.md")]
pub mod metadata {}

// The links lead to the module `csdl`.
#[cfg_attr(not(feature = "csdl"), allow(rustdoc::broken_intra_doc_links))]
#[doc = include_str!("guide/drift.md")]
pub mod drift {}

#[doc = include_str!("guide/performance.md")]
pub mod performance {}

pub mod cookbook {
    //! Services that programs in Rust often call, and what is special about each.
    //!
    //! | Service | What is special |
    //! |---|---|
    //! | [Microsoft Graph](graph) | custom extensions, `unknownFutureValue`, type tags without `#` |
    //! | [Dataverse](dataverse) | formatted values, lookups (`_x_value`), option sets as numbers |
    //! | [SAP](sap) | Int64 and Decimal as strings, PascalCase, drafts |
    //! | [Redfish](redfish) | versioned namespaces, links as objects, null collections |

    #[doc = include_str!("guide/cookbook/graph.md")]
    pub mod graph {}

    #[doc = include_str!("guide/cookbook/dataverse.md")]
    pub mod dataverse {}

    #[doc = include_str!("guide/cookbook/sap.md")]
    pub mod sap {}

    #[doc = include_str!("guide/cookbook/redfish.md")]
    pub mod redfish {}
}
