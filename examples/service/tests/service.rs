//! The service over real sockets.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use std::{env, fs, path::PathBuf, process};

use odata_core::{
    Collection, ODataError, Version, csdl::Metadata, http::Received, json, payload::ServiceDocument,
};
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode, header};
use service::{
    model::{Product, model},
    router::Running,
    store::Store,
};

/// A service with a store of its own.
struct Site {
    running: Running,
    client: Client,
    file: PathBuf,
}

impl Site {
    async fn start(name: &str) -> Site {
        let file = env::temp_dir().join(format!("service-{}-{name}.redb", process::id()));
        let store = Store::open(&file).expect("a store");
        let running = Running::start("127.0.0.1:0", store)
            .await
            .expect("a free port");
        Site {
            running,
            client: Client::new(),
            file,
        }
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let url = format!("http://{}/{path}", self.running.address);
        self.client.request(method, url)
    }

    fn with_body(&self, method: Method, path: &str, body: &str) -> RequestBuilder {
        self.request(method, path)
            .header(header::CONTENT_TYPE, "application/json")
            .body(body.to_owned())
    }

    async fn create(&self, id: i32) -> Response {
        let body = format!(r#"{{"id":{id},"name":"Lamp {id}","stock":{id}}}"#);
        send(self.with_body(Method::POST, "Products", &body)).await
    }

    async fn get(&self, path: &str) -> (StatusCode, String) {
        let response = send(self.request(Method::GET, path)).await;
        (response.status(), response.text().await.expect("a text"))
    }

    async fn page(&self, path: &str) -> Collection<Product> {
        json::from_str(&self.get(path).await.1).expect("a collection")
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // A file that is left over harms nothing.
        let _ = fs::remove_file(&self.file);
    }
}

async fn send(request: RequestBuilder) -> Response {
    request.send().await.expect("a response")
}

fn tag(response: &Response) -> String {
    let tag = response.headers().get(header::ETAG).expect("an entity tag");
    tag.to_str().expect("a text").to_owned()
}

/// Returns the status and the error of a response.
async fn refusal(request: RequestBuilder) -> (u16, ODataError) {
    let response = send(request).await;
    let status = response.status().as_u16();
    let body = response.text().await.expect("a text");
    (status, json::from_str(&body).expect("an OData error"))
}

#[tokio::test]
async fn metadata_is_xml_or_json() {
    let site = Site::start("metadata").await;
    for (accept, media_type) in [
        ("*/*", "application/xml"),
        ("application/xml", "application/xml"),
        ("application/json", "application/json"),
        (
            "application/json;q=0.5, application/xml;q=0.4",
            "application/json",
        ),
        ("application/json;q=0.5, */*", "application/xml"),
    ] {
        let request = site.request(Method::GET, "$metadata");
        let response = send(request.header(header::ACCEPT, accept)).await;
        let found = response.headers().get(header::CONTENT_TYPE).cloned();
        assert_eq!(found.expect("a type"), media_type, "{accept}");
        let text = response.text().await.expect("a text");
        let metadata = match media_type {
            "application/xml" => Metadata::from_xml(&text),
            _ => Metadata::from_json(&text),
        };
        assert_eq!(model().compare(&metadata.expect("CSDL")), []);
    }
    let request = site.request(Method::GET, "$metadata");
    let (status, _) = refusal(request.header(header::ACCEPT, "text/html")).await;
    assert_eq!(status, 406);
}

#[tokio::test]
async fn the_service_document_lists_the_set() {
    let site = Site::start("document").await;
    let (_, text) = site.get("").await;
    let document: ServiceDocument = json::from_str(&text).expect("a service document");
    assert_eq!(
        document.url_of("Products").as_deref(),
        Some(&*format!("http://{}/Products", site.running.address))
    );
}

#[tokio::test]
async fn a_client_pages_through_the_set() {
    let site = Site::start("pages").await;
    for id in 1..=45 {
        assert_eq!(site.create(id).await.status(), 201);
    }
    let root = format!("http://{}/", site.running.address);
    let mut path = "Products?$count=true".to_owned();
    let mut ids = Vec::new();
    loop {
        let page = site.page(&path).await;
        assert_eq!(page.count, Some(45));
        ids.push(page.iter().map(|it| it.id).collect::<Vec<_>>());
        match page.next_link {
            Some(link) => path = link.strip_prefix(&root).expect("an own link").to_owned(),
            None => break,
        }
    }
    let lengths: Vec<_> = ids.iter().map(Vec::len).collect();
    assert_eq!(lengths, [20, 20, 5]);
    assert!(ids.concat().into_iter().eq(1..=45));

    let page = site.page("Products?$top=2&$skip=43").await;
    assert_eq!(page.iter().map(|it| it.id).collect::<Vec<_>>(), [44, 45]);
    assert_eq!((page.next_link, page.count), (None, None));
    let page = site.page("Products?$top=2").await;
    assert_eq!(page.next_link, None, "the client asked for no more");
    let page = site.page("Products?$top=30").await;
    assert_eq!(
        page.next_link,
        Some(format!("{root}Products?$skip=20&$top=10"))
    );
    assert!(site.page("Products?$top=0").await.is_empty());

    let (status, error) = refusal(site.request(Method::GET, "Products?$top=-1")).await;
    assert_eq!((status, error.code()), (400, Some("InvalidQueryOption")));
    let (status, error) = refusal(site.request(Method::GET, "Products?$filter=id eq 1")).await;
    assert_eq!(
        (status, error.message()),
        (501, Some("The service has no `$filter`."))
    );
}

#[tokio::test]
async fn a_product_is_created_read_changed_and_deleted() {
    let site = Site::start("changes").await;
    let body = r#"{"id":7,"name":"Lamp","price":12.50,"stock":3,"released":"2026-11-29"}"#;
    let response = send(site.with_body(Method::POST, "Products", body)).await;
    assert_eq!(response.status(), 201);
    let location = response.headers().get(header::LOCATION).cloned();
    let root = format!("http://{}/", site.running.address);
    assert_eq!(location.expect("a URL"), format!("{root}Products(7)"));
    let first = tag(&response);
    let text = response.text().await.expect("a text");
    assert_eq!(
        text,
        format!(
            r#"{{"@odata.context":"{root}$metadata#Products/$entity","@odata.etag":"W/\"1\"","id":7,"name":"Lamp","price":12.50,"stock":3,"released":"2026-11-29"}}"#
        )
    );
    let response = send(site.request(Method::GET, "Products(7)")).await;
    assert_eq!(tag(&response), first);
    assert_eq!(response.text().await.expect("a text"), text);

    let change = |tag: &str, body: &str| {
        let request = site.with_body(Method::PATCH, "Products(7)", body);
        request.header(header::IF_MATCH, tag.to_owned())
    };
    let response = send(change(&first, r#"{"stock":2,"price":null}"#)).await;
    assert_eq!(response.status(), 204);
    let second = tag(&response);
    let (_, text) = site.get("Products(id=7)").await;
    let product: Product = json::from_str(&text).expect("a product");
    assert_eq!(
        (product.stock, product.price, &*product.name),
        (2, None, "Lamp")
    );

    let (status, error) = refusal(change(&first, r#"{"stock":9}"#)).await;
    assert_eq!((status, error.code()), (412, Some("PreconditionFailed")));
    let request = site.with_body(Method::PATCH, "Products(7)", r#"{"stock":9}"#);
    assert_eq!(refusal(request).await.0, 428);
    let (status, error) = refusal(change("*", r#"{"name":"","stock":-1}"#)).await;
    let targets: Vec<_> = error
        .details()
        .iter()
        .filter_map(|it| it.target())
        .collect();
    assert_eq!((status, targets), (400, vec!["/name", "/stock"]));
    let (status, _) = refusal(change("*", r#"{"colour":"red"}"#)).await;
    assert_eq!(status, 400);

    let delete = |tag: &str| {
        let request = site.request(Method::DELETE, "Products(7)");
        request.header(header::IF_MATCH, tag.to_owned())
    };
    assert_eq!(refusal(delete(&first)).await.0, 412);
    assert_eq!(send(delete(&second)).await.status(), 204);
    let (status, error) = refusal(site.request(Method::GET, "Products(7)")).await;
    assert_eq!(
        (status, error.message()),
        (404, Some("There is no product 7."))
    );
    assert_eq!(refusal(delete("*")).await.0, 404);

    // The old entity tag does not match the new product.
    let response = site.create(7).await;
    assert!(tag(&response) != first && tag(&response) != second);
}

#[tokio::test]
async fn a_product_that_is_not_valid_is_refused_with_all_details() {
    let site = Site::start("invalid").await;
    let body = r#"{"id":1,"name":"","stock":2000000}"#;
    let (status, error) = refusal(site.with_body(Method::POST, "Products", body)).await;
    let details = error.details().iter();
    let details: Vec<_> = details.map(|it| (it.target(), it.code())).collect();
    assert_eq!(status, 400);
    assert_eq!(
        details,
        [
            (Some("/name"), Some("length")),
            (Some("/stock"), Some("range")),
        ]
    );
    for (body, expected) in [
        (r#"{"id":1}"#, 400),
        (r#"{"id":"one","name":"Lamp","stock":1}"#, 400),
        ("{", 400),
    ] {
        let (status, _) = refusal(site.with_body(Method::POST, "Products", body)).await;
        assert_eq!(status, expected, "{body}");
    }
    let request = site.request(Method::POST, "Products").body("x");
    assert_eq!(refusal(request).await.0, 415);
    assert_eq!(site.create(1).await.status(), 201);
    let body = r#"{"id":1,"name":"Lamp","stock":1}"#;
    let (status, error) = refusal(site.with_body(Method::POST, "Products", body)).await;
    assert_eq!((status, error.code()), (409, Some("Conflict")));
    for path in ["Orders", "Products(x)", "Products(1)/name"] {
        assert_eq!(
            refusal(site.request(Method::GET, path)).await.0,
            404,
            "{path}"
        );
    }
    let request = site.request(Method::DELETE, "Products");
    assert_eq!(refusal(request).await.0, 405);
}

/// A client with this library reads what the service writes.
#[tokio::test]
async fn a_response_is_received_with_its_entity_tag() {
    let site = Site::start("client").await;
    site.create(3).await;
    let response = send(site.request(Method::GET, "Products(3)")).await;
    let mut parts = http_response(&response);
    *parts.body_mut() = response.bytes().await.expect("a body").to_vec();
    let product: Received<Product> = Received::read(&parts).expect("a product");
    assert_eq!(product.value.id, 3);
    assert_eq!(product.etag.as_deref(), Some("W/\"1\""));
    assert!(model().to_xml(Version::V4).is_ok());
}

fn http_response(response: &Response) -> axum::http::Response<Vec<u8>> {
    let mut parts = axum::http::Response::new(Vec::new());
    *parts.status_mut() = response.status();
    *parts.headers_mut() = response.headers().clone();
    parts
}
