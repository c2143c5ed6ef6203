//! Bodies and values that the protocol defines.
//!
//! | Body or value | Type |
//! |---|---|
//! | a collection, or a page of one | [`Collection`](crate::Collection); the members beside its items are an [`Envelope`] |
//! | the changes to a collection | [`Delta`](crate::Delta), a collection of [`DeltaItem`]s: entities, [`Removed`] ones (with a [`Reason`]), [`DeltaLink`]s |
//! | a primitive property, or the result of an operation | [`PropertyValue`] |
//! | a reference to an entity | [`EntityReference`] |
//! | a navigation property | [`Nav`], [`NavCollection`] with [`EntityOrReference`] items |
//! | an error response | [`ODataError`](crate::ODataError), with [`ErrorDetail`]s and an [`InnerError`] |
//! | a service document | [`ServiceDocument`], with [`ServiceElement`]s of a [`ServiceElementKind`] |
//!
//! The body with a single entity or complex value has no type here: read it as its own type. For the parameters of an action, see
//! [`json::parameters_from_slice`](crate::json::parameters_from_slice).

pub(crate) mod collection;
mod content_type;
pub(crate) mod delta;
pub(crate) mod entity_reference;
pub(crate) mod envelope;
pub(crate) mod navigation;
pub(crate) mod odata_error;
pub(crate) mod property_value;
pub(crate) mod protocol_object;
pub(crate) mod service_document;

pub use delta::{
    DeltaItem,
    link::DeltaLink,
    removed::{Reason, Removed},
};
pub use envelope::Envelope;
pub use navigation::EntityOrReference;
pub use odata_error::{detail::ErrorDetail, inner_error::InnerError};
pub use property_value::PropertyValue;
pub use service_document::{
    ServiceDocument,
    element::{ServiceElement, ServiceElementKind},
};

pub(crate) use crate::payload::{
    entity_reference::EntityReference,
    envelope::{VALUE, annotated_type::ContentType, builder::EnvelopeBuilder},
    navigation::{Nav, NavCollection},
};
