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

mod annotation;
#[doc(hidden)]
pub mod check;
#[cfg(feature = "csdl")]
pub mod csdl;
mod dynamic;
pub mod edm;
#[doc(hidden)]
pub mod enumeration;
mod error;
mod flags;
#[cfg(feature = "graph")]
pub mod graph;
pub mod json;
mod keeps;
pub mod model;
mod named;
#[doc(hidden)]
pub mod read;
mod resource;
mod scope;
mod text;
#[doc(hidden)]
pub mod write;

#[cfg(feature = "derive")]
pub use odata_derive::{ODataEnum, ODataResource};

pub use annotation::Annotations;
pub use dynamic::{DynamicProperties, DynamicResource, Iter as MemberIter};
pub use enumeration::{ODataEnum, QualifiedMember, UnknownMember};
pub use error::{Error, ErrorKind};
pub use flags::{Flags, ODataFlags};
pub use json::{ReadOptions, WriteOptions};
pub use named::ODataType;
pub use resource::ODataResource;
pub use text::JsonText;

/// What the derives' expansion calls. Not public: it changes with the derive in any release.
#[doc(hidden)]
pub mod __private {
    pub use std::{boxed::Box, string::String, vec::Vec};

    pub use crate::{
        Annotations, ControlInformation, DynamicProperties, DynamicResource, Error, Flags,
        ODataEnum, ODataFlags, ODataResource, ODataType, Patchable, Validate, check,
        edm::Primitive,
        enumeration,
        keeps::Keeps,
        model::{Named, Property, StructuredType, flag, says},
        navigation::member,
        patch::change,
        read, validate, write,
    };

    /// For a property whose type says nothing of its own name.
    pub const fn any_type(_: &str) -> bool {
        true
    }

    pub use serde;
}

pub mod validate;

pub use validate::{Path, Validate, Violation, Violations};

mod annotation_filter;
pub mod headers;
mod media_type;
mod version;

pub use annotation_filter::{AnnotationFilter, InvalidAnnotationFilter};
pub use media_type::{InvalidMediaType, MediaType, MetadataLevel};
pub use version::{UnknownVersion, Version};

pub mod context;
mod entity_set;
mod key;
mod url;

pub use entity_set::EntitySet;
pub use key::{key_predicate, push_key_predicate};
pub use url::resolve_url;

mod control;
mod entity_reference;
mod error_body;
mod object;
mod service_document;

pub use control::{Control, ControlInformation, InvalidControlInformation, Operation};
pub use entity_reference::EntityReference;
pub use error_body::{ErrorDetail, InnerError, ODataError};
pub use service_document::{ServiceDocument, ServiceElement, ServiceElementKind};

pub mod navigation;
pub mod patch;

pub use navigation::{Nav, NavCollection, Related};
pub use patch::Patchable;

mod by_type;
mod collection;
mod delta;
mod envelope;
mod wrapped;

pub use collection::Collection;
pub use delta::{Delta, DeltaItem, DeltaLink, Reason, Removed};
pub use envelope::Envelope;
pub use wrapped::Wrapped;
