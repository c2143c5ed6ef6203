//! The input of all functions that emit code.

use odata_csdl::Location;

use crate::{
    diagnostic::{Diagnostics, Severity},
    model::Model,
    options::Config,
    plan::Plan,
    select::Selection,
};

#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) model: &'a Model,
    pub(crate) selection: &'a Selection,
    pub(crate) plan: &'a Plan,
    pub(crate) config: &'a Config,
}

impl Context<'_> {
    /// Reports a part of the metadata that the generated types do not express.
    pub(super) fn report_change(
        self,
        rule: &'static str,
        at: Location,
        message: String,
        diagnostics: &mut Diagnostics,
    ) {
        let sources = &self.model.sources;
        diagnostics.push(sources, Severity::Warning, rule, at, message);
    }

    /// Reports a part of the metadata for which nothing is generated.
    pub(super) fn report_unsupported(
        self,
        at: Location,
        message: String,
        diagnostics: &mut Diagnostics,
    ) {
        let sources = &self.model.sources;
        diagnostics.push(sources, Severity::Note, "unsupported", at, message);
    }
}
