//! Bodies for Microsoft's SDKs: `bodies write <file>` writes them, one a line, and `bodies compare <file> <answers> <name of the SDK>`
//! compares them with what an SDK made of them.

use std::{env, error::Error, process::ExitCode};

use odata_interop::{
    bodies::{compare, written},
    judge::{Body, judge, read, write},
};

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["write", file] => {
            let bodies = written()?.into_iter().map(|(base, body)| Body {
                base: base.to_owned(),
                body,
            });
            write(file, &bodies.collect::<Vec<_>>())?;
            Ok(ExitCode::SUCCESS)
        }
        ["compare", file, answers, sdk] => judge(&read(file)?, &read(answers)?, sdk, &compare),
        _ => Err("expected `write <file>` or `compare <file> <answers> <name>`".into()),
    }
}
