//! Arguments and output of the three programs.

use std::{
    error::Error,
    io::{self, Write},
    process::ExitCode,
};

use crate::line::Line;

/// The usage of a program.
#[derive(Debug, Clone, Copy)]
pub struct Program {
    /// The name of the program.
    pub name: &'static str,
    /// The name of its argument.
    pub argument: &'static str,
    /// The environment variable that its build requires.
    pub variable: &'static str,
    /// Whether the variable was set.
    pub built: bool,
}

impl Program {
    /// Returns the argument.
    ///
    /// # Errors
    ///
    /// If the argument is missing, or the program was built without types. The message explains the usage.
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

/// Prints the error, if there is one.
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
    /// Writes to standard output.
    #[must_use]
    pub fn new() -> Results {
        Results(io::BufWriter::new(io::stdout()))
    }

    /// Writes one line.
    ///
    /// # Errors
    ///
    /// If standard output is closed.
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
