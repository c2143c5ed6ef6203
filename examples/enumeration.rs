//! An enumeration that preserves members that its service adds later.

use odata_core::{ODataEnum, enumeration::QualifiedMember, json};

#[derive(Debug, Clone, PartialEq, Eq, ODataEnum)]
#[odata(namespace = "parcel", case_insensitive)]
enum Status {
    #[odata(value = 1)]
    Ordered,
    #[odata(value = 2)]
    InTransit,
    #[odata(value = 4, name = "handedOver")]
    Delivered,
    /// An unknown member, written back unchanged.
    #[odata(other)]
    Other(String),
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // By name in any letter case, and by value.
    let read: Vec<Status> = json::from_str(r#"["ordered", "INTRANSIT", "4", "lostAtSea"]"#)?;
    println!("{read:?}");
    println!("{}", json::to_string(&read)?);

    println!("{} is {:?}", Status::InTransit, Status::InTransit.value());
    println!("{:?}", Status::from_value(4));
    println!("{:?}", "handedover".parse::<Status>()?);
    println!(
        "{:?}",
        Status::ALL.iter().map(Status::as_str).collect::<Vec<_>>()
    );

    // With the name of the type, as some services require in a string property.
    println!("{}", QualifiedMember::from(Status::Ordered));
    Ok(())
}
