//! PATCH bodies: the difference between two states.

use std::collections::BTreeMap;

use odata_core::{
    Annotations, DynamicProperties, Flags, ODataResource, ReadOptions, WriteOptions,
    edm::{Date, Decimal},
    json,
};

use crate::{
    again,
    model::{AnyThing, Colour, Mark},
};

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "f", patch)]
pub struct Root {
    #[odata(key)]
    pub id: Option<String>,
    pub c: Option<Colour>,
    #[odata(dynamic_properties)]
    pub more: DynamicProperties,
    #[odata(annotations)]
    pub annotations: Annotations,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "f", patch)]
pub struct Inner {
    pub n: Option<i64>,
    pub must: i32,
    pub inner: Option<Box<Inner>>,
    pub s: Option<Option<String>>,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "f", patch)]
pub struct Card {
    #[odata(base)]
    pub base: Root,
    pub name: Option<String>,
    pub n: Option<Decimal>,
    pub d: Option<Option<Date>>,
    pub m: Option<Flags<Mark>>,
    #[odata(nullable = false)]
    pub k: Option<i32>,
    #[odata(default)]
    pub list: Vec<Inner>,
    pub some: Option<Vec<String>>,
    pub inner: Option<Inner>,
    #[odata(atomic)]
    pub whole: Option<Inner>,
    #[odata(navigation, atomic)]
    pub any: Option<AnyThing>,
}

/// Reads two states with a line break between them. Their difference, written and read, must turn the first into the second.
pub(crate) fn between(data: &[u8]) {
    again::each_way::<CardPatch>(data);
    let Some(at) = data.iter().position(|byte| *byte == b'\n') else {
        return;
    };
    let read = ReadOptions::client().validate(false);
    let card = |bytes| json::from_slice_with::<Card>(bytes, &read);
    let (Ok(mut old), Ok(mut new)) = (card(&data[..at]), card(&data[at + 1..])) else {
        return;
    };
    let body = json::to_string_with(
        &CardPatch::diff(&old, &new),
        &WriteOptions::new().validate(false),
    )
    .expect("a change is written");
    let patch: CardPatch = json::from_str_with(&body, &read).expect("what was written is read");
    // A non-nullable property cannot be removed, and an absent one means "not loaded": both are unchanged.
    new.k = new.k.or(old.k);
    new.some = new.some.or_else(|| old.some.clone());
    new.d = new.d.or(old.d);
    keep_absent(new.inner.as_mut(), old.inner.as_ref());
    // A difference has no related entities.
    new.any.clone_from(&old.any);
    patch
        .apply_to(&mut old)
        .expect("a difference fits what it was taken from");
    let (old, new) = (comparable(old), comparable(new));
    // NaN differs from itself, but its text does not.
    let is_same = old == new || format!("{old:?}") == format!("{new:?}");
    assert!(is_same, "{old:?} is not {new:?} by {body}");
}

/// A card without the parts that a patch does not hold: its key, its annotations, the order of dynamic properties, and the difference
/// between a null and an absent one. `None` equals `Some(None)`, since a property cannot be removed.
fn comparable(mut card: Card) -> (Card, BTreeMap<String, String>) {
    let more = std::mem::take(&mut card.base.more);
    let more = more
        .iter()
        .filter(|(_, value)| !value.is_null())
        .map(|(name, value)| (name.to_owned(), value.to_string()))
        .collect();
    card.base.id = None;
    card.base.annotations = Annotations::new();
    card.d = card.d.filter(Option::is_some);
    if let Some(inner) = &mut card.inner {
        without_null(inner);
    }
    (card, more)
}

/// Copies the values that are absent in `new` from `old`, at every level.
fn keep_absent(new: Option<&mut Inner>, old: Option<&Inner>) {
    if let (Some(new), Some(old)) = (new, old) {
        new.s = new.s.take().or_else(|| old.s.clone());
        keep_absent(new.inner.as_deref_mut(), old.inner.as_deref());
    }
}

fn without_null(inner: &mut Inner) {
    inner.s = inner.s.take().filter(Option::is_some);
    if let Some(inner) = &mut inner.inner {
        without_null(inner);
    }
}
