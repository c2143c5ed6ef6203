//! The operator's page in a browser, if ChromeDriver is installed.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Child, Command, Stdio},
    time::Duration,
};

use endpoint::{
    demo::{TemporaryFolder, callout},
    record::Verdict,
};
use reqwest::{Client, Method};
use serde_json::{Value, json};

use crate::support::{CREATED, Site, ask, id};

/// A browser without windows. It ends when it is dropped.
struct Browser {
    driver: Child,
    client: Client,
    session: String,
    /// The profile of the browser.
    _folder: TemporaryFolder,
}

impl Browser {
    /// Starts the browser, or returns `None` if there is none.
    async fn start() -> Option<Self> {
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let stdout = BufReader::new(driver.stdout.take().expect("a pipe"));
        let port = stdout.lines().find_map(|line| {
            let line = line.expect("a line");
            let (_, port) = line.split_once("started successfully on port ")?;
            Some(port.trim_end_matches('.').to_owned())
        });
        let port = port.expect("the port of ChromeDriver");
        let folder = TemporaryFolder::new().expect("a folder");
        let mut browser = Browser {
            driver,
            client: Client::new(),
            session: format!("http://127.0.0.1:{port}/session"),
            _folder: folder,
        };
        let profile = format!("--user-data-dir={}", browser._folder.path().display());
        let options = json!({ "args": [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", profile,
        ] });
        let capabilities = json!({ "alwaysMatch": { "goog:chromeOptions": options } });
        let body = json!({ "capabilities": capabilities });
        let session = browser.post("", body).await;
        let id = session["sessionId"].as_str().expect("a session");
        browser.session = format!("{}/{id}", browser.session);
        Some(browser)
    }

    async fn request(&self, method: Method, path: &str, body: Option<Value>) -> Value {
        let mut request = self
            .client
            .request(method, format!("{}{path}", self.session));
        if let Some(body) = body {
            request = request.body(body.to_string());
        }
        let response = request.send().await.expect("a response");
        let status = response.status();
        let text = response.text().await.expect("a body");
        assert!(status.is_success(), "{path}: {text}");
        let mut body: Value = serde_json::from_str(&text).expect("JSON");
        body["value"].take()
    }

    async fn post(&self, path: &str, body: Value) -> Value {
        self.request(Method::POST, path, Some(body)).await
    }

    /// Returns the path of the first element that matches.
    async fn find(&self, selector: &str) -> String {
        let query = json!({ "using": "css selector", "value": selector });
        let element = self.post("/element", query).await;
        let id = element.as_object().and_then(|it| it.values().next());
        let id = id.and_then(Value::as_str).expect("an element");
        format!("/element/{id}")
    }

    async fn click(&self, selector: &str) {
        let element = self.find(selector).await;
        self.post(&format!("{element}/click"), json!({})).await;
    }

    /// Returns the visible text of the page.
    async fn text(&self) -> String {
        let body = self.find("body").await;
        let text = self
            .request(Method::GET, &format!("{body}/text"), None)
            .await;
        text.as_str().expect("a text").to_owned()
    }

    /// Returns whether the page is as wide as a window of this size, without scrolling to the side.
    async fn fits(&self, width: u32, height: u32) -> bool {
        self.post("/window/rect", json!({ "width": width, "height": height }))
            .await;
        let script = "return document.documentElement.scrollWidth <= window.innerWidth";
        let result = self
            .post("/execute/sync", json!({ "script": script, "args": [] }))
            .await;
        result == true
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // ChromeDriver ends the browser when it ends itself, but not when it is killed.
        let session = self.session.clone();
        let quit = std::thread::spawn(move || {
            let address = session.trim_start_matches("http://");
            let (host, path) = address.split_once('/')?;
            let mut stream = TcpStream::connect(host).ok()?;
            let head = format!(
                "DELETE /{path} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            );
            stream.write_all(head.as_bytes()).ok()?;
            // The response comes once the browser has ended. ChromeDriver leaves the connection open.
            stream
                .set_read_timeout(Some(Duration::from_secs(10)))
                .ok()?;
            stream.read(&mut [0; 64]).ok()
        });
        let _ = quit.join();
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

#[tokio::test]
async fn an_operator_decides_in_a_browser() {
    let Some(browser) = Browser::start().await else {
        eprintln!("ChromeDriver is not installed: skipped");
        return;
    };
    let site = Site::start(ask).await;
    site.receive(1).await;
    let long = "A-very-long-name-without-any-place-to-break-a-line-".repeat(5);
    let other = callout(2, CREATED, "<b>Eve</b>", &long);
    assert!(site.call(other).await.status().is_success());

    let url = site.endpoint.page_url();
    browser.post("/url", json!({ "url": url })).await;
    let text = browser.text().await;
    assert!(text.contains("Ada requests Archive"), "{text}");
    assert!(text.contains("<b>Eve</b> requests A-very-long"), "{text}");
    assert!(text.contains("2 requests wait for a decision."), "{text}");
    assert!(browser.fits(1280, 900).await, "desktop");
    assert!(browser.fits(500, 900).await, "phone");

    let form = format!("form[action='/requests/{}']", id(1));
    let detail = browser.find(&format!("{form} input")).await;
    browser
        .post(&format!("{detail}/value"), json!({ "text": "Not now" }))
        .await;
    browser.click(&format!("{form} button[value=deny]")).await;
    let record = site.outcome(&id(1)).await;
    assert_eq!(record.decision.map(|it| it.verdict), Some(Verdict::Denied));
    assert!(site.mocks.graph.accepted()[0].body.contains("Not now"));

    let form = format!("form[action='/requests/{}']", id(2));
    browser
        .click(&format!("{form} button[value=approve]"))
        .await;
    site.outcome(&id(2)).await;
    browser.click("a[href='/']").await;
    let text = browser.text().await;
    assert!(text.contains("denied by operator"), "{text}");
    assert!(text.contains("approved by operator"), "{text}");
    assert!(text.contains("No request waits for a decision."), "{text}");
}
