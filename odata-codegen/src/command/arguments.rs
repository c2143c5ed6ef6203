//! The arguments, by hand: few of them, and messages that say what would be right.

use std::ffi::OsString;
use std::path::PathBuf;

use odata_codegen::{Config, Navigation, Nulls, Override};

#[derive(Debug)]
pub(crate) struct Arguments {
    pub(crate) config: Config,
    pub(crate) task: Task,
    pub(crate) quiet: bool,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Task {
    Write(PathBuf),
    DryRun(PathBuf),
    List,
    Check,
}

const OPTIONS: [&str; 19] = [
    "--metadata",
    "--no-follow",
    "--include",
    "--exclude",
    "--navigation",
    "--hierarchy",
    "--actions",
    "--nulls",
    "--nullable-items",
    "--override",
    "--core-path",
    "--out",
    "--list",
    "--dry-run",
    "--check",
    "--quiet",
    "--strict",
    "--strict-model",
    "--help",
];

/// `None` where help was asked for.
pub(crate) fn parse(
    arguments: impl Iterator<Item = OsString>,
) -> Result<Option<Arguments>, String> {
    let mut arguments = split(arguments)?.into_iter().peekable();
    let mut config = Config::new();
    let (mut out, mut list, mut dry_run, mut check, mut quiet, mut any_metadata) =
        (None, false, false, false, false, false);
    while let Some(option) = arguments.next() {
        let mut value = |what: &str| {
            arguments
                .next_if(|next| !next.starts_with('-'))
                .ok_or_else(|| format!("`{option}` needs {what} after it"))
        };
        config = match option.as_str() {
            "-h" | "--help" => return Ok(None),
            "-m" | "--metadata" => {
                any_metadata = true;
                let mut config = config.metadata(value("a file or folder")?);
                while let Some(path) = arguments.next_if(|next| !next.starts_with('-')) {
                    config = config.metadata(path);
                }
                config
            }
            "-i" | "--include" => {
                config.include(value("a pattern such as 'microsoft.graph.user*'")?)
            }
            "-x" | "--exclude" => config.exclude(value("a pattern")?),
            "--hierarchy" => config.hierarchy(value("a pattern")?),
            "--navigation" => config.navigation(navigation(&value("follow, reference or skip")?)?),
            "--nulls" => config.nulls(nulls(&value("merge or keep")?)?),
            "--override" => {
                let (name, replacement) = replacement(&value("NAME=WHAT")?)?;
                config.override_type(name, replacement)
            }
            "--core-path" => config.core_path(value("a path such as ::odata_core")?),
            "--actions" => config.actions(true),
            "--nullable-items" => config.nullable_items(true),
            "--no-follow" => config.follow_references(false),
            "--strict" => config.strict(true),
            "--strict-model" => config.strict_model(true),
            other => {
                match other {
                    "-o" | "--out" => {
                        out = Some(PathBuf::from(value(
                            "a folder, or a file that ends in .rs",
                        )?))
                    }
                    "--list" => list = true,
                    "--dry-run" => dry_run = true,
                    "--check" => check = true,
                    "-q" | "--quiet" => quiet = true,
                    _ => return Err(unknown(other)),
                }
                config
            }
        };
    }
    if !any_metadata {
        return Err("no metadata is given: --metadata FILE".to_owned());
    }
    let task = match (check, list, out) {
        (true, ..) => Task::Check,
        (false, true, _) => Task::List,
        (false, false, Some(out)) if dry_run => Task::DryRun(out),
        (false, false, Some(out)) => Task::Write(out),
        (false, false, None) => return Err(
            "where to? --out DIR writes a module folder, --out FILE.rs one file, --list only shows"
                .to_owned(),
        ),
    };
    Ok(Some(Arguments {
        config,
        task,
        quiet,
    }))
}

/// `--option=value` as two arguments.
fn split(arguments: impl Iterator<Item = OsString>) -> Result<Vec<String>, String> {
    let mut split = Vec::new();
    for argument in arguments {
        let argument = argument
            .into_string()
            .map_err(|bad| format!("{} is not UTF-8", bad.display()))?;
        match argument
            .split_once('=')
            .filter(|(option, _)| option.starts_with("--"))
        {
            Some((option, value)) => split.extend([option.to_owned(), value.to_owned()]),
            None => split.push(argument),
        }
    }
    Ok(split)
}

fn navigation(text: &str) -> Result<Navigation, String> {
    match text {
        "follow" => Ok(Navigation::Follow),
        "reference" => Ok(Navigation::Reference),
        "skip" => Ok(Navigation::Skip),
        _ => Err(format!(
            "--navigation is follow, reference or skip, not `{text}`"
        )),
    }
}

fn nulls(text: &str) -> Result<Nulls, String> {
    match text {
        "merge" => Ok(Nulls::Merge),
        "keep" => Ok(Nulls::Keep),
        _ => Err(format!("--nulls is merge or keep, not `{text}`")),
    }
}

fn replacement(text: &str) -> Result<(String, Override), String> {
    let (name, what) = text
        .split_once('=')
        .ok_or("--override is NAME=WHAT, such as microsoft.graph.Json=untyped")?;
    let replacement = match what {
        "untyped" => Override::Untyped,
        "skip" => Override::Skip,
        path => Override::Rust(path.to_owned()),
    };
    Ok((name.to_owned(), replacement))
}

fn unknown(argument: &str) -> String {
    let near = OPTIONS
        .iter()
        .filter(|option| option.starts_with(argument) || distance(option, argument) <= 2)
        .min_by_key(|option| distance(option, argument));
    match near {
        Some(near) => format!("there is no `{argument}`; did you mean `{near}`?"),
        None if argument.starts_with('-') => format!("there is no option `{argument}`"),
        None => format!("`{argument}` stands alone: which option is it for?"),
    }
}

/// How many characters must change to make one of the other (Levenshtein).
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (index, character) in left.chars().enumerate() {
        let mut next = vec![index + 1];
        for (column, other) in right.iter().enumerate() {
            let change =
                row.get(column).copied().unwrap_or_default() + usize::from(character != *other);
            let shift = row
                .get(column + 1)
                .copied()
                .unwrap_or_default()
                .min(next.last().copied().unwrap_or_default())
                + 1;
            next.push(change.min(shift));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn parsed(arguments: &[&str]) -> Result<Option<Arguments>, String> {
        parse(arguments.iter().map(OsString::from))
    }

    #[test]
    fn several_files_may_follow_one_option() {
        let arguments = parsed(&[
            "--metadata",
            "a.xml",
            "b.xml",
            "--out=src/types",
            "--navigation=skip",
        ])
        .expect("these are right")
        .expect("no help is asked for");
        assert_eq!(arguments.task, Task::Write("src/types".into()));
    }

    #[test]
    fn a_mistake_says_what_would_be_right() {
        for (arguments, message) in [
            (
                &["--metdata", "a"][..],
                "there is no `--metdata`; did you mean `--metadata`?",
            ),
            (
                &["--metadata", "a"],
                "where to? --out DIR writes a module folder, --out FILE.rs one file, --list only shows",
            ),
            (&["--list"], "no metadata is given: --metadata FILE"),
            (
                &["--metadata", "a", "--navigation", "none"],
                "--navigation is follow, reference or skip, not `none`",
            ),
            (
                &["--metadata", "--list"],
                "`--metadata` needs a file or folder after it",
            ),
        ] {
            assert_eq!(parsed(arguments).expect_err("these are wrong"), message);
        }
    }
}
