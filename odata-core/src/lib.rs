#![forbid(unsafe_code)]
//! The OData JSON wire form for plain Rust types.

// The expansion names the runtime by its crate name, here as anywhere.
extern crate self as odata_core;

mod annotation;
#[doc(hidden)]
pub mod check;
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
    pub use std::{boxed::Box, string::String};

    pub use crate::{
        Annotations, ControlInformation, DynamicProperties, DynamicResource, Flags, ODataEnum,
        ODataFlags, ODataResource, ODataType, Validate, check,
        edm::Primitive,
        enumeration,
        keeps::Keeps,
        model::{Kind, Property, StructuredType, bag, flag},
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
mod url;

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

mod by_type;
mod collection;
mod delta;
mod envelope;
mod wrapped;

pub use collection::Collection;
pub use delta::{Delta, DeltaItem, DeltaLink, Reason, Removed};
pub use envelope::Envelope;
pub use wrapped::Wrapped;
