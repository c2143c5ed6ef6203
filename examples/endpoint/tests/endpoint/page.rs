//! The operator's page.

use endpoint::{demo::callout, record::Verdict};
use reqwest::{Method, Response, StatusCode, header};

use crate::support::{CREATED, Site, approve, ask, id};

async fn page(site: &Site) -> String {
    let response = site.client.get(site.endpoint.page_url()).send().await;
    response.expect("a response").text().await.expect("a page")
}

async fn submit(site: &Site, id: &str, form: &str) -> Response {
    request(site, Method::POST, &format!("requests/{id}"), &[], form).await
}

async fn request(
    site: &Site,
    method: Method,
    path: &str,
    headers: &[(&str, &str)],
    form: &str,
) -> Response {
    let url = format!("{}{path}", site.endpoint.page_url());
    let mut request = site
        .client
        .request(method, url)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request
        .body(form.to_owned())
        .send()
        .await
        .expect("a response")
}

#[tokio::test]
async fn an_operator_denies_a_request() {
    let site = Site::start(ask).await;
    assert!(page(&site).await.contains("There are no requests yet."));
    let id = site.receive(1).await;
    let html = page(&site).await;
    assert!(html.contains("<h2>Ada requests Archive</h2>"), "{html}");
    assert!(
        html.contains(&format!("action=\"/requests/{id}\"")),
        "{html}"
    );
    assert!(html.contains("1 request waits for a decision."), "{html}");

    let response = submit(&site, &id, "verdict=deny&detail=Not+now").await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    let record = site.outcome(&id).await;
    let decision = record.decision.expect("a decision");
    assert_eq!(
        (decision.verdict, &*decision.decided_by),
        (Verdict::Denied, "operator")
    );
    assert!(site.mocks.graph.accepted()[0].body.contains("Not now"));
    let html = page(&site).await;
    assert!(html.contains("denied by operator"), "{html}");
    assert!(html.contains("No request waits for a decision."), "{html}");

    // The first decision stays.
    let response = submit(&site, &id, "verdict=approve").await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    assert_eq!(
        site.record(&id).decision.map(|it| it.verdict),
        Some(Verdict::Denied)
    );
    assert_eq!(site.mocks.graph.deliveries().len(), 1);
}

#[tokio::test]
async fn what_graph_would_reject_is_rejected_with_the_reason() {
    let site = Site::start(ask).await;
    let body = callout(1, "assignmentRequestApproved", "Ada", "Archive");
    assert_eq!(site.call(body).await.status(), StatusCode::OK);
    assert!(!page(&site).await.contains("value=\"deny\""));
    let response = submit(&site, &id(1), "verdict=deny").await;
    assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let html = response.text().await.expect("a page");
    assert!(
        html.contains("requires that `stage` is `assignmentRequestCreated`"),
        "{html}"
    );
    assert_eq!(
        submit(&site, &id(1), "verdict=approve").await.status(),
        StatusCode::SEE_OTHER
    );
    site.outcome(&id(1)).await;
}

#[tokio::test]
async fn unknown_requests_and_verdicts_are_rejected() {
    let site = Site::start(ask).await;
    let id = site.receive(1).await;
    assert_eq!(
        submit(&site, "none", "verdict=deny").await.status(),
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        submit(&site, &id, "verdict=maybe").await.status(),
        StatusCode::BAD_REQUEST
    );
    assert_eq!(site.record(&id).decision, None);
}

#[tokio::test]
async fn what_entra_sends_is_text_on_the_page() {
    let site = Site::start(approve).await;
    let body = callout(1, CREATED, "<script>alert(1)</script>", "a\"b & c");
    assert_eq!(site.call(body).await.status(), StatusCode::OK);
    let html = page(&site).await;
    assert!(!html.contains("<script>"), "{html}");
    assert!(
        html.contains("&lt;script&gt;alert(1)&lt;/script&gt; requests a&quot;b &amp; c"),
        "{html}"
    );
}

#[tokio::test]
async fn other_websites_cannot_send_forms() {
    let site = Site::start(ask).await;
    let id = site.receive(1).await;
    let path = format!("requests/{id}");
    let own = site.endpoint.page_url();
    let own = own.trim_end_matches('/');
    for headers in [
        [("Origin", "https://evil.example")].as_slice(),
        &[("Origin", "null")],
        &[("Host", "evil.example")],
        &[("Host", "127.0.0.1.evil.example")],
    ] {
        let response = request(&site, Method::POST, &path, headers, "verdict=approve").await;
        assert_eq!(response.status(), StatusCode::FORBIDDEN, "{headers:?}");
    }
    assert_eq!(site.record(&id).decision, None);
    let response = request(
        &site,
        Method::POST,
        &path,
        &[("Origin", own)],
        "verdict=approve",
    )
    .await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    let response = request(&site, Method::GET, "", &[], "").await;
    let policy = response.headers().get("Content-Security-Policy").cloned();
    let policy = policy.expect("a policy");
    assert!(
        policy
            .to_str()
            .is_ok_and(|it| it.starts_with("default-src 'none'"))
    );
}
