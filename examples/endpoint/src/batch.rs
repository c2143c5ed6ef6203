//! Applies changes to the database, many in one transaction.

use odata_core::json;
use redb::{Database, ReadableTable, TableDefinition, WriteTransaction};
use tokio::sync::{mpsc, oneshot};

use crate::{BoxError, record::Record};

/// The records, in the order of their arrival.
pub(crate) const RECORDS: TableDefinition<'_, u64, &[u8]> = TableDefinition::new("records");
/// The number of a record by its id.
pub(crate) const NUMBERS: TableDefinition<'_, &str, u64> = TableDefinition::new("numbers");
/// The numbers of the records without an outcome.
pub(crate) const OPEN: TableDefinition<'_, u64, ()> = TableDefinition::new("open");

/// A change of a record; `false` leaves it unchanged.
pub(crate) type Change = Box<dyn FnOnce(&mut Record) -> bool + Send>;

/// A change to the journal, made in a transaction.
pub(crate) enum Job {
    /// Insert a record with a new id.
    Insert(Box<Record>),
    /// Change the record with this id.
    Change(String, Change),
}

/// The record after a job, and whether the job changed it. There is no record if the id is unknown.
pub(crate) type Done = (Option<Record>, bool);

/// A job, and the sender for its result.
pub(crate) type Entry = (Job, oneshot::Sender<Result<Done, String>>);

/// The number of jobs in one transaction.
const MAX_JOBS: usize = 512;

/// Runs jobs until the journal is dropped. A transaction waits for the disk, so all jobs that arrived during the last one share the next.
pub(crate) fn run(database: &Database, mut jobs: mpsc::Receiver<Entry>) {
    let mut batch = Vec::new();
    while jobs.blocking_recv_many(&mut batch, MAX_JOBS) > 0 {
        let (jobs, senders): (Vec<Job>, Vec<_>) = batch.drain(..).unzip();
        match commit(database, jobs) {
            Ok(results) => {
                for (sender, result) in senders.into_iter().zip(results) {
                    // The receiver is gone if its connection was closed.
                    let _ = sender.send(Ok(result));
                }
            }
            Err(error) => {
                tracing::error!("the journal cannot be written: {error}");
                for sender in senders {
                    let _ = sender.send(Err(error.to_string()));
                }
            }
        }
    }
}

/// Applies all jobs, or none.
fn commit(database: &Database, jobs: Vec<Job>) -> Result<Vec<Done>, BoxError> {
    let transaction = database.begin_write()?;
    let mut results = Vec::with_capacity(jobs.len());
    for job in jobs {
        results.push(match job {
            Job::Insert(record) => insert(&transaction, *record)?,
            Job::Change(id, change) => apply(&transaction, &id, change)?,
        });
    }
    transaction.commit()?;
    Ok(results)
}

fn insert(transaction: &WriteTransaction, record: Record) -> Result<Done, BoxError> {
    let mut numbers = transaction.open_table(NUMBERS)?;
    let mut records = transaction.open_table(RECORDS)?;
    let known = numbers.get(&*record.id)?.map(|number| number.value());
    if let Some(number) = known {
        return Ok((load(&records, number)?, false));
    }
    let number = records.last()?.map_or(0, |(last, _)| last.value() + 1);
    numbers.insert(&*record.id, number)?;
    records.insert(number, &*json::to_vec(&record)?)?;
    transaction.open_table(OPEN)?.insert(number, ())?;
    Ok((Some(record), true))
}

fn apply(transaction: &WriteTransaction, id: &str, change: Change) -> Result<Done, BoxError> {
    let numbers = transaction.open_table(NUMBERS)?;
    let mut records = transaction.open_table(RECORDS)?;
    let Some(number) = numbers.get(id)?.map(|number| number.value()) else {
        return Ok((None, false));
    };
    let Some(mut record) = load(&records, number)? else {
        return Ok((None, false));
    };
    let is_changed = change(&mut record);
    if is_changed {
        records.insert(number, &*json::to_vec(&record)?)?;
        if record.outcome.is_some() {
            transaction.open_table(OPEN)?.remove(number)?;
        }
    }
    Ok((Some(record), is_changed))
}

/// Reads a record.
pub(crate) fn load(
    records: &impl ReadableTable<u64, &'static [u8]>,
    number: u64,
) -> Result<Option<Record>, BoxError> {
    match records.get(number)? {
        Some(bytes) => Ok(Some(json::from_slice(bytes.value())?)),
        None => Ok(None),
    }
}
