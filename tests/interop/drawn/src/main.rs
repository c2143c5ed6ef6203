//! `drawn write <metadata> <file>` writes three bodies of each drawn type, one a line, and `drawn compare <file> <answers> <name of the SDK>`
//! compares them with what an SDK made of them.

use std::{env, error::Error, fs, process::ExitCode};

use odata_csdl::Document;
use odata_interop::judge::{Body, judge, read, write};
use odata_interop_drawn::{
    body::{Bodies, Density},
    draw,
    generated::TYPES,
    table::Drawn,
};

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["write", metadata, file] => {
            let text = fs::read_to_string(metadata)?;
            let document = Document::from_xml(&text, 0, &mut Vec::new());
            let seed = draw::seed()?;
            let mut random = Bodies::new(&document, seed);
            let mut bodies = Vec::new();
            for drawn in TYPES {
                for density in Density::EACH {
                    let body = random.body(drawn.name, density).to_string();
                    let written = (drawn.write)(&body);
                    let body =
                        written.map_err(|error| format!("{}: {error}\n{body}", drawn.name))?;
                    bodies.push(Body {
                        base: drawn.name.to_owned(),
                        body,
                    });
                }
            }
            println!(
                "seed {seed}: {} types, {} bodies",
                TYPES.len(),
                bodies.len()
            );
            write(file, &bodies)?;
            Ok(ExitCode::SUCCESS)
        }
        ["compare", file, answers, sdk] => {
            let find = |name: &str| TYPES.iter().find(|it| it.name == name);
            let compare = |name: &str, ours: &str, theirs: &str| match find(name) {
                Some(Drawn { compare, .. }) => compare(ours, theirs),
                None => Ok(Some(format!("unknown type {name}"))),
            };
            judge(&read(file)?, &read(answers)?, sdk, &compare)
        }
        _ => Err("expected `write <metadata> <file>` or `compare <file> <answers> <name>`".into()),
    }
}
