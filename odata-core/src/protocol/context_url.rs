//! Context URLs.
//!
//! The context URL of a payload names its entity set, singleton or type. Section numbers are those of Protocol 4.01.

pub(crate) mod select;

use std::fmt;

use crate::error::text_enum;
pub use crate::protocol::context_url::select::{SelectItem, SelectItems, SelectList};

/// The parts of a context URL: the set, singleton or type of the payload, the selected properties and the kind of the payload.
///
/// Use it to find the type or entity set of a payload. Parsing never fails: a fragment that does not follow the grammar is
/// [`Target::Opaque`]. All parts borrow from the text.
///
/// ```
/// use odata_core::protocol::context_url::{ContextUrl, Part, Target};
///
/// let url = ContextUrl::parse("https://h/s/$metadata#Customers/Model.VipCustomer(Name,Orders(Id))/$entity");
/// assert_eq!(url.metadata_url(), "https://h/s/$metadata");
/// assert_eq!(url.target(), Target::Path("Customers"));
/// assert_eq!(url.entity_set(), Some("Customers"));
/// assert_eq!(url.type_name(), Some("Model.VipCustomer"));
/// assert_eq!(url.part(), Some(Part::Entity));
/// let selected: Vec<_> = url.select().into_iter().flatten().map(|item| item.path()).collect();
/// assert_eq!(selected, ["Name", "Orders"]);
/// ```
///
/// Source: Protocol 4.01 §10; JSON 4.01 §4.5.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ContextUrl<'a> {
    text: &'a str,
    metadata_url: &'a str,
    target: Target<'a>,
    cast: Option<&'a str>,
    select: Option<SelectList<'a>>,
    part: Option<Part>,
}

/// The thing that the fragment of a context URL names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Target<'a> {
    /// No fragment: the payload is the service document (§10.1).
    Service,
    /// An entity set, a singleton, or the path to a contained collection, entity or property (§10.2 to §10.10 and §10.13), without the cast
    /// at its end: `Customers`, `Orders(4711)/Items`, `Me`.
    Path(&'a str),
    /// A value of this type that is in no set (§10.3 and §10.15): `Edm.String`, `Model.Address`.
    Type(&'a str),
    /// A collection of this type that is in no set (§10.2 and §10.14): `Model.Address` for `Collection(Model.Address)`.
    Collection(&'a str),
    /// An entity reference: `$ref` (§10.12).
    Reference,
    /// A collection of entity references: `Collection($ref)` (§10.11).
    References,
    /// Only the [`Part`]: `#$delta` in a request that changes a collection (JSON 4.01 §15.6).
    Unnamed,
    /// A fragment that does not follow the grammar.
    Opaque(&'a str),
}

text_enum! {
    /// The kind of a payload: the segment at the end of the fragment.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum Part {
        /// `/$entity`: one entity of the set (§10.3, §10.6, §10.8, §10.10).
        Entity = "$entity",
        /// `/$delta`: changes to the set (§10.17).
        Delta = "$delta",
        /// `/$deletedEntity`: a deleted entity (§10.18).
        DeletedEntity = "$deletedEntity",
        /// `/$link`: an added link (§10.18).
        Link = "$link",
        /// `/$deletedLink`: a deleted link (§10.18).
        DeletedLink = "$deletedLink",
    }

    /// Returns the segment: `$entity`, `$delta`, `$deletedEntity`, `$link` or `$deletedLink`.
    #[must_use]
    pub fn as_str;
}

impl Part {
    const ALL: [Part; 5] = [
        Part::Entity,
        Part::Delta,
        Part::DeletedEntity,
        Part::Link,
        Part::DeletedLink,
    ];
}

impl<'a> ContextUrl<'a> {
    /// Parses an absolute or relative context URL.
    #[must_use]
    pub fn parse(text: &'a str) -> Self {
        let mut url = ContextUrl {
            text,
            metadata_url: text,
            target: Target::Service,
            cast: None,
            select: None,
            part: None,
        };
        if let Some((metadata_url, fragment)) = text.split_once('#') {
            url.metadata_url = metadata_url;
            if url.parse_fragment(fragment).is_none() {
                url = ContextUrl {
                    target: Target::Opaque(fragment),
                    cast: None,
                    select: None,
                    part: None,
                    ..url
                };
            }
        }
        url
    }

    fn parse_fragment(&mut self, fragment: &'a str) -> Option<()> {
        let rest = self.strip_part(fragment)?;
        match rest {
            "" => {
                self.target = Target::Unnamed;
                return self.part.map(|_| ());
            }
            "$ref" => {
                self.target = Target::Reference;
                return Some(());
            }
            _ => {}
        }
        let rest = self.strip_select(rest)?;
        if let Some(inside) = rest.strip_prefix("Collection(") {
            let item = inside.strip_suffix(')')?;
            self.target = match item {
                "$ref" => Target::References,
                _ => Target::Collection(is_type_name(item).then_some(item)?),
            };
            return Some(());
        }
        self.target = match last_segment(rest)? {
            (None, only) if is_type_name(only) => Target::Type(only),
            (Some(path), last) if is_type_name(last) => {
                self.cast = Some(last);
                Target::Path(path)
            }
            (_, "") => return None,
            _ => Target::Path(rest),
        };
        Some(())
    }

    /// Parses and removes `/$entity` and similar segments at the end. No other segment starts with a dollar sign, but a key may contain
    /// one.
    fn strip_part(&mut self, fragment: &'a str) -> Option<&'a str> {
        let (before, last) = fragment.rsplit_once('/').unwrap_or(("", fragment));
        if !last.starts_with('$') || last.contains('\'') || fragment == "$ref" {
            return Some(fragment);
        }
        self.part = Some(Part::ALL.into_iter().find(|part| part.as_str() == last)?);
        Some(before)
    }

    /// Parses and removes the select list: the parentheses at the end, unless they contain a key.
    fn strip_select(&mut self, text: &'a str) -> Option<&'a str> {
        let Some(open) = opening_of_last(text)? else {
            return Some(text);
        };
        let (before, parentheses) = text.split_at_checked(open)?;
        if before == "Collection" {
            return Some(text);
        }
        match SelectList::parse(parentheses) {
            Some(list) => {
                self.select = Some(list);
                Some(before)
            }
            None => Some(text),
        }
    }

    /// Returns the whole text.
    #[must_use]
    pub const fn as_str(&self) -> &'a str {
        self.text
    }

    /// Returns the URL of the metadata document: the part before `#`. It is empty if the context URL is only a fragment, which is allowed
    /// inside a payload that has a context URL.
    #[must_use]
    pub const fn metadata_url(&self) -> &'a str {
        self.metadata_url
    }

    /// Returns the thing that the fragment names.
    #[must_use]
    pub const fn target(&self) -> Target<'a> {
        self.target
    }

    /// Returns the cast at the end of the path: the type of the payload, which derives from the type of the set.
    #[must_use]
    pub const fn cast(&self) -> Option<&'a str> {
        self.cast
    }

    /// Returns the selected and expanded properties, or `None` if the URL has no select list.
    #[must_use]
    pub const fn select(&self) -> Option<SelectList<'a>> {
        self.select
    }

    /// Returns the kind of the payload, if the URL names one.
    #[must_use]
    pub const fn part(&self) -> Option<Part> {
        self.part
    }

    /// Returns the qualified type of the payload or of its items, if the URL names one: the cast or the target.
    #[must_use]
    pub const fn type_name(&self) -> Option<&'a str> {
        match self.target {
            Target::Type(name) | Target::Collection(name) => Some(name),
            _ => self.cast,
        }
    }

    /// Returns the entity set or singleton at the start of the path, without a key: `Orders` for `Orders(4711)/Items`.
    #[must_use]
    pub fn entity_set(&self) -> Option<&'a str> {
        match self.target {
            Target::Path(path) => path.split(['/', '(']).next(),
            _ => None,
        }
    }
}

