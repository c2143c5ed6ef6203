//! One difference between a model and the metadata of a service.

use std::{borrow::Cow, fmt};

use crate::error::text_enum;

text_enum! {
    /// The subject of a [`Difference`].
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum Aspect {
        /// The type, property or member itself, which one side does not have.
        Presence = "presence",
        /// Entity type, complex type, enumeration or type definition.
        Kind = "kind",
        /// The base type.
        Base = "base type",
        /// Whether the type is abstract.
        Abstract = "abstract",
        /// Whether the type is open, declared or inherited.
        Open = "open",
        /// The properties of the key, in their order.
        Key = "key",
        /// The declared type of a property, collections included.
        Type = "type",
        /// Whether a value, or an item of a collection, may be null.
        Nullable = "nullable",
        /// Whether the property is a navigation property.
        Navigation = "navigation",
        /// The underlying type of an enumeration.
        Underlying = "underlying type",
        /// Whether members can be combined.
        Flags = "flags",
        /// The value of a member.
        Value = "value",
        /// The maximum length.
        MaxLength = "maximum length",
        /// The digits of a decimal, or the fraction digits of a second.
        Precision = "precision",
        /// The fraction digits of a decimal.
        Scale = "scale",
        /// The name of the entity container.
        Container = "container",
        /// The entity set that a navigation property leads to.
        Binding = "binding",
        /// The navigation property in the opposite direction.
        Partner = "partner",
        /// Whether the related entities are contained.
        Containment = "containment",
        /// The properties that are equal to properties of the related entity.
        Constraint = "referential constraint",
        /// The action on related entities when the declaring one is deleted.
        OnDelete = "action on delete",
        /// The types that `Validation.DerivedTypeConstraint` allows.
        DerivedTypes = "derived types",
        /// Whether the entities have a media stream.
        Stream = "media stream",
        /// The type that an action or function is bound to.
        BindingParameter = "binding parameter",
        /// Whether the result of a function can be queried further.
        Composable = "composable",
        /// The entity set of the result of an action or function.
        EntitySet = "entity set of the result",
        /// A difference that is declared as deliberate, and does not exist.
        Deliberate = "deliberate",
    }

    fn word;
}

/// A difference between a [`Model`](super::Model) and the [`Metadata`](super::Metadata) of a service.
///
/// [`Display`](fmt::Display) writes it in one line.
///
/// ```
/// use odata_core::{ODataResource, csdl::{Aspect, Metadata, Model}};
///
/// #[derive(ODataResource)]
/// #[odata(namespace = "shop")]
/// struct Price {
///     amount: Option<f64>,
/// }
///
/// let service = Metadata::from_json(
///     r#"{"$Version": "4.01", "shop": {"price": {"$Kind": "ComplexType", "amount": {"$Type": "Edm.Decimal", "$Nullable": true}}}}"#,
/// )?;
/// let found = Model::new().with::<Price>().compare(&service);
/// let [difference] = found.as_slice() else { unreachable!() };
/// assert_eq!((difference.target(), difference.aspect()), ("shop.price/amount", Aspect::Type));
/// assert_eq!((difference.rust_value(), difference.metadata_value()), (Some("Edm.Double"), Some("Edm.Decimal")));
/// assert_eq!(difference.to_string(), "shop.price/amount: type is Edm.Double here, Edm.Decimal in the metadata");
/// # Ok::<(), odata_core::csdl::InvalidMetadata>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub(super) target: String,
    pub(super) aspect: Aspect,
    pub(super) rust_value: Option<Cow<'static, str>>,
    pub(super) metadata_value: Option<Cow<'static, str>>,
    pub(super) advice: String,
}

impl Difference {
    /// Returns the target path: the qualified name of a type, followed by `/` and a name for a property or member (CSDL 4.01 §15.4).
    #[must_use]
    pub fn target(&self) -> &str {
        &self.target
    }

    /// Returns the aspect that differs.
    #[must_use]
    pub fn aspect(&self) -> Aspect {
        self.aspect
    }

    /// Returns the value of the Rust type, such as `true` or `Collection(Edm.String)`, or `present` for [`Aspect::Presence`]. `None` where
    /// there is no value.
    #[must_use]
    pub fn rust_value(&self) -> Option<&str> {
        self.rust_value.as_deref()
    }

    /// Returns the value of the metadata. `None` where there is no value.
    #[must_use]
    pub fn metadata_value(&self) -> Option<&str> {
        self.metadata_value.as_deref()
    }

    /// Returns what to write in Rust to agree with the metadata.
    ///
    /// ```
    /// use odata_core::{ODataResource, csdl::{Metadata, Model}};
    ///
    /// #[derive(ODataResource)]
    /// #[odata(namespace = "shop")]
    /// struct Price {
    ///     amount: Option<f64>,
    /// }
    ///
    /// let service = Metadata::from_json(r#"{"$Version": "4.01", "shop": {"price": {"$Kind": "ComplexType",
    ///     "amount": {"$Type": "Edm.Double", "$Nullable": true}, "soldBy": {"$Type": "shop.seller", "$Collection": true}}}}"#)?;
    /// let found = Model::new().with::<Price>().compare(&service);
    /// assert_eq!(found[0].advice(), "add `sold_by: Vec<Seller>`");
    /// # Ok::<(), odata_core::csdl::InvalidMetadata>(())
    /// ```
    #[must_use]
    pub fn advice(&self) -> &str {
        &self.advice
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Difference {
            target,
            aspect,
            rust_value,
            metadata_value,
            ..
        } = self;
        match (aspect, rust_value, metadata_value) {
            (Aspect::Deliberate, ..) => write!(f, "{target}: declared as different, but equal"),
            (Aspect::Presence, Some(_), _) => write!(f, "{target}: not in the metadata"),
            (Aspect::Presence, None, _) => write!(f, "{target}: only in the metadata"),
            _ => {
                let (rust_value, metadata_value) =
                    (rust_value.as_deref(), metadata_value.as_deref());
                write!(
                    f,
                    "{target}: {} is {} here, {} in the metadata",
                    aspect.word(),
                    rust_value.unwrap_or("none"),
                    metadata_value.unwrap_or("none")
                )
            }
        }
    }
}
