use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", abstract, write_type = "never")]
struct Item {}

#[derive(ODataResource)]
#[odata(namespace = "shop", undocumented)]
struct Book {}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(any_name)]
    note: String,
}

#[derive(ODataResource)]
#[odata(namespace = "shop", validate = check, validate = check)]
struct Line {}

fn check(_: &Line) -> Result<(), &'static str> {
    Ok(())
}

#[derive(ODataResource)]
#[odata(namespace = "shop", schema_alias = "shop")]
struct Box {}

fn main() {}
