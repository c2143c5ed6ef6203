//! Query options.

use std::fmt;

use crate::{links::key::percent_encode, model::ODataResource};

/// The query options of a URL: a builder. Values are percent-encoded.
///
/// ```
/// use odata_core::http::Query;
///
/// let query = Query::new().filter("name eq 'Müller & Co'").order_by("name desc").count();
/// assert_eq!(
///     query.append_to("Customers?api-version=2"),
///     "Customers?api-version=2&$filter=name%20eq%20%27M%C3%BCller%20%26%20Co%27&$orderby=name%20desc&$count=true",
/// );
/// assert_eq!(Query::new().append_to("Customers"), "Customers");
/// ```
///
/// Source: URL Conventions 4.01 §5.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query(String);

impl Query {
    /// Creates a query without options.
    #[must_use]
    pub const fn new() -> Self {
        Query(String::new())
    }

    /// Adds `$select` with the properties of `T`, without its navigation properties. A struct with a part of an entity's properties then
    /// receives no more than it declares.
    #[must_use]
    pub fn select<T: ODataResource>(self) -> Self {
        let properties = T::TYPE.properties().filter(|it| !it.is_navigation());
        let names: Vec<&str> = properties.map(|it| it.name()).collect();
        self.with("$select", &names.join(","))
    }

    /// Adds `$filter`.
    #[must_use]
    pub fn filter(self, expression: &str) -> Self {
        self.with("$filter", expression)
    }

    /// Adds `$expand`, such as `items($select=id,total),customer`.
    #[must_use]
    pub fn expand(self, items: &str) -> Self {
        self.with("$expand", items)
    }

    /// Adds `$orderby`, such as `name,total desc`.
    #[must_use]
    pub fn order_by(self, items: &str) -> Self {
        self.with("$orderby", items)
    }

    /// Adds `$top`.
    #[must_use]
    pub fn top(self, items: u64) -> Self {
        self.with("$top", &items.to_string())
    }

    /// Adds `$count=true`: the first page has the number of all items.
    #[must_use]
    pub fn count(self) -> Self {
        self.with("$count", "true")
    }

    /// Adds any other option. The name is written as it is, the value is percent-encoded.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        if !self.0.is_empty() {
            self.0.push('&');
        }
        self.0.push_str(name);
        self.0.push('=');
        percent_encode(&mut self.0, value);
        self
    }

    /// Returns the URL with these options, after those that it has.
    #[must_use]
    pub fn append_to(&self, url: &str) -> String {
        let separator = match url.split_once('?') {
            _ if self.0.is_empty() => "",
            None => "?",
            Some((_, options)) if options.is_empty() || options.ends_with('&') => "",
            Some(_) => "&",
        };
        format!("{url}{separator}{self}")
    }
}

/// Writes the options, without a question mark.
impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
