#![forbid(unsafe_code)]
//! The JSON of OData services for plain Rust types.
//!
//! Two derives write serde's `Serialize` and `Deserialize` for types as an OData model has them: structs that inherit from one another,
//! properties that hold any type derived from the declared one, open types, annotations, enumerations that grow. They read and write in
//! one pass over the text, keep what the model does not declare, and never round a number that they were not asked to.
//!
//! ```
//! use odata_core::{DynamicProperties, DynamicResource, ODataResource, json};
//!
//! #[derive(Debug, Default, ODataResource)]
//! #[odata(namespace = "shop", abstract)]
//! struct Item {
//!     title: String,
//!     #[odata(dynamic_properties)]
//!     more: DynamicProperties,
//! }
//!
//! #[derive(Debug, Default, ODataResource)]
//! #[odata(namespace = "shop", deref)]
//! struct Book {
//!     #[odata(base)]
//!     item: Item,
//!     pages: Option<i32>,
//! }
//!
//! #[derive(Debug, ODataResource)]
//! #[odata(hierarchy = Item)]
//! enum AnyItem {
//!     Book(Book),
//!     #[odata(other)]
//!     Other(DynamicResource),
//! }
//!
//! let text = r##"{"@odata.type":"#shop.book","title":"Emma","pages":474,"price":12.50}"##;
//! let mut item: AnyItem = json::from_str(text)?;
//! let book = item.as_book_mut().expect("a book");
//! assert_eq!((&*book.title, book.pages), ("Emma", Some(474)));
//! assert_eq!(book.more.get::<f64>("price")?, Some(12.5));
//! book.pages = None;
//! assert_eq!(
//!     json::to_string(&item)?,
//!     r##"{"@odata.type":"#shop.book","title":"Emma","price":12.50}"##
//! );
//!
//! let error = json::from_str::<AnyItem>(&text.replace("474", "\"many\"")).unwrap_err();
//! assert_eq!((error.pointer(), error.line(), error.column()), ("/pages", 1, 57));
//! # Ok::<(), odata_core::Error>(())
//! ```
//!
//! # Where to begin
//!
//! - [The attribute reference](odata_derive): every key of `#[odata(...)]`, and what a field's type says of a property.
//! - [`json`]: reading and writing bodies with options, limits, validation and errors that say where.
//! - [`edm`]: the primitive types that Rust has none for.
//! - [`Collection`], [`ODataError`], [`EntityReference`], [`ServiceDocument`]: the bodies that the protocol defines.
//! - [`DynamicProperties`], [`Annotations`], [`DynamicResource`]: what no type declares, in order and exact.
//! - [`Validate`]: rules, all violations at once.
//! - `graph`: Microsoft Graph's `customExtensionData` and its family, made with the derives (feature `graph`).
//! - [`key_predicate`], [`EntitySet`]: what a URL has of an entity, and the links of a full body.
//! - `csdl`: the model as a document, and what a service says otherwise in its `$metadata` (feature `csdl`).
//! - The crate `odata-codegen` makes types from a service's `$metadata`.
//!
//! # Scope
//!
//! Bodies in OData's JSON format, versions 4.0 and 4.01, for a client or a service. Not here: HTTP, authentication, query options, batch
//! requests, Atom. The types of a hierarchy are a closed set that is known when the program is compiled; values of other types are kept, as
//! [`DynamicResource`]s.
//!
//! The derived types are serde types like any other, and read and write through serde_json alone, too; other formats that describe
//! themselves work, with numbers as exact as that format's parser has them. What [`json`]'s functions add is said there.
//!
//! # Features
//!
//! | Feature | Default | What |
//! |---|---|---|
//! | `derive` | yes | the derives |
//! | `graph` | yes | the module `graph` |
//! | `csdl` | | `csdl`: types as CSDL XML and JSON, compared with a service's `$metadata` |
//! | `geo` | | `Edm.Geography*` and `Edm.Geometry*`, as GeoJSON |
//! | `futures` | | collections as a `futures` stream |
//! | `bigdecimal`, `chrono`, `jiff`, `rust_decimal`, `time`, `uuid` | | conversions from and to those crates' types |
//!
//! Rust 1.88 or newer. There is no `unsafe` code, and no input makes reading panic.

// The expansion names the runtime by its crate name, here as anywhere.
extern crate self as odata_core;

