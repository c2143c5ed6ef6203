//! The function of `default = path`. The compiler shows the note of its trait if the function has another signature.

/// A function that returns a value of type `T`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not return the default of a property of type `{T}`",
    label = "expected `fn() -> {T}`",
    note = "write `fn() -> {T}`: a function without parameters that returns the type of the field"
)]
pub trait DefaultFunction<T> {
    /// Calls the function.
    fn call(self) -> T;
}

#[diagnostic::do_not_recommend]
impl<T, F: FnOnce() -> T> DefaultFunction<T> for F {
    #[inline]
    fn call(self) -> T {
        self()
    }
}

/// Returns the result of the function.
#[inline]
pub fn default_from<T, F: DefaultFunction<T>>(function: F) -> T {
    function.call()
}