impl fmt::Display for ContextUrl<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text)
    }
}

/// Returns whether the text is a qualified name: identifiers separated by dots. No name of a set, property or singleton contains a dot.
fn is_type_name(text: &str) -> bool {
    let is_identifier = |name: &str| {
        name.starts_with(|c: char| c.is_alphabetic() || c == '_')
            && name.chars().all(|c| c.is_alphanumeric() || c == '_')
    };
    text.contains('.') && text.split('.').all(is_identifier)
}

/// Splits the text at the last slash outside parentheses and quotation marks. Returns `None` if those are not balanced.
fn last_segment(text: &str) -> Option<(Option<&str>, &str)> {
    let mut slash = None;
    visit_unquoted(text, |at, c, depth| {
        if c == '/' && depth == 0 {
            slash = Some(at);
        }
    })?;
    match slash.and_then(|at| text.split_at_checked(at)) {
        Some((before, after)) => Some((Some(before), after.strip_prefix('/')?)),
        None => Some((None, text)),
    }
}

/// Returns the position of the parenthesis that the last character closes, if it closes one; `None` if the parentheses are not balanced.
fn opening_of_last(text: &str) -> Option<Option<usize>> {
    let mut open = None;
    visit_unquoted(text, |at, c, depth| match c {
        '(' if depth == 0 => open = Some(at),
        _ => {}
    })?;
    Some(open.filter(|_| text.ends_with(')')))
}

/// Visits the characters outside quotation marks, each with its position and the number of parentheses around it. Returns `None` if
/// quotation marks or parentheses are not balanced.
fn visit_unquoted(text: &str, mut visit: impl FnMut(usize, char, usize)) -> Option<()> {
    let (mut depth, mut quoted) = (0_usize, false);
    for (at, c) in text.char_indices() {
        match c {
            // An escaped quotation mark is doubled: the first one ends the quoted text, and the second one begins it again.
            '\'' => quoted = !quoted,
            _ if quoted => {}
            '(' => {
                visit(at, c, depth);
                depth += 1;
            }
            ')' => {
                depth = depth.checked_sub(1)?;
                visit(at, c, depth);
            }
            c => visit(at, c, depth),
        }
    }
    (depth == 0 && !quoted).then_some(())
}
