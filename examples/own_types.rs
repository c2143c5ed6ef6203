//! Types of one's own, one derived from the other: read, changed, written back with all that nobody declared.

use odata_core::{Annotations, DynamicProperties, ODataResource, json};

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "fleet", abstract)]
struct Vehicle {
    #[odata(key)]
    id: i64,
    owner: Option<String>,
    /// What no type of the chain declares, from any level of it.
    #[odata(dynamic_properties)]
    more: DynamicProperties,
    #[odata(annotations)]
    annotations: Annotations,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "fleet", deref)]
struct Car {
    #[odata(base)]
    vehicle: Vehicle,
    seats: Option<u8>,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "fleet", deref)]
struct Taxi {
    #[odata(base)]
    car: Car,
    licence: Option<String>,
}

fn main() -> Result<(), odata_core::Error> {
    let mut taxi: Taxi = json::from_str(
        r##"{
            "@odata.type": "#fleet.taxi",
            "id": 9007199254740993,
            "owner": "Idris",
            "seats": 5,
            "licence": "T-214",
            "licence@vendor.checked": true,
            "mileage": 120000.50
        }"##,
    )?;

    // `deref` reaches through the levels.
    println!(
        "{} seats, owned by {:?}",
        taxi.seats.unwrap_or(0),
        taxi.owner
    );
    println!("mileage {:?}", taxi.more.get::<f64>("mileage")?);

    taxi.owner = None;
    taxi.more.insert("colour", "ivory")?;
    println!("{}", json::to_string(&taxi)?);
    Ok(())
}
