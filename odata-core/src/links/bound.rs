//! Singletons and bound operations: the other parts of a service that URLs name.

use crate::{links::entity_type::EntityType, model::ODataType};

/// A singleton: one entity with a name of its own (CSDL 4.01 §13.3).
///
/// ```
/// use odata_core::{ODataResource, links::Singleton};
///
/// #[derive(ODataResource)]
/// #[odata(namespace = "shop", kind = entity)]
/// struct Customer {
///     name: Option<String>,
/// }
///
/// const ME: Singleton<'static> = Singleton::of::<Customer>("Me");
/// assert_eq!((ME.url(), ME.type_name()), ("Me", "shop.customer"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Singleton<'a> {
    url: &'a str,
    type_name: &'static str,
}

impl<'a> Singleton<'a> {
    /// Returns the singleton of `T` at that URL.
    #[must_use]
    pub const fn of<T: EntityType>(url: &'a str) -> Self {
        let type_name = T::NAME;
        Self { url, type_name }
    }

    /// Returns the URL, which is the name of the singleton if it is relative to the root of the service.
    #[must_use]
    pub const fn url(&self) -> &'a str {
        self.url
    }

    /// Returns the qualified name of the declared type.
    #[must_use]
    pub const fn type_name(&self) -> &'static str {
        self.type_name
    }
}

/// An action or a function that is bound to a resource: its qualified name is appended to the URL of the resource (CSDL 4.01 §12.5).
///
/// ```
/// use odata_core::{ODataResource, links::BoundOperation};
///
/// #[derive(ODataResource)]
/// #[odata(namespace = "shop", kind = entity)]
/// struct Order {
///     note: Option<String>,
/// }
///
/// const PAY: BoundOperation = BoundOperation::action::<Order>("shop.pay");
/// assert_eq!(format!("Orders(7)/{}", PAY.name()), "Orders(7)/shop.pay");
/// assert!(PAY.is_action() && !PAY.is_on_collection());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BoundOperation {
    name: &'static str,
    type_name: &'static str,
    is_action: bool,
    is_on_collection: bool,
}

impl BoundOperation {
    /// Returns the action with this qualified name that is bound to a `T`.
    #[must_use]
    pub const fn action<T: ODataType + ?Sized>(name: &'static str) -> Self {
        Self {
            name,
            type_name: T::NAME,
            is_action: true,
            is_on_collection: false,
        }
    }

    /// Returns the function with this qualified name that is bound to a `T`.
    #[must_use]
    pub const fn function<T: ODataType + ?Sized>(name: &'static str) -> Self {
        let is_action = false;
        Self {
            is_action,
            ..Self::action::<T>(name)
        }
    }

    /// Returns the operation, bound to a collection instead of to a single value.
    #[must_use]
    pub const fn on_collection(self) -> Self {
        let is_on_collection = true;
        Self {
            is_on_collection,
            ..self
        }
    }

    /// Returns the qualified name, which is a segment of URLs.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the qualified name of the type that it is bound to.
    #[must_use]
    pub const fn type_name(&self) -> &'static str {
        self.type_name
    }

    /// Returns whether the operation is an action and not a function.
    #[must_use]
    pub const fn is_action(&self) -> bool {
        self.is_action
    }

    /// Returns whether the operation is bound to a collection.
    #[must_use]
    pub const fn is_on_collection(&self) -> bool {
        self.is_on_collection
    }
}
