//! A copy of a collection.

use std::{collections::BTreeMap, fs, io::Write, path::Path};

use http::StatusCode;
use odata_core::{Collection, Delta, ODataResource, http::Query, json, payload::DeltaItem};

use crate::{
    BoxError,
    model::User,
    service::{RequestError, Service},
};

/// A copy of the users, and the link to their later changes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Copy {
    /// The users by their ids.
    pub users: BTreeMap<String, User>,
    /// The link to the changes since the last update.
    pub delta_link: Option<String>,
}

/// The numbers of users that an update changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Update {
    /// The new and changed users.
    pub changed: usize,
    /// The removed users.
    pub removed: usize,
}

/// A user in the response to a delta link, which has the changed properties only.
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", name = "user")]
struct ChangedUser {
    #[odata(key)]
    id: String,
    display_name: Option<Option<String>>,
    job_title: Option<Option<String>>,
}

impl Copy {
    /// Reads a copy from a file; without the file, the copy is empty.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn load(path: &Path) -> Result<Self, BoxError> {
        if !path.exists() {
            return Ok(Copy::default());
        }
        let stored: Collection<User> = json::from_slice(&fs::read(path)?)?;
        let delta_link = stored.delta_link.clone();
        let users = stored.into_iter().map(|user| (user.id.clone(), user));
        Ok(Copy {
            users: users.collect(),
            delta_link,
        })
    }

    /// Writes the copy to a file: the body that a service would send for it. A crash leaves the old file or the new one.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn store(&self, path: &Path) -> Result<(), BoxError> {
        let mut stored: Collection<User> = self.users.values().cloned().collect();
        stored.delta_link.clone_from(&self.delta_link);
        let new = path.with_extension("new");
        let mut file = fs::File::create(&new)?;
        file.write_all(&json::to_vec(&stored)?)?;
        file.sync_all()?;
        fs::rename(&new, path)?;
        Ok(())
    }

    /// Brings the copy up to date: all users the first time and after the delta link has expired, the changes otherwise. If an error
    /// occurs, the copy is unchanged.
    ///
    /// # Errors
    /// If a request fails.
    pub async fn update(&mut self, service: &Service) -> Result<Update, BoxError> {
        let (next, update) = match self.clone().follow(service).await {
            // Protocol 4.01 §11.4: the client starts again.
            Err(error) if self.delta_link.is_some() && is_gone(&error) => {
                let (next, mut update) = Copy::default().follow(service).await?;
                let is_removed = |id: &&String| !next.users.contains_key(*id);
                update.removed = self.users.keys().filter(is_removed).count();
                (next, update)
            }
            result => result?,
        };
        *self = next;
        Ok(update)
    }

    /// Reads pages until the last one.
    async fn follow(self, service: &Service) -> Result<(Self, Update), BoxError> {
        let mut next = self;
        let mut update = Update::default();
        let (mut url, mut query) = match next.delta_link.take() {
            Some(link) => (link, Query::new()),
            None => ("users/delta".to_owned(), Query::new().select::<User>()),
        };
        loop {
            let page: Delta<ChangedUser> = service.page(&url, &query).await?;
            // Links have the options of the first request.
            query = Query::new();
            let (items, envelope) = page.into_parts();
            for item in items {
                match item {
                    DeltaItem::Changed(user) => {
                        next.change(user);
                        update.changed += 1;
                    }
                    DeltaItem::Removed(removed) => {
                        if let Some(id) = removed.get::<String>("id")? {
                            next.users.remove(&id);
                            update.removed += 1;
                        }
                    }
                    DeltaItem::Link(_) | DeltaItem::DeletedLink(_) => {}
                }
            }
            match (envelope.next_link, envelope.delta_link) {
                (Some(link), _) => url = link,
                (None, Some(link)) => {
                    next.delta_link = Some(link);
                    return Ok((next, update));
                }
                (None, None) => return Err("the last page has no delta link".into()),
            }
        }
    }

    fn change(&mut self, changed: ChangedUser) {
        let user = self.users.entry(changed.id.clone()).or_default();
        user.id = changed.id;
        if let Some(display_name) = changed.display_name {
            user.display_name = display_name;
        }
        if let Some(job_title) = changed.job_title {
            user.job_title = job_title;
        }
    }
}

/// Returns whether a delta link has expired.
fn is_gone(error: &BoxError) -> bool {
    let response = error.downcast_ref().and_then(RequestError::response);
    response.is_some_and(|it| it.status() == StatusCode::GONE)
}
