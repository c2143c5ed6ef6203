//! The client over real sockets, against the mock of the demo.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
};

use client::{
    mock::Mock,
    model::{USERS, User, UserName, UserPatch},
    service::{RequestError, Service},
    sync::{Copy, Update},
};
use futures_util::TryStreamExt;
use odata_core::{
    ErrorKind,
    http::{BatchRequest, Query},
};

async fn start(names: &[&str]) -> (Mock, Service) {
    let mock = Mock::start().await.expect("a mock");
    for (number, name) in names.iter().enumerate() {
        mock.put(&number.to_string(), name);
    }
    let service = Service::new(&mock.root(), None).expect("a client");
    (mock, service)
}

fn url(id: &str) -> String {
    USERS.id_of_key(id).expect("a key")
}

fn title(title: &str) -> UserPatch {
    UserPatch {
        job_title: Some(Some(title.to_owned())),
        ..UserPatch::default()
    }
}

/// Returns the status of an error response.
fn status(error: &RequestError) -> Option<u16> {
    error.response().map(|it| it.status().as_u16())
}

#[tokio::test]
async fn a_stream_has_the_items_of_all_pages() {
    let names: Vec<String> = (0..10).map(|number| format!("name {number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let (mock, service) = start(&names).await;
    mock.overload(1);
    let query = Query::new().select::<UserName>();
    let users = service.items::<UserName>(USERS.url(), &query);
    let users: Vec<UserName> = users.try_collect().await.expect("users");
    let found: Vec<&str> = users
        .iter()
        .filter_map(|it| it.display_name.as_deref())
        .collect();
    assert_eq!(found, names);
    // Four pages, and the one that was rejected.
    assert_eq!(mock.requests(), 5);
}

#[tokio::test]
async fn an_endless_overload_is_an_error() {
    let (mock, service) = start(&["Ada"]).await;
    mock.overload(100);
    let error = service.get::<User>(&url("0"), &Query::new()).await;
    let error = error.expect_err("no response");
    assert_eq!(status(&error), Some(429));
    assert_eq!(
        error.to_string(),
        "429 Too Many Requests: TooManyRequests: Try again later."
    );
    assert_eq!(mock.requests(), 5);
    let users = service.items::<User>(USERS.url(), &Query::new());
    assert!(users.try_collect::<Vec<_>>().await.is_err());
}

#[tokio::test]
async fn a_change_requires_the_current_entity_tag() {
    let (_mock, service) = start(&["O'Neil"]).await;
    let path = url("0");
    let first = service
        .get::<User>(&path, &Query::new())
        .await
        .expect("a user");
    let etag = first.etag.expect("a tag");
    let new = service.patch(&path, &etag, &title("Analyst")).await;
    let new = new.expect("a change").expect("a tag");
    assert_ne!(new, etag);
    let second = service
        .get::<User>(&path, &Query::new())
        .await
        .expect("a user");
    assert_eq!(second.value.job_title.as_deref(), Some("Analyst"));
    assert_eq!(second.value.display_name.as_deref(), Some("O'Neil"));

    let error = service
        .patch(&path, &etag, &title("Clerk"))
        .await
        .expect_err("too late");
    assert_eq!(status(&error), Some(412));
    let cleared = UserPatch {
        job_title: Some(None),
        ..UserPatch::default()
    };
    service
        .patch(&path, &new, &cleared)
        .await
        .expect("a change");
    let third = service
        .get::<User>(&path, &Query::new())
        .await
        .expect("a user");
    assert_eq!(third.value.job_title, None);
}

#[tokio::test]
async fn an_invalid_change_is_not_sent() {
    let (mock, service) = start(&["Ada"]).await;
    let error = service
        .patch(&url("0"), "*", &title(&"x".repeat(129)))
        .await;
    match error.expect_err("invalid") {
        RequestError::Invalid(error) => assert_eq!(error.kind(), ErrorKind::Validation),
        other => unreachable!("{other}"),
    }
    assert_eq!(mock.requests(), 0);
}

#[tokio::test]
async fn an_unknown_user_is_an_odata_error() {
    let (_mock, service) = start(&[]).await;
    let error = service
        .get::<User>(&url("it's"), &Query::new())
        .await
        .expect_err("none");
    let response = error.response().expect("a response");
    assert_eq!(response.status().as_u16(), 404);
    let code = response.odata_error().and_then(|it| it.code());
    assert_eq!(code, Some("Request_ResourceNotFound"));
}

#[tokio::test]
async fn a_batch_has_a_response_for_each_request() {
    let (mock, service) = start(&["Ada", "Barbara"]).await;
    let batch = BatchRequest::new()
        .get("a", url("0"))
        .get("b", url("none"))
        .get("c", url("1"));
    let responses = service.batch(&batch).await.expect("a batch");
    let read = |id| responses.read::<User>(id).expect("a response");
    assert_eq!(read("a").expect("a user").value.id, "0");
    assert_eq!(read("c").expect("a user").value.id, "1");
    let error = read("b").expect_err("no user");
    assert_eq!(error.status().as_u16(), 404);
    assert!(responses.read::<User>("d").is_none());
    assert_eq!(mock.requests(), 1);
}

#[tokio::test]
async fn a_copy_survives_a_restart() {
    let file: PathBuf = env::temp_dir().join(format!("client-test-{}.json", process::id()));
    let (mock, service) = start(&["a", "b", "c", "d", "e"]).await;
    let mut copy = Copy::load(&file).expect("a copy");
    let update = copy.update(&service).await.expect("an update");
    assert_eq!(
        update,
        Update {
            changed: 5,
            removed: 0
        }
    );
    copy.store(&file).expect("a file");

    mock.put("7", "g");
    mock.remove("1");
    mock.put("0", "new");
    let mut restarted = Copy::load(&file).expect("a copy");
    fs::remove_file(&file).expect("a file");
    assert_eq!(restarted, copy);
    let update = restarted.update(&service).await.expect("an update");
    assert_eq!(
        update,
        Update {
            changed: 2,
            removed: 1
        }
    );
    let ids: Vec<&str> = restarted.users.keys().map(String::as_str).collect();
    assert_eq!(ids, ["0", "2", "3", "4", "7"]);
    let name = restarted
        .users
        .get("0")
        .and_then(|it| it.display_name.as_deref());
    assert_eq!(name, Some("new"));

    // Nothing has changed, and a failed update leaves the copy as it is.
    assert_eq!(
        restarted.update(&service).await.expect("an update"),
        Update::default()
    );
    let before = restarted.clone();
    drop(mock);
    assert!(restarted.update(&service).await.is_err());
    assert_eq!(restarted, before);
}

#[tokio::test]
async fn an_expired_link_starts_again() {
    let (mock, service) = start(&["a", "b", "c", "d", "e"]).await;
    let mut copy = Copy::default();
    copy.update(&service).await.expect("an update");
    mock.put("7", "g");
    mock.remove("1");
    mock.expire_links();
    let update = copy.update(&service).await.expect("an update");
    assert_eq!(
        update,
        Update {
            changed: 5,
            removed: 1
        }
    );
    let ids: Vec<&str> = copy.users.keys().map(String::as_str).collect();
    assert_eq!(ids, ["0", "2", "3", "4", "7"]);
    let update = copy.update(&service).await.expect("an update");
    assert_eq!(update, Update::default());
}

/// Runs the program in `folder`, with a token for the service.
async fn run(mock: &Mock, folder: &Path, token: &str) -> (bool, String) {
    // Cargo builds examples into a folder beside that of the tests.
    let tests = env::current_exe().expect("this test's path");
    let target = tests.ancestors().nth(2).expect("the folder of the tests");
    let name = format!("client{}", env::consts::EXE_SUFFIX);
    let mut program = process::Command::new(target.join("examples").join(name));
    program
        .current_dir(folder)
        .env("CLIENT_ROOT", mock.root())
        .env("CLIENT_TOKEN", token);
    // The mock is a task of this thread.
    let output = tokio::task::spawn_blocking(move || program.output());
    let output = output.await.expect("a task");
    let output = output.expect("cargo builds the examples before it runs tests");
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8(text).expect("a text");
    (output.status.success(), text)
}

#[tokio::test]
async fn the_program_uses_the_service_and_the_token_of_the_environment() {
    let folder = env::temp_dir().join(format!("client-program-{}", process::id()));
    fs::create_dir(&folder).expect("a folder");
    let (mock, _) = start(&["Ada", "Barbara"]).await;
    mock.require_token("secret");
    let (is_success, text) = run(&mock, &folder, "wrong").await;
    assert!(!is_success, "{text}");
    assert!(
        text.contains("401 Unauthorized: InvalidAuthenticationToken: The token is not accepted."),
        "{text}"
    );
    let (is_success, text) = run(&mock, &folder, "secret").await;
    assert!(is_success, "{text}");
    assert!(text.contains("0: Ada"), "{text}");
    assert!(
        text.contains("2 users, after 2 changes and 0 removals"),
        "{text}"
    );
    mock.remove("0");
    let (_, text) = run(&mock, &folder, "secret").await;
    assert!(
        text.contains("1 user, after 0 changes and 1 removal"),
        "{text}"
    );
    fs::remove_dir_all(&folder).expect("a folder");
}
