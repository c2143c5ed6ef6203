//! Numbers by a seed, and the types that they draw.

use std::{env, num::ParseIntError};

use odata_csdl::{Document, TypeKind};

/// How many types are drawn.
const COUNT: usize = 60;

/// The seed: `ODATA_SEED`, or 1.
///
/// # Errors
/// The variable is not a number.
pub fn seed() -> Result<u64, ParseIntError> {
    match env::var("ODATA_SEED") {
        Ok(text) => text.parse(),
        Err(_) => Ok(1),
    }
}

/// Numbers that only depend on a seed: SplitMix64.
#[derive(Debug)]
pub struct Random(u64);

impl Random {
    /// Numbers by a seed.
    #[must_use]
    pub fn new(seed: u64) -> Random {
        Random(seed)
    }

    /// Returns the next number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut number = self.0;
        number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        number ^ (number >> 31)
    }

    /// Returns a number below a limit, or 0.
    pub fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.number() % limit).unwrap_or(0)
    }
}

/// Draws types that have values: neither abstract nor without properties. Sorted by name.
#[must_use]
pub fn types(document: &Document, seed: u64) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for schema in &document.schemas {
        let types = schema.types.iter().filter(|ty| match &ty.kind {
            TypeKind::Structured(own) => !own.is_abstract && !own.properties.is_empty(),
            _ => false,
        });
        names.extend(types.map(|ty| format!("{}.{}", schema.namespace, ty.name)));
    }
    names.sort();
    let mut random = Random::new(seed);
    let mut drawn = Vec::new();
    while drawn.len() < COUNT && !names.is_empty() {
        let at = random.below(names.len());
        drawn.push(names.swap_remove(at));
    }
    drawn.sort();
    drawn
}
