//! Bodies and clients that would use up the endpoint.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use endpoint::{
    Policy,
    demo::callout,
    policy::{Answer, Deciding},
    record::Record,
};
use reqwest::StatusCode;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    sync::Semaphore,
};

use crate::support::{CREATED, Site, ask};

#[tokio::test]
async fn an_oversize_body_is_refused() {
    let site = Site::start(ask).await;
    let padding = " ".repeat(1 << 20);
    let body = callout(1, CREATED, "Ada", "Archive") + &padding;
    assert_eq!(
        site.call(body).await.status(),
        StatusCode::PAYLOAD_TOO_LARGE
    );
}

#[tokio::test]
async fn a_body_without_a_declared_length_is_refused_at_the_limit() {
    let site = Site::start(ask).await;
    let mut stream = connect(&site).await;
    let head = format!(
        "POST /callout HTTP/1.1\r\nHost: x\r\nAuthorization: {}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n",
        site.mocks.authorization().expect("a token")
    );
    stream.write_all(head.as_bytes()).await.expect("sent");
    let chunk = format!("10000\r\n{}\r\n", " ".repeat(0x10000));
    for _ in 0..20 {
        // The endpoint responds before it has read everything, and may close the connection.
        if stream.write_all(chunk.as_bytes()).await.is_err() {
            break;
        }
    }
    let mut response = [0; 12];
    stream.read_exact(&mut response).await.expect("a response");
    assert_eq!(&response, b"HTTP/1.1 413");
}

#[tokio::test]
async fn a_deep_body_is_refused_also_in_undeclared_members() {
    let site = Site::start(ask).await;
    let nested = |depth: usize| {
        let value = format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
        let body = callout(1, CREATED, "Ada", "Archive");
        body.replace(r#""data":{"#, &format!(r#""data":{{"more":{value},"#))
    };
    for depth in [31, 100_000] {
        let response = site.call(nested(depth)).await;
        assert_eq!(response.status(), StatusCode::PAYLOAD_TOO_LARGE, "{depth}");
    }
    assert_eq!(site.call(nested(29)).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_slow_client_loses_its_connection() {
    let timeout = Duration::from_millis(200);
    let site = Site::start_with(ask, |settings| settings.limits.read_timeout = timeout).await;
    let authorization = site.mocks.authorization().expect("a token");
    let heads = [
        "POST /callout HTTP/1.1\r\nHost".to_owned(),
        format!(
            "POST /callout HTTP/1.1\r\nHost: x\r\nAuthorization: {authorization}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{{"
        ),
    ];
    for head in heads {
        let start = Instant::now();
        let mut stream = connect(&site).await;
        stream.write_all(head.as_bytes()).await.expect("sent");
        let mut response = String::new();
        // The end of the connection, with or without a response.
        let _ = stream.read_to_string(&mut response).await;
        assert!(start.elapsed() < Duration::from_secs(5), "{response}");
        assert!(
            response.is_empty() || response.starts_with("HTTP/1.1 408"),
            "{response}"
        );
    }
}

/// A policy that decides when it may.
struct Gate(Arc<Semaphore>);

impl Policy for Gate {
    fn decide<'a>(&'a self, _: &'a Record) -> Deciding<'a> {
        Box::pin(async {
            let _permit = self.0.acquire().await;
            Answer::approve()
        })
    }
}

#[tokio::test]
async fn callouts_are_slowed_down_and_accepted_while_the_work_is_behind() {
    let gate = Arc::new(Semaphore::new(0));
    let wait = Duration::from_millis(200);
    let site = Site::start_with(Gate(Arc::clone(&gate)), |settings| {
        settings.limits.requests = 1;
        settings.limits.longest_slot_wait = wait;
    })
    .await;
    let mut ids = vec![site.receive(1).await];
    for number in [2, 3] {
        let start = Instant::now();
        ids.push(site.receive(number).await);
        assert!(start.elapsed() >= wait, "{:?}", start.elapsed());
    }
    gate.add_permits(1);
    for id in &ids {
        let outcome = site.outcome(id).await.outcome;
        assert!(outcome.is_some_and(|outcome| outcome.accepted), "{id}");
    }
}

#[tokio::test]
async fn an_unknown_caller_cannot_send_a_body() {
    let site = Site::start(ask).await;
    let mut stream = connect(&site).await;
    let head = "POST /callout HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n";
    stream.write_all(head.as_bytes()).await.expect("sent");
    let mut response = [0; 12];
    stream.read_exact(&mut response).await.expect("a response");
    assert_eq!(&response, b"HTTP/1.1 401");
}

#[tokio::test]
async fn a_body_of_another_media_type_is_refused() {
    let site = Site::start(ask).await;
    let response = site
        .client
        .post(site.endpoint.callout_url())
        .header(
            "Authorization",
            site.mocks.authorization().expect("a token"),
        )
        .header("Content-Type", "text/plain")
        .body(callout(1, CREATED, "Ada", "Archive"))
        .send()
        .await
        .expect("a response");
    assert_eq!(response.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert_eq!(site.journal().last(1).expect("records"), []);
}

#[tokio::test]
async fn other_paths_and_methods_are_refused() {
    let site = Site::start(ask).await;
    let url = site.endpoint.callout_url();
    let status = |response: reqwest::Response| response.status();
    let get = site.client.get(&url).send().await.map(status);
    assert_eq!(get.expect("a response"), StatusCode::METHOD_NOT_ALLOWED);
    let other = site
        .client
        .post(format!("{url}/x"))
        .send()
        .await
        .map(status);
    assert_eq!(other.expect("a response"), StatusCode::NOT_FOUND);
    let health = site
        .client
        .get(url.replace("callout", "health"))
        .send()
        .await
        .map(status);
    assert_eq!(health.expect("a response"), StatusCode::OK);
}

async fn connect(site: &Site) -> TcpStream {
    let url = site.endpoint.callout_url();
    let address = url
        .trim_start_matches("http://")
        .trim_end_matches("/callout");
    TcpStream::connect(address).await.expect("a connection")
}
