//! Reading of the parameters of an action.

use crate::{
    error::Error,
    json::{bounds::ReadJson, from_slice_with, from_str_with},
    options::{ReadOptions, UndeclaredPolicy},
    protocol::Version,
    session::{NestedPolicy, enter_parameters},
};

/// Reads the parameters of an action: an object with a member for each parameter.
///
/// Use it for the request body of an action. The parameters are a struct with `#[derive(ODataResource)]`, which `odata-codegen` generates.
/// Whatever the options are, a parameter is required if its field is not an `Option` or has `nullable = false`, and an unknown parameter is
/// an error, unless the struct is `open`. The options apply to the values of the parameters. In 4.01, the body of an action whose
/// parameters are all optional may be empty.
///
/// ```
/// use odata_core::{ErrorKind, ODataResource, ReadOptions, Version, json};
///
/// #[derive(Debug, Default, PartialEq, ODataResource)]
/// #[odata(namespace = "shop", write_type = "never")]
/// struct Restock {
///     amount: Option<i32>,
/// }
///
/// let v401 = ReadOptions::server().version(Version::V401);
/// let some: Restock = json::parameters_from_slice(br#"{"amount":3}"#, &v401)?;
/// assert_eq!(some.amount, Some(3));
/// let none: Restock = json::parameters_from_slice(b"", &v401)?;
/// assert_eq!(none.amount, None);
///
/// let error = json::parameters_from_slice::<Restock>(br#"{"amuont":3}"#, &ReadOptions::client()).unwrap_err();
/// assert_eq!((error.kind(), error.pointer()), (ErrorKind::Undeclared, "/amuont"));
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// # Errors
///
/// The errors of [`from_slice_with`], a missing required parameter, an unknown parameter, and an empty body in 4.0.
///
/// Source: JSON 4.01 §18.
pub fn parameters_from_slice<'de, T: ReadJson<'de>>(
    bytes: &'de [u8],
    options: &ReadOptions,
) -> Result<T, Error> {
    let policy = options.policy();
    let _parameters = enter_parameters(NestedPolicy {
        require_all: policy.require_all,
        undeclared: policy.undeclared,
    });
    let options = options
        .clone()
        .require_all(true)
        .undeclared(UndeclaredPolicy::Error);
    if bytes.is_empty() && policy.version >= Version::V401 {
        return from_str_with("{}", &options);
    }
    from_slice_with(bytes, &options)
}
