//! The inputs, the engines that read and write them, and the rows that combine both.

#[macro_use]
mod properties;
mod derived;
pub(crate) mod engine;
mod flat;
mod flatten;
pub(crate) mod payload;
mod rng;
pub(crate) mod row;
mod sample;
mod typetag;
