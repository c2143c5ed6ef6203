//! A field of a resource, and the property that it holds.

mod check;
mod derived_types;

use std::collections::HashMap;

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, LitInt, Path, Type, spanned::Spanned};

use super::{
    NonProperty, Rule, RuleKind, Shape,
    edm::{self, check_edm},
    item,
    naming::Case,
    rule,
    shape::{type_argument, ungrouped},
};
use crate::{
    attr::{self, Content, Entries, Entry, keys::Target},
    errors::Errors,
};

/// A field and its role.
pub(crate) struct Field<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) ty: &'a Type,
    /// The place of the type, for errors of generated code. Names are resolved as in all generated code.
    pub(crate) span: Span,
    pub(crate) role: Role<'a>,
}

/// The role of a field.
pub(crate) enum Role<'a> {
    Property(Box<Property<'a>>),
    NonProperty(NonProperty),
}

/// A declared property, structural or navigation.
#[derive(Clone)]
pub(crate) struct Property<'a> {
    /// The number of own properties of the type that follow this one: `Slot` of `odata-core`.
    pub(crate) slot: u16,
    /// The number of its codec: fields with one number have the same type and the same codec. `None` if no other field certainly has both.
    pub(crate) codec: Option<usize>,
    pub(crate) name: String,
    pub(crate) name_span: Span,
    pub(crate) shape: Shape<'a>,
    pub(crate) key: Option<Span>,
    /// Whether null is an error though the shape allows it.
    pub(crate) is_not_nullable: bool,
    /// Whether null for a collection is read as an absent or empty one.
    pub(crate) allows_null_collection: bool,
    pub(crate) is_navigation: bool,
    pub(crate) is_computed: bool,
    /// Whether the service does not change the value after it was created.
    pub(crate) is_immutable: bool,
    /// The position in the key, counted from 1, if it is stated.
    pub(crate) key_position: Option<u32>,
    /// The attributes with the doc comment, if it is written as CSDL.
    pub(crate) attributes: &'a [Attribute],
    /// The span of `atomic`: a patch replaces the whole value.
    pub(crate) atomic: Option<Span>,
    /// Whether the field is in a patch type, where it is one `Option` deeper than `with` and the rules expect.
    pub(crate) is_in_patch: bool,
    /// In a patch type, the path of the codec of a nested patch: `<Codec as Change<T>>`.
    pub(crate) nested_patch: Option<TokenStream>,
    pub(crate) is_borrowed: bool,
    pub(crate) is_case_insensitive: bool,
    pub(crate) default: Option<DefaultValue>,
    /// Whether the struct has `default`, whose value is used where the property itself has none.
    pub(crate) has_default_of_struct: bool,
    pub(crate) with: Option<Path>,
    pub(crate) edm: Option<String>,
    /// The types of `derived_types`, and the span of its key.
    pub(crate) derived_types: Option<(Vec<Type>, Span)>,
    /// The type of `declared_type`, and the span of its key.
    pub(crate) declared_type: Option<(Type, Span)>,
    pub(crate) rules: Vec<Rule>,
}

/// The value of an absent property.
#[derive(Clone)]
pub(crate) enum DefaultValue {
    /// `Default::default()`.
    Trait,
    /// The result of a function.
    Function(Path),
}

impl<'a> Property<'a> {
    /// Returns whether absence is an error.
    pub(crate) fn is_required(&self) -> bool {
        !self.shape.is_option()
            && !self.shape.is_nav()
            && self.default.is_none()
            && !self.has_default_of_struct
    }

    /// Returns whether the rules of the property's type are checked, if it has any.
    pub(crate) fn has_nested_rules(&self) -> bool {
        let is_skipped = (self.rules.iter()).any(|it| matches!(it.kind, RuleKind::Skip));
        !is_skipped && self.shape.type_of_user().is_some()
    }

