//! A service's model as a document: CSDL, the common schema definition language.
//!
//! [`Model`] collects the descriptions of derived types and writes them as CSDL XML or JSON, the content of `$metadata`. [`Metadata`] reads the
//! `$metadata` of a service, and [`Model::compare`] returns the differences. In a test, write
//! [`assert_matches_metadata!`](crate::assert_matches_metadata), which fails when the model of the service changes.
//!
//! The crate `odata-csdl` reads and writes the documents.
//!
//! ```
//! use odata_core::{ODataResource, Version, csdl::{Metadata, Model}};
//!
//! #[derive(ODataResource)]
//! #[odata(namespace = "shop")]
//! struct Order {
//!     #[odata(key)]
//!     id: i32,
//!     note: Option<String>,
//! }
//!
//! let model = Model::new().with::<Order>();
//! assert_eq!(model.to_xml(Version::V401)?, r#"<?xml version="1.0" encoding="UTF-8"?>
//! <edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.01">
//!   <edmx:DataServices>
//!     <Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="shop">
//!       <EntityType Name="order">
//!         <Key>
//!           <PropertyRef Name="id"/>
//!         </Key>
//!         <Property Name="id" Type="Edm.Int32" Nullable="false"/>
//!         <Property Name="note" Type="Edm.String" Nullable="true"/>
//!       </EntityType>
//!     </Schema>
//!   </edmx:DataServices>
//! </edmx:Edmx>
//! "#);
//!
//! let service = Metadata::from_json(r#"{"$Version": "4.01", "shop": {"order": {"$Kind": "EntityType", "$Key": ["id"],
//!     "id": {"$Type": "Edm.Int64"}, "note": {"$Nullable": true}, "placed": {"$Type": "Edm.Date"}}}}"#)?;
//! let differences: Vec<_> = model.compare(&service).iter().map(ToString::to_string).collect();
//! assert_eq!(differences, [
//!     "shop.order/id: type is Edm.Int32 here, Edm.Int64 in the metadata",
//!     "shop.order/placed: only in the metadata",
//! ]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Source: OData CSDL XML Representation 4.01, OData CSDL JSON Representation 4.01.

pub(crate) mod additions;
pub(crate) mod advice;
pub(crate) mod assertion;
pub(crate) mod check;
pub(crate) mod compare;
pub(crate) mod compare_container;
pub(crate) mod compare_key;
pub(crate) mod compare_navigation;
pub(crate) mod compare_operation;
pub(crate) mod compare_property;
pub(crate) mod container;
pub(crate) mod details;
pub(crate) mod difference;
pub(crate) mod document;
pub(crate) mod entity_sets;
pub(crate) mod metadata;
pub(crate) mod model;
pub(crate) mod model_type;
pub(crate) mod operation;
pub(crate) mod property;
pub(crate) mod prose;
pub(crate) mod report;
pub(crate) mod types;
pub(crate) mod undefined_types;

pub use odata_csdl;

pub use crate::csdl::{
    check::InvalidModel,
    details::Details,
    difference::{Aspect, Difference},
    metadata::{InvalidMetadata, Metadata},
    model::Model,
    model_type::ModelType,
    operation::{Operation, OperationValue},
};
