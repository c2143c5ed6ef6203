//! Decides and delivers one request after its callout was answered.

use std::sync::Arc;

use tokio::sync::Semaphore;

use crate::{
    batch::Change,
    delivery::{Attempt, Sender},
    journal::{Journal, JournalError},
    policy::{Answer, Policy},
    record::{Decision, Record, Verdict},
    retry,
    settings::Limits,
};

/// What all requests share.
pub(crate) struct Worker {
    pub(crate) journal: Journal,
    pub(crate) policy: Box<dyn Policy>,
    pub(crate) sender: Sender,
    pub(crate) source: String,
    pub(crate) limits: Limits,
    pub(crate) deliveries: Semaphore,
}

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
    /// Continues with a request in a task of its own.
    pub(crate) fn start(self: &Arc<Self>, id: String) {
        let worker = Arc::clone(self);
        tokio::spawn(async move {
            if let Err(error) = worker.run(&id).await {
                tracing::error!(id, "{error}; the request continues at the next start");
            }
        });
    }

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
        self.deliver(record).await
    }

    /// Writes the decision of an operator and starts its delivery.
    pub(crate) async fn decide(
        self: &Arc<Self>,
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
        let mine = decision.clone();
        let decided = self.write_decision(id, decision).await;
        // Another decision may have been faster. Whoever made it delivers it.
        match decided.map_err(DecideError::Journal)? {
            Some(record) if record.decision.as_ref() == Some(&mine) => self.start(record.id),
            _ => {}
        }
        Ok(())
    }

    /// Writes a decision, unless the record has one. Returns the record.
    async fn write_decision(
        &self,
        id: &str,
        decision: Decision,
    ) -> Result<Option<Record>, JournalError> {
        let change = move |record: &mut Record| {
            let is_first = record.decision.is_none();
            record.decision.get_or_insert(decision);
            is_first
        };
        self.journal.change(id, change).await
    }

    /// Sends the decision until Graph accepts or rejects it.
    async fn deliver(&self, mut record: Record) -> Result<(), JournalError> {
        let id = record.id.clone();
        while let (Some(decision), None) = (&record.decision, &record.outcome) {
            let attempt = {
                // The semaphore is never closed.
                let _permit = self.deliveries.acquire().await;
                self.sender.send(&record, decision).await
            };
            let (change, wait): (Change, _) = match attempt {
                Attempt::Ended(outcome) => {
                    tracing::info!(id, status = outcome.status, "the delivery has ended");
                    (
                        Box::new(move |record| record.outcome.replace(outcome).is_none()),
                        None,
                    )
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
            match self.journal.change(&id, change).await? {
                Some(changed) => record = changed,
                None => return Ok(()),
            }
            if let Some(wait) = wait {
                tokio::time::sleep(wait).await;
            }
        }
        Ok(())
    }
}
