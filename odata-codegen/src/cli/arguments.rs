//! The arguments of the command, in the order of its help.

use std::path::PathBuf;

use clap::{ArgGroup, Parser, ValueHint};
use clap_complete::Shell;
use odata_codegen::{Config, Navigation, Nulls, Override, Versions};

use super::values::{addition, navigation, nulls, replacement, versions};

const USAGE: &str = "\
odata-codegen [OPTIONS] --metadata <PATH>... <--out <PATH>|--list|--check|--check-generated <PATH>>
       odata-codegen --completions <SHELL>";

const START_HERE: &str = "\
START HERE
  1. Save the description that every OData service has:
       curl 'https://graph.microsoft.com/v1.0/$metadata' -o graph.xml
  2. List the types that a pattern selects:
       odata-codegen --metadata graph.xml --include microsoft.graph.message --list
  3. Write them:
       odata-codegen --metadata graph.xml --include microsoft.graph.message --out src/graph
     then add `mod graph;` to src/lib.rs and `odata-core` to Cargo.toml.
  In a build script, use the library instead: odata_codegen::Config.

Findings are written to stderr, at most 40 lines of them and grouped by rule, unless --verbose is given.
Exit status: 0 success, 1 wrong input, 2 wrong arguments.";

/// Generates Rust types with odata-core's derives from the $metadata of an OData service.
#[derive(Debug, Parser)]
#[command(
    name = "odata-codegen",
    version,
    override_usage = USAGE,
    after_help = START_HERE,
    args_override_self = true,
    group = ArgGroup::new("task").required(true).multiple(true)
)]
pub(crate) struct Arguments {
    /// CSDL XML or JSON (4.0, 4.01), or a folder of such files.
    ///
    /// Several paths are allowed. Files that they reference are also read if they are in the same folder.
    #[arg(
        short,
        long,
        value_name = "PATH",
        required = true,
        num_args = 1..,
        value_hint = ValueHint::AnyPath,
        help_heading = "Input"
    )]
    metadata: Vec<PathBuf>,

    /// Do not read referenced files.
    #[arg(long, help_heading = "Input")]
    no_follow: bool,

    /// Types by qualified name: `*` matches any characters, `?` one. Default: all types.
    ///
    /// Quote a pattern, because the shell expands `*`. Also selects the bases of a type, the types of its properties and
    /// the types that a property may hold.
    #[arg(short, long, value_name = "PATTERN", help_heading = "Selection")]
    include: Vec<String>,

    /// Types to leave out.
    ///
    /// A type that uses one has a dynamic value instead, which preserves what it reads.
    #[arg(short = 'x', long, value_name = "PATTERN", help_heading = "Selection")]
    exclude: Vec<String>,

    /// The form of navigation properties.
    #[arg(
        long,
        value_name = "WHAT",
        value_parser = navigation(),
        default_value = "reference",
        help_heading = "Selection"
    )]
    navigation: Navigation,

    /// Also generate an enum `AnyX` of the types derived from X where no property needs it.
    #[arg(long, value_name = "PATTERN", help_heading = "Selection")]
    hierarchy: Vec<String>,

    /// Also generate structs of the parameters of the selected actions.
    #[arg(long, help_heading = "Selection")]
    actions: bool,

    /// The treatment of types with a version in their namespace, such as `Rack.v1_2_0.Rack`.
    #[arg(
        long,
        value_name = "WHICH",
        value_parser = versions(),
        default_value = "all",
        help_heading = "Form"
    )]
    versions: Versions,

    /// Whether null and a missing property are the same.
    #[arg(
        long,
        value_name = "HOW",
        value_parser = nulls(),
        default_value = "merge",
        help_heading = "Form"
    )]
    nulls: Nulls,

    /// Allow null items in collections whose metadata has no `Nullable`.
    #[arg(long, help_heading = "Form")]
    nullable_items: bool,

    /// Read null for a collection as a missing property.
    #[arg(long, help_heading = "Form")]
    null_collections: bool,

    /// NAME is `NS.Type` or `NS.Type/property`; WHAT is `untyped`, `skip` or a path of a Rust type.
    #[arg(
        long = "override",
        value_name = "NAME=WHAT",
        value_parser = replacement,
        help_heading = "Form"
    )]
    overrides: Vec<(String, Override)>,

    /// Generate the methods of each variant, such as `as_user`, also in hierarchies over more than 100 types or over versions of one type;
    /// PATTERN matches their base, as for `--include`.
    #[arg(long, value_name = "PATTERN", help_heading = "Form")]
    accessors: Vec<String>,

    /// Add derive macros to types; PATTERN is as for `--include`.
    #[arg(
        long = "derive",
        value_name = "PATTERN=PATHS",
        value_parser = addition,
        help_heading = "Form"
    )]
    derives: Vec<(String, String)>,

    /// Add an attribute to types, such as `NS.*=allow(dead_code)`.
    #[arg(
        long = "attribute",
        value_name = "PATTERN=ATTRIBUTE",
        value_parser = addition,
        help_heading = "Form"
    )]
    attributes: Vec<(String, String)>,

    /// Also generate `<Name>Patch`, the body of a PATCH request, for each struct.
    #[arg(long, help_heading = "Form")]
    patch: bool,

    /// Navigation properties as `Nav` and `NavCollection`, which also hold references, links and counts.
    #[arg(long, help_heading = "Form")]
    nav: bool,

    /// Generate no constants for entity sets, singletons and bound operations.
    #[arg(long, help_heading = "Form")]
    no_links: bool,

    /// The path of odata-core in the generated code.
    #[arg(
        long,
        value_name = "PATH",
        default_value = "::odata_core",
        help_heading = "Form"
    )]
    core_path: String,

    /// A folder, which becomes a module, or one file if PATH ends in `.rs`.
    #[arg(
        short,
        long,
        value_name = "PATH",
        group = "task",
        value_hint = ValueHint::AnyPath,
        help_heading = "Output"
    )]
    pub(crate) out: Option<PathBuf>,

    /// Print the selected types and their Rust paths; write nothing.
    #[arg(long, group = "task", help_heading = "Output")]
    pub(crate) list: bool,

    /// Print the files that `--out` would write; write nothing.
    #[arg(long, help_heading = "Output")]
    pub(crate) dry_run: bool,

    /// Only check the metadata against the rules of CSDL.
    #[arg(long, group = "task", help_heading = "Output")]
    pub(crate) check: bool,

    /// Compare a folder or file that `--out` wrote with what it would write now; write nothing.
    ///
    /// The differences are an error. Give the same options as the run that wrote the folder or file.
    #[arg(
        long,
        value_name = "PATH",
        group = "task",
        conflicts_with_all = ["out", "list", "check"],
        value_hint = ValueHint::AnyPath,
        help_heading = "Output"
    )]
    pub(crate) check_generated: Option<PathBuf>,

    /// Print all findings. Default: many findings are grouped by rule, and `--check` prints all.
    #[arg(short, long, conflicts_with = "quiet", help_heading = "Output")]
    pub(crate) verbose: bool,

    /// Print no warnings.
    #[arg(short, long, help_heading = "Output")]
    pub(crate) quiet: bool,

    /// Print a script that completes these arguments in a shell.
    #[arg(
        long,
        value_name = "SHELL",
        group = "task",
        exclusive = true,
        help_heading = "Output"
    )]
    pub(crate) completions: Option<Shell>,

    /// Make a type that none of the files defines an error.
    #[arg(long, help_heading = "Strictness")]
    strict: bool,

    /// Make every violation of CSDL's rules, anywhere in the metadata, an error.
    #[arg(long, help_heading = "Strictness")]
    strict_model: bool,
}

