//! Actions and functions (CSDL XML 4.01 §12).

use super::report::Report;

pub(super) fn check(report: &mut Report<'_>) {
    for operation in report.model.operations.iter().map(|entry| &entry.operation) {
        if operation.is_bound && operation.parameters.is_empty() {
            let message = format!(
                "the bound operation `{}` has no parameter: declare the binding parameter",
                operation.name
            );
            report.violation("operation-binding", operation.location, message);
        }
        if !operation.is_action && operation.returns.is_none() {
            let message = format!(
                "the function `{}` has no return type: declare one",
                operation.name
            );
            report.violation("function-returns", operation.location, message);
        }
    }
}
