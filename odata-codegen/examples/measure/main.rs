//! What a service's types cost: time to generate them, time to check them against the same types with serde's derives, size of the
//! library, memory that the compiler takes.
//!
//! ```text
//! cargo run --release -p odata-codegen --example measure -- graph.xml
//! ```
//!
//! Dependencies are built beforehand; every check is of the one crate, from nothing. The least of the rounds counts (three, or as many as a
//! second argument says), since whatever else a machine does only adds. Seconds are processor time where `/usr/bin/time` tells it, else
//! time on the wall.

mod serde_twin;

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use odata_codegen::{Config, Navigation};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let metadata = env::args().nth(1).ok_or("which metadata? measure FILE")?;
    let rounds = env::args().nth(2).map_or(Ok(3), |rounds| rounds.parse())?;
    let config = Config::new()
        .metadata(&metadata)
        .navigation(Navigation::Follow);
    let started = Instant::now();
    let generated = config.generate()?;
    println!(
        "generate            {:>7.2} s, {} types, {} bytes",
        started.elapsed().as_secs_f64(),
        generated.types().len(),
        generated.text().len()
    );

    let workspace = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .ok_or("the workspace is gone")?;
    let folder = workspace.join("target/measure");
    let core = workspace.join("odata-core");
    let derived = crate_at(
        &folder,
        "derived",
        &format!("odata-core = {{ path = {core:?} }}"),
        generated.text(),
    )?;
    let twin = serde_twin::twin(generated.text())?;
    let serde = crate_at(
        &folder,
        "serde-twin",
        "serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"",
        &twin,
    )?;

    let ours = least(rounds, || cargo(&derived, &["check"]))?;
    let theirs = least(rounds, || cargo(&serde, &["check"]))?;
    println!(
        "check, odata-core   {:>7.2} s, {} MB at most",
        ours.seconds, ours.megabytes
    );
    println!(
        "check, serde_derive {:>7.2} s, {} MB at most",
        theirs.seconds, theirs.megabytes
    );
    println!("ratio               {:>7.2}", ours.seconds / theirs.seconds);
    for (name, folder) in [("odata-core", &derived), ("serde_derive", &serde)] {
        let built = cargo(folder, &["build", "--release"])?;
        println!(
            "release, {name:<12} {:>6.2} s, {} MB at most, library of {:.1} MB",
            built.seconds,
            built.megabytes,
            library(folder)?
        );
    }
    Ok(())
}

/// A crate of one file, as a workspace of its own.
fn crate_at(folder: &Path, name: &str, dependencies: &str, text: &str) -> Result<PathBuf> {
    let folder = folder.join(name);
    fs::create_dir_all(folder.join("src"))?;
    fs::write(
        folder.join("Cargo.toml"),
        format!(
            "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n{dependencies}\n"
        ),
    )?;
    let allowed = if text.starts_with("#!") {
        ""
    } else {
        "#![allow(unused_imports)]\n"
    };
    fs::write(folder.join("src/lib.rs"), format!("{allowed}{text}"))?;
    Ok(folder)
}

#[derive(Clone, Copy)]
struct Cost {
    seconds: f64,
    megabytes: u64,
}

fn least(rounds: usize, mut measured: impl FnMut() -> Result<Cost>) -> Result<Cost> {
    let mut best = measured()?;
    for _ in 1..rounds {
        let next = measured()?;
        best.seconds = best.seconds.min(next.seconds);
        best.megabytes = best.megabytes.min(next.megabytes);
    }
    Ok(best)
}

/// Runs Cargo on the crate alone: a first run builds the dependencies, then the crate's own artefacts go and it is built again.
fn cargo(folder: &Path, arguments: &[&str]) -> Result<Cost> {
    let name = folder.file_name().ok_or("a crate has a name")?;
    let run = |program: &mut Command| -> Result<String> {
        let output = program
            .current_dir(folder)
            .env_remove("CARGO_TARGET_DIR")
            .env("CARGO_INCREMENTAL", "0")
            .output()?;
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        if output.status.success() {
            Ok(text)
        } else {
            Err(text.into())
        }
    };
    run(Command::new("cargo").args(arguments).arg("--quiet"))?;
    let profile: &[&str] = if arguments.contains(&"--release") {
        &["--release"]
    } else {
        &[]
    };
    run(Command::new("cargo")
        .arg("clean")
        .args(profile)
        .arg("--package")
        .arg(name))?;
    let time = Path::new("/usr/bin/time");
    let mut command = if time.exists() {
        Command::new(time)
    } else {
        Command::new("cargo")
    };
    if time.exists() {
        command.args(["-v", "cargo"]);
    }
    let started = Instant::now();
    let said = run(command.args(arguments).arg("--quiet"))?;
    let wall = started.elapsed().as_secs_f64();
    let told = |what: &str| {
        said.lines()
            .find_map(|line| line.trim().strip_prefix(what)?.trim().parse::<f64>().ok())
    };
    let processor = told("User time (seconds):")
        .zip(told("System time (seconds):"))
        .map(|(user, system)| user + system);
    let kilobytes = said.lines().find_map(|line| {
        line.trim()
            .strip_prefix("Maximum resident set size (kbytes): ")?
            .parse::<u64>()
            .ok()
    });
    let seconds = processor.unwrap_or(wall);
    Ok(Cost {
        seconds,
        megabytes: kilobytes.unwrap_or_default() / 1024,
    })
}

/// The size of the crate's library in megabytes.
fn library(folder: &Path) -> Result<f64> {
    let mut size = 0;
    for entry in fs::read_dir(folder.join("target/release"))? {
        let path = entry?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "rlib")
        {
            size += fs::metadata(path)?.len();
        }
    }
    #[allow(
        clippy::cast_precision_loss,
        reason = "a size in megabytes has few digits"
    )]
    let megabytes = size as f64 / (1024.0 * 1024.0);
    Ok(megabytes)
}
