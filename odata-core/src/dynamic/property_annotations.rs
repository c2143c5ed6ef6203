//! A view of the annotations of one property.

use serde::Deserialize;

use crate::{codec::RawJson, dynamic::Annotations, error::Error};

/// The annotations of one property, a view of the [`Annotations`] of its resource.
///
/// ```
/// use odata_core::Annotations;
///
/// let mut annotations = Annotations::new();
/// annotations.insert("price@shop.currency", "EUR")?;
/// annotations.insert("price@shop.digits", &2)?;
/// let price = annotations.of("price");
/// assert_eq!(price.get::<String>("shop.currency")?.as_deref(), Some("EUR"));
/// assert_eq!(price.iter().map(|(term, _)| term).collect::<Vec<_>>(), ["shop.currency", "shop.digits"]);
/// # Ok::<(), odata_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct PropertyAnnotations<'a> {
    annotations: &'a Annotations,
    property: &'a str,
}

impl Annotations {
    /// Returns the annotations of a property: `of("note").get("ns.term")` is the value of `note@ns.term`.
    #[must_use]
    pub fn of<'a>(&'a self, property: &'a str) -> PropertyAnnotations<'a> {
        PropertyAnnotations {
            annotations: self,
            property,
        }
    }
}

impl<'a> PropertyAnnotations<'a> {
    /// Returns the value of the annotation with that term.
    ///
    /// # Errors
    ///
    /// The value is not a `T`.
    pub fn get<T: Deserialize<'a>>(&self, term: &str) -> Result<Option<T>, Error> {
        self.annotations.get(&self.name(term))
    }

    /// Returns the exact JSON of the annotation with that term.
    #[must_use]
    pub fn raw(&self, term: &str) -> Option<&'a RawJson> {
        self.annotations.raw(&self.name(term))
    }

    /// Iterates over the terms and the exact values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&'a str, &'a RawJson)> + use<'a> {
        let property = self.property;
        self.annotations.iter().filter_map(move |(name, value)| {
            let term = name.strip_prefix(property)?.strip_prefix('@')?;
            Some((term, value))
        })
    }

    fn name(&self, term: &str) -> String {
        format!("{}@{term}", self.property)
    }
}
