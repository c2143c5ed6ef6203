//! What the three programs share: arguments, output, and what they say when they have nothing to work with.

use std::{
    error::Error,
    io::{self, Write},
    process::ExitCode,
};

use crate::line::Line;

/// What a program is given and what it was built from.
#[derive(Debug, Clone, Copy)]
pub struct Program {
    /// Its name.
    pub name: &'static str,
    /// What its argument is.
    pub argument: &'static str,
    /// The environment variable that it must be built with.
    pub variable: &'static str,
    /// Whether it was.
    pub built: bool,
}

impl Program {
    /// The one argument.
    ///
    /// # Errors
    ///
    /// There is none, or the program was built without the types it needs: the message says how to use it.
    pub fn argument(&self) -> Result<String, Box<dyn Error>> {
        let Program {
            name,
            argument,
            variable,
            built,
        } = self;
        let usage = format!(
            "{variable}=... cargo run --release -p odata-corpus --bin {name} -- {argument} > results.jsonl"
        );
        if !built {
            return Err(
                format!("built without types: set {variable} when building\n{usage}").into(),
            );
        }
        Ok(std::env::args()
            .nth(1)
            .ok_or_else(|| format!("an argument is missing\n{usage}"))?)
    }
}

/// Says what went wrong, if anything did.
#[must_use]
pub fn exit(result: Result<(), Box<dyn Error>>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Writes result lines.
pub struct Results(io::BufWriter<io::Stdout>);

impl Results {
    /// To standard output.
    #[must_use]
    pub fn new() -> Results {
        Results(io::BufWriter::new(io::stdout()))
    }

    /// Writes one line.
    ///
    /// # Errors
    ///
    /// Standard output is gone.
    pub fn line(&mut self, line: &Line<'_>) -> Result<(), Box<dyn Error>> {
        serde_json::to_writer(&mut self.0, line)?;
        self.0.write_all(b"\n")?;
        Ok(())
    }
}

impl Default for Results {
    fn default() -> Self {
        Results::new()
    }
}
