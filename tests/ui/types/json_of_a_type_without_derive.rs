use odata_core::json;

struct Point {
    x: i32,
}

fn main() -> Result<(), odata_core::Error> {
    let point: Point = json::from_str("{}")?;
    json::to_string(&point)?;
    Ok(())
}
