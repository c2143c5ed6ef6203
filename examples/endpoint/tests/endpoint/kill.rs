//! The endpoint as a process that is killed.

use std::{
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
};

use endpoint::demo::{CLIENT, Fault, Mocks, TemporaryFolder, callout};
use reqwest::{StatusCode, header};

use crate::support::{CREATED, client, wait_until};

/// A process with the endpoint. It is killed when it is dropped.
struct Process {
    child: Child,
    /// The process prints its URLs, which would fail if nobody read them.
    _stdout: BufReader<ChildStdout>,
    callout_url: String,
}

impl Process {
    fn start(mocks: &Mocks, folder: &Path, policy: &str, source: &str) -> Self {
        let settings = mocks.settings(folder);
        let mut child = Command::new(program())
            .env("ENDPOINT_AUTHORITY", &settings.authority)
            .env("ENDPOINT_AUDIENCE", &settings.audience)
            .env("ENDPOINT_CALLER", &settings.caller)
            .env("ENDPOINT_CLIENT_ID", CLIENT.0)
            .env("ENDPOINT_CLIENT_SECRET", CLIENT.1)
            .env("ENDPOINT_GRAPH", &settings.graph)
            .env("ENDPOINT_SOURCE", source)
            .env("ENDPOINT_DATABASE", &settings.database)
            .env("ENDPOINT_LISTEN", "127.0.0.1:0")
            .env("ENDPOINT_PAGE", "127.0.0.1:0")
            .env("ENDPOINT_POLICY", policy)
            .env("RUST_LOG", "off")
            .stdout(Stdio::piped())
            .spawn()
            .expect("cargo builds the examples before it runs tests");
        let stdout = child.stdout.take().expect("a pipe");
        let mut callout_url = String::new();
        let mut stdout = BufReader::new(stdout);
        stdout.read_line(&mut callout_url).expect("the URL");
        Process {
            child,
            _stdout: stdout,
            callout_url: callout_url.trim().to_owned(),
        }
    }

    fn kill(&mut self) {
        self.child.kill().expect("a running process");
        self.child.wait().expect("its end");
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
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
    let mut process = Process::start(&mocks, folder.path(), "approve", "First");
    for number in 0..8 {
        let response = client()
            .post(&process.callout_url)
            .header(
                header::AUTHORIZATION,
                mocks.authorization().expect("a token"),
            )
            .body(callout(number, CREATED, "Ada", "Archive"))
            .send()
            .await
            .expect("a response");
        assert_eq!(response.status(), StatusCode::OK);
    }
    wait_until(|| mocks.graph.arrivals().len() == 8).await;
    process.kill();

    // Another policy and another source: what was decided stays decided.
    mocks.graph.set_outage(None);
    let _process = Process::start(&mocks, folder.path(), "ask", "Second");
    wait_until(|| mocks.graph.accepted().len() == 8).await;
    let arrivals = mocks.graph.arrivals();
    let (before, after) = arrivals.split_at(8);
    for arrival in after {
        let first = before.iter().find(|it| it.request_id == arrival.request_id);
        assert_eq!(first.map(|it| &it.body), Some(&arrival.body));
        assert!(arrival.body.contains(r#""source":"First""#));
    }
}

#[tokio::test]
async fn a_callout_without_a_decision_survives_a_kill() {
    let folder = TemporaryFolder::new().expect("a folder");
    let mocks = Mocks::start().await.expect("mocks");
    let mut process = Process::start(&mocks, folder.path(), "ask", "First");
    let authorization = mocks.authorization().expect("a token");
    let response = client()
        .post(&process.callout_url)
        .header(header::AUTHORIZATION, authorization)
        .body(callout(1, CREATED, "Ada", "Archive"))
        .send()
        .await
        .expect("a response");
    assert_eq!(response.status(), StatusCode::OK);
    process.kill();
    assert_eq!(mocks.graph.arrivals(), []);

    let _process = Process::start(&mocks, folder.path(), "approve", "Second");
    wait_until(|| mocks.graph.accepted().len() == 1).await;
    assert!(
        mocks.graph.accepted()[0]
            .body
            .contains(r#""source":"Second""#)
    );
}
