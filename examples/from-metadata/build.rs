//! Generates the types of a service. The metadata is a fixture of `odata-codegen`; in your crate it is a file such as
//! `metadata/my-service.xml`.

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

/// Generates types from metadata with faults, for the tests. Its warnings are expected and not shown.
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
