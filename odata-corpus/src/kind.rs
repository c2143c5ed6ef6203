//! Bodies other than one object of a declared type.

use odata_core::{
    Collection, Delta, EntityReference, Error, ODataError, Validate, payload::PropertyValue,
};
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    options::Options,
    outcome::{Named, Outcome, written},
};

/// Returns a collection. It is written with the next link of the options, if they have one.
pub fn collection<T>(body: &[u8], options: &Options) -> Outcome
where
    Collection<T>: DeserializeOwned + Serialize + Validate,
{
    let page: Result<Collection<T>, Error> = odata_core::json::from_slice_with(body, &options.read);
    match page {
        Ok(mut page) => {
            page.next_link = page.next_link.or_else(|| options.next_link.clone());
            written(&page, "", options)
        }
        Err(error) => error.into(),
    }
}

/// Returns the changes to a collection.
pub fn delta<T>(body: &[u8], options: &Options) -> Outcome
where
    Delta<T>: DeserializeOwned + Serialize + Validate,
{
    collection::<odata_core::payload::DeltaItem<T>>(body, options)
}

/// Returns a property whose value is not an object: the value is wrapped in one (JSON 4.01 §11).
pub fn property<T>(body: &[u8], options: &Options) -> Outcome
where
    PropertyValue<T>: DeserializeOwned + Serialize + Validate,
{
    match odata_core::json::from_slice_with::<PropertyValue<T>>(body, &options.read) {
        Ok(property) => written(&property, "", options),
        Err(error) => error.into(),
    }
}

/// Returns the parameters of an action: its whole body.
pub fn parameters<T>(body: &[u8], options: &Options) -> Outcome
where
    T: DeserializeOwned + Serialize + Validate + Named,
{
    match odata_core::json::parameters_from_slice::<T>(body, &options.read) {
        Ok(parameters) => written(&parameters, parameters.type_name(), options),
        Err(error) => error.into(),
    }
}

/// Returns a reference to an entity.
pub fn reference(body: &[u8], options: &Options) -> Outcome {
    match odata_core::json::from_slice_with::<EntityReference>(body, &options.read) {
        Ok(reference) => written(&reference, "", options),
        Err(error) => error.into(),
    }
}

/// Returns an error body. Strict options require the members that the protocol requires.
pub fn error(body: &[u8], strict: bool, options: &Options) -> Outcome {
    let read: ODataError = match odata_core::json::from_slice_with(body, &options.read) {
        Ok(read) => read,
        Err(error) => return error.into(),
    };
    match read.conforms() {
        Err(violations) if strict => Error::from(violations).into(),
        _ => written(&read, "", options),
    }
}
