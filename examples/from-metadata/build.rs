//! Generates the service's types. A file of your own would be `metadata/my-service.xml`; these are the fixtures of `odata-codegen`.

use std::path::PathBuf;

use odata_codegen::{Config, Error, Navigation, Nulls};

fn main() -> Result<(), Error> {
    Config::new()
        .metadata("../../odata-codegen/tests/racks/Rack_v1.xml")
        .include("Rack.*")
        .include("Fan.*")
        .actions(true)
        .build_script("racks.rs")?;
    odd_metadata()
}

/// What the tests need: metadata that breaks rules still gives code that compiles. Its warnings are expected, so that they are not passed on.
fn odd_metadata() -> Result<(), Error> {
    let metadata = "../../odata-codegen/tests/odd/odd.xml";
    println!("cargo::rerun-if-changed={metadata}");
    let generated = Config::new()
        .metadata(metadata)
        .nulls(Nulls::Keep)
        .navigation(Navigation::Follow)
        .generate()?;
    let out = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default());
    generated.write_file(out.join("odd.rs"))
}
