use odata_core::ODataResource;


type Note = Option<String>;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Page<T> {
    items: Vec<T>,
    #[odata(edm = "Edm.String")]
    note: Note,
}

fn main() {}
