//! The products, in a file. A changed product has a new version, from which its entity tag is made.

use std::{path::Path, sync::Arc};

use odata_core::json;
use redb::{Database, ReadableTable, ReadableTableMetadata, TableDefinition};

use crate::{BoxError, model::Product};

/// The versions and the JSON of the products, by id.
const PRODUCTS: TableDefinition<'_, i32, (u64, &[u8])> = TableDefinition::new("products");

/// The last version that was given to a product. A version is never used twice, also if a product is deleted and created again.
const VERSIONS: TableDefinition<'_, (), u64> = TableDefinition::new("versions");

/// A product and its version.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored {
    /// The product.
    pub product: Product,
    /// The version.
    pub version: u64,
}

/// Some products, and whether there are more.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The products.
    pub products: Vec<Stored>,
    /// The number of all products.
    pub count: u64,
}

/// The result of a function that [`Store::change`] calls.
#[derive(Debug)]
pub enum Change {
    /// The product is replaced, or created.
    Put(Box<Product>),
    /// The product is deleted.
    Delete,
}

/// A store in a file.
#[derive(Clone)]
pub struct Store(Arc<Database>);

impl Store {
    /// Opens the store, or creates it.
    ///
    /// # Errors
    /// If the file cannot be opened, another process has it open, or it is not a store.
    pub fn open(path: &Path) -> Result<Self, BoxError> {
        let database = Database::create(path)?;
        let transaction = database.begin_write()?;
        transaction.open_table(PRODUCTS)?;
        transaction.open_table(VERSIONS)?;
        transaction.commit()?;
        Ok(Store(Arc::new(database)))
    }

    /// Returns `limit` products after the first `skip`, in the order of their ids.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn page(&self, skip: usize, limit: usize) -> Result<Page, BoxError> {
        let transaction = self.0.begin_read()?;
        let table = transaction.open_table(PRODUCTS)?;
        let mut products = Vec::new();
        for entry in table.iter()?.skip(skip).take(limit) {
            products.push(stored(entry?.1.value())?);
        }
        Ok(Page {
            products,
            count: table.len()?,
        })
    }

    /// Returns a product.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn get(&self, id: i32) -> Result<Option<Stored>, BoxError> {
        let transaction = self.0.begin_read()?;
        let table = transaction.open_table(PRODUCTS)?;
        let entry = table.get(id)?;
        entry.map(|it| stored(it.value())).transpose()
    }

    /// Changes a product in a transaction. `change` receives the stored product and returns what to do. Returns the new product, or the
    /// error of `change`.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn change<E>(
        &self,
        id: i32,
        change: impl FnOnce(Option<Stored>) -> Result<Change, E>,
    ) -> Result<Result<Option<Stored>, E>, BoxError> {
        let transaction = self.0.begin_write()?;
        let result = {
            let mut products = transaction.open_table(PRODUCTS)?;
            let mut versions = transaction.open_table(VERSIONS)?;
            let before = products.get(id)?.map(|it| stored(it.value())).transpose()?;
            match change(before) {
                Err(error) => return Ok(Err(error)),
                Ok(Change::Delete) => {
                    products.remove(id)?;
                    None
                }
                Ok(Change::Put(product)) => {
                    let version = versions.get(())?.map_or(1, |last| last.value() + 1);
                    versions.insert((), version)?;
                    products.insert(id, (version, json::to_vec(&*product)?.as_slice()))?;
                    Some(Stored {
                        product: *product,
                        version,
                    })
                }
            }
        };
        transaction.commit()?;
        Ok(Ok(result))
    }
}

fn stored((version, product): (u64, &[u8])) -> Result<Stored, BoxError> {
    Ok(Stored {
        product: json::from_slice(product)?,
        version,
    })
}
