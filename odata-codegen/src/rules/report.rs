//! The receiver of the violations that rules find.

use odata_csdl::Location;

use crate::{
    diagnostic::{Diagnostics, Severity},
    model::Model,
};

pub(crate) struct Report<'a> {
    pub(super) model: &'a Model,
    pub(super) severity: Severity,
    pub(super) diagnostics: &'a mut Diagnostics,
}

impl Report<'_> {
    pub(super) fn violation(
        &mut self,
        rule: &'static str,
        location: Location,
        message: impl Into<String>,
    ) {
        let sources = &self.model.sources;
        self.diagnostics
            .push(sources, self.severity, rule, location, message);
    }
}
