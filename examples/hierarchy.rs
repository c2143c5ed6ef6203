//! A value of one of several types: its `@odata.type`, which may be anywhere in the object, selects the variant.

use odata_core::{Collection, DynamicProperties, DynamicResource, ODataResource, json};

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shapes", abstract)]
struct Shape {
    label: Option<String>,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shapes", deref)]
struct Circle {
    #[odata(base)]
    shape: Shape,
    radius: f64,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shapes", deref)]
struct Square {
    #[odata(base)]
    shape: Shape,
    side: f64,
}

#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(hierarchy = Shape)]
enum AnyShape {
    Circle(Circle),
    Square(Box<Square>),
    /// A value of any other type, preserved.
    #[odata(other)]
    Other(DynamicResource),
}

fn main() -> Result<(), odata_core::Error> {
    let shapes: Collection<AnyShape> = json::from_str(
        r##"{"value": [
            {"@odata.type": "#shapes.circle", "radius": 1},
            {"label": "tag last", "side": 2.5, "@odata.type": "#shapes.square"},
            {"@odata.type": "#shapes.hexagon", "side": 0.1000000000000000055}
        ]}"##,
    )?;
    for shape in &shapes.value {
        match shape {
            AnyShape::Circle(circle) => println!("a circle of radius {}", circle.radius),
            AnyShape::Square(square) => println!("a square, {:?}", square.label),
            AnyShape::Other(other) => println!("another shape: {:?}", other.type_name()),
        }
        println!("  {}", json::to_string(shape)?);
    }
    Ok(())
}
