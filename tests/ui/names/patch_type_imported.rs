mod cloth {
    pub struct CoatPatch;
}

use cloth::CoatPatch;
use odata_core::ODataResource;

#[derive(Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Coat<T> {
    size: Option<i32>,
    lining: T,
}

fn main() {
    let _ = CoatPatch;
}
