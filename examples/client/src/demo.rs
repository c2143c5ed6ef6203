//! The steps of the demo.

use std::path::Path;

use futures_util::TryStreamExt;
use odata_core::http::{BatchRequest, Query};

use crate::{
    BoxError,
    mock::Mock,
    model::{USERS, User, UserName, UserPatch},
    service::Service,
    sync::Copy,
};

/// Runs everything against the mock and prints it. `file` is where the copy of the users is stored.
///
/// # Errors
/// If anything happens other than what the demo expects.
pub async fn run(file: &Path) -> Result<(), BoxError> {
    let mock = Mock::start().await?;
    for (number, name) in ["Ada", "Barbara", "Edsger", "Grace", "Ken", "O'Neil", "Tony"]
        .into_iter()
        .enumerate()
    {
        mock.put(&format!("{number}"), name);
    }
    let service = Service::new(&mock.root(), None)?;

    mock.overload(2);
    names(&service).await?;
    println!(
        "  {} requests, because the service was overloaded twice",
        mock.requests()
    );

    println!("\nA change, and another one with the old entity tag:");
    let ada = USERS.id_of_key("0")?;
    let received = service
        .get::<User>(&ada, &Query::new().select::<User>())
        .await?;
    let etag = received.etag.ok_or("no entity tag")?;
    let patch = UserPatch {
        job_title: Some(Some("Analyst".to_owned())),
        ..UserPatch::default()
    };
    let new = service.patch(&ada, &etag, &patch).await?;
    println!("  PATCH {ada} with {etag}: now {}", new.unwrap_or_default());
    match service.patch(&ada, &etag, &patch).await {
        Ok(_) => return Err("the second change must fail".into()),
        Err(error) => println!("  PATCH {ada} with {etag}: {error}"),
    }

    println!("\nTwo reads in one batch:");
    let batch = BatchRequest::new()
        .get("ada", &*ada)
        .get("nobody", "users('x')");
    let responses = service.batch(&batch).await?;
    for id in ["ada", "nobody"] {
        match responses.read::<User>(id).ok_or("no response")? {
            Ok(user) => println!("  {id}: {:?}", user.value),
            Err(error) => println!("  {id}: {error}"),
        }
    }

    println!("\nA copy, and its update after a restart:");
    synchronize(&service, file).await?;
    mock.put("7", "Margaret");
    mock.remove("4");
    synchronize(&service, file).await?;
    println!("\nDone.");
    Ok(())
}

/// Prints the names of all users, page by page.
///
/// # Errors
/// If a request fails.
pub async fn names(service: &Service) -> Result<(), BoxError> {
    println!("The names of all users:");
    let query = Query::new().select::<UserName>();
    let mut users = std::pin::pin!(service.items::<UserName>(USERS.url(), &query));
    while let Some(user) = users.try_next().await? {
        println!("  {}: {}", user.id, user.display_name.unwrap_or_default());
    }
    Ok(())
}

/// Loads the copy, brings it up to date, and stores it.
///
/// # Errors
/// If a request fails, or the file cannot be read or written.
pub async fn synchronize(service: &Service, file: &Path) -> Result<(), BoxError> {
    let mut copy = Copy::load(file)?;
    let update = copy.update(service).await?;
    copy.store(file)?;
    println!(
        "  {}, after {} and {}",
        counted(copy.users.len(), "user"),
        counted(update.changed, "change"),
        counted(update.removed, "removal")
    );
    Ok(())
}

fn counted(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}
