//! Descriptions of the types, as constants.
//!
//! [`StructuredType`] describes a type that derives [`ODataResource`]; [`Property`] describes one of its properties.

pub(crate) mod any_parameter;
pub(crate) mod assert;
pub(crate) mod base_type;
pub(crate) mod define;
pub(crate) mod key;
pub(crate) mod names;
pub(crate) mod odata_resource;
pub(crate) mod odata_type;
pub(crate) mod property;
pub(crate) mod structured_type;
pub(crate) mod type_names;
pub(crate) mod type_ref;
pub(crate) mod variant_types;
pub(crate) mod versions;

pub use base_type::BaseResource;
pub use odata_type::{Kind, TypeKind};
#[doc(hidden)]
pub use property::OwnProperties;
pub use property::{NavigationField, Property};
pub use structured_type::StructuredType;
pub use type_names::TypeNames;
pub use type_ref::TypeRef;
pub use variant_types::Variant;

pub(crate) use crate::model::{
    base_type::{BaseOf, NoBase, ResolveBase, base_form},
    key::{KeyPart, key_parts, key_properties},
    odata_resource::ODataResource,
    odata_type::{ODataType, is_same_name},
    property::property_flag,
    structured_type::{MAX_PROPERTIES, described, type_flag},
    variant_types::VariantTypes,
    versions::unversioned,
};
