//! Rust types from the `$metadata` of an OData service.
//!
//! A service describes its types in CSDL, as XML or JSON. This crate reads the description and generates Rust with the derives of
//! `odata-core`: structs with their bases, enumerations that preserve unknown members, and enums over derived types. It is a library for
//! build scripts ([`Config`]) and a command of the same name.
//!
//! ```
//! let metadata = r#"
//!   <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
//!     <edmx:DataServices>
//!       <Schema Namespace="shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">
//!         <ComplexType Name="price">
//!           <Property Name="amount" Type="Edm.Decimal" Nullable="false"/>
//!           <Property Name="currencyCode" Type="Edm.String"/>
//!         </ComplexType>
//!       </Schema>
//!     </edmx:DataServices>
//!   </edmx:Edmx>"#;
//! let generated = odata_codegen::Config::new().metadata_text("shop.xml", metadata).generate()?;
//! assert!(generated.text().contains("pub struct Price {"));
//! assert!(generated.text().contains("pub currency_code: Option<String>,"));
//! # Ok::<(), odata_codegen::Error>(())
//! ```
//!
//! It does not generate clients (requests, authentication) or functions. [`Generated::diagnostics`] lists the parts of the metadata
//! for which nothing is generated.
//!
//! # From `$metadata` to a typed client in ten minutes
//!
#![doc = include_str!("../docs/ten-minutes.md")]

// The stages run in the order of the list in `tests/tests/layers.rs`, and import only from those above them.
mod diagnostic;
mod emit;
mod model;
mod options;
mod pipeline;
mod plan;
mod rules;
mod select;
mod source;

pub use diagnostic::{Diagnostic, Error, Position, Severity};
pub use options::{Config, Navigation, Nulls, Override, Versions};
pub use pipeline::{Generated, GeneratedKind, GeneratedType};
