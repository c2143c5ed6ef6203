//! The assertion that types agree with a file.

use std::{fmt::Write, fs, path::Path};

use crate::csdl::{difference::Difference, metadata::Metadata, model::Model};

/// Compares a model with a file of CSDL XML or JSON. The error lists the differences, or states why the file cannot be read.
///
/// # Errors
/// There are differences, or the file is not CSDL.
pub fn check(path: &Path, model: &Model) -> Result<(), String> {
    let failed = |problem: &dyn std::fmt::Display| format!("{}: {problem}", path.display());
    let text = fs::read_to_string(path).map_err(|error| failed(&error))?;
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let service = if start.starts_with('{') {
        Metadata::from_json(&text)
    } else {
        Metadata::from_xml(&text)
    };
    let found = model.compare(&service.map_err(|error| failed(&error))?);
    if found.is_empty() {
        return Ok(());
    }
    Err(failed(&listing(&found)))
}

/// One paragraph for each type.
fn listing(found: &[Difference]) -> String {
    let mut text = match found.len() {
        1 => "1 difference".to_owned(),
        count => format!("{count} differences"),
    };
    let mut owner = "";
    for difference in found {
        let (own, _) = difference
            .target()
            .split_once('/')
            .unwrap_or((difference.target(), ""));
        if own != owner {
            owner = own;
            text.push('\n');
        }
        // Writing to a `String` does not fail.
        let _ = write!(text, "\n{difference}\n    {}", difference.advice());
    }
    text
}

/// Asserts that types agree with a service's `$metadata`, a file below the package's folder: XML or JSON.
///
/// The types that they use are compared as well. The failure lists each difference with what to write in Rust. `except` names targets that
/// differ on purpose, each with the reason; a target that does not differ is also a failure. To compare a container and details too, write
/// `model = ` and a [`Model`](crate::csdl::Model) in place of the types.
///
/// ```
/// use odata_core::{ODataResource, assert_matches_metadata};
///
/// #[derive(ODataResource)]
/// #[odata(namespace = "shop")]
/// struct Order {
///     #[odata(key)]
///     id: i32,
///     state: Option<String>,
/// }
///
/// # let folder = std::env::temp_dir();
/// # let path = folder.join(format!("metadata-{}.json", std::process::id()));
/// # std::fs::write(&path, r#"{"$Version": "4.01", "shop": {"order": {"$Kind": "EntityType", "$Key": ["id"],
/// #     "id": {"$Type": "Edm.Int32"}, "state": {"$Type": "shop.state", "$Nullable": true}}}}"#)?;
/// # let metadata = path.to_str().unwrap();
/// assert_matches_metadata!(metadata, Order; except { "shop.order/state" => "any text is preserved" });
/// # std::fs::remove_file(path)?;
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// The first argument is usually a literal: `assert_matches_metadata!("tests/metadata.xml", Order, Customer)`.
#[macro_export]
macro_rules! assert_matches_metadata {
    ($path:expr, model = $model:expr $(; except { $($target:expr => $reason:expr),+ $(,)? })?) => {
        match $crate::__private::check_metadata(
            &::std::path::Path::new(::std::env!("CARGO_MANIFEST_DIR")).join($path),
            &$model $($(.with_deliberate_difference($target, $reason))+)?,
        ) {
            ::std::result::Result::Ok(()) => {}
            ::std::result::Result::Err(problem) => ::std::panic!("{problem}"),
        }
    };
    ($path:expr, $($ty:ty),+ $(,)? $(; except { $($target:expr => $reason:expr),+ $(,)? })?) => {
        $crate::assert_matches_metadata!(
            $path,
            model = $crate::csdl::Model::new()$(.with::<$ty>())+
            $(; except { $($target => $reason),+ })?
        )
    };
}
