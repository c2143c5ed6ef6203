//! What `--help` says.

pub(crate) const HELP: &str = "\
Rust types with odata-core's derives, from the $metadata of an OData service.

USAGE
  odata-codegen --metadata FILE... [--include PATTERN...] --out DIR|FILE.rs [OPTIONS]
  odata-codegen --metadata FILE... --list
  odata-codegen --metadata FILE... --check [--strict-model]

START HERE
  1. Save the description that every OData service has:
       curl 'https://graph.microsoft.com/v1.0/$metadata' -o graph.xml
  2. See what a selection brings:
       odata-codegen --metadata graph.xml --include microsoft.graph.message --list
  3. Write it:
       odata-codegen --metadata graph.xml --include microsoft.graph.message --out src/graph
     then `mod graph;` in src/lib.rs and `odata-core` in Cargo.toml.
  In a build script, use the library instead: odata_codegen::Config.

INPUT
  -m, --metadata PATH     CSDL XML or JSON (4.0, 4.01), or a folder of such files. Any number; several paths may
                          follow one --metadata. Files that these reference and that lie beside them are read, too.
      --no-follow         Do not read referenced files.

SELECTION
  -i, --include PATTERN   Types by qualified name; * is any characters, ? is one. Quote it: the shell knows * as well.
                          Bases, property types and the types that a property may hold come along. Default: all types.
  -x, --exclude PATTERN   Types to leave out; where they are used, a dynamic value keeps what it reads.
      --navigation WHAT   follow: generate the targets, too. reference (default): a field; a target outside the
                          selection is kept as a dynamic resource. skip: no field.
      --hierarchy PATTERN Also make an AnyX enum over the types derived from X, where no property asks for one.
      --actions           Also make structs of the selected actions' parameters.

FORM
      --nulls merge|keep  merge (default): Option<T>. keep: Option<Option<T>>, which tells null from absent.
      --nullable-items    Items of a collection may be null where the metadata says nothing about it.
      --override NAME=WHAT  NAME is NS.Type or NS.Type/property; WHAT is untyped, skip, or the path of a Rust type.
      --core-path PATH    Where generated code finds odata-core. Default: ::odata_core

OUTPUT
  -o, --out PATH          A folder, which becomes a module, or one file where PATH ends in .rs.
      --list              Print the selected types and their Rust paths; write nothing.
      --dry-run           Print which files --out would write; write nothing.
      --check             Only check the metadata against the rules of CSDL.
  -q, --quiet             Print no warnings.

STRICTNESS
      --strict            A type that none of the files defines is an error.
      --strict-model      Every violation of CSDL's rules, anywhere in the metadata, is an error.

Findings go to stderr as file:line:column: severity[rule]: message.
Exit status: 0 done, 1 the input is at fault, 2 the arguments are.
";
