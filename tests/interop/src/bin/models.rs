//! Writes each model into a folder, as `<name>.xml` and `<name>.json`: `models <folder>`. The subfolder `documents` has those of the odd
//! documents, and the documents themselves as `odata-csdl` writes them.

use std::{env, error::Error, fs, path::Path};

use odata_core::{
    Version,
    csdl::{Model, odata_csdl},
};
use odata_interop::documents::DOCUMENTS;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args_os()
        .nth(1)
        .ok_or("missing the folder: models <folder>")?;
    fs::create_dir_all(&folder)?;
    let folder = Path::new(&folder);
    write(folder, "own", &odata_interop::own::model())?;
    write(folder, "anything", &odata_interop::anything::model())?;
    write(folder, "graph", &odata_interop::graph::model())?;
    let folder = folder.join("documents");
    fs::create_dir_all(&folder)?;
    for source in DOCUMENTS {
        write(&folder, source.name, &source.model())?;
        let path = folder.join(format!("{}-rewritten", source.name));
        let mut document = source.document();
        // JSON has one version.
        document.version = odata_csdl::Version::V4_01;
        fs::write(path.with_extension("xml"), document.to_xml())?;
        fs::write(path.with_extension("json"), document.to_json())?;
    }
    Ok(())
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
