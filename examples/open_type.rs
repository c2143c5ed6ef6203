//! An open type: dynamic properties and annotations are preserved in order, with exact numbers.

use odata_core::{Annotations, DynamicProperties, ODataResource, edm::Decimal, json};

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", open)]
struct Product {
    name: Option<String>,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
    #[odata(annotations)]
    annotations: Annotations,
}

fn main() -> Result<(), odata_core::Error> {
    let text = concat!(
        r#"{"name":"Lamp","name@display.colour":"red","price":79228162514264337593543950335,"#,
        r#""sizes":[1,2,3],"@shop.checked":true}"#
    );
    let mut product: Product = json::from_str(text)?;

    for (name, value) in &product.more {
        println!("{name} = {value}");
    }
    // Typed access. The error has the position of the value that does not fit.
    println!("{:?}", product.more.get::<Decimal>("price")?);
    println!("{:?}", product.more.get::<Vec<u8>>("sizes")?);
    println!("{:?}", product.more.get::<bool>("absent")?);
    if let Err(error) = product.more.get::<Vec<bool>>("sizes") {
        println!("{error}");
    }

    product.more.insert("sizes", &["S", "L"])?;
    product.more.remove("price");
    println!("{}", json::to_string(&product)?);
    Ok(())
}