    /// Returns the type that `with` reads and writes.
    pub(crate) fn type_for_with(&self, field: &Field<'a>) -> &'a Type {
        if self.is_in_patch {
            type_argument(field.ty).unwrap_or(field.ty)
        } else {
            field.ty
        }
    }
}

impl<'a> Field<'a> {
    pub(crate) fn parse(
        field: &'a syn::Field,
        case: Case,
        errors: &mut Errors,
    ) -> Option<Field<'a>> {
        let (ident, ty) = (field.ident.as_ref()?, ungrouped(&field.ty));
        let entries = attr::parse(&field.attrs, Target::Field, errors);
        let role = match NonProperty::parse(&entries, errors) {
            Some(role) => Role::NonProperty(role),
            None => Role::Property(Box::new(property(field, ident, &entries, case, errors))),
        };
        Some(Field {
            ident,
            ty,
            span: Span::call_site().located_at(ty.span()),
            role,
        })
    }

    /// Returns a field without a value, whose type mentions parameters.
    pub(crate) fn marker(ident: &'a Ident, ty: &'a Type) -> Field<'a> {
        Field {
            ident,
            ty,
            span: ident.span(),
            role: Role::NonProperty(NonProperty::Skip),
        }
    }

    pub(crate) fn property(&self) -> Option<&Property<'a>> {
        match &self.role {
            Role::Property(property) => Some(property),
            Role::NonProperty(_) => None,
        }
    }

    pub(crate) fn property_mut(&mut self) -> Option<&mut Property<'a>> {
        match &mut self.role {
            Role::Property(property) => Some(property),
            Role::NonProperty(_) => None,
        }
    }

    /// Returns whether there is a value to start with, which is replaced when the property is read.
    pub(crate) fn has_initial_value(&self) -> bool {
        self.property().is_none_or(Property::has_initial_value)
    }
}

impl Property<'_> {
    /// Returns the words of the field's type, with the keys that change its codec, if all fields with these words certainly have the same
    /// type and the same codec.
    fn words_of_codec(&self) -> Option<String> {
        let is_changed = self.with.is_some()
            || self.edm.is_some()
            || self.derived_types.is_some()
            || self.declared_type.is_some()
            || self.is_case_insensitive;
        let mut words = String::new();
        if is_changed || !self.shape.spell(&mut words) {
            return None;
        }
        let flags = [
            (self.has_initial_value(), '='),
            (self.is_not_nullable, '!'),
            (self.allows_null_collection, '?'),
        ];
        words.extend(flags.iter().filter(|(is_set, _)| *is_set).map(|(_, it)| it));
        Some(words)
    }

    /// Returns whether there is a value to start with, which is replaced when the property is read.
    fn has_initial_value(&self) -> bool {
        self.default.is_some()
            || self.has_default_of_struct
            || (self.with.is_none() && self.shape.has_initial_value())
            || self.shape.is_option()
    }
}

