//! The descriptions of generated types agree with their metadata.
//!
//! Requires metadata: `ODATA_METADATA=<one CSDL file> cargo test -p odata-corpus`. Without it, the test prints a note and passes.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use std::{env, fs, path::PathBuf};

use odata_core::{
    Version,
    csdl::{Metadata, Model, odata_csdl::Document},
};
use odata_corpus::model::TYPES;
use odata_interop::facets;

#[test]
fn the_metadata_has_no_differences_from_the_types_that_it_generated() {
    let path = env::var_os("ODATA_METADATA").map(PathBuf::from);
    let Some(path) = path.filter(|path| path.is_file() && !TYPES.is_empty()) else {
        println!("skipped: the crate was not built with metadata of one file (ODATA_METADATA)");
        return;
    };
    let text = fs::read_to_string(path).expect("the metadata is a file");
    let is_json = text.trim_start_matches('\u{feff}').starts_with('{');
    let service = if is_json {
        Metadata::from_json(&text)
    } else {
        Metadata::from_xml(&text)
    };
    let service = service.expect("the metadata is CSDL");
    // A property with an untyped value names a type that no Rust type describes.
    let model = TYPES
        .iter()
        .fold(Model::new(), |model, ty| (ty.with_type)(model))
        .with_stubs();
    assert_eq!(model.compare(&service), []);

    let xml = model.to_xml(Version::V401).expect("the model is valid");
    let json = model.to_json().expect("the model is valid");
    for again in [Metadata::from_xml(&xml), Metadata::from_json(&json)] {
        assert_eq!(model.compare(&again.expect("what is written is CSDL")), []);
    }
    println!("{} types", model.names().count());
    let [source, written] = [&text, &xml].map(|it| Document::read(it, 0, &mut Vec::new()));
    for (facet, count) in facets::lost(&source, &written) {
        // The precision is that of times: types have no place for these.
        assert!(
            ["DefaultValue", "Precision", "SRID", "Unicode"].contains(&facet),
            "{facet} of {count} properties"
        );
        println!("not compared, since the types do not carry it: {facet} of {count} properties");
    }
}
