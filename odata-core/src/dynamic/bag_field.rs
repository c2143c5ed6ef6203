//! The types of the fields that are not properties.

use crate::dynamic::resource::DynamicResource;

/// The type of a field with `#[odata(dynamic_properties)]`, `annotations`, `control`, `etag` or `id`, or of an `other` variant.
///
/// Only `Bag` itself implements it. The trait exists for its error message at a field of another type.
#[diagnostic::on_unimplemented(
    message = "this field must have the type `{Bag}`, not `{Self}`",
    label = "write `{Bag}`"
)]
pub trait BagField<Bag>: Sized {
    /// Returns the bag.
    fn as_bag(&self) -> &Bag;
    /// Returns the bag, to fill it.
    fn as_bag_mut(&mut self) -> &mut Bag;
    /// Returns the field with this bag.
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

/// An `other` variant may be boxed.
#[diagnostic::do_not_recommend]
impl BagField<DynamicResource> for Box<DynamicResource> {
    #[inline]
    fn as_bag(&self) -> &DynamicResource {
        self
    }

    #[inline]
    fn as_bag_mut(&mut self) -> &mut DynamicResource {
        self
    }

    #[inline]
    fn from_bag(bag: DynamicResource) -> Self {
        Box::new(bag)
    }
}
