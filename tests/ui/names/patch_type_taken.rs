use odata_core::ODataResource;

#[derive(Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Parcel {
    #[odata(key)]
    id: i64,
    weight: f64,
    label: Option<String>,
}

/// A patch of cloth.
enum ParcelPatch {
    Square { size: u32 },
}

fn main() {
    let _ = ParcelPatch::Square { size: 3 };
}
