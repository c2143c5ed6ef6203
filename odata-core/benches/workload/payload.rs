//! The inputs: JSON arrays of objects with type tags, and for each the oracle's list of the items' types.

use super::rng::Rng;

/// Generates one JSON value.
pub(crate) type Sample = fn(&mut Rng) -> String;

/// The properties of a chain of levels, base first: each name with the function that generates its value.
macro_rules! table {
    ($first:ident $($rest:ident)*) => { $first! { table @ [] [$($rest)*] } };
    (@ [$($done:tt)*] [$next:ident $($rest:ident)*] { $($own:tt)* }) => { $next! { table @ [$($done)* $($own)*] [$($rest)*] } };
    (@ [$($done:tt)*] [] { $($own:tt)* }) => { table! { = $($done)* $($own)* } };
    (= $($name:ident: $type:ty = $sample:ident,)*) => {
        &[$((stringify!($name), $crate::workload::sample::$sample as $crate::workload::payload::Sample)),*]
    };
}
pub(crate) use table;

/// An object of a type without a base, with all of its properties.
macro_rules! object {
    ($rng:expr, $level:ident) => {{
        let table: &[(&str, $crate::workload::payload::Sample)] =
            $crate::workload::payload::table!($level);
        let members: Vec<String> = table
            .iter()
            .map(|(name, sample)| $crate::workload::payload::member(name, &sample($rng)))
            .collect();
        format!("{{{}}}", members.join(","))
    }};
}
pub(crate) use object;

/// The position of the type tag in each object.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tag {
    First,
    Last,
}

/// A JSON array and the types of its items.
pub(crate) struct Input {
    pub(crate) text: Vec<u8>,
    /// The type of each item, as its index in the family.
    pub(crate) kinds: Vec<u8>,
}

impl Input {
    /// The array of `count` items that `item` generates: kind, tag and the other members of each.
    fn array(
        count: usize,
        tag: Tag,
        mut item: impl FnMut() -> (u8, &'static str, Vec<String>),
    ) -> Self {
        let mut kinds = Vec::with_capacity(count);
        let mut items = Vec::with_capacity(count);
        for _ in 0..count {
            let (kind, name, mut members) = item();
            let at = if tag == Tag::First { 0 } else { members.len() };
            members.insert(at, format!("\"@odata.type\":\"#{name}\""));
            items.push(format!("{{{}}}", members.join(",")));
            kinds.push(kind);
        }
        Self {
            text: format!("[{}]", items.join(",")).into_bytes(),
            kinds,
        }
    }
}

/// `"name":value`, with the name in lower camel case.
pub(crate) fn member(name: &str, value: &str) -> String {
    let mut camel = String::with_capacity(name.len());
    let mut upper = false;
    for letter in name.chars() {
        match letter {
            '_' => upper = true,
            _ if upper => {
                camel.push(letter.to_ascii_uppercase());
                upper = false;
            }
            _ => camel.push(letter),
        }
    }
    format!("\"{camel}\":{value}")
}

/// The members of an object. `filled` of the properties have a value; some of the others are null, the rest are absent.
fn members(rng: &mut Rng, table: &[(&str, Sample)], filled: u64) -> Vec<String> {
    let mut open = filled;
    let mut members = Vec::new();
    for (index, (name, sample)) in table.iter().enumerate() {
        let left = (table.len() - index) as u64;
        // Selection sampling gives exactly `filled` values. The first property, the id, always has one.
        if index == 0 || rng.next() % left < open {
            members.push(member(name, &sample(rng)));
            open = open.saturating_sub(1);
        } else if rng.chance(15) && !sample(rng).starts_with('[') {
            // A collection is never null (JSON 4.01 §7.5).
            members.push(member(name, "null"));
        }
    }
    members
}

const EMPLOYEE: &[(&str, Sample)] = table!(entity directory_object user employee);
const TEAM: &[(&str, Sample)] = table!(entity directory_object group team);
const WORKSTATION: &[(&str, Sample)] = table!(entity directory_object device workstation);
const LAB_READING: &[(&str, Sample)] = table!(reading site_reading air_reading lab_reading);
const CALLBACK: &[(&str, Sample)] = table!(callback);
const APPROVAL_STAGE_CALLBACK: &[(&str, Sample)] = table!(callback approval_stage_callback);

// The names of the rows begin with these words.
const _: () = assert!(EMPLOYEE.len() == 65 && LAB_READING.len() == 64);

/// *dir*: employees, teams and workstations in random order, with a value in 20 to 30 properties.
pub(crate) fn directory(count: usize, tag: Tag) -> Input {
    let mut rng = Rng::new(11);
    Input::array(count, tag, || {
        let (kind, name, table) = rng.pick(&[
            (0, "bench.employee", EMPLOYEE),
            (1, "bench.team", TEAM),
            (2, "bench.workstation", WORKSTATION),
        ]);
        let filled = rng.between(20, 30);
        (kind, name, members(&mut rng, table, filled))
    })
}

/// *user*: employees, with a value in all 65 properties.
pub(crate) fn users(count: usize) -> Input {
    let mut rng = Rng::new(22);
    Input::array(count, Tag::First, || {
        (
            0,
            "bench.employee",
            members(&mut rng, EMPLOYEE, EMPLOYEE.len() as u64),
        )
    })
}

/// *wide*: sixteen properties on each of four levels, all with a value.
pub(crate) fn wide(count: usize) -> Input {
    let mut rng = Rng::new(33);
    Input::array(count, Tag::First, || {
        (
            0,
            "bench.labReading",
            members(&mut rng, LAB_READING, LAB_READING.len() as u64),
        )
    })
}

/// *ext*: answers to callouts of Microsoft Entra's custom extensions, the second and third level of the chain below
/// `customExtensionData`, some 356 bytes an item.
pub(crate) fn callbacks(count: usize, tag: Tag) -> Input {
    let mut rng = Rng::new(44);
    Input::array(count, tag, || {
        let (kind, name, table) = rng.pick(&[
            (
                0,
                "microsoft.graph.accessPackageAssignmentRequestCallbackData",
                CALLBACK,
            ),
            (
                1,
                "microsoft.graph.assignmentRequestApprovalStageCallbackData",
                APPROVAL_STAGE_CALLBACK,
            ),
        ]);
        (kind, name, members(&mut rng, table, table.len() as u64))
    })
}
