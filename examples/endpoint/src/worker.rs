//! Decides and delivers requests after their callouts were answered.

use std::{sync::Arc, time::Duration};

use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore, mpsc},
    task::JoinSet,
    time::{sleep, timeout},
};

use crate::{
    batch::Change,
    delivery::{Attempt, Sender},
    journal::{Journal, JournalError},
    policy::{Answer, Policy},
    record::{Decision, Record, Verdict},
    retry,
    settings::Limits,
};

/// The state that all requests share.
pub(crate) struct Worker {
    pub(crate) journal: Journal,
    pub(crate) policy: Box<dyn Policy>,
    pub(crate) sender: Sender,
    pub(crate) source: String,
    pub(crate) limits: Limits,
    pub(crate) deliveries: Semaphore,
    pub(crate) slots: Arc<Semaphore>,
    pub(crate) queue: mpsc::UnboundedSender<Entry>,
}

/// The id of a request to continue with, and its slot. Everything else about the request is in the journal.
pub(crate) type Entry = (String, Slot);

/// The slot of a request that is being processed. It is free again when it is dropped.
pub(crate) type Slot = OwnedSemaphorePermit;

/// An operator's decision that was not accepted.
#[derive(Debug)]
pub(crate) enum DecideError {
    /// There is no such request.
    Unknown,
    /// Graph would reject the answer.
    Invalid(String),
    /// The journal failed.
    Journal(JournalError),
}

impl Worker {
    /// Waits for a free slot, but not for long: a callout is also accepted without one. The wait slows the callers down if they are faster
    /// than the deliveries, which would otherwise fall behind.
    pub(crate) async fn slot(&self) -> Option<Slot> {
        let slot = Arc::clone(&self.slots).acquire_owned();
        timeout(self.limits.longest_slot_wait, slot)
            .await
            .ok()?
            .ok()
    }

    /// Continues with a request, now or as soon as a slot is free.
    pub(crate) fn start(&self, id: String, slot: Option<Slot>) {
        match slot {
            // Without a receiver, the endpoint has stopped. It continues with the journal at its next start.
            Some(slot) => drop(self.queue.send((id, slot))),
            None => drop(tokio::spawn(self.wait_and_start(vec![id], Duration::ZERO))),
        }
    }

    /// Continues with requests after a time, each as soon as a slot is free.
    pub(crate) fn wait_and_start(
        &self,
        ids: Vec<String>,
        wait: Duration,
    ) -> impl Future<Output = ()> + Send + use<> {
        let (slots, queue) = (Arc::clone(&self.slots), self.queue.clone());
        async move {
            sleep(wait).await;
            for id in ids {
                // The semaphore is never closed.
                let Ok(slot) = Arc::clone(&slots).acquire_owned().await else {
                    return;
                };
                // Without a receiver, the endpoint has stopped.
                if queue.send((id, slot)).is_err() {
                    return;
                }
            }
        }
    }

    /// Works on the requests in the queue, all at the same time: each of them has a slot.
    pub(crate) async fn work(self: Arc<Self>, mut queue: mpsc::UnboundedReceiver<Entry>) {
        let mut tasks = JoinSet::new();
        while let Some((id, slot)) = queue.recv().await {
            while tasks.try_join_next().is_some() {}
            let worker = Arc::clone(&self);
            tasks.spawn(async move {
                if let Err(error) = worker.run(&id).await {
                    tracing::error!(id, "{error}; the request continues at the next start");
                }
                drop(slot);
            });
        }
    }

    /// Decides about a request, unless there is a decision, and tries to deliver it once.
    async fn run(&self, id: &str) -> Result<(), JournalError> {
        let Some(mut record) = self.journal.get(id)? else {
            return Ok(());
        };
        if record.decision.is_none() {
            let (verdict, detail) = match self.policy.decide(&record).await {
                Answer::AskOperator => return Ok(()),
                // Graph accepts no denial at this stage, and an invalid answer would never be delivered.
                Answer::Decide {
                    verdict: Verdict::Denied,
                    ..
                } if !record.can_be_denied() => {
                    tracing::warn!(id, "the policy denies a request that cannot be denied");
                    return Ok(());
                }
                Answer::Decide { verdict, detail } => (verdict, detail),
            };
            match record.decide(verdict, detail, "policy", &self.source) {
                Ok(decision) => match self.write_decision(id, decision).await? {
                    Some(decided) => record = decided,
                    None => return Ok(()),
                },
                Err(error) => {
                    tracing::error!(id, "the answer of the policy is invalid: {error}");
                    return Ok(());
                }
            }
        }
        self.deliver(&record).await
    }

    /// Writes the decision of an operator and starts its delivery.
    pub(crate) async fn decide(
        &self,
        id: &str,
        verdict: Verdict,
        detail: Option<String>,
    ) -> Result<(), DecideError> {
        let record = self.journal.get(id).map_err(DecideError::Journal)?;
        let record = record.ok_or(DecideError::Unknown)?;
        if record.decision.is_some() {
            return Ok(());
        }
        let decision = record
            .decide(verdict, detail, "operator", &self.source)
            .map_err(|error| DecideError::Invalid(error.to_string()))?;
        let decided = self.write_decision(id, decision).await;
        if let Some(record) = decided.map_err(DecideError::Journal)? {
            self.start(record.id, None);
        }
        Ok(())
    }

    /// Writes a decision. Returns the record with it, or `None` if another decision was faster: whoever made it delivers it.
    async fn write_decision(
        &self,
        id: &str,
        decision: Decision,
    ) -> Result<Option<Record>, JournalError> {
        let mine = decision.clone();
        let change = move |record: &mut Record| {
            let is_first = record.decision.is_none();
            record.decision.get_or_insert(decision);
            is_first
        };
        let record = self.journal.change(id, change).await?;
        Ok(record.filter(|it| it.decision.as_ref() == Some(&mine)))
    }

    /// Sends the decision, and puts the request into the queue again if that failed.
    async fn deliver(&self, record: &Record) -> Result<(), JournalError> {
        let (Some(decision), None) = (&record.decision, &record.outcome) else {
            return Ok(());
        };
        let id = record.id.clone();
        let attempt = {
            // The semaphore is never closed.
            let _permit = self.deliveries.acquire().await;
            self.sender.send(record, decision).await
        };
        let (change, wait): (Change, _) = match attempt {
            Attempt::Ended(outcome) => {
                tracing::info!(id, status = outcome.status, "the delivery has ended");
                let change = move |record: &mut Record| record.outcome.replace(outcome).is_none();
                (Box::new(change), None)
            }
            Attempt::Failed {
                reason,
                retry_after,
            } => {
                let failures = record.failures.saturating_add(1);
                let count = u32::try_from(failures).unwrap_or(u32::MAX);
                let wait = retry::wait(&self.limits, count, retry_after);
                tracing::warn!(id, failures, ?wait, "the delivery failed: {reason}");
                let change = move |record: &mut Record| {
                    record.failures = failures;
                    record.last_failure = Some(reason);
                    true
                };
                (Box::new(change), Some(wait))
            }
        };
        self.journal.change(&id, change).await?;
        if let Some(wait) = wait {
            tokio::spawn(self.wait_and_start(vec![id], wait));
        }
        Ok(())
    }
}
