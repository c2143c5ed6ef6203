//! `Edm.ComplexType` and `Edm.EntityType`: the built-in abstract types.

use std::ops::{Deref, DerefMut};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{
    codec::property_type::property_type,
    dynamic::resource::DynamicResource,
    error::ErrorKind,
    model::ODataType,
    options::UnknownPolicy,
    session::{new_mismatch, read_policy},
    validate::Validate,
};

macro_rules! any_resource {
    ($($(#[$doc:meta])* $name:ident: $edm:literal,)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
        pub struct $name(pub DynamicResource);

        impl ODataType for $name {
            const NAME: &'static str = $edm;
            const IS_STRUCTURED: bool = true;

            fn accepts(name: &str) -> bool {
                crate::edm::primitive::Primitive::from_name(name).is_none()
            }
        }

        property_type! { [] $name, }

        impl Validate for $name {}

        impl Deref for $name {
            type Target = DynamicResource;

            fn deref(&self) -> &DynamicResource {
                &self.0
            }
        }

        impl DerefMut for $name {
            fn deref_mut(&mut self) -> &mut DynamicResource {
                &mut self.0
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let resource = DynamicResource::deserialize(deserializer)?;
                // The rule of every abstract type: the options accept or reject a value without a type.
                if resource.type_name().is_none() && read_policy().unknown_types == UnknownPolicy::Error {
                    return Err(new_mismatch(
                        ErrorKind::MissingType,
                        concat!("`", $edm, "` is abstract and the value has no type tag; expected `@odata.type`"),
                        "a type tag",
                        "no type tag",
                    ));
                }
                Ok($name(resource))
            }
        }
    )*};
}

any_resource! {
    /// A value of `Edm.ComplexType`: a value of any complex type, which its type tag names.
    ///
    /// ```
    /// use odata_core::dynamic::AnyComplex;
    ///
    /// let any: AnyComplex = odata_core::json::from_str(r##"{"@odata.type":"#shop.price","amount":1.50}"##)?;
    /// assert_eq!(any.type_name(), Some("shop.price"));
    /// # Ok::<(), odata_core::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// A value without a type tag is an error if the options reject unknown types.
    ///
    /// Source: CSDL 4.01 §3.4; JSON 4.01 §4.5.3.
    AnyComplex: "Edm.ComplexType",
    /// A value of `Edm.EntityType`: a value of any entity type, which its type tag names.
    ///
    /// # Errors
    ///
    /// The errors of [`AnyComplex`].
    AnyEntity: "Edm.EntityType",
}
