//! Reading of the parameters of an action.

use serde::Deserialize;

use crate::{
    error::Error,
    json::{from_slice_with, from_str_with},
    options::ReadOptions,
    protocol::version::Version,
    validate::Validate,
};

/// Reads the parameters of an action: one object with a member for each (JSON format 4.01, section 18).
///
/// The parameters are a struct like any other; `odata-codegen` makes one of each action. What makes reading them different is that
/// in 4.01 the body of an action without parameters, or with optional ones only, may be empty. It is then read as `{}`.
///
/// ```
/// use odata_core::{ODataResource, ReadOptions, Version, json};
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
/// assert!(json::parameters_from_slice::<Restock>(b"", &ReadOptions::server()).is_err());
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// # Errors
/// As [`from_slice_with`]; so also where the body is empty and a parameter is required, or the version is 4.0.
pub fn parameters_from_slice<'de, T: Deserialize<'de> + Validate>(
    bytes: &'de [u8],
    options: &ReadOptions,
) -> Result<T, Error> {
    if bytes.is_empty() && options.policy().version >= Version::V401 {
        return from_str_with("{}", options);
    }
    from_slice_with(bytes, options)
}