/// Numbers the codecs of a type's properties.
pub(super) fn number_codecs(fields: &mut [Field<'_>]) {
    let mut numbers = HashMap::new();
    for property in fields.iter_mut().filter_map(Field::property_mut) {
        let next = numbers.len();
        property.codec = property
            .words_of_codec()
            .map(|words| *numbers.entry(words).or_insert(next));
    }
}

fn property<'a>(
    field: &'a syn::Field,
    ident: &Ident,
    entries: &Entries,
    case: Case,
    errors: &mut Errors,
) -> Property<'a> {
    let (name, name_span) = item::name(entries, ident, case, errors);
    let ty = ungrouped(&field.ty);
    let shape = match Shape::of(ty) {
        // Another type called `Nav`.
        Shape::Nav { ty, .. } if entries.has("edm") || entries.has("with") => Shape::Serde(ty),
        shape => shape,
    };
    if shape.wraps_nav() {
        errors.at(
            ty,
            "`Nav` and `NavCollection` cannot be inside another type: write `Nav<T>`, which can be absent or null, or `NavCollection<T>`",
        );
    }
    check::property(ty, &shape, entries, errors);
    check_borrow(&shape, entries, errors);
    item::reject_undocumented(field.attrs.iter(), entries, errors);
    let key = entries.span_of("key");
    Property {
        // Set when all properties are known.
        slot: 0,
        codec: None,
        name,
        name_span,
        key,
        is_not_nullable: is_not_nullable(field, &shape, key, entries, errors),
        allows_null_collection: entries.has("null_collection"),
        is_navigation: entries.has("navigation") || shape.is_nav(),
        is_computed: entries.has("computed"),
        is_immutable: entries.has("immutable"),
        key_position: entries
            .get("key_position")
            .and_then(|entry| key_position(entry, entries, errors)),
        attributes: item::documentation(&field.attrs, entries.has("undocumented")),
        atomic: entries.span_of("atomic"),
        is_in_patch: false,
        nested_patch: None,
        is_borrowed: entries.has("borrow"),
        is_case_insensitive: entries.has("case_insensitive"),
        default: entries
            .get("default")
            .and_then(|entry| match &entry.content {
                Content::Nothing => Some(DefaultValue::Trait),
                _ => entry.path(errors).map(DefaultValue::Function),
            }),
        has_default_of_struct: false,
        with: entries.get("with").and_then(|it| it.path(errors)),
        edm: entries
            .get("edm")
            .and_then(|it| it.string(errors))
            .map(|it| {
                if check_edm(&it.value(), it.span(), errors) && !entries.has("with") {
                    edm::check_type(&it.value(), it.span(), &shape, key, errors);
                }
                it.value()
            }),
        derived_types: derived_types::parse(entries, &shape, errors),
        declared_type: derived_types::declared_type(entries, &shape, errors),
        rules: rule::parse(entries, &shape, errors),
        shape,
    }
}

/// Parses `key_position`.
fn key_position(entry: &Entry, entries: &Entries, errors: &mut Errors) -> Option<u32> {
    let position = entry.value::<LitInt>("a number", errors)?;
    if !entries.has("key") && !entries.has_wrong_entry() {
        errors.at(
            &entry.ident,
            "`key_position` has no effect without `key`: add `key`",
        );
    }
    match position.base10_parse() {
        Ok(position @ 1..) => Some(position),
        _ => {
            errors.at(
                &position,
                "invalid position in the key: positions are counted from 1",
            );
            None
        }
    }
}

/// Parses `nullable`. The properties of a key are not nullable either (CSDL XML 4.01 §6.5).
fn is_not_nullable(
    field: &syn::Field,
    shape: &Shape<'_>,
    key: Option<Span>,
    entries: &Entries,
    errors: &mut Errors,
) -> bool {
    let may_be_null = shape.is_option() || (shape.is_nav() && !shape.is_collection());
    let mut is_not_nullable = key.is_some();
    if let Some(entry) = entries.get("nullable") {
        match entry.boolean(errors) {
            Some(false) if may_be_null => is_not_nullable = true,
            Some(false) => errors.at_span(
                entry.ident.span(),
                "`nullable = false` has no effect on a type that is never null: remove it, or use `Option<T>` for a property that may be absent",
            ),
            Some(true) => errors.at_span(
                entry.span(),
                "`nullable = true` has no effect: use `Option<T>`",
            ),
            None => {}
        }
    }
    if let Shape::Option(inner) = shape
        && inner.is_option()
        && is_not_nullable
    {
        errors.at_span(
            ungrouped(&field.ty).span(),
            format_args!(
                "this property is never null: write `Option<{}>`",
                inner.innermost().to_token_stream()
            ),
        );
    }
    is_not_nullable && may_be_null
}

/// Reports `borrow` on a type that cannot borrow from the input.
fn check_borrow(shape: &Shape<'_>, entries: &Entries, errors: &mut Errors) {
    let Some(entry) = entries.get("borrow") else {
        return;
    };
    let ty = shape.innermost().to_token_stream();
    if !has_lifetime(ty.clone()) {
        errors.at_span(
            entry.span(),
            format_args!("`{ty}` cannot borrow: use `Cow<'a, str>` or `&'a str`"),
        );
    }
}

fn has_lifetime(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Punct(punct) => matches!(punct.as_char(), '\'' | '&'),
        TokenTree::Group(group) => has_lifetime(group.stream()),
        _ => false,
    })
}
