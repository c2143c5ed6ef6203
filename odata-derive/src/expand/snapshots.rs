//! The expansion of a few small items, as committed in `expansions`: `x.rs` is the item, `x.expected.rs` what the derive adds to
//! it.
//!
//! These files make a change of the expansion readable. `ODATA_EXPANSIONS=overwrite cargo test -p odata-derive` updates them.

use std::{env, error::Error, fs, path::Path};

use proc_macro2::TokenStream;
use syn::DeriveInput;

use super::{enumeration, resource_or_hierarchy};

type Derive = fn(&DeriveInput) -> TokenStream;

fn assert_expansion(name: &str, derive: Derive) -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("expansions");
    let item = fs::read_to_string(folder.join(name).with_extension("rs"))?;
    let expansion = syn::parse2(derive(&syn::parse_str(&item)?))?;
    let expansion = prettyplease::unparse(&expansion);
    let file = folder.join(name).with_extension("expected.rs");
    if env::var_os("ODATA_EXPANSIONS").is_some_and(|it| it == "overwrite") {
        fs::write(&file, expansion)?;
        return Ok(());
    }
    let expected = fs::read_to_string(&file)?;
    let differs = expected
        .lines()
        .zip(expansion.lines())
        .position(|(a, b)| a != b);
    match differs {
        Some(line) => Err(format!(
            "{}:{}: expected `{}`, expanded to `{}`",
            file.display(),
            line + 1,
            expected.lines().nth(line).unwrap_or_default(),
            expansion.lines().nth(line).unwrap_or_default(),
        )
        .into()),
        None if expected == expansion => Ok(()),
        None => Err(format!("{}: the length differs", file.display()).into()),
    }
}

#[test]
fn a_flat_resource() -> Result<(), Box<dyn Error>> {
    assert_expansion("flat", resource_or_hierarchy)
}

#[test]
fn a_resource_with_a_base_and_bags() -> Result<(), Box<dyn Error>> {
    assert_expansion("base_and_bags", resource_or_hierarchy)
}

#[test]
fn a_resource_that_starts_from_its_default() -> Result<(), Box<dyn Error>> {
    assert_expansion("default", resource_or_hierarchy)
}

#[test]
fn a_generic_resource_built_of_parts() -> Result<(), Box<dyn Error>> {
    assert_expansion("parts", resource_or_hierarchy)
}

#[test]
fn a_hierarchy() -> Result<(), Box<dyn Error>> {
    assert_expansion("hierarchy", resource_or_hierarchy)
}

#[test]
fn an_enumeration() -> Result<(), Box<dyn Error>> {
    assert_expansion("enumeration", enumeration)
}

#[test]
fn an_item_with_an_error_has_impls_that_prevent_further_errors() -> Result<(), Box<dyn Error>> {
    assert_expansion("mistake", resource_or_hierarchy)
}

/// Users may rename the runtime or reach it through another crate: the expansion must use the path in `crate` only.
#[test]
fn the_expansion_uses_the_path_in_crate() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("expansions");
    let items: [(&str, Derive); 5] = [
        ("flat", resource_or_hierarchy),
        ("base_and_bags", resource_or_hierarchy),
        ("parts", resource_or_hierarchy),
        ("hierarchy", resource_or_hierarchy),
        ("enumeration", enumeration),
    ];
    for (name, derive) in items {
        let item = fs::read_to_string(folder.join(name).with_extension("rs"))?;
        let item = item.replacen("#[odata(", "#[odata(crate = my::wire, ", 1);
        let expansion = derive(&syn::parse_str(&item)?).to_string();
        assert!(
            expansion.contains("use my :: wire :: __private as _odata"),
            "{name}"
        );
        assert!(!expansion.contains("odata_core"), "{name}");
    }
    Ok(())
}
