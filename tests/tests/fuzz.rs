//! Runs the seeds and the finds of every fuzz target.

use std::{fs, io, path::Path};

#[test]
fn every_seed_and_find_of_the_fuzz_targets_passes() -> io::Result<()> {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz");
    for (name, target) in odata_fuzz::TARGETS {
        let seeds = run(&fuzz.join("seeds").join(name), *target)?;
        assert!(seeds > 0, "{name} has no seed");
        run(&fuzz.join("corpus").join(name), *target)?;
    }
    Ok(())
}

/// Runs the target for every file of the folder, if the folder exists.
fn run(folder: &Path, target: fn(&[u8])) -> io::Result<usize> {
    let Ok(files) = fs::read_dir(folder) else {
        return Ok(0);
    };
    let mut count = 0;
    for file in files {
        let path = file?.path();
        // The captured output names the file that fails.
        println!("{}", path.display());
        target(&fs::read(&path)?);
        count += 1;
    }
    Ok(count)
}
