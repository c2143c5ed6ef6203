//! The interface of the engines: each reads an array of items and writes it back.

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
    /// The name of the contender that this one is compared with.
    pub(crate) yardstick: &'static str,
    pub(crate) read: fn(&Input) -> Result<Box<dyn Any>>,
    pub(crate) write: fn(&dyn Any, &mut Vec<u8>) -> Result<()>,
}

impl Contender {
    /// Compared with `flat`.
    pub(crate) fn new<E: Engine>(name: &'static str) -> Self {
        Self {
            name,
            yardstick: "flat",
            read: |input| Ok(Box::new(E::read(input)?)),
            write: |items, buffer| {
                let items = items
                    .downcast_ref::<E::Items>()
                    .ok_or("the items are of another engine")?;
                E::write(items, buffer)
            },
        }
    }

    /// Compared with that contender, which reads through the same functions of serde_json.
    pub(crate) fn against(self, yardstick: &'static str) -> Self {
        Self { yardstick, ..self }
    }
}
