//! The requests that Microsoft Graph received.

use std::{
    collections::{HashMap, hash_map::DefaultHasher},
    hash::{Hash, Hasher},
};

use endpoint::{
    BoxError,
    demo::{Delivery, Graph},
};

/// The deliveries of each request, by its number.
#[derive(Default)]
pub(crate) struct Ledger {
    entries: HashMap<u64, Entry>,
    /// The number of accepted deliveries.
    pub(crate) accepted: u64,
}

struct Entry {
    /// The hash of the body. The soak test sends millions of bodies, too many to keep.
    body: u64,
    attempts: u32,
    accepted: u32,
}

impl Ledger {
    /// Takes the new deliveries.
    ///
    /// # Errors
    /// If two deliveries of a request have different bodies.
    pub(crate) fn update(&mut self, graph: &Graph) -> Result<(), BoxError> {
        for delivery in graph.take_deliveries() {
            self.add(&delivery)?;
        }
        Ok(())
    }

    fn add(&mut self, delivery: &Delivery) -> Result<(), BoxError> {
        let body = hash(&delivery.body);
        let digits = delivery.request_id.rsplit('-').next().unwrap_or_default();
        let number = u64::from_str_radix(digits, 16)?;
        let entry = self.entries.entry(number).or_insert(Entry {
            body,
            attempts: 0,
            accepted: 0,
        });
        if entry.body != body {
            return Err(
                format!("request {number} has two answers; one is {}", delivery.body).into(),
            );
        }
        entry.attempts += 1;
        if delivery.status == 204 {
            entry.accepted += 1;
            self.accepted += 1;
        }
        Ok(())
    }

    /// Returns how often Graph accepted the answer to a request.
    pub(crate) fn accepted(&self, number: u64) -> u32 {
        self.entries.get(&number).map_or(0, |it| it.accepted)
    }

    /// Returns whether the answer to a request is this one.
    pub(crate) fn has_body(&self, number: u64, body: &str) -> bool {
        self.entries
            .get(&number)
            .is_some_and(|it| it.body == hash(body))
    }

    /// Returns the number of requests whose answer was accepted more than once, and the number of all attempts.
    pub(crate) fn repetitions(&self) -> (usize, u32) {
        let repeated = self.entries.values().filter(|it| it.accepted > 1).count();
        (repeated, self.entries.values().map(|it| it.attempts).sum())
    }
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
