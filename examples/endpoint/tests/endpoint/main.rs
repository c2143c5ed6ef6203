//! The endpoint over real sockets, against the mocks of the demo.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod browser;
mod flow;
mod kill;
mod limits;
mod outage;
mod page;
mod support;
mod tokens;
