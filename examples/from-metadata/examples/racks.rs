//! Reads a rack, changes it and writes it back, with the types that `build.rs` generates from the service's metadata.
//!
//! ```text
//! cargo run --example racks
//! ```

use std::error::Error;

use from_metadata::rack::{AnyRack, ResetParameters, v1_0_0::ResetType, v1_1_0::AnyDoor};
use odata_core::json;

/// A body of the service. `Location` is newer than the metadata.
const BODY: &str = r##"{
    "@odata.type": "#Rack.v1_1_0.Rack",
    "@odata.id": "/racks/7",
    "Id": "7",
    "Name": "North wall",
    "HeightInUnits": 42,
    "MassKg": 120.500,
    "Type": "OpenFrame",
    "Location": {"Room": "B2"},
    "Doors": [{"@odata.type": "#Rack.v1_1_0.SlidingDoor", "IsOpen": false, "Track": "left"}]
}"##;

fn main() -> Result<(), Box<dyn Error>> {
    // The tag determines the version of the rack.
    let rack: AnyRack = json::from_str(BODY)?;
    let AnyRack::V1_1_0Rack(mut rack) = rack else {
        return Err("a rack of another version".into());
    };

    // Inherited properties are accessed like own ones.
    println!(
        "{} has {} units",
        rack.name.as_deref().unwrap_or("?"),
        rack.height_in_units.unwrap_or(0)
    );
    for door in rack.doors.iter().flatten() {
        match door {
            AnyDoor::SlidingDoor(door) => println!(
                "a door slides {}",
                door.track.as_deref().unwrap_or("somewhere")
            ),
            other => println!("a door: {other:?}"),
        }
    }

    // Undeclared properties are preserved and written back.
    let location = rack
        .dynamic_properties
        .raw("Location")
        .map_or("", |json| json.as_str());
    println!("not declared: {location}");
    rack.asset_tag = Some("R-7".into());
    println!("{}", json::to_string(&rack)?);

    // Facets of the metadata are validated before a body is written.
    rack.height_in_units = Some(61);
    if let Err(error) = json::to_string(&rack) {
        println!("not sent: {error}");
    }

    let reset = ResetParameters {
        reset_type: Some(ResetType::ForceOff),
        ..ResetParameters::default()
    };
    println!(
        "POST /racks/7/Actions/Rack.Reset\n{}",
        json::to_string(&reset)?
    );
    Ok(())
}
