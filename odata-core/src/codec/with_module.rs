//! The functions of the module in `with = my_module`. If a function has another signature, the compiler shows the notes of the trait here.

use serde::Deserializer;

/// A function that reads a value of type `T`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not read a value of type `{T}`",
    label = "expected a function that returns `Result<{T}, D::Error>`",
    note = "write `fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<{T}, D::Error>` in the module, with the type of the field"
)]
pub trait ReadFunction<'de, T, D: Deserializer<'de>> {
    /// Calls the function.
    ///
    /// # Errors
    /// The errors of the function.
    fn call(self, deserializer: D) -> Result<T, D::Error>;
}

#[diagnostic::do_not_recommend]
impl<'de, T, D: Deserializer<'de>, F: FnOnce(D) -> Result<T, D::Error>> ReadFunction<'de, T, D>
    for F
{
    #[inline]
    fn call(self, deserializer: D) -> Result<T, D::Error> {
        self(deserializer)
    }
}

/// Calls `deserialize` of the module.
///
/// # Errors
/// The errors of the function.
#[inline]
pub fn read_with<'de, T, D: Deserializer<'de>, F: ReadFunction<'de, T, D>>(
    function: F,
    deserializer: D,
) -> Result<T, D::Error> {
    function.call(deserializer)
}
