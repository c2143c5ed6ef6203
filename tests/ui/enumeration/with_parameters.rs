use odata_core::ODataEnum;

#[derive(Clone, ODataEnum)]
#[odata(namespace = "shop")]
enum State<T> {
    Draft,
    #[odata(other)]
    Other(T),
}

fn main() {}
