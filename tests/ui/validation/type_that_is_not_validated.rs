use odata_core::ODataResource;

struct Order {
    copies: i32,
}

impl serde::Serialize for Order {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i32(self.copies)
    }
}

fn main() {
    let _ = odata_core::json::to_string(&Order { copies: 1 });
}
