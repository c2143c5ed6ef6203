//! The bodies and values that the protocol itself defines.

pub(crate) mod collection;
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
pub use odata_error::{detail::ErrorDetail, inner::InnerError};
pub use property_value::PropertyValue;
pub use service_document::{
    ServiceDocument,
    element::{ServiceElement, ServiceElementKind},
};
