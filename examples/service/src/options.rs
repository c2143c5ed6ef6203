//! The query options of the entity set (URL Conventions 4.01 §5).

use std::collections::BTreeMap;

use axum::http::StatusCode;

use crate::request::{Handled, error};

/// The maximum number of products on a page.
pub const PAGE: usize = 20;

/// The query options that the service has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// `$top`.
    pub top: Option<usize>,
    /// `$skip`.
    pub skip: usize,
    /// `$count`.
    pub count: bool,
}

impl Options {
    /// Reads the options. Since version 4.01 the `$` is optional; other options without it are the client's own.
    ///
    /// # Errors
    /// 400 for an invalid value, 501 for an option that the service does not have.
    pub fn read(query: &BTreeMap<String, String>) -> Handled<Options> {
        let mut options = Options::default();
        for (name, value) in query {
            match name.strip_prefix('$').unwrap_or(name) {
                "top" => options.top = Some(number(name, value)?),
                "skip" => options.skip = number(name, value)?,
                "count" => options.count = flag(name, value)?,
                _ if name.starts_with('$') => {
                    return Err(error(
                        StatusCode::NOT_IMPLEMENTED,
                        "NotImplemented",
                        format!("The service has no `{name}`."),
                    ));
                }
                _ => {}
            }
        }
        Ok(options)
    }

    /// Returns the number of products on the page.
    #[must_use]
    pub fn limit(self) -> usize {
        self.top.unwrap_or(PAGE).min(PAGE)
    }

    /// Returns the options of the next page, or `None` if the client asked for no more.
    #[must_use]
    pub fn next(self) -> Option<Options> {
        let top = match self.top {
            Some(top) => Some(top.checked_sub(PAGE).filter(|rest| *rest > 0)?),
            None => None,
        };
        Some(Options {
            top,
            skip: self.skip + PAGE,
            ..self
        })
    }

    /// Returns the options as they are in a URL.
    #[must_use]
    pub fn query(self) -> String {
        let top = self.top.map(|top| format!("$top={top}"));
        let count = self.count.then(|| "$count=true".to_owned());
        let all = [Some(format!("$skip={}", self.skip)), top, count];
        all.into_iter().flatten().collect::<Vec<_>>().join("&")
    }
}

fn number(name: &str, value: &str) -> Handled<usize> {
    value
        .parse()
        .map_err(|_| invalid(name, "a number that is not negative"))
}

fn flag(name: &str, value: &str) -> Handled<bool> {
    value.parse().map_err(|_| invalid(name, "true or false"))
}

fn invalid(name: &str, expected: &str) -> odata_core::axum::ErrorResponse {
    error(
        StatusCode::BAD_REQUEST,
        "InvalidQueryOption",
        format!("`{name}` must be {expected}."),
    )
}
