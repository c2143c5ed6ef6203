use odata_core::{Collection, json};

struct Point {
    x: i32,
}

#[derive(serde::Serialize)]
struct Written {
    x: i32,
}

fn main() -> Result<(), odata_core::Error> {
    let points: Collection<Point> = json::from_reader(std::io::empty())?;
    json::to_writer(std::io::sink(), &Written { x: 1 })?;
    Ok(())
}
