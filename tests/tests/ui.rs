//! What the compiler says about each mistake, to the letter, and what compiles.
//!
//! The texts are those of the pinned toolchain. `TRYBUILD=overwrite cargo test -p odata-tests --test ui` writes them anew: read them
//! before committing, each should help whoever made the mistake.

#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    cases.pass("ui/pass/*.rs");
    for topic in [
        "attributes",
        "attributes/*",
        "bags",
        "enumeration",
        "generics",
        "hierarchy",
        "inheritance",
        "keys",
        "migration",
        "names",
        "navigation",
        "patch",
        "presence",
        "several",
        "validation",
    ] {
        cases.compile_fail(format!("ui/{topic}/*.rs"));
    }
}
