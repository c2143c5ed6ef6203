//! From a value to its base part, and on to any level of its chain.

use std::{
    any::{Any, TypeId},
    marker::PhantomData,
};

use serde::ser::SerializeMap;

use crate::{
    model::{
        odata_resource::ODataResource, odata_type::ODataType, structured_type::StructuredType,
    },
    runtime::ser::{Members, WriteResource},
};

/// The place of `T` in its chain.
pub trait ChainLevel<T: ?Sized> {
    /// What is above.
    type Base: WriteResource;
    /// The base part of a value.
    fn base(of: &T) -> Option<&Self::Base>;
    /// [`base`](Self::base), to change it.
    fn base_mut(of: &mut T) -> Option<&mut Self::Base>;
}

/// At the top.
#[derive(Debug)]
pub struct Root;

impl<T: ?Sized> ChainLevel<T> for Root {
    type Base = NoBase;

    fn base(_: &T) -> Option<&NoBase> {
        None
    }

    fn base_mut(_: &mut T) -> Option<&mut NoBase> {
        None
    }
}

/// Below `B`.
#[derive(Debug)]
pub struct DerivedFrom<B>(PhantomData<B>);

impl<B: WriteResource, T: AsRef<B> + AsMut<B> + ?Sized> ChainLevel<T> for DerivedFrom<B> {
    type Base = B;

    fn base(of: &T) -> Option<&B> {
        Some(of.as_ref())
    }

    fn base_mut(of: &mut T) -> Option<&mut B> {
        Some(of.as_mut())
    }
}

/// The base of a type without one; there is no value of it.
#[derive(Debug)]
pub enum NoBase {}

impl ODataType for NoBase {
    const NAME: &'static str = "";
}

impl ODataResource for NoBase {
    const TYPE: &'static StructuredType = &StructuredType::new("", "", None, 0, &[]);
}

impl WriteResource for NoBase {
    type Level = Root;

    fn fields<M: SerializeMap>(&self, _: &mut Members<M>) {}
}

/// The levels of a chain, by type: a hierarchy's way to its base, however many levels are between.
pub trait BaseAccess {
    /// The level of that type.
    fn part(&self, id: TypeId) -> Option<&dyn Any>;
    /// The level of that type.
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
