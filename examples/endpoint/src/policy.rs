//! Policies, which decide about requests.

use std::{future::Future, pin::Pin};

use crate::record::{Record, Verdict};

/// The answer of a policy to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The policy decides.
    Decide {
        /// The verdict.
        verdict: Verdict,
        /// Details for the people who read the answer.
        detail: Option<String>,
    },
    /// An operator decides, on the page.
    AskOperator,
}

impl Answer {
    /// Approves the request.
    #[must_use]
    pub fn approve() -> Self {
        Answer::Decide {
            verdict: Verdict::Approved,
            detail: None,
        }
    }

    /// Denies the request, for a reason.
    pub fn deny(reason: impl Into<String>) -> Self {
        Answer::Decide {
            verdict: Verdict::Denied,
            detail: Some(reason.into()),
        }
    }
}

/// The future of [`Policy::decide`].
pub type Deciding<'a> = Pin<Box<dyn Future<Output = Answer> + Send + 'a>>;

/// Decides about requests. It may take its time and ask other systems, because the caller has its response already.
///
/// A policy may be called again for the same request, if the endpoint ended before the decision was in the journal.
pub trait Policy: Send + Sync + 'static {
    /// Decides about a request.
    fn decide<'a>(&'a self, request: &'a Record) -> Deciding<'a>;
}

/// A function that decides at once.
impl<F: Fn(&Record) -> Answer + Send + Sync + 'static> Policy for F {
    fn decide<'a>(&'a self, request: &'a Record) -> Deciding<'a> {
        Box::pin(std::future::ready(self(request)))
    }
}
