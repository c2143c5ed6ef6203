//! Generated JSON values, one function for each kind of property, with the lengths of directory data.

use super::{
    payload::{object, table},
    rng::Rng,
};

const SYLLABLES: &[&str] = &[
    "al", "ber", "con", "dri", "el", "fra", "gon", "hel", "in", "jor", "ka", "lem", "mo", "nor",
    "os", "per",
];

/// Letters without quotes.
fn name(rng: &mut Rng) -> String {
    let syllables = rng.between(2, 4);
    (0..syllables).map(|_| rng.pick(SYLLABLES)).collect()
}

/// `count` names with spaces between them, as a JSON string.
fn phrase(rng: &mut Rng, count: u64) -> String {
    let names: Vec<String> = (0..count).map(|_| name(rng)).collect();
    quoted(&names.join(" "))
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// Up to three elements; directory collections are short.
fn array(rng: &mut Rng, element: fn(&mut Rng) -> String) -> String {
    let count = rng.between(0, 3);
    let elements: Vec<String> = (0..count).map(|_| element(rng)).collect();
    format!("[{}]", elements.join(","))
}

pub(crate) fn word(rng: &mut Rng) -> String {
    phrase(rng, 1)
}

pub(crate) fn words(rng: &mut Rng) -> String {
    phrase(rng, 2)
}

pub(crate) fn sentence(rng: &mut Rng) -> String {
    let count = rng.between(5, 9);
    phrase(rng, count)
}

pub(crate) fn reason(rng: &mut Rng) -> String {
    phrase(rng, 3)
}

pub(crate) fn guid(rng: &mut Rng) -> String {
    let (high, low) = (rng.next(), rng.next());
    quoted(&format!(
        "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
        high >> 32,
        (high >> 16) & 0xffff,
        high & 0xffff,
        low >> 48,
        low & 0xffff_ffff_ffff
    ))
}

pub(crate) fn instant(rng: &mut Rng) -> String {
    let (year, month, day) = (
        rng.between(2015, 2026),
        rng.between(1, 12),
        rng.between(1, 28),
    );
    let (hour, minute, second) = (rng.between(0, 23), rng.between(0, 59), rng.between(0, 59));
    quoted(&format!(
        "{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"
    ))
}

pub(crate) fn mail(rng: &mut Rng) -> String {
    quoted(&format!(
        "{}.{}@{}.example",
        name(rng),
        name(rng),
        name(rng)
    ))
}

pub(crate) fn phone(rng: &mut Rng) -> String {
    quoted(&format!(
        "+1 {} {}",
        rng.between(200, 999),
        rng.between(1_000_000, 9_999_999)
    ))
}

pub(crate) fn digits(rng: &mut Rng) -> String {
    quoted(&rng.between(10_000, 9_999_999_999).to_string())
}

pub(crate) fn boolean(rng: &mut Rng) -> String {
    rng.chance(50).to_string()
}

pub(crate) fn int(rng: &mut Rng) -> String {
    (rng.between(0, 4000) as i64 - 500).to_string()
}

pub(crate) fn long(rng: &mut Rng) -> String {
    rng.between(1 << 20, 1 << 52).to_string()
}

pub(crate) fn double(rng: &mut Rng) -> String {
    // A multiple of 1/8 has one shortest text, so the output of an engine equals the input.
    format!("{:?}", rng.between(1, 80_000) as f64 / 8.0)
}

pub(crate) fn list(rng: &mut Rng) -> String {
    array(rng, word)
}

pub(crate) fn guids(rng: &mut Rng) -> String {
    array(rng, guid)
}

pub(crate) fn mails(rng: &mut Rng) -> String {
    array(rng, mail)
}

pub(crate) fn phones(rng: &mut Rng) -> String {
    array(rng, phone)
}

pub(crate) fn age_group(rng: &mut Rng) -> String {
    quoted(rng.pick(&["minor", "notAdult", "adult"]))
}

pub(crate) fn assigned_license(rng: &mut Rng) -> String {
    object!(rng, assigned_license)
}

pub(crate) fn assigned_licenses(rng: &mut Rng) -> String {
    array(rng, assigned_license)
}

pub(crate) fn employee_org_data(rng: &mut Rng) -> String {
    object!(rng, employee_org_data)
}

pub(crate) fn password_profile(rng: &mut Rng) -> String {
    object!(rng, password_profile)
}

pub(crate) fn stage(_: &mut Rng) -> String {
    quoted("assignmentRequestCreated")
}

pub(crate) fn state(rng: &mut Rng) -> String {
    quoted(rng.pick(&["denied", "canceled"]))
}

pub(crate) fn visibility(rng: &mut Rng) -> String {
    quoted(rng.pick(&["default", "notVisible", "visible"]))
}

pub(crate) fn duration(rng: &mut Rng) -> String {
    quoted(&format!("P{}D", rng.between(1, 60)))
}

pub(crate) fn approval_stage(rng: &mut Rng) -> String {
    object!(rng, approval_stage)
}
