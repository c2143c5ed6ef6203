//! Options from bits.

use odata_core::{
    MetadataLevel, ReadOptions, Version, WriteOptions,
    options::{UndeclaredPolicy, UnknownPolicy},
};

/// Returns the bit at `at`.
fn bit(bits: u32, at: u32) -> bool {
    bits >> at & 1 == 1
}

/// Read options from the bits.
pub(crate) fn read(bits: u32) -> ReadOptions {
    let options = match bits >> 24 & 3 {
        0 => ReadOptions::server(),
        1 => ReadOptions::strict(),
        _ => ReadOptions::client(),
    };
    let options = options
        .version(version(bits))
        .streaming(bit(bits, 1))
        .case_insensitive_properties(bit(bits, 2))
        .strict_annotations(bit(bits, 3))
        .ieee754(bit(bits, 4))
        .exponential_decimals(bit(bits, 5))
        .validate(bit(bits, 6))
        .undeclared(
            [
                UndeclaredPolicy::Keep,
                UndeclaredPolicy::Skip,
                UndeclaredPolicy::Error,
            ][(bits >> 7) as usize % 3],
        )
        .unknown_types(if bit(bits, 9) {
            UnknownPolicy::Error
        } else {
            UnknownPolicy::Keep
        })
        .unknown_enum_members(if bit(bits, 10) {
            UnknownPolicy::Error
        } else {
            UnknownPolicy::Keep
        })
        .case_insensitive_enums([None, Some(false), Some(true)][(bits >> 11) as usize % 3])
        .max_depth(max_depth(bits));
    let options = if bit(bits, 21) {
        options.metadata_url("https://h/$metadata")
    } else {
        options
    };
    if bit(bits, 22) {
        options.max_members(5).max_string(20).max_number(8)
    } else {
        options
    }
}

/// The maximum depth of `read(bits)`.
pub(crate) fn max_depth(bits: u32) -> u16 {
    (bits >> 13 & 0xff) as u16
}

/// Write options whose output `read(bits)` accepts.
pub(crate) fn write(bits: u32) -> WriteOptions {
    let metadata = [
        None,
        Some(MetadataLevel::Minimal),
        Some(MetadataLevel::Full),
    ][(bits >> 26) as usize % 3];
    WriteOptions::new()
        .version(version(bits))
        .metadata(metadata)
        .ieee754(bit(bits, 4))
        .standard_base64(bit(bits, 23))
        .validate(false)
}

fn version(bits: u32) -> Version {
    if bit(bits, 0) {
        Version::V401
    } else {
        Version::V4
    }
}
