//! Actions and functions.

use odata_csdl::{self as csdl, TypeReference};

use crate::{
    csdl::property::{facets, property},
    model::{ODataResource, ODataType, define::Define},
};

/// The Rust type of a parameter or a result: `T`, `Option<T>`, `Vec<T>`, `Vec<Option<T>>` or `Option<Vec<T>>`, where `T` is an OData type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the type of a parameter or a result",
    label = "not an OData type",
    note = "for a type of your own, add `#[derive(ODataResource)]` to a struct or `#[derive(ODataEnum)]` to an enum",
    note = "an operation without a result has no `returns`",
    note = "for a type of another crate or an unsigned number, write the Rust type that `odata_core::attributes` names under \"I have X, write Y\""
)]
pub trait OperationValue {
    #[doc(hidden)]
    fn reference() -> TypeReference;
    #[doc(hidden)]
    fn define(model: &mut dyn Define);
}

// Hidden, because the page of every type would show it.
#[doc(hidden)]
#[diagnostic::do_not_recommend]
impl<T: ODataType> OperationValue for T {
    fn reference() -> TypeReference {
        TypeReference {
            name: T::NAME.to_owned(),
            nullable: Some(false),
            facets: facets(T::NAME),
            ..TypeReference::default()
        }
    }

    fn define(model: &mut dyn Define) {
        T::define(model);
    }
}

impl<T: OperationValue> OperationValue for Option<T> {
    fn reference() -> TypeReference {
        let reference = T::reference();
        TypeReference {
            // A collection is never null.
            nullable: reference
                .nullable
                .map(|own| own || !reference.is_collection),
            ..reference
        }
    }

    fn define(model: &mut dyn Define) {
        T::define(model);
    }
}

impl<T: OperationValue> OperationValue for Vec<T> {
    fn reference() -> TypeReference {
        TypeReference {
            is_collection: true,
            ..T::reference()
        }
    }

    fn define(model: &mut dyn Define) {
        T::define(model);
    }
}

/// An action or a function, for [`Model::with_operation`](crate::csdl::Model::with_operation).
///
/// ```
/// use odata_core::{ODataResource, Version, csdl::{Model, Operation}};
///
/// #[derive(ODataResource)]
/// #[odata(namespace = "shop")]
/// struct Order {
///     #[odata(key)]
///     id: i32,
/// }
///
/// /// The body of the action.
/// #[derive(ODataResource)]
/// #[odata(namespace = "shop")]
/// struct Ship {
///     carrier: String,
/// }
///
/// let model = Model::new()
///     .container("shop.Container")
///     .entity_set::<Order>("Orders")
///     .with_operation(Operation::action("shop.ship").bound_to::<Order>("order").parameters::<Ship>())
///     .with_operation(
///         Operation::function("shop.latest")
///             .parameter::<i32>("count")
///             .returns::<Vec<Order>>()
///             .imported_into("latest", "Orders"),
///     );
/// let xml = model.to_xml(Version::V401)?;
/// assert!(xml.contains(r#"<Action Name="ship" IsBound="true">"#));
/// assert!(xml.contains(r#"<Parameter Name="carrier" Type="Edm.String" Nullable="false"/>"#));
/// assert!(xml.contains(r#"<FunctionImport Name="latest" Function="shop.latest" EntitySet="Orders"/>"#));
/// # Ok::<(), odata_core::csdl::InvalidModel>(())
/// ```
///
/// Source: CSDL 4.01 §12, §13.5, §13.6.
#[derive(Debug, Clone)]
pub struct Operation {
    /// The qualified name.
    pub(super) name: String,
    pub(super) own: csdl::Operation,
    /// The name of the import and the entity set of the result.
    pub(super) import: Option<(String, Option<String>)>,
    /// Functions that add the types of the parameters and the result to a model.
    pub(super) defines: Vec<fn(&mut dyn Define)>,
}

impl Operation {
    /// Creates an action with this qualified name, without parameters or a result.
    #[must_use]
    pub fn action(name: impl Into<String>) -> Operation {
        Operation::new(name.into(), true)
    }

    /// Creates a function with this qualified name, without parameters. It requires a result.
    #[must_use]
    pub fn function(name: impl Into<String>) -> Operation {
        Operation::new(name.into(), false)
    }

    fn new(name: String, is_action: bool) -> Operation {
        let unqualified = name.rsplit_once('.').map_or(name.as_str(), |(_, own)| own);
        Operation {
            own: csdl::Operation {
                name: unqualified.to_owned(),
                is_action,
                ..csdl::Operation::default()
            },
            name,
            import: None,
            defines: Vec::new(),
        }
    }

    /// Binds the operation to a type, whose values are the first parameter.
    #[must_use]
    pub fn bound_to<T: OperationValue>(mut self, parameter: impl Into<String>) -> Operation {
        self.own.is_bound = true;
        self = self.parameter::<T>(parameter);
        self.own.parameters.rotate_right(1);
        self
    }

    /// Adds a parameter.
    #[must_use]
    pub fn parameter<T: OperationValue>(mut self, name: impl Into<String>) -> Operation {
        self.own.parameters.push(csdl::Property {
            name: name.into(),
            ty: T::reference(),
            ..csdl::Property::default()
        });
        self.defines.push(T::define);
        self
    }

    /// Adds the properties of a type, such as the body of an action, as parameters. The type itself is not added to the model.
    #[must_use]
    pub fn parameters<T: ODataResource>(mut self) -> Operation {
        let properties = T::TYPE.properties();
        self.own
            .parameters
            .extend(properties.map(|it| csdl::Property {
                navigation: None,
                ..property(it)
            }));
        self.defines.push(|model| {
            for property in T::TYPE.properties() {
                (property.declared.define)(model);
            }
        });
        self
    }

    /// Sets the type of the result.
    #[must_use]
    pub fn returns<T: OperationValue>(mut self) -> Operation {
        self.own.returns = Some(T::reference());
        self.defines.push(T::define);
        self
    }

    /// Sets `EntitySetPath`: the path from the binding parameter to the entity set of the result.
    #[must_use]
    pub fn entity_set_path(mut self, path: impl Into<String>) -> Operation {
        self.own.entity_set_path = Some(path.into());
        self
    }

    /// Marks a function as composable (`IsComposable`): a URL may continue after the call.
    #[must_use]
    pub fn composable(mut self) -> Operation {
        self.own.is_composable = true;
        self
    }

    /// Adds an import to the container, under this name.
    #[must_use]
    pub fn imported(mut self, name: impl Into<String>) -> Operation {
        self.import = Some((name.into(), None));
        self
    }

    /// Adds an import to the container, under this name, whose result is in an entity set.
    #[must_use]
    pub fn imported_into(
        mut self,
        name: impl Into<String>,
        entity_set: impl Into<String>,
    ) -> Operation {
        self.import = Some((name.into(), Some(entity_set.into())));
        self
    }
}
