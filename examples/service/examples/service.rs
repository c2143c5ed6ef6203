//! The service as a program: `cargo run --example service -- [ADDRESS] [FILE]`.

use std::{env, path::PathBuf};

use service::{BoxError, router::Running, store::Store};

#[tokio::main]
async fn main() -> Result<(), BoxError> {
    let mut arguments = env::args().skip(1);
    let address = arguments.next().unwrap_or_else(|| "127.0.0.1:8080".into());
    let file = arguments.next().map(PathBuf::from);
    let store = Store::open(&file.unwrap_or_else(|| "products.redb".into()))?;
    let running = Running::start(&address, store).await?;
    println!("http://{}/", running.address);
    running.wait().await
}
