//! Writes each model into a folder, as `<name>.xml` and `<name>.json`: `models <folder>`.

use std::{env, error::Error, fs, path::Path};

use odata_core::{Version, csdl::Model};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args_os()
        .nth(1)
        .ok_or("missing the folder: models <folder>")?;
    fs::create_dir_all(&folder)?;
    let folder = Path::new(&folder);
    write(folder, "own", &odata_interop::own::model())?;
    write(folder, "anything", &odata_interop::anything::model())?;
    write(folder, "graph", &odata_interop::graph::model())
}

fn write(folder: &Path, name: &str, model: &Model) -> Result<(), Box<dyn Error>> {
    fs::write(
        folder.join(name).with_extension("xml"),
        model.to_xml(Version::V401)?,
    )?;
    fs::write(folder.join(name).with_extension("json"), model.to_json()?)?;
    println!("{name}: {} types", model.names().count());
    Ok(())
}
