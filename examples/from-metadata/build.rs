//! Generates the service's types. A file of your own would be `metadata/my-service.xml`; this one is the fixture of `odata-codegen`.

use odata_codegen::{Config, Error};

fn main() -> Result<(), Error> {
    Config::new()
        .metadata("../../odata-codegen/tests/racks/Rack_v1.xml")
        .include("Rack.*")
        .include("Fan.*")
        .actions(true)
        .build_script("racks.rs")?;
    Ok(())
}
