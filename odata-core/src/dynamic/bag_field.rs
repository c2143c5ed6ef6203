//! The fields of a resource that are no properties have types of their own.

/// The type of a field with `#[odata(dynamic_properties)]`, `annotations`, `control`, `etag` or `id`, or of an `other` variant: a trait
/// so that any other type is refused at the field, in words.
#[diagnostic::on_unimplemented(
    message = "this field must have the type `{Bag}`, not `{Self}`",
    label = "write `{Bag}`"
)]
pub trait BagField<Bag>: Sized {
    /// Itself.
    fn as_bag(&self) -> &Bag;
    /// Itself.
    fn as_bag_mut(&mut self) -> &mut Bag;
    /// Itself.
    fn from_bag(bag: Bag) -> Self;
}

impl<Bag> BagField<Bag> for Bag {
    #[inline]
    fn as_bag(&self) -> &Bag {
        self
    }

    #[inline]
    fn as_bag_mut(&mut self) -> &mut Bag {
        self
    }

    #[inline]
    fn from_bag(bag: Bag) -> Self {
        bag
    }
}
