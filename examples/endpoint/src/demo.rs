//! The demo: the endpoint, with mocks of Entra and Microsoft Graph on loopback.

mod callouts;
mod folder;
mod graph;
mod issuer;
mod process;
mod script;
mod setup;

pub use crate::demo::{
    callouts::callout,
    folder::TemporaryFolder,
    graph::{Delivery, Fault, Graph},
    issuer::{AUDIENCE, CALLER, CLIENT, Issuer, unix_time},
    process::Process,
    script::run,
    setup::Mocks,
};
