//! What all emission reads.

use crate::{model::Model, options::Config, plan::Plan, select::Selection};

#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) model: &'a Model,
    pub(crate) selection: &'a Selection,
    pub(crate) plan: &'a Plan,
    pub(crate) config: &'a Config,
}
