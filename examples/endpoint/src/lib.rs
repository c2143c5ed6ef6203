//! A complete endpoint for the custom extensions of Microsoft Entra's access packages.
//!
//! When somebody requests an access package, Entra calls `POST /callout` and waits. The endpoint checks the [caller], reads the
//! [callout], writes a [record] of it to the [journal] and responds. Afterwards it [decides](policy) and [delivers](delivery) the decision
//! to Microsoft Graph. An operator sees all requests on a [page] and decides those that the policy leaves open.
//!
//! Each step is in the journal before the next one starts, so a crash loses nothing: a started endpoint continues where the last one ended.
//!
//! ```text
//! POST /callout ─→ caller ─→ callout ─→ journal ─→ 200
//!                                          │
//!                              policy or operator ─→ journal ─→ delivery ─→ POST .../resume ─→ journal
//! ```

pub mod caller;
pub mod callout;
pub mod delivery;
pub mod demo;
pub mod journal;
pub mod listener;
pub mod page;
pub mod policy;
pub mod program;
pub mod record;
pub mod retry;
pub mod server;
pub mod settings;
pub mod token_source;

mod batch;
mod key_set;
mod worker;

pub use crate::{policy::Policy, server::Endpoint, settings::Settings};

/// An error that only people read.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;
