//! What a payload is, by its context URL.

pub(crate) mod select;

use std::fmt;

pub use crate::protocol::context_url::select::{SelectItem, SelectItems, SelectList};

/// A context URL, taken apart: which set, singleton or type the payload is of, and which part of it.
///
/// Parsing never fails: what does not follow the grammar is [`Target::Opaque`], with the text as it came. Nothing is
/// allocated, everything borrows from the text.
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
/// Source: OData Protocol 4.01, section 10; OData JSON Format 4.01, section 4.5.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ContextUrl<'a> {
    text: &'a str,
    metadata_url: &'a str,
    target: Target<'a>,
    cast: Option<&'a str>,
    select: Option<SelectList<'a>>,
    part: Option<Part>,
}

/// What the fragment of a context URL names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Target<'a> {
    /// No fragment: the payload is the service document (section 10.1).
    Service,
    /// An entity set, a singleton, or the path to a contained collection, entity or property (sections 10.2 to 10.10
    /// and 10.13), without the cast at its end: `Customers`, `Orders(4711)/Items`, `Me`.
    Path(&'a str),
    /// One value of this type, in no set (sections 10.3 and 10.15): `Edm.String`, `Model.Address`.
    Type(&'a str),
    /// A collection of this type, in no set (sections 10.2 and 10.14): `Model.Address` of `Collection(Model.Address)`.
    Collection(&'a str),
    /// An entity reference: `$ref` (section 10.12).
    Reference,
    /// A collection of entity references: `Collection($ref)` (section 10.11).
    References,
    /// Nothing but the [`Part`]: `#$delta` of a request that changes a collection (JSON format, section 15.6).
    Unnamed,
    /// A fragment that does not follow the grammar.
    Opaque(&'a str),
}

/// Which part of a set a payload is: the segment at the end of the fragment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Part {
    /// `/$entity`: one entity of the set (sections 10.3, 10.6, 10.8, 10.10).
    Entity,
    /// `/$delta`: changes to the set (section 10.17).
    Delta,
    /// `/$deletedEntity`: an entity that is gone (section 10.18).
    DeletedEntity,
    /// `/$link`: a link that is new (section 10.18).
    Link,
    /// `/$deletedLink`: a link that is gone (section 10.18).
    DeletedLink,
}

impl Part {
    const ALL: [Part; 5] = [
        Part::Entity,
        Part::Delta,
        Part::DeletedEntity,
        Part::Link,
        Part::DeletedLink,
    ];

    /// The segment: `$entity`, `$delta`, `$deletedEntity`, `$link` or `$deletedLink`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Part::Entity => "$entity",
            Part::Delta => "$delta",
            Part::DeletedEntity => "$deletedEntity",
            Part::Link => "$link",
            Part::DeletedLink => "$deletedLink",
        }
    }
}

impl<'a> ContextUrl<'a> {
    /// Takes a context URL apart, absolute or relative.
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
            if url.read_fragment(fragment).is_none() {
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

    fn read_fragment(&mut self, fragment: &'a str) -> Option<()> {
        let rest = self.read_part(fragment)?;
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
        let rest = self.read_select(rest)?;
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

    /// Takes `/$entity` and its like off the end. No other segment starts with a dollar sign, but a key may have one.
    fn read_part(&mut self, fragment: &'a str) -> Option<&'a str> {
        let (before, last) = fragment.rsplit_once('/').unwrap_or(("", fragment));
        if !last.starts_with('$') || last.contains('\'') || fragment == "$ref" {
            return Some(fragment);
        }
        self.part = Some(Part::ALL.into_iter().find(|part| part.as_str() == last)?);
        Some(before)
    }

    /// Takes the select list off the end: the parentheses behind the last name, unless a key stands in them.
    fn read_select(&mut self, text: &'a str) -> Option<&'a str> {
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

    /// The whole text.
    #[must_use]
    pub const fn as_str(&self) -> &'a str {
        self.text
    }

    /// The URL of the metadata document: what stands before `#`. Empty where the context URL is a fragment only, as it
    /// may be inside of a payload that has a context of its own.
    #[must_use]
    pub const fn metadata_url(&self) -> &'a str {
        self.metadata_url
    }

    /// What the fragment names.
    #[must_use]
    pub const fn target(&self) -> Target<'a> {
        self.target
    }

    /// The cast at the end of the path: the payload is of this type, which is derived from the set's.
    #[must_use]
    pub const fn cast(&self) -> Option<&'a str> {
        self.cast
    }

    /// The properties that the payload is reduced to, or extended by; `None` where the URL lists none.
    #[must_use]
    pub const fn select(&self) -> Option<SelectList<'a>> {
        self.select
    }

    /// Which part of the set the payload is.
    #[must_use]
    pub const fn part(&self) -> Option<Part> {
        self.part
    }

    /// The qualified type of the payload, or of its items, as far as the URL says it: the cast, or the type it names.
    #[must_use]
    pub const fn type_name(&self) -> Option<&'a str> {
        match self.target {
            Target::Type(name) | Target::Collection(name) => Some(name),
            _ => self.cast,
        }
    }

    /// The entity set or singleton that the path starts at, without a key: `Orders` of `Orders(4711)/Items`.
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

/// A qualified name: identifiers with dots between them. No set, property or singleton has a dot in its name.
fn is_type_name(text: &str) -> bool {
    let is_identifier = |name: &str| {
        name.starts_with(|c: char| c.is_alphabetic() || c == '_')
            && name.chars().all(|c| c.is_alphanumeric() || c == '_')
    };
    text.contains('.') && text.split('.').all(is_identifier)
}

/// The text before and after the last slash that stands neither in parentheses nor in quotes; `None` where those do
/// not match.
fn last_segment(text: &str) -> Option<(Option<&str>, &str)> {
    let mut slash = None;
    walk(text, |at, c, depth| {
        if c == '/' && depth == 0 {
            slash = Some(at);
        }
    })?;
    match slash.and_then(|at| text.split_at_checked(at)) {
        Some((before, after)) => Some((Some(before), after.strip_prefix('/')?)),
        None => Some((None, text)),
    }
}

/// Where the parentheses open that close at the end of the text, if they do; `None` where they do not match.
fn opening_of_last(text: &str) -> Option<Option<usize>> {
    let mut open = None;
    walk(text, |at, c, depth| match c {
        '(' if depth == 0 => open = Some(at),
        _ => {}
    })?;
    Some(open.filter(|_| text.ends_with(')')))
}

/// Walks the characters outside of quotes, each with its position and the number of parentheses around it (the
/// opening one not counted, the closing one neither). `None` where quotes or parentheses do not match.
fn walk(text: &str, mut visit: impl FnMut(usize, char, usize)) -> Option<()> {
    let (mut depth, mut quoted) = (0_usize, false);
    for (at, c) in text.char_indices() {
        match c {
            // Two quotes in a quoted text stand for one: out and in again.
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
