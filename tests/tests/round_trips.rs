//! Every resource of the model of the fuzz targets, which uses every feature, is written in order and read again.

#[path = "../../odata-core/tests/support/round_trip.rs"]
mod round_trip;

mod model {
    use odata_fuzz::model::{AnyThing, Bare, Branch, Closed, Colour, Fixed, Leaf, Mark, Twig};

    crate::round_trip::round_trips! {
        types: [Leaf, Branch, Twig, Bare],
        hierarchies: [AnyThing { Leaf, Branch, Twig }, Closed { Leaf, Branch }],
        enumerations: [Colour, Mark, Fixed],
    }
}

mod related {
    use odata_fuzz::related::{AnyNode, Hub, Node};

    crate::round_trip::round_trips! {
        types: [Node, Hub],
        hierarchies: [AnyNode { Node, Hub }],
        enumerations: [],
    }
}
