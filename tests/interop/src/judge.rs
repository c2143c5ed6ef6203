//! The answers of an SDK, and who is right where they differ.

use std::{error::Error, fs, process::ExitCode, str::FromStr};

use odata_core::edm::{DateTimeOffset, Duration, TimeOfDay};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A body, and the name of the type that it is read as.
#[derive(Debug, Serialize, Deserialize)]
pub struct Body {
    /// The name of the type.
    pub base: String,
    /// The text.
    pub body: String,
}

/// Compares a body with what an SDK wrote after it had read the body, by the name of the type. Returns the difference.
pub type Compare<'a> = &'a dyn Fn(&str, &str, &str) -> Result<Option<String>, odata_core::Error>;

/// Reads bodies, one a line.
///
/// # Errors
/// The file cannot be read, or has other lines.
pub fn read(file: &str) -> Result<Vec<Body>, Box<dyn Error>> {
    let text = fs::read_to_string(file)?;
    let lines = text.lines().map(serde_json::from_str);
    Ok(lines.collect::<Result<_, _>>()?)
}

/// Writes bodies, one a line.
///
/// # Errors
/// The file cannot be written.
pub fn write(file: &str, bodies: &[Body]) -> Result<(), Box<dyn Error>> {
    let mut text = String::new();
    for body in bodies {
        text.push_str(&serde_json::to_string(body)?);
        text.push('\n');
    }
    fs::write(file, text)?;
    Ok(())
}

/// Prints the differences between the bodies and the answers of an SDK, each with the rule that decides who is right. Fails if one is ours.
///
/// # Errors
/// The SDK left out a body, or an answer is not JSON.
pub fn judge(
    bodies: &[Body],
    answers: &[Body],
    sdk: &str,
    compare: Compare<'_>,
) -> Result<ExitCode, Box<dyn Error>> {
    if bodies.len() != answers.len() {
        return Err("the SDK did not answer every body".into());
    }
    let (mut ours_at_fault, mut theirs_at_fault) = (0, 0);
    // The SDK has no such type if it answers nothing.
    let known = |(_, theirs): &(&Body, &Body)| !theirs.body.is_empty();
    let pairs: Vec<_> = bodies.iter().zip(answers).filter(known).collect();
    for (ours, theirs) in &pairs {
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
        pairs.len()
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
    let pointer = error.pointer();
    if is_duration && !has_form {
        return Some(format!(
            "{pointer}: {found} is not an Edm.Duration (OData ABNF 4.01, rule durationValue)"
        ));
    }
    // Both SDKs lose combinations of flags that they do not expect.
    let text = error.to_string();
    let is_member = text.contains("an empty text is not a member")
        || text.contains("invalid type: null, expected a string with members");
    is_member.then(|| {
        format!("{pointer}: it replaces members of an enumeration by null or by an empty text (OData ABNF 4.01, rule enumValue)")
    })
}

/// Returns whether both texts have the same values. Members have no order, and a value may have several texts.
///
/// # Errors
/// One of the texts is not JSON.
pub fn is_equal(ours: &str, theirs: &str) -> Result<bool, serde_json::Error> {
    let (ours, theirs) = (serde_json::from_str(ours)?, serde_json::from_str(theirs)?);
    let mut lost = Vec::new();
    Ok(missing(&ours, &theirs, "", &mut lost) && lost.is_empty())
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
            (theirs.keys()).all(|name| name == "@odata.type" || ours.contains_key(name))
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
        (Value::Number(ours), Value::Number(theirs)) => ours.as_f64() == theirs.as_f64(),
        (Value::String(ours), Value::String(theirs)) => {
            ours == theirs || is_same_time(ours, theirs)
        }
        _ => ours == theirs,
    }
}

/// Returns whether both texts are the same point in time, time of day or duration.
fn is_same_time(ours: &str, theirs: &str) -> bool {
    fn are_equal<T: FromStr + PartialEq>(ours: &str, theirs: &str) -> bool {
        matches!((ours.parse::<T>(), theirs.parse::<T>()), (Ok(ours), Ok(theirs)) if ours == theirs)
    }
    are_equal::<DateTimeOffset>(ours, theirs)
        || are_equal::<TimeOfDay>(ours, theirs)
        || are_equal::<Duration>(ours, theirs)
}
