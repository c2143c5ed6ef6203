//! What one call carries beyond what serde passes along.

pub(crate) mod inherited;
pub(crate) mod scope;
