//! The mocks, and the settings of an endpoint that uses them.

use std::{net::Ipv4Addr, path::Path, time::Duration};

use crate::{
    BoxError, Settings,
    demo::{AUDIENCE, CALLER, CLIENT, Graph, Issuer},
    settings::{Limits, Secret},
};

/// The mocks of the identity provider and of Microsoft Graph.
#[derive(Debug)]
pub struct Mocks {
    /// The identity provider.
    pub issuer: Issuer,
    /// Microsoft Graph.
    pub graph: Graph,
}

impl Mocks {
    /// Starts both mocks.
    ///
    /// # Errors
    /// If no port is free.
    pub async fn start() -> Result<Self, BoxError> {
        Ok(Mocks {
            issuer: Issuer::start().await?,
            graph: Graph::start().await?,
        })
    }

    /// Returns the settings of an endpoint that uses the mocks, with its journal in `folder`. Its ports are free ones.
    #[must_use]
    pub fn settings(&self, folder: &Path) -> Settings {
        let any_port = (Ipv4Addr::LOCALHOST, 0).into();
        let (client_id, client_secret) = CLIENT;
        Settings {
            listen: any_port,
            page: any_port,
            database: folder.join("journal.redb"),
            authority: self.issuer.authority(),
            audience: AUDIENCE.to_owned(),
            caller: CALLER.to_owned(),
            graph: self.graph.root(),
            client_id: client_id.to_owned(),
            client_secret: Secret(client_secret.to_owned()),
            source: "Contoso.Endpoint".to_owned(),
            limits: Limits {
                first_wait: Duration::from_millis(50),
                ..Limits::default()
            },
        }
    }

    /// Returns the `Authorization` header of Entra.
    ///
    /// # Errors
    /// If the claims cannot be signed.
    pub fn authorization(&self) -> Result<String, BoxError> {
        Ok(format!(
            "Bearer {}",
            self.issuer.sign(&self.issuer.claims())?
        ))
    }
}
