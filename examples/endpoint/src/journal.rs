//! The journal: everything that must survive a crash.

use std::{fmt, path::Path, sync::Arc, thread};

use redb::{Database, ReadableTable};
use tokio::sync::{mpsc, oneshot};

use crate::{
    BoxError,
    batch::{self, Entry, Job, NUMBERS, OPEN, RECORDS, load},
    record::Record,
};

/// A journal in a file. Each function that changes it returns when the change is on the disk.
#[derive(Clone)]
pub struct Journal {
    database: Arc<Database>,
    jobs: mpsc::Sender<Entry>,
}

/// The error of a journal that cannot be read or written.
#[derive(Debug)]
pub struct JournalError(String);

/// The result of [`Journal::insert`].
#[derive(Debug)]
pub enum Inserted {
    /// The callout is new.
    New,
    /// The journal has a record with this id.
    Known(Box<Record>),
}

/// The maximum number of queued changes. If the queue is full, callers wait, so that a slow disk cannot fill the memory.
const QUEUE: usize = 1024;

/// The bytes of the file that are held in memory. The default of the database is a gigabyte.
const CACHE: usize = 32 << 20;

impl Journal {
    /// Opens the journal, or creates it.
    ///
    /// # Errors
    /// If the file cannot be opened, another process has it open, or it is not a journal.
    pub fn open(path: &Path) -> Result<Self, BoxError> {
        let database = Database::builder().set_cache_size(CACHE).create(path)?;
        let database = Arc::new(database);
        let transaction = database.begin_write()?;
        transaction.open_table(RECORDS)?;
        transaction.open_table(NUMBERS)?;
        transaction.open_table(OPEN)?;
        transaction.commit()?;
        let (jobs, receiver) = mpsc::channel(QUEUE);
        let writer = Arc::clone(&database);
        thread::Builder::new()
            .name("journal".to_owned())
            .spawn(move || batch::run(&writer, receiver))?;
        Ok(Journal { database, jobs })
    }

    /// Adds a record, unless its id is known.
    ///
    /// # Errors
    /// If the journal cannot be written.
    pub async fn insert(&self, record: Record) -> Result<Inserted, JournalError> {
        match self.run(Job::Insert(Box::new(record))).await? {
            (Some(known), false) => Ok(Inserted::Known(Box::new(known))),
            _ => Ok(Inserted::New),
        }
    }

    /// Changes a record, unless the function returns `false`. Returns the record afterwards, or `None` if the id is unknown.
    ///
    /// # Errors
    /// If the journal cannot be written.
    pub async fn change(
        &self,
        id: &str,
        change: impl FnOnce(&mut Record) -> bool + Send + 'static,
    ) -> Result<Option<Record>, JournalError> {
        let (record, _) = self
            .run(Job::Change(id.to_owned(), Box::new(change)))
            .await?;
        Ok(record)
    }

    /// Returns the record with this id.
    ///
    /// # Errors
    /// If the journal cannot be read.
    pub fn get(&self, id: &str) -> Result<Option<Record>, JournalError> {
        let read = || -> Result<_, BoxError> {
            let transaction = self.database.begin_read()?;
            let number = transaction.open_table(NUMBERS)?.get(id)?;
            let records = transaction.open_table(RECORDS)?;
            number.map_or(Ok(None), |number| load(&records, number.value()))
        };
        read().map_err(JournalError::from_display)
    }

    /// Returns the ids of the records without an outcome, oldest first.
    ///
    /// # Errors
    /// If the journal cannot be read.
    pub fn open_ids(&self) -> Result<Vec<String>, JournalError> {
        let read = || -> Result<_, BoxError> {
            let transaction = self.database.begin_read()?;
            let records = transaction.open_table(RECORDS)?;
            let mut ids = Vec::new();
            for entry in transaction.open_table(OPEN)?.iter()? {
                let (number, ()) = (entry?.0.value(), ());
                ids.extend(load(&records, number)?.map(|record| record.id));
            }
            Ok(ids)
        };
        read().map_err(JournalError::from_display)
    }

    /// Returns up to `limit` records, the last ones first.
    ///
    /// # Errors
    /// If the journal cannot be read.
    pub fn last(&self, limit: usize) -> Result<Vec<Record>, JournalError> {
        self.newest(limit).map_err(JournalError::from_display)
    }

    fn newest(&self, limit: usize) -> Result<Vec<Record>, BoxError> {
        let transaction = self.database.begin_read()?;
        let records = transaction.open_table(RECORDS)?;
        let newest = records.iter()?.rev().take(limit);
        newest
            .map(|entry| Ok(odata_core::json::from_slice(entry?.1.value())?))
            .collect()
    }

    async fn run(&self, job: Job) -> Result<batch::Done, JournalError> {
        let ended = || JournalError("the journal has ended".to_owned());
        let (sender, receiver) = oneshot::channel();
        self.jobs.send((job, sender)).await.map_err(|_| ended())?;
        receiver.await.map_err(|_| ended())?.map_err(JournalError)
    }
}

impl JournalError {
    fn from_display(error: impl fmt::Display) -> Self {
        JournalError(error.to_string())
    }
}

impl fmt::Display for JournalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "journal: {}", self.0)
    }
}

impl std::error::Error for JournalError {}

impl fmt::Debug for Journal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Journal").finish_non_exhaustive()
    }
}
