//! Outages of Microsoft Graph.

use std::time::{Duration, Instant};

use endpoint::demo::Fault;
use reqwest::StatusCode;

use crate::support::{Site, approve, wait_until};

#[tokio::test]
async fn an_outage_loses_nothing() {
    let site = Site::start(approve).await;
    let graph = &site.mocks.graph;
    let status = StatusCode::SERVICE_UNAVAILABLE;
    graph.set_outage(Some(Fault {
        status,
        retry_after: None,
    }));
    let mut ids = Vec::new();
    for number in 0..5 {
        ids.push(site.receive(number).await);
    }
    wait_until(|| graph.deliveries().len() >= 10).await;
    assert_eq!(graph.accepted(), []);
    let reason = site.record(&ids[0]).last_failure;
    assert!(reason.is_some_and(|it| it.starts_with("503")));

    graph.set_outage(None);
    for id in &ids {
        let record = site.outcome(id).await;
        assert!(record.failures >= 1);
    }
    assert_eq!(graph.accepted().len(), 5);
    // Each attempt had the same bytes.
    for delivery in graph.deliveries() {
        let same = |it: &endpoint::demo::Delivery| it.request_id == delivery.request_id;
        let accepted = graph.accepted();
        assert_eq!(
            accepted.iter().find(|it| same(it)).map(|it| &it.body),
            Some(&delivery.body)
        );
    }
}

#[tokio::test]
async fn retry_after_is_obeyed() {
    let site = Site::start(approve).await;
    for status in [
        StatusCode::TOO_MANY_REQUESTS,
        StatusCode::SERVICE_UNAVAILABLE,
    ] {
        site.mocks.graph.fail_next(&[Fault {
            status,
            retry_after: Some(1),
        }]);
        let start = Instant::now();
        let id = site.receive(status.as_u16().into()).await;
        let record = site.outcome(&id).await;
        assert_eq!(record.failures, 1);
        assert!(
            start.elapsed() >= Duration::from_secs(1),
            "{:?}",
            start.elapsed()
        );
    }
}

#[tokio::test]
async fn a_rejected_token_is_replaced() {
    let site = Site::start(approve).await;
    let first = site.receive(1).await;
    site.outcome(&first).await;
    assert_eq!(site.mocks.issuer.issued(), 1);
    site.mocks.graph.reject_token("graph-0");
    let second = site.receive(2).await;
    assert_eq!(site.outcome(&second).await.failures, 1);
    assert_eq!(site.mocks.issuer.issued(), 2);
}

#[tokio::test]
async fn without_a_token_the_decision_waits() {
    let site = Site::start_with(approve, |settings| settings.client_id = "wrong".to_owned()).await;
    let id = site.receive(1).await;
    wait_until(|| site.record(&id).failures >= 2).await;
    let reason = site.record(&id).last_failure;
    assert_eq!(
        reason.as_deref(),
        Some("the identity provider responds with 401 Unauthorized")
    );
    assert_eq!(site.mocks.graph.deliveries(), []);
}
