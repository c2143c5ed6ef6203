//! One thing that is said here and otherwise in a service's metadata.

use std::{borrow::Cow, fmt};

/// What a [`Difference`] is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Aspect {
    /// The type, property or member itself: one side lacks it.
    Presence,
    /// Entity type, complex type, enumeration or type definition.
    Kind,
    /// The base type.
    Base,
    /// Whether there are instances of exactly this type.
    Abstract,
    /// Whether it is open, declared or inherited.
    Open,
    /// The properties of the key.
    Key,
    /// The declared type of a property, collections included.
    Type,
    /// Whether null is a value; of a collection, of an item.
    Nullable,
    /// Whether it is a navigation property.
    Navigation,
    /// The type of an enumeration's values.
    Underlying,
    /// Whether members combine.
    Flags,
    /// The value of a member.
    Value,
}

impl Aspect {
    fn word(self) -> &'static str {
        match self {
            Aspect::Presence => "presence",
            Aspect::Kind => "kind",
            Aspect::Base => "base type",
            Aspect::Abstract => "abstract",
            Aspect::Open => "open",
            Aspect::Key => "key",
            Aspect::Type => "type",
            Aspect::Nullable => "nullable",
            Aspect::Navigation => "navigation",
            Aspect::Underlying => "underlying type",
            Aspect::Flags => "flags",
            Aspect::Value => "value",
        }
    }
}

/// Something that a [`Model`](super::Model) and a service's [`Metadata`](super::Metadata) do not agree on.
///
/// [`Display`](fmt::Display) says all of it in a line.
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
/// assert_eq!((difference.here(), difference.there()), (Some("Edm.Double"), Some("Edm.Decimal")));
/// assert_eq!(difference.to_string(), "shop.price/amount: type is Edm.Double here, Edm.Decimal in the metadata");
/// # Ok::<(), odata_core::csdl::InvalidMetadata>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub(super) target: String,
    pub(super) aspect: Aspect,
    pub(super) here: Option<Cow<'static, str>>,
    pub(super) there: Option<Cow<'static, str>>,
}

impl Difference {
    /// A type's qualified name, or that, a slash, and the name of a property or member: a target path (CSDL 4.01, section 15.4).
    #[must_use]
    pub fn target(&self) -> &str {
        &self.target
    }

    /// What it is about.
    #[must_use]
    pub fn aspect(&self) -> Aspect {
        self.aspect
    }

    /// What the Rust type says: `true`, `Collection(Edm.String)`; of [`Aspect::Presence`], `present`. `None` where that is nothing.
    #[must_use]
    pub fn here(&self) -> Option<&str> {
        self.here.as_deref()
    }

    /// What the metadata says; `None` where that is nothing.
    #[must_use]
    pub fn there(&self) -> Option<&str> {
        self.there.as_deref()
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Difference {
            target,
            aspect,
            here,
            there,
        } = self;
        match (aspect, here, there) {
            (Aspect::Presence, Some(_), _) => write!(f, "{target}: not in the metadata"),
            (Aspect::Presence, None, _) => write!(f, "{target}: only in the metadata"),
            _ => {
                let (here, there) = (here.as_deref(), there.as_deref());
                write!(
                    f,
                    "{target}: {} is {} here, {} in the metadata",
                    aspect.word(),
                    here.unwrap_or("none"),
                    there.unwrap_or("none")
                )
            }
        }
    }
}
