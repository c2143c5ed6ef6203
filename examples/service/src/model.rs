//! The types of the service.

use odata_core::{
    ControlInformation, EntitySet, ODataResource,
    csdl::Model,
    edm::{Date, Decimal},
};

/// The set of products.
pub const PRODUCTS: EntitySet<'static> = EntitySet::of::<Product>("Products");

/// A product of the shop.
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop", name = "Product", patch)]
pub struct Product {
    /// The context URL and the entity tag.
    #[odata(control)]
    pub control: ControlInformation,
    /// The number, which the creator of the product chooses.
    #[odata(key, immutable)]
    pub id: i32,
    /// The name that customers see.
    #[odata(validate(length(min = 1, max = 80)))]
    pub name: String,
    /// The description for customers.
    #[odata(validate(length(max = 2000)))]
    pub description: Option<String>,
    /// The price of one piece.
    pub price: Option<Decimal>,
    /// The number of pieces in stock.
    #[odata(validate(range(min = 0, max = 1_000_000)))]
    pub stock: i32,
    /// The first day of sale.
    pub released: Option<Date>,
}

/// Returns the model, for `$metadata`.
#[must_use]
pub fn model() -> Model {
    Model::new()
        .container("shop.Container")
        .entity_set::<Product>("Products")
}
