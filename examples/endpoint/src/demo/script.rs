//! The steps of the demo.

use std::time::{Duration, Instant};

use reqwest::{Client, StatusCode, header};
use tokio::time::sleep;

use crate::{
    BoxError, Endpoint,
    demo::{Fault, Mocks, TemporaryFolder, callout},
    policy::Answer,
    record::Record,
};

/// Runs the whole flow against the mocks and prints it. With `serve`, the operator's page stays until Ctrl-C.
///
/// # Errors
/// If anything happens other than what the demo expects.
pub async fn run(serve: bool) -> Result<(), BoxError> {
    let folder = TemporaryFolder::new()?;
    let mocks = Mocks::start().await?;
    let endpoint = Endpoint::start(mocks.settings(folder.path()), policy).await?;
    println!("endpoint  {}", endpoint.callout_url());
    println!("page      {}", endpoint.page_url());
    println!("graph     {}  (a mock)", mocks.graph.root());

    let client = Client::new();
    let entra = Entra {
        client: &client,
        url: endpoint.callout_url(),
        authorization: mocks.authorization()?,
    };
    println!("\nSomebody without a token calls:");
    let response = client.post(&entra.url).body("{}").send().await?;
    expect(
        response.status() == StatusCode::UNAUTHORIZED,
        "401 without a token",
    )?;
    println!("  401 Unauthorized");

    println!("\nGraph is overloaded. Entra sends three callouts:");
    mocks.graph.fail_next(&[Fault {
        status: StatusCode::TOO_MANY_REQUESTS,
        retry_after: Some(1),
    }]);
    let created = "assignmentRequestCreated";
    for (number, who, what) in [
        (1, "Ada Lovelace", "Readers of the archive"),
        (2, "Eve Moneypenny", "Payments: approve and execute"),
        (3, "Grace Hopper", "Administrators of the compiler"),
    ] {
        let status = entra.call(&callout(number, created, who, what)).await?;
        expect(status == StatusCode::OK, "200 for a callout")?;
        println!("  {who} requests {what}: 200 OK");
    }
    let again = callout(1, created, "Ada Lovelace", "Readers of the archive");
    let status = entra.call(&again).await?;
    expect(status == StatusCode::OK, "200 for a repeated callout")?;
    println!("  the first one again: 200 OK, without a second effect");

    println!("\nThe policy decides two of them, and delivers after Retry-After:");
    wait_for(|| Ok(decided(&endpoint)?.len() == 2), "two deliveries").await?;
    print_decided(&endpoint)?;

    println!("\nAn operator denies the third one on the page:");
    let waiting = endpoint.journal().last(10)?;
    let waiting = waiting.iter().find(|it| it.decision.is_none());
    let id = &waiting.ok_or("no request waits")?.id;
    let response = client
        .post(format!("{}requests/{id}", endpoint.page_url()))
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body("verdict=deny&detail=Not+this+quarter")
        .send()
        .await?;
    expect(
        response.status() == StatusCode::OK,
        "the page after the decision",
    )?;
    wait_for(|| Ok(decided(&endpoint)?.len() == 3), "three deliveries").await?;
    print_decided(&endpoint)?;

    println!("\nWhat Graph received:");
    for delivery in mocks.graph.deliveries() {
        let id = delivery.request_id.get(32..).unwrap_or_default();
        println!(
            "  POST .../{id}/resume -> {}\n    {}",
            delivery.status, delivery.body
        );
    }
    expect(mocks.graph.accepted().len() == 3, "three accepted answers")?;

    if serve {
        for (number, who) in [(4, "Edsger Dijkstra"), (5, "Barbara Liskov")] {
            entra
                .call(&callout(number, created, who, "Reviewers of proofs"))
                .await?;
        }
        println!(
            "\nTwo more requests wait on {} (Ctrl-C ends)",
            endpoint.page_url()
        );
        tokio::signal::ctrl_c().await?;
    }
    println!("\nDone.");
    Ok(())
}

/// Returns the policy of the demo.
fn policy(request: &Record) -> Answer {
    let access_package = request.access_package();
    if access_package.contains("approve and execute") {
        Answer::deny("Nobody may approve and execute a payment")
    } else if access_package.starts_with("Readers") {
        Answer::approve()
    } else {
        Answer::AskOperator
    }
}

/// Calls the endpoint as Entra does.
struct Entra<'a> {
    client: &'a Client,
    url: String,
    authorization: String,
}

impl Entra<'_> {
    async fn call(&self, body: &str) -> Result<StatusCode, reqwest::Error> {
        let request = self
            .client
            .post(&self.url)
            .header(header::AUTHORIZATION, &self.authorization)
            .header(header::CONTENT_TYPE, "application/json");
        Ok(request.body(body.to_owned()).send().await?.status())
    }
}

/// Returns the requests whose delivery has ended, oldest first.
fn decided(endpoint: &Endpoint) -> Result<Vec<Record>, BoxError> {
    let mut records = endpoint.journal().last(10)?;
    records.retain(|it| it.outcome.is_some());
    records.reverse();
    Ok(records)
}

fn print_decided(endpoint: &Endpoint) -> Result<(), BoxError> {
    for record in decided(endpoint)? {
        if let (Some(decision), Some(outcome)) = (&record.decision, &record.outcome) {
            println!(
                "  {}: {} by {}, delivered with {}, failed attempts: {}",
                record.requestor(),
                decision.verdict,
                decision.decided_by,
                outcome.status,
                record.failures,
            );
        }
    }
    Ok(())
}

async fn wait_for(
    is_done: impl Fn() -> Result<bool, BoxError>,
    what: &str,
) -> Result<(), BoxError> {
    let start = Instant::now();
    while !is_done()? {
        expect(start.elapsed() < Duration::from_secs(20), what)?;
        sleep(Duration::from_millis(20)).await;
    }
    Ok(())
}

fn expect(is_true: bool, what: &str) -> Result<(), BoxError> {
    if is_true {
        Ok(())
    } else {
        Err(format!("the demo expected {what}").into())
    }
}
