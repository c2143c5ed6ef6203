use odata_core::ODataResource;

struct Own<T>(T);

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order<T> {
    #[odata(edm = "Edm.String")]
    note: Own<T>,
}

fn main() {}
