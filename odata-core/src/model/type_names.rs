//! A sorted list of type names.

use crate::model::assert::hierarchy::assert_sorted;

/// The qualified names of the concrete types of a model, sorted, for the key
/// [`known`](crate::attributes#hierarchy-known) of many hierarchies.
///
/// A hierarchy checks in const evaluation that its list is sorted. With `known = MODEL_TYPES.names()` this is checked once, where the list
/// is made, rather than for each hierarchy: Microsoft Graph has 2,800 types and over 100 hierarchies.
///
/// ```
/// use odata_core::{DynamicResource, ODataResource, json, model::TypeNames};
///
/// static MODEL_TYPES: TypeNames = TypeNames::new(&["shop.book", "shop.customer"]);
///
/// #[derive(ODataResource)]
/// #[odata(namespace = "shop", abstract)]
/// struct Item {}
///
/// #[derive(ODataResource)]
/// #[odata(hierarchy = Item, known = MODEL_TYPES.names())]
/// enum AnyItem {
///     #[odata(other)]
///     Other(DynamicResource),
/// }
///
/// assert!(json::from_str::<AnyItem>(r##"{"@odata.type":"#shop.lamp"}"##).is_ok());
/// assert!(json::from_str::<AnyItem>(r##"{"@odata.type":"#shop.customer"}"##).is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TypeNames(&'static [&'static str]);

impl TypeNames {
    /// Creates the list from names in ascending order, byte by byte.
    ///
    /// # Panics
    /// If the names are not sorted, or two are the same. In a `static` or `const`, this is a compile error.
    #[must_use]
    #[track_caller]
    pub const fn new(sorted: &'static [&'static str]) -> TypeNames {
        assert_sorted(sorted);
        TypeNames(sorted)
    }

    /// Creates the list from names that `odata-codegen` has sorted.
    ///
    /// The compiler does not check the order. The check by [`new`](Self::new) takes a fifth of a second for each thousand names, in each
    /// compilation. If the names are not sorted, some are not found, and a hierarchy accepts a type that it should reject: write `new` for
    /// a list of your own.
    #[must_use]
    pub const fn from_sorted(sorted: &'static [&'static str]) -> TypeNames {
        TypeNames(sorted)
    }

    /// Returns the names.
    #[must_use]
    pub const fn names(&self) -> &'static [&'static str] {
        self.0
    }
}
