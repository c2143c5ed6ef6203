//! The interface between the parts of a document and the readers and writers of both formats, and the layout of lists of parts.

use crate::{
    location::Location,
    model::{Annotation, Facets, KeyPart, TypeReference},
};

/// One direction of one format. A reader fills the parts that it visits. A writer writes them: it visits a copy of the document.
///
/// Names are those of CSDL XML. The members of CSDL JSON have the same names, with `$` before them.
pub(crate) trait Visitor: Sized {
    /// Visits the attribute that identifies a part, and returns its position. It is required.
    fn name(&mut self, attribute: &'static str, name: &mut String) -> Location;

    fn text(&mut self, attribute: &'static str, text: &mut Option<String>);

    fn boolean(&mut self, attribute: &'static str, value: &mut Option<bool>);

    /// Visits a constant, which is text in XML and a value of `type_name` in JSON.
    fn constant(&mut self, attribute: &'static str, text: &mut Option<String>, type_name: &str);

    /// Visits a list of words.
    fn words(&mut self, attribute: &'static str, words: &mut Vec<String>);

    /// Visits a type, without its facets.
    fn ty(&mut self, attribute: &'static str, ty: &mut TypeReference);

    fn parts<P: Part>(&mut self, elements: &Elements, parts: &mut Vec<P>);

    fn key_parts(&mut self, parts: &mut Vec<KeyPart>) {
        self.parts(&KEY_PARTS, parts);
    }

    fn annotations(&mut self, annotations: &mut Vec<Annotation>);

    /// Returns the position of the part itself.
    fn location(&self) -> Location {
        Location::default()
    }

    /// Replaces an alias by its namespace. A writer does nothing: names in a document have no aliases.
    fn resolve(&self, _name: &mut String) {}

    /// Visits a boolean that is `false` by default.
    fn flag(&mut self, attribute: &'static str, is_set: &mut bool) {
        let mut value = is_set.then_some(true);
        self.boolean(attribute, &mut value);
        *is_set = value.unwrap_or(false);
    }

    /// Visits a name or a path.
    fn path(&mut self, attribute: &'static str, path: &mut Option<String>) {
        self.text(attribute, path);
        if let Some(path) = path {
            self.resolve(path);
        }
    }

    /// Visits a path that CSDL requires but that no type depends on, so that its absence does not make a document unusable.
    fn target(&mut self, attribute: &'static str, target: &mut String) {
        let mut path = Some(std::mem::take(target));
        self.path(attribute, &mut path);
        *target = path.unwrap_or_default();
    }

    /// Visits the facets of a type. The defaults differ between the formats.
    fn facets(&mut self, facets: &mut Facets, _type_name: &str) {
        facets.visit(self);
    }

    /// Visits a part that occurs at most once. If there are several, a reader uses the first.
    fn part<P: Part>(&mut self, elements: &Elements, part: &mut Option<P>) {
        let mut parts = part.take().into_iter().collect();
        self.parts(elements, &mut parts);
        *part = parts.into_iter().next();
    }
}

/// A part of a document: an element of XML.
pub(crate) trait Part: Default {
    /// Creates an empty part for one of several elements.
    fn new(_element: &str) -> Self {
        Self::default()
    }

    /// Returns the element of this part, where a list holds several kinds of them.
    fn element(&self) -> Option<&'static str> {
        None
    }

    fn visit(&mut self, visitor: &mut impl Visitor);
}

/// The elements that one list of parts consists of.
#[derive(Debug)]
pub(crate) struct Elements {
    /// The names in XML, which are values of `$Kind` in JSON.
    pub(crate) names: &'static [&'static str],
    pub(crate) layout: Layout,
}

impl Elements {
    /// Returns the element of a part of the list.
    pub(crate) fn of(&self, part: &impl Part) -> &'static str {
        match self.names {
            [only] => only,
            _ => part.element().unwrap_or_default(),
        }
    }

    /// Returns the element with a name, if the list has it.
    pub(crate) fn named(&self, name: &str) -> Option<&'static str> {
        self.names.iter().find(|it| **it == name).copied()
    }
}

/// The form of a list of parts in CSDL JSON. In CSDL XML, each part is a child element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Layout {
    /// Each part is a member of the parent, under its own name.
    #[default]
    Members,
    /// Like [`Members`](Self::Members), but the value is an array of all parts with this name.
    Overloads,
    /// Each part is a member of the parent, under its own name. The value of the member is the part's other attribute.
    Values,
    /// The parts are an array in a member that has the name of the element.
    Array,
    /// The parts are members of an object in a member that has the name of the element.
    Object,
    /// Like [`Object`](Self::Object), but the value of each member is the part's other attribute.
    Pairs,
    /// The only part is a member that has the name of the element.
    Single,
    /// Like [`Single`](Self::Single), but the value of the member is the part's only attribute.
    SingleValue,
}

impl Layout {
    /// Returns whether a part is not an object.
    pub(crate) fn is_value(self) -> bool {
        matches!(self, Self::Values | Self::Pairs | Self::SingleValue)
    }
}

const KEY_PARTS: Elements = elements(Layout::Array, &["PropertyRef"]);

pub(crate) const fn elements(layout: Layout, names: &'static [&'static str]) -> Elements {
    Elements { names, layout }
}

/// Returns whether the precision of values is that of their seconds.
pub(crate) fn is_temporal(type_name: &str) -> bool {
    matches!(
        type_name,
        "Edm.DateTimeOffset" | "Edm.Duration" | "Edm.TimeOfDay"
    )
}
