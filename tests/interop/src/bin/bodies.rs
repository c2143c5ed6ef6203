//! Bodies for Microsoft's SDKs: `bodies write <file>` writes them, one a line, and `bodies compare <file> <answers> <name of the SDK>`
//! compares them with what an SDK made of them.

use std::{env, error::Error, fs, process::ExitCode};

use odata_interop::bodies::{compare, written};
use serde::{Deserialize, Serialize};
use serde_json::Value;

#[derive(Serialize, Deserialize)]
struct Body {
    base: String,
    body: String,
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["write", file] => {
            let mut text = String::new();
            for (base, body) in written()? {
                let base = base.to_owned();
                text.push_str(&serde_json::to_string(&Body { base, body })?);
                text.push('\n');
            }
            fs::write(file, text)?;
            Ok(ExitCode::SUCCESS)
        }
        ["compare", file, answers, sdk] => judge(&read(file)?, &read(answers)?, sdk),
        _ => Err("expected `write <file>` or `compare <file> <answers> <name>`".into()),
    }
}

fn read(file: &str) -> Result<Vec<Body>, Box<dyn Error>> {
    let text = fs::read_to_string(file)?;
    let lines = text.lines().map(serde_json::from_str);
    Ok(lines.collect::<Result<_, _>>()?)
}

fn judge(bodies: &[Body], answers: &[Body], sdk: &str) -> Result<ExitCode, Box<dyn Error>> {
    if bodies.len() != answers.len() {
        return Err("the SDK did not answer every body".into());
    }
    let (mut ours_at_fault, mut theirs_at_fault) = (0, 0);
    for (ours, theirs) in bodies.iter().zip(answers) {
        let (rule, difference) = match compare(&ours.base, &ours.body, &theirs.body) {
            Ok(None) => continue,
            Ok(Some(difference)) => (lost(&ours.body, &theirs.body)?, difference),
            Err(error) => (broken(&error), error.to_string()),
        };
        match rule {
            Some(rule) => {
                theirs_at_fault += 1;
                println!("  limit of the SDK: {}: {rule}", ours.base);
            }
            None => {
                ours_at_fault += 1;
                println!(
                    "  {difference}\n    of {}\n    as {}",
                    ours.body, theirs.body
                );
            }
        }
    }
    println!(
        "{sdk} to Rust: {} bodies, {ours_at_fault} differences, {theirs_at_fault} limits of the SDK",
        bodies.len()
    );
    Ok(ExitCode::from(u8::from(ours_at_fault > 0)))
}

/// The rule that the SDK breaks with a value that the types reject.
fn broken(error: &odata_core::Error) -> Option<String> {
    let is_duration = error
        .expected()
        .is_some_and(|it| it.contains("Edm.Duration"));
    let found = error.found().unwrap_or_default();
    let has_form = found.starts_with("string \"P") || found.starts_with("string \"-P");
    (is_duration && !has_form).then(|| {
        format!(
            "{}: {found} is not an Edm.Duration (OData ABNF 4.01, rule durationValue)",
            error.pointer()
        )
    })
}

/// What the SDK did not write back, if that is the only difference of the texts.
fn lost(ours: &str, theirs: &str) -> Result<Option<String>, serde_json::Error> {
    let mut lost = Vec::new();
    let is_rest_equal = missing(
        &serde_json::from_str(ours)?,
        &serde_json::from_str(theirs)?,
        "",
        &mut lost,
    );
    Ok((is_rest_equal && !lost.is_empty()).then(|| {
        format!(
            "it drops {}: a service would lose them (Protocol 4.01 §11.4.3)",
            lost.join(", ")
        )
    }))
}

/// Collects the members that only `ours` has. Returns whether everything else is equal.
fn missing(ours: &Value, theirs: &Value, at: &str, lost: &mut Vec<String>) -> bool {
    match (ours, theirs) {
        (Value::Object(ours), Value::Object(theirs)) => {
            theirs.keys().all(|name| ours.contains_key(name))
                && ours.iter().all(|(name, value)| {
                    let at = format!("{at}/{name}");
                    match theirs.get(name) {
                        Some(own) => missing(value, own, &at, lost),
                        None => {
                            lost.push(at);
                            true
                        }
                    }
                })
        }
        (Value::Array(ours), Value::Array(theirs)) => {
            let mut pairs = ours.iter().zip(theirs).enumerate();
            ours.len() == theirs.len()
                && pairs.all(|(index, (ours, theirs))| {
                    missing(ours, theirs, &format!("{at}/{index}"), lost)
                })
        }
        _ => ours == theirs,
    }
}
