//! Actions and functions (CSDL XML §12).

use super::Report;
use crate::model::Model;

pub(super) fn check(model: &Model, report: &mut Report<'_>) {
    for operation in model
        .documents
        .iter()
        .flat_map(|document| &document.schemas)
        .flat_map(|schema| &schema.operations)
    {
        if operation.bound && operation.parameters.is_empty() {
            report.broken(
                "operation-binding",
                operation.at,
                format!(
                    "`{}` is bound, so its first parameter is what it is bound to; it has none",
                    operation.name
                ),
            );
        }
        if !operation.action && operation.returns.is_none() {
            report.broken(
                "function-returns",
                operation.at,
                format!("the function `{}` returns nothing", operation.name),
            );
        }
    }
}
