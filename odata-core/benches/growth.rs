//! How the cost of reading grows with the model and with the body, as a ratio to hand-flattened serde structs.
//!
//! ```text
//! cargo bench -p odata-core --bench growth                        all points: half an hour, most of it to compile thousands of types
//! cargo bench -p odata-core --bench growth -- --axes depth,width
//! cargo bench -p odata-core --bench growth -- --smoke             two small points of each axis: checks that everything runs
//! ```
//!
//! | Axis | Grows |
//! |---|---|
//! | `depth` | the levels of an inheritance chain, two properties each |
//! | `width` | the properties of one type |
//! | `variants` | the types of a hierarchy; each item has another |
//! | `nesting` | the objects in objects of one item |
//! | `items` | the items of an array |
//!
//! The types are generated into a crate below `target/growth`, which is built and run. Both sides check the UTF-8 of the body once and read
//! it as a `&str`: `odata_core::json` the derived types, `serde_json` the flat structs, whose type an oracle supplies. A figure is the
//! median of pairs of measurements in alternating order, in processor time. The tables end with the largest figure of an axis in relation to
//! the smallest.

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

#[path = "growth/source.rs"]
mod source;

use source::Axis;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let mut axes = Axis::ALL.to_vec();
    // `cargo test --benches` passes no `--bench`.
    let mut smoke = !std::env::args().any(|argument| argument == "--bench");
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--bench" => {}
            "--smoke" => smoke = true,
            "--axes" => {
                let named = arguments.next().ok_or("`--axes` requires a value")?;
                axes.retain(|axis| named.split(',').any(|name| name == axis.name()));
            }
            _ => return Err(format!("unknown argument `{argument}`").into()),
        }
    }
    let programs: Vec<(&str, String)> = axes
        .iter()
        .map(|axis| (axis.name(), source::program(*axis, smoke)))
        .collect();
    let root = create(&programs)?;
    programs.iter().try_for_each(|(axis, _)| run(&root, axis))
}

/// Writes the crate, with a program for each axis, and returns its folder.
fn create(programs: &[(&str, String)]) -> Result<PathBuf> {
    let odata_core = Path::new(env!("CARGO_MANIFEST_DIR"));
    let home = odata_core
        .parent()
        .ok_or("the manifest has no parent folder")?;
    let root = home.join("target").join("growth");
    let sources = root.join("src");
    if sources.exists() {
        fs::remove_dir_all(&sources)?;
    }
    fs::create_dir_all(sources.join("bin"))?;
    let path = odata_core
        .to_str()
        .ok_or("the path of odata-core is not UTF-8")?;
    fs::write(root.join("Cargo.toml"), source::manifest(path))?;
    // The same versions of the dependencies as in this workspace.
    fs::copy(home.join("Cargo.lock"), root.join("Cargo.lock"))?;
    fs::write(sources.join("lib.rs"), include_str!("growth/measure.rs"))?;
    for (axis, program) in programs {
        fs::write(sources.join("bin").join(axis).with_extension("rs"), program)?;
    }
    Ok(root)
}

fn run(root: &Path, axis: &str) -> Result<()> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .current_dir(root)
        .args(["run", "--release", "--quiet", "--bin", axis])
        .env("CARGO_TARGET_DIR", root.join("target"))
        .status()?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("the program of `{axis}` failed: {status}").into())
    }
}
