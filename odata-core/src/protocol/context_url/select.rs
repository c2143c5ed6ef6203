//! The select list of a context URL.

/// A select list: the properties, annotations and operations that the payload contains.
///
/// [`ContextUrl::select`](crate::protocol::context_url::ContextUrl::select) returns it. Iterate over it for the items. An empty list `()`
/// after a navigation property means that it is expanded and none of its properties are selected.
///
/// ```
/// use odata_core::protocol::context_url::ContextUrl;
///
/// let url = ContextUrl::parse("$metadata#Employees(Name,DirectReports+(FirstName,LastName))");
/// let items: Vec<_> = url.select().into_iter().flatten().collect();
/// assert_eq!(items[0].path(), "Name");
/// assert!(items[0].nested().is_none());
/// assert!(items[1].is_recursive());
/// assert_eq!(items[1].nested().map(|nested| nested.into_iter().count()), Some(2));
/// ```
///
/// Source: Protocol 4.01 §10.7 and §10.9.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SelectList<'a>(&'a str);

impl<'a> SelectList<'a> {
    /// Parses `(...)`. Returns `None` if it is the key of an entity.
    pub(super) fn parse(parentheses: &'a str) -> Option<Self> {
        let inside = parentheses.strip_prefix('(')?.strip_suffix(')')?;
        // A key contains values. Their first characters, `'` and `=` do not occur in names.
        let mut starts_item = true;
        let mut is_list = !inside.contains(['\'', '=']);
        for c in inside.chars() {
            if starts_item {
                // `()` is an empty list, also in `+()`.
                is_list &= c.is_alphabetic() || matches!(c, '_' | '*' | '@' | '$' | '%' | ')');
            }
            starts_item = matches!(c, ',' | '(');
        }
        let ends_well = inside.is_empty() || !inside.ends_with([',', '(']);
        (is_list && ends_well).then_some(SelectList(inside))
    }

    /// Returns the text between the parentheses.
    #[must_use]
    pub const fn as_str(self) -> &'a str {
        self.0
    }

    /// Returns whether the list is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

impl<'a> IntoIterator for SelectList<'a> {
    type Item = SelectItem<'a>;
    type IntoIter = SelectItems<'a>;

    fn into_iter(self) -> SelectItems<'a> {
        SelectItems(self.0)
    }
}

/// The items of a [`SelectList`], in order.
#[derive(Debug, Clone)]
pub struct SelectItems<'a>(&'a str);

impl<'a> Iterator for SelectItems<'a> {
    type Item = SelectItem<'a>;

    fn next(&mut self) -> Option<SelectItem<'a>> {
        if self.0.is_empty() {
            return None;
        }
        let mut depth = 0_usize;
        let comma = self.0.find(|c| {
            match c {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            c == ',' && depth == 0
        });
        let (item, rest) = match comma.and_then(|at| self.0.split_at_checked(at)) {
            Some((item, rest)) => (item, rest.strip_prefix(',').unwrap_or(rest)),
            None => (self.0, ""),
        };
        self.0 = rest;
        Some(SelectItem(item))
    }
}

/// One item of a [`SelectList`]: `Name`, `Address/City`, `*`, `Orders(Id)`, `DirectReports+()`, `@core.description`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SelectItem<'a>(&'a str);

impl<'a> SelectItem<'a> {
    /// Returns the whole item.
    #[must_use]
    pub const fn as_str(self) -> &'a str {
        self.0
    }

    /// Returns the path of the property, annotation or operation, without its nested list. `*` means all structural properties, `NS.*` all
    /// operations of a namespace.
    #[must_use]
    pub fn path(self) -> &'a str {
        let path = self.0.split_once('(').map_or(self.0, |(path, _)| path);
        path.strip_suffix('+').unwrap_or(path)
    }

    /// Returns the select list of an expanded navigation property, or `None` if the item is not expanded.
    #[must_use]
    pub fn nested(self) -> Option<SelectList<'a>> {
        let (_, rest) = self.0.split_once('(')?;
        rest.strip_suffix(')').map(SelectList)
    }

    /// Returns whether the expansion is recursive (`$levels`): `DirectReports+()`.
    #[must_use]
    pub fn is_recursive(self) -> bool {
        self.0
            .split_once('(')
            .is_some_and(|(path, _)| path.ends_with('+'))
    }
}