impl Arguments {
    /// Returns whether all findings are printed, however many there are.
    pub(crate) fn prints_all_findings(&self) -> bool {
        self.verbose || self.check
    }

    pub(crate) fn config(&self) -> Config {
        let mut config = Config::new()
            .follow_references(!self.no_follow)
            .navigation(self.navigation)
            .actions(self.actions)
            .nulls(self.nulls)
            .versions(self.versions)
            .nullable_items(self.nullable_items)
            .null_collections(self.null_collections)
            .core_path(&self.core_path)
            .patch(self.patch)
            .nav(self.nav)
            .links(!self.no_links)
            .strict(self.strict)
            .strict_model(self.strict_model);
        config = self.metadata.iter().fold(config, Config::metadata);
        config = self.include.iter().fold(config, Config::include);
        config = self.exclude.iter().fold(config, Config::exclude);
        config = self.hierarchy.iter().fold(config, Config::hierarchy);
        config = self.accessors.iter().fold(config, Config::accessors);
        for (pattern, paths) in &self.derives {
            config = config.derive(pattern, paths);
        }
        for (pattern, attribute) in &self.attributes {
            config = config.attribute(pattern, attribute);
        }
        self.overrides
            .iter()
            .cloned()
            .fold(config, |config, (name, what)| {
                config.override_type(name, what)
            })
    }
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test fails by panicking")]
mod tests {
    use clap::CommandFactory;

