//! The first example of the README.

use odata_core::{DynamicProperties, DynamicResource, ODataResource, json};

#[derive(Debug, Default, ODataResource)]
#[odata(namespace = "shop", abstract)]
struct Item {
    title: String,
    #[odata(dynamic_properties)]
    more: DynamicProperties, // undeclared properties
}
#[derive(Debug, Default, ODataResource)]
#[odata(namespace = "shop", deref)]
struct Book {
    #[odata(base)]
    item: Item,
    #[odata(validate(range(min = 1)))]
    pages: i32,
}
#[derive(Debug, ODataResource)]
#[odata(hierarchy = Item)]
enum AnyItem {
    Book(Book),
    #[odata(other)]
    Other(DynamicResource), // any other type
}

fn main() -> Result<(), odata_core::Error> {
    let text = r##"{"@odata.type":"#shop.book","title":"Emma","pages":474,"price":12.50}"##;
    let mut item: AnyItem = json::from_str(text)?;
    if let Some(book) = item.as_book_mut() {
        println!("{}, {:?}", book.title, book.more.get::<f64>("price")?);
        book.pages += 1;
    }
    println!("{}", json::to_string(&item)?);
    if let Err(error) = json::from_str::<AnyItem>(&text.replace("474", "0")) {
        println!("{error}");
    }
    Ok(())
}
