//! Callers other than Entra.

use endpoint::demo::{Issuer, callout, unix_time};
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use reqwest::StatusCode;
use serde_json::{Map, Value};

use crate::support::{CREATED, Site, ask};

const OTHER_KEY: &str = include_str!("other_key.pem");

/// Sends a callout and asserts that it is refused without detail.
#[track_caller]
fn refused<'a>(
    site: &'a Site,
    authorization: &'a str,
    status: StatusCode,
) -> impl Future<Output = ()> + 'a {
    let caller = std::panic::Location::caller();
    async move {
        let body = callout(1, CREATED, "Ada", "Archive");
        let response = site.call_as(authorization, body).await;
        assert_eq!(response.status(), status, "{caller}");
        let challenge = response.headers().get("WWW-Authenticate").cloned();
        let expected = (status == StatusCode::UNAUTHORIZED).then_some("Bearer");
        assert_eq!(challenge.as_ref().and_then(|it| it.to_str().ok()), expected);
        assert_eq!(response.text().await.expect("a body"), "", "{caller}");
        assert_eq!(site.journal().last(1).expect("records"), [], "{caller}");
    }
}

fn with(issuer: &Issuer, changes: &[(&str, Option<Value>)]) -> Map<String, Value> {
    let mut claims = issuer.claims();
    for (name, value) in changes {
        match value {
            Some(value) => claims.insert((*name).to_owned(), value.clone()),
            None => claims.remove(*name),
        };
    }
    claims
}

fn sign(claims: &Map<String, Value>, header: &Header, key: &EncodingKey) -> String {
    format!("Bearer {}", encode(header, claims, key).expect("a token"))
}

fn header(algorithm: Algorithm, id: Option<&str>) -> Header {
    let mut header = Header::new(algorithm);
    header.kid = id.map(str::to_owned);
    header
}

#[tokio::test]
async fn each_claim_is_checked() {
    let site = Site::start(ask).await;
    let issuer = &site.mocks.issuer;
    let now = unix_time();
    let unauthorized = StatusCode::UNAUTHORIZED;
    let forbidden = StatusCode::FORBIDDEN;
    let foreign = || Some(Value::from("https://login.example/other/v2.0"));
    let cases = [
        (vec![("iss", foreign())], unauthorized),
        (vec![("iss", None)], unauthorized),
        (vec![("aud", Some("api://another".into()))], unauthorized),
        (vec![("aud", None)], unauthorized),
        (vec![("exp", Some((now - 120).into()))], unauthorized),
        (vec![("exp", None)], unauthorized),
        (vec![("exp", Some("soon".into()))], unauthorized),
        (vec![("nbf", Some((now + 600).into()))], unauthorized),
        (vec![("azp", Some("another".into()))], forbidden),
        (vec![("azp", None)], forbidden),
        (
            vec![("azp", None), ("appid", Some("another".into()))],
            forbidden,
        ),
    ];
    for (changes, status) in cases {
        let token = issuer.sign(&with(issuer, &changes)).expect("a token");
        refused(&site, &format!("Bearer {token}"), status).await;
    }
}

#[tokio::test]
async fn a_token_of_version_one_names_its_caller_differently() {
    let site = Site::start(ask).await;
    let issuer = &site.mocks.issuer;
    let caller = issuer.claims().get("azp").cloned();
    let claims = with(issuer, &[("azp", None), ("appid", caller)]);
    let token = issuer.sign(&claims).expect("a token");
    let body = callout(1, CREATED, "Ada", "Archive");
    let response = site.call_as(&format!("bearer {token}"), body).await;
    assert_eq!(response.status(), StatusCode::OK);
}

#[tokio::test]
async fn only_the_keys_of_the_issuer_are_accepted() {
    let site = Site::start(ask).await;
    let claims = site.mocks.issuer.claims();
    let other = EncodingKey::from_rsa_pem(OTHER_KEY.as_bytes()).expect("a key");
    let secret = EncodingKey::from_secret(b"demo");
    let rs256 = Algorithm::RS256;
    for authorization in [
        sign(&claims, &header(rs256, Some("demo")), &other),
        sign(&claims, &header(rs256, Some("another")), &other),
        sign(&claims, &header(rs256, Some("unused")), &other),
        sign(&claims, &header(rs256, None), &other),
        sign(&claims, &header(Algorithm::RS512, Some("demo")), &other),
        // The public key as a shared secret.
        sign(&claims, &header(Algorithm::HS256, Some("demo")), &secret),
    ] {
        refused(&site, &authorization, StatusCode::UNAUTHORIZED).await;
    }
}

#[tokio::test]
async fn malformed_headers_are_refused() {
    let site = Site::start(ask).await;
    let token = site.mocks.authorization().expect("a token");
    let (signed, _) = token.rsplit_once('.').expect("three parts");
    let unsigned = "Bearer eyJhbGciOiJub25lIiwia2lkIjoiZGVtbyJ9.e30.".to_owned();
    for authorization in [
        String::new(),
        "Bearer".to_owned(),
        "Bearer ".to_owned(),
        "Bearer x".to_owned(),
        token.replace("Bearer", "Basic"),
        format!("{signed}."),
        unsigned,
        format!("Bearer {}", "x".repeat(20_000)),
    ] {
        refused(&site, &authorization, StatusCode::UNAUTHORIZED).await;
    }
    let response = site
        .client
        .post(site.endpoint.callout_url())
        .header("Authorization", &token)
        .header("Authorization", &token)
        .send()
        .await
        .expect("a response");
    assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn without_the_issuer_nobody_is_accepted() {
    // Nothing listens on port 9 of the loopback interface.
    let authority = "http://127.0.0.1:9/tenant".to_owned();
    let site = Site::start_with(ask, |settings| settings.authority = authority).await;
    let authorization = site.mocks.authorization().expect("a token");
    refused(&site, &authorization, StatusCode::SERVICE_UNAVAILABLE).await;
}