    use super::*;

    fn parse(arguments: &[&str]) -> Result<Arguments, String> {
        Arguments::try_parse_from([&["odata-codegen"], arguments].concat())
            .map_err(|error| error.to_string())
    }

    #[test]
    fn the_definition_is_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn one_option_takes_several_files() {
        let arguments = parse(&[
            "--metadata",
            "a.xml",
            "b.xml",
            "--out=src/types",
            "-m",
            "c.xml",
            "--navigation=skip",
        ])
        .expect("these are right");
        let paths = ["a.xml", "b.xml", "c.xml"].map(PathBuf::from);
        assert_eq!(arguments.metadata, paths);
        assert_eq!(arguments.out, Some("src/types".into()));
        assert_eq!(arguments.navigation, Navigation::Skip);
    }

    #[test]
    fn the_last_value_of_an_option_wins_and_flags_may_be_repeated() {
        let arguments = parse(&[
            "-m", "a", "--nulls", "keep", "--nulls", "merge", "--list", "--list", "-i", "A", "-i",
            "B",
        ])
        .expect("these are right");
        assert_eq!(arguments.nulls, Nulls::Merge);
        assert!(arguments.list);
        assert_eq!(arguments.include, ["A", "B"]);
    }

    #[test]
    fn completions_need_no_metadata() {
        let arguments = parse(&["--completions", "bash"]).expect("these are right");
        assert_eq!(arguments.completions, Some(Shell::Bash));
    }

    #[test]
    fn a_mistake_is_answered_with_what_to_write() {
        for (arguments, message) in [
            (
                &["--metdata", "a"][..],
                "tip: a similar argument exists: '--metadata'",
            ),
            (
                &["--metadata", "a"],
                "not provided:\n  <--out <PATH>|--list|--check|--check-generated <PATH>|--completions <SHELL>>",
            ),
            (&["--list"], "not provided:\n  --metadata <PATH>..."),
            (
                &["-m", "a", "--list", "--navigation", "none"],
                "[possible values: follow, reference, skip]",
            ),
            (
                &["--metadata", "--list"],
                "a value is required for '--metadata <PATH>...' but none was supplied",
            ),
            (
                &["-m", "a", "--dry-run"],
                "not provided:\n  <--out <PATH>|--list|--check|--check-generated <PATH>|--completions <SHELL>>",
            ),
            (
                &["-m", "a", "--list", "--override", "NS.Type"],
                "expected NAME=WHAT, such as `microsoft.graph.Json=untyped`",
            ),
        ] {
            let error = parse(arguments).expect_err("these are wrong");
            assert!(error.contains(message), "{error}");
        }
    }
}
