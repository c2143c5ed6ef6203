//! An OData service with one entity set, on `axum` and an embedded store. `README.md` has a request for each operation.
//!
//! - [`model`]: the types, and `$metadata`.
//! - [`store`]: the products, in a file.
//! - [`products`]: the operations on the entity set.
//! - [`documents`]: `$metadata` and the service document.
//! - [`router`]: the routes.

pub mod documents;
pub mod model;
pub mod options;
pub mod products;
pub mod request;
pub mod router;
pub mod store;

/// Any error.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;
