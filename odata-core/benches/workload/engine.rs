//! What the engines have in common: they read an array of items and write it back.

use std::any::Any;

use super::payload::Input;

pub(crate) type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// One way of reading and writing a family of types.
pub(crate) trait Engine {
    type Items: 'static;

    fn read(input: &Input) -> Result<Self::Items>;

    /// Appends to the buffer.
    fn write(items: &Self::Items, buffer: &mut Vec<u8>) -> Result<()>;
}

/// An [`Engine`] with its types erased.
#[derive(Clone, Copy)]
pub(crate) struct Contender {
    pub(crate) name: &'static str,
    pub(crate) read: fn(&Input) -> Result<Box<dyn Any>>,
    pub(crate) write: fn(&dyn Any, &mut Vec<u8>) -> Result<()>,
}

impl Contender {
    pub(crate) fn new<E: Engine>(name: &'static str) -> Self {
        Self {
            name,
            read: |input| Ok(Box::new(E::read(input)?)),
            write: |items, buffer| {
                let items = items
                    .downcast_ref::<E::Items>()
                    .ok_or("these items are another engine's")?;
                E::write(items, buffer)
            },
        }
    }
}
