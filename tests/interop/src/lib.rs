//! Models for the comparison with other implementations of OData: [`own`] uses everything that CSDL has, [`anything`] the abstract built-in
//! types, which some tools do not have, and [`graph`] the types of `odata_core::graph`; [`documents`] has odd metadata of which types are
//! generated. `README.md` lists the peers.

pub mod anything;
pub mod bodies;
pub mod documents;
pub mod facets;
pub mod graph;
pub mod judge;
pub mod own;
