//! An endpoint with its mocks.

use std::time::{Duration, Instant};

use endpoint::{
    Endpoint, Policy, Settings,
    demo::{Mocks, TemporaryFolder, callout},
    journal::Journal,
    policy::Answer,
    record::Record,
};
use reqwest::{Client, Response, StatusCode, header};
use tokio::time::sleep;

/// The stage at which a request can be denied.
pub(crate) const CREATED: &str = "assignmentRequestCreated";

/// A running endpoint and everything around it.
pub(crate) struct Site {
    pub(crate) mocks: Mocks,
    pub(crate) endpoint: Endpoint,
    pub(crate) client: Client,
    _folder: TemporaryFolder,
}

impl Site {
    pub(crate) async fn start(policy: impl Policy) -> Self {
        Self::start_with(policy, |_| ()).await
    }

    pub(crate) async fn start_with(
        policy: impl Policy,
        change: impl FnOnce(&mut Settings),
    ) -> Self {
        let folder = TemporaryFolder::new().expect("a folder");
        let mocks = Mocks::start().await.expect("mocks");
        let mut settings = mocks.settings(folder.path());
        change(&mut settings);
        let endpoint = Endpoint::start(settings, policy)
            .await
            .expect("an endpoint");
        Site {
            mocks,
            endpoint,
            client: client(),
            _folder: folder,
        }
    }

    /// Sends a callout with a valid token.
    pub(crate) async fn call(&self, body: impl Into<reqwest::Body>) -> Response {
        let authorization = self.mocks.authorization().expect("a token");
        self.call_as(&authorization, body).await
    }

    pub(crate) async fn call_as(
        &self,
        authorization: &str,
        body: impl Into<reqwest::Body>,
    ) -> Response {
        let url = self.endpoint.callout_url();
        send(&self.client, &url, authorization, body).await
    }

    /// Sends a valid callout that is accepted, and returns its id.
    pub(crate) async fn receive(&self, number: u64) -> String {
        let response = self.call(callout(number, CREATED, "Ada", "Archive")).await;
        assert_eq!(response.status(), StatusCode::OK);
        id(number)
    }

    pub(crate) fn journal(&self) -> &Journal {
        self.endpoint.journal()
    }

    pub(crate) fn record(&self, id: &str) -> Record {
        self.journal()
            .get(id)
            .expect("a journal")
            .expect("a record")
    }

    /// Waits for the end of a delivery.
    pub(crate) async fn outcome(&self, id: &str) -> Record {
        wait_until(|| self.record(id).outcome.is_some()).await;
        self.record(id)
    }
}

/// Sends a callout.
pub(crate) async fn send(
    client: &Client,
    url: &str,
    authorization: &str,
    body: impl Into<reqwest::Body>,
) -> Response {
    client
        .post(url)
        .header(header::AUTHORIZATION, authorization)
        .header(header::CONTENT_TYPE, "application/json")
        .body(body)
        .send()
        .await
        .expect("a response")
}

/// A client that follows no redirects.
pub(crate) fn client() -> Client {
    Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .expect("a client")
}

/// Returns the id of the callout with this number.
pub(crate) fn id(number: u64) -> String {
    format!("957d0c50-466b-4840-bb5b-{number:012x}")
}

pub(crate) fn approve(_: &Record) -> Answer {
    Answer::approve()
}

pub(crate) fn ask(_: &Record) -> Answer {
    Answer::AskOperator
}

/// Waits until the condition holds, for at most 20 seconds.
#[track_caller]
pub(crate) fn wait_until(is_true: impl Fn() -> bool) -> impl Future<Output = ()> {
    let caller = std::panic::Location::caller();
    async move {
        let start = Instant::now();
        while !is_true() {
            assert!(
                start.elapsed() < Duration::from_secs(20),
                "waited in vain at {caller}"
            );
            sleep(Duration::from_millis(5)).await;
        }
    }
}
