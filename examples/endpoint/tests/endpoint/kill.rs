//! The endpoint as a process that is killed.

use std::{path::PathBuf, process::Command};

use endpoint::demo::{Fault, Mocks, Process, TemporaryFolder, callout};
use reqwest::StatusCode;

use crate::support::{CREATED, client, send, wait_until};

fn start(mocks: &Mocks, folder: &TemporaryFolder, policy: &str, source: &str) -> Process {
    let program = Command::new(program());
    Process::start(program, mocks, folder.path(), policy, source)
        .expect("cargo builds the examples before it runs tests")
}

/// Cargo builds examples into a folder beside that of the tests.
fn program() -> PathBuf {
    let mut program = std::env::current_exe().expect("this test's path");
    program.pop();
    program.pop();
    program.push("examples");
    program.push(format!("endpoint{}", std::env::consts::EXE_SUFFIX));
    program
}

#[tokio::test]
async fn a_decision_survives_a_kill_before_its_delivery() {
    let folder = TemporaryFolder::new().expect("a folder");
    let mocks = Mocks::start().await.expect("mocks");
    let status = StatusCode::SERVICE_UNAVAILABLE;
    mocks.graph.set_outage(Some(Fault {
        status,
        retry_after: Some(60),
    }));
    let mut process = start(&mocks, &folder, "approve", "First");
    let (url, _) = process.urls().expect("the URLs");
    let authorization = mocks.authorization().expect("a token");
    for number in 0..8 {
        let body = callout(number, CREATED, "Ada", "Archive");
        let response = send(&client(), &url, &authorization, body).await;
        assert_eq!(response.status(), StatusCode::OK);
    }
    wait_until(|| mocks.graph.deliveries().len() == 8).await;
    process.kill().expect("a running process");

    // Another policy and another source: what was decided stays decided.
    mocks.graph.set_outage(None);
    let _process = start(&mocks, &folder, "ask", "Second");
    wait_until(|| mocks.graph.accepted().len() == 8).await;
    let deliveries = mocks.graph.deliveries();
    let (before, after) = deliveries.split_at(8);
    for delivery in after {
        let first = before
            .iter()
            .find(|it| it.request_id == delivery.request_id);
        assert_eq!(first.map(|it| &it.body), Some(&delivery.body));
        assert!(delivery.body.contains(r#""source":"First""#));
    }
}

#[tokio::test]
async fn a_callout_without_a_decision_survives_a_kill() {
    let folder = TemporaryFolder::new().expect("a folder");
    let mocks = Mocks::start().await.expect("mocks");
    let mut process = start(&mocks, &folder, "ask", "First");
    let (url, _) = process.urls().expect("the URLs");
    let authorization = mocks.authorization().expect("a token");
    let body = callout(1, CREATED, "Ada", "Archive");
    let response = send(&client(), &url, &authorization, body).await;
    assert_eq!(response.status(), StatusCode::OK);
    process.kill().expect("a running process");
    assert_eq!(mocks.graph.deliveries(), []);

    let _process = start(&mocks, &folder, "approve", "Second");
    wait_until(|| mocks.graph.accepted().len() == 1).await;
    assert!(
        mocks.graph.accepted()[0]
            .body
            .contains(r#""source":"Second""#)
    );
}
