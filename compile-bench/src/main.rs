//! Times the compiler on 500 structs of eight properties, in chains of three, derived by `odata-core` and by serde.
//!
//! ```text
//! cargo run --release -p compile-bench                                     five to ten minutes
//! cargo run --release -p compile-bench -- --rounds 1 --engines odata,flat
//! cargo run --release -p compile-bench -- --smoke                          a few types: checks that everything runs
//! ```
//!
//! The dependencies are built beforehand. Each measurement compiles one crate, which includes running the derive. The engines alternate,
//! and a figure is the minimum of the rounds, since other load of the machine only adds. Seconds are processor time on Linux and elapsed
//! time elsewhere. `release` generates the code to read and write a hundred types; `size` is the size of that library.

mod source;

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use source::Engine;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

struct Arguments {
    rounds: usize,
    structs: usize,
    calls: usize,
    engines: Vec<Engine>,
}

impl Arguments {
    fn parse() -> Result<Self> {
        let mut parsed = Self {
            rounds: 3,
            structs: 500,
            calls: 100,
            engines: Engine::ALL.to_vec(),
        };
        let mut arguments = std::env::args().skip(1);
        while let Some(argument) = arguments.next() {
            let mut value = || {
                arguments
                    .next()
                    .ok_or_else(|| format!("{argument} needs a value"))
            };
            match argument.as_str() {
                "--smoke" => (parsed.rounds, parsed.structs, parsed.calls) = (1, 6, 2),
                "--rounds" => parsed.rounds = value()?.parse()?,
                "--structs" => parsed.structs = value()?.parse()?,
                "--calls" => parsed.calls = value()?.parse()?,
                "--engines" => {
                    let named = value()?;
                    parsed
                        .engines
                        .retain(|engine| named.split(',').any(|name| name == engine.name()));
                }
                _ => return Err(format!("unknown argument `{argument}`").into()),
            }
        }
        Ok(parsed)
    }
}

/// The minimum cost of one engine's crate.
struct Cost {
    engine: Engine,
    check: f64,
    release: f64,
    /// In bytes.
    size: f64,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse()?;
    let workspace = Workspace::create()?;
    let mut costs: Vec<Cost> = Vec::new();
    for &engine in &arguments.engines {
        // An empty library builds the dependencies.
        workspace.time(engine, "", &["check"])?;
        workspace.time(engine, "", &["build", "--release"])?;
        costs.push(Cost {
            engine,
            check: f64::INFINITY,
            release: f64::INFINITY,
            size: f64::INFINITY,
        });
    }
    for _ in 0..arguments.rounds {
        for cost in &mut costs {
            let library = source::library(cost.engine, arguments.structs, arguments.calls);
            let check = workspace.time(cost.engine, &library, &["check"])?;
            let release = workspace.time(cost.engine, &library, &["build", "--release"])?;
            cost.check = cost.check.min(check);
            cost.release = cost.release.min(release);
            cost.size = workspace.library_size(cost.engine)?;
        }
    }
    report(&arguments, &costs);
    Ok(())
}

fn report(arguments: &Arguments, costs: &[Cost]) {
    let Arguments {
        rounds,
        structs,
        calls,
        ..
    } = arguments;
    println!("{structs} structs, {calls} of them read and written; minimum of {rounds} rounds");
    for cost in costs {
        let size = cost.size / 1e6;
        println!(
            "{:<8} check {:>7.2} s   release {:>7.2} s   size {size:>7.2} MB",
            cost.engine.name(),
            cost.check,
            cost.release
        );
    }
    let Some(odata) = costs.iter().find(|cost| cost.engine == Engine::Odata) else {
        return;
    };
    for cost in costs.iter().filter(|cost| cost.engine != Engine::Odata) {
        let (check, release, size) = (
            odata.check / cost.check,
            odata.release / cost.release,
            odata.size / cost.size,
        );
        println!(
            "odata to {:<8} check {check:.3}   release {release:.3}   size {size:.3}",
            cost.engine.name()
        );
    }
}

/// The generated crates, in the target folder of this workspace.
struct Workspace(PathBuf);

impl Workspace {
    fn create() -> Result<Self> {
        let home = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .ok_or("the manifest has no parent folder")?;
        let root = home.join("target").join("compile-bench");
        let odata_core = home.join("odata-core");
        let odata_core = odata_core
            .to_str()
            .ok_or("the path of odata-core is not UTF-8")?;
        fs::create_dir_all(&root)?;
        fs::write(root.join("Cargo.toml"), source::workspace())?;
        // The same versions of the dependencies as in this workspace.
        fs::copy(home.join("Cargo.lock"), root.join("Cargo.lock"))?;
        for engine in Engine::ALL {
            let folder = root.join(engine.name());
            fs::create_dir_all(folder.join("src"))?;
            fs::write(
                folder.join("Cargo.toml"),
                source::manifest(engine, odata_core),
            )?;
            fs::write(folder.join("src/lib.rs"), "")?;
        }
        Ok(Self(root))
    }

    fn cargo(&self, engine: Engine, command: &[&str]) -> Result<()> {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut process = Command::new(cargo);
        process
            .current_dir(&self.0)
            .args(command)
            .args(["--quiet", "--package", engine.name()]);
        // Independent of the caller's environment; nothing is reused from the previous run.
        process
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_TARGET_DIR", self.0.join("target"));
        let status = process.status()?;
        if status.success() {
            Ok(())
        } else {
            Err(format!("cargo {} failed: {status}", command.join(" ")).into())
        }
    }

    /// Returns the seconds to compile this library. Cargo builds it because the file is new.
    fn time(&self, engine: Engine, library: &str, command: &[&str]) -> Result<f64> {
        fs::write(self.0.join(engine.name()).join("src/lib.rs"), library)?;
        let start = (Instant::now(), processor_time());
        self.cargo(engine, command)?;
        Ok(match (start.1, processor_time()) {
            (Some(start), Some(end)) => end - start,
            _ => start.0.elapsed().as_secs_f64(),
        })
    }

    fn library_size(&self, engine: Engine) -> Result<f64> {
        let library = self
            .0
            .join("target/release")
            .join(format!("lib{}.rlib", engine.name()));
        Ok(fs::metadata(library)?.len() as f64)
    }
}

/// Returns the processor time of all finished child processes, in seconds: fields 16 and 17 of `proc_pid_stat(5)`, in hundredths.
fn processor_time() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The second field, the name of the program in parentheses, may contain spaces.
    let (_, rest) = stat.rsplit_once(')')?;
    let ticks = rest
        .split_whitespace()
        .skip(13)
        .take(2)
        .map(|field| field.parse::<f64>().ok());
    ticks.sum::<Option<f64>>().map(|ticks| ticks / 100.0)
}
