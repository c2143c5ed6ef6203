//! The levels of an inheritance chain.

use std::{
    any::{Any, TypeId},
    marker::PhantomData,
};

use crate::{
    model::{BaseOf, NoBase, base_form},
    runtime::ser::{WriteResource, members::WriteMembers},
};

/// The level of `T` in its inheritance chain.
pub trait ChainLevel<T: ?Sized> {
    /// The base type.
    type Base: WriteResource;
    /// Returns the base part of a value. Default: there is none.
    fn base(_: &T) -> Option<&Self::Base> {
        None
    }
    /// Returns the base part of a value, to change it. Default: there is none.
    fn base_mut(_: &mut T) -> Option<&mut Self::Base> {
        None
    }
}

/// The level of a type without a base.
#[derive(Debug)]
pub struct Root;

impl<T: ?Sized> ChainLevel<T> for Root {
    type Base = NoBase;
}

/// The level of a type that is derived from the base `R`.
#[derive(Debug)]
pub struct DerivedFrom<R>(PhantomData<R>);

macro_rules! derived_from_resource {
    ($($form:ident)*) => {$(
        impl<B: WriteResource, T: AsRef<B> + AsMut<B> + ?Sized> ChainLevel<T>
            for DerivedFrom<BaseOf<B, { base_form::$form }>>
        {
            type Base = B;

            fn base(of: &T) -> Option<&B> {
                Some(of.as_ref())
            }

            fn base_mut(of: &mut T) -> Option<&mut B> {
                Some(of.as_mut())
            }
        }
    )*};
}

derived_from_resource! { IN_PLACE FROM_PARTS OPEN }

impl<B, T: ?Sized> ChainLevel<T> for DerivedFrom<BaseOf<B, { base_form::NO_RESOURCE }>> {
    type Base = NoBase;
}

#[diagnostic::do_not_recommend]
impl WriteResource for NoBase {
    type Level = Root;

    fn fields<W: WriteMembers>(&self, _: &mut W) {}
}

/// Access to the levels of a chain by type, through which a hierarchy finds its base.
pub trait BaseAccess {
    /// Returns the level of this type.
    fn part(&self, id: TypeId) -> Option<&dyn Any>;
    /// Returns the level of this type, to change it.
    fn part_mut(&mut self, id: TypeId) -> Option<&mut dyn Any>;
}

impl<T: WriteResource + 'static> BaseAccess for T {
    fn part(&self, id: TypeId) -> Option<&dyn Any> {
        part(self, id)
    }

    fn part_mut(&mut self, id: TypeId) -> Option<&mut dyn Any> {
        part_mut(self, id)
    }
}

fn part<T: WriteResource + 'static>(value: &T, id: TypeId) -> Option<&dyn Any> {
    if id == TypeId::of::<T>() {
        return Some(value);
    }
    part(T::Level::base(value)?, id)
}

fn part_mut<T: WriteResource + 'static>(value: &mut T, id: TypeId) -> Option<&mut dyn Any> {
    if id == TypeId::of::<T>() {
        return Some(value);
    }
    part_mut(T::Level::base_mut(value)?, id)
}