// In order: a folder imports only from those above it (`tests/tests/layers.rs` holds the list).
mod codec;
#[cfg(feature = "csdl")]
pub mod csdl;
pub mod dynamic;
pub mod edm;
pub mod enumeration;
mod error;
#[cfg(feature = "graph")]
pub mod graph;
pub mod json;
pub mod links;
pub mod model;
pub mod options;
pub mod patch;
pub mod payload;
pub mod protocol;
mod raw;
mod runtime;
mod session;
pub mod validate;

pub use codec::raw_json::RawJson;
pub use dynamic::{
    annotations::Annotations, control::ControlInformation, properties::DynamicProperties,
    resource::DynamicResource,
};
pub use enumeration::{flags::Flags, odata_enum::ODataEnum};
pub use error::{Error, ErrorKind};
pub use links::entity_set::EntitySet;
pub use model::{odata_resource::ODataResource, odata_type::ODataType};
#[cfg(feature = "derive")]
pub use odata_derive::{ODataEnum, ODataResource};
pub use options::{ReadOptions, WriteOptions};
pub use patch::Patchable;
pub use payload::{
    collection::Collection,
    delta::Delta,
    entity_reference::EntityReference,
    navigation::{Nav, collection::NavCollection},
    odata_error::ODataError,
};
pub use protocol::{media_type::MetadataLevel, version::Version};
pub use validate::{
    Validate,
    violation::{Violation, Violations},
};

/// What the derives' expansion calls, and the only place that it reaches. Not public: it changes with the derive in any release.
#[doc(hidden)]
pub mod __private {
    pub use std::{boxed::Box, string::String, vec::Vec};

    pub use serde;

    pub use crate::{
        Annotations, ControlInformation, DynamicProperties, DynamicResource, Error, Flags,
        ODataEnum, ODataResource, ODataType, Patchable, Validate,
        dynamic::bag_field::BagField,
        edm::Primitive,
        enumeration::ODataFlags,
        model::{
            Property, StructuredType, TypeRef, property::property_flag, structured_type::type_flag,
        },
        validate,
    };

    /// Model rules that are constants which fail to evaluate.
    pub mod assert {
        pub use crate::model::assert::{
            assert_kind, assert_one_bag, assert_one_key, assert_open, assert_width,
            fail_redeclared, redeclared,
        };
    }

    /// How one value is read and written.
    pub mod codec {
        pub use crate::codec::{
            ReadAs, WriteAs,
            collection::Items,
            generic_number::GenericNumber,
            nullable::{NonNull, Nullable},
            number::{Number, NumberFormat},
            serde_codec::Serde,
            text::{BorrowedStr, Text},
            wrapper::{Boxed, CaseInsensitive},
        };
    }

    /// Reading.
    pub mod de {
        pub use crate::{
            codec::seed::{read_field, read_required},
            runtime::{
                de::{
                    BagsMut, ReadResource,
                    builder::{BuildPlan, Builder, FromParts, InPlace, StrategyOf, build_base},
                    hierarchy::{
                        ReadHierarchy, ReadVariant, TaggedInput, Variant, accepts, no_variant,
                        read_hierarchy, read_nested, variant_index::VariantIndex,
                        variant_types::VariantTypes,
                    },
                    members::{read_resource, reject_abstract, skip_value},
                    seen::Seen,
                },
                slot::Slot,
            },
        };
    }

    /// Enumerations.
    pub mod enumeration {
        pub use crate::enumeration::{
            UnknownMember,
            enum_members::{EnumMembers, UNKNOWN_MEMBER, UnknownText},
            enum_type::{EnumType, Member},
            odata_enum::{parse, write},
            read::read,
        };
    }

    /// Navigation properties.
    pub mod navigation {
        pub use crate::runtime::navigation::read_member;
    }

    /// PATCH types.
    pub mod patch {
        pub use crate::patch::{PatchedBase, change::*};
    }

    /// Writing.
    pub mod ser {
        pub use crate::runtime::ser::{
            Bags, Members, WriteResource, WriteVariant,
            level::{BaseAccess, ChainLevel, DerivedFrom, NoBase, Root},
            write_navigation, write_nothing, write_property, write_resource,
        };
    }

    /// Accepts any name: for a property whose type does not define its own name.
    pub const fn any_type(_: &str) -> bool {
        true
    }
}
