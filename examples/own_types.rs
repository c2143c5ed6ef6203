//! Three types, each derived from the one before: a value is read, changed and written back with its undeclared properties.

use odata_core::{Annotations, DynamicProperties, ODataResource, json};

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "fleet", abstract)]
struct Vehicle {
    #[odata(key)]
    id: i64,
    owner: Option<String>,
    /// The properties that no type of the chain declares.
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

    // With `deref`, inherited fields are accessed like own ones.
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
