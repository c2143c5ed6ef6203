//! The parts of a property's definition that its Rust type does not express.

use odata_csdl::{self as csdl, Annotation, Facets, Navigation, ReferentialConstraint};

/// The parts of a property's definition that its Rust type does not express, for [`Model::with_details`](super::Model::with_details).
///
/// ```
/// use odata_core::csdl::Details;
///
/// let customer = Details::new().partner("orders").constraint("customerId", "id");
/// let lines = Details::new().contains_target().on_delete("Cascade");
/// # let _ = (customer, lines);
/// ```
///
/// Source: CSDL 4.01 §7.2 (facets), §8.4 to §8.6 (navigation properties).
#[derive(Debug, Clone, Default)]
pub struct Details {
    pub(super) navigation: Navigation,
    pub(super) facets: Facets,
    annotations: Vec<Annotation>,
}

impl Details {
    /// Creates empty details.
    #[must_use]
    pub fn new() -> Details {
        Details::default()
    }

    /// Sets `Partner`: the path of the navigation property in the opposite direction.
    #[must_use]
    pub fn partner(mut self, path: impl Into<String>) -> Details {
        self.navigation.partner = Some(path.into());
        self
    }

    /// Sets `ContainsTarget`: the related entities are contained in the declaring one.
    #[must_use]
    pub fn contains_target(mut self) -> Details {
        self.navigation.contains_target = true;
        self
    }

    /// Adds a `ReferentialConstraint`: `property` equals the property `referenced` of the related entity.
    #[must_use]
    pub fn constraint(
        mut self,
        property: impl Into<String>,
        referenced: impl Into<String>,
    ) -> Details {
        self.navigation.constraints.push(ReferentialConstraint {
            property: property.into(),
            referenced_property: referenced.into(),
        });
        self
    }

    /// Sets `OnDelete`, the action on the related entities when the declaring one is deleted: `Cascade`, `None`, `SetNull` or `SetDefault`.
    #[must_use]
    pub fn on_delete(mut self, action: impl Into<String>) -> Details {
        self.navigation.on_delete = Some(action.into());
        self
    }

    /// Sets the maximum length of a text, stream or binary value.
    #[must_use]
    pub fn max_length(mut self, length: u32) -> Details {
        self.facets.max_length = Some(length.to_string());
        self
    }

    /// Sets the maximum number of digits of a decimal, or of fraction digits of a second.
    #[must_use]
    pub fn precision(mut self, digits: u32) -> Details {
        self.facets.precision = Some(digits.to_string());
        self
    }

    /// Sets the maximum number of fraction digits of a decimal.
    #[must_use]
    pub fn scale(mut self, digits: u32) -> Details {
        self.facets.scale = Some(digits.to_string());
        self
    }

    /// Adds an annotation: a term with its value. [`Model::with_schema`](crate::csdl::Model::with_schema) adds those of types and of the
    /// container.
    ///
    /// ```
    /// use odata_core::{ODataResource, Version, csdl::{Details, Model, odata_csdl::{Annotation, Expression}}};
    ///
    /// #[derive(ODataResource)]
    /// #[odata(namespace = "shop")]
    /// struct Order {
    ///     #[odata(key)]
    ///     id: i32,
    ///     total: Option<f64>,
    /// }
    ///
    /// let iso = Annotation {
    ///     term: "Org.OData.Measures.V1.ISOCurrency".to_owned(),
    ///     qualifier: None,
    ///     value: Expression::Path("currency".to_owned()),
    ///     annotations: Vec::new(),
    /// };
    /// let xml = Model::new()
    ///     .with::<Order>()
    ///     .with_details("shop.order/total", Details::new().annotation(iso))
    ///     .to_xml(Version::V401)?;
    /// assert!(xml.contains(r#"<Annotation Term="Org.OData.Measures.V1.ISOCurrency" Path="currency"/>"#));
    /// # Ok::<(), odata_core::csdl::InvalidModel>(())
    /// ```
    #[must_use]
    pub fn annotation(mut self, annotation: Annotation) -> Details {
        self.annotations.push(annotation);
        self
    }

    /// Returns whether only a navigation property has these details.
    pub(super) fn is_of_navigation(&self) -> bool {
        let own = &self.navigation;
        own.contains_target
            || own.partner.is_some()
            || own.on_delete.is_some()
            || !own.constraints.is_empty()
    }

    pub(super) fn merge(&mut self, other: Details) {
        merge_navigation(&mut self.navigation, &other.navigation);
        merge_facets(&mut self.facets, &other.facets);
        self.annotations.extend(other.annotations);
    }

    pub(super) fn apply(&self, property: &mut csdl::Property) {
        if let Some(navigation) = &mut property.navigation {
            merge_navigation(navigation, &self.navigation);
        }
        merge_facets(&mut property.ty.facets, &self.facets);
        property
            .annotations
            .extend(self.annotations.iter().cloned());
    }
}

fn merge_navigation(navigation: &mut Navigation, other: &Navigation) {
    navigation.contains_target |= other.contains_target;
    replace(&mut navigation.partner, &other.partner);
    replace(&mut navigation.on_delete, &other.on_delete);
    navigation
        .constraints
        .extend(other.constraints.iter().cloned());
}

pub(super) fn merge_facets(facets: &mut Facets, other: &Facets) {
    replace(&mut facets.max_length, &other.max_length);
    replace(&mut facets.precision, &other.precision);
    replace(&mut facets.scale, &other.scale);
}

fn replace(own: &mut Option<String>, other: &Option<String>) {
    if other.is_some() {
        own.clone_from(other);
    }
}
