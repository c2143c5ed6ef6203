//! A client of an OData service, for `users` of Microsoft Graph. It sends requests with reqwest.
//!
//! - [`service`]: requests with retries, pages as a stream, changes with entity tags, batches.
//! - [`sync`]: a copy of a collection that is brought up to date with a delta link, also after a restart.
//! - [`model`]: the types. [`mock`]: the service of the demo and the tests. [`demo`]: the steps of the demo.

pub mod demo;
pub mod mock;
pub mod model;
pub mod service;
pub mod sync;

/// An error that only people read.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;
